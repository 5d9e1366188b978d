"""Decodes the starter: which questions it asks, in which order and in which words."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, error
from mou_builder.model.library import Library
from mou_builder.model.question import StarterQuestion, Who
from mou_builder.source.decode import Fields, hint_for

BESIDE_ARTICLES = ("state", "instrument")
"""What a starter asks that is no question of the library: its words all stand in the starter."""


def decode_starter(fields: Fields) -> tuple[StarterQuestion, ...]:
    """Return the starter's questions in their order."""
    found: dict[str, StarterQuestion] = {}
    for each in fields.items("questions", "a question of the starter", required=True):
        asked = StarterQuestion(
            key=each.text("key"),
            prompt=each.text_or("prompt"),
            help=each.text_or("help"),
            who=each.one_of("who", Who, Who.OFFICE) if each.has("who") else None,
            form=each.text_or("form"),
            example=each.text_or("example"),
            at=each.value_place("key"),
        )
        each.done()
        if found.setdefault(asked.key, asked) is not asked:
            message = f"the starter asks for `{asked.key}` twice"
            fields.faults.append(error("MB207", message, asked.at, "take one of the two out"))
    fields.done()
    return tuple(found.values())


def starter_faults(library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each key of the starter that answers nothing."""
    asked = [each for article in library.articles.values() for each in article.questions]
    lines = [each for article in library.articles.values() for each in article.lines]
    known = [each.id for each in (*asked, *lines)]
    for each in library.starter:
        if each.key not in BESIDE_ARTICLES and library.typed_as(each.key) is None:
            party = ".".join(each.key.split(".")[:2])
            fields = [f"{party}.{field.key}" for field in library.party_questions]
            hint = hint_for(each.key, fields if party.startswith("parties.") else known)
            message = f"the starter asks for `{each.key}`, which answers nothing"
            yield error("MB220", message, each.at, hint)

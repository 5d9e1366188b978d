"""Reads a `provisions.yaml`: the provisions of a published agreement and where ours says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mou_builder.diagnostics import Diagnostic, Outcome, error, outcome
from mou_builder.model.provisions import Phrase, Place, PublishedProvision, PublishedProvisions
from mou_builder.model.raw import RawText
from mou_builder.source.decode import Fields
from mou_builder.source.resources import read_file
from mou_builder.source.text import Source

PLACES = ("clause", "part")
# One provision in so many may be a fact about the world that no agreement's text carries.
ONE_IN = 10
# A phrase needs a figure, or so many letters in words that do not stand in every section.
LETTERS = 5
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = (
    "a agency agreement all an and any are as at be by district each for from has if in is it its"
    " law may mou no not of officer officers on or other parties party principal school schools"
    " section shall sro sros student students superintendent than that the their them this to"
    " under when with"
)
_EVERYWHERE = frozenset(_COMMON.split())


def read_provisions(file: Path | Source) -> Outcome[PublishedProvisions]:
    """Return the provisions that a file lists; nothing when it has a fault."""
    found = file if isinstance(file, Source) else read_file(file)
    if isinstance(found, Diagnostic):
        return outcome(None, [found])
    from mou_builder.source.tree import parse_yaml  # noqa: PLC0415 - brings PyYAML

    parsed = parse_yaml(found)
    if parsed.value is None:
        return outcome(None, parsed.diagnostics)
    faults = list(parsed.diagnostics)
    fields = Fields(parsed.value, faults, "a list of provisions")
    items = fields.items("provisions", "a provision", required=True)
    provisions = tuple(_provision(each) for each in items)
    listed = PublishedProvisions(fields.text("entry"), provisions, fields.value_place("provisions"))
    count = fields.whole("provisions_in_entry")
    fields.done()
    if not faults:
        faults += _miscounted(listed, count, fields)
    return outcome(listed, faults)


def _provision(fields: Fields) -> PublishedProvision:
    topic, says = fields.text("topic"), fields.text("says")
    reason = fields.text_or("not_text")
    named = [each for each in (*PLACES, "not_text") if fields.has(each)]
    places = [_place(fields)] if len(named) == 1 and named[0] in PLACES else []
    also = list(fields.items("also", "another place"))
    if len(named) != 1 or (reason and (also or fields.has("shows"))):
        fields.faults.append(_undecided(fields, named))
        fields.has("shows")
    places += [_place(each) for each in also]
    for each in also:
        each.done()
    fields.done()
    return PublishedProvision(topic, says, tuple(places), reason, fields.at)


def _undecided(fields: Fields, named: list[str]) -> Diagnostic:
    if not named:
        message = "the provision does not say where it stands"
    elif len(named) > 1:
        message = f"the provision has `{named[0]}:` and `{named[1]}:` at once"
    else:
        message = "a provision that no text carries cannot be shown"
    hint = "write `clause:` or `part:` with `shows:`, or `not_text:` with the reason alone"
    return error("MB980", message, fields.place(named[-1]) if named else fields.at, hint)


def _place(fields: Fields) -> Place:
    key = "part" if fields.has("part") else "clause"
    identifier = fields.text(key)
    if not fields.has("shows"):
        fields.raw("shows", required=True)
    phrases = fields.raws("shows", alone=True)
    fields.faults.extend(_vague(each) for each in phrases if not says_enough(each.text))
    shown = tuple(Phrase(each.text.strip(), each.at) for each in phrases)
    return Place(identifier, shown, fields.value_place(key))


def says_enough(phrase: str) -> bool:
    """Whether a phrase is worth looking for: with a figure, or words that are not everywhere."""
    if any(each.isdigit() for each in phrase):
        return True
    words = [each for each in _WORD.findall(phrase.casefold()) if each not in _EVERYWHERE]
    return sum(map(len, words)) >= LETTERS


def _vague(phrase: RawText) -> Diagnostic:
    message = f"`{phrase.text.strip()}` may stand in any section"
    return error("MB981", message, phrase.at, "write the figure or the words that make the rule")


def _miscounted(listed: PublishedProvisions, count: int, fields: Fields) -> Iterator[Diagnostic]:
    have = len(listed.provisions)
    if have != count:
        message = f"the entry has {count} provisions, but {have} are listed"
        hint = "list each provision of the entry once, or correct `provisions_in_entry`"
        yield error("MB982", message, fields.value_place("provisions_in_entry"), hint)
    outside = [each for each in listed.provisions if each.not_text]
    if len(outside) * ONE_IN > have:
        message = f"`not_text` is said of {len(outside)} of {have} provisions, over 1 in {ONE_IN}"
        yield error("MB983", message, outside[-1].at, "say in the agreement what a text can carry")

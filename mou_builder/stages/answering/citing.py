"""Reads what counsel decides about citations: which are confirmed, which are not printed."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.model.answers import Confirmation
from mou_builder.model.question import Kind, Question, Who
from mou_builder.model.raw import RawEntry, RawText
from mou_builder.stages.answering.deciding import Deciding, date_of, parts_of
from mou_builder.stages.answering.scalars import read_scalar
from mou_builder.stages.answering.typed import is_blank, shape
from mou_builder.stages.nearest import suggestion

_PARTS = "{by: Jane Doe, on: 2026-05-01, source: official code, digest: 3f2a91c0}"
_PRINTED = Question("cite", "Is it printed?", "", Who.COUNSEL, Kind.YES_NO, "citation")


def confirmed(deciding: Deciding) -> dict[str, Confirmation]:
    """Return counsel's confirmations by fact; one without who or when is still open."""
    found = {}
    for entry in _facts(deciding, "confirmed", f"wa.interlocal: {_PARTS}"):
        hint = f"write `{entry.key}: {_PARTS}`"
        parts = parts_of(deciding, entry.value, ("by", "on", "source", "digest"), hint)
        if parts is None:
            continue
        words = {key: " ".join(each.text.split()) for key, each in parts.items()}
        on = date_of(deciding, parts.get("on"))
        if words.get("by") and on:
            found[entry.key] = Confirmation(
                entry.key,
                words["by"],
                on,
                words.get("source", ""),
                words.get("digest", "").casefold(),
                entry.key_at,
            )
    return found


def uncited(deciding: Deciding) -> frozenset[str]:
    """Return the facts whose law is named without the citation."""
    found = set()
    for entry in _facts(deciding, "cite", "wa.records: no"):
        node = entry.value
        read = read_scalar(_PRINTED, node.text) if isinstance(node, RawText) else None
        if read is False:
            found.add(entry.key)
        elif read is not True and not is_blank(node):
            typed = f"`{node.text}`" if isinstance(node, RawText) else shape(node)
            hint = f"write `{entry.key}: no` to name the law without its citation"
            deciding.fault("MB331", f"expected yes or no, found {typed}", node.at, hint)
    return frozenset(found)


def _facts(deciding: Deciding, key: str, example: str) -> Iterator[RawEntry]:
    """Yield the entries under a top-level key whose own keys are facts."""
    for entry in deciding.entries(key, example):
        if entry.key in deciding.library.facts:
            yield entry
            continue
        hint = suggestion(entry.key, deciding.library.facts, "see the facts of your state")
        deciding.fault("MB335", f"there is no fact `{entry.key}`", entry.key_at, hint)

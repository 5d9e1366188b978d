"""Reads `positions.yaml`: a client's own positions on clauses, layered like profiles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from mou_builder.diagnostics import Diagnostic, Outcome, Position, error, outcome
from mou_builder.model.library import Clause, Library
from mou_builder.model.positions import ClausePosition
from mou_builder.model.raw import RawEntry, RawMapping, RawText
from mou_builder.source.answers import merged
from mou_builder.source.decode import Fields, hint_for
from mou_builder.source.resources import read_file
from mou_builder.source.text import Source

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def read_positions(
    files: Sequence[Path | Source], library: Library
) -> Outcome[tuple[ClausePosition, ...]]:
    """Return the positions of all files, a later file's over an earlier one's, key by key.

    There is no value when any file has a fault; all faults of all files are given.
    """
    faults: list[Diagnostic] = []
    root = RawMapping((), Position("", 1, 1))
    for each in files:
        found = each if isinstance(each, Source) else read_file(each)
        if isinstance(found, Diagnostic):
            faults.append(found)
            continue
        from mou_builder.source.tree import parse_yaml  # noqa: PLC0415 - brings PyYAML

        parsed = parse_yaml(found)
        faults.extend(parsed.diagnostics)
        root = merged(root, parsed.value) if parsed.value else root
    positions = (_position(each, library, faults) for each in root.entries)
    return outcome(tuple(each for each in positions if each), faults)


def _position(entry: RawEntry, library: Library, faults: list[Diagnostic]) -> ClausePosition | None:
    clause = library.clauses.get(entry.key)
    if clause is None:
        hint = hint_for(entry.key, library.clauses)
        message = f"there is no clause `{entry.key}` to have a position on"
        faults.append(error("MB337", message, entry.key_at, hint))
        return None
    if not isinstance(entry.value, RawMapping):
        hint = "write below it, indented, `prefer:` and the name of a wording"
        message = f"the position on `{entry.key}` is no mapping"
        faults.append(error("MB337", message, entry.value.at, hint))
        return None
    fields = Fields(entry.value, faults, "a position")
    prefer, fallback = fields.raw("prefer"), fields.raw("fallback")
    is_text = fallback is not None and not _NAME.fullmatch(fallback.text.strip())
    for each in (prefer, None if is_text else fallback):
        faults += _unknown(each, clause)
    made = ClausePosition(
        entry.key,
        entry.key_at,
        prefer.text.strip() if prefer else "",
        " ".join(fallback.text.split()) if fallback else "",
        is_text=is_text,
        walk_away=" ".join(fields.text_or("walk_away").split()),
        approver=" ".join(fields.text_or("approver").split()),
    )
    fields.done()
    return made


def _unknown(typed: RawText | None, clause: Clause) -> list[Diagnostic]:
    """Return the fault of a wording that the clause does not have."""
    known = [each.id for each in clause.alternatives]
    if typed is None or typed.text.strip() in known:
        return []
    message = f"the clause `{clause.id}` has no wording `{typed.text.strip()}`"
    return [error("MB338", message, typed.at, hint_for(typed.text.strip(), known))]

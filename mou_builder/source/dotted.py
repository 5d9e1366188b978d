"""Dotted keys: `term.start: July 1, 2027` at the margin says what `start:` under `term:` says."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic, Position
from mou_builder.model.raw import RawEntry, RawMapping
from mou_builder.source.paths import parts_of
from mou_builder.source.setting import Setting


def expanded(root: RawMapping, faults: list[Diagnostic]) -> RawMapping:
    """Return the answers with each dotted key in its nested place; keys and values keep theirs.

    `parties.district.kind` speaks of the party whose `id` is `district`, and makes that party where
    no list of parties is written. An answer that stands twice adds a fault.
    """
    dotted = [each for each in root.entries if is_dotted(each.key)]
    if not dotted:
        return root
    nested = tuple(each for each in root.entries if not is_dotted(each.key))
    grown = RawMapping(nested, root.at)
    for entry in dotted:
        parts = parts_of(entry.key) or [entry.key]
        setting = Setting(parts, entry.value, _start(entry), replaces=False)
        grown = setting.applied(grown, faults)
    return grown


def is_dotted(key: str) -> bool:
    """Whether the key of the top level is the path of an answer (and no misspelling of one)."""
    return "." in key and parts_of(key) is not None


def _start(entry: RawEntry) -> Position:
    """Return where the key's first letter stands, which may be behind a quote."""
    quoted = entry.key_at.length > len(entry.key)
    return entry.key_at._replace(column=entry.key_at.column + quoted)

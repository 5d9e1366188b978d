"""Dotted keys: `term.start: July 1, 2027` at the margin says what `start:` under `term:` says."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.raw import RawEntry, RawMapping, RawText
from mou_builder.source.paths import LISTED, parts_of
from mou_builder.source.setting import Setting

_NO_PARTY = 2
"""How many parts a key has that names an answer of a party and no party: `parties.address`."""


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
    paths = [parts_of(each.key) or [each.key] for each in dotted]
    for entry, parts in zip(dotted, paths, strict=True):
        if parts[0] in LISTED and len(parts) == _NO_PARTY and isinstance(entry.value, RawText):
            faults.append(_no_party(entry, parts, _parties_in(paths)))
            continue
        setting = Setting(parts, entry.value, _start(entry), replaces=False)
        grown = setting.applied(grown, faults)
    return grown


def is_dotted(key: str) -> bool:
    """Whether the key of the top level is the path of an answer (and no misspelling of one)."""
    return "." in key and parts_of(key) is not None


def _parties_in(paths: list[list[str]]) -> tuple[str, ...]:
    named = (each[1] for each in paths if each[0] in LISTED and len(each) > _NO_PARTY)
    return tuple(dict.fromkeys(named)) or ("district",)


def _no_party(entry: RawEntry, parts: list[str], parties: tuple[str, ...]) -> Diagnostic:
    """Return the fault of a party's answer that names no party, or of a party alone."""
    at = _start(entry)._replace(length=len(entry.key))
    if parts[1] in parties:
        message = f"`{entry.key}` does not say which answer of the party"
        return error("MB127", message, at, f"write `{entry.key}.legal_name: ` and the name")
    typed = ", ".join(f"`{parts[0]}.{each}.{parts[1]}: `" for each in parties)
    message = f"`{entry.key}` does not say of which party"
    return error("MB127", message, at, f"write a line for each party: {typed} and the answer")


def _start(entry: RawEntry) -> Position:
    """Return where the key's first letter stands, which may be behind a quote."""
    quoted = entry.key_at.length > len(entry.key)
    return entry.key_at._replace(column=entry.key_at.column + quoted)

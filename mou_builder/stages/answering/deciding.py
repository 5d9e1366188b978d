"""What reading a decision needs: its place in the file, what it may name, who and when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.answers import Acceptance
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.question import Kind, Question, Who
from mou_builder.model.raw import RawEntry, RawMapping, RawNode, RawText
from mou_builder.stages.answering.scalars import Misread, read_scalar
from mou_builder.stages.answering.typed import cut_by_comma, is_blank, shape
from mou_builder.stages.nearest import suggestion


@dataclass(frozen=True, slots=True)
class Deciding:
    """The decisions' place in the file, what they may name, and the faults found so far.

    The list belongs to one run of `answer`, which hands out a copy only.
    """

    root: RawMapping
    library: Library
    instrument: Instrument
    faults: list[Diagnostic] = field(default_factory=list)

    def fault(self, code: str, message: str, at: Position, hint: str) -> None:
        """Note a fault."""
        self.faults.append(error(code, message, at, hint))

    def text(self, key: str) -> RawText | None:
        """Return the text under a top-level key, or None; a list or keys there are a fault."""
        node = self.root.get(key)
        if node is None or is_blank(node):
            return None
        if isinstance(node, RawText):
            return node
        hint = f"write `{key}: ` and the value on the same line"
        self.fault("MB331", f"expected one value, found {shape(node)}", node.at, hint)
        return None

    def entries(self, key: str, example: str) -> tuple[RawEntry, ...]:
        """Return the entries under a top-level key; anything but keys with values is a fault."""
        node = self.root.get(key)
        if node is None or is_blank(node):
            return ()
        if isinstance(node, RawMapping):
            return node.entries
        hint = f"write on the next line, indented: `{example}`"
        self.fault("MB331", f"expected keys with values, found {shape(node)}", node.at, hint)
        return ()

    def clauses(self, key: str, example: str, also: Collection[str] = ()) -> Iterator[RawEntry]:
        """Yield the entries under a top-level key whose own keys are clauses, or among `also`."""
        for entry in self.entries(key, example):
            if entry.key in self.library.clauses or entry.key in also:
                yield entry
                continue
            otherwise = "`mou-builder list clauses` shows them all"
            hint = suggestion(entry.key, self.library.clauses, otherwise)
            self.fault("MB329", f"there is no clause `{entry.key}`", entry.key_at, hint)


def acceptance(deciding: Deciding, entry: RawEntry) -> Acceptance | None:
    """Return who accepted and when; None while either is open, which leaves the clause open."""
    hint = f"write `{entry.key}: {{by: Jane Doe, on: 2026-05-01}}`"
    parts = parts_of(deciding, entry.value, ("by", "on"), hint)
    if parts is None:
        return None
    when = date_of(deciding, parts.get("on"))
    by = parts.get("by")
    return Acceptance(entry.key, by.text.strip(), when, entry.key_at) if by and when else None


def parts_of(
    deciding: Deciding, node: RawNode, keys: tuple[str, ...], hint: str
) -> dict[str, RawText] | None:
    """Return the texts under the keys, without those left open; None after a fault."""
    if not isinstance(node, RawMapping):
        deciding.fault("MB331", f"expected who and when, found {shape(node)}", node.at, hint)
        return None
    found = {}
    for entry in node.entries:
        if entry.key not in keys or not isinstance(entry.value, RawText):
            message = f"`{entry.key}` with {shape(entry.value)} is not asked here"
            if whole := cut_by_comma(entry, node.entries):
                message = "a comma cuts this answer off"
                hint = f"put double quotes round a date that holds a comma: {whole}"
            deciding.fault("MB331", message, entry.key_at, hint)
            return None
        if not is_blank(entry.value):
            found[entry.key] = entry.value
    return found


_ON = Question("on", "When?", "", Who.COUNSEL, Kind.DATE, "date")


def date_of(deciding: Deciding, node: RawText | None) -> date | None:
    """Return the date typed, None where none was, or after a fault."""
    read = read_scalar(_ON, node.text) if node else None
    if isinstance(read, Misread) and node:
        deciding.fault(read.code, read.message, node.at, read.hint)
    return read if isinstance(read, date) else None

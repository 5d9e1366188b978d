"""The YAML reader: parse events onto our own stack, so that no file can exhaust the recursion.

Composing 30,000 brackets crashes the C loader; a stack of ours refuses the fifty-first level.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol, TypeAlias

import yaml

from mou_builder.diagnostics import Diagnostic, Outcome, Position, error, outcome
from mou_builder.model.raw import RawEntry, RawMapping, RawNode, RawText
from mou_builder.source.frames import Frame
from mou_builder.source.scalars import block_text, comment_behind, surprises
from mou_builder.source.syntax import Complaint, explain, tab_diagnostic
from mou_builder.source.text import (
    UNANSWERED,
    FileText,
    Source,
    file_text,
    holds_unseen,
    lines_in_text,
)

DEPTH = 50
"""How deep lists and mappings may stand in each other; an answer file needs six levels."""

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_RESTARTS = 20
_MOST_FAULTS = 200
_TOP_KEY = re.compile(r"[A-Za-z_][\w.-]*[ ]*:(?=\s|$)")

Scalar: TypeAlias = "tuple[int, int, int, int, str]"


def parse_yaml(source: Source, *, by_hand: bool = False) -> Outcome[RawMapping]:
    """Return the file's top-level mapping: every scalar as text, every node with its place.

    There is no value when the file has any fault; all its faults are then given, in their order.
    Of a file written `by_hand` a comment behind an answer is told.
    """
    root, faults = parse_what_can_be_read(source, by_hand=by_hand)
    return outcome(root, faults)


@lru_cache(maxsize=1024)  # as `language.parse` does
def parse_what_can_be_read(
    source: Source, *, by_hand: bool = False
) -> tuple[RawMapping | None, tuple[Diagnostic, ...]]:
    """Return the top-level mapping without what cannot be read, and all faults in their order."""
    text, faults = file_text(source.name, source.content)
    if text is None:
        return None, tuple(faults)
    builder = _Builder(text, faults, by_hand=by_hand)
    builder.read()
    ordered = sorted(builder.faults, key=_place)
    root = builder.root
    if not ordered and (root is None or not root.entries):
        hint = "write at least one line such as `instrument: mou`"
        ordered.append(error("MB106", "the file is empty", Position(source.name, 1, 1), hint))
    return root, tuple(ordered)


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    return (diagnostic.at.line, diagnostic.at.column) if diagnostic.at else (0, 0)


class _Mark(Protocol):
    """What both of PyYAML's kinds of mark have: a line and a column, counted from 0."""

    line: int
    column: int


class _Builder:
    """Builds one file's tree. It lives for one call of `parse_yaml`."""

    def __init__(self, text: FileText, faults: list[Diagnostic], *, by_hand: bool) -> None:
        self.faults = faults
        self._by_hand = by_hand
        self.root: RawMapping | None = None
        self._text = text
        self._offset = 0
        self._stack: list[Frame] = []
        self._top: Frame | None = None
        self._last: Scalar | None = None
        self._free_of_tabs: set[int] = set()
        self._stop = False
        self._stray: Diagnostic | None = None

    # --- reading, and reading on after a fault -------------------------------------------------

    def read(self) -> None:
        """Read the file, going on after a fault at the next line that starts with a key."""
        start: int | None = 0
        for _ in range(_RESTARTS):
            if start is None or self._stop:
                break
            start = self._read_from(start)
        self._tabs()
        if self._stray and self._top is None:
            self.faults.append(self._stray)
        if self._top is not None:
            self.root = RawMapping(tuple(self._top.entries), self._top.at)

    def _read_from(self, line: int) -> int | None:
        """Read from the line; return the line to read on from, or None when there is none."""
        self._offset = line
        rest = self._text.yaml
        if line > 0:
            rest = "\n".join(lines_in_text(rest)[line:])
        try:
            for event in yaml.parse(rest, Loader=_LOADER):
                self._take(event)
                if self._stop or len(self.faults) > _MOST_FAULTS:
                    self._stop = True
                    return None
        except yaml.MarkedYAMLError as fault:
            return self._complain(fault)
        except yaml.YAMLError as fault:  # pragma: no cover - file_text lets no such text through
            self.faults.append(error("MB129", str(fault), Position(self._text.file, line + 1, 1)))
        return None

    def _complain(self, fault: yaml.MarkedYAMLError) -> int | None:
        at = self._mark(fault.problem_mark or fault.context_mark)
        started = self._mark(fault.context_mark) if fault.context_mark else at
        complaint = Complaint(fault.context or "", fault.problem or "", started, at, self._last)
        explained = explain(self._text.file, self._text.lines, complaint)
        self._stray = None
        if not self._follows_on(explained.diagnostic):
            self.faults.append(explained.diagnostic)
        self._stack.clear()
        self._last = None
        lines = range(explained.resume, len(self._text.lines))
        return next((each for each in lines if _TOP_KEY.match(self._text.lines[each])), None)

    def _follows_on(self, fault: Diagnostic) -> bool:
        """Whether the line has a fault already, which this one may only be an echo of."""
        return any(each.at and fault.at and each.at.line == fault.at.line for each in self.faults)

    def _mark(self, mark: _Mark | None) -> tuple[int, int]:
        """Return the line and column, counted from 0; the parser points behind the end at times."""
        lines = self._text.lines
        line = (mark.line if mark else 0) + self._offset
        if line >= len(lines):
            return len(lines) - 1, len(lines[-1])
        return line, mark.column if mark else 0

    # --- events --------------------------------------------------------------------------------

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, mapping=isinstance(event, yaml.MappingStartEvent))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _at(self, event: yaml.Event, length: int = 1) -> Position:
        line, column = self._mark(event.start_mark)
        return Position(self._text.file, line + 1, column + 1, max(1, length))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        if self._top is None or not event.explicit:
            return
        self._stop = True
        hint = "put each document in a file of its own, or take out the line with `---`"
        message = "a second document starts here"
        self.faults.append(error("MB107", message, self._at(event, 3), hint))

    def _alias(self, event: yaml.AliasEvent) -> None:
        hint = "write the value out here; if the `*` belongs to the text, put it in double quotes"
        message = f"`*{event.anchor}` points to another value, which is not read"
        at = self._at(event, len(event.anchor or "") + 1)
        self.faults.append(error("MB111", message, at, hint))
        self._put(RawText("", at))

    def _properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Refuse anchors and tags; the value itself is read on."""
        if event.anchor:
            hint = "take it out; if the `&` belongs to the text, put the value in double quotes"
            message = f"`&{event.anchor}` names a value for use elsewhere, which is not read"
            at = self._at(event, len(event.anchor) + 1)
            self.faults.append(error("MB111", message, at, hint))
        if event.tag:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            hint = "take it out; if the `!` belongs to the text, put the value in double quotes"
            message = f"`{shown}` gives the value a type, which is not read"
            self.faults.append(error("MB112", message, self._at(event, len(shown)), hint))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._properties(event)
        (line, first), (end, last) = self._mark(event.start_mark), self._mark(event.end_mark)
        quote = event.style if event.style in ("'", '"') else ""
        self._last = (line, first, end, last, quote)
        length = last - first if line == end else len(self._text.lines[line].rstrip()) - first
        at = Position(self._text.file, line + 1, first + 1, max(1, length))
        text = event.value.replace(UNANSWERED, "?")
        if event.style in ("|", ">"):
            self._free_of_tabs.update(range(line + 1, end + 1))
            self._put(block_text(text, at, event.style, self._text.lines))
            return
        if quote == '"' and holds_unseen(text):
            hint = "take the escape out, such as `\\x07` or `\\u200b`"
            message = "an escape in this value stands for an invisible character"
            self.faults.append(error("MB103", message, at, hint))
        if quote:
            self._free_of_tabs.update(range(line + 1, end + 1))
        else:
            self.faults.extend(surprises(text, at, (end, last), self._text.lines))
            if self._by_hand:
                self.faults.extend(comment_behind(text, at, (end, last), self._text.lines))
        self._put(RawText(text, at, not quote))

    # --- the stack -----------------------------------------------------------------------------

    def _open(self, event: yaml.CollectionStartEvent, *, mapping: bool) -> None:
        self._properties(event)
        if self._key_expected():
            self._bad_key(self._at(event))
        if len(self._stack) == DEPTH:
            self._stop = True
            hint = "close the brackets, or take out levels"
            message = f"lists and mappings stand more than {DEPTH} levels deep in each other"
            self.faults.append(error("MB109", message, self._at(event), hint))
            return
        if self._stack or not mapping:
            self._stack.append(Frame(self._at(event), mapping=mapping))
            return
        # Reading on after a fault goes on with the same top level.
        self._top = self._top or Frame(self._at(event), mapping=True)
        self._top.key = None
        self._stack.append(self._top)

    def _close(self) -> None:
        frame = self._stack.pop()
        if self._stack:
            self._put(frame.node())
        elif frame is not self._top:
            self._not_a_mapping(frame.node())

    def _key_expected(self) -> bool:
        return bool(self._stack) and self._stack[-1].mapping and self._stack[-1].key is None

    def _bad_key(self, at: Position) -> None:
        line = self._text.lines[at.line - 1]
        if line[at.column - 2 : at.column] == "{{":
            at = Position(at.file, at.line, at.column - 1, 2)
            hint = "put the whole value in double quotes"
            self.faults.append(error("MB115", "a value cannot start with `{{`", at, hint))
            return
        hint = "put the value in double quotes if it starts with `{`, `[` or `?`"
        self.faults.append(error("MB113", "a key must be one word or text", at, hint))

    def _put(self, node: RawNode) -> None:
        """Give the node its place in the innermost list or mapping."""
        if not self._stack:
            self._not_a_mapping(node)
            return
        frame = self._stack[-1]
        if not frame.mapping:
            frame.items.append(node)
        elif frame.key is None:
            self._key(frame, node)
        else:
            frame.entries.append(RawEntry(frame.key.text, frame.key.at, node))
            frame.key = None

    def _key(self, frame: Frame, node: RawNode) -> None:
        if isinstance(node, RawText) and not node.text and node.plain:
            self._bad_key(node.at)
        self.faults.extend(frame.take_key(node))

    def _not_a_mapping(self, node: RawNode) -> None:
        if isinstance(node, RawText) and not node.text and node.plain:
            return
        hint = "start with lines such as `instrument: mou`"
        if isinstance(node, RawText) and re.match(r"[A-Za-z_][\w-]*:\S", node.text):
            hint = "put a space after the colon"
        what = "a text" if isinstance(node, RawText) else "a list"
        message = f"the file holds {what} where keys with values are expected"
        self._stray = error("MB108", message, node.at, hint)

    def _tabs(self) -> None:
        """Say which lines a tab indents, outside of texts that may hold tabs."""
        said = {each.at.line for each in self.faults if each.code == "MB105" and each.at}
        if not said:
            return
        for number, line in enumerate(self._text.lines):
            column = line[: len(line) - len(line.lstrip())].find("\t")
            fresh = number + 1 not in said and number not in self._free_of_tabs
            if column >= 0 and fresh and line.strip():
                self.faults.append(tab_diagnostic(self._text.file, number, column))

"""Lays the tree of a text out as markup: a mark where a tag stands, then blocks from the markup.

Tags that stand alone on their lines around whole paragraphs, items or rows take on the form of
what they hold: the mark of items is an item, the mark of rows a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mou_builder.language.marks import Line, Mark, Marks, Place
from mou_builder.language.markup import cell_count, read_blocks, read_sentence
from mou_builder.language.sourcetext import Reading
from mou_builder.language.statements import ControlNode, Node, OutputNode, WordsNode
from mou_builder.model.template import (
    BlockFor,
    BlockIf,
    InlineFor,
    InlineIf,
    ListT,
    Output,
    TableT,
    TemplateBlock,
)

_ITEM = re.compile(r"[ \t]*([-*+]|\d{1,9}[.)])[ \t]")
_ITEM_OR_ROW = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]|\|)")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\||$)")
_INNER_GAP = re.compile(r"\S[ \t]*\n[ \t]*\n\s*\S")


def blocks_of(reading: Reading, nodes: Sequence[Node]) -> tuple[TemplateBlock, ...]:
    """Return the blocks of a text; tags that fit no form are noted."""
    layout = _Layout(reading, Marks())
    lines = layout.lines(nodes, free=(True, True))
    return tuple(read_blocks(reading, lines, layout.marks))


@dataclass(slots=True)
class _Page:
    """The lines laid out so far, and the one being written."""

    done: list[Line] = field(default_factory=list)
    text: str = ""
    start: int = 0

    def write(self, text: str, start: int) -> None:
        for index, part in enumerate(text.split("\n")):
            if index:
                self.end_line()
            self.start = self.start if self.text else start
            self.text += part
            start += len(part) + 1

    def end_line(self) -> None:
        self.done.append(Line(self.text, self.start))
        self.text = ""

    def ends_free(self, *, at_start: bool) -> bool:
        """Whether a paragraph can begin here: after an empty line, or at the start."""
        if self.text.strip():
            return False
        return at_start if not self.done else not self.done[-1].text.strip()


@dataclass(frozen=True, slots=True)
class _Layout:
    """Lays out one text; `free` says of an end of the nodes that no words adjoin it."""

    reading: Reading
    marks: Marks

    def lines(self, nodes: Sequence[Node], *, free: tuple[bool, bool]) -> list[Line]:
        page = _Page()
        for index, node in enumerate(nodes):
            match node:
                case WordsNode(start, end):
                    page.write(self.reading.source.text[start:end], start)
                case OutputNode(start, _, expression):
                    mark = Mark(Output(expression), Place.SENTENCE, start)
                    page.write(self.marks.add(mark), start)
                case ControlNode():
                    edges = (
                        page.ends_free(at_start=free[0]),
                        self._begins_free(nodes[index + 1 :], at_end=free[1]),
                    )
                    self._control(page, node, edges)
        page.end_line()
        return page.done

    def _control(self, page: _Page, node: ControlNode, edges: tuple[bool, bool]) -> None:
        edges = (
            edges[0] or self._begins_free(node.branches[0].body, at_end=False),
            edges[1] or self._ends_free(node.branches[-1].body),
        )
        around_blocks = bool(_ITEM_OR_ROW.match(self._opening(node))) or edges == (True, True)
        if node.alone and around_blocks:
            self._around_blocks(page, node, edges)
        else:
            self._in_sentence(page, node)

    # --- within a sentence ---------------------------------------------------------------------

    def _in_sentence(self, page: _Page, node: ControlNode) -> None:
        bodies = []
        for branch in node.branches:
            lines = self.lines(branch.body, free=(False, False))
            text = "\n".join(each.text for each in lines)
            begins_line = not page.text.strip() and bool(_ITEM_OR_ROW.match(text))
            later_items = any(_ITEM_OR_ROW.match(each.text) for each in lines[1:])
            if begins_line or later_items or _INNER_GAP.search(text):
                self._misplaced(node)
            bodies.append(read_sentence(self.reading, text, self.marks))
        inline = (
            InlineFor(node.name, node.over, bodies[0])
            if node.over
            else InlineIf(
                tuple((b.condition, body) for b, body in zip(node.branches, bodies, strict=True))
            )
        )
        # The line end after a tag alone on its line is no part of the words that follow it.
        line_end = "\n" if node.ends_alone else ""
        mark = self.marks.add(Mark(inline, Place.SENTENCE, node.start))
        page.write(mark + line_end, node.start)

    def _misplaced(self, node: ControlNode) -> None:
        self.reading.fault(
            "MB510",
            "whole paragraphs, items or rows inside a sentence's tag",
            node.start,
            node.start + 2,
            "put every tag on a line of its own, with an empty line before the first and after "
            "the last",
        )

    # --- around whole blocks -------------------------------------------------------------------

    def _around_blocks(self, page: _Page, node: ControlNode, free: tuple[bool, bool]) -> None:
        bodies = [self.lines(each.body, free=free) for each in node.branches]
        read = [self._read(each) for each in bodies]
        places = {place for place, blocks in read if blocks}
        place = places.pop() if len(places) == 1 else Place.PARAGRAPHS
        if Place.ROWS in places:
            self._misplaced(node)
        contents = [_members(blocks) if place is not Place.PARAGRAPHS else tuple(blocks)
                    for _, blocks in read]  # fmt: skip
        block: BlockIf | BlockFor = (
            BlockFor(node.name, node.over, contents[0])
            if node.over
            else BlockIf(
                tuple((b.condition, body) for b, body in zip(node.branches, contents, strict=True))
            )
        )
        mark = self.marks.add(Mark(block, place, node.start))
        first = next((line for body in bodies for line in body if line.text.strip()), None)
        for text in _in_form(mark, place, first.text if first else ""):
            page.write(f"{text}\n", node.start)

    def _read(self, lines: list[Line]) -> tuple[Place, Sequence[TemplateBlock]]:
        filled = [each for each in lines if each.text.strip()]
        if not filled:
            return Place.PARAGRAPHS, ()
        lines = _dedented(lines, filled[0].text)
        is_row = filled[0].text.lstrip().startswith("|")
        if is_row and not (len(filled) > 1 and _DELIMITERS.match(filled[1].text)):
            return Place.ROWS, self._rows(filled)
        blocks = read_blocks(self.reading, lines, self.marks)
        if len(blocks) == 1 and isinstance(blocks[0], ListT):
            return Place.NUMBERED if blocks[0].numbered else Place.BULLETS, blocks
        return Place.PARAGRAPHS, blocks

    def _rows(self, lines: list[Line]) -> Sequence[TemplateBlock]:
        """Read rows under a head made up for them, which only tells how many cells they have."""
        columns = max(cell_count(each.text) for each in lines)
        start = lines[0].start
        head = ["Table: rows", "| " * columns + "|", "|---" * columns + "|"]
        made_up = [Line(text, start) for text in head]
        return read_blocks(self.reading, [*made_up, *lines], self.marks)

    # --- what adjoins --------------------------------------------------------------------------

    def _begins_free(self, nodes: Sequence[Node], *, at_end: bool) -> bool:
        """Whether the nodes begin with an empty line, an item or a row."""
        for node in nodes:
            if isinstance(node, OutputNode):
                return False
            if isinstance(node, ControlNode):
                return node.alone and bool(_ITEM_OR_ROW.match(self._opening(node)))
            text = self.reading.source.text[node.start : node.end]
            if text.strip() or "\n" in text:
                line = text.partition("\n")[0]
                return not line.strip() or bool(_ITEM_OR_ROW.match(line))
        return at_end

    def _ends_free(self, nodes: Sequence[Node]) -> bool:
        """Whether the nodes end with an empty line."""
        if not nodes or not isinstance(nodes[-1], WordsNode):
            return False
        text = self.reading.source.text[nodes[-1].start : nodes[-1].end]
        return bool(re.search(r"\n[ \t]*\n[ \t]*$", text))

    def _opening(self, node: ControlNode) -> str:
        """Return the first line that is not empty under the node's tags."""
        for branch in node.branches:
            for inner in branch.body:
                if isinstance(inner, ControlNode):
                    return self._opening(inner)
                if isinstance(inner, OutputNode):
                    return ""
                text = self.reading.source.text[inner.start : inner.end]
                if text.strip():
                    return text.lstrip("\n \t").partition("\n")[0] + " "
        return ""


def _members(blocks: Sequence[TemplateBlock]) -> tuple[TemplateBlock, ...]:
    """Return the items or rows of the one list or table."""
    match blocks:
        case [ListT(_, members)]:
            return members
        case [TableT(_, _, _, rows)]:
            return rows
        case _:
            return ()


def _in_form(mark: str, place: Place, first: str) -> tuple[str, ...]:
    """Return the lines that put the mark in the form of its contents, whose first line is given."""
    indent = first[: len(first) - len(first.lstrip())]
    match place:
        case Place.ROWS:
            return (f"{indent}| {mark} |",)
        case Place.NUMBERED | Place.BULLETS:
            marker = _ITEM.match(first)
            sign = marker.group(1) if marker else "-"
            return (f"{indent}{sign if place is Place.BULLETS else f'1{sign[-1]}'} {mark}",)
        case _:
            return ("", f"{indent}{mark}", "")


def _dedented(lines: Sequence[Line], first: str) -> list[Line]:
    """Return the lines moved left by the indentation of the first that is not empty."""
    width = len(first) - len(first.lstrip())
    moved = []
    for line in lines:
        left = min(width, len(line.text) - len(line.text.lstrip(" \t")))
        moved.append(Line(line.text[left:], line.start + left))
    return moved

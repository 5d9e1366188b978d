"""Reads the small Markdown of clause texts and long answers into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from mou_builder.language.inlines import inlines_of
from mou_builder.language.marks import Line, Marks, Place
from mou_builder.language.sourcetext import Reading
from mou_builder.model.template import (
    BlockFor,
    BlockIf,
    InlineIf,
    ItemT,
    ListT,
    ParagraphT,
    RowT,
    TableT,
    TemplateBlock,
    TemplateInline,
    Words,
)

_DEEPEST = 60
_CAPTION = re.compile(r"Table:\s*")
_ITEM = re.compile(r"\d{1,9}[.)] ")
_PIPE = re.compile(r"(?<!\\)\|")


def read_blocks(reading: Reading, lines: Sequence[Line], marks: Marks) -> list[TemplateBlock]:
    """Return the blocks of a clause text; faults of its lists and tables are noted."""
    tokens = _parser(tables=True).parse("\n".join(each.text for each in lines))
    if any(each.level >= _DEEPEST - 1 for each in tokens):
        reading.fault(
            "MB508",
            "lists within lists without end",
            lines[0].start,
            lines[0].start + 1,
            "make it several clauses",
        )
        return []
    return list(_Builder(reading, lines, marks).blocks(SyntaxTreeNode(tokens).children))


def read_sentence(reading: Reading, text: str, marks: Marks) -> tuple[TemplateInline, ...]:
    """Return the inlines of a part of a sentence, with the spaces at its ends."""
    root = SyntaxTreeNode(_parser(tables=True).parseInline(text))
    return inlines_of(root.children[0].children, marks, reading)


def read_long(reading: Reading, text: str) -> list[TemplateBlock] | None:
    """Return the blocks of a long answer, or None when its lists are too deep to be read."""
    tokens = _parser(tables=False).parse(text)
    if any(each.level >= _DEEPEST - 1 for each in tokens):
        return None
    builder = _Builder(reading, (), Marks(), clause=False)
    return list(builder.blocks(SyntaxTreeNode(tokens).children))


def cell_count(line: str) -> int:
    """Return how many cells a table's row has as typed."""
    return len(_PIPE.split(line.strip().removeprefix("|").removesuffix("|")))


@cache
def _parser(*, tables: bool) -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": _DEEPEST})
    return parser.enable(["list", "newline", "escape", "emphasis", *(["table"] if tables else [])])


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds blocks from Markdown's syntax tree, of a clause or of a long answer."""

    reading: Reading
    lines: Sequence[Line]
    marks: Marks
    clause: bool = True

    def blocks(
        self, nodes: Sequence[SyntaxTreeNode], *, bulleted: bool = False
    ) -> Iterator[TemplateBlock]:
        caption: SyntaxTreeNode | None = None
        for node in nodes:
            if self._is_caption(node):
                self._expect_table(caption)
                caption = node
            elif node.type == "table":
                yield self._table(node, caption)
                caption = None
            elif node.type == "paragraph":
                yield self._paragraph(node)
            else:
                yield self._list(node, bulleted=bulleted)
            if caption is not node:
                self._expect_table(caption)
                caption = None
        self._expect_table(caption)

    def _paragraph(self, node: SyntaxTreeNode) -> TemplateBlock:
        content = node.children[0].content
        mark = self.marks.alone(content)
        if mark and isinstance(mark.node, BlockIf | BlockFor) and mark.place is Place.PARAGRAPHS:
            return mark.node
        if self.clause and content.startswith("|"):
            self._fault(
                node,
                "MB513",
                "a row that belongs to no table",
                "give the table a row of names and under it `| --- | --- |`",
            )
        if self.clause:
            self._expect_no_items(node, content)
        return _whole_paragraph(self._inlines(node))

    def _expect_no_items(self, node: SyntaxTreeNode, content: str) -> None:
        """Note a line like `2. words` in a paragraph, which would print as a part of it."""
        for index, line in enumerate(content.split("\n")):
            if index and _ITEM.match(line) and node.map:
                start = self.lines[node.map[0] + index].start
                self.reading.fault(
                    "MB514",
                    f"`{line.split()[0]}` begins no item here",
                    start,
                    start + 1,
                    "begin the list with `1.`, or move the number to the line before",
                )

    def _list(self, node: SyntaxTreeNode, *, bulleted: bool) -> ListT:
        numbered = node.type == "ordered_list"
        if numbered and bulleted and self.clause:
            self._fault(
                node,
                "MB514",
                "numbered items inside a bullet",
                "number the outer list, or use bullets inside it",
            )
        numbered = numbered and not bulleted
        members = [self._item(each, bulleted=not numbered) for each in node.children]
        return ListT(numbered, tuple(members))

    def _item(self, node: SyntaxTreeNode, *, bulleted: bool) -> TemplateBlock:
        first = node.children[0] if node.children else None
        if first is None or first.type != "paragraph":
            if self.clause:
                self._fault(
                    node, "MB514", "an item without words of its own", "begin the item with words"
                )
            return ItemT((ParagraphT(()), *self.blocks(node.children, bulleted=bulleted)))
        mark = self.marks.alone(first.children[0].content)
        whole = mark and mark.place in {Place.NUMBERED, Place.BULLETS} and len(node.children) == 1
        if mark and whole and isinstance(mark.node, BlockIf | BlockFor):
            return mark.node
        return ItemT(tuple(self.blocks(node.children, bulleted=bulleted)))

    def _table(self, node: SyntaxTreeNode, caption: SyntaxTreeNode | None) -> TableT:
        head, *body = node.children
        if caption is None:
            self._fault(
                node,
                "MB513",
                "a table without a caption",
                "write `Table: what it shows` on the line before",
            )
        header = head.children[0]
        alignments = tuple(_alignment(each) for each in header.children)
        rows = [self._row(each, len(alignments)) for part in body for each in part.children]
        return TableT(
            self._caption_words(caption) if caption else "",
            alignments,
            tuple(self._inlines(each) for each in header.children),
            tuple(rows),
        )

    def _row(self, node: SyntaxTreeNode, columns: int) -> TemplateBlock:
        line = self._line(node)
        first = node.children[0].children[0].content
        mark = self.marks.alone(first)
        if mark and isinstance(mark.node, BlockIf | BlockFor):
            return mark.node
        if cell_count(line.text) != columns:
            self._fault(
                node,
                "MB513",
                f"a row of {cell_count(line.text)} cells in a table of {columns} columns",
                "give each row as many cells as the first, and put an empty line after the table",
            )
        cells = tuple(self._inlines(each) for each in node.children)
        total = bool(cells[0]) and all(getattr(each, "bold", False) for each in cells[0])
        if total:
            # The row is set off as a whole; bold words in it would be set off twice.
            cells = tuple(tuple(_plain(each) for each in cell) for cell in cells)
        return RowT(cells, total)

    def _is_caption(self, node: SyntaxTreeNode) -> bool:
        is_paragraph = self.clause and node.type == "paragraph"
        return is_paragraph and bool(_CAPTION.match(node.children[0].content))

    def _caption_words(self, node: SyntaxTreeNode) -> str:
        inlines = self._inlines(node)
        words = "".join(each.text for each in inlines if isinstance(each, Words))
        if not all(isinstance(each, Words) for each in inlines):
            self._fault(node, "MB513", "a tag in a table's caption", "write words only")
        return _CAPTION.sub("", words, count=1)

    def _expect_table(self, caption: SyntaxTreeNode | None) -> None:
        if caption:
            self._fault(
                caption,
                "MB513",
                "a caption without a table after it",
                "write the table on the next line, with `| --- | --- |` under its first "
                "row; or begin the paragraph with another word",
            )

    def _inlines(self, node: SyntaxTreeNode) -> tuple[TemplateInline, ...]:
        spans = node.children[0].children
        return inlines_of(spans, self.marks, self.reading, verbatim=not self.clause)

    def _line(self, node: SyntaxTreeNode) -> Line:
        return self.lines[node.map[0]] if node.map and self.lines else Line("", 0)

    def _fault(self, node: SyntaxTreeNode, code: str, message: str, hint: str) -> None:
        line = self._line(node)
        words = self.reading.source.text[line.start :].partition("\n")[0]
        start = line.start + len(words) - len(words.lstrip())
        self.reading.fault(code, message, start, line.start + len(words.rstrip()), hint)


def _alignment(cell: SyntaxTreeNode) -> str:
    return str(cell.attrs.get("style", "text-align:left")).removeprefix("text-align:")


def _whole_paragraph(inlines: tuple[TemplateInline, ...]) -> TemplateBlock:
    """Return a paragraph; an `{% if %}` that is all of it is an `{% if %}` round paragraphs."""
    match inlines:
        case (InlineIf(branches),):
            return BlockIf(tuple((when, (ParagraphT(body),)) for when, body in branches))
        case _:
            return ParagraphT(inlines)


def _plain(inline: TemplateInline) -> TemplateInline:
    return replace(inline, bold=False) if isinstance(inline, Words) else inline

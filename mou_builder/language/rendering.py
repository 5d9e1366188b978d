"""Turns a parsed clause text into the blocks and inlines of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from mou_builder.diagnostics import Outcome, outcome
from mou_builder.language.choosing import branch_taken, expanded, rounds
from mou_builder.language.evaluation import evaluate
from mou_builder.language.joining import joined
from mou_builder.language.parse import parse_long_text
from mou_builder.language.printing import NOWHERE, Printing, long_words
from mou_builder.language.scope import Scope
from mou_builder.model.document import (
    Blank,
    BulletList,
    DraftBlock,
    DraftInline,
    Emphasis,
    Paragraph,
    Provision,
    Role,
    Row,
    Table,
    Text,
)
from mou_builder.model.template import (
    Call,
    Constant,
    InlineFor,
    InlineIf,
    ItemT,
    ListT,
    Output,
    ParagraphT,
    Path,
    RowT,
    TableT,
    Template,
    TemplateBlock,
    TemplateInline,
    Words,
)
from mou_builder.model.values import LongText


def render_blocks(
    template: Template, scope: Scope, *, clause: str, level: int, opens: bool = True
) -> Outcome[tuple[DraftBlock, ...]]:
    """Return the text's blocks: paragraphs of role BODY, numbered items as Provisions.

    Items of the outermost list have this `level`; their anchors are `clause#1`, `clause#1.2`, or
    `clause#name` where the item begins with `anchor("name")`. `opens` says whether the first
    paragraph begins a sentence.
    """
    renderer = _Renderer(Printing(clause), level, opens)
    blocks = tuple(renderer.blocks(template.blocks, scope, _Numbers(f"{clause}#")))
    return outcome(blocks, renderer.printing.faults)


def render_inlines(
    template: Template, scope: Scope, *, clause: str, opens: bool = True
) -> Outcome[tuple[DraftInline, ...]]:
    """Return the inlines of a text of one paragraph; several paragraphs are joined by a space.

    `opens` says whether the text begins a sentence.
    """
    renderer = _Renderer(Printing(clause), 0)
    inlines: list[DraftInline] = []
    for block, inner in expanded(template.blocks, scope):
        inlines += [Text(" ")] if inlines else []
        if isinstance(block, Blank):
            inlines.append(block)
        elif isinstance(block, ParagraphT):
            inlines += renderer.inlines(block.inlines, inner)
    return outcome(joined(inlines, opens=opens), renderer.printing.faults)


@dataclass(slots=True)
class _Numbers:
    """The numbering of one provision's items: what their anchors begin with, the last number."""

    prefix: str
    depth: int = 0
    last: int = 0

    def inside(self) -> _Numbers:
        """Return the numbering inside the item that comes next."""
        return _Numbers(f"{self.prefix}{self.last + 1}.", self.depth + 1)


@dataclass(slots=True)
class _Renderer:
    """Renders one text: a clause's, or the long answer's at the path `filled_from`."""

    printing: Printing
    level: int
    opens: bool = True
    filled_from: str = ""

    def blocks(
        self, blocks: Sequence[TemplateBlock], scope: Scope, numbers: _Numbers
    ) -> Iterator[DraftBlock]:
        for block, inner in expanded(blocks, scope):
            match block:
                case Blank():
                    yield Paragraph(Role.BODY, (block,))
                case ParagraphT(inlines):
                    yield from self._paragraph(inlines, inner, numbers)
                case ListT(True, members):
                    for member, scope_inside in expanded(members, inner):
                        yield from self._provision(member, scope_inside, numbers)
                case ListT(_, members):
                    yield from self._bullets(members, inner, numbers)
                case TableT():
                    yield self._table(block, inner)
                case _:
                    raise AssertionError("items and rows stand in lists and tables only")

    def inlines(self, inlines: Sequence[TemplateInline], scope: Scope) -> Iterator[DraftInline]:
        for inline in inlines:
            match inline:
                case Words():
                    yield self._words(inline)
                case Output():
                    yield from self.printing.output(inline, scope)
                case InlineIf(branches):
                    body = branch_taken(branches, scope)
                    yield from [body] if isinstance(body, Blank) else self.inlines(body, scope)
                case InlineFor(body=body):
                    for inner in rounds(inline, scope):
                        yield from (
                            [inner] if isinstance(inner, Blank) else self.inlines(body, inner)
                        )
                case _:
                    assert_never(inline)

    def _words(self, words: Words) -> DraftInline:
        if self.filled_from:
            return long_words(words, self.filled_from)
        if words.bold or words.italic:
            return Emphasis(words.text, words.bold, words.italic)
        return Text(words.text)

    def _joined(self, inlines: Sequence[TemplateInline], scope: Scope) -> tuple[DraftInline, ...]:
        opens, self.opens = self.opens, True
        return joined(self.inlines(inlines, scope), opens=opens)

    def _paragraph(
        self, inlines: Sequence[TemplateInline], scope: Scope, numbers: _Numbers
    ) -> Iterator[DraftBlock]:
        match inlines:
            case (Output(Path(parts=(name,))),) if len(scope.fragments.get(name, ())) > 1:
                yield from scope.fragments[name]
            case (Output(Path() as path),):
                found = evaluate(path, scope)
                if isinstance(found.value, LongText):
                    template = parse_long_text(found.value.source, NOWHERE).ok
                    inner = _Renderer(self.printing, self.level, filled_from=found.answers[0])
                    yield from inner.blocks(template.blocks, scope, numbers)
                else:
                    yield from self._sentences(inlines, scope)
            case _:
                yield from self._sentences(inlines, scope)

    def _sentences(self, inlines: Sequence[TemplateInline], scope: Scope) -> Iterator[DraftBlock]:
        joint = self._joined(inlines, scope)
        if joint:
            yield Paragraph(Role.BODY, joint)

    def _bullets(
        self, members: Sequence[TemplateBlock], scope: Scope, numbers: _Numbers
    ) -> Iterator[DraftBlock]:
        contents = [
            tuple(self._content(member, inner, numbers))
            for member, inner in expanded(members, scope)
        ]
        items = tuple(each for each in contents if each)
        if items:
            yield BulletList(items)

    def _provision(
        self, member: TemplateBlock | Blank, scope: Scope, numbers: _Numbers
    ) -> Iterator[DraftBlock]:
        content = tuple(self._content(member, scope, numbers.inside()))
        if content:
            numbers.last += 1
            name = _anchor_name(member)
            anchor = f"{self.printing.clause}#{name}" if name else f"{numbers.prefix}{numbers.last}"
            yield Provision(anchor, self.level + numbers.depth, "", content)

    def _content(
        self, member: TemplateBlock | Blank, scope: Scope, numbers: _Numbers
    ) -> Iterator[DraftBlock]:
        if isinstance(member, ItemT):
            yield from self.blocks(member.blocks, scope, numbers)
        elif isinstance(member, Blank):
            yield Paragraph(Role.BODY, (member,))

    def _table(self, table: TableT, scope: Scope) -> DraftBlock:
        header = Row(tuple(self._joined(each, scope) for each in table.header))
        rows: list[Row[DraftInline]] = []
        for member, inner in expanded(table.rows, scope):
            if isinstance(member, Blank):
                rows.append(Row(((member,), *((),) * (len(table.header) - 1))))
            elif isinstance(member, RowT):
                cells = tuple(self._joined(each, inner) for each in member.cells)
                rows.append(Row(cells, member.total))
        return Table(table.caption, table.alignments, header, tuple(rows))


def _anchor_name(member: TemplateBlock | Blank) -> str:
    """Return the name that the item's first words give it, or nothing."""
    match member:
        case ItemT((ParagraphT((Output(Call("anchor", (Constant(str(name)),))), *_)), *_)):
            return name
        case _:
            return ""

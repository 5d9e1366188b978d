"""Walks a parsed text: every expression, where it stands and which loops are round it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import chain
from typing import assert_never

from mou_builder.model.template import (
    BlockFor,
    BlockIf,
    Call,
    Compare,
    Constant,
    Expression,
    Filtered,
    InlineFor,
    InlineIf,
    ItemT,
    ListT,
    Logic,
    Not,
    Output,
    ParagraphT,
    Path,
    RowT,
    TableT,
    TemplateBlock,
    TemplateInline,
    Test,
    Words,
)


class Purpose(Enum):
    """What an expression is for."""

    OUTPUT = auto()
    CONDITION = auto()
    LOOP = auto()


@dataclass(frozen=True, slots=True)
class Visit:
    """One expression of a text.

    `loops` maps the names of the loops round it to what they run over. `alone` is true for an
    output that is all of its paragraph, `opens_item` for one that begins a numbered item.
    `name` is the name that a loop binds.
    """

    expression: Expression
    purpose: Purpose
    loops: Mapping[str, Expression] = field(default_factory=dict)
    alone: bool = False
    opens_item: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """What is round a block: the loops, and whether it begins a numbered item."""

    loops: Mapping[str, Expression] = field(default_factory=dict)
    numbered: bool = False
    opens_item: bool = False

    def under(self, name: str, over: Expression) -> _Around:
        return replace(self, loops={**self.loops, name: over})


def visits_of(blocks: Sequence[TemplateBlock]) -> Iterator[Visit]:
    """Return every expression of the blocks, in reading order."""
    yield from _blocks(blocks, _Around())


def parts_of(expression: Expression) -> Iterator[Expression]:
    """Return the expression and every expression within it, outermost first."""
    yield expression
    for inner in _inner(expression):
        yield from parts_of(inner)


def _inner(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Constant() | Path():
            return ()
        case Call(arguments=arguments):
            return arguments
        case Filtered(value=value, arguments=arguments):
            return (value, *arguments)
        case Compare(left=left, right=right) | Logic(left=left, right=right):
            return (left, right)
        case Test(value=inner) | Not(operand=inner):
            return (inner,)
        case _:
            assert_never(expression)


def _blocks(blocks: Sequence[TemplateBlock], around: _Around) -> Iterator[Visit]:
    for index, block in enumerate(blocks):
        yield from _block(block, replace(around, opens_item=around.opens_item and not index))


def _block(block: TemplateBlock, around: _Around) -> Iterator[Visit]:
    match block:
        case ParagraphT(inlines):
            return _inlines(inlines, around)
        case ItemT(inner):
            return _blocks(inner, replace(around, opens_item=around.numbered))
        case ListT(numbered, members):
            return _members(members, replace(around, numbered=numbered))
        case RowT(cells):
            return _cells(cells, around)
        case TableT(header=header, rows=rows):
            return chain(_cells(header, around), _members(rows, around))
        case BlockIf() | BlockFor():
            return _controlled(block, around)
        case _:
            assert_never(block)


def _members(members: Sequence[TemplateBlock], around: _Around) -> Iterator[Visit]:
    for member in members:
        yield from _block(member, replace(around, opens_item=False))


def _controlled(block: BlockIf | BlockFor, around: _Around) -> Iterator[Visit]:
    match block:
        case BlockIf(branches):
            for condition, body in branches:
                yield from _condition(condition, around)
                yield from _blocks(body, around)
        case BlockFor(name, over, body):
            yield Visit(over, Purpose.LOOP, around.loops, name=name)
            yield from _blocks(body, around.under(name, over))


def _cells(cells: Sequence[Sequence[TemplateInline]], around: _Around) -> Iterator[Visit]:
    for cell in cells:
        yield from _inlines(cell, replace(around, opens_item=False))


def _inlines(inlines: Sequence[TemplateInline], around: _Around) -> Iterator[Visit]:
    alone = len(inlines) == 1
    for index, inline in enumerate(inlines):
        opens = around.opens_item and not index
        match inline:
            case Words():
                pass
            case Output(expression):
                yield Visit(expression, Purpose.OUTPUT, around.loops, alone, opens)
            case InlineIf(branches):
                for condition, body in branches:
                    yield from _condition(condition, around)
                    yield from _part(body, around)
            case InlineFor(name, over, body):
                yield Visit(over, Purpose.LOOP, around.loops, name=name)
                yield from _part(body, around.under(name, over))
            case _:
                assert_never(inline)


def _part(body: Sequence[TemplateInline], around: _Around) -> Iterator[Visit]:
    """Walk a part of a sentence, in which nothing stands alone or begins an item."""
    for inline in body:
        for visit in _inlines((inline,), replace(around, opens_item=False)):
            yield replace(visit, alone=False)


def _condition(condition: Expression | None, around: _Around) -> Iterator[Visit]:
    if condition:
        yield Visit(condition, Purpose.CONDITION, around.loops)

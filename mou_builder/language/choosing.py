"""Decides which branches and loop rounds of a text are printed; a blank where that is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from mou_builder.language.evaluation import evaluate
from mou_builder.language.logic import truth_of
from mou_builder.language.names import members_of
from mou_builder.language.printing import blank
from mou_builder.language.scope import Scope
from mou_builder.model.document import Blank
from mou_builder.model.selection import Truth
from mou_builder.model.template import BlockFor, BlockIf, Expression, InlineFor, TemplateBlock
from mou_builder.model.values import Unanswered

T = TypeVar("T")


def expanded(
    blocks: Sequence[TemplateBlock], scope: Scope
) -> Iterator[tuple[TemplateBlock | Blank, Scope]]:
    """Return the blocks that are printed, each with its scope; a Blank where that is open."""
    for block in blocks:
        match block:
            case BlockIf(branches):
                body = branch_taken(branches, scope)
                if isinstance(body, Blank):
                    yield body, scope
                else:
                    yield from expanded(body, scope)
            case BlockFor():
                for inner in rounds(block, scope):
                    if isinstance(inner, Blank):
                        yield inner, scope
                    else:
                        yield from expanded(block.body, inner)
            case _:
                yield block, scope


def branch_taken(
    branches: Sequence[tuple[Expression | None, tuple[T, ...]]], scope: Scope
) -> tuple[T, ...] | Blank:
    """Return the first branch whose condition is yes; a Blank when an open one comes first."""
    for condition, body in branches:
        if condition is None:
            return body
        found = evaluate(condition, scope)
        truth = truth_of(found.value)
        if truth is Truth.YES:
            return body
        if truth is Truth.UNKNOWN:
            open_value = found.value if isinstance(found.value, Unanswered) else Unanswered()
            return blank(open_value, found.answers, scope)
    return ()


def rounds(loop: BlockFor | InlineFor, scope: Scope) -> Iterator[Scope | Blank]:
    """Return the scope of every round of the loop; one Blank while the group is open."""
    found = evaluate(loop.over, scope)
    if isinstance(found.value, Unanswered):
        yield blank(found.value, found.answers, scope)
    for member in members_of(found, scope):
        yield scope.within(loop.name, member)

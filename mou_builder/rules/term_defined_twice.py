"""A term that is defined twice.

## What it finds

In a library: two clauses that define one term. In an agreement: a definition typed between
quotation marks, `(the "Program")`, of a term that the agreement defines already. Plural and
capitals make no difference. (Two printed definitions of one term are an error: MB606.)

## Why it is bad

Two definitions are never quite the same. Whoever gains by the difference will find it.

## Example

    The services under this article (the "Program") are paid for by the District.

## Write instead

The term as it is defined, or another term.

    The District shall pay for the Program as this article says.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Defined
from mou_builder.rules.analysis.terms import typed_definitions


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    first: dict[str, Defined] = {}
    for each in (*analysis.defined, *typed_definitions(analysis)):
        before = first.setdefault(_key(each.term), each)
        if before.where == each.where and before.at == each.at:
            continue
        if each.replaces == before.where or (each.is_opening and before.is_opening):
            continue
        if not (analysis.of_agreement and each in analysis.defined):
            message = f"“{each.term}” is defined twice: in `{before.where}` and in `{each.where}`"
            yield warning("MB722", message, each.at, "use the term as it is defined, or another")


def _key(term: str) -> str:
    """Return the term without capitals and without a plural ending."""
    words = term.casefold()
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")


RULE = Rule("MB722", _check, __doc__)

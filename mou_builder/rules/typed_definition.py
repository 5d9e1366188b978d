"""A definition typed instead of printed with `define`.

## What it finds

A term between quotation marks where it is given a meaning: `(the "Program")`, `"Program" means`.

## Why it is bad

The program does not know that the term is defined. It cannot say that the term is used nowhere, or
defined twice, and the term looks unlike the others.

## Example

    The Parties form a committee (the "Safety Committee").

## Write instead

    The Parties form a committee (the {{ define("Safety Committee") }}).
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis
from mou_builder.rules.analysis.terms import typed_definitions


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for each in typed_definitions(analysis):
        message = f"the definition of “{each.term}” is typed"
        cure = f'write `{{{{ define("{each.term}") }}}}`, without quotation marks round it'
        yield warning("MB726", message, each.at, cure)


RULE = Rule("MB726", _check, __doc__)

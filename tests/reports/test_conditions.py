"""Conditions written out again."""

from __future__ import annotations

import pytest

from mou_builder.diagnostics import Position
from mou_builder.language import parse_expression
from mou_builder.reports.conditions import condition_text

SOURCES = [
    'funding.model == "percentage"',
    "not schedule.summer",
    'a.b != none and (c.d > 12 or e.f == "x")',
    "a.b is answered",
    "a.b is not answered",
    "a.b is none",
    'sum(funding.shares, "percent") == 100',
    "a.b >= 12.5",
    'has("x.y") or true',
    "(a.b | lower_first) == c.d",
    "'say \"so\"'",
    "a.b not in c.d",
]


@pytest.mark.parametrize("source", SOURCES)
def test_a_condition_reads_as_typed(source: str) -> None:
    """What is shown is what one would write in a clause file."""
    assert condition_text(parse_expression(source, Position("f", 1, 1)).ok) == source

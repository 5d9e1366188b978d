"""Every fault of a text is found in one run, at its exact line and column."""

from __future__ import annotations

import pytest

from mou_builder.diagnostics import Position
from mou_builder.language import parse_expression, parse_template

# The text starts in line 10, column 5 of its file.
AT = Position("clause.yaml", 10, 5)

TEXTS = [
    ("{{ funding.amount", "MB500", (10, 5)),
    ("{% if a.b", "MB500", (10, 5)),
    ("{# note", "MB500", (10, 5)),
    ("words {{ a.b c }}", "MB500", (10, 18)),
    ("{{ }}", "MB500", (10, 5)),
    ("{{ a. }}", "MB500", (10, 9)),
    ('{{ a.b == "x }}', "MB500", (10, 15)),
    ("{{ count(a.b }}", "MB500", (10, 13)),
    ("{{ a.b } }}", "MB500", (10, 12)),
    ("{{ 1e5 }}", "MB500", (10, 8)),
    ("{{ 12345678901234567890 }}", "MB500", (10, 8)),
    (r'{{ "a\n" }}', "MB500", (10, 8)),
    ("{% for x %}{% endfor %}", "MB500", (10, 8)),
    ("{% if a.b %}{% else x %}{% endif %}", "MB500", (10, 25)),
    ("one\n{% set x = 1 %}", "MB501", (11, 8)),
    ("{% raw %}x{% endraw %}", "MB501", (10, 5)),
    ('{% include "x" %}', "MB501", (10, 8)),
    ("{% macro x() %}", "MB501", (10, 8)),
    ("{%- if a.b %}{% endif %}", "MB502", (10, 5)),
    ("{{ a.b -}}", "MB502", (10, 12)),
    ("one\ntwo {{ a.b + 1 }}", "MB503", (11, 12)),
    ("{{ a['b'] }}", "MB503", (10, 9)),
    ("{{ a.b if c.d else e.f }}", "MB503", (10, 8)),
    ("{{ a.b.upper() }}", "MB503", (10, 12)),
    ("{{ holders('x').name }}", "MB503", (10, 21)),
    ("{{ count(group=a.b) }}", "MB503", (10, 13)),
    ("{{ count(*a.b) }}", "MB503", (10, 13)),
    ("{{ 1 < a.b < 3 }}", "MB503", (10, 8)),
    ("{{ ['a'] }}", "MB503", (10, 8)),
    ("{{ a.b, c.d }}", "MB503", (10, 11)),
    ("{{ {'a': 1} }}", "MB503", (10, 8)),
    ("{{ -1 }}", "MB503", (10, 8)),
    ("{{ a.b ~ c.d }}", "MB503", (10, 8)),
    ("{{ summ(a.b, 'c') }}", "MB504", (10, 8)),
    ("{{ a.b | mony }}", "MB505", (10, 14)),
    ("{% if a.b is defined %}x{% endif %}", "MB506", (10, 18)),
    ("{% if a.b is not odd %}x{% endif %}", "MB506", (10, 22)),
    ("{{ count() }}", "MB507", (10, 8)),
    ("{{ a.b | counted('x') }}", "MB507", (10, 14)),
    ("{{ (((((((((((((a))))))))))))) }}", "MB508", (10, 8)),
    ("{% if a.b %}x", "MB509", (10, 5)),
    ("one\n\n{% endif %}", "MB509", (12, 8)),
    ("{% for s in a.b %}x{% endif %}{% endfor %}", "MB509", (10, 27)),
    ("{% if a.b %}{% else %}{% else %}{% endif %}", "MB509", (10, 30)),
    ("words {% if a.b %}one\n\ntwo{% endif %}", "MB510", (10, 11)),
    ("words {% if a.b %}one\n- two{% endif %}", "MB510", (10, 11)),
    ("{% for s in a.b %}- {{ s.c }}{% endfor %}", "MB510", (10, 5)),
    ("a\ue000b", "MB511", (10, 6)),
    ("one\n\n# Two", "MB512", (12, 5)),
    ("- > quoted", "MB512", (10, 7)),
    ("words [here](there)", "MB512", (10, 16)),
    ("words <b>here", "MB512", (10, 11)),
    ("words `here`", "MB512", (10, 11)),
    ("words\n---", "MB512", (11, 5)),
    ("Table: One\n| a | b |\n| - | - |\n| {{ c.d }} |", "MB513", (13, 5)),
    ("| a | b |\n| - | - |\n| c | d |", "MB513", (10, 5)),
    ("Table: One\n\nwords", "MB513", (10, 5)),
    ("words\n\n| a | b |", "MB513", (12, 5)),
    ("Table: {{ a.b }}\n| a |\n| - |\n| b |", "MB513", (10, 5)),
    ("1. one\n2.", "MB514", (11, 5)),
    ("- one\n  1. two", "MB514", (11, 7)),
    ("words:\n2. one", "MB514", (11, 5)),
    ("words {% if a.b %}\n| one |\n{% endif %}", "MB510", (10, 11)),
]


@pytest.mark.parametrize(("text", "code", "place"), TEXTS)
def test_a_fault_is_found_where_it_stands(text: str, code: str, place: tuple[int, int]) -> None:
    """The code, the line and the column of the one fault are exact."""
    found = parse_template(text, AT).diagnostics

    assert [(each.code, each.at[1:3] if each.at else None) for each in found] == [(code, place)]


def test_all_faults_come_in_one_run() -> None:
    """A fault in one tag hides none in another."""
    text = "{{ a + 1 }} {{ b | mony }}\n{{ c d }}\n{% set e %} {{ 'f }}\n{{ summ(g) }}"

    found = parse_template(text, AT).diagnostics

    assert [(each.code, each.at.line if each.at else 0) for each in found] == [
        ("MB503", 10),
        ("MB505", 10),
        ("MB500", 11),
        ("MB501", 12),
        ("MB500", 12),
        ("MB504", 13),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (10, 5)),
        ("a.b ==", (10, 9)),
        ("a.b and\nnot", (11, 5)),
        ("{{ a.b }}", (10, 5)),
        ("a.b }} c", (10, 5)),
        ("(a.b", (10, 5)),
        ("a.b b.c", (10, 9)),
    ],
)
def test_a_fault_of_an_expression_is_found_where_it_stands(
    text: str, place: tuple[int, int]
) -> None:
    """An expression's places count from its own first character."""
    found = parse_expression(text, AT).diagnostics

    assert [(each.code, each.at[1:3] if each.at else None) for each in found] == [("MB500", place)]


def test_the_length_of_a_fault_is_that_of_what_was_typed() -> None:
    """Carets stand under all of the word that is wrong."""
    (found,) = parse_template("{{ funding.amount | mony }}", AT).diagnostics

    assert found.at == Position("clause.yaml", 10, 25, 4)
    assert found.hint == "did you mean `money`?"


def test_a_name_knows_its_place_for_later_checks() -> None:
    """A dotted name stands where its first letter stands, and is as long as it was typed."""
    expression = parse_expression("not\n  funding.amount", AT).ok

    assert expression.at == Position("clause.yaml", 10, 5, 3)
    assert getattr(expression, "operand").at == Position("clause.yaml", 11, 7, 14)  # noqa: B009

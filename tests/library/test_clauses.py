"""Every shipped clause: its conditions turn both ways, and its words keep the drafting rules."""

from __future__ import annotations

from functools import cache

import pytest

from mou_builder.diagnostics import Diagnostic
from mou_builder.language import judge, render_blocks, render_inlines
from mou_builder.model.answers import Decisions
from mou_builder.model.library import Alternative, Clause
from mou_builder.model.selection import Truth
from mou_builder.model.template import Expression
from mou_builder.rules import Analysis, Rule, of_library, rules
from mou_builder.stages.selecting.alternatives import take_alternative
from tests.library import shipped
from tests.library.agreements import scopes
from tests.library.conditions import truths, worlds
from tests.library.wanted import ground

# Conditions that never turn, each with the reason.
ALWAYS: dict[str, str] = {}
CONDITIONS = [
    *((each.id, each.when) for each in shipped.clauses()),
    *((f"{clause.id}/{each.id}", each.when) for clause, each in shipped.wordings()),
    *((each.id, each.when) for each in shipped.questions()),
    *((f"exhibit {each.id}", each.when) for each in shipped.library().exhibits.values()),
]
every_condition = pytest.mark.parametrize(
    ("name", "condition"),
    [pytest.param(name, when, id=name) for name, when in CONDITIONS if when],
)
every_clause = pytest.mark.parametrize(
    "clause", [pytest.param(each, id=each.id) for each in shipped.clauses()]
)
every_wording = pytest.mark.parametrize(
    ("clause", "wording"),
    [
        pytest.param(clause, each, id=f"{clause.id}/{each.id}")
        for clause, each in shipped.wordings()
    ],
)


@cache
def analysis() -> Analysis:
    """Return what the rules read in the shipped library and instruments."""
    return of_library(shipped.library(), shipped.instruments().values())


# --- conditions --------------------------------------------------------------------------------


@every_condition
def test_a_condition_can_be_yes_and_can_be_no(name: str, condition: Expression) -> None:
    """Under the answers that it mentions, a condition is yes for some and no for others."""
    expected = {Truth.YES} if name in ALWAYS else {Truth.YES, Truth.NO}

    assert truths(condition, ground()) == expected


@every_clause
def test_whatever_is_answered_one_wording_fits(clause: Clause) -> None:
    """While the clause is in, never are the conditions of two wordings met, nor none's."""
    conditions = [clause.when, *(each.when for each in clause.alternatives)]
    taken = [
        (dict(world.typed), take_alternative(clause, world.scope, Decisions()))
        for world in worlds(conditions, ground())
        if judge(clause.when, world.scope).truth is Truth.YES
    ]

    assert taken
    assert [each for each in taken if isinstance(each[1], Diagnostic)] == []


# --- texts -------------------------------------------------------------------------------------


@every_wording
def test_a_wording_renders(clause: Clause, wording: Alternative) -> None:
    """In an agreement that holds it, the text has no fault and says something."""
    scope, opens = scopes()[clause.id, wording.id], clause.defines is None

    assert render_blocks(wording.text, scope, clause=clause.id, level=1, opens=opens).ok
    assert render_inlines(wording.summary, scope, clause=clause.id).ok


@pytest.mark.parametrize("rule", rules(), ids=lambda each: each.code)
def test_no_rule_finds_anything(rule: Rule) -> None:
    """Texts, summaries, notes and questions keep the rules, whichever conditions are met."""
    assert list(rule.check(analysis())) == []

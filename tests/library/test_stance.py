"""A stance fills what answers leave open, and never what only counsel decides."""

from __future__ import annotations

from functools import cache

import pytest

from mou_builder.language import Scope, judge
from mou_builder.model.answers import Decisions
from mou_builder.model.library import Clause
from mou_builder.model.selection import Rule, Truth
from mou_builder.stages.answering.decisions import STANCES
from mou_builder.stages.selecting.alternatives import Choice, take_alternative
from tests.library import shipped
from tests.library.conditions import worlds
from tests.library.wanted import ground

COUNSELS = [each for each in shipped.clauses() if each.counsel_decides]
OTHERS = [
    each for each in shipped.clauses() if not each.counsel_decides and len(each.alternatives) > 1
]
every_stance = pytest.mark.parametrize("stance", STANCES)


@cache
def scopes_of(identifier: str) -> tuple[Scope, ...]:
    """Return what the clause may read: any of the answers on which it turns, and none at all."""
    clause = shipped.library().clauses[identifier]
    conditions = [clause.when, *(each.when for each in clause.alternatives)]
    answered = (each.scope for each in worlds(filter(None, conditions), ground()))
    kept = [each for each in answered if judge(clause.when, each).truth is not Truth.NO]
    return (*kept, next(iter(worlds([], ground()))).scope)


def choices(clause: Clause, stance: str) -> list[Choice]:
    """Return what is taken under the stance, whatever is answered, and when nothing is."""
    decisions = Decisions(stance=stance)
    taken = (take_alternative(clause, scope, decisions) for scope in scopes_of(clause.id))
    return [each for each in taken if isinstance(each, Choice)]


@every_stance
@pytest.mark.parametrize("clause", [pytest.param(each, id=each.id) for each in COUNSELS])
def test_what_counsel_decides_no_stance_settles(clause: Clause, stance: str) -> None:
    """Whatever is answered or open, it is never the stance that takes the wording."""
    taken = choices(clause, stance)

    assert taken
    assert [each for each in taken if each.rule is Rule.STANCE] == []
    settled = [each for each in taken if each.settled]
    assert {each.rule for each in settled} <= {Rule.CONDITION}


@every_stance
@pytest.mark.parametrize("clause", [pytest.param(each, id=each.id) for each in OTHERS])
def test_what_is_open_otherwise_is_filled(clause: Clause, stance: str) -> None:
    """A stance that was typed leaves no wording in brackets for want of an answer."""
    assert [each for each in choices(clause, stance) if not each.settled] == []

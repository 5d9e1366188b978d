"""What law on file rules out is said, whichever wording or answer oversteps it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_builder.model.law import Bound
from tests.library import shipped
from tests.library.plans import Plan, Tried, tried
from tests.library.wanted import wording_wanted

BOUNDS = [
    pytest.param(bound, id=bound.of)
    for state in shipped.library().jurisdictions.values()
    for bound in state.law.bounds
]
# Answers that overstep each bound over answers, and some that keep it.
OVERSTEPPED = {
    "ar.r12": ({"training.course_hours": "24"}, {"training.course_hours": "40"}),
    "ga.interlocal_duration": ({"term.end": "June 30, 2090"}, {"term.end": "June 30, 2029"}),
    "in.r04": ({"training.course_hours": "39"}, {"training.course_hours": "40"}),
    "ma.interlocal_duration": ({"term.end": "June 30, 2060"}, {"term.end": "June 30, 2029"}),
    "mo.r05": ({"training.course_hours": "16"}, {"training.course_hours": "40"}),
    "ms.r03": (
        {"staffing.commitment": "purchased_share", "staffing.purchased_percent": "50%"},
        {"staffing.commitment": "purchased_share", "staffing.purchased_percent": "75%"},
    ),
    "nc.r02": (
        {"schedule.basis": "weekly_hours", "schedule.weekly_hours": "15"},
        {"schedule.basis": "weekly_hours", "schedule.weekly_hours": "20"},
    ),
    "oh.r09": ({"training.course_hours": "39"}, {"training.course_hours": "80"}),
    "tn.r03": ({"training.course_hours": "30"}, {"training.course_hours": "40"}),
    "wv.interlocal_duration": ({"term.end": "June 30, 2029"}, {"funding.model": "none"}),
}


@pytest.mark.slow
@pytest.mark.parametrize("bound", BOUNDS)
def test_a_wording_against_it_is_said(bound: Bound) -> None:
    """In the state's agreements, and in no other state's."""
    for name in bound.against:
        clause, _, wording = name.rpartition(".")
        found = shipped.library().clauses[clause]
        alternative = found.alternative(wording)
        assert alternative
        plan = Plan("mou")
        assert plan.takes(wording_wanted(found, alternative, "mou"))

        assert bound.of in said(in_state(plan, bound.of))
        assert bound.of not in said(in_state(plan, "or"))


# About the kind of a party; `test_states.py` tries it.
OF_PARTIES = {"tn.interlocal_limit"}


def test_each_bound_over_answers_is_tried() -> None:
    """One more needs a line above."""
    asked = {bound.of for each in BOUNDS if (bound := each.values[0]).holds}  # type: ignore[union-attr]

    assert asked == {*OVERSTEPPED, *OF_PARTIES}


@pytest.mark.parametrize("bound", [each for each in BOUNDS if each.id in OVERSTEPPED])
def test_an_answer_against_it_is_said(bound: Bound) -> None:
    """And one that keeps it is not."""
    oversteps, keeps = OVERSTEPPED[bound.of]

    assert bound.of in said(in_state(Plan("mou", dict(oversteps)), bound.of))
    assert bound.of not in said(in_state(Plan("mou", dict(keeps)), bound.of))


def in_state(plan: Plan, name: str) -> Tried:
    """Return what the agreement gives in the state whose code the name begins with."""
    state = name.partition(".")[0].upper()
    return tried(replace(plan, typed={**plan.typed, "state": state}))


def said(made: Tried) -> str:
    """Return what the open items say of law that is overstepped."""
    assert made.errors == ()
    assert made.agreement
    hints = (each.hint or "" for each in made.agreement.open_items if each.code == "MB630")
    return " ".join(hints)

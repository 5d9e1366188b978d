"""As few whole agreements as hold every wording of the library, and every option of its questions.

What is wanted is put into the first agreement that has room for it: the same instrument, no other
wording of the clause, no other answer to a question on which either depends, and no wording that
rules it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from mou_builder.language import Scope
from tests.library import shipped
from tests.library.plans import Plan, Tried, tried
from tests.library.wanted import Wanted, options, wording_wanted, wordings


@cache
def plans_for_wordings() -> tuple[Plan, ...]:
    """Return agreements that together hold every alternative of every clause."""
    return _packed(wordings())


@cache
def plans_for_options() -> tuple[Plan, ...]:
    """Return agreements in which together every option of every question is answered."""
    return _packed(options())


@cache
def tried_wordings() -> tuple[Tried, ...]:
    """Return what each of the agreements that hold the wordings gives."""
    return tuple(map(tried, plans_for_wordings()))


@cache
def scopes() -> dict[tuple[str, str], Scope]:
    """Return for each clause and alternative what it reads in an agreement that holds it."""
    found: dict[tuple[str, str], Scope] = {}
    for each in tried_wordings():
        if each.scope:
            found.update(dict.fromkeys(each.holds.items(), each.scope))
    return found


def plan_for(clauses: Mapping[str, str]) -> Plan:
    """Return a memorandum with these clauses, each in the wording named or, if empty, in any.

    Raises AssertionError when they have no room together.
    """
    plan = Plan("mou")
    for identifier, name in clauses.items():
        clause = shipped.library().clauses[identifier]
        named = [each for each in clause.alternatives if name in ("", each.id)]
        named.sort(key=lambda each: not each.default)
        wanted = (wording_wanted(clause, each, "mou") for each in named)
        assert any(map(plan.takes, wanted)), f"no room for {identifier} {name}"
    return plan


def _packed(wanted: Iterable[Wanted]) -> tuple[Plan, ...]:
    plans: list[Plan] = []
    for each in wanted:
        if not any(plan.takes(each) for plan in plans):
            plans.append(Plan(each.instrument))
            assert plans[-1].takes(each), f"no answers bring in {each.clause} {each.wording}"
    return tuple(plans)

"""Each relation that a clause declares holds: who breaks it is refused, and who keeps it is not."""

from __future__ import annotations

import pytest

from mou_builder.diagnostics import Diagnostic
from tests.library import shipped
from tests.library.plans import Plan, broken
from tests.library.relations import Name, Relation, relations, spelled
from tests.library.wanted import Wanted, in_one_agreement, wording_wanted

REFUSED_AS = {"requires": "MB405", "conflicts": "MB406"}
every_relation = pytest.mark.parametrize(
    "relation", [pytest.param(each, id=str(each)) for each in relations()]
)


@every_relation
def test_an_agreement_that_keeps_the_relation_is_not_refused(relation: Relation) -> None:
    """Whoever declares it can stand in an agreement, with its needs and without its rivals."""
    plan = _plan(_alone(_wording(relation.of)))

    assert broken(plan) == ()


@every_relation
def test_an_agreement_that_breaks_the_relation_is_refused(relation: Relation) -> None:
    """The refusal names both; what no agreement can break would say nothing."""
    of, other = spelled(relation.of), f"`{spelled(relation.other)}`"
    said = [each for each in _broken(relation) if of in each.message and other in each.message]

    assert {each.code for each in said} == {REFUSED_AS[relation.kind]}


def _broken(relation: Relation) -> tuple[Diagnostic, ...]:
    """Return what is said of an agreement in which the relation is broken."""
    of = _wording(relation.of)
    if relation.kind == "conflicts":
        return broken(_forced(in_one_agreement(of, _wording(relation.other))))
    instead = (in_one_agreement(of, each) for each in _other_wordings(relation.other))
    found = next((each for each in instead if each.ways), None)
    if found:
        return broken(_forced(found))
    return broken(_plan(_alone(of)), omit=[relation.other[0]])


def _alone(name: Name) -> Wanted:
    clause = shipped.library().clauses[name[0]]
    wording = clause.alternative(name[1])
    assert wording
    return wording_wanted(clause, wording)


def _plan(wanted: Wanted) -> Plan:
    """Return an agreement with what is wanted, all its relations kept."""
    plan = Plan(wanted.instrument)
    assert plan.takes(wanted), f"no answers bring in {wanted.clause} {wanted.wording}"
    return plan


def _forced(wanted: Wanted) -> Plan:
    """Return an agreement with what is wanted, whatever relation that breaks."""
    assert wanted.ways, f"no answers bring both in: `{wanted.clause}` says nothing"
    typed = {"state": wanted.state} if wanted.state else {}
    return Plan(wanted.instrument, {**wanted.ways[0].typed, **typed}, dict(wanted.ways[0].choose))


def _other_wordings(name: Name) -> list[Name]:
    """Return the other wordings of the clause where one wording is named, else none."""
    clause, wording = name
    others = shipped.library().clauses[clause].alternatives if wording else ()
    return [(clause, each.id) for each in others if each.id != wording]


def _wording(name: Name) -> Name:
    """Return the wording named; of a clause in any wording, its first."""
    clause, wording = name
    return clause, wording or shipped.library().clauses[clause].alternatives[0].id

"""Every wording and every option stands in a whole agreement without an error."""

from __future__ import annotations

import pytest

from tests.library import shipped
from tests.library.agreements import (
    plans_for_options,
    plans_for_wordings,
    tried_wordings,
)
from tests.library.plans import Plan, findings_in, tried

WORDINGS = range(len(plans_for_wordings()))


@pytest.mark.parametrize("number", WORDINGS)
def test_an_agreement_of_these_wordings_has_no_error(number: int) -> None:
    """References are to clauses that are there, and every term used is defined."""
    assert tried_wordings()[number].errors == ()


@pytest.mark.parametrize("number", WORDINGS)
def test_no_rule_finds_anything_in_the_printed_agreement(number: int) -> None:
    """What conditions, loops and answers make of the texts keeps the rules of wording."""
    assert findings_in(plans_for_wordings()[number], tried_wordings()[number]) == ()


def test_every_wording_was_in_one_of_them() -> None:
    """What is chosen is what is drafted."""
    held = {pair for each in tried_wordings() for pair in each.holds.items()}

    assert held == {(clause.id, each.id) for clause, each in shipped.wordings()}


@pytest.mark.parametrize(
    "number", [each for each in WORDINGS if plans_for_wordings()[each].instrument == "mou"]
)
def test_an_interlocal_agreement_of_these_wordings_has_no_error(number: int) -> None:
    """The other full form, with its own words and order, takes the same clauses."""
    plan = plans_for_wordings()[number]

    assert tried(Plan("interlocal", plan.typed, plan.choose)).errors == ()


@pytest.mark.parametrize("number", range(len(plans_for_options())))
def test_an_agreement_with_these_options_has_no_error(number: int) -> None:
    """Each option of each question, and each `none`, is answered in one of these agreements."""
    assert tried(plans_for_options()[number]).errors == ()

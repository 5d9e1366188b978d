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

pytestmark = pytest.mark.slow


def test_no_agreement_of_the_wordings_has_an_error() -> None:
    """References are to clauses that are there, and every term used is defined."""
    assert [each.errors for each in tried_wordings() if each.errors] == []


def test_every_wording_was_in_one_of_them() -> None:
    """What is chosen is what is drafted."""
    held = {pair for each in tried_wordings() for pair in each.holds.items()}

    assert held == {(clause.id, each.id) for clause, each in shipped.wordings()}


def test_no_rule_finds_anything_in_the_printed_agreements() -> None:
    """What conditions, loops and answers make of the texts keeps the rules of wording."""
    pairs = zip(plans_for_wordings(), tried_wordings(), strict=True)
    found = [findings_in(plan, held) for plan, held in pairs]

    assert [each for each in found if each] == []


def test_no_interlocal_agreement_of_these_wordings_has_an_error() -> None:
    """The other full form, with its own words and order, takes the same clauses."""
    plans = [each for each in plans_for_wordings() if each.instrument == "mou"]
    made = [tried(Plan("interlocal", each.typed, each.choose)) for each in plans]

    assert plans
    assert [each.errors for each in made if each.errors] == []


def test_no_agreement_with_the_options_has_an_error() -> None:
    """Each option of each question, and each `none`, is answered in one of these agreements."""
    made = map(tried, plans_for_options())

    assert [each.errors for each in made if each.errors] == []

"""The starter that ships: twenty-five questions, none of them counsel's, each with an example."""

from __future__ import annotations

import pytest

from mou_builder.model.library import ClauseScope
from mou_builder.model.question import Who
from mou_builder.reports.asking import WIDTH
from mou_builder.reports.starter import Asked, starter, starter_questions
from tests.library import shipped

COUNT = 25
ORDER = (
    *("state", "purpose.occasion", "instrument", "parties.district.legal_name"),
    *("parties.district.kind", "parties.agency.kind", "parties.agency.legal_name"),
    *("parties.agency.through", "other_parties", "staffing.schools"),
    *("staffing.full_time_equivalents", "staffing.officer_class", "enforcement.body_cameras"),
    *("schedule.months", "schedule.basis", "term.start", "term.end", "term.renewal"),
    *("funding.who_pays", "funding.price", "funding.billing", "funding.grant"),
    *("schedule.absence", "selection.method", "term.termination_days"),
)
WHOLE = ("mou", "interlocal", "agreement")


def asked(instrument: str, scope: ClauseScope = ClauseScope.CORE) -> tuple[Asked, ...]:
    """Return the starter's questions for a kind of agreement."""
    return starter_questions(shipped.instruments()[instrument], shipped.library(), scope, None)


@pytest.mark.parametrize("scope", ClauseScope)
@pytest.mark.parametrize("instrument", WHOLE)
def test_a_whole_agreement_asks_all_of_them(instrument: str, scope: ClauseScope) -> None:
    """In the order in which an office thinks of them, whatever the scope."""
    assert tuple(each.key for each in asked(instrument, scope)) == ORDER
    assert len(ORDER) == COUNT


@pytest.mark.parametrize("instrument", shipped.instruments())
def test_a_short_form_asks_what_it_needs(instrument: str) -> None:
    """No question is asked in vain, and the order is the same."""
    keys = [each.key for each in asked(instrument)]

    assert keys == [each for each in ORDER if each in keys]
    assert {"state", "instrument", "parties.district.legal_name"} <= set(keys)


@pytest.mark.parametrize("question", asked("mou"), ids=lambda each: each.key)
def test_a_question_helps(question: Asked) -> None:
    """It is plain, short, no counsel's, and shows what one may type."""
    assert question.who is not Who.COUNSEL
    assert question.prompt.endswith("?")
    assert question.help.endswith(".")
    assert len(question.help) <= 3 * WIDTH
    assert question.answer
    assert question.example


def test_it_asks_for_no_address_signer_or_resolution() -> None:
    """They stay open in a first draft."""
    text = starter(
        shipped.instruments()["mou"], shipped.library(), None, ClauseScope.CORE, "ours.yaml"
    )
    typed = [each for each in text.splitlines() if each and not each.startswith("#")]

    assert len(typed) == COUNT + 2
    assert [
        each for each in typed if any(word in each for word in ("address", "sign", "resol"))
    ] == []

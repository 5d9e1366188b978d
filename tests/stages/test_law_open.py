"""What the law on file leaves open, until counsel accepts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mou_builder import stages
from mou_builder.diagnostics import Diagnostic
from mou_builder.model.answers import Acceptance, Answers, Decisions
from mou_builder.model.evidence import Evidence
from mou_builder.model.law import Binding, Contracting, MandatoryTerm
from mou_builder.model.library import Library
from mou_builder.model.names import PartyKind
from mou_builder.model.selection import Omitted, Selection
from mou_builder.stages.resolving.law_open import left_open_by_law
from tests.builders import (
    CITY,
    DISTRICT,
    answers,
    at,
    clause,
    fact,
    instrument,
    library,
    party,
    raw,
    selection,
)

BY = Acceptance("", "Jane Doe", date(2026, 5, 1), at(9))
RADIO = clause("safety.radio", "Radios are on.")
FACT = fact("wa.radio", "RCW 1", Evidence.RECALLED)
TERM = MandatoryTerm("wa.radio", "Words on radios", Binding.UNCLEAR)


def known(term: MandatoryTerm = TERM) -> Library:
    """Return a library with the term, and with tribes among the kinds of party."""
    law = Contracting(mandatory_terms=(term,))
    made = library([RADIO], facts=[FACT], contracting=law)
    tribe = PartyKind("tribe", "tribe", settled=False)
    return replace(made, party_kinds={**made.party_kinds, tribe.id: tribe})


def items(
    term: MandatoryTerm = TERM, given: Answers | None = None, chosen: Selection | None = None
) -> list[Diagnostic]:
    """Return what is left open."""
    none = Selection((), ())
    return list(left_open_by_law(known(term), given or answers(), chosen or none))


def accepted(name: str) -> Answers:
    """Return answers in which counsel accepts what has that name."""
    return answers(decisions=Decisions(state="wa", accept={name: BY}))


def test_an_unclear_term_is_named_with_its_citation_and_how_that_is_known() -> None:
    """Its words have to be written: no clause carries them."""
    (item,) = items()

    assert item.code == "MB640"
    assert "Words on radios (RCW 1, only recalled)" in item.message
    assert "`additional_provisions:`" in (item.hint or "")
    assert "`accept.wa.radio: {" in (item.hint or "")


def test_a_clause_that_carries_it_can_be_chosen() -> None:
    """And settles it once it stands."""
    term = replace(TERM, clause=RADIO.id)

    (item,) = items(term)

    assert "`choose: {safety.radio: plain}`" in (item.hint or "")
    assert items(term, chosen=selection(RADIO)) == []


def test_a_clause_that_the_instrument_does_not_have_is_not_offered() -> None:
    """A short instrument takes in no other clause."""
    out = Selection((), (Omitted(RADIO, "the instrument `mou` does not have it"),))

    (item,) = items(replace(TERM, clause=RADIO.id), chosen=out)

    assert "choose" not in (item.hint or "")


def test_counsel_accepts_that_it_stays_out() -> None:
    """Under the id of the fact."""
    assert items(given=accepted("wa.radio")) == []


@pytest.mark.parametrize("binding", [Binding.YES, Binding.NO])
def test_what_is_clear_is_not_open(binding: Binding) -> None:
    """It is printed, or does not concern these parties."""
    assert items(replace(TERM, public_counterpart=binding)) == []


def test_a_party_that_the_law_does_not_settle_is_open_until_counsel_accepts_it() -> None:
    """By the party's own id: one acceptance does not speak for another party."""
    tribe = replace(party("north", "Tribe", "agency"), kind="tribe")
    other = replace(party("south", "Other Tribe", "agency"), kind="tribe")
    given = replace(accepted("parties.north"), parties=(tribe, other))

    (item,) = items(replace(TERM, public_counterpart=Binding.YES), given)

    assert item.code == "MB641"
    assert "the power of `south` (tribe)" in item.message
    assert "`accept.parties.south: {" in (item.hint or "")


@pytest.mark.parametrize("name", ["wa.radio", "parties.city"])
def test_an_answer_file_may_accept_them(name: str) -> None:
    """A term that is clear, or a party that is not there, is no clause."""
    typed = {
        "state": "WA",
        "parties": [DISTRICT, CITY],
        "accept": {name: {"by": "Jane Doe", "on": "2026-05-01"}},
    }
    found = stages.answer(raw(typed), known(), instrument("safety"))

    assert "MB329" not in [each.code for each in found.diagnostics]
    assert found.ok.decisions.accept[name].by == "Jane Doe"


@pytest.mark.parametrize("name", ["wa.radios", "parties.town"])
def test_nothing_else_is_accepted(name: str) -> None:
    """A slip in the name is told."""
    typed = {
        "state": "WA",
        "parties": [DISTRICT, CITY],
        "accept": {name: {"by": "Jane Doe", "on": "2026-05-01"}},
    }
    found = stages.answer(raw(typed), known(), instrument("safety"))

    assert "MB329" in [each.code for each in found.diagnostics]

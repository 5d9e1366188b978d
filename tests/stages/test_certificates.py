"""Certificates on the face of a contract, as a state's law asks for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mou_builder.model.answers import Answers, Decisions
from mou_builder.model.document import Certification, DraftInline, SignatureBlock
from mou_builder.model.evidence import Evidence
from mou_builder.model.law import Certificate, Contracting
from mou_builder.stages import draft
from mou_builder.stages.drafting.wording import plain_words
from mou_builder.stages.resolving.steps import steps_of
from tests.builders import (
    answers,
    clause,
    expression,
    fact,
    instrument,
    library,
    party,
    selection,
    style,
    template,
)

DAY = date(2026, 7, 1)
RADIO = clause("safety.radio", "Radios are on.")
CERTIFICATE = Certificate(
    "wa.funds",
    "Certificate of funds",
    template('As {{ cite("wa.funds") }} requires, the undersigned certifies it.'),
    "Fiscal officer",
    ("city", "county"),
    note="Only remembered.",
)
FUNDS = fact("wa.funds", "RCW 1", Evidence.RECALLED)


def certified(
    certificate: Certificate = CERTIFICATE, given: Answers | None = None
) -> tuple[Certification[DraftInline], ...]:
    """Return the certificates of the draft."""
    law = Contracting(certificates=(certificate,))
    known = library([RADIO], facts=[FUNDS], contracting=law)
    made = draft(
        known,
        instrument("safety"),
        style(),
        given or answers(),
        selection(RADIO),
        as_of=DAY,
        final=False,
    ).ok
    blocks = made.document.blocks
    (block,) = (each for each in blocks if isinstance(each, SignatureBlock))
    return block.certificates


def test_each_party_of_the_kind_has_one() -> None:
    """With the party's name, the words with their citation, and a line without a name."""
    first, second = certified()

    assert plain_words(first.title) == "Certificate of funds: District of Northfield"
    assert plain_words(second.title) == "Certificate of funds: City of Northfield"
    assert plain_words(first.words) == "As RCW 1 requires, the undersigned certifies it."
    assert plain_words(first.line.title) == "Fiscal officer"
    assert (first.line.caption, first.line.name, first.line.dated) == ("By", (), True)


@pytest.mark.parametrize(
    ("certificate", "expected"),
    [
        (replace(CERTIFICATE, role="agency"), ["Certificate of funds: City of Northfield"]),
        (replace(CERTIFICATE, kinds=("county",)), []),
        (replace(CERTIFICATE, when=expression("false")), []),
    ],
)
def test_others_have_none(certificate: Certificate, expected: list[str]) -> None:
    """A party without the role, one of another kind, and all while the condition is no."""
    assert [plain_words(each.title) for each in certified(certificate)] == expected


def test_another_state_has_none() -> None:
    """It is the law of one state."""
    assert certified(given=answers(decisions=Decisions(state="wi"))) == ()


def test_the_signing_is_a_step_that_says_how_the_words_are_known() -> None:
    """Once, however many parties have one; none where no party does."""
    law = Contracting(certificates=(CERTIFICATE,))
    known = library([RADIO], facts=[FUNDS], contracting=law)
    tribe = replace(party("tribe", "Tribe", "agency"), kind="tribe")

    (step,) = steps_of(known, answers(), DAY)

    assert step.text == "Fiscal officer signs: Certificate of funds. Only remembered."
    assert (step.citation, step.evidence) == ("RCW 1", Evidence.RECALLED)
    assert list(steps_of(known, answers(parties=[tribe]), DAY)) == []

"""The test of duties tells a party's from anybody else's."""

from __future__ import annotations

import pytest

from tests.library.duties import without_bearer

TERMS = {"District", "City"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The District shall pay.",
        "If an SRO is absent, the City shall send another.",
        "A Party that learns of a claim shall tell the other.",
        "It shall tell the Principal.",
        "The City decides on overtime, and shall comply with the law.",
        "Until the SRO is back, the City may assign another and shall tell the Principal.",
        "Neither Party shall assign this MOU.",
    ],
)
def test_a_party_may_bear_a_duty(sentence: str) -> None:
    """Its name, a pronoun, a clause after it, or a second verb."""
    assert without_bearer([sentence], TERMS) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Superintendent shall consult the Chief.",
        "The Chief is the administrator of this MOU and shall consult the City.",
        "Each contact shall answer.",
        "Reports shall be sent to the District.",
        "The District will pay.",
    ],
)
def test_nobody_else_does(sentence: str) -> None:
    """An official, a thing, and a promise without `shall` are told."""
    assert len(without_bearer([sentence], TERMS)) == 1

"""What stands beside the text of a library's clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import alternative, clause, template
from tests.rules.linted import agreement_of, found, library_of, raised


@pytest.mark.parametrize(
    ("summary", "is_told"),
    [
        ("The agency sends a substitute.", False),
        ("The agency sends one. It pays.", True),
        ("The agency sends a substitute", True),
        ("Dr. Doe of School No. 4 decides.", False),
    ],
)
def test_a_summary_is_one_sentence(summary: str, is_told: bool) -> None:  # noqa: FBT001
    """With a full stop; that of an abbreviation ends none."""
    wording = replace(alternative("plain", default=True), summary=template(summary))
    known = library_of(clause("duties.radio", alternatives=[wording]))

    assert bool(found("MB740", known)) is is_told


@pytest.mark.parametrize(("count", "is_told"), [(2, True), (3, False), (8, False), (9, True)])
def test_a_note_has_three_to_eight_sentences(count: int, is_told: bool) -> None:  # noqa: FBT001
    """No fewer and no more."""
    wording = replace(alternative("plain", default=True), note="One says why. " * count)
    known = library_of(clause("duties.radio", alternatives=[wording]))

    assert bool(found("MB741", known)) is is_told


@pytest.mark.parametrize("code", ["MB740", "MB741"])
def test_an_agreement_has_neither(code: str) -> None:
    """They do not travel with the document."""
    assert raised(code, agreement_of("Words.")) == []

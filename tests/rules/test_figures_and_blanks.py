"""Figures, blanks and other slips of a text that was taken over."""

from __future__ import annotations

from datetime import date

import pytest

from mou_builder.model.question import Kind
from mou_builder.model.values import LongText, Record
from tests.builders import clause, party, question
from tests.rules.linted import agreement_of, flagged, flagged_in_agreement, raised


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It assigns five (4) officers.", ["five (4)"]),
        ("It pays twenty percent (25%).", ["twenty percent (25%)"]),
        ("Within thirty-five (30) days.", ["thirty-five (30)"]),
        (
            "It pays one hundred thousand dollars ($10,000).",
            ["one hundred thousand dollars ($10,000)"],
        ),
        ("It assigns five (5) officers within thirty-five (35) days.", []),
        ("It pays one hundred and twenty thousand dollars ($120,000.00).", []),
        ("It assigns one of them (2 in summer).", []),
        ("The money stated in item four (a).", []),
    ],
)
def test_words_and_figures(sentence: str, words: list[str]) -> None:
    """The words say the figure, or they are told."""
    assert flagged("MB730", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It pays $______ by TBD.", ["______", "TBD"]),
        ("It pays [amount of the grant].", ["[amount of the grant]"]),
        ("The price is to be determined.", ["to be determined"]),
        ("The day is to be determined by the Chief.", []),
        ("It pays [$5] for 3 < 4.", []),
    ],
)
def test_a_typed_blank(sentence: str, words: list[str]) -> None:
    """What stands for something to come is told, a decision that somebody makes is not."""
    assert flagged("MB731", sentence) == words


def test_an_answer_that_is_a_blank() -> None:
    """A blank is to be left empty, also inside a group."""
    names = ("TBD", "<name of school>", "Northfield High")
    given = {"staffing.schools": tuple(Record({"name": each}) for each in names)}
    told = [each.message.split("`")[1] for each in raised("MB731", agreement_of("W.", given=given))]

    assert told == ["TBD", "<name of school>"]


def test_a_party_whose_name_is_a_blank() -> None:
    """What the parties are called is an answer too."""
    parties = [party("district", "District", "district"), party("city", "XXXX", "agency")]

    assert raised("MB731", agreement_of("Words.", parties=parties))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It tells the the Principal.", ["the the"]),
        ("It tells The the Principal.", ["The the"]),
        ("It knows that that is so, as it had had it.", []),
        ("It is in the theater.", []),
    ],
)
def test_a_doubled_word(sentence: str, words: list[str]) -> None:
    """A word twice in a row is a slip, but for those that may be meant."""
    assert flagged("MB732", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They meet in the 2023-2024 school year.", ["2023-2024"]),
        ("They meet in 2023-24.", ["2023-24"]),
        ("They meet in 2026-27 and 2025-2026.", []),
        ("This replaces the agreement of 2023-2024.", []),
        ("Call 2023-1234 for it.", []),
    ],
)
def test_a_past_school_year(sentence: str, words: list[str]) -> None:
    """A year that ends before the earliest date of the agreement is over."""
    given = {"staffing.start": date(2026, 7, 1), "staffing.end": date(2027, 6, 30)}

    assert flagged_in_agreement("MB733", sentence, given=given) == words
    assert flagged_in_agreement("MB733", sentence) == []


def test_a_long_answer_is_the_offices_own_words() -> None:
    """It is read wherever a clause prints it, and the place is the answer's."""
    asked = question("staffing.aim", Kind.LONG_TEXT)
    aim = clause("staffing.aim", "{{ staffing.aim }}")
    given = {"staffing.aim": LongText("The five (4) officers help.\n\n- At **all times**.")}
    analysis = agreement_of("Words.", aim, given=given, questions=[asked])

    assert [each.at.file for each in raised("MB730", analysis) if each.at] == ["answers.yaml"]
    assert len(raised("MB710", analysis)) == 1

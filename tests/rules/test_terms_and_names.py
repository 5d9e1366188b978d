"""Defined terms, and the names of officers, places and laws."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_builder.model.values import Record
from tests.builders import clause, party
from tests.rules.linted import (
    agreement_of,
    flagged,
    flagged_in_agreement,
    found,
    library_of,
    raised,
    with_alternatives,
)

TEAM = clause("definitions.team", "means four persons.", defines="Safety Team")


def messages(code: str, *clauses: object) -> list[str]:
    """Return what the rule says of a library of these clauses."""
    return [each.message for each in found(code, library_of(*clauses))]  # type: ignore[arg-type]


# --- terms -------------------------------------------------------------------------------------


def test_a_term_that_nothing_uses() -> None:
    """Its own definition is no use of it."""
    own = replace(TEAM, alternatives=clause("a.b", "means a Safety Team of four.").alternatives)
    told = ["`definitions.team` defines “Safety Team”, which no text uses"]

    assert messages("MB720", TEAM) == told
    assert messages("MB720", own) == told


@pytest.mark.parametrize("text", ["The Safety Team meets.", "Both Safety Teams meet."])
def test_a_term_in_use(text: str) -> None:
    """Its plural is a use of it."""
    assert messages("MB720", TEAM, clause("duties.meeting", text)) == []


def test_an_agreement_leaves_out_what_it_does_not_use() -> None:
    """There nothing is unused."""
    assert raised("MB720", agreement_of("Words.", TEAM)) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Program Manager keeps it.", ["Program Manager"]),
        ("It asks each Coordinator.", ["Coordinator"]),
        ("It asks the District's Treasurer.", ["Treasurer"]),
        ("The Director of Safety asks.", ["Director of Safety"]),
        ("The SRO asks the District and each Party.", []),
        ("An officer asks the coordinator.", []),
        ("The Civil Rights Act and the Washington State Patrol and the FBI count.", []),
        ("It is said in the English language by the May board.", []),
        ("The vest says “the Director” on it.", []),
        ("In this Section and the City of Eastmere.", []),
    ],
)
def test_a_capital_without_a_definition(sentence: str, words: list[str]) -> None:
    """Names of laws, states and places, abbreviations and quoted words are none."""
    assert flagged_in_agreement("MB721", sentence) == words


def test_a_term_of_the_library_is_known() -> None:
    """So is one that the text itself defines, with `define` or typed."""
    text = 'The Safety Team meets. A committee (the {{ define("Panel") }}) is the Panel.'

    assert flagged_in_agreement("MB721", text, TEAM) == []
    assert flagged_in_agreement("MB721", 'A board (the "Panel") meets. The Panel asks.') == []


def test_a_name_in_an_answer_is_no_term() -> None:
    """What the office calls its own stands in an answer."""
    given = {"staffing.program": "Lighthouse Project of Northfield"}

    assert flagged_in_agreement("MB721", "The Lighthouse Project goes on.", given=given) == []
    assert flagged_in_agreement("MB721", "The Lighthouse Project goes on.") != []
    assert flagged_in_agreement("MB721", "The Project and the Board go on.", given=given) == [
        "Board"
    ]


def test_a_term_defined_twice_in_a_library() -> None:
    """In two clauses, unless one stands in for the other."""
    again = clause("duties.teams", 'A {{ define("Safety Teams") }} meets.')
    instead = replace(again, replaces="definitions.team", state="wa")
    twice = ["“Safety Teams” is defined twice: in `definitions.team` and in `duties.teams`"]

    assert messages("MB722", TEAM, again) == twice
    assert messages("MB722", TEAM, instead) == []


def test_two_wordings_of_one_clause_may_define_a_term() -> None:
    """Only one of them is printed."""
    text = 'A {{ define("Panel") }} meets.'

    assert messages("MB722", with_alternatives("duties.panel", text, f"One. {text}")) == []


def test_a_definition_typed_for_a_term_that_is_defined() -> None:
    """The typed one is pointed at."""
    text = 'The staff (together the "Safety Team") meets. The Safety Team asks.'

    assert flagged_in_agreement("MB722", text, TEAM) == ["Safety Team"]
    assert flagged_in_agreement("MB722", text) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ('A committee (the "Panel") meets.', ["Panel"]),
        ("“Panel” means a committee.", ["Panel"]),
        ('A committee (the {{ define("Panel") }}) meets.', []),
        ('The vest says "Police" on it.', []),
    ],
)
def test_a_typed_definition(sentence: str, words: list[str]) -> None:
    """A meaning given between quotation marks; words merely quoted are none."""
    assert flagged("MB726", sentence) == words


# --- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The SRO attends.", ["SRO"]),
        ("A School Resource Officer attends.", ["School Resource Officer"]),
        ("The law enforcement SROs attend.", ["law enforcement SROs"]),
        ("The {{ officer }} attends; {{ an_officer }} stays.", []),
        ("An officer attends.", []),
    ],
)
def test_the_officers_name_in_a_library(sentence: str, words: list[str]) -> None:
    """The agreement says what the officer is called."""
    assert flagged("MB723", sentence) == words


def test_the_heading_of_the_officers_definition() -> None:
    """It prints the name, and does not type it."""
    known = library_of(
        clause("definitions.officer", defines="{{ officer }}", heading="{{ officer }}")
    )

    assert found("MB723", known) == []


@pytest.mark.parametrize(
    ("officer", "words"), [("sro", ["Deputy"]), ("deputy", ["SRO", "School Resource Officer"])]
)
def test_the_officers_name_in_an_agreement(officer: str, words: list[str]) -> None:
    """The name of another class is left from another text."""
    text = "An SRO is a School Resource Officer. A Deputy is a School Deputy."
    given = {"staffing.officer_class": officer}
    told = flagged_in_agreement("MB723", text, given=given)

    assert told == (words if officer == "deputy" else [*words, "School Deputy"])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The radios of the City of Ridgemont count.", ["City of Ridgemont"]),
        ("The Ridgemont School District pays.", ["Ridgemont School District"]),
        ("It is for Ridgemont Middle School.", ["Ridgemont Middle School"]),
        ("The City of Northfield and the Northfield School District pay.", []),
        ("The School District and the County pay.", []),
        ("A city or a county pays.", []),
    ],
)
def test_a_place_of_another_agreement(sentence: str, words: list[str]) -> None:
    """A place by name is none of this agreement unless an answer names it."""
    assert flagged_in_agreement("MB724", sentence) == words


def test_a_place_in_an_address_is_known() -> None:
    """Any answer will do."""
    address = Record({"street": "1 Main Street", "city": "Ridgemont"})
    text = "The Ridgemont Police Department answers."

    assert flagged_in_agreement("MB724", text, given={"staffing.address": address}) == []


def test_only_the_offices_own_words_are_searched_for_places() -> None:
    """A library's own texts name no place, and a party may be called anything."""
    shipped = clause("duties.other", "The City of Ridgemont is an example.")
    parties = [party("district", "District", "district"), party("city", "Ridgemont", "agency")]

    assert raised("MB724", agreement_of("Words.", shipped)) == []
    assert flagged_in_agreement("MB724", "Ridgemont High School counts.", parties=parties) == []


@pytest.mark.parametrize(
    ("sentence", "cure"),
    [
        ("They act under chapter 39.34 RCW.", "wa.interlocal"),
        ("Records are kept as 20 U.S.C. 1232g provides.", "us.ferpa"),
        ("Control is as in 34 C.F.R. 99.31(a)(1).", "us.direct_control"),
    ],
)
def test_a_citation_on_file(sentence: str, cure: str) -> None:
    """The cure is the fact's own name."""
    (told,) = raised("MB725", agreement_of(sentence))

    assert told.hint == f'write `{{{{ cite("{cure}") }}}}`'


@pytest.mark.parametrize(
    "sentence", ["They act under RCW 10.93.", "It has 39.34 miles.", '{{ cite("wa.interlocal") }}.']
)
def test_a_citation_that_is_not_on_file(sentence: str) -> None:
    """What the library does not know, counsel may type."""
    assert raised("MB725", agreement_of(sentence)) == []

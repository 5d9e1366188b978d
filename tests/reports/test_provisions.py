"""Which provisions of a published agreement stand in ours."""

from __future__ import annotations

from mou_builder.model.provisions import Phrase, Place, PublishedProvision, PublishedProvisions
from mou_builder.reports.provisions import (
    Carried,
    Result,
    carried,
    carried_table,
    carried_text,
    carried_value,
)
from mou_builder.reports.sections import PrintedSection
from tests.builders import at

HOURS = PrintedSection("schedule.hours", "Section 8.1", "Hours", "8.1 Hours. 42 hours a week.")
PRICE = PrintedSection("funding.price", "Section 9.1", "Price", "9.1 Price. $1,000.00.")
RECITALS = PrintedSection("recitals", "recitals", "", "WHEREAS, the Parties agree;")
SECTIONS = {each.id: each for each in (HOURS, PRICE, RECITALS)}
KNOWN = ("schedule.hours", "funding.price", "term.end", "exhibit.map")


def _place(name: str, *phrases: str) -> Place:
    return Place(name, tuple(Phrase(each, at(2)) for each in phrases), at(1))


def _provision(*places: Place, reason: str = "") -> PublishedProvision:
    return PublishedProvision("hours", "A week of 42 hours.", places, reason, at())


def _carried(*provisions: PublishedProvision, least: float = 95) -> Carried:
    listed = PublishedProvisions("tx-nowhere", provisions, at())
    return carried(listed, SECTIONS, KNOWN, least)


def _codes(made: Carried) -> list[str]:
    return [each.code for each in made.found]


def test_a_provision_whose_phrases_all_stand_in_their_sections_is_carried() -> None:
    """Every phrase in every place."""
    made = _carried(
        _provision(_place("schedule.hours", "42 hours", "a week"), _place("recitals", "WHEREAS"))
    )

    assert [each.result for each in made.rows] == [Result.CARRIED]
    assert [each.label for each in made.rows[0].shown] == ["Section 8.1", "recitals"]
    assert made.percent == 100
    assert made.found == ()


def test_one_absent_phrase_makes_it_missing() -> None:
    """The fault names the section, and the one in which the words stand."""
    made = _carried(_provision(_place("schedule.hours", "42 hours", "$1,000.00")))

    assert made.rows[0].result is Result.MISSING
    assert _codes(made) == ["MB986", "MB987"]
    assert made.found[0].message == "`$1,000.00` does not stand in Section 8.1 (`schedule.hours`)"
    assert made.found[0].hint == "it stands in Section 9.1 (`funding.price`)"


def test_words_that_stand_nowhere_get_the_printed_ones() -> None:
    """To see whether the section says the same in other words."""
    made = _carried(_provision(_place("recitals", "Guiding Principles")))

    assert made.found[0].message == "`Guiding Principles` does not stand in the recitals"
    assert made.found[0].related[0].label == "printed there: WHEREAS, the Parties agree;"


def test_a_clause_that_is_not_printed_is_no_misspelt_one() -> None:
    """Each has its own fault."""
    made = _carried(
        _provision(_place("term.end", "June 30")), _provision(_place("funding.prise", "1"))
    )

    assert [each.result for each in made.rows] == [Result.MISSING, Result.MISSING]
    assert _codes(made) == ["MB985", "MB984", "MB987"]
    assert made.found[1].hint == "did you mean `funding.price`?"


def test_a_part_that_a_draft_lacks_is_known_all_the_same() -> None:
    """An agreement without signatures or without that exhibit does not print them."""
    made = _carried(
        _provision(_place("signatures", "Mayor")), _provision(_place("exhibit.map", "North"))
    )

    assert _codes(made) == ["MB985", "MB985", "MB987"]


def test_what_is_in_no_text_counts_as_not_carried() -> None:
    """But it is no fault, and the share asked for may allow it."""
    listed = (_provision(_place("schedule.hours", "42 hours")), _provision(reason="a fact"))

    assert _codes(_carried(*listed, least=50)) == []
    assert _codes(_carried(*listed, least=51)) == ["MB987"]
    assert _carried(*listed).percent == 50


def test_a_provision_without_any_place_is_missing() -> None:
    """Nothing was looked up."""
    assert _carried(_provision()).rows[0].result is Result.MISSING


def test_the_table_gives_topic_words_clause_place_and_result() -> None:
    """Long words are wrapped, and the share stands below."""
    text = carried_text(
        _carried(
            _provision(_place("schedule.hours", "42 hours"), _place("term.end", "June 30")),
            _provision(reason="a fact about the council's evening and no term"),
        )
    )

    rows = [[each.strip() for each in line.split("  ") if each] for line in text.splitlines()[2:]]
    assert rows == [
        ["hours", "A week of 42 hours.", "schedule.hours", "Section 8.1", "missing"],
        ["term.end", "not printed"],
        ["hours", "A week of 42 hours.", "a fact about the council's evening", "not text"],
        ["and no term"],
        [],
        ["tx-nowhere: 0 of 2 provisions carried (0%)"],
    ]


def test_the_value_for_json_counts_and_lists() -> None:
    """With each place, what was looked for and what is missing."""
    value = carried_value(_carried(_provision(_place("schedule.hours", "42 hours", "43 hours"))))

    assert {
        name: value[name] for name in ("entry", "provisions", "carried", "missing", "percent")
    } == {
        "entry": "tx-nowhere",
        "provisions": 1,
        "carried": 0,
        "missing": 1,
        "percent": 0.0,
    }
    assert value["rows"][0]["places"] == [
        {
            "id": "schedule.hours",
            "label": "Section 8.1",
            "shows": ["42 hours", "43 hours"],
            "missing": ["43 hours"],
        }
    ]


def test_the_examples_are_one_table() -> None:
    """A line each, linked to its list."""
    made = _carried(_provision(_place("schedule.hours", "42 hours")), _provision(reason="a fact"))

    assert carried_table([("tx", made)]).splitlines()[2] == (
        "| [tx](tx/provisions.yaml) | 2 | 1 | 1 | 50% |"
    )

"""Reading a list of provisions: what it holds, and where its faults are."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_builder.model.provisions import PublishedProvisions
from mou_builder.source import Source, read_provisions
from mou_builder.source.provisions import says_enough

ONE = """\
entry: tx-nowhere
provisions_in_entry: {count}
provisions:
  - topic: hours
    says: A week of 42 hours,
      with lunch.
    clause: schedule.hours
    shows: [42 hours, " a lunch of "]
    also:
      - {{part: recitals, shows: Guiding Principles}}
{more}"""
FACT = "  - {topic: signature, says: They met., not_text: a fact}\n"
TERM = "  - {topic: term, says: One year., clause: term.duration, shows: one year}\n"


def _read(text: str) -> PublishedProvisions:
    return read_provisions(Source("provisions.yaml", text.encode())).ok


def _codes(text: str) -> list[str]:
    found = read_provisions(Source("provisions.yaml", text.encode()))
    return [each.code for each in found.diagnostics]


def test_it_holds_places_with_phrases_and_where_they_were_typed() -> None:
    """The own place first, then the others; blanks round a phrase do not count."""
    listed = _read(ONE.format(count=1, more=""))
    provision = listed.provisions[0]

    assert (listed.entry, provision.topic, provision.says) == (
        "tx-nowhere",
        "hours",
        "A week of 42 hours, with lunch.",
    )
    assert [(each.id, [one.text for one in each.phrases]) for each in provision.places] == [
        ("schedule.hours", ["42 hours", "a lunch of"]),
        ("recitals", ["Guiding Principles"]),
    ]
    assert (provision.places[1].at.line, provision.places[1].phrases[0].at.line) == (10, 10)


def test_a_reason_stands_for_a_place() -> None:
    """One in ten may have one."""
    listed = _read(ONE.format(count=10, more=TERM * 8 + FACT))

    assert listed.provisions[-1].not_text == "a fact"
    assert listed.provisions[-1].places == ()


def test_one_more_reason_is_too_many() -> None:
    """Two in ten."""
    assert _codes(ONE.format(count=10, more=TERM * 7 + FACT * 2)) == ["MB983"]


@pytest.mark.parametrize("count", [0, 2])
def test_the_provisions_are_counted(count: int) -> None:
    """So that none is dropped unseen."""
    assert _codes(ONE.format(count=count, more="")) == ["MB982"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """As for any other file."""
    found = read_provisions(tmp_path / "provisions.yaml")

    assert [each.code for each in found.diagnostics] == ["MB100"]


@pytest.mark.parametrize("phrase", ["42", "$1", "confer", "LGBTQ", "at most one visit"])
def test_a_figure_or_a_word_of_its_own_says_enough(phrase: str) -> None:
    """It is not found in every section of every agreement."""
    assert says_enough(phrase)


@pytest.mark.parametrize("phrase", ["shall", "The District shall", "the SRO may", "and", "", "--"])
def test_a_filler_does_not(phrase: str) -> None:
    """It would be found wherever one looks."""
    assert not says_enough(phrase)

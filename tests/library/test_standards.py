"""The standards: nothing is upgraded, and what is said to meet a requirement does stand there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from mou_builder.model.evidence import Evidence
from mou_builder.model.standards import Belongs, Requirement, Way
from mou_builder.reports.passages import Pages, pages_of, phrase, standing_in
from tests.library import shipped
from tests.library.agreements import plan_for, plans_for_wordings
from tests.library.plans import Tried, tried, with_all_options

# What law requires has a table of its own: see `test_law`.
STANDARDS = {
    name: each
    for name, each in shipped.library().standards.items()
    if name not in shipped.library().jurisdictions
}
REQUIREMENTS = {each.id: each for one in STANDARDS.values() for each in one.requirements}
# The collector's id, ours, and the collector's own label of how the row was seen.
TABLE = Path(__file__).with_name("standard_rows.tsv").read_text(encoding="utf-8")
ROWS = [tuple(line.split("\t")) for line in TABLE.splitlines() if not line.startswith("#")]
LABELS = {identifier: label for _, identifier, label in ROWS}
# Rows without a requirement: one says that nothing more could be read, one was replaced.
WITHOUT = {"COPS22", "IACP-1"}
AREAS = {"administrative", "selection", "training", "collaboration"}
# Labels that say of an abstract that it was seen: what was read is not the text itself.
LOWERED = {*(f"aclu.item_{number}" for number in range(1, 8)), "guides.ncj163305"}
ANNOUNCED = {"nasro.a_01", "nasro.a_02", "nasro.s_01", "nasro.t_01", "nasro.c_01"}
# What the examples answer with less than a requirement asks for.
MORE = {
    "selection.experience": "3 years",
    "information.district_service": "yes",
    "information.controls_records": "yes",
    "information.purpose_alone": "yes",
    "information.in_annual_notice": "yes",
}
WAYS = [
    pytest.param(each, way, id=f"{each.id}-{number}")
    for standard in shipped.library().standards.values()
    for each in standard.requirements
    for number, way in enumerate(each.ways, 1)
]
every_requirement = pytest.mark.parametrize(
    "asked", [pytest.param(each, id=each.id) for each in REQUIREMENTS.values()]
)

# --- labels ------------------------------------------------------------------------------------


def test_every_row_is_a_requirement_and_every_requirement_a_row() -> None:
    """A row with several parts became several requirements."""
    assert {identifier for _, identifier, _ in ROWS} == set(REQUIREMENTS)
    assert {row for row, _, _ in ROWS}.isdisjoint(WITHOUT)


@every_requirement
def test_the_label_is_the_sources_own_and_ours_is_not_above_it(asked: Requirement) -> None:
    """`read` is only what was seen without a qualifier; a qualified or told row is `secondary`."""
    allowed = evidence_of(LABELS[asked.id])
    lowered = Evidence.SECONDARY if asked.id in LOWERED else allowed

    assert asked.source_label == LABELS[asked.id]
    assert asked.evidence is lowered
    assert list(Evidence).index(asked.evidence) >= list(Evidence).index(allowed)


def evidence_of(label: str) -> Evidence:
    """Return the highest evidence that a label allows."""
    if label == "SEEN":
        return Evidence.READ
    told = label.startswith(("SEEN", "SECONDARY")) or label.endswith("all SEEN")
    return Evidence.SECONDARY if told else Evidence.RECALLED


def test_what_was_seen_says_where() -> None:
    """Evidence `read` or `secondary` comes with an address."""
    without = [each.id for each in REQUIREMENTS.values() if not each.address]

    assert {REQUIREMENTS[each].evidence for each in without} == {Evidence.RECALLED}


def test_only_the_announcement_speaks_of_the_document_of_2018() -> None:
    """The Standards themselves were not read; other texts of NASRO go by their own names."""
    named = {each.id for each in REQUIREMENTS.values() if "Standards and Best" in each.source}

    assert named == ANNOUNCED


def test_no_number_of_the_publisher_is_given() -> None:
    """NASRO's requirements have its four areas, and no standard is called by a number."""
    nasro = shipped.library().standards["nasro"].requirements
    texts = " ".join(each.text for each in REQUIREMENTS.values())

    assert {each.area for each in nasro} == AREAS
    assert re.search(r"(?i)\b(?:standard|principle) (?:no\. )?\d", texts) is None


def test_an_id_is_used_once_and_starts_with_its_standard() -> None:
    """Facts of law and requirements can both be named as a source."""
    standards = shipped.library().standards
    ids = Counter(each.id for one in standards.values() for each in one.requirements)

    assert set(ids.values()) == {1}
    assert {each.partition(".")[0] for each in ids} == set(standards)
    assert set(ids).isdisjoint(shipped.library().facts)


def test_each_requirement_has_a_topic() -> None:
    """Clauses that share it are what counsel is sent to."""
    assert [each.id for each in REQUIREMENTS.values() if not each.topics] == []


# --- what meets them ---------------------------------------------------------------------------


def test_what_belongs_in_an_agreement_is_met_or_says_why_not() -> None:
    """Nothing is left out in silence."""
    agreement = [each for each in REQUIREMENTS.values() if each.belongs is Belongs.AGREEMENT]

    assert {bool(each.ways) != bool(each.unmet) for each in agreement} == {True}
    assert all(len(each.unmet) > 20 for each in agreement if each.unmet)  # a reason


@pytest.mark.slow
@pytest.mark.parametrize(("asked", "way"), WAYS)
def test_a_way_of_meeting_it_stands_in_some_agreement(asked: Requirement, way: Way) -> None:
    """Each passage is printed where it is looked for, in one agreement with all of them."""
    assert any(stands(way, pages) for pages in agreements_for(way))


@pytest.mark.parametrize(("asked", "way"), WAYS)
def test_a_phrase_carries_more_than_a_word(asked: Requirement, way: Way) -> None:
    """One word would stand almost anywhere; what is looked for has at least two."""
    scope = plain().scope
    phrases = [phrase(each, scope) for one in way.passages for each in one.shows]

    assert [each for each in phrases if len(each.split()) < 2] == []


def stands(way: Way, pages: Pages) -> bool:
    """Whether all passages of the way stand in the agreement."""
    return all(standing_in(each, pages) for each in way.passages)


def agreements_for(way: Way) -> Iterator[Pages]:
    """Yield agreements that may hold the way, at last one made for it."""
    yield from battery()
    clauses: dict[str, str] = {}
    for each in way.passages:
        if each.clause:
            clauses[each.clause] = each.alternative or clauses.get(each.clause, "")
    yield pages(tried(with_all_options(plan_for(clauses), MORE)))


@cache
def plain() -> Pages:
    """Return an agreement with nothing asked of it."""
    return pages(tried(plan_for({})))


@cache
def battery() -> tuple[Pages, ...]:
    """Return the agreements that hold every wording, with every option of several answered."""
    plans = (with_all_options(each, MORE) for each in plans_for_wordings())
    return tuple(pages(tried(each)) for each in plans)


def pages(made: Tried) -> Pages:
    """Return an agreement made ready for looking through."""
    assert made.errors == ()
    assert made.agreement
    assert made.selection
    assert made.scope
    return pages_of(made.agreement, made.selection, made.scope)

"""A plain agreement of core scope in each of the fifty states and the District of Columbia."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from mou_builder import stages
from mou_builder.diagnostics import Severity
from mou_builder.language import Scope
from mou_builder.model.agreement import Agreement
from mou_builder.model.evidence import Evidence
from mou_builder.model.selection import Selection
from mou_builder.model.standards import Belongs, Standard
from mou_builder.reports.coverage import Finding, Standing, coverage
from mou_builder.reports.passages import pages_of, phrase
from mou_builder.reports.sections import PrintedSection, printed_sections, shows
from mou_builder.source import read_answers
from mou_builder.source.text import Source
from mou_builder.stages.scope import scope_of
from mou_builder.writers import writer_for
from tests.library import shipped

LIBRARY = shipped.library()
CODES = sorted(each for each in LIBRARY.jurisdictions if each != "us")
# The states whose list of contents was read item by item.
ITEM_BY_ITEM = ("ar", "ct", "dc", "ga", "il", "ky", "mn", "ne", "wa")
AS_OF = date(2026, 11, 25)
ANSWERS = """
instrument: {instrument}
state: {state}
stance: balanced
parties:
  - {{id: district, legal_name: Northfield School District No. 4, kind: {district}}}
  - {{id: agency, legal_name: {agency}, kind: {kind}, roles: [{roles}]}}
{answers}{more}
"""
PLAIN = """staffing:
  officers: 2
  officer_class: sro
  schools: [{name: Northfield High School, officers: 2}]
funding:
  model: percentage
  payer_percent: 50
  amount: 163800
  billing: monthly
  grant: no
term: {start: 2027-07-01, end: 2028-06-30, counted_in: dates}
purpose: {goals: [safety, relationships]}
"""
# An instrument's roles of the agency and its answers, where those of the memorandum do not fit.
SHORT = {
    "roles-only": ("agency", ""),
    "funding-only": (
        "agency, provider",
        "funding: {model: lump_sum, amount: 163800, billing: monthly}\nstaffing: {officers: 2}\n",
    ),
}


class Made(NamedTuple):
    """An agreement with what reports ask for beside it."""

    agreement: Agreement
    selection: Selection
    scope: Scope
    sections: Mapping[str, PrintedSection]


@cache
def made(  # noqa: PLR0913 - each is a part of the answers that some test asks about
    state: str,
    kind: str = "city",
    more: str = "",
    as_of: date = AS_OF,
    *,
    district: str = "school_district",
    instrument: str = "mou",
) -> Made:
    """Return the agreement of a state. Raises AssertionError where anything is wrong."""
    roles, answered = SHORT.get(instrument, ("agency, provider", PLAIN))
    typed = ANSWERS.format(
        roles=roles,
        answers=answered,
        instrument=instrument,
        state=state.upper(),
        district=district,
        kind=kind,
        agency="Eastmere",
        more=more,
    )
    raw = read_answers(Source("answers.yaml", typed.encode())).ok
    form = shipped.instruments()[instrument]
    answers = stages.answer(raw, LIBRARY, form).ok
    selection = stages.select(LIBRARY, form, answers).ok
    style = shipped.house_style()
    draft = stages.draft(LIBRARY, form, style, answers, selection, as_of=as_of, final=False).ok
    resolved = stages.resolve(draft, LIBRARY, answers, selection, as_of=as_of, program="tests")
    scope = scope_of(LIBRARY, form, answers)
    return Made(resolved.ok, selection, scope, printed_sections(resolved.ok))


def findings(standard: Standard, of: Made, on: date = AS_OF) -> tuple[Finding, ...]:
    """Return what the agreement says on the standard."""
    return coverage(standard, of.agreement, of.selection, of.scope, on)


# --- all of them -------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_the_agreement_of_a_state_is_made_without_a_fault(code: str) -> None:
    """Only open items are left: no error, and no warning of a text that does not fit."""
    agreement = made(code).agreement

    assert {each.severity for each in agreement.open_items} == {Severity.OPEN}
    assert len(made(code).sections) > 60


@pytest.mark.parametrize("code", CODES)
def test_its_own_words_and_acts_stand_in_it(code: str) -> None:
    """The act is cited where it names districts, and nowhere else in the clause on that power."""
    state = LIBRARY.jurisdictions[code]
    contracting = state.law.contracting
    sections = made(code).sections
    act = LIBRARY.facts.get(contracting.subjects.get("act", ""))
    named = contracting.district_named.value == "yes" and act is not None
    power = sections.get("authority.contracting_power")
    text = " ".join(each.text for each in sections.values())

    if power:
        assert (act is not None and act.words in power.text) == named
    for subject in ("records", "tort_claims", "electronic_signatures"):
        fact = LIBRARY.facts.get(contracting.subjects.get(subject, ""))
        assert fact is None or fact.words in text


@pytest.mark.parametrize("code", CODES)
def test_each_step_says_how_it_is_known(code: str) -> None:
    """Steps come from the state's formalities and statute, and from federal law."""
    steps = made(code).agreement.steps
    asked = LIBRARY.standards.get(code)
    own = [
        each.id for each in asked.requirements if each.belongs is Belongs.STEP
    ] if asked else []  # fmt: skip

    assert set(own) <= {each.id for each in steps}
    assert all(each.citation and each.source_label for each in steps)
    assert {each.evidence for each in steps} <= set(Evidence)
    assert "us.ferpa_05" in {each.id for each in steps}


@pytest.mark.parametrize("code", CODES)
def test_coverage_runs(code: str) -> None:
    """Every requirement of the state and of federal law gets a finding, and none a verdict."""
    for name in filter(LIBRARY.standards.get, (code, "us")):
        standard = LIBRARY.standards[name]
        found = findings(standard, made(code))

        assert len(found) == len(standard.requirements)
        assert not any(re.search("(?i)complian|certif", each.why) for each in found)


@pytest.mark.parametrize("code", ["wa", "tx", "de"])
def test_it_is_written_as_a_word_file(code: str) -> None:
    """A few of them, for each takes a while."""
    writer = writer_for(".docx")
    assert writer is not None
    content = writer.write(made(code).agreement, shipped.house_style())

    assert writer.check is not None
    assert writer.check(content, "agreement.docx") == ()


# --- what was read item by item ----------------------------------------------------------------


@pytest.mark.parametrize("code", ITEM_BY_ITEM)
def test_every_term_of_a_list_that_was_read_is_addressed(code: str) -> None:
    """The words stand in the section that is named, for each term that applies."""
    tried = made(code)
    found = [each for each in findings(LIBRARY.standards[code], tried) if is_term(each)]
    applying = [each for each in found if each.standing is not Standing.NOT_APPLICABLE]

    assert [
        each.requirement.id for each in applying if each.standing is not Standing.ADDRESSED
    ] == []
    assert all(stands(each, tried) for each in applying)
    assert len(found) - len(applying) == (2 if code == "ky" else 0)


def test_the_state_police_of_kentucky_have_terms_of_their_own() -> None:
    """Both are addressed where the officers come from the state police."""
    tried = made("ky", "state_police", "authority: {employment: state_police}")
    found = {each.requirement.id: each for each in findings(LIBRARY.standards["ky"], tried)}

    assert found["ky.r04"].standing is Standing.ADDRESSED
    assert found["ky.r05"].standing is Standing.ADDRESSED
    assert stands(found["ky.r05"], tried)


def test_a_sheriff_in_tennessee_is_told() -> None:
    """The act there limits agreements about officers whom the constitution names."""
    codes = [
        [each.code for each in made("tn", kind).agreement.open_items]
        for kind in ("sheriff", "county")
    ]

    assert ["MB630" in each for each in codes] == [True, False]


def test_dates_count() -> None:
    """In Illinois nothing of the list applies to an agreement before July 1, 2026."""
    law = LIBRARY.standards["il"]
    before = [each for each in findings(law, made("il"), date(2026, 6, 30)) if is_term(each)]
    after = [each for each in findings(law, made("il"), date(2026, 7, 1)) if is_term(each)]

    assert {each.standing for each in before} == {Standing.NOT_APPLICABLE}
    assert {each.why for each in before} == {"it applies from 2026-07-01"}
    assert {each.standing for each in after} == {Standing.ADDRESSED}


def test_grant_conditions_count_only_with_a_grant() -> None:
    """Without a grant the conditions of the COPS Office do not apply."""
    found = findings(LIBRARY.standards["us"], made("wa"))
    cops = [each for each in found if each.requirement.id.startswith("us.cops_0")]

    assert {each.standing for each in cops} == {Standing.NOT_APPLICABLE}
    assert "us.cops_01" not in {each.id for each in made("wa").agreement.steps}


def is_term(finding: Finding) -> bool:
    """Whether law wants it in the words of the agreement."""
    return finding.requirement.belongs is Belongs.AGREEMENT


def stands(finding: Finding, of: Made) -> bool:
    """Whether some way of meeting the requirement is printed, phrase by phrase."""
    pages = pages_of(of.agreement, of.selection, of.scope)
    return any(
        all(
            _printed(each.clause or each.element, _phrases(each.shows, of), of)
            for each in way.passages
        )
        and all(pages.section(each.clause) or each.element for each in way.passages)
        for way in finding.requirement.ways
    )


def _phrases(shown: Iterable[object], of: Made) -> list[str]:
    return [phrase(each, of.scope) for each in shown]  # type: ignore[arg-type]


def _printed(place: str, phrases: list[str], of: Made) -> bool:
    section = of.sections.get(place)
    return section is not None and all(shows(section.text, each) for each in phrases)

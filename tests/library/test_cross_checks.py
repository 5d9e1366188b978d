"""Each cross-check of the library speaks on the slip that it is for, and else keeps silent."""

from __future__ import annotations

from functools import cache
from textwrap import dedent

import pytest

from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.question import Check
from mou_builder.source import read_answers
from mou_builder.source.text import Source
from mou_builder.stages import answer
from tests.library import shipped

# What is typed over the full example: a slip for each check, by article and id.
SLIPS = {
    "information.service_of_the_district": (
        "information: {status: school_official, district_service: no}"
    ),
    "information.control_of_records": (
        "information: {status: school_official, controls_records: no}"
    ),
    "information.purpose_of_records": ("information: {status: listed_records, purpose_alone: no}"),
    "funding.installments_need_amount": """
        funding: {model: per_officer, officer_price: 1, billing: installments, amount: none}""",
    "funding.lump_sum_needs_amount": "funding: {model: lump_sum, amount: none}",
    "funding.limit_needs_amount": "funding: {model: not_to_exceed, amount: none}",
    "funding.amount_above_zero": "funding: {model: lump_sum, amount: 0}",
    "funding.officer_price_above_zero": "funding: {model: per_officer, officer_price: 0}",
    "funding.hourly_rate_above_zero": "funding: {model: hourly, hourly_rate: $0.00}",
    "funding.share_above_zero": "funding: {model: percentage, payer_percent: 0}",
    "funding.several_shares": """
        funding:
          {model: percentage, several_payers: yes, shares: [{party: District, percent: 100}]}""",
    "funding.shares_total": """
        funding:
          model: percentage
          several_payers: yes
          shares: [{party: District, percent: 56.4}, {party: City, percent: 42.6}]""",
    "funding.itemized_total": """
        funding:
          model: itemized
          amount: 100
          cost_lines: [{line: Salary, full_cost: 200, payer_share: 99}]""",
    "funding.itemized_share": """
        funding: {model: itemized, cost_lines: [{line: Salary, full_cost: 98, payer_share: 99}]}""",
    "funding.per_officer_total": """
        staffing: {officers: 3}
        funding: {model: per_officer, officer_price: 50000, amount: 100000}""",
    "funding.a_post_for_each_officer": """
        staffing: {officers: 3}
        funding:
          {model: position_share, positions: [{post: A, officers: 2, base: B, percent: 1}]}""",
    "funding.installments_in_a_year": """
        funding: {model: lump_sum, billing: installments, installment_count: 5, months_apart: 3}""",
    "funding.installments_fit_term": """
        funding: {model: lump_sum, billing: installments, first_due: 2025-08-15}
        term: {start: 2026-07-01, end: 2027-06-30}""",
    "funding.last_installment_in_term": """
        funding:
          {model: lump_sum, billing: installments, first_due: 2026-08-15, installment_count: 12,
           months_apart: 1}
        term: {start: 2026-07-01, end: 2027-06-30}""",
    "funding.yearly_amounts_reach_end": """
        funding: {model: lump_sum, escalator: table, yearly_amounts: [{year: 2026-27, amount: 1}]}
        term: {start: 2026-07-01, end: 2028-06-30}""",
    "funding.first_yearly_amount": "funding: {escalator: percent, escalator_percent: 0}",
    "staffing.officers_add_up": "staffing: {officers: 4, sharing: own_school}",
    "staffing.shares_add_up": """
        staffing:
          sharing: shares
          schools: [{name: A, time_share: 50}, {name: B, time_share: 49}]""",
    "staffing.hours_add_up": """
        staffing: {sharing: hours, schools: [{name: A, hours: 40}, {name: B, hours: 13}]}
        schedule: {basis: weekly_hours, weekly_hours: 40}""",
    "staffing.part_time_among_officers": """
        staffing: {officers: 1, full_time_equivalents: 1, part_time: yes, part_time_officers: 2}""",
    "staffing.positions_within_officers": "staffing: {officers: 2, full_time_equivalents: 2.5}",
    "staffing.some_of_several": "staffing: {officers: 1, agency_funded: some_posts}",
    "staffing.paid_once": "staffing: {agency_funded: all_posts}\nfunding: {model: lump_sum}",
    "term.end_after_start": "term: {start: 2026-07-01, end: 2026-06-30}",
    "term.school_years_end": "term: {counted_in: school_years, end: none}",
    "term.not_too_long": "term: {start: 2026-07-01, end: 2036-06-30}",
    "term.dated_before_end": "term: {reference_date: 2027-07-01, end: 2027-06-30}",
    "term.retroactive": """
        term: {effective: start_date, reference_date: 2026-09-01, start: 2026-07-01}""",
    "term.dated_near_start": "term: {reference_date: 2026-07-01, start: 2062-07-01}",
    "term.notice_within_term": """
        term:
          {start: 2026-09-01, end: 2026-12-31, without_cause: either, termination_days: 1 year}""",
    "term.cure_within_term": "term: {start: 2026-09-01, end: 2026-12-31, cure_days: 180 days}",
    "term.renewal_notice_within_term": """
        term: {start: 2026-09-01, end: 2026-12-31, renewal: automatic, renewal_notice: 180 days}""",
    "term.holdover_within_year": "term: {holdover: yes, holdover_length: 18 months}",
    "term.approved_before_end": """
        term: {end: 2027-06-30}
        parties: [{id: district, resolution_date: 2027-07-01}, {id: city}]""",
    "term.approved_before_start": """
        term: {effective: start_date, start: 2026-07-01}
        parties: [{id: district, resolution_date: 2026-07-02}, {id: city}]""",
    "term.approved_lately": """
        term: {start: 2026-07-01}
        parties: [{id: district, resolution_date: 2021-05-11}, {id: city}]""",
    "training.course_within_term": """
        term: {start: 2026-09-01, end: 2026-12-31}
        training: {deadline: within_period, deadline_period: 12 months}""",
}
CHECKS = {
    check.id: check for article in shipped.library().articles.values() for check in article.checks
}


def test_every_check_has_a_slip() -> None:
    """A check that no answers bring about may be wrong, or impossible."""
    assert SLIPS.keys() == CHECKS.keys()


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told(name: str) -> None:
    """With the check's own cure."""
    check = CHECKS[name]
    (told,) = (each for each in said(SLIPS[name]) if each[1] == check.hint)

    assert told[0] == check.severity
    assert "{{" not in told[2]


@pytest.mark.parametrize("name", SLIPS)
def test_without_the_slip_nothing_is_told(name: str) -> None:
    """The full example has none of them."""
    assert CHECKS[name].hint not in {hint for _, hint, _ in said("instrument: mou")}


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_open_answers_are_no_slip(check: Check) -> None:
    """A questionnaire that nobody has answered yet is not told of any."""
    blank = "instrument: mou\nstate: WA\n"
    found = answer(read_answers(Source("a.yaml", blank.encode())).ok, *kind()).diagnostics

    assert check.hint not in {each.hint for each in found}


def kind() -> tuple[Library, Instrument]:
    """Return the library and the memorandum."""
    return shipped.library(), shipped.instruments()["mou"]


@cache
def said(typed: str) -> frozenset[tuple[str, str, str]]:
    """Return what the cross-checks say when this is typed over the full example."""
    source = Source("answers.yaml", dedent(typed.lstrip("\n")).encode())
    example = shipped.ROOT / "examples" / "full" / "answers.yaml"
    raw = read_answers(source, [example]).ok
    told = answer(raw, *kind()).diagnostics
    return frozenset(
        (each.severity.value, each.hint or "", each.message)
        for each in told
        if each.code == "MB318"
    )

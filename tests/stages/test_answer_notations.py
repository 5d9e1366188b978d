"""One answer, typed in the ways that offices type it, against the questions of the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from mou_builder.diagnostics import Outcome, Severity
from mou_builder.model.answers import Answers
from mou_builder.model.values import NONE, Duration, Record, Unanswered, Value
from mou_builder.source import read_instrument, read_library
from mou_builder.stages import answer
from mou_builder.stages.answering.notations import mixed_number, plain_length, printed_as
from tests.builders import CITY, DISTRICT, Typed, raw

Ask = Callable[..., Outcome[Answers]]


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Return what answers one question of the library, with two parties."""
    library = read_library().ok
    instrument = read_instrument("mou", library).ok

    def answered(key: str, typed: Typed, **parties: str) -> Outcome[Answers]:
        article, _, name = key.partition(".")
        own: dict[str, Typed] = {article: {name: typed}} if name else {key: typed}
        agency = {**CITY, **parties}
        return answer(
            raw({"state": "WA", "parties": [DISTRICT, agency], **own}), library, instrument
        )

    return answered


@pytest.mark.parametrize(
    ("key", "typed", "answers"),
    [
        ("funding.price", "75% up to $100,000", {"payer_percent": 75, "amount": 100000}),
        (
            "funding.price",
            "75% not to exceed $100,000",
            {"amount_is_limit": True, "amount": 100000},
        ),
        ("funding.price", "75%, about $122,850", {"amount_is_limit": False, "amount": 122850}),
        ("funding.price", "$55/hr up to $90,000", {"hourly_rate": 55, "amount": 90000}),
        ("funding.price", "not to exceed $90,000", {"model": "not_to_exceed", "amount": 90000}),
        ("funding.price", "N/A", {"model": "none"}),
        ("funding.price", "$163,800 annually", {"model": "lump_sum", "amount": 163800}),
        ("funding.who_pays", "the city", {"model": "none", "without_price": "agency_bears"}),
        ("term.renewal", "by mutual agreement", {"renewal": "mutual"}),
        ("funding.grant", "not applicable", {"grant": False}),
        ("funding.billing", "annually", {"billing": "one_payment"}),
        (
            "schedule.basis",
            "7:30 AM - 3:30 PM",
            {"start_time": "7:30 a.m.", "end_time": "3:30 p.m."},
        ),
        (
            "schedule.basis",
            "7:30am to 3:30pm",
            {"start_time": "7:30 a.m.", "end_time": "3:30 p.m."},
        ),
        ("schedule.basis", "40 hrs/week", {"basis": "weekly_hours", "weekly_hours": 40}),
        ("schedule.basis", "8 hours a day", {"basis": "daily_hours", "daily_hours": 8}),
        ("schedule.months", "Sept-June", {"first_month": "September", "last_month": "June"}),
        ("schedule.months", "all year", {"months": "twelve_months"}),
        ("schedule.months", "10 months", {"months": "ten_months"}),
        ("term.start", "Aug. 25, 2027", {"start": date(2027, 8, 25)}),
        ("term.end", "n/a", {"end": NONE}),
        ("term.termination_days", "60", {"termination_days": Duration(60, "day")}),
        (
            "term.termination_days",
            "ninety (90) days' written notice",
            {"termination_days": Duration(90, "day")},
        ),
        ("staffing.full_time_equivalents", "1 1/2", {"full_time_equivalents": Decimal("1.5")}),
        ("staffing.full_time_equivalents", "2 FTE", {"full_time_equivalents": 2}),
        ("staffing.officers", "2 officers", {"officers": 2}),
        ("enforcement.body_cameras", "yes", {"body_cameras": "agency_policy"}),
        (
            "purpose.occasion",
            "replaces the MOU dated 7/1/2021",
            {"occasion": "replacement", "earlier_agreement": "MOU dated July 1, 2021"},
        ),
    ],
)
def test_it_is_read(key: str, typed: str, answers: dict[str, Value], ask: Ask) -> None:
    """Each lands under the questions that it answers, as the agreement prints it."""
    found = ask(key, typed).ok
    article = key.partition(".")[0]

    assert {each: found.value(f"{article}.{each}") for each in answers} == answers


@pytest.mark.parametrize(
    ("typed", "names", "levels"),
    [
        (
            "A High School, B Middle School and C Middle School",
            ["A High School", "B Middle School", "C Middle School"],
            ["", "", ""],
        ),
        ("Lake High; Hill Middle", ["Lake High", "Hill Middle"], ["", ""]),
        ("Lake (9-12), and Hill (MS)", ["Lake", "Hill"], ["high", "middle"]),
        ("Lake School and Hill School (K-5)", ["Lake School", "Hill School"], ["", "elementary"]),
        ("Martin Luther King, Jr. School (HS)", ["Martin Luther King, Jr. School"], ["high"]),
        ("Lake Middle and High School", ["Lake Middle and High School"], [""]),
        ("Arts and Sciences Academy", ["Arts and Sciences Academy"], [""]),
    ],
)
def test_schools_without_levels(typed: str, names: list[str], levels: list[str], ask: Ask) -> None:
    """A comma or an "and" between whole names parts them; a level left out is open."""
    found = ask("staffing.schools", typed)
    schools = found.ok.value("staffing.schools")

    assert isinstance(schools, tuple)
    records = [each for each in schools if isinstance(each, Record)]
    assert [each["name"] for each in records] == names
    assert ["" if isinstance(each["level"], Unanswered) else each["level"] for each in records] == (
        levels
    )
    assert "MB341" not in [each.code for each in found.diagnostics]


@pytest.mark.parametrize(
    ("key", "typed", "code", "cure"),
    [
        ("funding.price", "$163,800 plus 3% a year", "MB340", "funding.escalator"),
        ("funding.price", "75% of $163,800", "MB340", "about"),
        ("schedule.months", "9 months", "MB319", "write it as"),
        ("schedule.basis", "full time", "MB319", "write it as"),
        ("schedule.absence", "none", "MB314", "`notice_only`"),
        ("term.start", "July 2027", "MB306", "`July 1, 2027`"),
        ("term.end", "ongoing", "MB340", "`none`"),
        ("staffing.schools", "all schools", "MB340", "name each school"),
        ("purpose.occasion", "renewal of our MOU from 2021", "MB340", "title and date"),
        ("term.termination_days", "ninety (60) days", "MB319", "`30 days`"),
        ("funding.billing", "annualy", "MB310", "did you mean `annually`?"),
        ("staffing.officers", ["2"], "MB312", "take the brackets"),
    ],
)
def test_it_is_refused_with_its_cure(
    key: str, typed: Typed, code: str, cure: str, ask: Ask
) -> None:
    """The message names what to write, and never a choice of another meaning."""
    faults = [each for each in ask(key, typed).diagnostics if each.severity is Severity.ERROR]

    assert [each.code for each in faults] == [code]
    assert cure in str(faults[0].hint)


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("sheriff", "City of Lake Stevens", True),
        ("county", "Town of Hill", True),
        ("city", "City of Lake Stevens", False),
        ("sheriff", "Eastmere County", False),
        ("city", "City and County of Northfield", False),
    ],
)
def test_a_name_of_another_kind(kind: str, name: str, told: bool, ask: Ask) -> None:  # noqa: FBT001
    """A sheriff is not called `City of`."""
    found = ask("term.start", "July 1, 2027", kind=kind, legal_name=name).diagnostics

    assert ("MB342" in [each.code for each in found]) is told


@pytest.mark.parametrize(
    ("typed", "open_parts"),
    [
        ("TBD, Superintendent", ["name"]),
        ("Ann Lee, to be determined", ["title"]),
        ("Ann Lee, Superintendent", []),
        ("TBD", ["name", "title"]),
    ],
)
def test_a_signer_who_is_still_to_come(typed: str, open_parts: list[str], ask: Ask) -> None:
    """Name and title are settled each by itself."""
    party = ask("term.start", "July 1, 2027", signatories=typed).ok.parties[1]
    parts = {"name": party.signatories[0].name, "title": party.signatories[0].title}

    assert [each for each, part in parts.items() if isinstance(part, Unanswered)] == open_parts


@pytest.mark.parametrize(
    ("notation", "typed", "printed"),
    [
        ("time", "7:30 A.M.", "7:30 a.m."),
        ("time", "8 am", "8:00 a.m."),
        ("time", "noon", "noon"),
        ("time", "7:30", "7:30"),
        ("time", "40", ""),
        ("time", "the first bell", ""),
        ("month", "sept.", "September"),
        ("month", "mid-June", "mid-June"),
        ("month", "summer", ""),
        ("dated", "MOU of Sept. 3, 2022", "MOU of September 3, 2022"),
        ("dated", "Contract No. 13/4/2021", "Contract No. 13/4/2021"),
    ],
)
def test_a_text_in_its_notation(notation: str, typed: str, printed: str) -> None:
    """One way of printing; nothing where the text is none of it."""
    assert printed_as(notation, typed) == printed


def test_numbers_and_lengths_as_they_are_written() -> None:
    """What is no such number, or contradicts itself, stays as it is."""
    assert mixed_number("½") == Decimal("0.5")
    assert mixed_number("1/3") is None
    assert mixed_number("two") is None
    assert plain_length("sixty (60) days") == "60 days"
    assert plain_length("sixty (30) days") == "sixty (30) days"
    assert plain_length("60 days prior written notice") == "60 days"

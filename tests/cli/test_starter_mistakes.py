"""What an office that never saw YAML types into a starter is understood, or told how to type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
ANSWERS = {
    "state": "WA",
    "purpose.occasion": "renewal of the MOU dated July 1, 2024",
    "parties.district.legal_name": "Northfield School District No. 4",
    "parties.district.kind": "school district",
    "parties.agency.kind": "city",
    "parties.agency.legal_name": "City of Northfield",
    "parties.agency.through": "Northfield Police Department",
    "other_parties": "none",
    "staffing.schools": "Northfield High School (high); Eastmere Middle School (middle)",
    "staffing.full_time_equivalents": "1.5",
    "staffing.officer_class": "school resource officer",
    "enforcement.body_cameras": "agency policy",
    "schedule.months": "school year",
    "schedule.basis": "40 hours a week",
    "term.start": "July 1, 2027",
    "term.end": "June 30, 2028",
    "term.renewal": "mutual",
    "funding.who_pays": "the district",
    "funding.price": "$163,800",
    "funding.billing": "monthly",
    "funding.grant": "none",
    "schedule.absence": "substitute if available",
    "selection.method": "after consulting",
    "term.termination_days": "30 days",
}
UNDERSTOOD = [
    ("instrument", "Memorandum of Understanding"),
    ("purpose.occasion", "replacement of the Interlocal Agreement dated July 1, 2021"),
    ("parties.district.kind", "School district with its own police"),
    ("other_parties", "Borough of Eastmere (borough), Town of Hill (town)"),
    ("staffing.schools", "Lake School (high), Hill School (middle) and Oak School (elementary)"),
    ("staffing.officer_class", "Deputy Sheriff"),
    ("enforcement.body_cameras", "yes"),
    ("schedule.months", "September to May"),
    ("schedule.basis", "7:30 a.m. to 3:30 p.m."),
    ("term.start", "07/01/2027"),
    ("term.end", "none"),
    ("funding.who_pays", "both"),
    ("funding.price", "50 %, at most $90,000"),
    ("funding.grant", "COPS Hiring Program, 2025"),
    ("term.termination_days", "none"),
    ("other_parties", "n/a"),
    ("other_parties", "no"),
    ("funding.price", "N/A"),
    ("term.end", "n/a"),
]
LINES = [
    ("term.start", "term.start July 1, 2027", "`term.start: July 1, 2027`"),
    ("term.start", "term.start = July 1, 2027", "`term.start: July 1, 2027`"),
    ("term.start", "term.start:July 1, 2027", "`term.start: July 1, 2027`"),
    ("term.start", "term.start:\nJuly 1, 2027", "`term.start: July 1, 2027`"),
    ("term.start", "July 1, 2027\nterm.start:", "`term.start: July 1, 2027`"),
    ("term.start", "term.strat: July 1, 2027", "did you mean `start`?"),
    ("term.start", "\tterm.start: July 1, 2027", "replace each tab by two spaces"),
    ("state", "state: Wash.", "two letters"),
    ("term.start", "term.start: Juli 1 2027", "as in `July 1, 2026`"),
    ("term.start", "term.start: 7/1/27", "the year with four digits"),
    ("funding.price", "funding.price: quite a lot", "write it as `$163,800`"),
    ("funding.price", "funding.price: $163k", "in dollars"),
    ("parties.agency.kind", "parties.agency.kind: police department", "make the city or county"),
    ("parties.district.legal_name", "parties.district.legal_name: Hill #4", "in double quotes"),
    ("parties.district.legal_name", "parties.district.legal_name: Hill # 4", '`"Hill # 4"`'),
    ("parties.district.legal_name", "parties.district.legal_name: A: B", "in double quotes"),
    ("parties.district.legal_name", 'parties.district.legal_name: "Hill', "closing quote"),
    ("parties.district.legal_name", "parties.district.legal_name: “Hill”", "straight quotes"),
    ("staffing.full_time_equivalents", "staffing.full_time_equivalents: two", "in digits"),
    ("staffing.schools", "staffing.schools: Lake School (hgh)", "did you mean `high`?"),
    ("term.termination_days", "term.termination_days: thirty days", "`30 days`"),
    ("other_parties", "other_parties: Borough of Eastmere", "(borough)`"),
]


@pytest.fixture
def starter(run: Run, folder: Path) -> Callable[..., None]:
    """Return what writes a starter with its answers typed, some otherwise than usual."""
    run("new", "typed.yaml")
    file = folder / "typed.yaml"
    fresh = file.read_text(encoding="utf-8").split("\n")

    def write(**lines: str) -> None:
        typed = {key: f"{key}: {value}" for key, value in ANSWERS.items()} | lines
        text = (typed.get(each.partition(":")[0], each) for each in fresh)
        file.write_text("\n".join(text), encoding="utf-8")

    return write


def test_the_usual_answers_are_understood(run: Run, starter: Callable[..., None]) -> None:
    """A first draft from the twenty-five has no error."""
    starter()

    result = run("check", "typed.yaml")

    assert result.exit_code == 0, result.stderr
    assert ": 0 errors," in result.stderr


@pytest.mark.parametrize(("key", "value"), UNDERSTOOD)
def test_other_ways_of_typing_are_understood(
    key: str, value: str, run: Run, starter: Callable[..., None]
) -> None:
    """As one would write it in a letter."""
    starter(**{key: f"{key}: {value}"})

    result = run("check", "typed.yaml")

    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("typed", ["N/A", "NA", "n.a.", "not applicable", "none"])
def test_what_does_not_apply_is_none(typed: str, run: Run, starter: Callable[..., None]) -> None:
    """However it is written: no grant of that name pays anything."""
    starter(**{"funding.grant": f"funding.grant: {typed}"})

    result = run("render", "typed.yaml", "-o", "-", "--format", "txt")

    assert result.exit_code == 0, result.stderr
    assert "pays a part of the cost" not in result.stdout


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("funding.grant", "TBD"),
        ("funding.grant", "yes, to be determined"),
        ("funding.grant", "unknown"),
        ("parties.district.legal_name", "xxxxx"),
        ("parties.district.legal_name", "???"),
        ("parties.agency.through", '"[name of the department]"'),
        ("purpose.occasion", "renewal of TBA"),
        ("staffing.schools", "TBD (high)"),
        ("term.start", "to be announced."),
    ],
)
def test_what_is_still_to_come_is_open(
    key: str, typed: str, run: Run, starter: Callable[..., None]
) -> None:
    """It is no answer: a draft does not print it, and says so."""
    starter(**{key: f"{key}: {typed}"})

    result = run("render", "typed.yaml", "-o", "-", "--format", "txt")
    said = run("check", "typed.yaml")

    assert result.exit_code == 0, result.stderr
    assert typed.strip('"') not in result.stdout
    assert "warning[MB339]" in result.stderr
    assert "MB731" not in said.stderr


@pytest.mark.parametrize(("key", "line", "cure"), LINES)
def test_a_mistake_is_told_with_its_cure(
    key: str, line: str, cure: str, run: Run, starter: Callable[..., None]
) -> None:
    """The message says what to type instead."""
    starter(**{key: line})

    said = run("check", "typed.yaml").stderr

    assert [each for each in said.splitlines() if "help: " in each and cure in each], said

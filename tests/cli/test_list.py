"""`mou-builder list`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
HOLDS = {
    "instruments": "interlocal",
    "articles": "funding",
    "clauses": "funding.simple_price",
    "questions": "staffing.officers",
    "topics": "training",
    "standards": "nasro",
    "requirements": "nasro.a_12",
    "styles": "standard",
    "examples": "full",
    "numbering": "article",
    "rules": "MB701",
}


@pytest.mark.parametrize("what", HOLDS)
def test_each_list_has_a_line_for_each(what: str, run: Run) -> None:
    """Ids first, aligned; the same rows as JSON."""
    result = run("list", what)
    rows = json.loads(run("list", what, "--json").stdout)

    assert result.exit_code == 0, result.stderr
    ids = [line.split()[0] for line in result.stdout.splitlines()]
    assert HOLDS[what] in ids
    assert [each["id"] for each in rows] == ids


def test_the_questions_of_one_office_are_a_sheet(run: Run) -> None:
    """Numbered under the articles' headings, with help, options and a line to write on."""
    text = run("list", "questions", "--who", "agency").stdout
    rows = json.loads(run("list", "questions", "--who", "agency", "--json").stdout)

    assert text.startswith("Questions for the law enforcement agency\n")
    assert "\nOfficers and Schools\n" in text
    assert "(staffing.officers)" in text
    assert "(term.cure_days)" not in text
    assert text.count("\n    ____") >= len(rows)
    assert {each["who"] for each in rows} == {"agency"}


def test_what_is_still_open_in_an_agreement(run: Run) -> None:
    """Only that, for one office or for everybody."""
    every = run("list", "questions", "--answers", "ours.yaml").stdout
    agency = run("list", "questions", "--answers", "ours.yaml", "--who", "agency").stdout
    complete = run("list", "questions", "--answers", "complete.yaml").stdout
    rows = json.loads(run("list", "questions", "--answers", "ours.yaml", "--json").stdout)

    assert {each["id"] for each in rows} == {"funding.amount", "term.termination_days"}
    assert "\nFor the business office\n" in every
    assert every.index("funding.amount") < every.index("term.termination_days")
    assert "Nothing is open." in agency
    assert "Nothing is open." in complete


def test_a_sheet_for_the_agency_holds_what_is_its_own(run: Run) -> None:
    """What is open or filled by the stance, in the starter's words, and of which party."""
    run("new", "fresh.yaml", "--state", "WA")

    text = run("list", "questions", "--answers", "fresh.yaml", "--who", "agency").stdout

    for key in ("legal_name", "through", "address", "signatories"):
        assert f"(parties.agency.{key})" in text
    assert "parties.district" not in text
    assert "Where are notices to the Agency sent? (parties.agency.address)" in text
    for key in ("schedule.basis", "schedule.absence", "enforcement.body_cameras"):
        assert f"({key})" in text
    assert "or for example: 40 hours a week" in text


def test_a_sheet_that_was_written_is_told(run: Run) -> None:
    """A silent run looks like a failed one."""
    result = run("list", "questions", "--who", "agency", "-o", "sheet.md")

    assert re.fullmatch(r"Wrote sheet\.md: [0-9]+ questions\.\n", result.stderr)


@pytest.mark.parametrize("what", ["question", "clauss"])
def test_a_misspelt_list_is_told_its_name(what: str, run: Run) -> None:
    """The nearest first, then all."""
    result = run("list", what)

    assert result.exit_code == 2
    assert "did you mean" in result.stderr.lower()


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt"])
def test_a_sheet_is_written_in_each_format(suffix: str, run: Run, folder: Path) -> None:
    """By the file's name, or `--format`; what stands there is kept."""
    name = f"sheet{suffix}"
    assert run("list", "questions", "--who", "agency", "-o", name).exit_code == 0
    written = (folder / name).read_bytes()
    form = suffix.removeprefix(".")

    assert run("list", "questions", "--who", "agency", "--format", form).stdout_bytes == written
    (folder / name).write_bytes(b"somebody's own")
    assert run("list", "questions", "--who", "agency", "-o", name).exit_code == 1
    assert run("list", "questions", "--who", "agency", "-o", name, "--force").exit_code == 0


def test_a_word_sheet_has_no_fault(run: Run) -> None:
    """Its structure is checked as an agreement's is."""
    run("list", "questions", "--answers", "ours.yaml", "-o", "sheet.docx")

    result = run("check", "sheet.docx")
    assert result.exit_code == 0
    assert result.stderr == (
        "sheet.docx: 0 errors, 0 warnings. Only the structure was checked, not what it says.\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["clauses", "--answers", "ours.yaml"],
        ["questions", "--who", "agency", "--format", "json"],
        ["questions", "--who", "agency", "--format", "md", "-o", "a.docx"],
        ["questions", "--who", "agency", "-o", "a.xyz"],
        ["questions", "--who", "agency", "--json", "-o", "a.md"],
    ],
)
def test_a_sheet_asked_for_otherwise_is_wrong_usage(arguments: list[str], run: Run) -> None:
    """It is a list of questions, in a format that people read."""
    assert run("list", *arguments).exit_code == 2


def test_answers_with_a_fault_give_no_sheet(run: Run, folder: Path) -> None:
    """What is wrong is said, and what is open is not known."""
    (folder / "bad.yaml").write_text("instrument: funding-only\nstate: ZZ\n", encoding="utf-8")

    result = run("list", "questions", "--answers", "bad.yaml")

    assert result.exit_code == 1
    assert "bad.yaml:2:8: error[MB327]" in result.stderr
    assert result.stdout == ""


def test_the_requirements_of_one_standard(run: Run) -> None:
    """Each with how it is known."""
    lines = run("list", "requirements", "--standard", "aclu").stdout.splitlines()

    assert len(lines) > 5
    assert {each.split(".")[0] for each in lines} == {"aclu"}
    assert {each.split()[1] for each in lines} == {"read", "secondary", "recalled"}


def test_a_standard_that_is_not_there_is_wrong_usage(run: Run) -> None:
    """The standards that there are stand in the message; other lists have none."""
    result = run("list", "requirements", "--standard", "nasr")

    assert result.exit_code == 2
    assert "nasro" in result.stderr
    assert run("list", "clauses", "--standard", "nasro").exit_code == 2


def test_the_index_is_a_page(run: Run) -> None:
    """As JSON it is the rows of its tables."""
    rows = json.loads(run("list", "index", "--json").stdout)

    assert run("list", "index").stdout.startswith("# Index of the clauses\n")
    assert {"alternatives", "scope", "topics", "addresses"} <= set(rows[0])


def test_who_goes_with_questions_alone(run: Run) -> None:
    """Elsewhere it is wrong usage."""
    assert run("list", "clauses", "--who", "agency").exit_code == 2


def test_an_unknown_list_is_wrong_usage(run: Run) -> None:
    """The lists there are stand in the message."""
    result = run("list", "colors")

    assert result.exit_code == 2
    assert "instruments" in result.stderr


def test_clauses_of_ones_own_that_are_not_there(run: Run) -> None:
    """A folder that does not exist is said."""
    assert run("list", "clauses", "--clauses", "gone").exit_code == 1

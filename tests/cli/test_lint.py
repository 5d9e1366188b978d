"""`mou-builder lint`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
OWN = """\
additional_provisions:
  - article: funding
    heading: Radios
    text: |
      The County will ensure that radios work.
"""
CLAUSE = """\
id: funding.radios
heading: Radios
order: 900
topics: [funding_cost]
alternatives:
  - id: one
    default: true
    text: |
      {{ the.agency }} may not sell a radio.
    note: It says why. It says what else. It says what to check.
    summary: No radio is sold.
version: 1
reviewed: null
"""


@pytest.fixture
def slip(folder: Path) -> Path:
    """Return an answer file with words of the office's own."""
    complete = (folder / "complete.yaml").read_text(encoding="utf-8")
    path = folder / "slip.yaml"
    path.write_text(complete + OWN, encoding="utf-8")
    return path


@pytest.fixture
def overlay(folder: Path) -> Path:
    """Return a folder with a clause of one's own."""
    path = folder / "own" / "funding" / "radios.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(CLAUSE, encoding="utf-8")
    return folder / "own"


def test_an_agreement_without_a_fault(run: Run) -> None:
    """The shipped words are clean, and what is open is no fault of wording."""
    result = run("lint", "ours.yaml")

    assert result.exit_code == 0
    assert result.stderr == "ours.yaml: 0 findings\n"


def test_the_offices_own_words(run: Run, slip: Path) -> None:
    """A finding shows the place and the cure, and fails a strict run alone."""
    result = run("lint", slip.name)

    assert result.exit_code == 0
    assert "slip.yaml:32:18: warning[MB702]" in result.stderr
    assert "slip.yaml:32:23: warning[MB710]" in result.stderr
    assert result.stderr.endswith("slip.yaml: 2 findings\n")
    assert run("lint", slip.name, "--strict").exit_code == 1


def test_check_says_them_too(run: Run, slip: Path) -> None:
    """As warnings beside what it says else."""
    said = run("check", slip.name).stderr

    assert "slip.yaml:32:18: warning[MB702]" in said
    assert "0 errors, 2 warnings, 1 open item" in said


def test_the_shipped_library(run: Run) -> None:
    """Without a file the library is looked at, and nothing is found in it."""
    result = run("lint")

    assert result.exit_code == 0
    assert result.stderr == "the library: 0 findings\n"


def test_clauses_of_ones_own(run: Run, overlay: Path) -> None:
    """They are part of the library."""
    result = run("lint", "--clauses", overlay.name)

    assert "warning[MB703]" in result.stderr
    assert result.stderr.endswith("the library: 1 finding\n")


def test_clauses_of_ones_own_that_cannot_be_read(run: Run) -> None:
    """Nothing is looked at then."""
    result = run("lint", "--clauses", "gone")

    assert result.exit_code == 1
    assert result.stderr.endswith("the library: 1 error\n")


def test_an_agreement_that_there_is_none_of(run: Run) -> None:
    """Its errors are said."""
    result = run("lint", "gone.yaml")

    assert result.exit_code == 1
    assert "error[MB100]" in result.stderr
    assert result.stderr.endswith("gone.yaml: 1 error\n")


def test_json(run: Run, slip: Path) -> None:
    """The findings as values, and nothing else on standard output."""
    value = json.loads(run("lint", slip.name, "--json", "--quiet").stdout)

    assert value["file"] == "slip.yaml"
    assert [each["code"] for each in value["findings"]] == ["MB702", "MB710"]


def test_answers_from_standard_input(run: Run, slip: Path) -> None:
    """The line at fault is shown all the same."""
    result = run("lint", "-", given=slip.read_bytes())

    assert "-:32:18: warning[MB702]" in result.stderr
    assert "32 |       The County will ensure" in result.stderr


@pytest.mark.parametrize("option", [["--profile", "a.yaml"], ["--final"], ["--set", "a.b=1"]])
def test_what_makes_an_agreement_needs_one(option: list[str], run: Run) -> None:
    """Those options say nothing about a library."""
    assert run("lint", *option).exit_code == 2


def test_a_rule_is_explained(run: Run) -> None:
    """Its page is the docstring of its module."""
    result = run("explain", "MB702")

    assert result.exit_code == 0
    assert result.stdout.startswith("# MB702: a promise with `will`\n\n## What it finds\n")

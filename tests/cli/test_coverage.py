"""`mou-builder coverage`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result


def test_the_state_federal_law_and_two_standards_are_looked_for(
    folder: Path, run: Callable[..., Result]
) -> None:
    """Each has its own part, and the state comes first."""
    del folder
    result = run("coverage", "complete.yaml", "--json")
    told = json.loads(result.stdout)

    assert result.exit_code == 0
    assert [each["standard"] for each in told["standards"]] == ["wa", "us", "nasro", "cops"]
    assert {"read"} <= {one["evidence"] for each in told["standards"] for one in each["findings"]}


def test_a_state_without_a_list_says_so(folder: Path, run: Callable[..., Result]) -> None:
    """That nothing is on file is no finding that there is no such law."""
    del folder
    result = run("coverage", "complete.yaml", "--standard", "mt")

    assert result.exit_code == 0
    assert "no contents list is on file for this state" in result.stdout


def test_missing_requirements_fail_when_asked(folder: Path, run: Callable[..., Result]) -> None:
    """Without the option they are only shown."""
    del folder
    shown = run("coverage", "complete.yaml", "--standard", "wa")
    failing = run("coverage", "complete.yaml", "--standard", "wa", "--fail-on", "missing")

    assert shown.exit_code == 0
    assert failing.exit_code == 1
    assert "MB801" in failing.stderr
    assert failing.stdout == shown.stdout


def test_a_worksheet_has_empty_columns(folder: Path, run: Callable[..., Result]) -> None:
    """A reader fills in section and comment by hand, and no standing is printed."""
    del folder
    result = run("coverage", "complete.yaml", "--standard", "wa", "--worksheet")
    rows = [each for each in result.stdout.splitlines() if each.startswith("| `wa.r01`")]

    assert result.exit_code == 0
    assert "| Requirement | Section | Comment | Source | Known |" in result.stdout
    assert "|  |  |" in rows[0]
    assert "addressed" not in rows[0]


def test_nothing_is_called_compliant_or_scored(folder: Path, run: Callable[..., Result]) -> None:
    """Whatever the format."""
    del folder
    for form in ("text", "md", "json"):
        words = run("coverage", "complete.yaml", "--format", form).stdout.casefold()

        assert "compliant" not in words
        assert "score" not in words


def test_a_worksheet_is_no_json(folder: Path, run: Callable[..., Result]) -> None:
    """The two options together are wrong usage."""
    del folder
    result = run("coverage", "complete.yaml", "--worksheet", "--json")

    assert result.exit_code == 2

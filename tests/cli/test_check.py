"""`mou-builder check`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from mou_builder.source import read_library

Run = Callable[..., Result]


def test_open_items_are_shown_with_their_lines(run: Run, folder: Path) -> None:
    """A draft's open items are no failure, and nothing is written."""
    result = run("check", "ours.yaml")

    assert result.exit_code == 0
    assert "open[" in result.stderr
    assert "\n  20 |   amount:\n" in result.stderr
    assert result.stderr.endswith("ours.yaml: 0 errors, 0 warnings, 2 open items\n")
    assert sorted(each.name for each in folder.iterdir()) == ["complete.yaml", "ours.yaml"]


def test_final_counts_open_items_as_errors(run: Run) -> None:
    """`check --final` says whether `render --final` would be refused."""
    assert run("check", "ours.yaml", "--final").exit_code == 1
    assert run("check", "complete.yaml", "--final", "--set", "review=none").exit_code == 0


def test_several_files_are_checked_in_one_run(run: Run) -> None:
    """One bad file fails the run; the others are checked all the same."""
    result = run("check", "gone.yaml", "complete.yaml")

    assert result.exit_code == 1
    assert "complete.yaml: 0 errors" in result.stderr


def test_json_prints_every_message(run: Run) -> None:
    """One result for each file."""
    results = json.loads(run("check", "ours.yaml", "complete.yaml", "--json", "--quiet").stdout)

    assert [each["open_items"] for each in results] == [2, 0]
    assert results[0]["diagnostics"][0]["severity"] == "open"


def test_our_word_file_has_no_fault(run: Run) -> None:
    """`check FILE.docx` looks at the file's structure."""
    run("render", "ours.yaml")
    result = run("check", "ours.docx")

    assert result.exit_code == 0, result.stderr
    assert "ours.docx: 0 errors" in result.stderr


def test_a_file_that_is_no_word_file(run: Run, folder: Path) -> None:
    """A text with Word's suffix has a fault, not a traceback."""
    (folder / "a.docx").write_text("no archive", encoding="utf-8")
    result = run("check", "a.docx")

    assert result.exit_code == 1
    assert "error[MB9" in result.stderr


def test_a_word_file_that_is_not_there(run: Run) -> None:
    """The name is said."""
    result = run("check", "gone.docx")

    assert result.exit_code == 1
    assert "gone.docx:1:1: error[MB100]" in result.stderr


@pytest.mark.parametrize("decision", ["choose", "omit", "reword", "accept"])
def test_a_cure_names_a_clause_that_there_is(decision: str, run: Run) -> None:
    """What a hint shows can be typed as it stands."""
    said = run("check", "ours.yaml", "--set", f"{decision}=yes").stderr
    named = re.search(r"MB331.*\n(?: .*\n)*?  help: [^`]*`([a-z_.]+):", said)

    assert named
    assert named[1] in read_library().ok.clauses

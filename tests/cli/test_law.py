"""`mou-builder law`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

README = Path(__file__).parents[2] / "README.md"


def test_what_nobody_read_comes_first(run: Callable[..., Result]) -> None:
    """The list is the keeper's work for the year."""
    rows = json.loads(run("law", "report", "--state", "HI", "--json").stdout)
    evidence = [each["evidence"] for each in rows]

    assert evidence == sorted(evidence, key=["recalled", "secondary", "read"].index)
    assert {each["state"] for each in rows} == {"hi"}


def test_each_citation_has_its_copy_or_says_that_there_is_none(run: Callable[..., Result]) -> None:
    """A reader can go to what was seen."""
    text = run("law", "report", "--state", "wa").stdout

    assert "recalled: wa.records, RCW ch. 42.56 (no copy was seen)" in text
    assert "https://wa-law.org/" in text


def test_an_unknown_state_is_wrong_usage(run: Callable[..., Result]) -> None:
    """Two letters are asked for."""
    result = run("law", "report", "--state", "zz")

    assert result.exit_code == 2
    assert "there is no state `zz`" in result.stderr


def test_the_table_of_the_states_is_the_one_that_is_shown(run: Callable[..., Result]) -> None:
    """The page is made by the command, and says what the files say."""
    table = run("law", "table").stdout

    assert table.count("\n") == 2 + 51
    assert table in README.read_text(encoding="utf-8")

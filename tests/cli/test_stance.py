"""Every command that judges an agreement says what its stance filled."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def drafted(run: Run, folder: Path) -> Path:
    """Return the folder with a starter of a state and nothing else answered."""
    run("new", "fresh.yaml", "--state", "WA")
    return folder


def test_the_summary_counts_the_clauses(drafted: Path, run: Run) -> None:
    """Of `render` as of `check`; `explain` marks each."""
    for command in (("check", "fresh.yaml"), ("render", "fresh.yaml", "-o", "fresh.txt")):
        assert "The stance `balanced` filled " in run(*command).stderr
    assert "filled by the stance" in run("explain", "fresh.yaml").stdout
    assert "stance" not in run("check", "fresh.yaml", "--set", "stance=?").stderr


def test_json_and_record_list_them(drafted: Path, run: Run) -> None:
    """The same list in each, none of it counsel's."""
    (checked,) = json.loads(run("check", "fresh.yaml", "--json", "--quiet").stdout)
    rendered = json.loads(
        run("render", "fresh.yaml", "-o", "fresh.txt", "--record", "r.json", "--json").stdout
    )
    recorded = json.loads((drafted / "r.json").read_text(encoding="utf-8"))

    assert checked["stance"] == rendered["stance"] == recorded["stance"]
    filled = {each["clause"] for each in recorded["stance"]["filled"]}
    counsels = {each["clause"] for each in recorded["clauses"] if each["counsel_decides"]}
    assert len(filled) > 5
    assert filled & counsels == set()
    assert filled == {
        each["clause"] for each in recorded["clauses"] if each["why"] == "filled by the stance"
    }

"""A short answer file in a folder of its own, and a runner for the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mou_builder.cli import main

# A page about money with two answers missing.
ANSWERS = """\
instrument: funding-only
state: WA
parties:
  - id: district
    legal_name: Northfield School District No. 4
    short_name: District
    kind: school_district
    entity: none
    signatories: [{name: none, title: Superintendent}]
  - id: county
    legal_name: Eastmere County
    short_name: County
    kind: county
    entity: none
    signatories: [{name: none, title: Chair}]
staffing:
  officers: 1
funding:
  model: lump_sum
  amount:
  installment_count: 7
  first_due: September 15, 2026
  months_apart: 1
term:
  start: September 1, 2026
  end: June 30, 2027
  termination_days: ?
"""
COMPLETE = ANSWERS.replace("amount:", "amount: $100,000").replace("days: ?", "days: 60 days")


@pytest.fixture
def folder(tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder: `ours.yaml` with open items, `complete.yaml` with none."""
    (tmp_path / "ours.yaml").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "complete.yaml").write_text(COMPLETE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782864000")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """Return a runner of the program in the working folder; `given` is standard input."""

    def ran(*arguments: str, given: bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=given)

    return ran

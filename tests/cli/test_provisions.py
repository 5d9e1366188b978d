"""`mou-builder provisions`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

LISTED = """\
entry: tx-nowhere
provisions_in_entry: 1
provisions:
  - {topic: cost, says: A price., clause: funding.simple_price, shows: "$100,000.00"}
"""


def test_a_list_that_is_not_beside_the_answers_is_asked_for(run: Callable[..., Result]) -> None:
    """By its option, with the examples as a way to see one."""
    result = run("provisions", "complete.yaml")

    assert result.exit_code == 2
    assert "`--file PROVISIONS.yaml`" in result.stderr


def test_the_list_beside_the_answers_is_read(folder: Path, run: Callable[..., Result]) -> None:
    """Open items of the agreement are not said: they are no matter of the list."""
    (folder / "provisions.yaml").write_text(LISTED, encoding="utf-8")
    result = run("provisions", "complete.yaml")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[2].split() == [
        "cost",
        "A",
        "price.",
        "funding.simple_price",
        "Paragraph",
        "2",
        "carried",
    ]
    assert result.stderr == ""


def test_another_list_and_another_bound_may_be_named(
    folder: Path, run: Callable[..., Result]
) -> None:
    """The bound counts, but what is missing fails all the same."""
    (folder / "short.yaml").write_text(LISTED.replace("100,000", "90,000"), encoding="utf-8")
    result = run("provisions", "complete.yaml", "--file", "short.yaml", "--least", "0")

    assert result.exit_code == 1
    assert "MB986" in result.stderr
    assert "MB987" not in result.stderr
    assert "0 of 1 provision carried" in result.stdout


def test_json_holds_the_rows(folder: Path, run: Callable[..., Result]) -> None:
    """For other programs."""
    (folder / "provisions.yaml").write_text(LISTED, encoding="utf-8")
    result = run("provisions", "complete.yaml", "--json")

    assert json.loads(result.stdout)["percent"] == 100


def test_answers_with_a_fault_are_not_looked_up(folder: Path, run: Callable[..., Result]) -> None:
    """The fault is said, and no table printed."""
    (folder / "complete.yaml").write_text("instrument: funding-onli\n", encoding="utf-8")
    result = run("provisions", "complete.yaml", "--file", "none.yaml")

    assert result.exit_code == 1
    assert "MB360" in result.stderr
    assert result.stdout == ""


def test_a_shipped_example_is_named(run: Callable[..., Result]) -> None:
    """Wherever the program is installed."""
    result = run("provisions", "--example", "ca-pleasanton-2021")

    assert result.exit_code == 0
    assert "19 of 19 provisions carried" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("complete.yaml", "--example", "full"),
        ("--example", "full", "--every-example"),
        ("--example", "ca-pleasanton-2021", "--file", "x.yaml"),
        ("complete.yaml", "--least", "101"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], run: Callable[..., Result]) -> None:
    """One source of answers, and no list of an example but its own."""
    assert run("provisions", *arguments).exit_code == 2

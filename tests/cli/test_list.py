"""`mou-builder list`."""

from __future__ import annotations

import json
from collections.abc import Callable

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


def test_the_questions_of_one_office(run: Run) -> None:
    """`--who agency` shows what the agency is to be asked."""
    lines = run("list", "questions", "--who", "agency").stdout.splitlines()

    assert {each.split()[1] for each in lines} == {"agency"}
    assert any(each.startswith("staffing.officers ") for each in lines)


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

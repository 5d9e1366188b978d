"""`mou-builder explain`."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_a_clause_without_an_answer_file_is_wrong_usage(run: Callable[..., Result]) -> None:
    """The message says what comes first."""
    result = run("explain", "funding.cost_share")

    assert result.exit_code == 2
    assert "`mou-builder explain ANSWERS.yaml funding.cost_share`" in result.stderr


def test_every_clause_is_in_or_out(run: Run) -> None:
    """One line a clause, under its article."""
    shown = run("explain", "ours.yaml").stdout

    assert "\nFunding\n" in shown
    assert "  in    funding.simple_price" in shown
    assert "for other kinds of agreement" in shown


def test_one_clause_in_full(run: Run) -> None:
    """Condition, answer with its place, alternatives and what to change."""
    shown = run("explain", "ours.yaml", "funding.simple_price").stdout

    assert 'condition: instrument == "funding-only"  is yes' in shown
    assert "fixed_sum (taken, default)" in shown
    assert "`funding.model` is" in shown
    assert "(ours.yaml:19)" in shown
    assert "answer `funding.model` otherwise (ours.yaml:19)" in shown
    assert "reviewed: by nobody yet" in shown


def test_json_tells_the_same(run: Run) -> None:
    """For other programs."""
    value = json.loads(run("explain", "ours.yaml", "funding.simple_price", "--json").stdout)

    assert [each["clause"] for each in value] == ["funding.simple_price"]
    assert value[0]["alternative"] == "fixed_sum"


def test_a_clause_that_is_not_there(run: Run) -> None:
    """The nearest name is offered."""
    result = run("explain", "ours.yaml", "funding.simple_prise")

    assert result.exit_code == 1
    assert "error[MB974]: there is no clause `funding.simple_prise`" in result.stderr
    assert "did you mean `funding.simple_price`?" in result.stderr


def test_a_clause_of_another_kind_of_agreement(run: Run) -> None:
    """The library has it, this instrument does not."""
    shown = run("explain", "ours.yaml", "training.course").stdout

    assert "out of the agreement" in shown


def test_faults_in_the_answers_come_first(run: Run) -> None:
    """Nothing can be explained while the answers are wrong."""
    assert run("explain", "gone.yaml").exit_code == 1


def test_a_codes_page(run: Run) -> None:
    """In either case of letters; as JSON too."""
    assert run("explain", "mb971").stdout.startswith("# MB971: a file is in the way")
    assert json.loads(run("explain", "MB971", "--json").stdout)["code"] == "MB971"


def test_a_code_that_no_message_has(run: Run) -> None:
    """The range of codes is said."""
    result = run("explain", "MB999")

    assert result.exit_code == 1
    assert "error[MB973]" in result.stderr

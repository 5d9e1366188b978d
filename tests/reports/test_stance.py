"""What is said of an agreement's stance."""

from __future__ import annotations

from dataclasses import replace

from mou_builder.model.answers import Decisions
from mou_builder.model.selection import Rule, Selection
from mou_builder.reports.stance import stance_line, stance_value
from tests.builders import clause, selected

FILLED = replace(selected(clause("term.end")), rule=Rule.STANCE)
SELECTION = Selection((FILLED, selected(clause("term.start"))), ())
BALANCED = Decisions(stance="balanced")


def test_it_names_what_the_stance_filled() -> None:
    """The clause and the wording taken."""
    assert stance_value(SELECTION, BALANCED) == {
        "name": "balanced",
        "filled": [{"clause": "term.end", "alternative": "plain"}],
    }


def test_a_stance_that_was_not_typed_fills_nothing() -> None:
    """Nothing is said of it."""
    assert stance_value(SELECTION, Decisions()) is None
    assert stance_line(SELECTION, Decisions(), "ours.yaml") == ""


def test_one_sentence_counts_them() -> None:
    """And says where to look."""
    assert stance_line(SELECTION, BALANCED, "ours.yaml") == (
        "The stance `balanced` filled 1 clause that answers leave open; "
        "`mou-builder explain ours.yaml` shows which."
    )


def test_a_stance_that_filled_nothing_is_not_mentioned() -> None:
    """Every wording followed from an answer."""
    assert stance_line(Selection((), ()), BALANCED, "ours.yaml") == ""

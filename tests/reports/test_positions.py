"""How an agreement stands to a client's own positions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_builder.model.positions import ClausePosition
from mou_builder.model.selection import Omitted, Rule, Selected, Selection
from mou_builder.reports.explanation import explanation, explanation_value, overview
from mou_builder.reports.positions import position_warnings, standing
from tests.builders import alternative, at, clause, library, selected

CLAUSE = clause(
    "term.renewal",
    alternatives=[
        alternative("ends", default=True),
        alternative("mutual"),
        alternative("automatic"),
    ],
)
PREFERS = ClausePosition("term.renewal", at(3, file="ours.yaml"), "ends", "mutual")
ASKS = replace(PREFERS, approver="the board", walk_away="no end at all")


def taken(name: str, rule: Rule = Rule.CHOOSE) -> Selected:
    """Return the clause in a wording."""
    wording = CLAUSE.alternative(name)
    assert wording is not None
    return replace(selected(CLAUSE, rule=rule), alternative=wording)


@pytest.mark.parametrize(
    ("fate", "how", "warned"),
    [
        (taken("ends"), "as you prefer", False),
        (taken("mutual"), "your fallback", False),
        (taken("automatic"), "not your position; ask the board", True),
        (taken("ends", Rule.REWORDED), "not your position; ask the board", True),
        (Omitted(CLAUSE, "left out", at=at()), "not your position; ask the board", True),
        (Omitted(CLAUSE, "its condition is not met"), "", False),
    ],
)
def test_a_clause_is_as_wanted_or_its_approver_is_named(
    fate: Selected | Omitted, how: str, *, warned: bool
) -> None:
    """Preferred wording and fallback are both fine; what the answers keep out is no concern."""
    chosen = (fate,) if isinstance(fate, Selected) else ()
    omitted = (fate,) if isinstance(fate, Omitted) else ()

    said = list(position_warnings(Selection(chosen, omitted), [ASKS]))

    assert standing(fate, ASKS) == how
    assert [each.code for each in said] == (["MB408"] if warned else [])
    assert all("the board" in (each.hint or "") and each.at == ASKS.at for each in said)


def test_without_an_approver_nobody_is_made_up() -> None:
    """The hint says that somebody may approve it."""
    (said,) = position_warnings(Selection((taken("automatic"),), ()), [PREFERS])

    assert said.message == (
        "`term.renewal` takes the wording `automatic`, neither `ends` nor `mutual` of your position"
    )
    assert said.hint == ("ask whoever may approve it, or write `choose: {term.renewal: ends}`")


def test_a_position_without_wordings_warns_of_nothing() -> None:
    """A walk-away alone cannot be compared."""
    bare = ClausePosition("term.renewal", at(), walk_away="no end at all")

    assert list(position_warnings(Selection((taken("automatic"),), ()), [bare])) == []


def test_one_clause_shows_all_of_its_position() -> None:
    """And says that it is in no document."""
    text = explanation(
        Selection((taken("mutual"),), ()), "term.renewal", "a.yaml", {"term.renewal": ASKS}
    )

    assert text is not None
    assert (
        "  your position (ours.yaml:3), which is in no document: your fallback\n"
        "    prefer: ends\n"
        "    fallback: mutual\n"
        "    walk away: no end at all\n"
        "    approver: the board\n"
    ) in text


def test_the_overview_marks_each_clause_with_a_position() -> None:
    """In the line of the clause."""
    selection = Selection((taken("automatic"), selected(clause("term.start"))), ())
    lines = overview(selection, library([CLAUSE]), {"term.renewal": ASKS}).splitlines()

    marked = [each for each in lines if each.endswith("[not your position; ask the board]")]
    assert len(marked) == 1
    assert "term.renewal" in marked[0]


def test_json_has_a_position_only_where_there_is_one() -> None:
    """So the record, which is given none, has none."""
    selection = Selection((taken("ends"), selected(clause("term.start"))), ())

    assert not any("position" in each for each in explanation_value(selection))
    held = explanation_value(selection, None, {"term.renewal": ASKS})
    assert [each["clause"] for each in held if "position" in each] == ["term.renewal"]

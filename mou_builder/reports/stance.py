"""What the stance of an agreement has settled, so that nobody overlooks it."""

from __future__ import annotations

from typing import Any

from mou_builder.model.answers import Decisions
from mou_builder.model.selection import Rule, Selection
from mou_builder.reports.messages import counted


def stance_value(selection: Selection, decisions: Decisions) -> dict[str, Any] | None:
    """Return the stance and the clauses that it filled, for JSON; None where none was typed."""
    if not decisions.stance:
        return None
    filled = [each for each in selection.chosen if each.rule is Rule.STANCE]
    return {
        "name": decisions.stance,
        "filled": [
            {"clause": each.clause.id, "alternative": each.alternative.id} for each in filled
        ],
    }


def stance_line(selection: Selection, decisions: Decisions, answers: str) -> str:
    """Return one sentence on what the stance filled; empty where it filled nothing.

    `answers` is the answer file's name.
    """
    value = stance_value(selection, decisions)
    if not value or not value["filled"]:
        return ""
    clauses = counted(len(value["filled"]), "clause")
    return (
        f"The stance `{value['name']}` filled {clauses} that answers leave open; "
        f"`mou-builder explain {answers}` shows which."
    )

"""Whether a text that the library gives as an answer has the shape of one."""

from __future__ import annotations

import re

from mou_builder.model.question import Kind, Question
from mou_builder.source.decode import hint_for

CHOICES = (Kind.CHOICE, Kind.CHOICES)
# Their options are the kinds of party, and the roles of the instrument.
LENT = ("parties.kind", "parties.roles")
_NUMBER = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
_DATE = r"\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4}"
_SHAPES = {
    Kind.WHOLE_NUMBER: r"-?\d{1,3}(?:,\d{3})+|-?\d+",
    Kind.DECIMAL: _NUMBER,
    Kind.YES_NO: r"(?i:yes|no|true|false)",
    Kind.DATE: _DATE,
    Kind.MONEY: rf"\$? ?(?:{_NUMBER})",
    Kind.PERCENTAGE: rf"(?:{_NUMBER}) ?%?",
    Kind.DURATION: r"\d+ (?:(?:school|business|calendar) )?(?:day|week|month|year)s?",
}
_EXAMPLES = {
    Kind.WHOLE_NUMBER: "2",
    Kind.DECIMAL: "1.5",
    Kind.YES_NO: "yes",
    Kind.DATE: "2026-07-01",
    Kind.MONEY: "163800.00",
    Kind.PERCENTAGE: "50%",
    Kind.DURATION: "30 days",
}


def misfit(question: Question, value: str) -> str | None:
    """Return the cure when the text cannot be an answer of the question's type, else None.

    Only the shape is looked at: whether July has a thirty-second is for whoever reads answers.
    """
    if value == "none" and question.none_allowed:
        return None
    if question.kind in CHOICES and question.id not in LENT:
        ids = {each.id for each in question.choices}
        parts = [value] if question.kind is Kind.CHOICE else re.split(r"[,\s]+", value.strip("[]"))
        wrong = next((each for each in parts if each and each not in ids), None)
        return hint_for(wrong, ids) if wrong else None
    shape = _SHAPES.get(question.kind)
    if shape is None or re.fullmatch(shape, value):
        return None
    return f"write it such as `{_EXAMPLES[question.kind]}`"

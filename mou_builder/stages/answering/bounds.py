"""Checks answers against the `min` and `max` of their questions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mou_builder.diagnostics import Position
from mou_builder.model.question import Kind, Question
from mou_builder.model.values import Value
from mou_builder.stages.answering.scalars import Misread, read_scalar
from mou_builder.stages.answering.typed import Typed

# Amounts below zero are faults of typing unless a question says otherwise by its own `min`.
_NEVER_NEGATIVE = (Kind.WHOLE_NUMBER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENTAGE)


def within_bounds(question: Question, value: Value, at: Position, typed: Typed) -> Value:
    """Return the value if it lies within `min` and `max`, which are included; else an Unanswered.

    A list is measured by the number of its members.
    """
    measured = len(value) if isinstance(value, tuple) else value
    least = question.minimum or ("0" if question.kind in _NEVER_NEGATIVE else None)
    for bound, sign, word in ((least, 1, "least"), (question.maximum, -1, "most")):
        if bound is None or _compare(measured, _limit(question, bound)) * sign >= 0:
            continue
        misread = Misread(
            "MB313", f"at {word} {bound} is expected here", f"check the {question.blank}"
        )
        return typed.fault(question, misread, at)
    return value


def _limit(question: Question, bound: str) -> Value | Misread:
    counted = question.many or question.kind in (Kind.GROUP, Kind.CHOICES)
    return int(bound) if counted else read_scalar(question, bound)


def _compare(value: Value, limit: Value | Misread) -> int:
    """Return -1, 0 or 1 as the value is below, at or above the limit; 0 for unlike types."""
    if isinstance(value, int | Decimal) and isinstance(limit, int | Decimal):
        return (value > limit) - (value < limit)
    if isinstance(value, date) and isinstance(limit, date):
        return (value > limit) - (value < limit)
    return 0

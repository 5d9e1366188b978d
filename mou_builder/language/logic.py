"""Kleene's three-valued logic: yes, no, and unknown while an answer is open."""

from __future__ import annotations

from collections.abc import Iterable

from mou_builder.model.selection import Truth
from mou_builder.model.values import NotApplicable, Unanswered, Value

_ORDER = (Truth.NO, Truth.UNKNOWN, Truth.YES)


def both(left: Truth, right: Truth) -> Truth:
    """Return Kleene's conjunction: no if either is no, else unknown if either is unknown."""
    return min(left, right, key=_ORDER.index)


def either(left: Truth, right: Truth) -> Truth:
    """Return Kleene's disjunction: yes if either is yes, else unknown if either is unknown."""
    return max(left, right, key=_ORDER.index)


def opposite(truth: Truth) -> Truth:
    """Return Kleene's negation: unknown stays unknown."""
    return _ORDER[-1 - _ORDER.index(truth)]


def truth_of(value: Value) -> Truth:
    """Return whether the value counts as yes: `none`, no and an empty group do not."""
    match value:
        case Unanswered():
            return Truth.UNKNOWN
        case NotApplicable():
            return Truth.NO
        case bool() | tuple():
            return Truth.YES if value else Truth.NO
        case _:
            return Truth.YES


def value_of(truth: Truth, open_values: Iterable[Value]) -> Value:
    """Return yes or no as a value, or an Unanswered with the questions of the open values."""
    return unanswered(open_values) if truth is Truth.UNKNOWN else truth is Truth.YES


def unanswered(values: Iterable[Value]) -> Unanswered:
    """Return one Unanswered with the questions of all that are, each once."""
    questions = [q for each in values if isinstance(each, Unanswered) for q in each.questions]
    return Unanswered(tuple(dict.fromkeys(questions)))

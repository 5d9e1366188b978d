"""Compares two answers; answers that cannot be compared are not equal and in no order."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from mou_builder.language.logic import unanswered
from mou_builder.model.values import Duration, NotApplicable, Unanswered, Value

_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
# Units that turn into each other exactly; a month has no exact number of days.
_UNITS: Mapping[str, tuple[str, int]] = {
    "day": ("day", 1),
    "week": ("day", 7),
    "month": ("month", 1),
    "year": ("month", 12),
}


def compare(left: Value, sign: str, right: Value) -> Value:
    """Return whether the comparison holds: open while a side is, and no where a side is `none`."""
    if isinstance(left, Unanswered) or isinstance(right, Unanswered):
        return unanswered((left, right))
    if isinstance(left, NotApplicable) or isinstance(right, NotApplicable):
        return False
    match sign:
        case "==" | "!=":
            return _equal(left, right) == (sign == "==")
        case "in" | "not_in":
            members = right if isinstance(right, tuple) else ()
            return (left in members) == (sign == "in")
        case _:
            ordered = _ordered(left, right)
            return ordered is not None and _ORDERS[sign](*ordered)


def _equal(left: Value, right: Value) -> bool:
    # In Python yes equals 1; among answers it does not.
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    ordered = _ordered(left, right)
    return left == right if ordered is None else ordered[0] == ordered[1]


def _ordered(left: Value, right: Value) -> tuple[Any, Any] | None:
    """Return the two as values that Python orders, or None where they have no order."""
    match left, right:
        case (bool(), _) | (_, bool()):
            return None
        case (int() | Decimal(), int() | Decimal()):
            return left, right
        case (date(), date()) | (str(), str()):
            return left, right
        case Duration(), Duration():
            return _durations(left, right)
        case _:
            return None


def _durations(left: Duration, right: Duration) -> tuple[int, int] | None:
    unit, length = _UNITS.get(left.unit, (left.unit, 1))
    other, other_length = _UNITS.get(right.unit, (right.unit, 1))
    return (left.count * length, right.count * other_length) if unit == other else None

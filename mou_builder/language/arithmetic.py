"""Reckoning with money, numbers and dates; exact, and bounded whatever the answers say."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal

from mou_builder.language.forms import CENT, EXACT, to_cents
from mou_builder.model.values import Duration, Record

_MOST_INSTALLMENTS = 1000
_MONTHS = 12
_WEEK = 7
_WEEKDAYS = 5

Number = int | Decimal


def share(amount: Number, percent: Number) -> Decimal:
    """Return that percentage of the amount, rounded half up to cents."""
    return to_cents(EXACT.divide(EXACT.multiply(Decimal(amount), Decimal(percent)), Decimal(100)))


def times(left: Number, right: Number) -> Number:
    """Return the product, a whole number where both are."""
    if isinstance(left, int) and isinstance(right, int):
        return left * right
    return EXACT.multiply(Decimal(left), Decimal(right))


def plus(left: Number, right: Number) -> Number:
    """Return the sum, a whole number where both are."""
    if isinstance(left, int) and isinstance(right, int):
        return left + right
    return EXACT.add(Decimal(left), Decimal(right))


def minus(left: Number, right: Number) -> Number:
    """Return the difference, a whole number where both are."""
    return plus(left, -right if isinstance(right, int) else right.copy_negate())


def installments(
    total: Number, number: int, first_due: date, months_apart: int
) -> tuple[Record, ...]:
    """Return equal installments, the cents that remain in the last; their sum is the total.

    Returns none for fewer than one installment or more than a thousand.
    """
    if not 1 <= number <= _MOST_INSTALLMENTS:
        return ()
    exact = to_cents(Decimal(total))
    each = EXACT.divide(exact, Decimal(number)).quantize(CENT, ROUND_DOWN, context=EXACT)
    last = EXACT.subtract(exact, EXACT.multiply(each, Decimal(number - 1)))
    return tuple(
        Record(
            {
                "number": index + 1,
                "due": add_months(first_due, index * months_apart),
                "amount": last if index == number - 1 else each,
            }
        )
        for index in range(number)
    )


def add(day: date, length: Duration) -> date:
    """Return the day that much later, within the calendar.

    School days and business days are counted as the days from Monday to Friday: neither the
    calendar of a school nor a holiday is known, so the day returned is the earliest possible.
    """
    match length.unit:
        case "year" | "month":
            return add_months(day, length.count * (_MONTHS if length.unit == "year" else 1))
        case "school day" | "business day":
            return _weekdays_later(day, length.count)
        case unit:
            return _days_later(day, length.count * (_WEEK if unit == "week" else 1))


def months_between(first: date, last: date) -> int:
    """Return the whole months from the first day through the last, both days counted.

    July 1 to June 30 is 12. Returns a negative number when the last day is before the first.
    """
    if last < first:
        return -months_between(last, first)
    after = last + timedelta(days=1) if last < date.max else last
    months = (after.year - first.year) * _MONTHS + after.month - first.month
    return months if add_months(first, months) <= after else months - 1


def add_months(day: date, months: int) -> date:
    """Return the same day that many months later, or the month's last day where it has no such.

    Returns the calendar's first or last day when the year would leave it.
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        return date.max if year > date.max.year else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days_later(day: date, days: int) -> date:
    left = (date.max - day).days
    return day + timedelta(days=min(days, left))


def _weekdays_later(day: date, count: int) -> date:
    """Return the day on which so many days from Monday to Friday have passed."""
    # From a day of the weekend the count begins on Monday, as it does from the Friday before.
    passed = max(0, day.weekday() - (_WEEKDAYS - 1))
    weeks, rest = divmod(count, _WEEKDAYS)
    weekend = 2 if rest and min(day.weekday(), _WEEKDAYS - 1) + rest >= _WEEKDAYS else 0
    if count == 0:
        return day
    return _days_later(day, weeks * _WEEK + rest + weekend - passed)

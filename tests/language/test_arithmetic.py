"""Money, months and installments are reckoned exactly."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_builder.language import arithmetic
from mou_builder.model.values import Duration

AMOUNTS = st.decimals("0", "999999999", places=2)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("amount", "percent", "share"),
    [("163800", "50", "81900.00"), ("0.01", "50", "0.01"), ("10.05", "33.3", "3.35")],
)
def test_a_share_is_rounded_half_up(amount: str, percent: str, share: str) -> None:
    """Half a cent counts as one."""
    assert arithmetic.share(Decimal(amount), Decimal(percent)) == Decimal(share)


def test_whole_numbers_stay_whole() -> None:
    """A product of counts is a count."""
    assert arithmetic.times(3, 4) == 12
    assert isinstance(arithmetic.plus(3, 4), int)
    assert arithmetic.minus(3, Decimal("0.5")) == Decimal("2.5")


def test_the_cents_that_remain_are_in_the_last_installment() -> None:
    """All others are equal."""
    made = arithmetic.installments(Decimal(100), 3, date(2026, 8, 31), 1)

    assert [each["amount"] for each in made] == [
        Decimal("33.33"),
        Decimal("33.33"),
        Decimal("33.34"),
    ]
    assert [each["number"] for each in made] == [1, 2, 3]


def test_installments_fall_due_on_the_same_day_of_the_month() -> None:
    """A shorter month has its last day instead, and the next month the day again."""
    made = arithmetic.installments(Decimal(100), 3, date(2026, 8, 31), 1)

    assert [each["due"] for each in made] == [
        date(2026, 8, 31),
        date(2026, 9, 30),
        date(2026, 10, 31),
    ]


@pytest.mark.parametrize("number", [0, -1, 1001])
def test_an_impossible_number_of_installments_makes_none(number: int) -> None:
    """The work is bounded whatever the answer says."""
    assert arithmetic.installments(Decimal(100), number, date(2026, 1, 1), 1) == ()


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 7, 1), date(2027, 6, 30), 12),
        (date(2026, 7, 1), date(2027, 7, 1), 12),
        (date(2026, 7, 1), date(2027, 6, 29), 11),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 7, 1), date(2026, 7, 1), 0),
        (date(2027, 6, 30), date(2026, 7, 1), -12),
    ],
)
def test_months_between_counts_both_days(first: date, last: date, months: int) -> None:
    """July 1 to June 30 is a year."""
    assert arithmetic.months_between(first, last) == months


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
        (date(2026, 1, 31), 10**9, date.max),
        (date(2026, 1, 31), -(10**9), date.min),
    ],
)
def test_months_are_added_within_the_calendar(day: date, months: int, later: date) -> None:
    """A day that a month lacks becomes its last, a year beyond the calendar its end."""
    assert arithmetic.add_months(day, months) == later


@pytest.mark.parametrize(
    ("length", "later"),
    [
        (Duration(30, "day"), date(2026, 7, 31)),
        (Duration(2, "week"), date(2026, 7, 15)),
        (Duration(1, "month"), date(2026, 8, 1)),
        (Duration(3, "year"), date(2029, 7, 1)),
        (Duration(3, "business day"), date(2026, 7, 6)),
        (Duration(3, "school day"), date(2026, 7, 6)),
        (Duration(0, "business day"), date(2026, 7, 1)),
        (Duration(10**9, "day"), date.max),
        (Duration(10**9, "year"), date.max),
        (Duration(10**9, "school day"), date.max),
    ],
)
def test_a_length_of_time_after_a_day(length: Duration, later: date) -> None:
    """July 1, 2026 is a Wednesday; a date beyond the calendar is its end."""
    assert arithmetic.add(date(2026, 7, 1), length) == later


class TestInstallments:
    """What holds for every plan of payment."""

    @given(AMOUNTS, st.integers(1, 60), DAYS, st.integers(1, 12))
    def test_installments_add_up_to_the_total(
        self, total: Decimal, number: int, first: date, apart: int
    ) -> None:
        """No cent is lost or made."""
        made = arithmetic.installments(total, number, first, apart)

        assert sum(Decimal(str(each["amount"])) for each in made) == total

    @given(AMOUNTS, st.integers(1, 60), DAYS)
    def test_all_but_the_last_are_equal(self, total: Decimal, number: int, first: date) -> None:
        """The remainder is less than a cent for each installment."""
        *others, last = [
            each["amount"] for each in arithmetic.installments(total, number, first, 1)
        ]

        assert len(set(others)) <= 1
        assert not others or 0 <= Decimal(str(last)) - Decimal(str(others[0])) < number


class TestMonths:
    """What holds for every day."""

    @given(DAYS, st.integers(0, 600))
    def test_months_added_are_months_between(self, day: date, months: int) -> None:
        """The day before the same day later completes the months."""
        last = arithmetic.add_months(day, months) - timedelta(days=1)

        assert months == 0 or arithmetic.months_between(day, last) == months


class TestBusinessDays:
    """What holds for every day, also those of a weekend."""

    @given(DAYS, st.integers(0, 60))
    def test_so_many_weekdays_have_passed(self, day: date, count: int) -> None:
        """Counted one by one, from the day after."""
        counted, later = 0, day
        while counted < count:
            later += timedelta(days=1)
            counted += later.weekday() < 5

        assert arithmetic.add(day, Duration(count, "business day")) == later

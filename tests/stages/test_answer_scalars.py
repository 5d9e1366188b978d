"""What may be typed for each type of question."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_builder.model.question import Kind
from mou_builder.model.values import Duration
from mou_builder.stages.answering.scalars import Misread, read_scalar
from tests.builders import question

UNDERSTOOD = [
    (Kind.TEXT, "NO", "NO"),
    (Kind.TEXT, "010", "010"),
    (Kind.TEXT, "12:30", "12:30"),
    (Kind.TEXT, "1.10", "1.10"),
    (Kind.TEXT, "two\nlines", "two lines"),
    (Kind.TEXT, "Smith & Sons *K-12*  <LLC>", "Smith & Sons *K-12*  <LLC>"),
    (Kind.WHOLE_NUMBER, "2", 2),
    (Kind.WHOLE_NUMBER, "1,200", 1200),
    (Kind.DECIMAL, "2.5", Decimal("2.5")),
    (Kind.YES_NO, "NO", False),
    (Kind.YES_NO, "True", True),
    (Kind.DATE, "2026-07-01", date(2026, 7, 1)),
    (Kind.DATE, "July 1, 2026", date(2026, 7, 1)),
    (Kind.DATE, "Sept. 1, 2026", date(2026, 9, 1)),
    (Kind.DATE, "1 July 2026", date(2026, 7, 1)),
    (Kind.DATE, "July 1st, 2026", date(2026, 7, 1)),
    (Kind.DATE, "2nd July 2026", date(2026, 7, 2)),
    (Kind.DATE, "7/1/2026", date(2026, 7, 1)),
    (Kind.MONEY, "163800", Decimal("163800.00")),
    (Kind.MONEY, "163,800.00", Decimal("163800.00")),
    (Kind.MONEY, "$163,800", Decimal("163800.00")),
    (Kind.PERCENTAGE, "50", Decimal(50)),
    (Kind.PERCENTAGE, "50%", Decimal(50)),
    (Kind.PERCENTAGE, "33.3 %", Decimal("33.3")),
    (Kind.DURATION, "3 years", Duration(3, "year")),
    (Kind.DURATION, "1 day", Duration(1, "day")),
    (Kind.DURATION, "30 school days", Duration(30, "school day")),
    (Kind.DURATION, "10 working days", Duration(10, "business day")),
    (Kind.DURATION, "10 calendar days", Duration(10, "day")),
]
REFUSED = [
    (Kind.WHOLE_NUMBER, "many", "MB303", "expected a whole number, found `many`"),
    (Kind.WHOLE_NUMBER, "12:30", "MB303", "expected a whole number, found `12:30`"),
    (Kind.WHOLE_NUMBER, "1.10", "MB303", "expected a whole number, found `1.10`"),
    (Kind.YES_NO, "on", "MB305", "expected yes or no, found `on`"),
    (Kind.DATE, "7/1/26", "MB306", "the year of `7/1/26` has 2 digits"),
    (
        Kind.DATE,
        "February 30, 2026",
        "MB306",
        "there is no day `February 30, 2026` in the calendar",
    ),
    (Kind.DATE, "next fall", "MB306", "expected a date, found `next fall`"),
    (Kind.MONEY, "163.8k", "MB307", "expected an amount of money, found `163.8k`"),
    (Kind.PERCENTAGE, "half", "MB308", "expected a percentage, found `half`"),
    (Kind.DURATION, "a while", "MB309", "expected a length of time, found `a while`"),
    (Kind.DURATION, "3 school years", "MB309", "expected a length of time, found `3 school years`"),
    (Kind.DECIMAL, "two", "MB311", "expected a number, found `two`"),
]


@pytest.mark.parametrize(("kind", "typed", "value"), UNDERSTOOD)
def test_a_typed_text_is_understood(kind: Kind, typed: str, value: object) -> None:
    """The question decides the type; what offices type is understood without ceremony."""
    assert read_scalar(question("a.b", kind), typed) == value


@pytest.mark.parametrize(("kind", "typed", "code", "message"), REFUSED)
def test_another_text_is_refused_with_a_cure(
    kind: Kind, typed: str, code: str, message: str
) -> None:
    """The fault quotes what was typed; the hint shows what to type instead."""
    misread = read_scalar(question("a.b", kind), typed)

    assert isinstance(misread, Misread)
    assert (misread.code, misread.message) == (code, message)
    assert "`" in misread.hint


def test_a_number_with_what_it_counts_is_shown_alone() -> None:
    """`2 officers` needs only its word taken off; `2 dozen` is another number."""
    asked = question("staffing.officers", Kind.WHOLE_NUMBER)
    officers, dozen = (read_scalar(asked, each) for each in ("2 officers", "2 dozen"))

    assert isinstance(officers, Misread)
    assert (officers.code, officers.hint) == ("MB303", "write `2`")
    assert isinstance(dozen, Misread)
    assert dozen.hint != "write `2`"


@pytest.mark.parametrize("typed", ["per_officer", "Per officer", "a price for each officer"])
def test_a_choice_is_named_by_id_or_label(typed: str) -> None:
    """Capitals, spaces and hyphens do not matter."""
    asked = question("funding.model", Kind.CHOICE, choices=["per_officer=a price for each officer"])

    assert read_scalar(asked, typed) == "per_officer"


def test_a_misspelt_choice_is_answered_with_the_nearest() -> None:
    """The nearest name is the likely one."""
    asked = question("funding.model", Kind.CHOICE, choices=["percentage", "lump_sum"])

    misread = read_scalar(asked, "precentage")

    assert isinstance(misread, Misread)
    assert misread.hint == "did you mean `percentage`?"


@given(st.sampled_from(Kind), st.text(min_size=1))
def test_no_text_makes_the_reader_raise(kind: Kind, typed: str) -> None:
    """Whatever is typed, it is a value or a fault."""
    assert read_scalar(question("a.b", kind, choices=["x"]), typed) is not None

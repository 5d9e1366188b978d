"""Values are written as agreements of the United States write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_builder.language import forms
from mou_builder.model.style import Forms
from mou_builder.model.values import Duration

FIGURES = Forms()
WORDS = Forms(counts="words_and_figures", money="words_and_figures")
WHOLE = Forms(cents="when_needed")
AMOUNTS = st.decimals("0", "999999999999", places=2)


@pytest.mark.parametrize(
    ("amount", "style", "written"),
    [
        ("163800", FIGURES, "$163,800.00"),
        ("0.5", FIGURES, "$0.50"),
        ("-5", FIGURES, "-$5.00"),
        ("163800", WHOLE, "$163,800"),
        ("163800.1", WHOLE, "$163,800.10"),
        (
            "163800",
            WORDS,
            "one hundred sixty-three thousand eight hundred dollars ($163,800.00)",
        ),
        ("1.01", WORDS, "one dollar and one cent ($1.01)"),
        ("0.25", WORDS, "zero dollars and twenty-five cents ($0.25)"),
        ("2.005", FIGURES, "$2.01"),
    ],
)
def test_money(amount: str, style: Forms, written: str) -> None:
    """Dollars have separators and cents; words come first where the style asks."""
    assert forms.money(Decimal(amount), style) == written


@pytest.mark.parametrize(
    ("share", "written"), [("50", "50%"), ("33.330", "33.33%"), ("100", "100%"), ("0.5", "0.5%")]
)
def test_percent(share: str, written: str) -> None:
    """A percentage has as many decimals as it needs."""
    assert forms.percent(Decimal(share)) == written


def test_date_is_written_with_the_month_in_letters() -> None:
    """The day has no zero before it."""
    assert forms.date(date(2026, 7, 1), FIGURES) == "July 1, 2026"


def test_date_is_written_in_numbers_where_the_style_asks() -> None:
    """The month comes first."""
    assert forms.date(date(2026, 7, 1), Forms(dates="numeric")) == "7/1/2026"


@pytest.mark.parametrize(
    ("amount", "style", "written"),
    [(5, FIGURES, "5"), (5, WORDS, "five (5)"), (1200, FIGURES, "1,200"), (-2, WORDS, "-2")],
)
def test_count(amount: int, style: Forms, written: str) -> None:
    """A count is figures, or words with the figures after them."""
    assert forms.count(amount, style) == written


@pytest.mark.parametrize(
    ("length", "style", "written"),
    [
        (Duration(30, "day"), FIGURES, "30 days"),
        (Duration(1, "school year"), FIGURES, "1 school year"),
        (Duration(2, "school day"), WORDS, "two (2) school days"),
    ],
)
def test_duration(length: Duration, style: Forms, written: str) -> None:
    """A length of time has its unit in the right number."""
    assert forms.duration(length, style) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [(1, "first"), (9, "ninth"), (10, "10th"), (11, "11th"), (21, "21st"), (112, "112th")],
)
def test_ordinal(amount: int, written: str) -> None:
    """Small ordinals are words, others figures with the right ending."""
    assert forms.ordinal(amount) == written


@pytest.mark.parametrize(
    ("items", "written"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b, and c")],
)
def test_listed(items: list[str], written: str) -> None:
    """Three and more have a comma before the last."""
    assert forms.listed(items) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [("the District", "the District's"), ("the Agencies", "the Agencies'"), ("SROs", "SROs'")],
)
def test_possessive(words: str, written: str) -> None:
    """Words that end with s take the apostrophe alone."""
    assert forms.possessive(words) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety-nine"),
        (101, "one hundred one"),
        (1_000_000, "one million"),
        (2_000_013, "two million thirteen"),
        (10**15, "1,000,000,000,000,000"),
    ],
)
def test_in_words(amount: int, written: str) -> None:
    """Numbers are spelt as in a check."""
    assert forms.in_words(amount) == written


class TestForms:
    """What holds for every value."""

    @given(AMOUNTS)
    def test_money_can_be_read_back(self, amount: Decimal) -> None:
        """No cent is lost in writing."""
        written = forms.money(amount, FIGURES)

        assert Decimal(written.replace("$", "").replace(",", "")) == amount

    @given(AMOUNTS)
    def test_words_and_figures_end_with_the_figures(self, amount: Decimal) -> None:
        """Both say the same amount."""
        assert forms.money(amount, WORDS).endswith(f"({forms.money(amount, FIGURES)})")

    @given(st.integers(0, 10**15 - 1), st.integers(0, 10**15 - 1))
    def test_different_numbers_have_different_words(self, left: int, right: int) -> None:
        """Words tell every two numbers apart."""
        assert (forms.in_words(left) == forms.in_words(right)) == (left == right)

    @given(st.lists(st.text("xyz", min_size=1), min_size=1))
    def test_a_list_holds_every_item(self, items: list[str]) -> None:
        """Nothing is lost between the commas."""
        written = forms.listed(items)

        assert all(each in written for each in items)

    @given(st.text())
    def test_only_the_first_letter_changes(self, words: str) -> None:
        """A capital changes nothing after it."""
        assert forms.upper_first(words).endswith(words[1:])

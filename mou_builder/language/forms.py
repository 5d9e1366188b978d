"""How values are written in the agreements of the United States; every writer here is pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from mou_builder.model.style import Forms
from mou_builder.model.values import Duration

# Wide enough that no sum of money that a person can type is ever rounded but to its cents.
EXACT = Context(prec=2000, rounding=ROUND_HALF_UP)
CENT = Decimal("0.01")

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
)  # fmt: skip


def money(amount: Decimal | int, forms: Forms) -> str:
    """Return `$163,800.00`, or the words with the figures after them, as the forms ask."""
    exact = to_cents(Decimal(amount))
    whole = exact == exact.to_integral_value()
    digits = 0 if whole and forms.cents == "when_needed" else 2
    figures = f"{'-' if exact < 0 else ''}${abs(exact):,.{digits}f}"
    if forms.money != "words_and_figures" or exact < 0:
        return figures
    return f"{_dollars_in_words(exact)} ({figures})"


def percent(share: Decimal | int) -> str:
    """Return `50%`, with as many decimals as the share has."""
    return f"{number(share)}%"


def date(day: dt.date, forms: Forms) -> str:
    """Return `July 1, 2026`, or `7/1/2026` where the forms ask for numbers."""
    if forms.dates == "numeric":
        return f"{day.month}/{day.day}/{day.year}"
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def count(amount: int, forms: Forms) -> str:
    """Return `5`, or `five (5)` where the forms ask for words and figures."""
    figures = f"{amount:,}"
    if forms.counts != "words_and_figures" or amount < 0:
        return figures
    return f"{in_words(amount)} ({figures})"


def counted(amount: int, singular: str, plural: str, forms: Forms) -> str:
    """Return the count with the noun that fits it: `1 school`, `5 schools`."""
    return f"{count(amount, forms)} {singular if amount == 1 else plural}"


def number(amount: Decimal | int) -> str:
    """Return plain figures with separators, without zeros at the end: `1,250.5`."""
    figures = f"{Decimal(amount):,f}"
    return figures.rstrip("0").rstrip(".") if "." in figures else figures


def duration(length: Duration, forms: Forms) -> str:
    """Return `30 days`, `1 school year`; the count is written as the forms ask."""
    return counted(length.count, length.unit, f"{length.unit}s", forms)


def ordinal(amount: int) -> str:
    """Return `first` to `ninth` in words, then `10th`, `21st`, `112th`."""
    if 1 <= amount <= len(_ORDINALS):
        return _ORDINALS[amount - 1]
    teens = abs(amount) % 100 in {11, 12, 13}
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(abs(amount) % 10, "th")
    return f"{amount:,}{ending}"


def listed(items: Sequence[str], conjunction: str = "and") -> str:
    """Return `a`, `a and b`, or `a, b, and c`; empty for no items."""
    if len(items) > len(("a", "b")):
        return f"{', '.join(items[:-1])}, {conjunction} {items[-1]}"
    return f" {conjunction} ".join(items)


def possessive(words: str) -> str:
    """Return the words with an apostrophe: `District's`, `Agencies'`."""
    return f"{words}'" if words.endswith("s") else f"{words}'s"


def upper_first(words: str) -> str:
    """Return the words with a capital at the start and all else as it was."""
    return words[:1].upper() + words[1:]


def lower_first(words: str) -> str:
    """Return the words with a small letter at the start and all else as it was."""
    return words[:1].lower() + words[1:]


def in_words(amount: int) -> str:
    """Return `one hundred sixty-three thousand eight hundred`; figures beyond the trillions."""
    if amount < 0 or amount >= 10**15:
        return f"{amount:,}"
    for size, name in _SCALES:
        if amount >= size:
            above, rest = divmod(amount, size)
            return _joined(f"{in_words(above)} {name}", " ", rest)
    return _below_thousand(amount)


def to_cents(amount: Decimal) -> Decimal:
    """Return the amount rounded to cents, halves away from zero."""
    return amount.quantize(CENT, context=EXACT)


def _below_thousand(amount: int) -> str:
    if amount < len(_SMALL):
        return _SMALL[amount]
    if amount < 100:  # noqa: PLR2004 - the number system
        tens, rest = divmod(amount, 10)
        return _joined(_TENS[tens], "-", rest)
    hundreds, rest = divmod(amount, 100)
    return _joined(f"{_SMALL[hundreds]} hundred", " ", rest)


def _joined(above: str, joint: str, rest: int) -> str:
    return f"{above}{joint}{in_words(rest)}" if rest else above


def _dollars_in_words(amount: Decimal) -> str:
    dollars, cents = divmod(int(amount * 100), 100)
    words = f"{in_words(dollars)} {'dollar' if dollars == 1 else 'dollars'}"
    if not cents:
        return words
    return f"{words} and {in_words(cents)} {'cent' if cents == 1 else 'cents'}"

"""Writes a number as Word does in each of its number formats."""

from __future__ import annotations

from typing import assert_never

from mou_builder.model.style import NumberFormat

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LETTERS = 26


def formatted(number: int, form: NumberFormat) -> str:
    """Return the number (from 1) in the format of ECMA-376 17.18.59; empty for `none`.

    After z come aa, bb, cc, as Word counts, not aa, ab, ac.
    """
    match form:
        case NumberFormat.DECIMAL:
            return str(number)
        case NumberFormat.UPPER_ROMAN:
            return _roman(number)
        case NumberFormat.LOWER_ROMAN:
            return _roman(number).lower()
        case NumberFormat.UPPER_LETTER:
            return _letters(number)
        case NumberFormat.LOWER_LETTER:
            return _letters(number).lower()
        case NumberFormat.NONE:
            return ""
        case _:
            assert_never(form)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def _letters(number: int) -> str:
    times, place = divmod(number - 1, _LETTERS)
    return chr(ord("A") + place) * (times + 1)

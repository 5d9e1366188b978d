"""Reads one typed text as the type its question asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from mou_builder.model.question import ChoiceOption, Kind, Question
from mou_builder.model.values import Duration, Value
from mou_builder.stages.answering.notations import (
    MONTHS,
    mixed_number,
    month_number,
    plain_length,
    printed_as,
    without_units,
)
from mou_builder.stages.nearest import nearest_choice, one_of


class Misread(NamedTuple):
    """Why a text is no answer to its question: the fault, and the cure."""

    code: str
    message: str
    hint: str


def read_scalar(question: Question, text: str) -> Value | Misread:
    """Return the text as the question's type, or why it is none. The text is not empty."""
    refused = refusal(question, text)
    if refused:
        return refused
    reader = _READERS.get(question.kind)
    if reader:
        return reader(question, " ".join(text.split()))
    return (question.notation and printed_as(question.notation, text)) or _one_line(text)


def refusal(question: Question, text: str) -> Misread | None:
    """Return why a text answers nothing, though it could be read; None for any other text."""
    words = _folded(text)
    for each in question.instead:
        if any(fnmatchcase(words, _folded(pattern)) for pattern in each.typed):
            return Misread("MB340", f"`{' '.join(text.split())}` does not answer this", each.write)
    return None


def read_choice(options: tuple[ChoiceOption, ...], text: str) -> str | Misread:
    """Return the id of the option with that id or label, or why there is none."""
    wanted = _folded(text)
    for each in options:
        if wanted in map(_folded, (each.id, each.label, *each.also)):
            return each.id
    best = nearest_choice(text, ways_of(options))
    hint = f"did you mean `{best}`?" if best else f"write {one_of(_ids(options))}"
    return Misread("MB310", f"`{text}` is not one of the choices", hint)


def ways_of(options: tuple[ChoiceOption, ...]) -> tuple[str, ...]:
    """Return the words by which the options may be typed, without their labels."""
    return tuple(way for each in options for way in (each.id, *each.also))


def _ids(options: tuple[ChoiceOption, ...]) -> tuple[str, ...]:
    return tuple(each.id for each in options)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return " ".join(re.split(r"[\s_-]+", text.strip())).casefold()


def _one_line(text: str) -> str:
    """Return the text as typed; only the line ends of a block text become spaces."""
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", text.strip(" \t\r\n"))


# --- numbers -----------------------------------------------------------------------------------

# Fifteen digits are more than any budget has, and few enough to reckon with exactly.
_DIGITS = r"(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})"
_WHOLE = re.compile(f"-?{_DIGITS}")
# A number and what it counts; some words after a number make another number of it.
_COUNTED = re.compile(rf"({_DIGITS}) (?!dozen|hundred|thousand|million)[A-Za-z]+", re.IGNORECASE)
_DECIMAL = re.compile(rf"-?{_DIGITS}(?:\.[0-9]{{1,9}})?")
_MONEY = re.compile(rf"-?\$? ?({_DIGITS}(?:\.[0-9]{{2}})?)")
_PERCENT = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?) ?(?:%|percent)?")


def _whole_number(question: Question, text: str) -> Value | Misread:
    number = without_units(text, question.units)
    if _WHOLE.fullmatch(number):
        return int(number.replace(",", ""))
    hint = f"write the {question.blank} in digits, for example `{question.example or 2}`"
    if counted := _COUNTED.fullmatch(text):
        hint = f"write `{counted[1]}`"
    return Misread("MB303", f"expected a whole number, found `{text}`", hint)


def _decimal(question: Question, text: str) -> Value | Misread:
    number = without_units(text, question.units)
    if _DECIMAL.fullmatch(number):
        return Decimal(number.replace(",", ""))
    mixed = mixed_number(number)
    if mixed is not None:
        return mixed
    hint = f"write the {question.blank} in digits, for example `{question.example or 2.5}`"
    return Misread("MB311", f"expected a number, found `{text}`", hint)


def _money(question: Question, text: str) -> Value | Misread:
    found = _MONEY.fullmatch(text)
    if found:
        amount = Decimal(found[1].replace(",", "")).quantize(Decimal("0.01"))
        return -amount if text.startswith("-") else amount
    example = question.example or "163,800.00"
    hint = f"write the {question.blank} in dollars, for example `{example}`"
    return Misread("MB307", f"expected an amount of money, found `{text}`", hint)


def _percentage(question: Question, text: str) -> Value | Misread:
    found = _PERCENT.fullmatch(text)
    if found:
        return Decimal(found[1])
    hint = f"write the {question.blank} as a percentage, for example `{question.example or '50%'}`"
    return Misread("MB308", f"expected a percentage, found `{text}`", hint)


# --- yes and no, choices -----------------------------------------------------------------------

_YES_NO: Mapping[str, bool] = {"yes": True, "true": True, "no": False, "false": False}


def _yes_no(_: Question, text: str) -> Value | Misread:
    found = _YES_NO.get(text.casefold())
    if found is not None:
        return found
    return Misread("MB305", f"expected yes or no, found `{text}`", "write `yes` or `no`")


def _choice(question: Question, text: str) -> Value | Misread:
    return read_choice(question.choices, text)


# --- time --------------------------------------------------------------------------------------

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{2,4})")
_NAMED = re.compile(r"([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{2,4})")
_MONTH_AND_YEAR = re.compile(r"([A-Za-z]{3,9})\.?,? ([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.? ([0-9]{2,4})")
_DURATION = re.compile(
    r"([0-9]{1,4})[ -](?:(school|business|working|calendar)[ -])?(day|week|month|year)s?",
    re.IGNORECASE,
)


def _date(question: Question, text: str) -> Value | Misread:
    found = _year_month_day(text)
    example = question.example or "2026-07-01"
    hint = f"write the {question.blank} as in {_both_ways(example)}"
    if found is None and (month := _MONTH_AND_YEAR.fullmatch(text)) and month_number(month[1]):
        hint = f"write the day too, as in `{MONTHS[month_number(month[1]) - 1].capitalize()} 1, "
        return Misread("MB306", f"`{text}` has no day", f"{hint}{month[2]}`")
    if found is None:
        return Misread("MB306", f"expected a date, found `{text}`", hint)
    if len(found[0]) != len("2026"):
        hint = f"write the year with four digits, as in {_both_ways(example)}"
        return Misread("MB306", f"the year of `{text}` has {len(found[0])} digits", hint)
    try:
        return date(*(int(each) for each in found))
    except ValueError:
        return Misread("MB306", f"there is no day `{text}` in the calendar", hint)


def _both_ways(example: str) -> str:
    """Return a date as a letter and as a list would have it: "`July 1, 2026` or `2026-07-01`"."""
    found = _ISO.fullmatch(example)
    if not found:
        return f"`{example}`"
    month = MONTHS[int(found[2]) - 1].capitalize()
    return f"`{month} {int(found[3])}, {found[1]}` or `{example}`"


def _year_month_day(text: str) -> tuple[str, str, str] | None:
    """Return year, month and day as digits, or None. A date in slashes is month first."""
    if found := _ISO.fullmatch(text):
        return found[1], found[2], found[3]
    if found := _SLASHES.fullmatch(text):
        return found[3], found[1], found[2]
    if found := _NAMED.fullmatch(text):
        month, day, year = found[1], found[2], found[3]
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found[1], found[2], found[3]
    else:
        return None
    number = month_number(month)
    return (year, str(number), day) if number else None


def _duration(question: Question, text: str) -> Value | Misread:
    if question.key.endswith("_days") and text.isdecimal():
        # How many days, the question is: then a bare number is their number.
        text = f"{text} days"
    found = _DURATION.fullmatch(plain_length(text))
    if found:
        of_days = {"school": "school day", "business": "business day", "working": "business day"}
        unit = found[3].casefold()
        special = of_days.get((found[2] or "").casefold(), "")
        if not special or unit == "day":
            return Duration(int(found[1]), special or unit)
    example = question.example or "30 days"
    hint = f"write a number and `days`, `school days`, `weeks`, `months` or `years`: `{example}`"
    return Misread("MB309", f"expected a length of time, found `{text}`", hint)


_READERS: Mapping[Kind, Callable[[Question, str], Value | Misread]] = {
    Kind.WHOLE_NUMBER: _whole_number,
    Kind.DECIMAL: _decimal,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choice,
    Kind.DATE: _date,
    Kind.MONEY: _money,
    Kind.PERCENTAGE: _percentage,
    Kind.DURATION: _duration,
}

"""Brings what people type in many ways into the one way in which it is read or printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal

from mou_builder.language.forms import in_words

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_TIME = re.compile(
    r"(0?[0-9]|1[0-9]|2[0-4])(?::([0-5][0-9]))? ?(?:([ap])\.? ?m\.?)?", re.IGNORECASE
)
_TIME_WORDS = ("noon", "midnight")
_MONTH = re.compile(r"((?:early|mid|late)[ -])?([A-Za-z]{3,9})\.?", re.IGNORECASE)
_SLASHES = re.compile(r"\b(0?[1-9]|1[0-2])/([0-3]?[0-9])/([0-9]{4})\b")
_ABBREVIATED = re.compile(r"\b([A-Z][a-z]{2,3})\.? ([0-9]{1,2}),? ([0-9]{4})\b")
_FRACTIONS: Mapping[str, str] = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_FRACTION = re.compile(r"(?:([0-9]{1,6})[ -])?([1-9])/([1-9])")
_BOTH = re.compile(r"([A-Za-z][A-Za-z -]*) \(([0-9]{1,4})\)")
_NOTICE = re.compile(
    r"((?:day|week|month|year)s?)(?:['’]s?)?(?: (?:prior|advance|written|of)){0,3}(?: notice)?$",  # noqa: RUF001
    re.IGNORECASE,
)


# --- texts that are printed in one way ---------------------------------------------------------


def printed_as(notation: str, text: str) -> str:
    """Return the text as it is printed, or an empty one when it is none of the notation."""
    words = " ".join(text.split())
    return _PRINTED[notation](words)


def _time(text: str) -> str:
    """Return `7:30 a.m.` for `7:30 AM` and its like; a time without `a.m.` stays as it is."""
    if text.casefold() in _TIME_WORDS:
        return text
    found = _TIME.fullmatch(text)
    if not found:
        return ""
    if not found[3]:
        return text if found[2] else ""
    return f"{int(found[1])}:{found[2] or '00'} {found[3].lower()}.m."


def _month_name(text: str) -> str:
    found = _MONTH.fullmatch(text)
    number = month_number(found[2]) if found else 0
    return (
        f"{(found[1] or '').lower()}{MONTHS[number - 1].capitalize()}" if found and number else ""
    )


def _dated(text: str) -> str:
    """Return a title with its dates spelt out: `MOU of 7/1/2021` is that of July 1, 2021."""
    return _ABBREVIATED.sub(_spelt_out, _SLASHES.sub(_with_month, text))


def _with_month(found: re.Match[str]) -> str:
    return f"{MONTHS[int(found[1]) - 1].capitalize()} {int(found[2])}, {found[3]}"


def _spelt_out(found: re.Match[str]) -> str:
    number = month_number(found[1])
    return f"{MONTHS[number - 1].capitalize()} {found[2]}, {found[3]}" if number else found[0]


_PRINTED: Mapping[str, Callable[[str], str]] = {
    "time": _time,
    "month": _month_name,
    "dated": _dated,
}


def month_number(name: str) -> int:
    """Return the month's number for its name or its usual abbreviations, else 0."""
    wanted = name.casefold()
    for number, month in enumerate(MONTHS, 1):
        if wanted in (month, month[:3]) or (month == "september" and wanted == "sept"):
            return number
    return 0


# --- numbers and lengths of time ---------------------------------------------------------------


def without_units(text: str, units: Collection[str]) -> str:
    """Return a number without the words that may stand behind it: `2` for `2 FTE`."""
    for unit in sorted(units, key=len, reverse=True):
        if text.casefold().endswith(unit.casefold()):
            number = text[: -len(unit)].rstrip(" -")
            return number if number[-1:].isdigit() or number[-1:] in _FRACTIONS else text
    return text


def mixed_number(text: str) -> Decimal | None:
    """Return `1.5` for `1 1/2` and `1½`; None for other texts, and for thirds and their like."""
    for sign, figures in _FRACTIONS.items():
        text = text.replace(sign, f" {figures}").strip()
    found = _FRACTION.fullmatch(text)
    if not found:
        return None
    share = Decimal(found[2]) / Decimal(found[3])
    return Decimal(found[1] or 0) + share if share == round(share, 2) else None


def plain_length(text: str) -> str:
    """Return `60 days` for `sixty (60) days' written notice`; other texts as they are."""
    found = _BOTH.match(text)
    # Where words and figure differ, nobody knows which is meant.
    if found and found[1].strip().casefold() == in_words(int(found[2])):
        text = f"{found[2]}{text[found.end() :]}"
    return _NOTICE.sub(r"\1", text)

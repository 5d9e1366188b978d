"""Writes the numbering part: Word counts every number, none is typed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mou_builder.model.style import NumberingScheme
from mou_builder.ooxml.elements import Element, add, element
from mou_builder.writers.word.geometry import BULLET_STEP, STEP, Place, is_numbered

PROVISIONS, RECITALS, BULLETS, EXHIBITS = "1", "2", "3", "4"
LEVELS = 9
_FILLERS = (("lowerLetter", "(%{})"), ("lowerRoman", "(%{})"), ("decimal", "(%{})"))
_TOKEN = re.compile(r"\d+|[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level to write: its counting, the style linked to it, where it stands."""

    format: str
    text: str
    place: Place
    style: str = ""
    legal: bool = False


def numbering(lists: Iterable[tuple[str, str, Sequence[ListLevel]]]) -> Element:
    """Return the numbering part of lists given as (number id, name, levels).

    Each is written with all nine levels, as Word does: with fewer it is no multilevel list to it.
    """
    made = element("numbering")
    uses = []
    for at, (number, name, levels) in enumerate(lists):
        made.append(_abstract(str(at), name, levels))
        use = element("num", numId=number)
        add(use, "abstractNumId", val=str(at))
        uses.append(use)
    made.extend(uses)
    return made


def scheme_levels(
    scheme: NumberingScheme, placed: Sequence[Place], styles: Sequence[str]
) -> tuple[ListLevel, ...]:
    """Return the levels of the agreement's own list; `styles` are those of its levels, in order."""
    made = []
    for level in range(LEVELS):
        style = styles[level] if level < len(styles) else ""
        if is_numbered(scheme, level):
            form = scheme.levels[level]
            made.append(
                ListLevel(form.format.value, form.text, placed[level], style, legal=form.legal)
            )
        elif level < len(scheme.levels):
            made.append(ListLevel("none", "", placed[level]))
        else:
            made.append(_filler(level, placed[level]))
    return tuple(made)


def bullet_levels(left: Sequence[int], styles: Sequence[str]) -> tuple[ListLevel, ...]:
    """Return the levels of the bulleted list, each standing where the text above it stands."""
    return tuple(
        ListLevel("bullet", "\u2022", Place(at, at + BULLET_STEP), style)
        for at, style in zip(left, styles, strict=True)
    )


def inferred_level(number: str) -> tuple[str, str]:
    """Return the Word format and level text that print such a first number: "Exhibit A", "A."."""
    tokens = list(_TOKEN.finditer(number))
    if not tokens or (len(tokens[-1].group()) > 1 and tokens[-1].group().isalpha()):
        return "none", number
    own = tokens[-1]
    return _format_of(own.group()), f"{number[: own.start()]}%1{number[own.end() :]}"


def exhibit_level(scheme: NumberingScheme, base: int, depth: int) -> tuple[str, str]:
    """Return the Word format and level text of an exhibit's items, `depth` counted from 0.

    They are those of the scheme from level `base` on, one level below the exhibit's own letter, so
    that Word starts them over with each exhibit.
    """
    level = base + depth
    if not is_numbered(scheme, level):
        return "none", ""

    def moved(place: re.Match[str]) -> str:
        # What counts a level above the base is always the first there: an exhibit has none.
        at = int(place.group(1)) - 1 - base
        return f"%{at + 2}" if at >= 0 else "1"

    form = scheme.levels[level]
    return form.format.value, re.sub("%([1-9])", moved, form.text)


def _format_of(first: str) -> str:
    if first.isdigit():
        return "decimal"
    roman = first.lower() == "i"
    return ("upper" if first[0].isupper() else "lower") + ("Roman" if roman else "Letter")


def _abstract(number: str, name: str, levels: Sequence[ListLevel]) -> Element:
    made = element("abstractNum", abstractNumId=number)
    add(made, "nsid", val=_stamp(f"nsid {name}"))
    add(made, "multiLevelType", val="multilevel")
    add(made, "tmpl", val=_stamp(f"tmpl {name}"))
    add(made, "name", val=name)
    for level, each in enumerate(_nine(levels)):
        made.append(_level(level, each))
    return made


def _nine(levels: Sequence[ListLevel]) -> Iterator[ListLevel]:
    yield from levels[:LEVELS]
    left = levels[-1].place.text if levels else 0
    for level in range(len(levels), LEVELS):
        yield _filler(level, Place(left, left + STEP))
        left += STEP


def _filler(level: int, place: Place) -> ListLevel:
    """Return a level the scheme does not reach, for an attorney who goes deeper in Word."""
    form, text = _FILLERS[level % len(_FILLERS)]
    return ListLevel(form, text.format(level + 1), Place(place.number, place.number + STEP))


def _level(level: int, each: ListLevel) -> Element:
    made = element("lvl", ilvl=str(level))
    add(made, "start", val="1")
    add(made, "numFmt", val=each.format)
    if each.style:
        add(made, "pStyle", val=each.style)
    if each.legal:
        add(made, "isLgl")
    add(made, "suff", val=_after(each))
    add(made, "lvlText", val=each.text)
    add(made, "lvlJc", val="left")
    left, hanging = each.place.below, each.place.below - each.place.number
    indents = {"left": str(left), "hanging": str(hanging)} if hanging else {"left": str(left)}
    add(add(made, "pPr"), "ind", **indents)
    return made


def _after(each: ListLevel) -> str:
    if not each.text:
        return "nothing"
    return "space" if each.place.wraps else "tab"


def _stamp(name: str) -> str:
    # Word merges lists that share a stamp; it takes any eight hexadecimal figures.
    return hashlib.sha256(name.encode()).hexdigest()[:8].upper()

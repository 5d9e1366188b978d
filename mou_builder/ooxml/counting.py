"""Counts a document's numbers as Word does, from its lists alone, to compare with what is stored.

The rules are those of ECMA-376 17.9 (levels, restart, isLgl) and 17.16.5.51 (the REF field).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import w
from mou_builder.ooxml.stylesheet import StyleSheet, number_of, whole

_VAL = w("val")
_TRAITS, _STYLE, _NUMBERING = w("pPr"), w("pStyle"), w("numPr")
_PLACE = re.compile("%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts; `restart` is the level, from 1, that starts it over."""

    format: str
    text: str
    legal: bool
    start: int
    restart: int | None


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a numbering part: levels by abstract list, and the lists that use them."""

    levels: Mapping[str, Mapping[int, ListLevel]]
    uses: Mapping[str, tuple[str, Mapping[int, int]]]


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph's number: `own` as printed before it, `full` as a REF field's w switch shows."""

    own: str
    full: str


def read_lists(root: Element | None) -> Lists:
    """Return the lists of a numbering part; empty when the document has none."""
    if root is None:
        return Lists({}, {})
    levels = {
        each.get(w("abstractNumId"), ""): {
            whole(level.get(w("ilvl"))) or 0: _level(level) for level in each.iterchildren(w("lvl"))
        }
        for each in root.iterchildren(w("abstractNum"))
    }
    uses = {each.get(w("numId"), ""): _use(each) for each in root.iterchildren(w("num"))}
    return Lists(levels, uses)


def numbers_of(
    paragraphs: Iterable[Element],
    sheet: StyleSheet,
    lists: Lists,
    wanted: Container[Element] | None = None,
) -> dict[Element, Number]:
    """Return the number of every numbered paragraph, in document order; or of those `wanted`."""
    counters: dict[str, dict[int, int]] = {}
    started: set[str] = set()
    by_style: dict[str, tuple[str, int] | None] = {}
    found: dict[Element, Number] = {}
    for each in paragraphs:
        place = _place(each, sheet, by_style)
        if place is None or place[0] not in lists.uses:
            continue
        number, level = place
        abstract, overrides = lists.uses[number]
        levels = lists.levels.get(abstract, {})
        if level not in levels:
            continue
        counts = counters.setdefault(abstract, {})
        if number not in started:
            started.add(number)
            counts.update({at: start - 1 for at, start in overrides.items()})
        _count(counts, levels, level)
        if wanted is None or each in wanted:
            full = _in_context(counts, levels, level).removesuffix(".")
            found[each] = Number(_printed(counts, levels, level), full)
    return found


def plain(number: str) -> str:
    """Return a number without the marks that programs print differently, for comparing.

    Word and LibreOffice differ in the period before a parenthesis; a trailing one is dropped.
    """
    return re.sub(r"\.(?=\()|\.$", "", number.replace("\u00a0", " ").strip())


def written(value: int, number_format: str) -> str | None:
    """Return a count in a number format; None for a format that is not counted here."""
    match number_format:
        case "decimal":
            return str(value)
        case "upperRoman" | "lowerRoman":
            small = _roman(value)
            return small.upper() if number_format == "upperRoman" else small
        case "upperLetter" | "lowerLetter":
            small = _letters(value)
            return small.upper() if number_format == "upperLetter" else small
        case "none":
            return ""
        case _:
            return None


def _count(counts: dict[int, int], levels: Mapping[int, ListLevel], level: int) -> None:
    for above in range(level):
        if above in levels and above not in counts:
            counts[above] = levels[above].start
    counts[level] = counts.get(level, levels[level].start - 1) + 1
    for below in [each for each in counts if each > level]:
        restart = levels[below].restart if below in levels else None
        if restart is None or 0 < level + 1 <= restart:
            del counts[below]


def _printed(counts: Mapping[int, int], levels: Mapping[int, ListLevel], level: int) -> str:
    form = levels[level]

    def number(place: re.Match[str]) -> str:
        at = int(place.group(1)) - 1
        if at not in levels:
            return ""
        own = "decimal" if form.legal and levels[at].format != "none" else levels[at].format
        shown = written(counts.get(at, levels[at].start), own)
        # A format not counted here is shown by its name, which equals no number.
        return own if shown is None else shown

    return _PLACE.sub(number, form.text)


def _in_context(counts: Mapping[int, int], levels: Mapping[int, ListLevel], level: int) -> str:
    """Return the number with what stands above it, as far as the number leaves that out."""
    own = _printed(counts, levels, level)
    shown = [int(each) - 1 for each in _PLACE.findall(levels[level].text)] or [level]
    above = [at for at in range(min(shown)) if at in levels and levels[at].text]
    before = _in_context(counts, levels, above[-1]) if above else ""
    return (before.removesuffix(".") if own.startswith("(") else before) + own


def _place(
    paragraph: Element, sheet: StyleSheet, by_style: dict[str, tuple[str, int] | None]
) -> tuple[str, int] | None:
    style = ""
    for properties in paragraph.iterchildren(_TRAITS):
        for each in properties.iterchildren(_STYLE, _NUMBERING):
            if each.tag == _NUMBERING:
                return number_of(properties)
            style = each.get(_VAL, "")
    if style not in by_style:
        by_style[style] = sheet.numbering(style)
    return by_style[style]


def _level(element: Element) -> ListLevel:
    legal = element.find(w("isLgl"))
    return ListLevel(
        format=_text(element, "numFmt") or "decimal",
        text=_text(element, "lvlText"),
        legal=legal is not None and legal.get(_VAL, "1") not in {"0", "false", "off"},
        start=_number(element, "start", 0),
        restart=None
        if element.find(w("lvlRestart")) is None
        else _number(element, "lvlRestart", 0),
    )


def _use(element: Element) -> tuple[str, Mapping[int, int]]:
    overrides = {}
    for each in element.iterchildren(w("lvlOverride")):
        if each.find(w("startOverride")) is not None:
            overrides[whole(each.get(w("ilvl"))) or 0] = _number(each, "startOverride", 1)
    return _text(element, "abstractNumId"), overrides


def _text(parent: Element, name: str) -> str:
    found = parent.find(w(name))
    return "" if found is None else found.get(_VAL, "")


def _number(parent: Element, name: str, default: int) -> int:
    found = whole(_text(parent, name) or None)
    return default if found is None else found


def _roman(value: int) -> str:
    text = ""
    # Word prints no roman number past 32767 either; a hostile one must not fill the memory.
    value = max(0, min(value, 32_767))
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def _letters(value: int) -> str:
    """Word goes on after z with aa, bb, cc."""
    if value < 1:
        return ""
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 100)

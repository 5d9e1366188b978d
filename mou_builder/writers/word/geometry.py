"""Decides where numbers and text stand: wide enough for the longest number, aligned below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mou_builder.model.style import NumberFormat, NumberingScheme
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import w
from mou_builder.ooxml.stylesheet import whole

# Twentieths of a point. The first level's text stands half an inch in, each further one less.
FIRST_STEP = 720
STEP = 576
BULLET_STEP = 360
_GAP = 130
# A number wider than this ("Section 1.1") would push all text aside: the text wraps below it.
_WIDEST = 1080
_WIDEST_HEADING = 2600
_LEVELS = 9
# Widths in ems of the body's size, on the wide side for the serif faces in use.
_NARROW = frozenset(".,:;()iljtfI ")
_WIDTHS = {True: 0.33, False: 0.58}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a level's number and text stand, from the left margin.

    `wraps`: the number is so wide that the text's next lines start below the number.
    """

    number: int
    text: int
    wraps: bool = False

    @property
    def below(self) -> int:
        """Where a second paragraph of the level stands."""
        return self.number if self.wraps else self.text


def places(
    scheme: NumberingScheme,
    longest: Mapping[int, str],
    house: Mapping[int, tuple[int, int]],
    size: int,
) -> tuple[Place, ...]:
    """Return the places of nine levels.

    `longest` is each level's longest number, `house` the house style's own number and text places,
    by levels from 1 on (0 is the article heading), `size` the body's size in half points.
    """
    found: list[Place] = []
    shift = 0
    for level in range(_LEVELS):
        depth = level if scheme.articles else level + 1
        number, text = house.get(depth, _usual(depth))
        number, text = number + shift, text + shift
        numbered = level < len(scheme.levels) and is_numbered(scheme, level)
        needed = width_of(longest.get(level, ""), size, heading=depth == 0) if numbered else 0
        place = _placed(number, text, needed, depth) if numbered else Place(number, number)
        if depth and place.text > text:
            shift += place.text - text
        found.append(place)
    return tuple(found)


def is_numbered(scheme: NumberingScheme, level: int) -> bool:
    """Whether the scheme numbers that level at all."""
    if level >= len(scheme.levels):
        return False
    form = scheme.levels[level]
    return form.format is not NumberFormat.NONE and bool(form.text)


def width_of(number: str, size: int, *, heading: bool = False) -> int:
    """Return how much room a number takes, with the gap after it."""
    ems = sum(_WIDTHS[each in _NARROW] for each in number)
    # Headings are bold, larger, and in capitals in some houses.
    return round(ems * size * 10 * (1.3 if heading else 1.0)) + _GAP


def house_places(
    numbering: Element | None, styles: Mapping[str, int]
) -> dict[int, tuple[int, int]]:
    """Return the number and text places that a reference's lists give to its styles' depths."""
    found: dict[int, tuple[int, int]] = {}
    for level in () if numbering is None else numbering.iter(w("lvl")):
        named, indent = level.find(w("pStyle")), level.find(f"{w('pPr')}/{w('ind')}")
        style = "" if named is None else named.get(w("val"), "")
        if style in styles and indent is not None:
            left = whole(indent.get(w("left"))) or 0
            hanging = whole(indent.get(w("hanging"))) or 0
            found.setdefault(styles[style], (left - hanging, left))
    return found


def _usual(depth: int) -> tuple[int, int]:
    if depth <= 1:
        return 0, FIRST_STEP
    return FIRST_STEP + STEP * (depth - 2), FIRST_STEP + STEP * (depth - 1)


def _placed(number: int, text: int, needed: int, depth: int) -> Place:
    if number + needed <= text:
        return Place(number, text)
    if needed > (_WIDEST if depth else _WIDEST_HEADING):
        return Place(number, text, wraps=True)
    # A round tenth of an inch, so that an attorney finds a plain number in Word's dialog.
    return Place(number, number + -(-needed // 144) * 144)

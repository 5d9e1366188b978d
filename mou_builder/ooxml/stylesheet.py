"""Reads a styles part: the styles, what each is based on, and which list numbers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import w

_VAL = w("val")
# Word never nests styles deeper; a longer chain can only be a cycle.
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Style:
    """One named style. `number` is the list it numbers in and the level, when it says so itself."""

    id: str
    name: str
    kind: str
    based_on: str
    number: tuple[str, int] | None
    outline: int | None
    element: Element


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All styles of a document by id."""

    styles: Mapping[str, Style]

    def lineage(self, style: str) -> Iterator[Style]:
        """Yield the style and those it is based on; ends at a missing style or in a cycle."""
        for _ in range(_DEEPEST):
            found = self.styles.get(style)
            if found is None:
                return
            yield found
            style = found.based_on

    def numbering(self, style: str) -> tuple[str, int] | None:
        """Return the list id and level a paragraph of the style is numbered with, or None."""
        numbers = (each.number for each in self.lineage(style))
        return next((each for each in numbers if each is not None), None)

    def outline(self, style: str) -> int | None:
        """Return the outline level (0 to 8) the style gives a paragraph, or None for body text."""
        levels = (each.outline for each in self.lineage(style))
        found = next((each for each in levels if each is not None), None)
        return None if found == 9 else found  # noqa: PLR2004 - Word's number for body text

    def named(self, name: str, kind: str) -> str:
        """Return the id of the style of that name and kind; empty when there is none.

        Names are compared as Word compares those of built-in styles, without regard to case.
        """
        wanted = name.casefold()
        found = (each.id for each in self.styles.values() if each.kind == kind)
        return next((each for each in found if self.styles[each].name.casefold() == wanted), "")


def read_styles(root: Element | None) -> StyleSheet:
    """Return the style sheet of a styles part; an empty one when there is no such part."""
    made: dict[str, Style] = {}
    for each in () if root is None else root.iterchildren(w("style")):
        style = read_style(each)
        made.setdefault(style.id, style)
    return StyleSheet(made)


def read_style(element: Element) -> Style:
    """Return what a `w:style` element says."""
    properties = element.find(w("pPr"))
    return Style(
        id=element.get(w("styleId"), ""),
        name=_value(element, "name"),
        kind=element.get(w("type"), "paragraph"),
        based_on=_value(element, "basedOn"),
        number=None if properties is None else number_of(properties),
        outline=None if properties is None else whole(_value(properties, "outlineLvl") or None),
        element=element,
    )


def whole(text: str | None) -> int | None:
    """Return the text as a whole number, or None when it is none that XML Schema would take."""
    if text is None or len(text) > 10 or not text.removeprefix("-").isascii():  # noqa: PLR2004 - 32 bits
        return None
    return int(text) if text.removeprefix("-").isdigit() else None


def number_of(properties: Element) -> tuple[str, int] | None:
    """Return the list id and level that paragraph properties name, or None when they name none."""
    numbering = properties.find(w("numPr"))
    if numbering is None:
        return None
    return _value(numbering, "numId") or "0", whole(_value(numbering, "ilvl")) or 0


def _value(parent: Element, name: str) -> str:
    found = parent.find(w(name))
    return "" if found is None else found.get(_VAL, "")

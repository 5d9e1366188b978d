"""Binds a house's styles to an agreement's numbering, each level and style to one another."""

from __future__ import annotations

from dataclasses import dataclass

from mou_builder.model.style import NumberingScheme
from mou_builder.ooxml.elements import Element, add, element
from mou_builder.ooxml.named_styles import BULLET_LEVELS, EXHIBIT_LEVELS, PROVISION_LEVELS
from mou_builder.ooxml.names import w
from mou_builder.writers.word.geometry import (
    FIRST_STEP,
    STEP,
    Place,
    house_places,
    is_numbered,
    places,
    width_of,
)
from mou_builder.writers.word.lists import (
    BULLETS,
    EXHIBITS,
    PROVISIONS,
    RECITALS,
    ListLevel,
    bullet_levels,
    exhibit_level,
    inferred_level,
    numbering,
    scheme_levels,
)
from mou_builder.writers.word.looks import Looks, remove_trait, set_trait
from mou_builder.writers.word.survey import Survey

_SMALLEST, _USUAL_SIZE = 12, 23


@dataclass(frozen=True, slots=True)
class Binding:
    """The numbering part, and whether a heading's number is followed by a tab (else a space)."""

    numbering: Element
    heading_tab: bool
    exhibit_tab: bool


def bind(
    looks: Looks, scheme: NumberingScheme, found: Survey, house: Element | None, size: int
) -> Binding:
    """Link styles and lists both ways and return the numbering part.

    `house` is the reference's own numbering, for where its levels stand; `size` the body's size.
    """
    parts = _parts_by_level(scheme)
    depths = {looks.id(part): depth for depth, part in enumerate(_parts_by_depth())}
    placed = places(scheme, found.numbers, house_places(house, depths), size)
    for level, part in enumerate(parts):
        _bind_level(looks, part, level, placed[level], numbered=is_numbered(scheme, level))
    exhibits = _exhibit_levels(looks, scheme, found, size)
    lists = (
        (PROVISIONS, f"Agreement {scheme.id}", _main_levels(looks, scheme, placed, parts)),
        (RECITALS, "Recitals", _recital_levels(looks, found, size)),
        (BULLETS, "Bullets", _bullets(looks, scheme, placed)),
        (EXHIBITS, "Exhibits", exhibits),
    )
    heading = placed[0] if scheme.articles and is_numbered(scheme, 0) else None
    _set_contents_tab(looks, heading, exhibits[0].place if found.exhibits else None)
    return Binding(
        numbering(lists),
        heading_tab=heading is not None and not heading.wraps,
        exhibit_tab=not exhibits[0].place.wraps,
    )


def body_size(looks: Looks) -> int:
    """Return the body's size in half points."""
    sizes = (each.element.find(f"{w('rPr')}/{w('sz')}") for each in looks.sheet.lineage("Normal"))
    root = next(iter(looks.sheet.styles.values())).element.getparent()
    default = None if root is None else root.find(f"{w('docDefaults')}//{w('sz')}")
    found = next((each for each in sizes if each is not None), default)
    text = "" if found is None else found.get(w("val"), "")
    return max(int(text), _SMALLEST) if text.isdigit() else _USUAL_SIZE


def _parts_by_depth() -> tuple[str, ...]:
    levels = range(1, PROVISION_LEVELS + 1)
    return ("article_heading", *(f"provision_{each}" for each in levels))


def _parts_by_level(scheme: NumberingScheme) -> tuple[str, ...]:
    parts = _parts_by_depth()
    return parts if scheme.articles else parts[1:]


def _bind_level(looks: Looks, part: str, level: int, place: Place, *, numbered: bool) -> None:
    style = looks.element(part)
    if style is None:
        return
    if numbered:
        _bind(style, PROVISIONS, level)
    else:
        remove_trait(style, w("numPr"))
    if part != "article_heading":
        if not numbered:
            set_trait(style, element("ind", left=str(place.number)))
        _indent(looks, part.replace("provision", "provision_text"), place.below)


def _main_levels(
    looks: Looks, scheme: NumberingScheme, placed: tuple[Place, ...], parts: tuple[str, ...]
) -> tuple[ListLevel, ...]:
    if not scheme.articles:
        # The heading's style has no level in such a scheme, so it has no number either.
        heading = looks.element("article_heading")
        if heading is not None:
            remove_trait(heading, w("numPr"))
    return scheme_levels(scheme, placed, [looks.id(part) for part in parts])


def _recital_levels(looks: Looks, found: Survey, size: int) -> tuple[ListLevel, ...]:
    form, text = inferred_level(found.recital or "A.")
    wide = max(FIRST_STEP, width_of(found.recital, size))
    style = looks.element("recital_numbered")
    if style is not None:
        _bind(style, RECITALS, 0)
    return (ListLevel(form, text, Place(0, wide), looks.id("recital_numbered")),)


def _bullets(
    looks: Looks, scheme: NumberingScheme, placed: tuple[Place, ...]
) -> tuple[ListLevel, ...]:
    first = 1 if scheme.articles else 0
    above = placed[first : first + BULLET_LEVELS - 1]
    # Below a number as wide as a word, bullets stand where the next level's numbers do.
    left = [0, *(each.number + FIRST_STEP if each.wraps else each.text for each in above)]
    styles = []
    for depth in range(BULLET_LEVELS):
        style = looks.element(f"bullet_{depth + 1}")
        if style is not None:
            _bind(style, BULLETS, depth)
        styles.append(looks.id(f"bullet_{depth + 1}"))
    levels = bullet_levels(left, styles)
    for depth, each in enumerate(levels):
        _indent(looks, f"bullet_text_{depth + 1}", each.place.text)
    return levels


def _exhibit_levels(
    looks: Looks, scheme: NumberingScheme, found: Survey, size: int
) -> tuple[ListLevel, ...]:
    label = found.exhibits[0] if found.exhibits else "Exhibit A"
    wide = width_of(max([*found.exhibits, label], key=len), size, heading=True)
    heading = Place(0, -(-wide // 144) * 144)
    form, text = inferred_level(label)
    levels = [ListLevel(form, text, heading, looks.id("exhibit_heading"))]
    for depth in range(EXHIBIT_LEVELS):
        form, text = exhibit_level(scheme, found.exhibit_level, depth)
        left = 0 if depth == 0 else FIRST_STEP + STEP * (depth - 1)
        longest = found.exhibit_items.get(found.exhibit_level + depth, "")
        place = Place(left, max(FIRST_STEP + STEP * depth, left + width_of(longest, size)))
        levels.append(ListLevel(form, text, place, looks.id(f"exhibit_item_{depth + 1}")))
        _indent(looks, f"exhibit_item_text_{depth + 1}", place.text)
    for level, each in enumerate(levels):
        style = looks.sheet.styles.get(each.style)
        if style is not None:
            _bind(style.element, EXHIBITS, level)
    return tuple(levels)


def _set_contents_tab(looks: Looks, *headings: Place | None) -> None:
    """Align the entries' titles, as Word does when it builds the list from such headings."""
    style = looks.element("contents_entry")
    wide = max((each.text for each in headings if each is not None and not each.wraps), default=0)
    if style is None or not wide:
        return
    stops = element("tabs")
    add(stops, "tab", val="left", pos=str(wide))
    set_trait(style, stops)
    set_trait(style, element("ind", left=str(wide), hanging=str(wide)))


def _bind(style: Element, number: str, level: int) -> None:
    made = element("numPr")
    if level:
        add(made, "ilvl", val=str(level))
    add(made, "numId", val=number)
    set_trait(style, made)
    # A direct indent in the style would override the level's own.
    remove_trait(style, w("ind"))


def _indent(looks: Looks, part: str, left: int) -> None:
    style = looks.element(part)
    if style is not None:
        set_trait(style, element("ind", left=str(left)))

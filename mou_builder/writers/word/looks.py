"""Finds the house's named styles, and derives from them what a place in the text asks for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from mou_builder.ooxml.elements import Element, add
from mou_builder.ooxml.grammar import PLACES
from mou_builder.ooxml.named_styles import NAMED_STYLES
from mou_builder.ooxml.names import w
from mou_builder.ooxml.stylesheet import StyleSheet, read_style, read_styles, whole

_VAL = w("val")
# A paragraph that stands at least this far from what is above needs no more after a table.
_FAR_ENOUGH = 100


class Variant(Enum):
    """A way in which a paragraph differs from its style because of where it stands.

    Each is a style of its own, based on the other: so that no paragraph is formatted directly, and
    a change of the style in Word changes its variants.
    """

    WITH_NEXT = "With Next"
    ALONE = "Not With Next"
    AFTER_TABLE = "After Table"
    UNNUMBERED = "Unnumbered"


class Looks:
    """The styles of one document while it is written."""

    def __init__(self, root: Element, word_styles: Mapping[str, str]) -> None:
        """Find the styles of a house style's sheet; `word_styles` are its own names for parts."""
        self._root = root
        self._styles = dict(read_styles(root).styles)
        self.sheet = StyleSheet(self._styles)
        self._names = {part: each.name for part, each in NAMED_STYLES.items()} | dict(word_styles)
        self._ids: dict[str, str] = {}
        self._variants: dict[tuple[str, Variant], str] = {}
        self._far: dict[str, bool] = {}

    def id(self, part: str) -> str:
        """Return the id of the part's style, of `Normal` when the sheet lacks it."""
        if part not in self._ids:
            found = self.sheet.named(self._names[part], NAMED_STYLES[part].kind)
            self._ids[part] = found or "Normal"
        return self._ids[part]

    def variant(self, style: str, variant: Variant) -> str:
        """Return the id of a style's variant; made when it is first asked for."""
        key = (style, variant)
        if key not in self._variants:
            self._variants[key] = self._derive(style, variant)
        return self._variants[key]

    def element(self, part: str) -> Element | None:
        """Return the element of the part's style, or None when the sheet lacks it."""
        found = self.sheet.styles.get(self.id(part))
        return None if found is None else found.element

    def stands_off(self, style: str) -> bool:
        """Whether paragraphs of the style have room above them, or are too small to want any."""
        if style not in self._far:
            spaces = (_space_before(each.element) for each in self.sheet.lineage(style))
            before = next((each for each in spaces if each is not None), 0)
            self._far[style] = before >= _FAR_ENOUGH or style == self.id("end")
        return self._far[style]

    def set_language(self, language: str) -> None:
        """Make the language that of every paragraph."""
        for each in self._root.iter(w("lang")):
            each.set(_VAL, language)

    def _derive(self, style: str, variant: Variant) -> str:
        base = self.sheet.styles[style]
        made_id = f"{style}{variant.value.replace(' ', '')}"
        made = add(self._root, "style", type="paragraph", customStyle="1", styleId=made_id)
        add(made, "name", val=f"{_shown(base.name)} {variant.value}")
        add(made, "basedOn", val=style)
        following = base.element.find(w("next"))
        add(made, "next", val=style if following is None else following.get(_VAL, style))
        add(made, "uiPriority", val="99")
        traits = add(made, "pPr")
        match variant:
            case Variant.WITH_NEXT:
                add(traits, "keepNext")
            case Variant.ALONE:
                add(traits, "keepNext", val="0")
            case Variant.AFTER_TABLE:
                add(traits, "spacing", before="200")
            case Variant.UNNUMBERED:
                add(add(traits, "numPr"), "numId", val="0")
        self._styles[made_id] = read_style(made)
        return made_id


def set_trait(style: Element, made: Element) -> None:
    """Put a paragraph property into a style, in its place, instead of the one it has."""
    remove_trait(style, made.tag)
    traits = style.find(w("pPr"))
    if traits is None:
        traits = add(style, "pPr")
        _put(style, traits)
    _put(traits, made)


def remove_trait(style: Element, tag: str) -> None:
    """Take a paragraph property out of a style that has it."""
    traits = style.find(w("pPr"))
    found = None if traits is None else traits.find(tag)
    if traits is not None and found is not None:
        traits.remove(found)


def _put(parent: Element, child: Element) -> None:
    places = PLACES[str(parent.tag)]
    place = places[str(child.tag)]
    later = (at for at, each in enumerate(parent) if places.get(str(each.tag), -1) > place)
    parent.insert(next(later, len(parent)), child)


def _space_before(style: Element) -> int | None:
    found = style.find(f"{w('pPr')}/{w('spacing')}")
    return None if found is None else whole(found.get(w("before")))


def _shown(name: str) -> str:
    return name[:1].upper() + name[1:]

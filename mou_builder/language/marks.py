"""Marks: the private-use characters that stand for tags while the markup is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from mou_builder.model.template import BlockFor, BlockIf, TemplateInline

_FIRST = 0xF0000


class Place(Enum):
    """Where a mark stands: within a sentence, or for whole paragraphs, items or rows."""

    SENTENCE = auto()
    PARAGRAPHS = auto()
    NUMBERED = auto()
    BULLETS = auto()
    ROWS = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark stands for, and where its first tag stands in the text."""

    node: TemplateInline | BlockIf | BlockFor
    place: Place
    start: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of markup; `start` is where it, or what made it, stands in the text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one text."""

    made: list[Mark] = field(default_factory=list)

    def add(self, mark: Mark) -> str:
        """Return the character that stands for the mark from now on."""
        self.made.append(mark)
        return chr(_FIRST + len(self.made) - 1)

    def find(self, character: str) -> Mark | None:
        """Return the mark for which the character stands, or None for any other character."""
        index = ord(character) - _FIRST
        return self.made[index] if 0 <= index < len(self.made) else None

    def alone(self, text: str) -> Mark | None:
        """Return the mark of whole paragraphs, items or rows that is all of the text, or None."""
        mark = self.find(text) if len(text) == 1 else None
        return mark if mark and mark.place is not Place.SENTENCE else None

"""Phrases that a rule advises against, each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from mou_builder.diagnostics import Position
from mou_builder.rules.analysis.passages import Part, Sentence
from mou_builder.rules.analysis.subject import Analysis


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern of words, in any case, and what to write instead."""

    pattern: str
    instead: str


class Met(NamedTuple):
    """A phrase where it stands: its words from `start` of the sentence."""

    sentence: Sentence
    start: int
    words: str
    instead: str

    @property
    def at(self) -> Position | None:
        """The place of the words."""
        return self.sentence.position(self.start, len(self.words))

    @property
    def before(self) -> str:
        """The words of the sentence before the phrase."""
        return self.sentence.text[: self.start]


def met_in(analysis: Analysis, phrases: Sequence[Phrase], *parts: Part) -> Iterator[Met]:
    """Yield the phrases in these parts; words between quotation marks are somebody else's."""
    pattern = _joined(tuple(phrases))
    for sentence in analysis.sentences(*parts):
        for found in pattern.finditer(sentence.unquoted):
            number = next(index for index, each in enumerate(found.groups()) if each is not None)
            yield Met(sentence, found.start(), found[0], phrases[number].instead)


@cache
def _joined(phrases: tuple[Phrase, ...]) -> re.Pattern[str]:
    inner = "|".join(f"({each.pattern})" for each in phrases)
    return re.compile(rf"(?<![\w-])(?:{inner})(?![\w-])", re.IGNORECASE)

"""Words under way to a passage: what reads, what was typed of it, where each character stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from mou_builder.rules.analysis.passages import ELSEWHERE, Passage

_NO_SPACE = re.compile(r"[^ ]")
# Marks, and white space that is no single space between words: nearly all is that.
_UNTIDY = re.compile(r"(?:\s|\*|\\(?=[\\*|])){2,}|[^\S ]|\*|\\(?=[\\*|])")


@dataclass(slots=True)
class Words:
    """Words so far; the three are of one length."""

    text: str = ""
    typed: str = ""
    offsets: list[int | None] = field(default_factory=list)

    def add(self, words: str, offsets: Sequence[int | None], *, typed: bool) -> None:
        """Add words; those that were not typed here are an ellipsis in `typed`, spaces apart."""
        self.text += words
        self.typed += words if typed else _NO_SPACE.sub(ELSEWHERE, words)
        self.offsets += offsets

    def join(self, other: Words) -> None:
        """Add words of the next line, after a space."""
        self.add(" ", (None,), typed=True)
        self.extend(other)

    def part(self, start: int, end: int | None = None) -> Words:
        """Return the words from `start` to `end`."""
        return Words(self.text[start:end], self.typed[start:end], self.offsets[start:end])

    def lines(self) -> Iterator[Words]:
        """Yield the lines without their ends."""
        start = 0
        for line in self.text.split("\n"):
            yield self.part(start, start + len(line))
            start += len(line) + 1

    def cleaned(self) -> Words:
        """Return the words without marks of emphasis and escapes, one space between words."""
        clean, done = Words(), 0
        for found in _UNTIDY.finditer(self.text):
            clean.extend(self.part(done, found.start()))
            done = found.end()
            spaces = (each for each in range(found.start(), done) if self.text[each].isspace())
            for space in islice(spaces, 1):
                clean.add(" ", self.offsets[space : space + 1], typed=True)
        clean.extend(self.part(done))
        blank = len(clean.text) - len(clean.text.lstrip())
        return clean.part(blank, len(clean.text.rstrip()))

    def passage(self, like: Passage) -> Passage:
        """Return the words as a passage that is otherwise like the one given."""
        return replace(like, text=self.text, typed=self.typed, offsets=tuple(self.offsets))

    def extend(self, other: Words) -> None:
        """Add words as they are."""
        self.text += other.text
        self.typed += other.typed
        self.offsets += other.offsets

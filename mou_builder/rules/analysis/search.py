"""Looks printed words up in the text that they are from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mou_builder.language.sourcetext import SourceText
from mou_builder.model.template import Template
from mou_builder.rules.analysis.words import Words

_WORD = re.compile(r"\s*\S+|\s+$")
_SPACES = str.maketrans({"\u00a0": " "})


@dataclass(slots=True)
class Search:
    """Looks words up in a text, from where the last ones were found; `done` moves on."""

    clean: Words
    source: SourceText | None = None
    done: int = 0

    @classmethod
    def in_text(cls, text: Template) -> Search:
        """Return a search in a text, as it was typed."""
        words = Words()
        words.add(text.source, range(len(text.source)), typed=True)
        return cls(words.cleaned(), SourceText(text.source, text.at))

    def offsets(self, words: str) -> list[int | None]:
        """Return where each character stands; none when the words are not in the text."""
        found = self._find(words, self.done)
        # A loop's second round begins again.
        found = found if found >= 0 else self._find(words, 0)
        return self._taken(words, found) if found >= 0 else []

    def in_pieces(self, words: str) -> Iterator[tuple[str, list[int | None]]]:
        """Yield the longest runs of the words that stand in the text, and the other words.

        Words that something absent stood between are found so, each side of it.
        """
        tokens = _WORD.findall(words)
        while tokens:
            runs = ["".join(tokens[:end]) for end in range(len(tokens), 0, -1)]
            places = ((run, start) for start in (self.done, 0) for run in runs)
            known = (each for each in places if self._find(*each) >= 0)
            run, start = next(known, (tokens[0], -1))
            found = self._find(run, start) if start >= 0 else -1
            yield run, self._taken(run, found) if found >= 0 else [*_unknown(len(run))]
            tokens = tokens[len(_WORD.findall(run)) :]

    def _find(self, words: str, start: int) -> int:
        needle = words.translate(_SPACES).strip(" ")
        return self.clean.text.find(needle, start) if needle else -1

    def _taken(self, words: str, found: int) -> list[int | None]:
        plain = words.translate(_SPACES)
        needle = plain.strip(" ")
        self.done = found + len(needle)
        before = len(words) - len(plain.lstrip(" "))
        after = len(words) - before - len(needle)
        return [*_unknown(before), *self.clean.offsets[found : self.done], *_unknown(after)]


def _unknown(count: int) -> Sequence[None]:
    return [None] * count

"""Passages: paragraphs, items and other runs of words, each character with its place in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from mou_builder.diagnostics import Position
from mou_builder.language.sourcetext import SourceText

# What an answer, a citation or a reference says is not the wording's; `typed` shows this instead.
ELSEWHERE = "\u2026"

_END = re.compile(r"[.?!][\u201d\u2019\"')\]]*\s+(?=[A-Z\u201c\u2018\"'(\[\u2026])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\u201c])(?:Nos?|Inc|Co|Corp|St|Ste|Mt|Ft|Dr|Mr|Mrs|Ms|Ch|Sec|Art|Stat|v|vs|cf"
    r"|e\.g|i\.e|a\.m|p\.m|U\.S|U\.S\.C|[A-Z])\.$"
)
# Two marks of one kind in a paragraph: an apostrophe is none, for a word goes on after it.
_QUOTED = re.compile(r"\u201c[^\u201c\u201d]*\u201d|(?<!\w)\"[^\"]*\"(?!\w)")


class Part(StrEnum):
    """What a passage belongs to."""

    TEXT = "text"  # a provision, or an exhibit
    TABLE = "table"  # a cell or a caption
    FORM = "form"  # what the instrument says before and after the articles
    HEADING = "heading"
    SUMMARY = "summary"
    NOTE = "note"
    QUESTION = "question"  # its prompt, help and options


@dataclass(frozen=True)
class Passage:
    """One run of words as it reads, of the clause or question named by `where`.

    `typed` is as long as `text`, with an ellipsis for each character that was not typed here, save
    spaces: words of answers, parties, citations. `offsets` says where each character stands in
    `source`; None for a character that stands there as another, and then the place is `at`.
    `own` is true of the office's own words: rewordings, added provisions, long answers.
    `opens` is false for words that go on from others, such as those of a definition; `defines`
    holds the terms that a printed passage defines.
    """

    where: str
    part: Part
    text: str = ""
    typed: str = ""
    offsets: tuple[int | None, ...] = ()
    source: SourceText | None = None
    at: Position | None = None
    own: bool = False
    opens: bool = True
    defines: tuple[str, ...] = ()

    def position(self, start: int, length: int = 1) -> Position | None:
        """Return the place of the words that begin at `start`, or the passage's where unknown."""
        known = self.offsets[start : start + max(1, length)]
        first = next((each for each in known if each is not None), None)
        if self.source is None or first is None:
            return self.at
        last = next(each for each in reversed(known) if each is not None)
        return self.source.position(first, max(1, last - first + 1))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The passage's sentences, in order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        start = 0
        for found in _END.finditer(self.text):
            mark = found[0].rstrip()
            if _ABBREVIATION.search(self.text, start, found.start() + 1):
                continue
            yield Sentence(self, start, found.start() + len(mark))
            start = found.end()
        if self.text[start:].strip():
            yield Sentence(self, start, len(self.text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, from `start` to `end`."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as they read."""
        return self.passage.text[self.start : self.end]

    @property
    def typed(self) -> str:
        """The words typed here, an ellipsis for each other character."""
        return self.passage.typed[self.start : self.end]

    @property
    def unquoted(self) -> str:
        """The words typed here that are nobody's words quoted: law stands between such marks."""
        start, end = self.start, self.end
        whole = _QUOTED.sub(lambda found: ELSEWHERE * len(found[0]), self.passage.typed)
        return whole[start:end]

    @property
    def opens(self) -> bool:
        """Whether the sentence begins with its own first words."""
        return self.passage.opens or self.start > 0

    def position(self, start: int = 0, length: int = 1) -> Position | None:
        """Return the place of the words that begin at `start` of the sentence."""
        return self.passage.position(self.start + start, length)


def plain_passage(words: str, like: Passage) -> Passage:
    """Return words that are no clause text, such as a note, as a passage; their place is `at`."""
    line = " ".join(words.split())
    return replace(like, text=line, typed=line, offsets=(None,) * len(line))

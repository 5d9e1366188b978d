"""Recognises defined terms in the words of clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mou_builder.model.agreement import KnownTerm
from mou_builder.model.document import DraftInline, Emphasis, LineBreak, Text

# A term starts with a capital; a no-break space may stand between its words.
_CAPITALISED = re.compile(r"(?<!\w)[A-Z][\w]*")
_AFTER = re.compile(r" (?:of )?([A-Z][\w]*)")
_STOPS = ".!?:;"
_OPENING = "\u201c\u2018\"'([\u2014"


class Found(NamedTuple):
    """A term in a text, from `start` to `end`.

    `sure` is false for a single word at the start of a sentence, where any word has a capital: it
    is the term if this agreement defines it, else an ordinary word.
    """

    start: int
    end: int
    known: KnownTerm
    sure: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms to recognise, by their first word, the longest first."""

    by_word: Mapping[str, tuple[tuple[str, KnownTerm], ...]] = field(default_factory=dict)

    def find(self, text: str, *, starts: bool) -> tuple[Found, ...]:
        """Return the terms in the text, in order; `starts`: a sentence starts with the text."""
        found: list[Found] = []
        end = 0
        last = (0, 0)
        text = text.replace("\u00a0", " ")
        for word in _CAPITALISED.finditer(text):
            before, last = last, word.span()
            start = word.start()
            # Nearly every capital starts an ordinary sentence: those words go no further.
            if word[0] not in self.by_word or start < end:
                continue
            match = self._at(text, start, word[0])
            if match is None:
                continue
            surface, known = match
            named = before[1] != end and text[before[1] : start] == " "
            if named and not _opens(text, before[0], starts=starts):
                continue  # the last words of a longer name
            if self._name_goes_on(text, start + len(surface)):
                continue
            end = start + len(surface)
            ordinary = " " not in surface and not surface[:2].isupper()
            opening = ordinary and _opens(text, start, starts=starts)
            found.append(Found(start, end, known, not opening))
        return tuple(found)

    def _at(self, text: str, start: int, word: str) -> tuple[str, KnownTerm] | None:
        """Return the longest term whose words stand at that place, or None."""
        for surface, known in self.by_word.get(word, ()):
            after = start + len(surface)
            if text.startswith(surface, start) and not _goes_on(text, after):
                return surface, known
        return None

    def _name_goes_on(self, text: str, end: int) -> bool:
        """Whether a longer name begins with the words, as "School" in "School Resource Officer"."""
        follows = _AFTER.match(text, end)
        return follows is not None and not self._at(text, follows.start(1), follows[1])


def lexicon_of(vocabulary: Mapping[str, KnownTerm]) -> Lexicon:
    """Return the vocabulary ready for finding its words in a text."""
    by_word: dict[str, list[tuple[str, KnownTerm]]] = {}
    for surface in sorted(vocabulary, key=lambda each: (-len(each), each)):
        word = _CAPITALISED.match(surface)
        if word:
            by_word.setdefault(word[0], []).append((surface, vocabulary[surface]))
    return Lexicon({word: tuple(found) for word, found in by_word.items()})


def uses_in(run: Iterable[DraftInline], lexicon: Lexicon) -> Iterator[Found]:
    """Yield the terms in a run of inlines. Words of answers, and definitions, are none."""
    last: DraftInline | None = None
    for inline in run:
        if isinstance(inline, Text | Emphasis):
            yield from lexicon.find(inline.text, starts=starts_after(last))
        last = inline


def starts_after(last: DraftInline | None) -> bool:
    """Whether a sentence starts after the inline; one starts at the beginning of a run."""
    if isinstance(last, Text | Emphasis):
        return ends_sentence(last.text, before=False)
    return last is None or isinstance(last, LineBreak)


def plurals(term: str) -> tuple[str, ...]:
    """Return the regular plural of a term: School Day, School Days; Agency, Agencies."""
    if term.endswith(("s", "x", "ch", "sh")):
        return (f"{term}es",)
    if term.endswith("y") and term[-2:-1].casefold() not in "aeiou":
        return (f"{term[:-1]}ies",)
    return (f"{term}s",)


def with_plurals(terms: Iterable[KnownTerm]) -> Iterator[tuple[str, KnownTerm]]:
    """Yield each term by its own words and by those of its plural."""
    for known in terms:
        for surface in (known.term, *plurals(known.term)):
            yield surface, known


def ends_sentence(text: str, *, before: bool) -> bool:
    """Whether a new sentence starts after the text; after no words, what was so before."""
    words = text.rstrip()
    if not words:
        return before
    last = words.rstrip("\u201d\u2019\"')]")[-1:]
    return words[-1] in _OPENING or last in _STOPS


def _opens(text: str, start: int, *, starts: bool) -> bool:
    """Whether a sentence starts at that place of the text."""
    before = text[:start].rstrip()[-4:]
    return ends_sentence(before, before=starts)


def _goes_on(text: str, end: int) -> bool:
    """Whether the word goes on: "Schools", "School-wide"."""
    rest = text[end : end + 2]
    return rest[:1].isalnum() or (rest[:1] == "-" and rest[1:].isalnum())

"""Finds the answers in a text that was typed in one of the forms of its question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from mou_builder.model.question import Form

Reads: TypeAlias = Callable[[str, str], bool]
"""Whether a text can answer the question of that id."""


class Found(NamedTuple):
    """What stands in a hole: the question that it answers, and where the words start and end."""

    question: str
    start: int
    end: int


def matched(form: Form, text: str, reads: Reads) -> tuple[Found, ...] | None:
    """Return what the holes hold, or None when the text has another form.

    Spaces and letter case do not matter, nor does a comma left out. Where the words of a form stand
    several times in the text, the first way of cutting it counts in which every hole reads.
    """
    return _rest(form, 0, text, 0, reads)


def holds_words(form: Form) -> bool:
    """Whether the form has words of its own, by which a text can be told to be meant for it."""
    return any(isinstance(each, str) and each.strip() for each in form.pieces)


def _rest(form: Form, index: int, text: str, start: int, reads: Reads) -> tuple[Found, ...] | None:
    if index == len(form.pieces):
        return None if text[start:].strip(" .") else ()
    piece = form.pieces[index]
    if isinstance(piece, str):
        found = _words(piece).match(text, start)
        return _rest(form, index + 1, text, found.end(), reads) if found else None
    for end in _ends(form, index + 1, text, start):
        first, last = _stripped(text, start, end)
        if first < last and reads(piece.question, text[first:last]):
            rest = _rest(form, index + 1, text, end, reads)
            if rest is not None:
                return (Found(piece.question, first, last), *rest)
    return None


def _ends(form: Form, after: int, text: str, start: int) -> Iterator[int]:
    """Yield where a hole may end: wherever the words behind it start, or at the end of the text."""
    following = form.pieces[after] if after < len(form.pieces) else None
    if isinstance(following, str):
        for found in _words(following).finditer(text, start + 1):
            yield found.start()
    else:
        yield len(text)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without the blanks round it."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return first, max(first, start + len(words.rstrip()))


@lru_cache(maxsize=256)
def _words(piece: str) -> re.Pattern[str]:
    """Return what finds the words of a form in a text."""
    parts = []
    for found in re.finditer(r"\s*,\s*|\s+|[^\s,]+", piece):
        if "," in found[0]:
            parts.append(r"(?:\s*,\s*|\s+)")
        elif found[0].isspace():
            beside = piece[found.start() - 1 : found.start()] + piece[found.end() : found.end() + 1]
            parts.append(r"\s+" if all(each.isalnum() for each in beside) else r"\s*")
        else:
            parts.append(re.escape(found[0]))
    return re.compile("".join(parts), re.IGNORECASE)

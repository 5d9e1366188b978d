"""Parts the members of a list that was typed as one text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.model.raw import RawText
from mou_builder.stages.answering.one_line import part_position

# Semicolons and new lines part the members of a list; behind a bracket a comma or an "and" does.
_BETWEEN = re.compile(r";|\n|(?<=\)),(?:\s*and\s)?|(?<=\))\s+(?:and|&)\s")
_JOINT = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+")
_LEADING = re.compile(r"\s*(?:and|&)\s+")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


def parts_of(node: RawText, ends: Collection[str] = ()) -> Iterator[RawText]:
    """Yield the members of `one; another` as texts of their own.

    Behind a word with which a member's name ends (`A School, B School and C School`) a comma or an
    "and" parts members too, if that leaves nothing but whole names.
    """
    for first, last in _pieces(node.text, _BETWEEN):
        lead = _LEADING.match(node.text, first)
        for start, end in _named(node.text, lead.end() if lead else first, last, ends):
            part = node.text[start:end]
            words = part.strip()
            if words:
                begin = start + len(part) - len(part.lstrip())
                yield RawText(words, part_position(node, begin, begin + len(words)))


def crowded(node: RawText, ends: Collection[str]) -> Diagnostic | None:
    """Return the warning that a text reads like several names and is taken for one, or None."""
    names = [node.text[a:b].strip() for a, b in _pieces(node.text, _JOINT)]
    for name, following in pairwise(names):
        if _is_name(name, ends) and not _generic(following, ends):
            message = f"`{node.text}` is taken for one name"
            hint = "separate several by semicolons: `one (high); another (middle)`"
            return warning("MB341", message, node.at, hint)
    return None


def _named(text: str, first: int, last: int, ends: Collection[str]) -> Sequence[tuple[int, int]]:
    """Return where the names in a piece of the text stand; the piece if it is one name."""
    found = [(first + a, first + b) for a, b in _pieces(text[first:last], _JOINT)]
    whole = all(_is_name(text[a:b], ends) for a, b in found)
    return found if whole else [(first, last)]


def _pieces(text: str, between: re.Pattern[str]) -> list[tuple[int, int]]:
    breaks = [(each.start(), each.end()) for each in between.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    stops = [*(start for start, _ in breaks), len(text)]
    return list(zip(starts, stops, strict=True))


def _is_name(text: str, ends: Collection[str]) -> bool:
    """Whether the text is a whole name: `Lake School`, and not `Middle` or `High School` alone."""
    words = _BRACKET.sub("", text).split()
    return bool(words) and _among(words[-1], ends) and not _generic(text, ends)


def _generic(text: str, ends: Collection[str]) -> bool:
    return all(_among(each, ends) for each in _BRACKET.sub("", text).split())


def _among(word: str, ends: Collection[str]) -> bool:
    return word.casefold() in (each.casefold() for each in ends)

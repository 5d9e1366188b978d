"""What a line without a colon was meant to be: a key and its answer, or the answer alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from mou_builder.source.bullet import bullet_diagnostic

_NO_SPACE = re.compile(r"[A-Za-z_][\w.-]*:(?=[^ \t])")
_TWO_WORDS = re.compile(r"([a-z][a-z0-9_]*)(?: *= *| +)(\S+)")
# A dotted key can be nothing but a key, however long the answer behind it.
_DOTTED = re.compile(r"([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)(?: *= *| +)(\S.*)")
_EMPTY_KEY = re.compile(r"[ ]*([A-Za-z_][\w.-]*):\s*(?:#.*)?")
_SHOWN = 40


class NoColon(NamedTuple):
    """A fault on a line, whose column counts from 0."""

    code: str
    message: str
    hint: str
    column: int
    length: int = 1


def without_colon(lines: tuple[str, ...], line: int, column: int) -> NoColon:
    """Return what is wrong with the text at the place, which a colon should follow."""
    rest = lines[line][column:]
    glued = _NO_SPACE.match(rest)
    if glued:
        hint = f"write `{glued[0]} {rest[glued.end() :].split(' #')[0].strip()[:_SHOWN]}`"
        return NoColon("MB116", "no space follows the colon", hint, column + glued.end() - 1)
    if bullet := bullet_diagnostic("", lines[line], line, column):
        return NoColon(bullet.code, bullet.message, bullet.hint or "", column)
    text = rest.split(" #")[0].strip()
    word = text[:_SHOWN]
    message = f"no colon follows `{word}`"
    return NoColon("MB123", message, _cure(lines, line, text), column, max(1, len(word)))


def _cure(lines: tuple[str, ...], line: int, text: str) -> str:
    pair = _DOTTED.fullmatch(text) or _TWO_WORDS.fullmatch(text[:_SHOWN])
    if pair:
        return f"put a colon and a space after the key: `{pair[1]}: {pair[2][:_SHOWN]}`"
    above = _waiting(reversed(lines[:line]))
    below = _waiting(lines[line + 1 :])
    if above or below:
        return f"write it behind the colon of its key: `{above or below}: {text[:_SHOWN]}`"
    return "write `key: value`; a line that goes on with a text is indented deeper than its key"


def _waiting(lines: Iterable[str]) -> str:
    """Return the key of the first line that is no comment, if nothing stands behind its colon."""
    first = next((each for each in lines if each.strip() and not each.lstrip().startswith("#")), "")
    found = _EMPTY_KEY.fullmatch(first)
    return found[1] if found else ""

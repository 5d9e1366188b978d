"""Cuts a text into words, outputs, statements and comments with Jinja's own lexer."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

import jinja2

from mou_builder.language.sourcetext import Reading

_OPENING = {"variable_begin", "block_begin", "comment_begin", "raw_begin"}
_CLOSING = {"variable_end", "block_end", "comment_end", "raw_end"}
_ENOUGH_FAULTS = 50
_END_OR_NEXT = re.compile(r"[%}#]\}|\{[{%#]")


class Form(Enum):
    """What a piece of text is."""

    WORDS = auto()
    OUTPUT = auto()
    STATEMENT = auto()
    COMMENT = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One token inside a tag; `start` counts characters from the start of the text."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, or one tag with its delimiters.

    `lexemes` are the tokens between the delimiters. A statement or comment is `alone` when its
    lines hold nothing but such tags; those lines are no part of the words around them.
    """

    form: Form
    start: int
    end: int
    lexemes: tuple[Lexeme, ...] = ()
    alone: bool = False


@cache
def environment() -> jinja2.Environment:
    """Return the Jinja environment whose lexer and parser read the clause language."""
    return jinja2.Environment(keep_trailing_newline=True, autoescape=True)


def pieces_of(reading: Reading) -> tuple[Piece, ...]:
    """Return the text in pieces, in order; what cannot be read is noted and left out."""
    pieces: list[Piece] = []
    start = 0
    while start < len(reading.source.text) and len(reading.faults) < _ENOUGH_FAULTS:
        start = _read_from(reading, start, pieces)
    return _set_apart(pieces, reading.source.text)


def _read_from(reading: Reading, start: int, pieces: list[Piece]) -> int:
    """Read pieces from `start`; return where to go on: the end, or past a fault."""
    tag: list[Lexeme] = []
    end = start
    try:
        for lexeme in _lexemes(reading.source.text, start):
            end = lexeme.end
            if lexeme.kind == "data" and not tag:
                pieces.append(Piece(Form.WORDS, lexeme.start, lexeme.end))
                continue
            tag.append(lexeme)
            if lexeme.kind in _CLOSING:
                pieces.extend(_tag_piece(reading, tag))
                tag = []
    except jinja2.TemplateSyntaxError as fault:
        return _skip_fault(reading, tag, end, fault.message or "")
    return _skip_fault(reading, tag, end, "") if tag else end


def _lexemes(text: str, start: int) -> Iterable[Lexeme]:
    offset = start
    for _, kind, value in environment().lex(text[start:]):
        # White space before a tag with a minus sign is no part of any token.
        offset = text.index(value, offset)
        yield Lexeme(kind, value, offset)
        offset += len(value)


def _tag_piece(reading: Reading, tag: list[Lexeme]) -> list[Piece]:
    first, last = tag[0], tag[-1]
    inner = tuple(each for each in tag[1:-1] if each.kind != "whitespace")
    if first.kind == "raw_begin":
        reading.fault(
            "MB501",
            "`raw` is no part of the clause language",
            first.start,
            first.end,
            "write the braces' contents in other words",
        )
        return []
    for mark in (first, last):
        sign = mark.text.strip("{}%# \t\n")
        if sign and mark.kind in _OPENING | _CLOSING:
            reading.fault(
                "MB502",
                f"a tag with `{sign}`",
                mark.start,
                mark.start + len(mark.text.strip()),
                f"leave `{sign}` out: the program takes care of spaces and empty lines",
            )
    forms = {"variable_begin": Form.OUTPUT, "block_begin": Form.STATEMENT}
    form = forms.get(first.kind, Form.COMMENT)
    return [Piece(form, first.start, last.start + len(last.text.rstrip()), inner)]


def _skip_fault(reading: Reading, tag: list[Lexeme], end: int, message: str) -> int:
    """Note a tag that cannot be cut into tokens; return where its line or the tag ends."""
    text = reading.source.text
    start = tag[0].start if tag else end
    unread = text[end : end + 1]
    if message.startswith("unexpected char") and unread.strip():
        reading.fault(
            "MB500",
            f"`{unread}` has no meaning in a tag",
            end,
            end + 1,
            "write text between quotation marks, and close every quotation mark",
        )
    elif message.startswith("unexpected '"):
        bracket = _unclosed(tag)
        reading.fault(
            "MB500",
            f"`{bracket.text}` is never closed" if bracket else f"`{unread}` closes nothing here",
            bracket.start if bracket else end,
            bracket.end if bracket else end + 1,
            "close every bracket with its own kind",
        )
    else:
        reading.fault(
            "MB500",
            f"`{text[start : start + 2]}` opens a tag that is never closed",
            start,
            start + 2,
            "close it with `}}`, `%}` or `#}`, as it was opened",
        )
    after = _END_OR_NEXT.search(text, max(end, start + 2))
    if after and not after.group().startswith("{"):
        return after.end()
    line_end = text.find("\n", max(end, start + 2))
    return len(text) if line_end < 0 else line_end


def _unclosed(tag: list[Lexeme]) -> Lexeme | None:
    """Return the innermost bracket that the tag leaves open, or None."""
    opened: list[Lexeme] = []
    for lexeme in tag[1:]:
        if lexeme.text in {"(", "[", "{"}:
            opened.append(lexeme)
        elif lexeme.text in {")", "]", "}"} and opened:
            opened.pop()
    return opened[-1] if opened else None


def _set_apart(pieces: list[Piece], text: str) -> tuple[Piece, ...]:
    """Mark the tags that stand alone on their lines, and take those lines from the words."""
    masked = list(text)
    for piece in pieces:
        if piece.form in {Form.STATEMENT, Form.COMMENT}:
            masked[piece.start : piece.end] = "\0" * (piece.end - piece.start)
    lone = [
        (match.start(), match.end())
        for match in re.finditer(r"(?m)^[ \t]*\0[ \t\0]*(?:\n|\Z)", "".join(masked))
    ]
    return tuple(_apart(piece, lone) for piece in pieces)


def _apart(piece: Piece, lone: list[tuple[int, int]]) -> Piece:
    """Return the piece without the lines, among the sorted ones, that hold nothing but tags."""
    start, end = piece.start, piece.end
    index = bisect_right(lone, (start, sys.maxsize)) - 1
    is_inside = index >= 0 and start < lone[index][1]
    if piece.form is not Form.WORDS:
        return replace(piece, alone=is_inside)
    while is_inside and start < end:
        start = min(lone[index][1], end)
        index += 1
        is_inside = index < len(lone) and lone[index][0] == start
    following = bisect_right(lone, (start, sys.maxsize))
    if following < len(lone) and lone[following][0] < end:
        end = lone[following][0]
    return replace(piece, start=start, end=max(start, end))

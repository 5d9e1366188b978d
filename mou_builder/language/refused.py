"""Finds what a writer might type out of habit and the clause language does not have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mou_builder.language.pieces import Form, Piece
from mou_builder.language.sourcetext import Reading

# Private-use characters stand for tags while the markup is read.
_RESERVED = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LINE = r"(?m)^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*"

_MARKUP: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(_LINE + r"(?P<mark>#{1,6})(?=[ \t])"),
        "a heading",
        "the clause's `heading:` is the only one; begin a paragraph with bold words",
    ),
    (
        re.compile(_LINE + r"(?P<mark>>)"),
        "a quotation mark of an e-mail",
        "indent nothing; put quoted words between quotation marks",
    ),
    (
        re.compile(r"(?m)^[ \t]*(?P<mark>(?P<sign>[-*_])(?:[ \t]*(?P=sign)){2,}|=+)[ \t]*$"),
        "a line across the page",
        "leave it out; for a blank to fill in, print a question's answer",
    ),
    (re.compile(r"(?P<mark>\]\()"), "a link", "write the words alone, or print a fact with `cite`"),
    (
        re.compile(r"(?P<mark></?[A-Za-z][^<>\n]*>|<!--)"),
        "HTML",
        "write `**bold**` or `*italic*`, or leave it out",
    ),
    (re.compile(r"(?P<mark>`[^`\n]*`?|~~~+)"), "typewriter type", "leave the marks out"),
)


def refuse_reserved(reading: Reading) -> None:
    """Note characters that no text may hold."""
    for match in _RESERVED.finditer(reading.source.text):
        reading.fault(
            "MB511",
            f"the character U+{ord(match.group()):04X}, which no font defines",
            match.start(),
            match.end(),
            "leave it out; it may come from a symbol font",
        )


def refuse_markup(reading: Reading, pieces: Sequence[Piece]) -> None:
    """Note headings, links, HTML and the like among the words of a clause."""
    masked = list(reading.source.text)
    for piece in pieces:
        if piece.form is not Form.WORDS:
            masked[piece.start : piece.end] = "\0" * (piece.end - piece.start)
    words = "".join(masked)
    for pattern, what, cure in _MARKUP:
        for match in pattern.finditer(words):
            start, end = match.span("mark")
            reading.fault("MB512", f"{what} is no part of the clause language", start, end, cure)

"""What a scalar is beyond its text: where a block's lines start, what in it would surprise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, Position, error, warning
from mou_builder.model.raw import RawText
from mou_builder.source.bullet import bullet_diagnostic

_NUMBER_SIGN = re.compile(r"[ \t]*#(?=\d)")
_COMMENT = re.compile(r"[ \t]+#(?!\d)")
_CURLY = ("“", "”", "„", "‘")  # noqa: RUF001 - the very characters that are looked for


def block_text(text: str, at: Position, style: str, lines: tuple[str, ...]) -> RawText:
    """Return a block scalar with the line and column at which its own text starts."""
    first = next((each for each in text.split("\n") if each.strip()), "")
    for number in range(at.line, len(lines)):
        line = lines[number]
        if line.strip():
            indent = len(line) - len(line.lstrip(" "))
            deeper = len(first) - len(first.lstrip(" "))
            # A folded text loses the blank lines before it; a literal one keeps them.
            start = number if style == ">" else at.line
            return RawText(text, at, False, start + 1, max(0, indent - deeper) + 1)
    return RawText(text, at, False, at.line + 1, 1)


def surprises(
    text: str, at: Position, end: tuple[int, int], lines: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Yield what surprises in a text without quotes: a `#5` cut off, curly quotes kept, a bullet.

    `end` is the line and column behind the text, from 0.
    """
    bullet = bullet_diagnostic(at.file, lines[at.line - 1], at.line - 1, at.column - 1)
    if bullet:
        yield bullet
    line = lines[end[0]]
    cut = _NUMBER_SIGN.match(line, end[1])
    if cut and end != (at.line - 1, 0):
        lost = line[cut.end() - 1 :].rstrip()
        place = Position(at.file, end[0] + 1, cut.end(), len(lost))
        hint = "put the value in double quotes; a comment starts with `# ` and a space"
        yield error("MB121", f"`{lost}` would be taken for a comment", place, hint)
    if len(text) > 1 and text[0] in _CURLY and text[-1] in _CURLY:
        hint = 'type straight quotes `"`, or take the curly ones away'
        yield warning(
            "MB124", "the curly quotes are part of this text and will be printed", at, hint
        )


def comment_behind(
    text: str, at: Position, end: tuple[int, int], lines: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Yield what an answer without quotes loses on its line to a comment, as `School # 4` does.

    `end` is as in `surprises`. Behind nothing, or `?`, a note is what it looks like.
    """
    line = lines[end[0]]
    found = _COMMENT.match(line, end[1])
    if not found or not text or text == "?":
        return
    lost = line[found.end() - 1 :].rstrip()
    place = Position(at.file, end[0] + 1, found.end(), len(lost))
    message = f"`{lost}` is taken for a comment and is no part of the answer"
    hint = (
        f'put the whole answer in double quotes if it is: `"{text} {lost}"`; '
        "else put the comment on a line of its own"
    )
    yield warning("MB126", message, place, hint)

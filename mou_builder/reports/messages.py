"""Diagnostics as a reader sees them: text with the line at fault and carets, or JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mou_builder.diagnostics import Diagnostic, Position, Related, Severity

# A line of megabytes is shown as a window of this many characters around the fault.
WINDOW = 100
# C0, DEL and C1: a terminal would obey them.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.OPEN: "36"}


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics without repetitions, by file and place, the placeless last."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_place))


def message_text(
    diagnostic: Diagnostic, lines_of: Callable[[str], Sequence[str]], *, colour: bool = False
) -> str:
    """Return the diagnostic as lines of text without a final newline.

    `lines_of` returns a file's lines, or none when they cannot be had.
    """
    code = diagnostic.code
    head = _tinted(f"{diagnostic.severity.value}[{code}]", diagnostic.severity, colour=colour)
    where = f"{_where(diagnostic.at)}: " if diagnostic.at else ""
    parts = [f"{where}{head}: {_clean(diagnostic.message)}"]
    if diagnostic.at:
        parts += _snippet(diagnostic.at, lines_of(diagnostic.at.file))
    if diagnostic.hint:
        parts += _indented(f"help: {diagnostic.hint}")
    for related in diagnostic.related:
        parts += _indented(_related(related))
    return "\n".join(parts)


def message_value(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return the diagnostic as a value for JSON, the same keys each time."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "at": _position_value(diagnostic.at),
        "hint": diagnostic.hint,
        "related": [
            {"label": each.label, "at": _position_value(each.at)} for each in diagnostic.related
        ],
    }


def counted(count: int, one: str, several: str = "") -> str:
    """Return the count with its noun: "1 warning", "2 warnings"."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def _place(diagnostic: Diagnostic) -> tuple[bool, str, int, int, str, str]:
    at = diagnostic.at
    if at is None:
        return (True, "", 0, 0, diagnostic.code, diagnostic.message)
    return (False, at.file, at.line, at.column, diagnostic.code, diagnostic.message)


def _where(at: Position) -> str:
    return f"{_clean(at.file)}:{at.line}:{at.column}"


def _snippet(at: Position, lines: Sequence[str]) -> list[str]:
    if not 1 <= at.line <= len(lines):
        return []
    line = lines[at.line - 1].rstrip("\r\n")
    column = min(at.column - 1, len(line))
    start = max(0, column - WINDOW // 2) if len(line) > WINDOW else 0
    shown = line[start : start + WINDOW]
    lead, tail = "\u2026" if start else "", "\u2026" if start + WINDOW < len(line) else ""
    before = lead + shown[: column - start]
    length = max(1, min(at.length, len(shown) - (column - start)))
    under = _width(_visible(shown[column - start : column - start + length])) or 1
    gutter = f"  {at.line} | "
    return [
        f"{gutter}{_visible(lead + shown + tail)}".rstrip(),
        f"{' ' * (len(gutter) - 2)}| {' ' * _width(_visible(before))}{'^' * under}",
    ]


def _visible(text: str) -> str:
    """Return the text with one visible character for each control character; a tab is a space."""
    return CONTROL.sub("\ufffd", text.replace("\t", " "))


def _clean(text: str) -> str:
    return CONTROL.sub("\ufffd", text)


def _width(text: str) -> int:
    """Return how many columns a terminal takes for the text (Unicode Annex 11)."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


def _indented(text: str) -> list[str]:
    return [f"  {_clean(line)}" for line in text.splitlines()]


def _related(related: Related) -> str:
    return f"{related.label} ({_where(related.at)})" if related.at else related.label


def _position_value(at: Position | None) -> dict[str, Any] | None:
    return None if at is None else at._asdict()


def _tinted(text: str, severity: Severity, *, colour: bool) -> str:
    return f"\x1b[1;{COLOURS[severity]}m{text}\x1b[0m" if colour else text

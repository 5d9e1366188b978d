"""The bullets and dashes with which a word processor starts a list's items."""

from __future__ import annotations

import re

from mou_builder.diagnostics import Diagnostic, Position, error

_BULLET = re.compile(r"[•‣◦▪·–—](?=\s)")  # noqa: RUF001 - the very characters


def bullet_diagnostic(file: str, line: str, number: int, column: int) -> Diagnostic | None:
    """Return the diagnostic of a bullet that starts the line (counted from 0), or None."""
    bullet = _BULLET.match(line, column)
    if not bullet or line[:column].strip():
        return None
    hint = "use `- ` (a hyphen and a space) for each item"
    at = Position(file, number + 1, column + 1)
    return error("MB117", f"a `{bullet[0]}` starts no item of a list", at, hint)

"""Paths to answers as typed: `funding.model`, `staffing.schools.2.name`."""

from __future__ import annotations

import re

_SEGMENT = re.compile(r"[^.\s=]+")
LISTED = ("parties",)
"""Below these keys stands a list whose members are named by their `id`."""

# Below these keys stand ids of clauses and facts, which have a dot of their own.
_WITH_IDS = ("choose", "omit", "reword", "accept", "confirmed", "cite")


def parts_of(path: str) -> list[str] | None:
    """Return the keys and list numbers of a path, or None when it is no path."""
    parts = path.split(".")
    if not all(_SEGMENT.fullmatch(each) for each in parts):
        return None
    if parts[0] in _WITH_IDS and len(parts) > 2:  # noqa: PLR2004 - a key and both parts of an id
        return [parts[0], f"{parts[1]}.{parts[2]}", *parts[3:]]
    return parts


def number_of(part: str) -> int:
    """Return the number of a list's item, or 0 when the part is no such number."""
    fits = part.isascii() and part.isdigit() and len(part) < 6  # noqa: PLR2004 - no list is longer
    return int(part) if fits else 0

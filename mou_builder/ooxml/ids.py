"""Hands out every id and bookmark name of a document, none of them twice."""

from __future__ import annotations

import hashlib
from itertools import count

BOOKMARK_NAME_AT_MOST = 40


def clause_bookmark(anchor: str) -> str:
    """Return the stable bookmark name of a provision: a hash, which tells nothing of its content.

    It is the same in every draft, so that two versions can be compared clause by clause.
    """
    return "_MOU" + hashlib.sha256(f"clause:{anchor}".encode()).hexdigest()[:24]


class Ids:
    """One document's ids. Word repairs a file in which bookmarks share an id or a name."""

    def __init__(self) -> None:
        """Start with no id given."""
        self._numbers = count(1)
        self._taken: dict[str, str] = {}

    def number(self) -> str:
        """Return the next id for a bookmark, content control or shape."""
        return str(next(self._numbers))

    def bookmark(self, kind: str, anchor: str) -> str:
        """Return the name of the anchor's bookmark of a kind (`_Ref`, `_Toc`), always the same.

        Nine digits from a hash, as Word writes them; on a collision the next free ones.
        """
        key = f"{kind}:{anchor}"
        for attempt in count():
            name = f"{kind}{_nine_digits(f'{key}:{attempt}' if attempt else key)}"
            if self._taken.setdefault(name, key) == key:
                return name
        raise AssertionError  # count() never ends


def _nine_digits(key: str) -> str:
    return f"{int(hashlib.sha256(key.encode()).hexdigest()[:12], 16) % 10**9:09d}"

"""Suggests the name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def suggestion(typed: str, known: Iterable[str], otherwise: str) -> str:
    """Return `did you mean ...?` with the nearest known name; else what else to do."""
    near = get_close_matches(typed, sorted(known), n=1)
    return f"did you mean `{near[0]}`?" if near else otherwise

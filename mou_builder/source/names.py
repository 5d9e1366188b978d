"""Finds typed names that nothing declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mou_builder.diagnostics import Diagnostic, error
from mou_builder.model.raw import RawText
from mou_builder.source.decode import hint_for


def unknown(
    typed: Iterable[RawText], known: Iterable[str], code: str, what: str
) -> Iterator[Diagnostic]:
    """Yield a fault for each name that is none of those known, with the nearest of them."""
    names = frozenset(known)
    for each in typed:
        if each.text not in names:
            message = f"there is no {what} `{each.text}`"
            yield error(code, message, each.at, hint_for(each.text, names))

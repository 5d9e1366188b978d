"""A slash between words.

## What it finds

`and/or`, and words joined by a slash, such as `principal/designee`. Dates, addresses of the web and
`24/7` are none.

## Why it is bad

A slash is `and` for one reader and `or` for the other, and each may be the one in court.

## Example

    The Principal/designee and/or the SRO shall call the parent.

## Write instead

The word that is meant.

    The Principal, or an administrator whom the Principal names, calls the Parent.
    ... A, B, or both.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.phrases import Phrase, met_in

_PHRASES = (
    Phrase(r"and/or|or/and", "write `and`, or `or`; for either of two, `A, B, or both`"),
    Phrase(
        r"(?<![/.:@])(?:[^\W\d_]{2,}(?:/[^\W\d_]{2,})+)(?![/.]\w)",
        "write `and` or `or`, whichever is meant",
    ),
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for met in met_in(analysis, _PHRASES, Part.TEXT, Part.TABLE, Part.SUMMARY, Part.QUESTION):
        yield warning("MB713", f"`{met.words}` may mean and, or may mean or", met.at, met.instead)


RULE = Rule("MB713", _check, __doc__)

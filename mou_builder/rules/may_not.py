"""`may not`, which has two readings.

## What it finds

The words `may not` in a provision or a summary.

## Why it is bad

"The Agency may not assign an officer" forbids it in one reading, and in the other says only that
it might not happen.

## Example

    The Agency may not assign a relative of the Superintendent.

## Write instead

`shall not` forbids a party. For what is uncertain, `might not`.

    The Agency shall not assign a relative of the Superintendent.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.phrases import Phrase, met_in

_MAY_NOT = (
    Phrase(
        r"(?<!may or )may not",
        "write `shall not` to forbid a party something, `might not` for what is uncertain",
    ),
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for met in met_in(analysis, _MAY_NOT, Part.TEXT, Part.TABLE, Part.SUMMARY):
        yield warning("MB703", "`may not` has two readings", met.at, met.instead)


RULE = Rule("MB703", _check, __doc__)

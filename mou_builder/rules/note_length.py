"""A note for counsel that is too short or too long.

## What it finds

The `note` of an alternative with fewer than three or more than eight sentences.

## Why it is bad

Counsel reads the note to decide: why the clause is there, what is negotiated, what the other
alternatives give up, what to check locally. One sentence cannot say that, and a page is not read.

## Example

    note: This is the usual clause.

## Write instead

Three to eight sentences, each of which would change what counsel does.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part

FEWEST, MOST = 3, 8


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for passage in analysis.only(Part.NOTE):
        count = len(passage.sentences)
        if not FEWEST <= count <= MOST:
            counted = "one sentence" if count == 1 else f"{count} sentences"
            message = f"the note of `{passage.where}` has {counted}"
            hint = f"say in {FEWEST} to {MOST} sentences why, what is negotiated and what to check"
            yield warning("MB741", message, passage.at, hint)


RULE = Rule("MB741", _check, __doc__)

"""A summary that is not one sentence.

## What it finds

The `summary` of an alternative with two sentences, or without a full stop at its end.

## Why it is bad

The summaries are printed in a row for a board. One plain sentence for each clause is what a board
member reads.

## Example

    summary: The agency sends a substitute. It does so only if one is available

## Write instead

    summary: The agency sends a substitute if one is available.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for passage in analysis.only(Part.SUMMARY):
        if len(passage.sentences) != 1 or not passage.text.endswith((".", ".\u201d")):
            message = f"the summary of `{passage.where}` is not one sentence"
            hint = "say in one plain sentence, with a full stop, what a board should know"
            yield warning("MB740", message, passage.position(0, len(passage.text)), hint)


RULE = Rule("MB740", _check, __doc__)

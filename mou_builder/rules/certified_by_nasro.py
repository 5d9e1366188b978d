"""A certificate that nobody issues.

## What it finds

`NASRO-certified`, `certified by NASRO` and the like, anywhere.

## Why it is bad

NASRO trains school resource officers and confirms that a course was completed. It does not certify
officers, so the condition cannot be met, and an officer who met every course would still be in
breach.

## Example

    Each SRO must be NASRO-certified.

## Write instead

The course and its hours, or a course of the same content.

    Each SRO must have completed NASRO's 40-hour basic course, or a course that the state accepts
    in its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.phrases import Phrase, met_in

_PHRASES = (
    Phrase(
        r"NASRO[ -]certifi(?:ed|cation)|certified (?:by|through|with) (?:the )?NASRO",
        "name the course and its hours: `has completed NASRO's 40-hour basic course`",
    ),
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for met in met_in(analysis, _PHRASES, *Part):
        message = f"`{met.words}`: NASRO trains officers, it does not certify them"
        yield warning("MB715", message, met.at, met.instead)


RULE = Rule("MB715", _check, __doc__)

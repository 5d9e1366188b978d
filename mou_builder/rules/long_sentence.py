"""A sentence is too long.

## What it finds

A sentence of more than 38 words in a provision, a summary or the help of a question.
What an answer, a citation or a reference prints counts as one word.

## Why it is bad

Two ideas in one sentence share one condition and one exception, and later nobody knows which
belongs to which.
A principal does not understand it at first reading.

## Example

    The District shall give the SRO a room in each School with a door that can be locked and a
    telephone and shall keep the room free of other uses during the School Year unless the Principal
    and the SRO agree on another room.

## Write instead

Two sentences, or a lead-in and a list.

    The District shall give the SRO a room in each School, with a door that can be locked and a
    telephone. It shall keep the room free of other uses during the School Year, unless the
    Principal and the SRO agree on another room.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import ELSEWHERE, Analysis, Part

LONGEST = 38


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for sentence in analysis.sentences(Part.TEXT, Part.SUMMARY, Part.QUESTION):
        words = sentence.text.split()
        if len(words) > LONGEST:
            at = sentence.position(0, len(words[0]))
            message = f"a sentence of {len(words)} words: `{' '.join(words[:5])} {ELSEWHERE}`"
            yield warning("MB701", message, at, "make it two sentences, or a lead-in with a list")


RULE = Rule("MB701", _check, __doc__)

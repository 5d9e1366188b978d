"""A school year before the agreement.

## What it finds

In the office's own words, a school year such as `2023-24` that ends before every date among the
answers. A sentence that says what is replaced, or what was before, is left alone.

## Why it is bad

It is left from last time's agreement, and the provision then speaks of a year that is over.

## Example

In an agreement that begins on July 1, 2026:

    The Parties meet twice in the 2023-2024 school year.

## Write instead

`each School Year`, or a date from the answers.

    The Parties meet twice in each School Year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis

_YEARS = re.compile(r"\b(20\d\d) ?[-\u2013/] ?((?:20)?\d\d)\b(?![-/]\d)")
_HISTORY = re.compile(
    r"\b(?:replac\w+|supersed\w+|earlier|former\w*|previous\w*|prior|since|was|were|had|began)\b",
    re.IGNORECASE,
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    days = [each.value for each in analysis.given if isinstance(each.value, date)]
    if not days:
        return
    first = min(days).year
    own = (each for passage in analysis.passages if passage.own for each in passage.sentences)
    for sentence in own:
        if _HISTORY.search(sentence.text):
            continue
        for found in _YEARS.finditer(sentence.typed):
            begins, ends = int(found[1]), int(found[1][:2] + found[2][-2:])
            if ends == begins + 1 and ends < first:
                message = f"`{found[0]}` is over before this agreement begins"
                at = sentence.position(found.start(), len(found[0]))
                yield warning("MB733", message, at, "write `each School Year`, or the year meant")


RULE = Rule("MB733", _check, __doc__)

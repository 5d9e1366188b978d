"""`immediately`, with nothing to count from.

## What it finds

`immediately` or `at once` that no `after`, `when`, `before` or the like follows, in a sentence that
names no event before it with `if`, `when`, `after` or `as soon as`.

## Why it is bad

Nobody can say when the duty was due, so nobody can say that it was not met.

## Example

    The Agency shall immediately notify the Superintendent of an arrest.

## Write instead

The event and a time, counted from something that both sides can see.

    The Agency shall tell the Superintendent of an arrest within two hours after it.
    The Agency shall tell the Superintendent immediately after an arrest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.phrases import Phrase, met_in

_PHRASES = (
    Phrase(
        r"immediately(?! (?:after|afterwards|before|when|once|upon|following|preceding|adjacent"
        r"|next|prior|available|dangerous|effective))",
        "write after which event, and within how many hours: `within two hours after ...`",
    ),
)
_EVENT = re.compile(r"\b(?:if|when|whenever|after|upon|once|as soon as)\b", re.IGNORECASE)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for met in met_in(analysis, _PHRASES, Part.TEXT, Part.TABLE, Part.SUMMARY):
        if not _EVENT.search(met.before):
            yield warning("MB711", f"`{met.words}` from which moment?", met.at, met.instead)


RULE = Rule("MB711", _check, __doc__)

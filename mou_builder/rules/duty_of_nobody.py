"""A duty that does not say whose it is.

## What it finds

A `shall` after a thing, a person whom the sentence does not name, or a passive: "reports shall be
sent", "it shall be ensured that", "the District shall be told".

## Why it is bad

When the duty is not met, nobody is in breach. Each side remembers that the other was to do it.

## Example

    Reports shall be sent to the Superintendent each month.

## Write instead

The party first, then `shall`. What is so without anybody's doing stands in the present tense.

    The Agency shall send a report to the Superintendent each month.
    This Agreement is governed by the law of the state.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis
from mou_builder.rules.analysis.duties import duties_in

_HINT = "begin with the party that does it: `The ... shall ...`; for a fact use the present tense"


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for duty, is_borne in duties_in(analysis):
        if duty.is_passive or not (is_borne or duty.is_officials):
            message = f"`{duty.subject} shall` does not say which party has to do it"
            yield warning("MB705", message, duty.at, _HINT)


RULE = Rule("MB705", _check, __doc__)

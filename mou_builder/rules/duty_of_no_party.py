"""A duty on somebody who is no party.

## What it finds

A `shall` of an officer, a principal, a superintendent, a student, a parent, a board, a committee or
another who does not sign.

## Why it is bad

An agreement binds those who make it. A duty of an officer or a student is nobody's: the other party
has no claim for it, and it says nothing of who is to see to it.

## Example

    The SRO shall attend the safety meeting.

## Write instead

The party has the duty to see to it, or the present tense states what the person does.

    The Agency shall have the SRO attend the safety meeting.
    The District shall direct each Principal to share the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis
from mou_builder.rules.analysis.duties import duties_in

_HINT = "write which party sees to it: `The District shall direct the ... to ...`"


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for duty, is_borne in duties_in(analysis):
        if not is_borne and not duty.is_passive and duty.is_officials:
            message = f"`{duty.subject} shall` puts a duty on somebody who is no party"
            yield warning("MB706", message, duty.at, _HINT)


RULE = Rule("MB706", _check, __doc__)

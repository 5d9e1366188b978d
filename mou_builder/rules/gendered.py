"""A word that means men or women alone.

## What it finds

`he`, `she`, `his`, `her` and their like, and words such as `chairman` and `manpower`.
In notes and in the help of questions `his or her` may stand; in provisions it may not.

## Why it is bad

The text then leaves out half of those whom it is about, and has to be changed with each officer.

## Example

    The SRO shall wear his uniform and report to the chairman.

## Write instead

The noun again, `the`, or the plural.

    The SRO wears the uniform and reports to the chair.
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
        r"he|she|his|her|hers|him|himself|herself|s/he",
        "write the noun again, `the`, or the plural",
    ),
    Phrase(r"chair(?:man|men|woman|women)", "write `chair`"),
    Phrase(r"police(?:man|men|woman|women)", "write `officer`"),
    Phrase(r"(?:council|alder|congress)(?:man|men|woman|women)", "write `member of the council`"),
    Phrase(r"spokes(?:man|men|woman|women)", "write `speaker` or `spokesperson`"),
    Phrase(r"fire(?:man|men)", "write `firefighter`"),
    Phrase(r"(?:man|men) hours|man-hours?|manhours?", "write `hours of work`"),
    Phrase(r"manpower|manned", "write `staff`, `staffed`"),
    Phrase(r"workm[ae]n['\u2019]s compensation", "write `workers' compensation`"),
)
_PROVISION = (Part.TEXT, Part.TABLE, Part.HEADING, Part.SUMMARY, Part.FORM)
_BOTH = re.compile(
    r"\b(?:he or she|she or he|his or hers?|hers? or his|him or her|her or him"
    r"|himself or herself|herself or himself)\b",
    re.IGNORECASE,
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for met in met_in(analysis, _PHRASES, *Part):
        if met.sentence.passage.part in _PROVISION or not _is_of_both(met.sentence.text, met.start):
            yield warning("MB714", f"`{met.words}` leaves people out", met.at, met.instead)


def _is_of_both(text: str, start: int) -> bool:
    return any(found.start() <= start < found.end() for found in _BOTH.finditer(text))


RULE = Rule("MB714", _check, __doc__)

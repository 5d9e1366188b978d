"""Words and figures that disagree.

## What it finds

A number in words with another one in figures after it: `five (4) officers`, `twenty percent (25%)`.

## Why it is bad

Courts follow the words, budgets the figures. One of the two was changed and the other forgotten.

## Example

    The Agency shall assign five (4) SROs.

## Write instead

The figure alone, printed from the answer; a house style may ask for words beside it, and then the
program writes both.

    The Agency shall assign {{ staffing.officers | count }} SROs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.language import forms
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part

_WORD = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million)"
)
_BOTH = re.compile(
    rf"\b({_WORD}(?:(?:[ -]| and ){_WORD})*)(?: percent| dollars)? ?\(\$?([\d,]+)(?:\.00)? ?"
    r"(?:%|percent)?\)",
    re.IGNORECASE,
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for passage in analysis.only(Part.TEXT, Part.TABLE, Part.SUMMARY, Part.HEADING):
        for found in _BOTH.finditer(passage.typed):
            figure = int(found[2].replace(",", "") or "0")
            if _plain(found[1]) != _plain(forms.in_words(figure)):
                message = f"`{found[1]}` and `{found[2]}` are not the same number"
                hint = "write the figure alone, or print it from the answer"
                at = passage.position(found.start(), len(found[0]))
                yield warning("MB730", message, at, hint)


def _plain(words: str) -> str:
    return " ".join(each for each in re.split(r"[ -]", words.lower()) if each != "and")


RULE = Rule("MB730", _check, __doc__)

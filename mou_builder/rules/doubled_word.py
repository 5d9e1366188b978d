"""A word that stands twice.

## What it finds

`the the`, `of of` and the like, in all texts. `that that` and `had had` may be meant.

## Why it is bad

It is a slip of cutting and pasting, and tells the other side how carefully the rest was read.

## Example

    The Agency shall tell the the Principal.

## Write instead

    The Agency shall tell the Principal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part

_TWICE = re.compile(r"\b([A-Za-z]+) \1\b", re.IGNORECASE)
_MEANT = frozenset({"that", "had", "is", "ii"})


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for passage in analysis.only(*(each for each in Part if each is not Part.TABLE)):
        for found in _TWICE.finditer(passage.text):
            if found[1].lower() not in _MEANT:
                at = passage.position(found.start(), len(found[0]))
                yield warning("MB732", f"`{found[0]}`: a word stands twice", at, "take one out")


RULE = Rule("MB732", _check, __doc__)

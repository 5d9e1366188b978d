"""A blank typed by hand, or words that stand for what is still to come.

## What it finds

`____`, `TBD`, `to be determined`, `XXX`, `[insert name]` and their like, in texts and in answers.

## Why it is bad

It is printed as it stands, into the document that is signed. `--final` refuses it in answers and in
the office's own words; in a draft, and in a clause of the library, only this warning tells of it.

## Example

    The Agency shall pay $______ by [DATE].

## Write instead

In an answer, nothing or `?`: it prints as a blank and is listed as open. An answer that is all
blank (`TBD`) is read so by itself. In a text, the answer.

    The Agency shall pay {{ funding.amount | money }} by {{ funding.first_due | date }}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, Position, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part

_BLANK = re.compile(
    r"_{3,}|\bTB[DA]\b|\b(?:to be (?:determined|announced|inserted|filled in))\b"
    r"|\bX{3,}\b|\b[Xx]{4,}\b|\?{2,}"
    r"|\[(?:insert|name|date|amount|number|title|address|party|district|agency|city|county|school"
    r"|state|year|term|fill in|enter|to come)[^\]]*\]"
    r"|<(?:insert|name|date|amount|number|title|address)[^>]*>",
    re.IGNORECASE,
)
# "to be determined by the Chief" says who determines it: nothing is missing.
_DECIDED = re.compile(r" (?:by|under|in|as|at|on|each|from|jointly)\b")


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for passage in analysis.only(Part.TEXT, Part.TABLE, Part.HEADING, Part.SUMMARY):
        for found in _blanks(passage.typed):
            yield _warned(found[0], passage.position(found.start(), len(found[0])))
    for each in analysis.given:
        for found in _blanks(each.value) if isinstance(each.value, str) else ():
            yield _warned(found[0], each.at)


def _blanks(text: str) -> Iterator[re.Match[str]]:
    for found in _BLANK.finditer(text):
        if not (found[0].lower().startswith("to be") and _DECIDED.match(text, found.end())):
            yield found


def _warned(words: str, at: Position | None) -> Diagnostic:
    hint = "leave the answer empty, or print it in the text: `{{ article.key }}`"
    return warning("MB731", f"`{words}` is a blank that nobody would list as open", at, hint)


RULE = Rule("MB731", _check, __doc__)

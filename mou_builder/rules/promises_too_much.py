"""Words that promise more than anybody can keep.

## What it finds

`ensure`, `guarantee`, `protect all`, `at all times`, `highest standard`, `best practices`,
`best efforts`, `zero tolerance`, and, unless the sentence denies it, `partnership`, `joint venture`
and `agent`. Words between quotation marks are left alone: they are the law's, or somebody else's.

## Why it is bad

A party that ensures safety answers for every failure, whatever care it took. `Best practices` and
`highest standard` set a measure that nobody has written down. `Partnership` and `agent` have a
meaning in law: partners and principals answer for what the other does.

## Example

    The Agency shall ensure the safety of all Students at all times, following best practices.

## Write instead

What the party does, and by which measure.

    The Agency shall have one SRO at the School on each School Day, and shall train each SRO under
    Section 6.2.

To quote a law that uses such a word, put its words between quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.phrases import Phrase, met_in

_WHAT_IT_DOES = "say what the party does, by when and by which measure"
_PHRASES = (
    Phrase(r"ensur(?:e[sd]?|ing)", "write what the party does, or `see that`"),
    Phrase(r"guarantee(?:s|d|ing)?", "say what the party does if it fails"),
    Phrase(r"protect(?:s|ing)? all", _WHAT_IT_DOES),
    Phrase(r"at all times", "leave it out, or name the hours"),
    Phrase(r"highest (?:possible )?(?:professional )?standards?", "name the standard and its date"),
    Phrase(r"best practices?", "name the practice, or the text that describes it"),
    Phrase(r"(?:its |their )?best efforts?", "name the steps, or write `reasonable efforts`"),
    Phrase(r"zero[ -]tolerance", "say which conduct has which consequence"),
)
# Whoever denies a partnership, or lists agents among those who are covered, promises nothing.
_RELATIONS = (
    Phrase(r"partnerships?", "write `program`, or `work together`; partners answer for each other"),
    Phrase(r"joint ventures?", "write `program`; partners in a venture answer for each other"),
    Phrase(
        r"(?<!federal )(?<!immigration )(?<!enforcement )(?<!special )(?<!insurance )"
        r"(?<!fiscal )agents?",
        "say what the person may do for the party; a principal answers for an agent",
    ),
)
_DENIED = re.compile(r"\b(?:no|not|nor|neither|never|nothing|without)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:employees|officers|officials|volunteers|representatives|contractors)\b", re.IGNORECASE
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    parts = (Part.TEXT, Part.TABLE, Part.HEADING, Part.SUMMARY)
    for met in met_in(analysis, _PHRASES, *parts):
        yield warning("MB710", f"`{met.words}` promises more than can be kept", met.at, met.instead)
    for met in met_in(analysis, _RELATIONS, *parts):
        is_list = met.words.lower() == "agents" and _LISTED.search(met.sentence.text)
        if not _DENIED.search(met.before) and not is_list:
            message = f"`{met.words}` makes one party answer for another"
            yield warning("MB710", message, met.at, met.instead)


RULE = Rule("MB710", _check, __doc__)

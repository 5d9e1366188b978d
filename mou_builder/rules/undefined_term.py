"""A word with a capital that nothing defines.

## What it finds

After `the`, `each`, `a` and the like, words with capitals that are neither a defined term nor a
name: `the Program Manager`, `each Coordinator`. Names of laws, courts and states, abbreviations,
and whatever stands in an answer are left alone, and so are words between quotation marks.

## Why it is bad

A capital says: this word has a meaning of its own here. If nothing gives it one, each side has its
own. Often a term was changed elsewhere and one place was forgotten, such as a `Council` that is a
committee in every other section.

## Example

    The Program Manager shall keep the accounts for the Council.

## Write instead

The defined term, or a small letter. To define a term where it stands, print it with `define`.

    The Superintendent keeps the accounts.
    The Parties form a {{ define("Safety Committee") }} of four members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.places import PLACE
from mou_builder.rules.analysis.terms import lexicon_for, without_terms

_WORD = r"[A-Z][\w\u2019'-]*"
_USE = re.compile(
    r"(?:\b(?:[Tt]he|[Ee]ach|[Aa]n?|[Aa]ny|[Ee]very|[Nn]o|[Tt]his|[Tt]hat|[Tt]heir|[Ii]ts|[Ss]uch"
    r"|[Aa]nother|[Ee]ither|[Oo]ne|[Aa]ll|[Bb]oth)|\S[\u2019']s)"
    rf" ({_WORD}(?: (?:of (?:the )?|and )?{_WORD})*)"
)
_NAME = re.compile(
    r"\b(?:Acts?|Codes?|Laws?|Amendment|Constitution|Court|Title|University|College|Association"
    r"|Bureau|Institute|Foundation|Department of|Office of|Attorney General|Social Security"
    r"|Section|Subsection|Article|Paragraph|Exhibit|Appendix|Attachment|Schedule"
    r"|English|Spanish|Americans?|Internet|Indians?|Christmas|Thanksgiving|Easter"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|United States)\b"
)
_KINDS = frozenset(
    re.findall(
        r"\w+",
        "Agency Board Borough Center Chief City Committee Council County Department District"
        " Director Manager Mayor Office Officer Parish Police Principal Program School Schools"
        " Sheriff Superintendent Town Township Village",
    )
)
_ABBREVIATION = re.compile(r"[A-Z]{2}|^[A-Z]$")


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    lexicon = lexicon_for(analysis)
    for sentence in analysis.sentences(Part.TEXT):
        for found in _USE.finditer(without_terms(sentence, lexicon)):
            words = re.sub(r"[\u2019']s?$", "", found[1])
            if not _is_name(words, analysis):
                message = f"`{words}` has a capital like a term, and nothing defines it"
                at = sentence.position(found.start(1), len(words))
                hint = "use the defined term, write it with a small letter, or define it"
                yield warning("MB721", message, at, hint)


def _is_name(words: str, analysis: Analysis) -> bool:
    if any(each.search(words) for each in (_NAME, _ABBREVIATION, PLACE)):
        return True
    if any(each in words for each in analysis.states):
        return True
    # "Department" alone names nothing, though an answer holds "Northfield Police Department".
    return words not in _KINDS and any(words in each for each in analysis.words_given)


RULE = Rule("MB721", _check, __doc__)

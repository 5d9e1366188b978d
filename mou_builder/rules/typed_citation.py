"""A citation typed that the library has on file.

## What it finds

In the office's own words, the citation of a law that is among the facts on file.

## Why it is bad

A citation on file is listed as open until counsel has looked it up, is printed in one form, and is
changed in one place. A typed one is just words.
(In clauses of a library a typed citation is an error: MB530.)

## Example

    The Parties act under chapter 39.34 RCW.

## Write instead

    The Parties act under {{ cite("wa.interlocal") }}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.model.library import Fact
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part

_REPORTERS = tuple(
    re.compile(each)
    for each in (
        r"\bRCW\b",
        r"\bU\. ?S\. ?C\b|\bUSC\b",
        r"\bC\. ?F\. ?R\b|\bCFR\b",
        r"\bG\. ?S\.|\bGen\. Stat\.",
        r"\bCode\b",
    )
)
_NUMBER = re.compile(r"\d[\w.-]*\w|\d")
_SUBDIVISIONS = re.compile(r"(?:\(\w+\))+")


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    facts = [(each, _numbers(each.citation)) for each in analysis.facts.values()]
    for sentence in analysis.sentences(Part.TEXT, Part.TABLE):
        typed = sentence.typed
        reporter = next((each for each in _REPORTERS if each.search(typed)), None)
        if not sentence.passage.own or reporter is None:
            continue
        numbers = _numbers(typed)
        cited = [
            each for each, own in facts if own and own <= numbers and reporter.search(each.citation)
        ]
        found = reporter.search(typed)
        if cited and found:
            fact = _nearest(cited, typed)
            message = f"`{fact.citation}` is on file, and typed here"
            at = sentence.position(found.start(), len(found[0]))
            yield warning("MB725", message, at, f'write `{{{{ cite("{fact.id}") }}}}`')


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(_SUBDIVISIONS.sub("", text)))


def _nearest(facts: list[Fact], typed: str) -> Fact:
    """Return the fact whose citation stands there as it is, else the one for the whole law."""
    exact = [each for each in facts if each.citation in typed]
    return max(exact, key=_length) if exact else min(facts, key=_length)


def _length(fact: Fact) -> int:
    return len(fact.citation)


RULE = Rule("MB725", _check, __doc__)

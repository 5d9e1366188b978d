"""The name of a place that is no part of this agreement.

## What it finds

In the office's own words, a city, county, school, district or police department by name, when no
answer holds that name: not a party's, a school's, an address's.

## Why it is bad

It is usually left from the agreement that served as a model. A board then approves a text in which
another town has the duties.

## Example

In an agreement of Northfield:

    The Agency shall keep the radios that the City of Eastmere bought.

## Write instead

The role, or the name as the answers have it. A place that is really meant, such as the county of a
juvenile court, may stay; the warning is then only a reminder.

    {{ the.agency }} shall keep the radios that it bought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis
from mou_builder.rules.analysis.places import PLACE

# What begins a sentence, or is in the name of every place, names none.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the a an each any every this that these those in at on for by of and or no all both its"
        " their if when where after before while with under such another city town village county"
        " school schools district public police sheriff unified high middle elementary charter",
    )
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    known = {word for each in analysis.words_given for word in _words(each)}
    for passage in analysis.passages if analysis.of_agreement else ():
        if not passage.own:
            continue
        for found in PLACE.finditer(passage.typed):
            named = _words(found["after"] or found["before"]) - _COMMON
            if named and not named & known:
                start = found.start() + _common_words(found[0])
                words = found[0][start - found.start() :]
                message = f"`{words}` is named here, and nowhere in the answers"
                hint = "write the role, such as `{{ the.agency }}`, if it is left from another text"
                yield warning("MB724", message, passage.position(start, len(words)), hint)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w\u2019'-]+", text.casefold()))


def _common_words(name: str) -> int:
    """Return how many characters of a name come before its first own word."""
    first = re.match(r"(?:The|An?|Each|Any|Every|This|That|In|At|On|For|By|If|When) ", name)
    return first.end() if first else 0


RULE = Rule("MB724", _check, __doc__)

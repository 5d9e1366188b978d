"""A promise with `will`.

## What it finds

`will` as the verb of a provision. In a clause within a sentence ("what the School will do") it is
an ordinary future, and stays.

## Why it is bad

Where some sentences say `shall` and others `will`, a court may ask what the difference is:
a duty, an intention, or a forecast.

## Example

    The Agency will send a substitute.

## Write instead

`shall` for a duty of a party, and the present tense for what is so or what somebody does.

    The Agency shall send a substitute.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.duties import is_promised
from mou_builder.rules.analysis.phrases import Phrase, met_in

# "at will" and "last will" are nouns.
_WILL = (
    Phrase(
        r"(?<!at )(?<!last )(?<!free )(?<!good )will",
        "write `shall` for a duty of a party, and the present tense for what is so",
    ),
)


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for met in met_in(analysis, _WILL, Part.TEXT, Part.TABLE):
        if is_promised(met.sentence.text, met.start):
            yield warning("MB702", "`will` leaves open whether it is a duty", met.at, met.instead)


RULE = Rule("MB702", _check, __doc__)

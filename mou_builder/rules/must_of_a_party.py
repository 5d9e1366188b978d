"""A duty of a party with `must`.

## What it finds

A party that `must` do something, as the verb of a provision.

## Why it is bad

In these agreements `must` states a condition ("the course must be one that the state approves") or
a duty that comes from law. A duty that the parties take on here is `shall`; two words for one thing
invite the question what the difference is.

## Example

    The District must pay each invoice within 30 days.

## Write instead

    The District shall pay each invoice within 30 days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.duties import is_promised


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    parties = "|".join(sorted(map(re.escape, analysis.parties)))
    pattern = re.compile(rf"(?:^|\W)(?:{parties}) (must)\b")
    for sentence in analysis.sentences(Part.TEXT):
        for found in pattern.finditer(sentence.text):
            if is_promised(sentence.text, found.start(1)):
                message = f"`{found[0].strip()}` puts a duty on a party without `shall`"
                at = sentence.position(found.start(1), len("must"))
                yield warning("MB704", message, at, "write `shall`")


RULE = Rule("MB704", _check, __doc__)

"""A term that the library defines and nothing uses.

## What it finds

A definition of the library whose term no text of a clause, exhibit or instrument uses. An agreement
prints only the definitions that it uses; what is defined in the text of a clause and not used there
is said by `check` (MB607).

## Why it is bad

The definition never prints. Usually a text says the same thing in other words, and then its meaning
is not the one that was settled.

## Example

    defines: Threat Team            # while the texts speak of the threat assessment group

## Write instead

The exact words of the term in the texts, or no definition.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis
from mou_builder.rules.analysis.terms import lexicon_for, terms_in


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    if analysis.of_agreement:
        return
    lexicon = lexicon_for(analysis)
    used = {
        (term, each.where.partition("/")[0])
        for each in analysis.passages
        for term in terms_in(each, lexicon)
    }
    for each in analysis.defined:
        # The words for the officer, and those of an opening, stand in every agreement.
        if not each.is_opening and not any(
            term == each.term and where != each.where for term, where in used
        ):
            message = f"`{each.where}` defines “{each.term}”, which no text uses"
            hint = "use the exact words of the term, or take the definition out"
            yield warning("MB720", message, each.at, hint)


RULE = Rule("MB720", _check, __doc__)

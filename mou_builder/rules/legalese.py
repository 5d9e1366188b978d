"""Words that only old agreements use, and doublets.

## What it finds

Compounds such as `herein`, `hereto`, `thereof` and `aforesaid`; `witnesseth`, `null and void`,
`any and all`, `pursuant to`, `prior to`, `in the event`, `including but not limited to`,
`provided that` and their like, in provisions. The opening and the closing have the instrument's
own form, and are left alone.

## Why it is bad

They add nothing that a court reads, and keep those who have to follow the agreement from
understanding it. `Provided that` hides whether a condition, an exception or a new duty follows.
Of two words for one thing, one is idle, and a reader looks for the difference.

## Example

    The parties hereto may terminate this Agreement at any time, provided that notice is given.

## Write instead

    A Party may end this Agreement at any time by 30 days' written notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part
from mou_builder.rules.analysis.phrases import Phrase, met_in

_PHRASES = (
    Phrase(r"here(?:in|to|of|by|under|with|after|inafter|inabove|inbelow|tofore|unto)",
           "name it: `in this {{ agreement }}`, `under this section`; `hereby` adds nothing"),
    Phrase(r"there(?:of|in|to|by|under|upon|with|after|for|from|tofore)",
           "name it again, or write `its`, `then`"),
    Phrase(r"where(?:of|in|to|by|upon|as)", "name it, or begin a sentence of its own"),
    Phrase(r"(?:afore|above)(?:said|mentioned)", "name it"),
    Phrase(r"said(?= (?:part(?:y|ies)|notice|agreement|district|city|county|agency|schools?"
           r"|services?|program|funds?|property)\b)",
           "write `the` or `that`"),
    Phrase(r"witnesseth|know all men by these presents", "leave it out"),
    Phrase(r"null and void", "write `void`"),
    Phrase(r"any and all", "write `all` or `any`"),
    Phrase(r"each and every", "write `each`"),
    Phrase(r"full force and effect", "write `in effect`"),
    Phrase(r"terms and conditions", "write `terms`"),
    Phrase(r"cease and desist", "write `stop`"),
    Phrase(r"due and (?:payable|owing)", "write `due`"),
    Phrase(r"sole and exclusive", "write `sole`, or `only`"),
    Phrase(r"by and (?:between|through)", "write `between`, or `through`"),
    Phrase(r"pursuant to", "write `under`"),
    Phrase(r"prior to", "write `before`"),
    Phrase(r"subsequent to", "write `after`"),
    Phrase(r"forthwith", "say within how many hours or days"),
    Phrase(r"notwithstanding", "write `despite`, or state the exception where the rule stands"),
    Phrase(r"in the event(?: that| of)?", "write `if`"),
    Phrase(r"in lieu of", "write `instead of`"),
    Phrase(r"inter alia|mutatis mutandis", "say it in English"),
    Phrase(r"includ(?:ing|es?),? but (?:is |are )?not limited to",
           "write `including`: the definitions say that it does not limit"),
    Phrase(r"provided,? (?:however,? )?that(?! (?:day|week|month|year|school))|provided,? however",
           "begin a sentence of its own, with `if`, `unless`, or `except that`"),
    Phrase(r"shall and will|will and shall", "write `shall`"),
)  # fmt: skip


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    for met in met_in(analysis, _PHRASES, Part.TEXT, Part.TABLE, Part.HEADING, Part.SUMMARY):
        message = f"`{met.words}` is said more plainly today"
        yield warning("MB712", message, met.at, met.instead)


RULE = Rule("MB712", _check, __doc__)

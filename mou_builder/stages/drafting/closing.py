"""Builds what stands after the articles: closing words, signatures, exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.language import Scope, judge
from mou_builder.model.document import (
    DraftBlock,
    DraftInline,
    Exhibit,
    Role,
)
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.selection import Selection, Truth
from mou_builder.model.style import NumberFormat, NumberingScheme
from mou_builder.stages.counting import formatted
from mou_builder.stages.drafting.sections import Drafting, in_role
from mou_builder.stages.drafting.wording import worded

Inlines = tuple[DraftInline, ...]
_PLACEHOLDER = re.compile(r"%([1-9])")


def closing_words(drafting: Drafting) -> tuple[DraftBlock, ...]:
    """Return the paragraphs between the last article and the signatures."""
    words = drafting.instrument.closing
    return drafting.paragraphs(words, "closing", Role.CLOSING) if words else ()


def exhibit_labels(
    library: Library, instrument: Instrument, selection: Selection, scope: Scope
) -> dict[str, str]:
    """Return the exhibits of the agreement by id, with their labels: "Exhibit A" and so on.

    They are those that the instrument lists, then those that a chosen text names, unless their
    condition is no.
    """
    texts = [each.text for each in selection.chosen]
    texts += [each.text for each in scope.answers.decisions.additional]
    named = [each for text in texts for each in text.uses.exhibits]
    listed = dict.fromkeys((*instrument.exhibits, *named))
    present = [
        each
        for each in listed
        if each in library.exhibits
        and judge(library.exhibits[each].when, scope).truth is not Truth.NO
    ]
    return {
        each: f"Exhibit {formatted(number, NumberFormat.UPPER_LETTER)}"
        for number, each in enumerate(present, 1)
    }


def exhibits(drafting: Drafting) -> Iterator[DraftBlock]:
    """Yield the exhibits, each with its own numbering."""
    level = exhibit_level(drafting.scheme)
    for name, label in drafting.scope.exhibits.items():
        form = drafting.library.exhibits[name]
        anchor = f"exhibit.{form.id}"
        content = in_role(drafting.blocks(form.text, anchor, level), Role.EXHIBIT_BODY)
        yield Exhibit(anchor, label, worded(form.title, drafting.scope), content)


def exhibit_level(scheme: NumberingScheme) -> int:
    """Return the level at which an exhibit's own numbers start.

    It is the first one whose number stands for itself: without a word and without higher levels.
    """
    for number, level in enumerate(scheme.levels):
        places = {int(each) - 1 for each in _PLACEHOLDER.findall(level.text)}
        if places == {number} and not any(each.isalpha() for each in level.text):
            return number
    return 0

"""Small pieces of text: headings with the officer's word in them, values, plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import assert_never

from mou_builder.language import Scope, forms
from mou_builder.model.document import (
    Blank,
    Citation,
    CrossReference,
    Definition,
    DraftInline,
    Emphasis,
    ExhibitUse,
    Filled,
    LineBreak,
    PendingReference,
    TermUse,
    Text,
)
from mou_builder.model.names import OfficerClass
from mou_builder.model.values import Unanswered, Value

_NAME = re.compile(r"\{\{ *(\w+) *\}\}")


def worded(text: str, scope: Scope) -> str:
    """Return a heading or term with `{{ officer }}` and its like as this agreement words them."""
    if "{{" not in text:
        return text
    officer = scope.officer if isinstance(scope.officer, OfficerClass) else None
    words = {
        "officer": officer.term if officer else "[officer]",
        "officers": officer.terms if officer else "[officers]",
        "officer_full": officer.full if officer else "[officer]",
        "agreement": scope.agreement,
        "state_name": scope.state_name or "[state]",
    }
    return _NAME.sub(lambda found: words.get(found[1], found[0]), text)


def value_inlines(value: Value, path: str, label: str, scope: Scope) -> tuple[DraftInline, ...]:
    """Return the value's words, a blank while it is unanswered, nothing for `none`."""
    if isinstance(value, Unanswered):
        return (Blank(next(iter(value.questions), path), label),)
    if isinstance(value, date):
        return (Filled(forms.date(value, scope.forms), path),)
    return (Filled(value, path),) if isinstance(value, str) and value else ()


def plain_words(inlines: Iterable[DraftInline]) -> str:
    """Return the words of a title or name without any marks; a blank in brackets."""
    return "".join(_words(each) for each in inlines)


def _words(inline: DraftInline) -> str:
    match inline:
        case Text(words) | Emphasis(words) | Definition(words):
            return words
        case Filled(words) | Citation(_, words) | TermUse(_, words) | ExhibitUse(_, words):
            return words
        case Blank(_, label):
            return f"[{label}]"
        case CrossReference(_, noun, label, name):
            return f"{noun} {label}{name}"
        case PendingReference() | LineBreak():
            return " "
        case _:
            assert_never(inline)

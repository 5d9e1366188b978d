"""Says which of counsel's confirmations of citations are in force on a day, and why others are not.

A confirmation is about a fact as it was on file, and about the law on the day it was looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from mou_builder.diagnostics import Diagnostic, open_item
from mou_builder.language.arithmetic import add_months
from mou_builder.model.answers import Confirmation
from mou_builder.model.library import Fact

MONTHS = 12
"""How long the law on a subject counts as looked up: legislatures meet each year or second year."""


def in_force(
    confirmed: Mapping[str, Confirmation], facts: Mapping[str, Fact], as_of: date
) -> frozenset[str]:
    """Return the facts that are confirmed on that day."""
    return frozenset(
        each.fact
        for each in confirmed.values()
        if each.fact in facts and not any(_faults(each, facts[each.fact], as_of))
    )


def not_in_force(confirmation: Confirmation, fact: Fact, as_of: date) -> Diagnostic | None:
    """Return the open item that says why a confirmation does not count, None where it does."""
    return next(_faults(confirmation, fact, as_of), None)


def line_to_paste(fact: Fact, source: str = "") -> str:
    """Return the whole line that confirms a fact as it stands on file."""
    where = '"{}"'.format(source.replace('"', "'")) if source else "where it was read"
    who = "by: name of counsel, on: date"
    return f"confirmed.{fact.id}: {{{who}, source: {where}, digest: {fact.digest}}}"


def _faults(confirmation: Confirmation, fact: Fact, as_of: date) -> Iterator[Diagnostic]:
    """Yield what keeps the confirmation from counting, what asks for a new one first."""
    subject = f"the confirmation of `{fact.words}` ({fact.name})"
    if as_of > add_months(confirmation.on, MONTHS):
        message = (
            f"{subject} of {confirmation.on} is more than {MONTHS} months old on {as_of}, "
            "the day of this document"
        )
        yield _again(message, confirmation, fact)
    if as_of < confirmation.on:
        message = f"{subject} is of {confirmation.on}, after {as_of}, the day of this document"
        yield _again(message, confirmation, fact)
    if confirmation.digest and confirmation.digest != fact.digest:
        message = (
            f"{subject} is about another text: its digest is `{confirmation.digest}`, "
            f"that of the fact on file now `{fact.digest}`"
        )
        yield _again(message, confirmation, fact)
    lacking = [
        words
        for words, found in (
            ("`source:` with where it was read", confirmation.source),
            (f"`digest: {fact.digest}`", confirmation.digest),
        )
        if not found
    ]
    if lacking:
        missing = "what was read" if not confirmation.source else "which text it is about"
        message = f"{subject} does not say {missing}"
        hint = f"counsel adds {', and '.join(lacking)}, to `{fact.id}:` under `confirmed:`"
        yield open_item("MB622", message, confirmation.at, hint)


def _again(message: str, confirmation: Confirmation, fact: Fact) -> Diagnostic:
    line = line_to_paste(fact, confirmation.source)
    return open_item(
        "MB623", message, confirmation.at, f"counsel checks it again and writes `{line}`"
    )

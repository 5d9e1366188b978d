"""Judges the cross-checks that the library declares between answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mou_builder.diagnostics import Diagnostic, Position, Related, error, warning
from mou_builder.language import Scope, judge, parse_template, render_inlines
from mou_builder.model.answers import Answer
from mou_builder.model.document import Blank, Filled, Text
from mou_builder.model.library import Article
from mou_builder.model.question import Check
from mou_builder.model.selection import Reason, Truth

_NOWHERE = Position("", 1, 1)


def failed_checks(
    articles: Iterable[Article], answered: Mapping[str, Answer], scope: Scope
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each check that is known not to hold; the unknown ones say nothing."""
    for article in articles:
        for check in article.checks:
            if judge(check.when, scope).truth is not Truth.YES:
                continue
            verdict = judge(check.holds, scope)
            if verdict.truth is Truth.NO:
                yield _failure(check, verdict.reasons, answered, scope)


def _failure(
    check: Check, reasons: tuple[Reason, ...], answered: Mapping[str, Answer], scope: Scope
) -> Diagnostic:
    reported = answered.get(check.answer)
    at = reported.at if reported else None
    related = [
        Related(f"{each.answer} is {each.reads}", each.at)
        for each in reasons
        if each.answer != check.answer
    ]
    say = warning if check.severity == "warning" else error
    return say("MB318", _words(check, scope), at, check.hint or None, related)


def _words(check: Check, scope: Scope) -> str:
    """Return the message with its values filled in; as declared, if it cannot be rendered."""
    parsed = parse_template(check.message, check.at or _NOWHERE)
    rendered = render_inlines(parsed.value, scope, clause=check.id) if parsed.value else None
    if rendered is None or rendered.value is None:
        return check.message
    words = ""
    for each in rendered.value:
        if isinstance(each, Text):
            words += each.text
        elif isinstance(each, Filled):
            words += each.words
        elif isinstance(each, Blank):
            words += each.label
    return words

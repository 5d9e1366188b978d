"""What a final document asks for beyond a draft: a review, no blank, nothing left open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mou_builder.diagnostics import Diagnostic, Position, Severity, error
from mou_builder.model.agreement import Agreement
from mou_builder.model.answers import Answers
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.selection import Selection


def weighed(diagnostics: Iterable[Diagnostic], *, final: bool) -> tuple[Diagnostic, ...]:
    """Return the diagnostics once each; for a final document each open item is an error."""
    once = dict.fromkeys(diagnostics)
    if not final:
        return tuple(once)
    return tuple(
        replace(each, severity=Severity.ERROR) if each.severity is Severity.OPEN else each
        for each in once
    )


def unreviewed(answers: Answers, *, final: bool) -> tuple[Diagnostic, ...]:
    """Return the fault of a final document that does not say who reviewed it; none of a draft."""
    if not final or answers.decisions.review is not None:
        return ()
    fault = error(
        "MB970",
        "a final document needs to say who reviewed it",
        Position(answers.file, 1, 1),
        "add `review: {by: name of counsel, for: whom, on: date}`, or `review: none`",
    )
    return (fault,)


def typed_blanks(
    agreement: Agreement,
    library: Library,
    instrument: Instrument,
    answers: Answers,
    selection: Selection,
) -> tuple[Diagnostic, ...]:
    """Return each blank in the office's own words, as an open item: nobody else would list it."""
    from mou_builder import rules  # noqa: PLC0415 - for a final document alone
    from mou_builder.rules.typed_blank import RULE  # noqa: PLC0415 - as above

    analysis = rules.of_agreement(agreement, library, instrument, answers, selection)
    found = RULE.check(analysis.of_own_words())
    return tuple(replace(each, severity=Severity.OPEN) for each in found)

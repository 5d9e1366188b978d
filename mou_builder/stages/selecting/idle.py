"""Finds answers that change nothing because the agreement's scope leaves out what uses them."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.language import questions_needed
from mou_builder.model.answers import Answer, Answers
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import ClauseScope, Library
from mou_builder.model.selection import Omitted, Selection
from mou_builder.model.values import NONE, Unanswered
from mou_builder.stages.selecting.candidates import OUT_OF_SCOPE

_TYPED = ("answer file", "--set")


def idle_answers(
    selection: Selection, library: Library, instrument: Instrument, answers: Answers
) -> Iterator[Diagnostic]:
    """Yield a warning for each answer that only clauses out of a core agreement's scope use."""
    if answers.decisions.scope == ClauseScope.FULL:
        return
    left_out = [each.clause for each in selection.omitted if each.why == OUT_OF_SCOPE]
    users = {each.id for each in left_out}
    others = [each for each in library.clauses.values() if each.id not in users]
    needed = questions_needed(instrument, library, others)
    for answer in answers.answers.values():
        if _typed(answer) and answer.question not in needed:
            wanted = _user(answer.question, selection.omitted, library, instrument)
            if wanted:
                yield _idle(answer, wanted)


def _typed(answer: Answer) -> bool:
    empty = answer.value is NONE or isinstance(answer.value, Unanswered)
    return answer.origin in _TYPED and not empty


def _user(
    question: str, omitted: tuple[Omitted, ...], library: Library, instrument: Instrument
) -> str:
    """Return the first clause out of scope that uses the question, or an empty text."""
    for each in omitted:
        if each.why == OUT_OF_SCOPE:
            clause = library.clauses[each.clause.id]
            if question in questions_needed(instrument, library, [clause]):
                return clause.id
    return ""


def _idle(answer: Answer, clause: str) -> Diagnostic:
    message = (
        f"`{answer.question}` is answered but not used: the scope `core` leaves out `{clause}`"
    )
    hint = f"write `scope: full`, or take the clause in by name under `choose:`, as `{clause}: ...`"
    return warning("MB302", message, answer.at, hint)

"""Finds answers that change nothing because the agreement's scope leaves out what uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.language import questions_needed
from mou_builder.model.answers import Answer, Answers
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Clause, ClauseScope, Library
from mou_builder.model.selection import Selection
from mou_builder.model.values import NONE, Unanswered
from mou_builder.stages.selecting.candidates import OUT_OF_SCOPE

_TYPED = ("answer file", "--set")


def idle_answers(
    selection: Selection, library: Library, instrument: Instrument, answers: Answers
) -> Iterator[Diagnostic]:
    """Yield a warning for each answer that only clauses out of a core agreement's scope use."""
    if answers.decisions.scope == ClauseScope.FULL:
        return
    out = (each.clause.id for each in selection.omitted if each.why == OUT_OF_SCOPE)
    left_out = [library.clauses[each] for each in out]
    users = {each.id for each in left_out}
    others = [each for each in library.clauses.values() if each.id not in users]
    needed = questions_needed(instrument, library, others)
    typed = filter(_typed, answers.answers.values())
    idle = [each for each in typed if each.question not in needed]
    wanted = _first_users(left_out, library) if idle else {}
    for answer in idle:
        if answer.question in wanted:
            yield _idle(answer, wanted[answer.question])


def _typed(answer: Answer) -> bool:
    empty = answer.value is NONE or isinstance(answer.value, Unanswered)
    return answer.origin in _TYPED and not empty


def _first_users(left_out: Iterable[Clause], library: Library) -> dict[str, str]:
    """Return for each question the first of these clauses that turns on it, by their ids."""
    users: dict[str, str] = {}
    for clause in left_out:
        for question in questions_needed(None, library, [clause]):
            users.setdefault(question, clause.id)
    return users


def _idle(answer: Answer, clause: str) -> Diagnostic:
    message = (
        f"`{answer.question}` is answered but not used: the scope `core` leaves out `{clause}`"
    )
    hint = f"write `scope: full`, or take the clause in by name under `choose:`, as `{clause}: ...`"
    return warning("MB302", message, answer.at, hint)

"""Which of the library's questions matter to one kind of agreement."""

from __future__ import annotations

from mou_builder.language import questions_needed
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Clause, ClauseScope, Library


def questions_asked(
    instrument: Instrument,
    library: Library,
    scope: ClauseScope = ClauseScope.FULL,
    state: str | None = None,
) -> frozenset[str]:
    """Return the ids of the questions that some text or condition of the instrument turns on."""
    clauses = clauses_of(instrument, library, scope, state)
    return questions_needed(instrument, library, clauses)


def clauses_of(
    instrument: Instrument,
    library: Library,
    scope: ClauseScope = ClauseScope.FULL,
    state: str | None = None,
) -> tuple[Clause, ...]:
    """Return the clauses that an agreement of this kind and scope could hold.

    `state` is the state's code, or None while any state is possible.
    """
    return tuple(
        each
        for each in library.clauses.values()
        if each.article in instrument.articles
        and each.id not in instrument.leave_out
        and (not instrument.only or each.id in instrument.only)
        and (instrument.only or scope in (each.scope, ClauseScope.FULL))
        and (state is None or each.state in ("", state))
    )

"""Which questions matter to a kind of agreement, and which one would settle an open item."""

from __future__ import annotations

import re

from mou_builder.diagnostics import Diagnostic
from mou_builder.language import questions_needed
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Clause, ClauseScope, Library
from mou_builder.model.question import Question

# Every diagnostic that comes from a question says so in these words.
ASKED = re.compile(r"asked by: ([\w.]+)")


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


def question_of(item: Diagnostic, library: Library) -> Question | None:
    """Return the question that would settle an open item, or None when it names none."""
    for related in item.related:
        found = ASKED.match(related.label)
        question = library.question(_without_numbers(found[1])) if found else None
        if question:
            return question
    return None


def _without_numbers(path: str) -> str:
    """Return the question's id for the path of a member of a group (`staffing.schools.2.name`)."""
    return ".".join(each for each in path.split(".") if not each.isdigit())

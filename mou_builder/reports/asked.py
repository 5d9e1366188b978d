"""Which questions matter to a kind of agreement, and which one would settle an open item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mou_builder.diagnostics import Diagnostic
from mou_builder.language import questions_needed
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Clause, ClauseScope, Library
from mou_builder.model.question import Question, Who

# Every diagnostic that comes from a question says so in these words.
ASKED = re.compile(r"asked by: ([\w.]+)(?:.*\((the [\w ]+|counsel)\))?")


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
    """Return the question that would settle an open item, or None when it names none.

    It is for whoever the item says can answer it: of one party that may be another than usual.
    """
    for found in _asked(item):
        question = library.asked_as(_without_numbers(found[1]))
        if question:
            who = next((each for each in Who if each.words == found[2]), question.who)
            return replace(question, who=who)
    return None


def key_of(item: Diagnostic) -> str | None:
    """Return the key under which the answer to an open item is typed, or None."""
    return next((found[1] for found in _asked(item)), None)


def _asked(item: Diagnostic) -> Iterator[re.Match[str]]:
    yield from filter(None, (ASKED.match(each.label) for each in item.related))


def _without_numbers(path: str) -> str:
    """Return the question's id for the path of a member of a group (`staffing.schools.2.name`)."""
    return ".".join(each for each in path.split(".") if not each.isdigit())

"""Says what the names in conditions and texts stand for in one agreement."""

from __future__ import annotations

from collections.abc import Mapping

from mou_builder.language import Scope, questions_of, role_terms
from mou_builder.model.answers import Answers
from mou_builder.model.instrument import Instrument
from mou_builder.model.law import Law
from mou_builder.model.library import Library
from mou_builder.model.names import OfficerClass
from mou_builder.model.values import Unanswered


def scope_of(library: Library, instrument: Instrument, answers: Answers) -> Scope:
    """Return the names as they are before clauses are chosen: `clauses` and `exhibits` unknown."""
    state = library.jurisdictions.get(answers.decisions.state)
    words: Mapping[str, str] = state.words if state else {}
    return Scope(
        answers,
        articles=frozenset((*instrument.articles, "parties")),
        questions=questions_of(library),
        roles=role_terms(instrument.roles, answers),
        instrument=instrument.id,
        agreement=instrument.term,
        state=answers.decisions.state,
        state_name=state.name if state else "",
        officer=officer_class(library, instrument, answers),
        words={**words, **instrument.words},
        facts=library.facts,
        law=state.law if state else Law(),
        uncited=answers.decisions.uncited,
    )


def officer_class(
    library: Library, instrument: Instrument, answers: Answers
) -> OfficerClass | Unanswered | None:
    """Return what the officer is called; None in an instrument without officers."""
    if not instrument.officer:
        return None
    chosen = answers.value(instrument.officer)
    known = library.officer_classes.get(chosen) if isinstance(chosen, str) else None
    return known or Unanswered((instrument.officer,))

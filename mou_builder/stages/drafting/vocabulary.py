"""Gathers every term that the library or this agreement could define."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.language import Scope
from mou_builder.language.terms import with_plurals
from mou_builder.model.agreement import KnownTerm
from mou_builder.model.answers import Answers
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.template import Template
from mou_builder.stages.drafting.naming import collective_roles
from mou_builder.stages.drafting.wording import worded


def vocabulary_of(
    library: Library, instrument: Instrument, answers: Answers, scope: Scope
) -> dict[str, KnownTerm]:
    """Return each known term, and the plural of those that the library defines.

    The parties' names go before the library's terms, and exact words before regular plurals.
    """
    known = dict(with_plurals(_of_clauses(library, scope)))
    known.update({each.term: each for each in _of_clauses(library, scope)})
    known.update({each.term: each for each in _of_instrument(instrument)})
    known.update({each.term: each for each in _of_parties(answers, scope)})
    return known


def _of_clauses(library: Library, scope: Scope) -> Iterator[KnownTerm]:
    """Yield the terms of definition clauses, and those that clauses define in their text."""
    inline: dict[str, KnownTerm] = {}
    for clause in library.clauses.values():
        where = f"the clause `{clause.id}`"
        for each in clause.alternatives:
            for term in each.text.uses.defines:
                inline.setdefault(term, KnownTerm(term, where, clause.id))
    yield from inline.values()
    for clause in library.clauses.values():
        if clause.defines and clause.state in ("", scope.state):
            term = worded(clause.defines, scope)
            yield KnownTerm(term, f"the clause `{clause.id}`", clause.id)


def _of_instrument(instrument: Instrument) -> Iterator[KnownTerm]:
    where = f"the opening of the instrument `{instrument.id}`"
    texts: list[Template | None] = [
        instrument.preamble,
        instrument.operative,
        instrument.closing,
        instrument.lead,
        *(each.text for each in instrument.recitals),
    ]
    for text in texts:
        for term in text.uses.defines if text else ():
            yield KnownTerm(term, where)


def _of_parties(answers: Answers, scope: Scope) -> Iterator[KnownTerm]:
    for role in collective_roles(scope.roles):
        yield KnownTerm(role.term, "the parties")
        yield KnownTerm(role.each, "the parties")
    for party in answers.parties:
        yield KnownTerm(party.short_name, "the parties")

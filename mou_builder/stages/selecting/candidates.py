"""Lists the clauses that an instrument may hold, in order, and why it cannot hold the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mou_builder.language import Scope, judge
from mou_builder.model.answers import Decisions
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Clause, ClauseScope, Jurisdiction, Library
from mou_builder.model.selection import Omitted, Truth


@dataclass(frozen=True, slots=True)
class Candidates:
    """The clauses to judge, in the order in which they are printed, and those ruled out before."""

    clauses: tuple[Clause, ...]
    omitted: tuple[Omitted, ...]


def candidates(library: Library, instrument: Instrument, scope: Scope) -> Candidates:
    """Return the instrument's clauses; a state's own clauses belong to that state alone."""
    replaced = _replaced(library, scope)
    articles = {each: number for number, each in enumerate(instrument.articles)}
    home = library.jurisdictions.get(scope.state)
    asked_by_law = frozenset(home.law.core if home else ())
    kept, omitted = [], []
    for clause in library.clauses.values():
        why = _ruled_out(clause, library, instrument, home, replaced)
        why = why or _out_of_scope(clause, instrument, scope.answers.decisions, asked_by_law)
        if why:
            omitted.append(Omitted(clause, why))
        else:
            kept.append(clause)

    def place(clause: Clause) -> tuple[int, int, str]:
        stands_for = library.clauses.get(clause.replaces, clause)
        return articles[clause.article], stands_for.order, clause.id

    return Candidates(tuple(sorted(kept, key=place)), tuple(omitted))


def replacements(clauses: Iterable[Clause]) -> dict[str, str]:
    """Return by the id of each clause replaced the id of the one that stands in for it."""
    return {each.replaces: each.id for each in clauses if each.replaces not in ("", each.id)}


def may_hold(instrument: Instrument, clause: Clause) -> bool:
    """Whether the instrument has a place for the clause, whatever the answers and the state."""
    listed = _listed((clause.id, clause.replaces), instrument)
    return (
        clause.article in instrument.articles and listed and clause.id not in instrument.leave_out
    )


def _listed(names: tuple[str, str], instrument: Instrument) -> bool:
    """Whether the instrument lists the clause, or one that it replaces, or lists none at all."""
    return not instrument.only or any(each in instrument.only for each in names)


OUT_OF_SCOPE = f"the scope `{ClauseScope.CORE}` leaves it out"


def _out_of_scope(
    clause: Clause, instrument: Instrument, decisions: Decisions, asked_by_law: frozenset[str]
) -> str:
    """Return why the scope leaves the clause out, else an empty text.

    An instrument that lists its only clauses is a scope of its own; the state's law may ask for a
    clause; and who chooses or rewords a clause by name wants it in.
    """
    named = clause.id in decisions.choose or clause.id in decisions.reword
    wanted = (
        named
        or clause.id in asked_by_law
        or bool(instrument.only)
        or clause.scope is ClauseScope.CORE
    )
    return "" if wanted or decisions.scope == ClauseScope.FULL else OUT_OF_SCOPE


def _replaced(library: Library, scope: Scope) -> dict[str, str]:
    """Return what is replaced here: by a clause of this state whose condition is not no."""
    standing = [
        each
        for each in library.clauses.values()
        if each.replaces
        and each.state in ("", scope.state)
        and judge(each.when, scope).truth is not Truth.NO
    ]
    return replacements(standing)


def _ruled_out(
    clause: Clause,
    library: Library,
    instrument: Instrument,
    home: Jurisdiction | None,
    replaced: dict[str, str],
) -> str:
    """Return why the clause cannot be in the agreement whatever the answers; else an empty text.

    What the state's law asks of every contract stands also where an instrument lists its clauses.
    """
    names = (clause.id, clause.replaces)
    if clause.article not in instrument.articles:
        return f"the article `{clause.article}` is not part of the instrument `{instrument.id}`"
    if clause.state and clause.state != (home.code if home else ""):
        other = library.jurisdictions.get(clause.state)
        return f"it is for agreements in {other.name if other else clause.state.upper()}"
    if any(each in instrument.leave_out for each in names):
        return f"the instrument `{instrument.id}` leaves it out"
    if not (_listed(names, instrument) or (home and clause.id in home.law.terms)):
        return f"the instrument `{instrument.id}` does not have it"
    if clause.id in replaced:
        return f"the clause `{replaced[clause.id]}` stands in for it"
    return ""

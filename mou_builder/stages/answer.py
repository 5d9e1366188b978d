"""The first stage: from what was typed to typed answers, parties and decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from mou_builder.diagnostics import Outcome, outcome
from mou_builder.language import uses_of
from mou_builder.model.answers import Answer, Answers, Party
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.raw import RawAnswers, RawList, RawMapping, RawNode
from mou_builder.stages.answering.articles import read_articles
from mou_builder.stages.answering.checks import failed_checks
from mou_builder.stages.answering.computing import Layers, fill_in
from mou_builder.stages.answering.decisions import read_decisions
from mou_builder.stages.answering.lines import spread
from mou_builder.stages.answering.ordering import in_order
from mou_builder.stages.answering.parties import read_parties
from mou_builder.stages.answering.placeholders import settled
from mou_builder.stages.answering.typed import Typed
from mou_builder.stages.scope import scope_of
from mou_builder.stages.selecting.candidates import may_hold


def answer(raw: RawAnswers, library: Library, instrument: Instrument) -> Outcome[Answers]:
    """Return the answers typed, placed and complete, and every problem with them in one run.

    Each question of the instrument's articles has an answer, be it Unanswered or NONE.
    """
    typed = Typed(_usage(library, instrument))
    # Once for whole answers, and once more for the parts of those typed on one line.
    raw = spread(settled(raw, library, typed), library, instrument, typed)
    raw = settled(raw, library, typed)
    parties = read_parties(raw.root.get("parties"), library, instrument, typed, raw.root.at)
    decisions, faults = read_decisions(raw.root, library, instrument)
    typed.faults.extend(faults)
    given = read_articles(raw, library, instrument, typed)
    # The scope reads this mapping while it fills, so that each default sees the earlier answers.
    answered: dict[str, Answer] = {"parties": _parties_answer(parties)}
    # What is missing beside dotted keys has no place: the first of them says another thing.
    partly = (each for each in raw.root.entries if not getattr(each.value, "partial", False))
    typed.places.update({each.key: each.value.at for each in partly})
    for path in _made_by_dotted_keys(raw.root.get("parties")):
        typed.places.pop(path, None)
    growing = Answers(raw.file, answered, parties, decisions, raw.digest, typed.places)
    scope = scope_of(library, instrument, growing)
    articles = [library.articles[each] for each in instrument.articles if each in library.articles]
    fill_in(in_order(articles), Layers(given, raw.profiles), answered, scope, typed)
    typed.faults.extend(failed_checks(articles, answered, scope))
    complete = replace(
        growing,
        answers=dict(answered),
        places=dict(typed.places),
        profiles=raw.profiles,
        lines=frozenset(typed.lines),
    )
    return outcome(complete, typed.faults)


def _made_by_dotted_keys(parties: RawNode | None) -> Iterator[str]:
    """Yield the paths of parties that have no lines of their own, only dotted keys."""
    members = parties.items if isinstance(parties, RawList) else ()
    for number, each in enumerate(members, 1):
        if isinstance(each, RawMapping) and each.partial:
            yield f"parties.{number}"


def _parties_answer(parties: tuple[Party, ...]) -> Answer:
    at = parties[0].at if parties else None
    return Answer("parties", tuple(each.record for each in parties), at)


def _usage(library: Library, instrument: Instrument) -> Callable[[str], tuple[str, ...]]:
    """Return a function that tells which clauses of the instrument use a question."""

    @cache
    def uses(identifier: str) -> frozenset[str]:
        clause = library.clauses[identifier]
        paths = [path for each in clause.alternatives for path in each.text.uses.answers]
        for condition in (clause.when, *(each.when for each in clause.alternatives)):
            paths.extend(uses_of(condition).answers if condition else ())
        return frozenset(paths)

    def used_by(question: str) -> tuple[str, ...]:
        found = []
        for clause in library.clauses.values():
            inner = (path for path in uses(clause.id) if f"{path}.".startswith(f"{question}."))
            if may_hold(instrument, clause) and any(inner):
                found.append(clause.id)
        return tuple(found[:_SHOWN])

    return used_by


_SHOWN = 3

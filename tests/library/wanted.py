"""What an agreement is to hold: a wording or an option, and all the ways to bring it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from mou_builder.model.library import Alternative, Clause
from mou_builder.model.question import Kind
from mou_builder.model.template import Expression
from tests.library import shipped
from tests.library.conditions import INSTRUMENT, STATE, Ground, ground_of, settled
from tests.library.relations import Name, requirements, rivals

# Answers that a cross-check asks for beside another.
BESIDE = {("funding.amount", "none"): {"funding.billing": "monthly"}}
# Answers that a cross-check refuses wherever the question is asked (`test_cross_checks.py`).
REFUSED = {
    ("information.district_service", "no"),
    ("information.controls_records", "no"),
    ("information.purpose_alone", "no"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """Answers by question id, and wordings by clause id, that bring in what is wanted."""

    typed: Mapping[str, str]
    choose: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wording of a clause, or an option of a question; and the ways that do, any of them."""

    instrument: str
    clause: str
    wording: str
    state: str
    ways: tuple[Way, ...]
    option: bool = False


@cache
def ground() -> Ground:
    """Return the shipped questions and instruments."""
    held = {name: each.articles for name, each in shipped.instruments().items()}
    return ground_of(shipped.library(), held)


def wordings() -> Iterator[Wanted]:
    """Yield every wording of the library, each in the first instrument that can hold it."""
    for clause, wording in shipped.wordings():
        yield wording_wanted(clause, wording)


def options() -> Iterator[Wanted]:
    """Yield every option of every question, `none` included."""
    home = next(iter(shipped.instruments().values()))
    for question in shipped.questions():
        yes_no = ["yes", "no"] if question.kind is Kind.YES_NO else []
        none = ["none"] if question.none_allowed else []
        ways = _answers([question.when], home.id)
        for typed in (*yes_no, *none, *(each.id for each in question.choices)):
            if (question.id, typed) in REFUSED:
                continue
            beside = BESIDE.get((question.id, typed), {})
            answered = tuple(Way({**way, **beside, question.id: typed}, {}) for way in ways)
            related = _ways_for_relations(question.id, typed, home.id)
            yield Wanted(home.id, question.id, typed, "", (*answered, *related), option=True)


def wording_wanted(clause: Clause, wording: Alternative, home: str = "") -> Wanted:
    """Return the wording, with all that it requires and without its rivals, in this instrument.

    With no instrument named it is the first in which answers bring the wording in.
    """
    return _wording_wanted((clause.id, wording.id), home)


@cache
def _wording_wanted(name: Name, home: str) -> Wanted:
    clause = shipped.library().clauses[name[0]]
    chosen = _with_needs(name)
    homes = [home] if home else [each.id for each in shipped.homes(clause)]
    ways = ((each, _ways(chosen, each)) for each in homes)
    named, found = next((each for each in ways if each[1]), (home, ()))
    return Wanted(named, *name, clause.state.upper(), found)


def _ways_for_relations(question: str, typed: str, home: str) -> Iterator[Way]:
    """Yield the ways to bring in wordings that have rivals and come in with this answer."""
    ways = _ways_of_related(home)
    yield from (each for each in ways if each.typed.get(question) == typed)


@cache
def _ways_of_related(home: str) -> tuple[Way, ...]:
    names = [(clause.id, wording.id) for clause, wording in shipped.wordings()]
    related = [each for each in names if rivals(each) or requirements(each)]
    return tuple(way for each in related for way in _wording_wanted(each, home).ways)


def in_one_agreement(*names: Name) -> Wanted:
    """Return these wordings as wanted together, whether or not they allow each other."""
    chosen = {clause: wording for name in names for clause, wording in _with_needs(name).items()}
    chosen.update(names)
    clause = shipped.library().clauses[names[0][0]]
    ways = ((each.id, _brought_in(chosen, (), each.id)) for each in shipped.homes(clause))
    home, found = next((each for each in ways if each[1]), ("", ()))
    states = (shipped.library().clauses[each].state for each, _ in names)
    return Wanted(home, *names[0], next(filter(None, states), "").upper(), found)


def _with_needs(name: Name) -> dict[str, str]:
    """Return the wording and those it requires, theirs included; `""` where any wording will do."""
    chosen: dict[str, str] = {}
    waiting = [name]
    while waiting:
        clause, wording = waiting.pop()
        if not chosen.get(clause):
            chosen[clause] = wording
            waiting += requirements((clause, wording))
    return chosen


def _ways(chosen: Mapping[str, str], home: str) -> tuple[Way, ...]:
    """Return the ways to bring in what is chosen and to keep its rivals out."""
    held = [pair for name in chosen.items() for pair in rivals(name)]
    outs = [_ways_out(each) for each in dict.fromkeys(held) if each[0] not in chosen]
    found: list[Way] = []
    for picked in product(*outs):
        taken = {**chosen, **{clause: wording for clause, wording in picked if wording}}
        absent = [clause for clause, wording in picked if not wording]
        found += _brought_in(taken, absent, home)
    return tuple(found)


def _ways_out(rival: Name) -> list[Name]:
    """Return other wordings of the rival's clause; and that clause with `""`, for its absence."""
    clause, wording = rival
    others = shipped.library().clauses[clause].alternatives if wording else ()
    return [*((clause, each.id) for each in others if each.id != wording), (clause, "")]


def _brought_in(chosen: Mapping[str, str], absent: Iterable[str], home: str) -> tuple[Way, ...]:
    conditions = [each for name in chosen.items() for each in _conditions(name)]
    named = {clause: wording for clause, wording in chosen.items() if wording}
    return tuple(Way(each, named) for each in _answers(conditions, home, absent))


def _conditions(name: Name) -> list[Expression | None]:
    clause = shipped.library().clauses[name[0]]
    wording = clause.alternative(name[1]) if name[1] else None
    return [clause.when, wording.when if wording else None]


def _answers(
    conditions: Iterable[Expression | None], home: str, absent: Iterable[str] = ()
) -> tuple[Mapping[str, str], ...]:
    """Return the answers, in this instrument, under which every condition is yes.

    The conditions of the clauses named in `absent` are no, or the agreement is of a state that does
    not have them.
    """
    met = [each for each in conditions if each]
    out = [shipped.library().clauses[each] for each in absent]
    unmet = [each.when for each in out if not each.state]
    taken = {each.state.upper() for each in out if each.state}
    elsewhere = {STATE: _other_state(taken)} if taken else {}
    if None in unmet:
        return ()
    return tuple(
        {**elsewhere, **{name: typed for name, typed in each.typed.items() if name != INSTRUMENT}}
        for each in settled(met, unmet, ground())
        if each.typed.get(INSTRUMENT, home) == home and each.typed.get(STATE) not in taken
    )


def _other_state(taken: Iterable[str]) -> str:
    """Return a state that is none of these."""
    states = sorted(each.upper() for each in shipped.library().jurisdictions)
    return next(each for each in states if each not in (*taken, "US"))

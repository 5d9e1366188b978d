"""The answers that a condition can meet, found from the questions that it mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import assert_never

from mou_builder.language import Scope, judge
from mou_builder.language.walk import parts_of
from mou_builder.model.answers import Answer, Answers, Decisions, Party
from mou_builder.model.law import Law
from mou_builder.model.library import Library
from mou_builder.model.question import Kind, Question
from mou_builder.model.selection import Truth
from mou_builder.model.template import Call, Constant, Expression, Path, Test
from mou_builder.model.values import NONE, Record, Value
from mou_builder.stages.answering.scalars import Misread, read_scalar

Typed = tuple[str, Value]
INSTRUMENT = "instrument"
OPEN = "?"
STATE = "state"
# The kind of the parties that hold one role: `kind of district`.
KIND_OF = "kind of "
USUAL_KINDS = ("school_district", "city")


@dataclass(frozen=True, slots=True)
class World:
    """Some answers: as they are typed, by question id, and as a condition sees them."""

    typed: Mapping[str, str]
    scope: Scope


@dataclass(frozen=True, slots=True)
class Ground:
    """What stays the same in all worlds: the questions and the instruments' articles."""

    questions: Mapping[str, Question]
    instruments: Mapping[str, frozenset[str]]
    laws: Mapping[str, Law]
    kinds: frozenset[str]

    @property
    def everywhere(self) -> frozenset[str]:
        """The articles of all instruments: those of a world that names none."""
        return frozenset().union(*self.instruments.values())


def ground_of(library: Library, instruments: Mapping[str, Iterable[str]]) -> Ground:
    """Return the ground on which worlds differ."""
    asked = [each for article in library.articles.values() for each in article.questions]
    held = {name: frozenset((*articles, "parties")) for name, articles in instruments.items()}
    laws = {name: each.law for name, each in library.jurisdictions.items()}
    # One state for each combination of what conditions can ask of its law.
    told = {_tells(each): name for name, each in reversed(laws.items()) if name != "us"}
    kinds = frozenset(
        _literal(part, 1)
        for clause in library.clauses.values()
        for when in (clause.when, *(each.when for each in clause.alternatives))
        for part in (parts_of(when) if when else ())
        if isinstance(part, Call) and part.function == "held_by"
    )
    tell_apart = {each: laws[each] for each in told.values()}
    return Ground({each.id: each for each in asked}, held, tell_apart, kinds)


def _tells(law: Law) -> tuple[object, ...]:
    subjects = frozenset(law.contracting.subjects)
    return (law.contracting.district_named, law.indemnity, "act" in subjects)


def worlds(conditions: Iterable[Expression | None], ground: Ground) -> Iterator[World]:
    """Yield a world for every combination of answers on which the conditions can turn.

    A question that is not asked in a world has no answer there, as in an agreement.
    """
    known = [each for each in conditions if each]
    names = list(_names(known, ground))
    figures = [each for expression in known for each in _figures(expression)]
    choices = [_candidates(name, ground, figures) for name in names]
    for picked in product(*choices):
        yield _world(dict(zip(names, picked, strict=True)), ground)


def settled(
    met: Sequence[Expression], unmet: Sequence[Expression], ground: Ground
) -> Iterator[World]:
    """Yield the answers under which the first conditions are yes and the others no.

    A world holds no more answers than settle that: answer after answer is tried, as long as no
    condition has the wrong truth already.
    """
    first = {INSTRUMENT, STATE, *_names(_asking_for_an_answer([*met, *unmet]), ground)}
    mentioned = _names([*met, *unmet], ground)
    first |= {each for each in mentioned if each.startswith(KIND_OF)}
    names = sorted(mentioned, key=lambda each: each not in first)
    figures = [each for expression in (*met, *unmet) for each in _figures(expression)]
    choices = {name: _candidates(name, ground, figures) for name in names}

    def tried(known: Mapping[str, Typed], left: Sequence[str]) -> Iterator[World]:
        world = _world(known, ground)
        found = {judge(each, world.scope).truth for each in met}
        found |= {_OPPOSITE[judge(each, world.scope).truth] for each in unmet}
        if first.intersection(left):
            found = {Truth.UNKNOWN}
        if Truth.NO in found:
            return
        if Truth.UNKNOWN not in found:
            yield world
        elif left:
            for each in choices[left[0]]:
                yield from tried({**known, left[0]: each}, left[1:])

    yield from tried({}, names)


def _asking_for_an_answer(conditions: Iterable[Expression]) -> list[Expression]:
    """Return the parts that an answer still to be tried would not leave unknown."""
    parts = (part for each in conditions for part in parts_of(each))
    return [each for each in parts if isinstance(each, Test)]


_OPPOSITE = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}


def truths(condition: Expression, ground: Ground) -> set[Truth]:
    """Return all that the condition can be."""
    return {judge(condition, each.scope).truth for each in worlds([condition], ground)}


# --- what a condition turns on -----------------------------------------------------------------


def _names(conditions: Iterable[Expression], ground: Ground) -> dict[str, None]:
    """Return the questions mentioned, each after those on which its being asked depends."""
    found: dict[str, None] = {}
    for condition in conditions:
        for part in parts_of(condition):
            if isinstance(part, Call):
                found.update(_asked_by(part))
            if not isinstance(part, Path):
                continue
            if part.parts[0] == "law":
                found[STATE] = None
            name = ".".join(part.parts[:2])
            question = ground.questions.get(name)
            if question and question.when and name not in found:
                found.update(_names([question.when], ground))
            if question or name == INSTRUMENT:
                found[name] = None
    return found


def _asked_by(call: Call) -> dict[str, None]:
    """Return what a function asks about besides questions."""
    if call.function == "held_by":
        return {f"{KIND_OF}{_literal(call, 0)}": None}
    return {STATE: None} if call.function == "on_file" else {}


def _literal(call: Call, number: int) -> str:
    argument = call.arguments[number]
    assert isinstance(argument, Constant)
    return str(argument.value)


def _figures(condition: Expression) -> Iterator[int]:
    """Yield the figures with which a condition compares, and their neighbours."""
    for part in parts_of(condition):
        if isinstance(part, Constant) and type(part.value) is int:
            yield from (part.value - 1, part.value, part.value + 1)


def _candidates(name: str, ground: Ground, figures: Iterable[int]) -> list[Typed]:
    if name == INSTRUMENT:
        return [(each, each) for each in ground.instruments]
    if name == STATE:
        return [(each.upper(), each) for each in ground.laws]
    if name.startswith(KIND_OF):
        usual = USUAL_KINDS[name != f"{KIND_OF}district"]
        return [(each, each) for each in dict.fromkeys((usual, *sorted(ground.kinds)))]
    question = ground.questions[name]
    typed = [*_words(question, figures), *(["none"] if question.none_allowed else [])]
    # What need not be answered may be left open, which a condition can ask for.
    left_open = [] if question.required else [OPEN]
    return [(each, _value(question, each)) for each in (*typed, *left_open)]


def _words(question: Question, figures: Iterable[int]) -> list[str]:
    match question.kind:
        case Kind.YES_NO:
            return ["yes", "no"]
        case Kind.CHOICE | Kind.CHOICES:
            return [each.id for each in question.choices]
        case Kind.WHOLE_NUMBER | Kind.DECIMAL | Kind.MONEY | Kind.PERCENTAGE:
            low = int(question.minimum or 0)
            return [str(each) for each in sorted(set(figures)) if each >= low] or _example(question)
        case (
            Kind.TEXT
            | Kind.LONG_TEXT
            | Kind.DATE
            | Kind.DURATION
            | Kind.PERSON
            | Kind.ADDRESS
            | Kind.CITATION
            | Kind.GROUP
        ):
            return _example(question)
        case _:
            assert_never(question.kind)


def _example(question: Question) -> list[str]:
    return [question.example] if question.example else []


def _value(question: Question, typed: str) -> Value:
    """Return the answer typed; conditions ask of a list only whether it is answered."""
    if typed == OPEN or (typed == "none" and question.none_allowed):
        return NONE
    if question.kind is Kind.GROUP:
        return ()
    read = read_scalar(question, typed)
    assert not isinstance(read, Misread), f"{question.id}: {typed}"
    return (read,) if question.kind is Kind.CHOICES else read


# --- worlds ------------------------------------------------------------------------------------


def _world(picked: Mapping[str, Typed], ground: Ground) -> World:
    instrument = picked.get(INSTRUMENT, ("", ""))[0]
    articles = ground.instruments.get(instrument, ground.everywhere)
    parties = tuple(
        _party(name.removeprefix(KIND_OF), typed)
        for name, (typed, _) in picked.items()
        if name.startswith(KIND_OF)
    )
    scope = Scope(
        Answers("", {}, parties, Decisions()), articles, ground.questions, instrument=instrument
    )
    state = str(picked.get(STATE, ("", ""))[1])
    if state:
        scope = replace(scope, state=state, law=ground.laws[state])
    for name, (_, value) in picked.items():
        if name not in (INSTRUMENT, STATE) and not name.startswith(KIND_OF):
            asked = judge(ground.questions[name].when, scope).truth is not Truth.NO
            scope = _with(scope, Answer(name, value if asked else NONE))
    return World({name: typed for name, (typed, _) in picked.items()}, scope)


def _party(role: str, kind: str) -> Party:
    return Party(
        role,
        kind,
        role,
        role,
        "the",
        (role,),
        entity=NONE,
        through=NONE,
        address=NONE,
        signatories=(),
        attests=(),
        approvals=(),
        resolution=NONE,
        record=Record({}, role),
    )


def _with(scope: Scope, answer: Answer) -> Scope:
    answers = {**scope.answers.answers, answer.question: answer}
    return replace(scope, answers=replace(scope.answers, answers=answers))

"""Fills in what was not typed: questions that do not apply, defaults, computed values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mou_builder.diagnostics import warning
from mou_builder.language import Scope, Verdict, evaluate, judge
from mou_builder.model.answers import Answer
from mou_builder.model.question import Derived, Kind, Question
from mou_builder.model.selection import Truth
from mou_builder.model.template import Expression
from mou_builder.model.values import NONE, Record, Unanswered, Value
from mou_builder.stages.answering.articles import Given, is_open, unused
from mou_builder.stages.answering.scalars import Misread, read_scalar
from mou_builder.stages.answering.typed import Typed
from mou_builder.stages.answering.values import missing


@dataclass(frozen=True, slots=True)
class Layers:
    """What was typed, and the files of profiles, whose unused answers are no fault."""

    given: Mapping[str, Given]
    profiles: frozenset[str]

    def origin(self, identifier: str) -> str:
        """Return which layer the answer comes from."""
        file = self.given[identifier].at.file
        if file in self.profiles:
            return "profile"
        return "--set" if file.startswith("--set ") else "answer file"


def fill_in(
    items: Iterable[Question | Derived],
    layers: Layers,
    answered: dict[str, Answer],
    scope: Scope,
    typed: Typed,
) -> None:
    """Add an answer for every question and computed value to `answered`, which the scope reads."""
    for item in items:
        if isinstance(item, Derived):
            value = evaluate(item.value, scope).value
            answered[item.id] = Answer(item.id, value, item.at, "derived")
        else:
            answered[item.id] = _answer(item, layers, answered, scope, typed)


def _answer(
    question: Question,
    layers: Layers,
    answered: Mapping[str, Answer],
    scope: Scope,
    typed: Typed,
) -> Answer:
    given = layers.given.get(question.id)
    verdict = judge(question.when, scope)
    if verdict.truth is Truth.NO:
        _say_unused(question, given, layers, typed)
        return Answer(question.id, NONE, given.at if given else None, "condition")
    if given and not (is_open(given.value) and question.default):
        value = _with_defaults(question, given.value, scope)
        return Answer(question.id, value, given.at, layers.origin(question.id))
    if question.default:
        # Whether it is asked at all is not known yet: then its default settles nothing.
        waits = verdict.truth is Truth.UNKNOWN
        value = (
            _waiting(verdict, answered) if waits else _default(question, question.default, scope)
        )
        return Answer(question.id, value, given.at if given else question.at, "default")
    return Answer(question.id, missing(question))


def _waiting(verdict: Verdict, answered: Mapping[str, Answer]) -> Unanswered:
    """Return the value of a question that waits for those on which its own condition turns.

    Of one that itself waits for others, it waits for those.
    """
    found: dict[str, None] = {}
    for each in verdict.reasons:
        before = answered.get(".".join(each.answer.split(".")[:2]))
        if before is not None and isinstance(before.value, Unanswered):
            found.update(dict.fromkeys(before.value.questions))
        elif before is None or isinstance(before.value, tuple):
            found[each.answer] = None
    return Unanswered(tuple(found) or tuple(each.answer for each in verdict.reasons))


def _say_unused(question: Question, given: Given | None, layers: Layers, typed: Typed) -> None:
    if not given or given.value is NONE or is_open(given.value):
        return
    line = typed.held_by.get(question.id)
    if layers.origin(question.id) == "profile":
        return
    if line:
        hint = "leave that part out, or change the answer that it depends on"
        typed.faults.append(
            warning("MB302", f"a part of `{line}` is not used: {question.blank}", given.at, hint)
        )
    else:
        hint = "take it out, or change the answer that this question depends on"
        typed.faults.append(unused(f"`{question.key}`", given.key_at, hint))


def _default(question: Question, default: Expression, scope: Scope) -> Value:
    """Return the default in the question's type; a text such as `"30 days"` is read as typed.

    A default that does not fit leaves the question open.
    """
    value = evaluate(default, scope).value
    if isinstance(value, Unanswered):
        return Unanswered((question.id,))
    if not isinstance(value, str) or question.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CITATION):
        return value
    read = read_scalar(question, value)
    if isinstance(read, Misread):
        return Unanswered((question.id,))
    return (read,) if question.kind is Kind.CHOICES else read


# --- inside groups -----------------------------------------------------------------------------


def _with_defaults(question: Question, value: Value, scope: Scope) -> Value:
    """Return a group with the conditions and defaults of its fields applied to each member."""
    special = [each for each in question.fields if each.when or each.default]
    if not special or not isinstance(value, tuple):
        return value
    fixed = {each.key: _field(each, scope) for each in special}
    return tuple(
        replace(member, fields=_fields(member, fixed)) if isinstance(member, Record) else member
        for member in value
    )


def _field(question: Question, scope: Scope) -> Value:
    """Return NONE when the field is not asked, else its default or an Unanswered."""
    if judge(question.when, scope).truth is Truth.NO:
        return NONE
    if question.default:
        return _default(question, question.default, scope)
    return missing(question)


def _fields(member: Record, fixed: Mapping[str, Value]) -> dict[str, Value]:
    filled = dict(member.fields)
    for key, value in fixed.items():
        if value is NONE or is_open(filled[key]):
            filled[key] = value
    return filled

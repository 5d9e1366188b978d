"""Looks names up: answers, members of loops, words of this agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mou_builder.language.scope import Loop, RoleTerm, Scope
from mou_builder.language.signatures import ROLE_NAMES, SPECIAL_NAMES
from mou_builder.model.names import OfficerClass
from mou_builder.model.values import NONE, Record, Unanswered, Value


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A value, the paths of the answers it came from, and the question that it answers.

    `question` is empty unless the value is an answer, or a field of one, as it was given.
    """

    value: Value
    answers: tuple[str, ...] = ()
    question: str = ""


def look_up(parts: Sequence[str], scope: Scope) -> Evaluated:
    """Return what the dotted name stands for; NONE where the instrument has no such article."""
    head, *rest = parts
    if head in scope.loops:
        loop = scope.loops[head]
        return _field(Evaluated(loop.value, (loop.path,), loop.question), rest)
    if head in ROLE_NAMES:
        role = scope.roles.get(".".join(rest))
        return Evaluated(role_words(role, head) if role else NONE, ("parties",))
    if head == "words":
        return _word(".".join(rest), scope)
    if head == "state_form":
        return _state_form(rest, scope)
    if head in SPECIAL_NAMES:
        return _field(_special(head, scope), rest)
    return _answer(parts, scope)


def members_of(group: Evaluated, scope: Scope) -> list[Loop]:
    """Return each member of a group with its path; none for what is no group."""
    if not isinstance(group.value, tuple):
        return []
    path = group.answers[0] if group.answers else ""
    places = list(range(1, len(group.value) + 1))
    if group.question == "parties":
        # A role's holders are some of the parties: each keeps its place among all.
        places = [
            place
            for place, party in enumerate(scope.answers.parties, 1)
            if any(party.record is each for each in group.value)
        ]
    return [
        Loop(member, f"{path}.{place}" if group.question else path, group.question)
        for place, member in zip(places, group.value, strict=True)
    ]


def role_words(role: RoleTerm, how: str, *, bare: bool = False) -> str:
    """Return `the District`, or `each Agency` where several hold the role and `how` is `each`.

    The `bare` words are the term alone.
    """
    is_each = how == "each" and role.several
    term = role.each if is_each else role.term
    return term if bare else f"{'each' if is_each else role.article} {term}".strip()


def _answer(parts: Sequence[str], scope: Scope) -> Evaluated:
    question = ".".join(parts[:2])
    if parts[0] not in scope.articles or len(parts) == 1:
        return Evaluated(NONE, (question,))
    found = _open_as(scope.answers.value(question), question)
    return _field(Evaluated(found, (question,), question), parts[2:])


def _field(found: Evaluated, names: Sequence[str]) -> Evaluated:
    value, path, question = found.value, found.answers, found.question
    for name in names:
        if question:
            path, question = (f"{path[0]}.{name}",), f"{question}.{name}"
        if isinstance(value, Record):
            value = _open_as(value.fields.get(name, NONE), question)
        elif not isinstance(value, Unanswered):
            value = NONE
    return Evaluated(value, path, question)


def _open_as(value: Value, question: str) -> Value:
    """Return the value; one that is open names at least its own question."""
    is_nameless = isinstance(value, Unanswered) and not value.questions
    return Unanswered((question,)) if is_nameless else value


def _word(name: str, scope: Scope) -> Evaluated:
    if name in scope.words:
        return Evaluated(scope.words[name])
    # A word that the state should bring: open until the state is known, or its facts are on file.
    return Evaluated(Unanswered((f"words.{name}" if scope.state else "state",)), ("state",))


def _special(name: str, scope: Scope) -> Evaluated:
    match name:
        case "parties":
            records = tuple(each.record for each in scope.answers.parties)
            return Evaluated(records, ("parties",), "parties")
        case "agreement":
            return Evaluated(scope.agreement)
        case "instrument":
            return Evaluated(scope.instrument, ("instrument",))
        case "state" | "state_name" | "law":
            words = {"state": scope.state, "state_name": scope.state_name, "law": _law(scope)}
            return Evaluated(words[name] or Unanswered(("state",)), ("state",))
        case "officer" | "officers" | "an_officer" | "officer_full":
            return Evaluated(_officer(name, scope.officer))
        case _:
            return Evaluated(NONE)


def _law(scope: Scope) -> Value:
    if not scope.state:
        return Unanswered(("state",))
    named = scope.law.contracting.district_named.value
    return Record({"district_named": named, "indemnity": scope.law.indemnity})


def _state_form(rest: Sequence[str], scope: Scope) -> Evaluated:
    """Return the title of the form that the text follows, or the file that is attached."""
    if rest == ["attached"]:
        answer = scope.answers.decisions.state_form
        return Evaluated((answer and answer.attached) or NONE, ("state_form",))
    typed = _answer(_FORM.split("."), scope)
    if isinstance(typed.value, str):
        return typed
    if scope.law.form:
        return Evaluated(scope.law.form.title)
    return Evaluated(Unanswered((_FORM,)), (_FORM,), _FORM)


_FORM = "general.state_form"


def _officer(name: str, officer: OfficerClass | Unanswered | None) -> Value:
    if not isinstance(officer, OfficerClass):
        return officer or NONE
    words = {
        "officer": officer.term,
        "officers": officer.terms,
        "an_officer": f"{officer.article} {officer.term}",
        "officer_full": officer.full,
    }
    return words[name]

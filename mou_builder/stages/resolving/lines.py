"""Finds the line of an answer file that settles an open question, and what to type there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mou_builder.diagnostics import Position
from mou_builder.model.answers import Answers, Party
from mou_builder.model.library import Library
from mou_builder.model.question import Hole, Kind, Question, Who
from mou_builder.model.values import NONE, Record, Unanswered, Value
from mou_builder.stages.nearest import one_of

PARTIES = "parties"
_SHOWN = 4
_OWN_PARTS = (Kind.ADDRESS, Kind.PERSON)
_OF_A_PARTY = 3
"""How many parts the path of a party's answer has: `parties.1.address`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to type on: its key, what asks for it in the words of the file, where it stands.

    `blank` is what an open question lacks that the line settles; `hint` is what to type.
    """

    key: str
    question: Question
    blank: str
    places: tuple[Position, ...]
    hint: str


def lines_for(name: str, library: Library, answers: Answers) -> Iterator[Line]:
    """Yield the line that settles the open question of that id: of a party's, one for each party.

    Where a line of the starter with several answers on it settles it, that is the line, unless the
    file has the question's own key or something behind that line already.
    """
    question = library.question(name)
    if question is None:
        return
    if name.startswith(f"{PARTIES}."):
        yield from _of_parties(question, library, answers)
        return
    key = _key_for(name, library, answers)
    asked = library.asked_as(key) or question
    at = answers.places.get(key)
    found = tuple(_places(name, answers)) if key == name else (at,) if at else ()
    yield Line(key, asked, question.blank, found, _what_to_type(key, asked, answers))


def asked_under(key: str, library: Library, answers: Answers) -> Question | None:
    """Return what asks for the answer under a key, as it is put to the party whose it is."""
    _, name, *_ = (*key.split("."), "")
    if key.startswith(f"{PARTIES}."):
        for number, party in enumerate(answers.parties, 1):
            if name in (party.record.id, str(number)):
                return _asked_of(party, key, library)
    return library.asked_as(key)


# --- lines of the starter ----------------------------------------------------------------------


def _key_for(name: str, library: Library, answers: Answers) -> str:
    if name in answers.places or any(each.key == name for each in library.starter):
        return name
    for each in library.starter:
        line = library.typed_as(each.key)
        if line and _settles(line, name) and _free(each.key, answers):
            return each.key
    return name


def _settles(line: Question, name: str) -> bool:
    """Whether some form of the line holds the answer or sets it."""
    return any(
        name in dict(form.sets)
        or any(isinstance(each, Hole) and each.question == name for each in form.pieces)
        for form in line.forms
    )


def _free(key: str, answers: Answers) -> bool:
    """Whether nothing is typed behind the key yet, of a party that there is."""
    if not key.startswith(f"{PARTIES}."):
        # Of a list whose members are there only their parts can be missing.
        return key not in answers.lines and not isinstance(answers.value(key), tuple)
    _, party, field = key.split(".", 2)
    found = (
        f"{PARTIES}.{number}.{field}"
        for number, each in enumerate(answers.parties, 1)
        if each.id == party
    )
    path = next(found, "")
    return bool(path) and path not in answers.lines


# --- parties -----------------------------------------------------------------------------------


def _of_parties(question: Question, library: Library, answers: Answers) -> Iterator[Line]:
    for number, party in enumerate(answers.parties, 1):
        value = party.record.fields.get(question.key, NONE)
        paths = tuple(_open_paths(question.id, value, f"{PARTIES}.{number}.{question.key}"))
        if paths:
            key = f"{PARTIES}.{party.record.id or number}.{question.key}"
            asked = _asked_of(party, key, library) or question
            # What is missing at a party of dotted keys has no place: they say another thing.
            found = tuple(at for each in paths if (at := _place(each, answers, _OF_A_PARTY - 1)))
            yield Line(key, asked, question.blank, found, _of_a_party(key, asked, paths, answers))


def _asked_of(party: Party, key: str, library: Library) -> Question | None:
    """Return the question as it is put to a party: what is the agency's own it can answer best."""
    asked = library.asked_as(key)
    if asked is None:
        return None
    called = f"{party.article} {party.short_name}".strip()
    prompt = asked.prompt.replace("the party", called)
    in_starter = any(each.key == key for each in library.starter)
    theirs = "agency" in party.roles and "district" not in party.roles and not in_starter
    usual = asked.who in (Who.OFFICE, Who.SUPERINTENDENT)
    return replace(asked, prompt=prompt, who=Who.AGENCY if theirs and usual else asked.who)


def _of_a_party(key: str, asked: Question, paths: tuple[str, ...], answers: Answers) -> str:
    """Return what to type; of an address or person typed in parts, the part that is missing."""
    parts = paths[0].split(".")
    above = ".".join(parts[:-1])
    in_parts = any(each.startswith(f"{above}.") for each in answers.places)
    if asked.kind in _OWN_PARTS and len(parts) > _OF_A_PARTY and in_parts:
        inner = ".".join(parts[_OF_A_PARTY:])
        return f"write `{key}.{inner}: ` and the answer"
    return _example(key, asked, "write")


# --- what to type ------------------------------------------------------------------------------


def _what_to_type(key: str, question: Question, answers: Answers) -> str:
    article, *_, last = key.split(".")
    nested = article in answers.places
    under = f"under `{article}:` write" if nested else "write"
    return _example(last if nested else key, question, under)


def _example(name: str, question: Question, write: str) -> str:
    in_a_line = question.forms and question.example
    if question.kind is Kind.GROUP and not in_a_line:
        keys = ", ".join(f"`{each.key}`" for each in question.fields[:_SHOWN])
        return f"{write} `{name}:`, and below it a line `- ` for each, with {keys}"
    if question.example:
        return f"{write} the answer, for example `{name}: {question.example}`"
    options = one_of(each.id for each in question.choices)
    return f"{write} `{name}: ` and {options or 'the answer'}"


# --- places ------------------------------------------------------------------------------------


def _places(name: str, answers: Answers) -> Iterator[Position]:
    """Yield where the answer is missing: at the `?`, else at what it should stand in."""
    top = ".".join(name.split(".")[:2])
    given = answers.answers.get(top)
    for path in _open_paths(name, given.value if given else Unanswered((name,)), top):
        at = _place(path, answers, 1)
        if at:
            yield at


def _place(path: str, answers: Answers, least: int) -> Position | None:
    """Return the place of the path or of what it leads through, at least so many parts of it."""
    parts = path.split(".")
    for length in range(len(parts), least - 1, -1):
        at = answers.places.get(".".join(parts[:length]))
        if at:
            return at
    return None


def _open_paths(name: str, value: Value, path: str) -> Iterator[str]:
    if isinstance(value, Unanswered) and (name in value.questions or not value.questions):
        yield path
    elif isinstance(value, tuple):
        for number, each in enumerate(value, 1):
            yield from _open_paths(name, each, f"{path}.{number}")
    elif isinstance(value, Record):
        for key, each in value.fields.items():
            yield from _open_paths(name, each, f"{path}.{key}")

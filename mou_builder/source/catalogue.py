"""Decodes the library's lists: topics, officer classes, kinds of party, a state's facts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mou_builder.diagnostics import error
from mou_builder.model.evidence import Evidence
from mou_builder.model.library import Fact, Jurisdiction, Topic
from mou_builder.model.names import OfficerClass, PartyKind, Placeholders
from mou_builder.model.question import ChoiceOption, Question
from mou_builder.source.decode import Fields, hint_for
from mou_builder.source.law import decode_law
from mou_builder.source.questions import line_of, questions_in
from mou_builder.source.standards import StandardFile, law_standard


@dataclass(frozen=True, slots=True)
class Parties:
    """What `parties.yaml` holds."""

    kinds: tuple[PartyKind, ...]
    questions: tuple[Question, ...]
    other: Question | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a state's `facts.yaml` holds."""

    jurisdiction: Jurisdiction
    facts: tuple[Fact, ...]
    required: StandardFile | None = None


def decode_topics(fields: Fields) -> dict[str, Topic]:
    """Return the topics by their ids."""
    found: dict[str, Topic] = {}
    for each in fields.items("topics", "a topic"):
        topic = Topic(
            id=each.name("id", "a topic"),
            title=each.text("title"),
            states=each.texts("states"),
            standards=_rows(each, "standards"),
            agreements=each.texts("agreements"),
        )
        each.done()
        if found.setdefault(topic.id, topic) is not topic:
            _twice(each, "topic", topic.id)
    fields.done()
    return found


def _rows(fields: Fields, key: str) -> tuple[int, ...]:
    """Return the whole numbers of the list under the key; empty when it is missing."""
    typed = fields.raws(key)
    for each in typed:
        if not each.text.isdecimal():
            message = f"expected a whole number in `{key}`, found `{each.text[:40]}`"
            hint = f"write `{key}: [1, 2]`"
            fields.faults.append(error("MB200", message, each.at, hint))
    return tuple(int(each.text) for each in typed if each.text.isdecimal())


def decode_officers(fields: Fields) -> tuple[OfficerClass, ...]:
    """Return the classes of officer."""
    found: dict[str, OfficerClass] = {}
    for each in fields.items("classes", "an officer class"):
        officer = OfficerClass(
            each.name("id", "an officer class"),
            each.text("term"),
            each.text("terms"),
            each.text("full"),
            each.text("full_plural"),
            each.text_or("article", "a"),
        )
        each.done()
        if found.setdefault(officer.id, officer) is not officer:
            _twice(each, "officer class", officer.id)
    fields.done()
    return tuple(found.values())


def decode_placeholders(fields: Fields) -> Placeholders:
    """Return what is typed where there is no answer."""
    found = Placeholders(fields.texts("none"), fields.texts("open"))
    fields.done()
    return found


def decode_parties(fields: Fields) -> Parties:
    """Return the kinds of party and the questions asked of each party.

    The options of `kind` are the kinds; those of `roles` are each instrument's own.
    """
    found: dict[str, PartyKind] = {}
    for each in fields.items("kinds", "a kind of party"):
        kind = PartyKind(
            id=each.name("id", "a kind of party"),
            label=each.text("label"),
            public=each.yes_no("public", default=True),
            entity=each.yes_no("entity", default=True),
            official=each.yes_no("official", default=False),
            settled=each.yes_no("settled", default=True),
            begins=each.texts("begins"),
        )
        each.done()
        if found.setdefault(kind.id, kind) is not kind:
            _twice(each, "kind", kind.id)
    options = tuple(ChoiceOption(each.id, each.label) for each in found.values())
    questions = [
        replace(each, choices=options) if each.id == "parties.kind" else each
        for each in questions_in(fields, "parties")
    ]
    others = fields.mapping("other_parties", "the line of other parties")
    line = line_of(others, "parties", "other_parties") if others else None
    fields.done()
    return Parties(tuple(found.values()), tuple(questions), line)


def decode_facts(fields: Fields, code: str, layer: int = 0) -> Facts:
    """Return a state's words, facts and law; the file's `code` must be the folder's name."""
    named = fields.text("code")
    if named and named != code:
        message = f"the code `{named}` is not the folder's, `{code}`"
        hint = f"write `code: {code}`, or rename the folder"
        fields.faults.append(error("MB206", message, fields.value_place("code"), hint))
    name = fields.text("name")
    words = fields.words("words")
    found: dict[str, Fact] = {}
    for each in fields.items("facts", "a fact"):
        fact = _fact(each, code)
        if found.setdefault(fact.id, fact) is not fact:
            _twice(each, "fact", fact.id)
    law = decode_law(fields, code, frozenset(found))
    required = law_standard(fields, code, name, layer)
    known = [each.id for each in required.standard.requirements] if required else []
    if law.form and law.form.requirement and law.form.requirement not in known:
        message = f"there is no requirement `{law.form.requirement}` in this file"
        hint = hint_for(law.form.requirement, known)
        fields.faults.append(error("MB221", message, law.form.at, hint))
    fields.done()
    state = Jurisdiction(code, name, words, tuple(found), law)
    return Facts(state, tuple(found.values()), required)


def _fact(fields: Fields, code: str) -> Fact:
    identifier = fields.text("id")
    prefix, _, name = identifier.partition(".")
    if identifier and (prefix != code or not name):
        message = f"the fact `{identifier}` does not fit the file's place"
        hint = f"start its id with `{code}.`"
        fields.faults.append(error("MB206", message, fields.value_place("id"), hint))
    fact = Fact(
        id=identifier,
        name=fields.text("name"),
        citation=fields.text("citation"),
        evidence=fields.one_of("evidence", Evidence),
        source_label=fields.text("source_label"),
        copy=fields.text_or("copy"),
        version=fields.text_or("version"),
        address=fields.text_or("address"),
        note=fields.text_or("note"),
        printed=fields.text_or("printed"),
        at=fields.place("id"),
    )
    fields.done()
    return fact


def _twice(fields: Fields, what: str, identifier: str) -> None:
    message = f"the {what} `{identifier}` stands twice"
    fields.faults.append(error("MB207", message, fields.at, "give one another id"))

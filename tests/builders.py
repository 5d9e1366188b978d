"""Tiny builders for the model's values, so that a test says only what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from mou_builder.diagnostics import Position
from mou_builder.language import parse_expression, parse_template
from mou_builder.model.answers import Answer, Answers, Decisions, Party
from mou_builder.model.evidence import Evidence
from mou_builder.model.instrument import (
    Instrument,
    Opening,
    PartyForm,
    Recital,
    RecitalForm,
    RoleForm,
    SignatureForm,
)
from mou_builder.model.law import Contracting, Law
from mou_builder.model.library import (
    Alternative,
    Article,
    Clause,
    ClauseScope,
    ExhibitForm,
    Fact,
    Jurisdiction,
    Library,
)
from mou_builder.model.names import OfficerClass, PartyKind
from mou_builder.model.question import Check, ChoiceOption, Derived, Kind, Question, Who
from mou_builder.model.raw import RawAnswers, RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.model.selection import Rule, Selected, Selection, Truth
from mou_builder.model.style import Forms, HouseStyle, Level, NumberFormat, NumberingScheme
from mou_builder.model.template import Expression, Template
from mou_builder.model.values import NONE, Record, Unanswered, Value

FILE = "answers.yaml"
Typed: TypeAlias = "str | Mapping[str, Typed] | Sequence[Typed]"


def at(line: int = 1, column: int = 1, *, file: str = "clause.yaml") -> Position:
    """Return a place in a file."""
    return Position(file, line, column)


def template(text: str) -> Template:
    """Return the clause text, parsed."""
    return parse_template(text, at()).ok


def expression(text: str) -> Expression:
    """Return the condition or computed value, parsed."""
    return parse_expression(text, at()).ok


# --- questions ---------------------------------------------------------------------------------


def question(  # noqa: PLR0913 - each is a field of a question, and all but the id have defaults
    identifier: str,
    kind: Kind = Kind.TEXT,
    *,
    when: str = "",
    default: str = "",
    choices: Sequence[str] = (),
    fields: Sequence[Question] = (),
    required: bool = True,
    none_allowed: bool = False,
    minimum: str | None = None,
    maximum: str | None = None,
    many: bool = False,
) -> Question:
    """Return a question; choices are `id` or `id=label`."""
    key = identifier.rpartition(".")[2]
    pairs = (each.partition("=") for each in choices)
    return Question(
        identifier,
        prompt=f"What is the {key.replace('_', ' ')}?",
        help="",
        who=Who.OFFICE,
        kind=kind,
        blank=key.replace("_", " "),
        required=required,
        none_allowed=none_allowed,
        when=expression(when) if when else None,
        default=expression(default) if default else None,
        choices=tuple(ChoiceOption(name, label or name) for name, _, label in pairs),
        minimum=minimum,
        maximum=maximum,
        fields=tuple(fields),
        many=many,
        at=at(),
    )


def check(holds: str, *, message: str, answer: str, when: str = "", warns: bool = False) -> Check:
    """Return a cross-check."""
    return Check(
        "check",
        expression(holds),
        message,
        "change one of them",
        answer,
        "warning" if warns else "error",
        expression(when) if when else None,
        at(),
    )


def derived(identifier: str, value: str, kind: Kind = Kind.DECIMAL) -> Derived:
    """Return a computed value."""
    return Derived(identifier, kind, expression(value), at())


# --- library -----------------------------------------------------------------------------------


def alternative(  # noqa: PLR0913 - each is a field of an alternative, all with defaults
    name: str = "plain",
    text: str = "Words.",
    *,
    default: bool = False,
    when: str = "",
    usual: str = "",
    requires: Sequence[str] = (),
    conflicts: Sequence[str] = (),
) -> Alternative:
    """Return an alternative; `usual` is the side that asks for it."""
    from mou_builder.model.library import Usual  # noqa: PLC0415 - asked for by few tests

    return Alternative(
        name,
        template(text),
        note="",
        summary=template("Words."),
        default=default,
        when=expression(when) if when else None,
        when_source=when,
        usual=Usual(usual, "drafter") if usual else None,
        requires=tuple(requires),
        conflicts=tuple(conflicts),
        at=at(),
    )


def clause(  # noqa: PLR0913 - each is a field of a clause, and all but the id have defaults
    identifier: str,
    text: str = "Words.",
    *,
    heading: str = "",
    order: int = 10,
    when: str = "",
    alternatives: Sequence[Alternative] = (),
    counsel: bool = False,
    requires: Sequence[str] = (),
    conflicts: Sequence[str] = (),
    defines: str | None = None,
    state: str = "",
    replaces: str = "",
    scope: str = "core",
) -> Clause:
    """Return a clause with one alternative of this text, or with the alternatives given."""
    article_id, _, name = identifier.partition(".")
    return Clause(
        identifier,
        article_id,
        order,
        heading or defines or name.replace("_", " ").capitalize(),
        tuple(alternatives) or (alternative("plain", text, default=True),),
        when=expression(when) if when else None,
        when_source=when,
        counsel_decides=counsel,
        requires=tuple(requires),
        conflicts=tuple(conflicts),
        defines=defines,
        state=state,
        replaces=replaces,
        scope=ClauseScope(scope),
        at=at(file=f"{name}.yaml"),
    )


def article(  # noqa: PLR0913 - each is a field of an article, and all but the id have defaults
    identifier: str,
    questions: Sequence[Question] = (),
    *,
    checks: Sequence[Check] = (),
    derived: Sequence[Derived] = (),
    lines: Sequence[Question] = (),
    definitions: bool = False,
) -> Article:
    """Return an article whose heading is its capitalised id."""
    return Article(
        identifier,
        identifier.capitalize(),
        tuple(questions),
        tuple(checks),
        tuple(derived),
        tuple(lines),
        definitions,
        at(file="article.yaml"),
    )


KINDS = (
    PartyKind("school_district", "school district"),
    PartyKind("city", "city"),
    PartyKind("county", "county"),
    PartyKind("sheriff", "sheriff", official=True),
    PartyKind("police_department", "police department", entity=False),
)
OFFICERS = (
    OfficerClass("sro", "SRO", "SROs", "School Resource Officer", "School Resource Officers"),
    OfficerClass("deputy", "Deputy", "Deputies", "School Deputy", "School Deputies"),
)
PARTY_QUESTIONS = (
    question("parties.legal_name"),
    question("parties.short_name", required=False),
    question("parties.article", none_allowed=True, required=False),
    question("parties.kind", Kind.CHOICE, choices=[each.id for each in KINDS]),
    question("parties.roles", Kind.CHOICES, required=False),
    question("parties.entity", none_allowed=True, required=False),
    question("parties.through", none_allowed=True, required=False),
    question("parties.address", Kind.ADDRESS, required=False),
    question("parties.signatories", Kind.PERSON, many=True),
    question("parties.attest", Kind.PERSON, many=True, required=False),
    question("parties.approved_as_to_form", Kind.PERSON, many=True, required=False),
    question("parties.resolution_number", required=False),
    question("parties.resolution_date", Kind.DATE, required=False),
)


def fact(identifier: str, citation: str, evidence: Evidence = Evidence.READ) -> Fact:
    """Return a fact of law."""
    return Fact(identifier, identifier, citation, evidence, "seen", at=at())


def exhibit(identifier: str, text: str = "Words.", *, when: str = "") -> ExhibitForm:
    """Return an exhibit that the library brings."""
    condition = expression(when) if when else None
    title = identifier.replace("_", " ").title()
    return ExhibitForm(identifier, title, template(text), condition, when, at())


def library(
    clauses: Sequence[Clause] = (),
    articles: Sequence[Article] = (),
    *,
    facts: Sequence[Fact] = (),
    exhibits: Sequence[ExhibitForm] = (),
    contracting: Contracting | None = None,
) -> Library:
    """Return a library of these clauses; articles that none of `articles` describes are added.

    Washington has the facts given, or one of its own, and the law of contracts given; Wisconsin
    has none.
    """
    facts = tuple(facts) or (fact("wa.interlocal", "RCW ch. 39.34"),)
    known = {each.id: each for each in articles}
    for each in clauses:
        known.setdefault(each.article, article(each.article))
    states = (
        Jurisdiction(
            "wa",
            "Washington",
            {"governing_body": "board"},
            tuple(f.id for f in facts),
            Law("wa", contracting or Contracting()),
        ),
        Jurisdiction("wi", "Wisconsin"),
    )
    return Library(
        known,
        {each.id: each for each in clauses},
        facts={each.id: each for each in facts},
        jurisdictions={each.code: each for each in states},
        officer_classes={each.id: each for each in OFFICERS},
        party_kinds={each.id: each for each in KINDS},
        party_questions=PARTY_QUESTIONS,
        exhibits={each.id: each for each in exhibits},
        digest="library",
    )


ROLES = (
    RoleForm("district", "District", "Districts", True, ("school_district",)),
    RoleForm("agency", "Agency", "Agencies", True, ("city", "county", "sheriff")),
)


def instrument(  # noqa: PLR0913 - each is a field of an instrument, and all have defaults
    *articles: str,
    recitals: Sequence[str] = (),
    recital_form: RecitalForm = RecitalForm.NONE,
    recitals_heading: str = "",
    party_form: PartyForm = PartyForm.SENTENCE,
    preamble: str = 'This {{ define("Agreement") }} is between {{ parties_named }}.',
    operative: str = "",
    closing: str = "",
    leave_out: Sequence[str] = (),
    only: Sequence[str] = (),
    officer: str = "",
    contents: bool = False,
) -> Instrument:
    """Return an instrument of these articles, with the roles district and agency."""
    return Instrument(
        "mou",
        "Memorandum of Understanding",
        "",
        "Agreement",
        (template("Memorandum of Understanding"),),
        Opening.NONE,
        recital_form,
        party_form,
        SignatureForm.COLUMNS,
        {each.id: each for each in ROLES},
        articles,
        template(preamble),
        template("Signed on the dates written below."),
        operative=template(operative) if operative else None,
        closing=template(closing) if closing else None,
        recitals=tuple(
            Recital(str(number), template(text)) for number, text in enumerate(recitals, 1)
        ),
        recitals_heading=template(recitals_heading) if recitals_heading else None,
        leave_out=tuple(leave_out),
        only=tuple(only),
        officer=officer,
        contents=contents,
        at=at(file="mou.yaml"),
    )


# --- answers -----------------------------------------------------------------------------------


def raw(typed: Mapping[str, Typed], *, profile: bool = False) -> RawAnswers:
    """Return the answers as if read from YAML in block style: a line a key or item."""
    file = "profile.yaml" if profile else FILE
    root, _ = _mapping(typed, file, 1, 1)
    profiles = frozenset({file}) if profile else frozenset()
    return RawAnswers(root, FILE, profiles, digest="answers")


def _node(typed: Typed, file: str, line: int, column: int) -> tuple[RawNode, int]:
    if isinstance(typed, str):
        place = Position(file, line, column, max(1, len(typed)))
        return RawText(typed, place), line + 1
    if isinstance(typed, Mapping):
        return _mapping(typed, file, line, column)
    start, items = Position(file, line, column), []
    for each in typed:
        item, line = _node(each, file, line, column + 2)
        items.append(item)
    return RawList(tuple(items), start), line


def _mapping(
    typed: Mapping[str, Typed], file: str, line: int, column: int
) -> tuple[RawMapping, int]:
    start, entries = Position(file, line, column), []
    for key, value in typed.items():
        key_at = Position(file, line, column, len(key))
        if isinstance(value, str):
            node, line = _node(value, file, line, column + len(key) + 2)
        else:
            node, line = _node(value, file, line + 1, column + 2)
        entries.append(RawEntry(key, key_at, node))
    return RawMapping(tuple(entries), start), line


DISTRICT: Mapping[str, Typed] = {
    "id": "district",
    "legal_name": "Northfield School District No. 4",
    "short_name": "District",
    "kind": "school_district",
    "signatories": [{"name": "?", "title": "Superintendent"}],
}
CITY: Mapping[str, Typed] = {
    "id": "city",
    "legal_name": "City of Northfield",
    "short_name": "City",
    "kind": "city",
    "through": "Northfield Police Department",
    "signatories": [{"name": "?", "title": "Mayor"}],
}


def party(identifier: str, short_name: str, *roles: str) -> Party:
    """Return a party that holds the roles."""
    fields: dict[str, Value] = {"legal_name": f"{short_name} of Northfield"}
    return Party(
        identifier,
        "city",
        f"{short_name} of Northfield",
        short_name,
        "the",
        roles,
        entity=NONE,
        through=NONE,
        address=Unanswered(("parties.address",)),
        signatories=(),
        attests=(),
        approvals=(),
        resolution=NONE,
        record=Record(fields, identifier),
    )


def answers(
    given: Mapping[str, Value] | None = None,
    *,
    parties: Sequence[Party] | None = None,
    decisions: Decisions | None = None,
) -> Answers:
    """Return typed answers by question id; a district and an agency unless parties are given."""
    usual = (party("district", "District", "district"), party("city", "City", "agency"))
    return Answers(
        FILE,
        {name: Answer(name, value, at(file=FILE)) for name, value in (given or {}).items()},
        tuple(usual if parties is None else parties),
        decisions or Decisions(state="wa"),
        digest="answers",
    )


# --- selection and style -----------------------------------------------------------------------


def selected(chosen: Clause, *, rule: Rule = Rule.ONLY, unsettled: bool = False) -> Selected:
    """Return the clause as chosen, in its default alternative."""
    return Selected(chosen, chosen.default, chosen.default.text, rule, Truth.YES, open=unsettled)


def selection(*clauses: Clause) -> Selection:
    """Return a selection of these clauses, none omitted."""
    return Selection(tuple(selected(each) for each in clauses), ())


def level(form: str, text: str, noun: str = "", *, legal: bool = False) -> Level:
    """Return a numbering level: `level("decimal", "%1.%2", "Section")`."""
    return Level(NumberFormat(form), text, noun, legal)


ARTICLES = NumberingScheme(
    "articles",
    "Article 1 / 1.1 / (a) / (i)",
    (
        level("decimal", "Article %1"),
        level("decimal", "%1.%2", "Section"),
        level("lowerLetter", "(%3)", "Section"),
        level("lowerRoman", "(%4)", "Section"),
    ),
)


def style(scheme: NumberingScheme = ARTICLES, forms: Forms | None = None) -> HouseStyle:
    """Return a house style that numbers by the scheme."""
    return HouseStyle(
        "house", "House", scheme.id, forms or Forms(), {scheme.id: scheme}, language="en-US"
    )

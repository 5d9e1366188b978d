"""The questionnaire: an answer file with every question of an instrument, ready to be answered."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from mou_builder.model.instrument import Instrument, RoleForm
from mou_builder.model.library import Article, Jurisdiction, Library
from mou_builder.model.question import Kind, Question, Who
from mou_builder.reports.asked import questions_asked
from mou_builder.reports.conditions import condition_text

WIDTH = 100
WHO = {
    Who.OFFICE: "the office",
    Who.BUSINESS: "the business office",
    Who.SUPERINTENDENT: "the superintendent",
    Who.COUNSEL: "counsel",
    Who.AGENCY: "the law enforcement agency",
}
FORMS = {
    Kind.TEXT: "words",
    Kind.LONG_TEXT: "words; for paragraphs type | after the colon and go on below, indented",
    Kind.WHOLE_NUMBER: "a whole number",
    Kind.DECIMAL: "a number",
    Kind.YES_NO: "yes or no",
    Kind.CHOICE: "one of these",
    Kind.CHOICES: "any of these, as a list: [one, another]",
    Kind.DATE: "a date, as July 1, 2026",
    Kind.MONEY: "an amount, as $163,800",
    Kind.PERCENTAGE: "a percentage, as 50%",
    Kind.DURATION: "a length of time, as 30 days",
    Kind.PERSON: "a person, as {name: ?, title: Superintendent}",
    Kind.ADDRESS: "an address, as {street: 1 Main Street, city: Northfield, state: WA, zip: 98000}",
    Kind.CITATION: "a citation of law or policy, as it shall be printed",
    Kind.GROUP: "a list; each entry has these answers",
}
HEAD = """{title}: {summary}

Write your answers after the colons. Leave empty what you do not know, or type ?: the document \
then shows a blank, and every run lists what is open and who can answer it. Lines that start \
with # are notes; you may delete them.

What comes out is a draft for review by counsel, not legal advice.

    mou-builder render {file}    writes the draft as a Word file beside this one
    mou-builder check {file}     says what is wrong and what is open
"""


def starter(instrument: Instrument, library: Library, state: Jurisdiction | None, file: str) -> str:
    """Return the answer file's text; `file` is its name, `state` None where it is not known."""
    lines = [
        *_comment(HEAD.format(title=instrument.title, summary=instrument.summary, file=file)),
        "",
        f"instrument: {instrument.id}",
        f"state: {state.code.upper()}" if state else "state:",
        "",
        *_parties(instrument, library.party_questions),
    ]
    asked = questions_asked(instrument, library)
    for name in instrument.articles:
        article = library.articles.get(name)
        questions = [each for each in article.questions if each.id in asked] if article else []
        if article and questions:
            lines += ["", *_article(article, questions)]
    return "\n".join(lines) + "\n"


def _article(article: Article, questions: Iterable[Question]) -> Iterator[str]:
    yield f"# {f' {article.heading} '.center(WIDTH - 2, '-')}"
    yield f"{article.id}:"
    for question in questions:
        yield ""
        yield from _question(question)
        yield f"  {question.key}:"


def _question(question: Question) -> Iterator[str]:
    yield from _comment(f"{question.prompt} (for {WHO[question.who]})", "  ")
    yield from _comment(question.help, "  ")
    yield from _comment(_form(question), "  ")
    for option in question.choices:
        label = f"{option.label}. {option.help}" if option.help else option.label
        yield from _comment(f"  {option.id}: {label}", "  ", "      ")
    if question.fields:
        yield from _fields(question)
    if question.when:
        yield from _comment(f"Asked only when {condition_text(question.when)}", "  ")


def _form(question: Question) -> str:
    parts = [f"Answer: {_kind(question)}"]
    if question.none_allowed:
        parts.append("or none")
    if not question.required:
        parts.append("may stay empty")
    if question.default:
        parts.append(f"if empty: {condition_text(question.default)}")
    if question.example and not question.choices and "Example" not in question.help:
        parts.append(f"for example: {question.example}")
    return "; ".join(parts)


def _kind(question: Question) -> str:
    low, high = question.minimum, question.maximum
    bounds = f", {low or 'any'} to {high or 'any'}" if low or high else ""
    return FORMS[question.kind] + bounds


def _fields(question: Question) -> Iterator[str]:
    for index, field in enumerate(question.fields):
        mark = "- " if index == 0 else "  "
        ids = ", ".join(each.id for each in field.choices)
        note = f"{field.prompt} ({ids})" if ids else field.prompt
        typed = f"{mark}{field.key}: {field.example or ''}".rstrip()
        yield from _comment(f"  {typed.ljust(38)}  # {note}", "  ", " " * 43)


# --- parties -----------------------------------------------------------------------------------


def _parties(instrument: Instrument, questions: Sequence[Question]) -> Iterator[str]:
    yield from _comment(
        "The parties, one entry each. A department that is no legal entity never signs alone: "
        "write the city or county here, and the department after `through:`."
    )
    for question in questions:
        yield from _comment(f"  {question.key}: {question.prompt}", "", "      ")
        if question.choices:
            ids = ", ".join(each.id for each in question.choices)
            yield from _comment(f"      {ids}", "", "      ")
    yield "parties:"
    for role in _holders(instrument):
        yield from _party(role, questions)


def _holders(instrument: Instrument) -> Iterator[RoleForm]:
    """Yield a role for each party the instrument needs: one party may hold several."""
    kinds: set[str] = set()
    for role in instrument.roles.values():
        if role.required and not kinds.intersection(role.default_for):
            kinds.update(role.default_for)
            yield role


def _party(role: RoleForm, questions: Sequence[Question]) -> Iterator[str]:
    known = {"short_name": role.singular, "kind": next(iter(role.default_for), "")}
    yield f"  - id: {role.id}"
    for question in questions:
        if question.key == "roles":
            continue  # the kind of a party says which roles it usually holds
        yield f"    {question.key}: {known.get(question.key, '')}".rstrip()
        if question.kind is Kind.PERSON and question.many:
            yield "      - name:"
            yield "        title:"


def _comment(text: str, indent: str = "", hanging: str = "") -> Iterator[str]:
    """Yield the text as comment lines no wider than the page; its own line breaks stay."""
    for paragraph in text.rstrip().split("\n") if text.strip() else ():
        lines = textwrap.wrap(
            paragraph,
            WIDTH - len(indent) - 2,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines or [""]:
            yield f"{indent}# {line}".rstrip()

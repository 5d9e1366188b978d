"""The questionnaire: an answer file with every question of an instrument, ready to be answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mou_builder.model.instrument import Instrument, RoleForm
from mou_builder.model.library import Article, ClauseScope, Jurisdiction, Library
from mou_builder.model.question import Kind, Question
from mou_builder.reports.asked import questions_asked
from mou_builder.reports.asking import WHO, WIDTH, comment_lines, kind_text
from mou_builder.reports.conditions import condition_text

HEAD = """{title}: {summary}

Write your answers after the colons. Leave empty what you do not know, or type ?: the document \
then shows a blank, and every run lists what is open and who can answer it. Lines that start \
with # are notes; you may delete them.

What comes out is a draft for review by counsel, not legal advice.

    mou-builder render {file}    writes the draft as a Word file beside this one
    mou-builder check {file}     says what is wrong and what is open
"""


def questionnaire(
    instrument: Instrument,
    library: Library,
    state: Jurisdiction | None,
    scope: ClauseScope,
    file: str,
) -> str:
    """Return the answer file's text; `file` is its name, `state` None where it is not known."""
    lines = [
        *comment_lines(HEAD.format(title=instrument.title, summary=instrument.summary, file=file)),
        "",
        f"instrument: {instrument.id}",
        f"state: {state.code.upper()}" if state else "state:",
        f"scope: {scope.value}",
        "",
        *_parties(instrument, library.party_questions),
    ]
    asked = questions_asked(instrument, library, scope, state.code if state else None)
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
    yield from comment_lines(f"{question.prompt} (for {WHO[question.who]})", "  ")
    yield from comment_lines(question.help, "  ")
    yield from comment_lines(_form(question), "  ")
    for option in question.choices:
        label = f"{option.label}. {option.help}" if option.help else option.label
        yield from comment_lines(f"  {option.id}: {label}", "  ", "      ")
    if question.fields:
        yield from _fields(question)
    if question.when:
        yield from comment_lines(f"Asked only when {condition_text(question.when)}", "  ")


def _form(question: Question) -> str:
    parts = [f"Answer: {kind_text(question)}"]
    if question.none_allowed:
        parts.append("or none")
    if not question.required:
        parts.append("may stay empty")
    if question.default:
        parts.append(f"if empty: {condition_text(question.default)}")
    if question.example and not question.choices and "Example" not in question.help:
        parts.append(f"for example: {question.example}")
    return "; ".join(parts)


def _fields(question: Question) -> Iterator[str]:
    for index, field in enumerate(question.fields):
        mark = "- " if index == 0 else "  "
        ids = ", ".join(each.id for each in field.choices)
        note = f"{field.prompt} ({ids})" if ids else field.prompt
        typed = f"{mark}{field.key}: {field.example or ''}".rstrip()
        yield from comment_lines(f"  {typed.ljust(38)}  # {note}", "  ", " " * 43)


# --- parties -----------------------------------------------------------------------------------


def _parties(instrument: Instrument, questions: Sequence[Question]) -> Iterator[str]:
    yield from comment_lines(
        "The parties, one entry each. A department that is no legal entity never signs alone: "
        "write the city or county here, and the department after `through:`."
    )
    for question in questions:
        yield from comment_lines(f"  {question.key}: {question.prompt}", "", "      ")
        if question.choices:
            ids = ", ".join(each.id for each in question.choices)
            yield from comment_lines(f"      {ids}", "", "      ")
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

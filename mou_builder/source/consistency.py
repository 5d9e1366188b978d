"""What can only be checked once all of the library is there: names that other files declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.instrument import Instrument
from mou_builder.model.law import Certificate, Law
from mou_builder.model.library import Article, Clause, Library
from mou_builder.model.question import Question
from mou_builder.model.raw import RawText
from mou_builder.model.template import Expression, Template
from mou_builder.source.clauses import ClauseFile
from mou_builder.source.decode import hint_for, template_of
from mou_builder.source.forms import form_faults
from mou_builder.source.names import unknown
from mou_builder.source.requirements import phrases_of, standard_faults
from mou_builder.source.shelf import Shelf
from mou_builder.source.starter import starter_faults


def inconsistencies(
    library: Library, shelf: Shelf, instruments: Iterable[Instrument]
) -> Iterator[Diagnostic]:
    """Yield every name that nothing declares, and every fault of meaning in texts and conditions.

    The instruments lend the roles and words that clause texts may use.
    """
    for file in shelf.clause_files.values():
        yield from _names(library, file)
    for standard in shelf.standard_files.values():
        yield from standard_faults(library, standard, shelf.clause_files)
    for article in library.articles.values():
        yield from _answers(library, article)
    yield from form_faults(library)
    yield from starter_faults(library)
    for state in library.jurisdictions.values():
        typed = (RawText(each, state.law.at or _NOWHERE) for each in state.law.core)
        yield from unknown(typed, library.clauses, "MB211", "clause")
        yield from _contracts(library, state.law, tuple(instruments))
        yield from _overstepped(library, state.law)
    yield from _meanings(library, tuple(instruments))


_NOWHERE = Position("", 1, 1)


def _contracts(
    library: Library, law: Law, instruments: tuple[Instrument, ...]
) -> Iterator[Diagnostic]:
    """Find clauses, kinds of party and roles that a state's law of contracts names in vain."""
    at = law.at or _NOWHERE
    roles = {role for each in instruments for role in each.roles}
    yield from unknown(
        (RawText(each, at) for each in law.terms), library.clauses, "MB211", "clause"
    )
    for each in law.contracting.certificates:
        kinds = (RawText(kind, each.text.at) for kind in each.kinds)
        yield from unknown(kinds, library.party_kinds, "MB221", "kind of party")
        if each.role:
            yield from unknown([RawText(each.role, each.text.at)], roles, "MB221", "role")


def _overstepped(library: Library, law: Law) -> Iterator[Diagnostic]:
    for bound in law.bounds:
        place = bound.at or _NOWHERE
        against = (RawText(each, place) for each in bound.against)
        yield from unknown(against, _relatable(library), "MB211", "clause or alternative")
        said = [RawText(bound.of, place)]
        yield from unknown(said, _sources(library), "MB220", "fact or requirement")


# --- names -------------------------------------------------------------------------------------


def _names(library: Library, file: ClauseFile) -> Iterator[Diagnostic]:
    clause = file.clause
    if clause.article not in library.articles:
        hint = hint_for(clause.article, library.articles)
        message = f"there is no article `{clause.article}`"
        yield error("MB212", message, clause.at, f"add its `article.yaml`, or: {hint}")
    yield from unknown(file.related, _relatable(library), "MB211", "clause or alternative")
    yield from unknown(file.topics, library.topics, "MB213", "topic")
    yield from unknown(file.sources, _sources(library), "MB220", "fact or requirement")
    yield from _definition(library, clause)


def _relatable(library: Library) -> frozenset[str]:
    """Return what `requires` and `conflicts` may name: clauses, and wordings of clauses."""
    wordings = (
        f"{clause.id}.{each.id}"
        for clause in library.clauses.values()
        for each in clause.alternatives
    )
    return frozenset((*library.clauses, *wordings))


def _sources(library: Library) -> Iterator[str]:
    """Yield what a clause may name as its source: facts of law, and requirements of standards."""
    yield from library.facts
    for standard in library.standards.values():
        yield from (each.id for each in standard.requirements)


def _definition(library: Library, clause: Clause) -> Iterator[Diagnostic]:
    """Find a clause outside the definitions article that defines a term by a key."""
    article = library.articles.get(clause.article)
    collects = article is not None and article.collects_definitions
    if clause.defines and not collects:
        hint = 'write `{{ define("Term") }}` in its text, or move it to the definitions'
        message = "only a clause of the definitions article has `defines`"
        yield error("MB218", message, clause.at, hint)


def _answers(library: Library, article: Article) -> Iterator[Diagnostic]:
    """Cross-checks report at a question of any article."""
    known = {each.id for one in library.articles.values() for each in one.questions}
    known |= {each.id for one in library.articles.values() for each in one.derived}
    known.add("parties")
    for check in article.checks:
        group = ".".join(check.answer.split(".")[:2])
        if check.answer not in known and group not in known:
            message = f"the cross-check `{check.id}` names no question: `{check.answer}`"
            yield error("MB217", message, check.at, hint_for(check.answer, known))
    for each in article.derived:
        if any(each.id == question.id for question in article.questions):
            message = f"`{each.id}` is asked and computed"
            yield error("MB207", message, each.at, "give one of them another key")


# --- meanings ----------------------------------------------------------------------------------


def _meanings(library: Library, instruments: tuple[Instrument, ...]) -> Iterator[Diagnostic]:
    from mou_builder.language import (  # noqa: PLC0415 - only when the library is built
        check_expression,
        check_template,
        vocabulary_of,
    )

    vocabulary = vocabulary_of(library, instruments)
    for expression in _expressions(library):
        yield from check_expression(expression, vocabulary)
    for template in _templates(library):
        yield from check_template(template, vocabulary)
    for check in (each for one in library.articles.values() for each in one.checks):
        # A message is kept as text, for it is printed seldom: places inside it are not known.
        message = template_of(RawText(check.message, check.at or _NOWHERE), [])
        for each in check_template(message, vocabulary):
            yield replace(each, at=check.at)


def _expressions(library: Library) -> Iterator[Expression]:
    found: list[Expression | None] = []
    for clause in library.clauses.values():
        found += [clause.when, *(each.when for each in clause.alternatives)]
        found += [each.refused_when for each in clause.alternatives]
    for article in library.articles.values():
        for check in article.checks:
            found += [check.holds, check.when]
        found += [each.value for each in article.derived]
    for question in _questions(library):
        found += [question.when, question.default]
    found += [each.when for each in library.exhibits.values()]
    found += [each.when for each in _certificates(library)]
    found += [each.when for one in library.standards.values() for each in one.requirements]
    found += [each.holds for one in library.jurisdictions.values() for each in one.law.bounds]
    return (each for each in found if each is not None)


def _certificates(library: Library) -> Iterator[Certificate]:
    for state in library.jurisdictions.values():
        yield from state.law.contracting.certificates


def _questions(library: Library) -> Iterator[Question]:
    articles = [each for one in library.articles.values() for each in one.questions]
    for question in (*articles, *library.party_questions):
        yield question
        yield from question.fields


def _templates(library: Library) -> Iterator[Template]:
    for clause in library.clauses.values():
        for each in clause.alternatives:
            yield each.text
            yield each.summary
    for exhibit in library.exhibits.values():
        yield exhibit.text
    yield from (each.text for each in _certificates(library))
    for standard in library.standards.values():
        for requirement in standard.requirements:
            yield from phrases_of(requirement)

"""Which of the library's questions an agreement turns on, found from the texts that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mou_builder.language.uses import uses_of
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Clause, Library
from mou_builder.model.question import Derived, Question
from mou_builder.model.template import Expression, Template


def questions_needed(
    instrument: Instrument | None, library: Library, clauses: Iterable[Clause]
) -> frozenset[str]:
    """Return the ids of the questions that a text or condition of these clauses turns on.

    The instrument's own texts and exhibits count too, if there is one, and so does a question on
    which another one that counts depends.
    """
    questions, derived = _by_id(library)
    waiting = [*_of_clauses(clauses), *(_of_instrument(instrument, library) if instrument else ())]
    needed: set[str] = set()
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in questions:
            needed.add(name)
            waiting += _named(*_conditions(questions[name]))
        elif name in derived:
            waiting += _named(derived[name].value)
    return frozenset(needed)


def _by_id(library: Library) -> tuple[Mapping[str, Question], Mapping[str, Derived]]:
    articles = library.articles.values()
    questions = {each.id: each for article in articles for each in article.questions}
    return questions, {each.id: each for article in articles for each in article.derived}


def _of_clauses(clauses: Iterable[Clause]) -> Iterator[str]:
    """Yield the `<article>.<key>` of every answer that texts and conditions of the clauses name."""
    for clause in clauses:
        yield from _named(clause.when)
        for each in clause.alternatives:
            yield from _named(each.when, each.text)


def _of_instrument(instrument: Instrument, library: Library) -> Iterator[str]:
    """Yield the `<article>.<key>` of every answer that its texts and exhibits name."""
    if instrument.officer:
        yield instrument.officer
    # The program itself reads these for the opening.
    yield from ("term.reference_date", "term.start")
    texts = (instrument.preamble, instrument.operative, instrument.closing, instrument.lead)
    yield from _named(*instrument.title_lines, *texts, instrument.recitals_heading)
    for recital in instrument.recitals:
        yield from _named(recital.text, recital.when)
    for name in instrument.exhibits:
        if name in library.exhibits:
            yield from _named(library.exhibits[name].when, library.exhibits[name].text)


def _conditions(question: Question) -> tuple[Expression | None, ...]:
    own = (question.when, question.default)
    return own + tuple(part for each in question.fields for part in (each.when, each.default))


def _named(*nodes: Template | Expression | None) -> list[str]:
    paths: list[str] = []
    for node in nodes:
        if node is not None:
            # A text's names were found when it was parsed.
            paths += node.uses.answers if isinstance(node, Template) else uses_of(node).answers
    return [".".join(path.split(".")[:2]) for path in paths]

"""What there is to choose from, as rows: for `mou-builder list`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.question import Question
from mou_builder.model.standards import Requirement
from mou_builder.reports.conditions import condition_text
from mou_builder.reports.passages import place_name

Rows: TypeAlias = list[dict[str, Any]]


def instrument_rows(instruments: Iterable[Instrument]) -> Rows:
    """Return a row for each kind of agreement."""
    return [
        {"id": each.id, "title": each.title, "summary": each.summary, "articles": [*each.articles]}
        for each in instruments
    ]


def article_rows(library: Library) -> Rows:
    """Return a row for each article of the library."""
    clauses = [each.article for each in library.clauses.values()]
    return [
        {
            "id": each.id,
            "title": each.heading,
            "questions": len(each.questions),
            "clauses": clauses.count(each.id),
        }
        for each in library.articles.values()
    ]


def clause_rows(library: Library) -> Rows:
    """Return a row for each clause of the library, with its alternatives."""
    return [
        {
            "id": each.id,
            "title": each.heading,
            "article": each.article,
            "alternatives": [one.id for one in each.alternatives],
            "condition": each.when_source,
            "topics": list(each.topics),
            "counsel_decides": each.counsel_decides,
            "law_varies": each.law_varies,
            "state": each.state,
            "version": each.version,
            "reviewed": each.reviewed,
        }
        for each in library.clauses.values()
    ]


def topic_rows(library: Library) -> Rows:
    """Return a row for each topic, with what each kind of source calls it."""
    clauses = library.clauses.values()
    return [
        {
            "id": each.id,
            "title": each.title,
            "states": list(each.states),
            "standards": list(each.standards),
            "agreements": list(each.agreements),
            "clauses": [one.id for one in clauses if each.id in one.topics],
        }
        for each in library.topics.values()
    ]


def standard_rows(library: Library) -> Rows:
    """Return a row for each standard, with how its requirements are known."""
    return [
        {
            "id": each.id,
            "title": each.title,
            "publisher": each.publisher,
            "note": each.note,
            "requirements": len(each.requirements),
            "evidence": Counter(one.evidence.value for one in each.requirements),
        }
        for each in library.standards.values()
    ]


def requirement_rows(library: Library, standard: str | None = None) -> Rows:
    """Return a row for each requirement, of all standards or of one."""
    return [
        _requirement(each)
        for one in library.standards.values()
        if standard in (None, one.id)
        for each in one.requirements
    ]


def question_rows(library: Library, who: str | None = None) -> Rows:
    """Return a row for each question, or for those that `who` can answer."""
    asked = [each for article in library.articles.values() for each in article.questions]
    return [_question(each) for each in asked if who in (None, each.who.value)]


def rows_of(questions: Iterable[Question]) -> Rows:
    """Return a row for each of these questions."""
    return [_question(each) for each in questions]


def named_rows(titles: Mapping[str, str]) -> Rows:
    """Return a row for each id with its title."""
    return [{"id": name, "title": title} for name, title in titles.items()]


def rows_text(rows: Rows, columns: Sequence[str] = ("id", "title")) -> str:
    """Return the rows as aligned columns, the last one as wide as it is."""
    cells = [[str(row[column]) for column in columns] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
    return "\n".join(lines)


def _requirement(asked: Requirement) -> dict[str, Any]:
    return {
        "id": asked.id,
        "evidence": asked.evidence.value,
        "title": asked.text,
        "area": asked.area,
        "topics": list(asked.topics),
        "states": list(asked.states),
        "belongs": asked.belongs.value,
        "source_label": asked.source_label,
        "source": asked.source,
        "address": asked.address,
        "met_by": [list(map(place_name, each.passages)) for each in asked.ways],
        "unmet": asked.unmet,
        "see": list(asked.see),
        "note": asked.note,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "who": question.who.value,
        "type": question.kind.value,
        "title": question.prompt,
        "help": question.help,
        "required": question.required,
        "none_allowed": question.none_allowed,
        "when": condition_text(question.when) if question.when else "",
        "default": condition_text(question.default) if question.default else "",
        "choices": [{"id": each.id, "label": each.label} for each in question.choices],
        "example": question.example,
        "fields": [_question(each) for each in question.fields],
    }

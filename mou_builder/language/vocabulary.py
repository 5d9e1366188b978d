"""Which names exist at all, for checking a text before there is an agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mou_builder.model.instrument import Instrument
from mou_builder.model.law import CITABLE
from mou_builder.model.library import Library
from mou_builder.model.question import Derived, Question


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that clause texts and conditions may use.

    `questions` holds every question by id, the fields of groups and parties included.
    `instruments` and `states` may be empty: then comparisons with them go unchecked.
    """

    questions: Mapping[str, Question]
    articles: frozenset[str]
    roles: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    exhibits: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    derived: Mapping[str, Derived] = field(default_factory=dict)
    instruments: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    party_kinds: frozenset[str] = frozenset()


def vocabulary_of(library: Library, instruments: Iterable[Instrument] = ()) -> Vocabulary:
    """Return every name of the library, with the roles and words of these instruments."""
    known = tuple(instruments)
    articles = library.articles.values()
    words = [name for each in known for name in each.words]
    words += [name for each in library.jurisdictions.values() for name in each.words]
    return Vocabulary(
        questions=questions_of(library),
        articles=frozenset(library.articles),
        roles=frozenset(role for each in known for role in each.roles),
        clauses=frozenset(library.clauses),
        facts=frozenset((*library.facts, *(f"state.{each}" for each in CITABLE))),
        exhibits=frozenset(library.exhibits),
        words=frozenset(words),
        derived={each.id: each for article in articles for each in article.derived},
        instruments=frozenset(each.id for each in known),
        party_kinds=frozenset(library.party_kinds),
    )


def questions_of(library: Library) -> dict[str, Question]:
    """Return every question by its id, the fields of groups and of parties included."""
    asked = [each for article in library.articles.values() for each in article.questions]
    found = {}
    for question in (*asked, *library.party_questions):
        found[question.id] = question
        found.update({each.id: each for each in question.fields})
    return found

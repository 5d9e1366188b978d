"""Every name in the library is used, and every name used exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from mou_builder.language import uses_of
from mou_builder.language.walk import parts_of, visits_of
from mou_builder.model.library import Usual
from mou_builder.model.question import Question
from mou_builder.model.template import Constant, Expression, Template
from tests.library import shipped

# Read by the program itself, for the opening.
BY_THE_PROGRAM = {"term.reference_date", "term.start"}
# A state, or `generic` or `multi`; then words and years.
AGREEMENT = re.compile(r"(generic|multi|[a-z]{2})(?:-[a-z0-9]+)+")
FIELDS = [each for question in shipped.questions() for each in question.fields]
every_question = pytest.mark.parametrize(
    "question", [pytest.param(each, id=each.id) for each in (*shipped.questions(), *FIELDS)]
)


@every_question
def test_a_question_is_used(question: Question) -> None:
    """Nothing is asked that no text, condition, check or derived value reads."""
    assert question.id in USED | BY_THE_PROGRAM


def test_every_topic_is_listed() -> None:
    """There is one list of topics, and each clause is on one at least."""
    topics = {each.id: set(each.topics) for each in shipped.clauses()}
    listed = set(shipped.library().topics)

    assert [name for name, named in topics.items() if not named or named - listed] == []


def test_every_source_is_a_fact_or_a_requirement() -> None:
    """Each can be looked up, with how it is known."""
    library = shipped.library()
    named = {each for clause in shipped.clauses() for each in clause.sources}

    assert [
        each for each in named if not (each in library.facts or library.requirement(each))
    ] == []


def test_no_clause_claims_a_review() -> None:
    """Only an attorney who read it fills that in."""
    assert [each.id for each in shipped.clauses() if each.reviewed is not None] == []


def test_every_version_counts_from_one() -> None:
    """One more with each change of a text."""
    assert [each.id for each in shipped.clauses() if each.version < 1] == []


def test_some_kind_of_agreement_can_hold_each_clause() -> None:
    """No clause is written for nothing."""
    assert [each.id for each in shipped.clauses() if not shipped.homes(each)] == []


def test_a_kind_of_agreement_knows_the_roles_of_its_clauses() -> None:
    """A memorandum on roles has no payer, so no clause in it speaks of one."""
    unknown = [
        (home.id, clause.id, wording.id)
        for clause, wording in shipped.wordings()
        for home in shipped.homes(clause)
        if {*uses_of(wording.text).roles, *uses_of(wording.summary).roles} - home.roles.keys()
    ]

    assert unknown == []


def test_every_agreement_seen_has_the_form_of_an_id() -> None:
    """Such as `wa-sunnyside-2011`: the state first, which is on file."""
    seen = {each for usual in _usual() for each in usual.seen_in}
    homes = {match[1] for match in map(AGREEMENT.fullmatch, seen) if match}

    assert [each for each in seen if not AGREEMENT.fullmatch(each)] == []
    assert homes <= {*shipped.library().jurisdictions, "generic", "multi"}


def test_what_was_seen_names_its_agreements() -> None:
    """The drafter's own view names none."""
    assert {bool(each.seen_in) for each in _usual() if each.basis == "seen"} == {True}
    assert {bool(each.seen_in) for each in _usual() if each.basis == "drafter"} == {False}


@pytest.mark.parametrize("exhibit", shipped.library().exhibits)
def test_some_text_points_to_the_exhibit(exhibit: str) -> None:
    """An exhibit that nothing mentions would hang in the air."""
    assert exhibit in {
        each for _, wording in shipped.wordings() for each in uses_of(wording.text).exhibits
    }


# --- what is used ------------------------------------------------------------------------------


def _usual() -> list[Usual]:
    return [each.usual for _, each in shipped.wordings() if each.usual]


def _nodes() -> Iterator[Template | Expression | None]:
    """Yield every text and expression of library and instruments."""
    yield from (each.when for each in shipped.clauses())
    for _, wording in shipped.wordings():
        yield from (wording.when, wording.text, wording.summary)
    for question in shipped.questions():
        yield from (question.when, question.default)
    for exhibit in shipped.library().exhibits.values():
        yield from (exhibit.when, exhibit.text)
    for article in shipped.library().articles.values():
        yield from (part for each in article.checks for part in (each.when, each.holds))
        yield from (each.value for each in article.derived)
    for instrument in shipped.instruments().values():
        yield from (*instrument.title_lines, instrument.preamble, instrument.operative)
        yield from (instrument.closing, instrument.lead, instrument.recitals_heading)
        yield from (part for each in instrument.recitals for part in (each.when, each.text))


def _used() -> Iterator[str]:
    """Yield the ids of questions, and of fields, that are read; `sum` names a field in quotes."""
    for instrument in shipped.instruments().values():
        yield instrument.officer
    for node in _nodes():
        if node is None:
            continue
        answers = uses_of(node).answers
        for path in answers:
            parts = path.split(".")
            yield ".".join(parts[:2])
            yield ".".join(parts[:3])
        quoted = {each.value for each in _parts(node) if isinstance(each, Constant)}
        yield from (f"{path}.{each}" for path in answers for each in quoted)


def _parts(node: Template | Expression) -> Iterator[Expression]:
    if not isinstance(node, Template):
        yield from parts_of(node)
        return
    for visit in visits_of(node.blocks):
        yield from parts_of(visit.expression)


USED = frozenset(_used())

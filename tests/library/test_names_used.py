"""Every name in the library is used, and every name used exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from mou_builder.language import uses_of
from mou_builder.language.walk import parts_of, visits_of
from mou_builder.model.library import Alternative, Clause, Usual
from mou_builder.model.question import Question
from mou_builder.model.template import Constant, Expression, Template
from tests.library import shipped

# Read by the program itself, for the opening.
BY_THE_PROGRAM = {"term.reference_date", "term.start"}
# A state, or `generic` or `multi`; then words and years.
AGREEMENT = re.compile(r"(generic|multi|[a-z]{2})(?:-[a-z0-9]+)+")
SOURCE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
FIELDS = [each for question in shipped.questions() for each in question.fields]
every_question = pytest.mark.parametrize(
    "question", [pytest.param(each, id=each.id) for each in (*shipped.questions(), *FIELDS)]
)
every_clause = pytest.mark.parametrize(
    "clause", [pytest.param(each, id=each.id) for each in shipped.clauses()]
)
every_wording = pytest.mark.parametrize(
    ("clause", "wording"),
    [pytest.param(clause, each, id=f"{clause.id}/{each.id}") for clause, each in shipped.wordings()],
)


@every_question
def test_a_question_is_used(question: Question) -> None:
    """Nothing is asked that no text, condition, check or derived value reads."""
    assert question.id in USED | BY_THE_PROGRAM


@every_clause
def test_a_clause_is_on_topics_that_are_listed(clause: Clause) -> None:
    """There is one list of topics."""
    assert clause.topics
    assert set(clause.topics) <= set(shipped.library().topics)


@every_clause
def test_a_clause_names_its_sources_by_their_ids(clause: Clause) -> None:
    """A fact on file, or the id of a standard or requirement."""
    facts = shipped.library().facts

    assert [each for each in {*clause.sources} - {*facts} if not SOURCE.fullmatch(each)] == []


@every_clause
def test_no_clause_claims_a_review(clause: Clause) -> None:
    """Only an attorney who read it fills that in."""
    assert clause.reviewed is None


@every_clause
def test_a_version_counts_from_one(clause: Clause) -> None:
    """One more with each change of a text."""
    assert clause.version >= 1


@every_clause
def test_some_kind_of_agreement_can_hold_the_clause(clause: Clause) -> None:
    """No clause is written for nothing."""
    assert shipped.homes(clause)


@every_wording
def test_a_kind_of_agreement_knows_the_roles_of_its_clauses(
    clause: Clause, wording: Alternative
) -> None:
    """A memorandum on roles has no payer, so no clause in it speaks of one."""
    spoken_of = {*uses_of(wording.text).roles, *uses_of(wording.summary).roles}

    assert [each.id for each in shipped.homes(clause) if spoken_of - each.roles.keys()] == []


@every_wording
def test_what_is_usual_names_its_agreements(clause: Clause, wording: Alternative) -> None:
    """`seen` comes with ids such as `wa-sunnyside-2011`; the drafter's view comes with none."""
    usual = wording.usual or Usual("either", "drafter")
    homes = {match[1] for match in map(AGREEMENT.fullmatch, usual.seen_in) if match}

    assert all(map(AGREEMENT.fullmatch, usual.seen_in))
    assert homes <= {*shipped.library().jurisdictions, "generic", "multi"}
    assert bool(usual.seen_in) == (usual.basis == "seen")


@pytest.mark.parametrize("exhibit", shipped.library().exhibits)
def test_some_text_points_to_the_exhibit(exhibit: str) -> None:
    """An exhibit that nothing mentions would hang in the air."""
    assert exhibit in {
        each for _, wording in shipped.wordings() for each in uses_of(wording.text).exhibits
    }


# --- what is used ------------------------------------------------------------------------------


def _nodes() -> Iterator[Template | Expression | None]:
    """Yield every text and expression of library and instruments."""
    library = shipped.library()
    for clause in library.clauses.values():
        yield clause.when
    for _, wording in shipped.wordings():
        yield from (wording.when, wording.text, wording.summary)
    for article in library.articles.values():
        for check in article.checks:
            yield from (check.when, check.holds)
        yield from (each.value for each in article.derived)
        for question in article.questions:
            yield from (question.when, question.default)
    for exhibit in library.exhibits.values():
        yield from (exhibit.when, exhibit.text)
    for instrument in shipped.instruments().values():
        yield from (*instrument.title_lines, instrument.preamble, instrument.operative)
        yield from (instrument.closing, instrument.lead)
        for recital in instrument.recitals:
            yield from (recital.when, recital.text)


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

"""Every shipped clause: its conditions turn both ways, and its words keep the drafting rules."""

from __future__ import annotations

import re

import pytest

from mou_builder.diagnostics import Diagnostic
from mou_builder.language import judge, render_blocks, render_inlines
from mou_builder.model.answers import Decisions
from mou_builder.model.library import Alternative, Clause
from mou_builder.model.selection import Truth
from mou_builder.model.template import Expression
from mou_builder.stages.selecting.alternatives import take_alternative
from tests.library import shipped
from tests.library.agreements import scopes
from tests.library.conditions import truths, worlds
from tests.library.duties import without_bearer
from tests.library.wanted import ground
from tests.library.wording import paragraphs, sentences, words

# Conditions that never turn, each with the reason.
ALWAYS: dict[str, str] = {}
LONGEST = 38
CONDITIONS = [
    *((each.id, each.when) for each in shipped.clauses()),
    *((f"{clause.id}/{each.id}", each.when) for clause, each in shipped.wordings()),
    *((each.id, each.when) for each in shipped.questions()),
    *((f"exhibit {each.id}", each.when) for each in shipped.library().exhibits.values()),
]
every_condition = pytest.mark.parametrize(
    ("name", "condition"),
    [pytest.param(name, when, id=name) for name, when in CONDITIONS if when],
)
every_clause = pytest.mark.parametrize(
    "clause", [pytest.param(each, id=each.id) for each in shipped.clauses()]
)
every_wording = pytest.mark.parametrize(
    ("clause", "wording"),
    [
        pytest.param(clause, each, id=f"{clause.id}/{each.id}")
        for clause, each in shipped.wordings()
    ],
)

# --- conditions --------------------------------------------------------------------------------


@every_condition
def test_a_condition_can_be_yes_and_can_be_no(name: str, condition: Expression) -> None:
    """Under the answers that it mentions, a condition is yes for some and no for others."""
    expected = {Truth.YES} if name in ALWAYS else {Truth.YES, Truth.NO}

    assert truths(condition, ground()) == expected


@every_clause
def test_whatever_is_answered_one_wording_fits(clause: Clause) -> None:
    """While the clause is in, never are the conditions of two wordings met, nor none's."""
    conditions = [clause.when, *(each.when for each in clause.alternatives)]
    taken = [
        (dict(world.typed), take_alternative(clause, world.scope, Decisions()))
        for world in worlds(conditions, ground())
        if judge(clause.when, world.scope).truth is Truth.YES
    ]

    assert taken
    assert [each for each in taken if isinstance(each[1], Diagnostic)] == []


# --- texts -------------------------------------------------------------------------------------


@every_wording
def test_a_wording_renders(clause: Clause, wording: Alternative) -> None:
    """In an agreement that holds it, the text has no fault and says something."""
    assert said(clause, wording)


@every_wording
def test_no_sentence_is_too_long(clause: Clause, wording: Alternative) -> None:
    """A principal understands it at first reading."""
    long = [each for each in said(clause, wording) if len(each.split()) > LONGEST]

    assert long == []


@every_wording
def test_a_duty_is_a_partys(clause: Clause, wording: Alternative) -> None:
    """`shall` follows a party or a role: no official, officer or student owes a duty here."""
    roles = scopes()[clause.id, wording.id].roles.values()
    terms = {term for role in roles for term in (role.term, role.each) if term}

    assert without_bearer(said(clause, wording), terms) == []


@every_wording
def test_no_word_of_hazard_is_used(clause: Clause, wording: Alternative) -> None:
    """No word that promises too much, that is archaic, or that leaves two readings open."""
    own = (clause.heading, wording.text.source, wording.summary.source)
    found = [match[0] for text in own for match in HAZARDS.finditer(_SIGNS.sub(" ", text))]

    assert found == []


@every_wording
def test_a_note_has_three_to_eight_sentences(clause: Clause, wording: Alternative) -> None:
    """Counsel reads why, what is negotiated and what to check; no more."""
    assert 3 <= len(sentences(wording.note)) <= 8


@every_wording
def test_a_summary_is_one_sentence(clause: Clause, wording: Alternative) -> None:
    """The board packet has one plain sentence for each clause."""
    scope = scopes()[clause.id, wording.id]
    summary = words(render_inlines(wording.summary, scope, clause=clause.id).ok)

    assert len(sentences(summary)) == 1
    assert summary.endswith(".")


# --- what the tests read -----------------------------------------------------------------------

_SIGNS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
HAZARDS = re.compile(
    r"\b(?:ensur(?:e[sd]?|ing)|guarantee\w*|best efforts?|zero tolerance|at all times"
    r"|highest standards?|best practices?|partnership|(?<!fiscal )agents?|protect all"
    r"|NASRO-certified"
    r"|here(?:in\w*|to\w*|of|by|under|after)|there(?:of|in|to|by|under|upon)|aforesaid|witnesseth"
    r"|and/or|provided,? that|null and void|pursuant to|prior to|forthwith|notwithstanding"
    r"|including,? but|in the event|may not|he|she|his|her"
    r"|immediately(?! (?:after|before|when|once)))\b",
    re.IGNORECASE,
)


def said(clause: Clause, wording: Alternative) -> list[str]:
    """Return the sentences of the text as it is drafted; a definition goes on after its term."""
    scope, opens = scopes()[clause.id, wording.id], clause.defines is None
    blocks = render_blocks(wording.text, scope, clause=clause.id, level=1, opens=opens).ok
    return [each for paragraph in paragraphs(blocks) for each in sentences(paragraph)]

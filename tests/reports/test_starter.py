"""The starter: a question, its help and a line to type on, each once and in its order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_builder.model.library import ClauseScope, Jurisdiction
from mou_builder.model.question import Form, Hole, Kind, StarterQuestion, Who
from mou_builder.reports.asking import WIDTH
from mou_builder.reports.starter import starter
from tests.builders import article, clause, instrument, library, question

PRICE = replace(
    question("funding.price"),
    forms=(Form((Hole("funding.part"), "%"), (("funding.model", "share"),)),),
)
FUNDING = article(
    "funding",
    [
        question(
            "funding.model", Kind.CHOICE, choices=["share=a share of the cost", "no_money=none"]
        ),
        question("funding.part", Kind.PERCENTAGE),
        question("funding.unused"),
        question("funding.rare"),
    ],
    lines=[PRICE],
)
CLAUSES = (
    clause("funding.share", "{{ funding.part | percent }}.", when='funding.model == "share"'),
    clause("funding.rare", "{{ funding.rare }}.", scope="full"),
)
KEYS = (
    StarterQuestion(
        "state", "Which state?", "Its laws are used.", form="two letters", example="WA"
    ),
    StarterQuestion("instrument", "Which kind?"),
    StarterQuestion("parties.district.legal_name", "What is the name?", who=Who.AGENCY),
    StarterQuestion("funding.model"),
    StarterQuestion("funding.price", example="50%"),
    StarterQuestion("funding.rare"),
    StarterQuestion("funding.unused"),
)
LIBRARY = replace(library(CLAUSES, [FUNDING]), starter=KEYS)
WASHINGTON = Jurisdiction("wa", "Washington")


def _made(state: Jurisdiction | None = None, scope: ClauseScope = ClauseScope.CORE) -> str:
    return starter(instrument("funding"), LIBRARY, state, scope, "ours.yaml")


def _typed(text: str) -> list[str]:
    """Return the lines that are no comments."""
    return [each for each in text.splitlines() if each and not each.startswith("#")]


def test_each_question_is_one_line_to_type_on() -> None:
    """Numbered comments above it, nothing behind its colon, and no line is nested."""
    assert _typed(_made()) == [
        "scope: core",
        "stance: balanced",
        "state:",
        "instrument: mou",
        "parties.district.legal_name:",
        "funding.model:",
        "funding.price:",
    ]


def test_a_question_says_what_helps_to_answer_it() -> None:
    """Why, who, in which form, with an example."""
    assert (
        "# 1. Which state?\n"
        "#     Its laws are used.\n"
        "#     Who can answer: the office\n"
        "#     Answer: two letters\n"
        "#     Example: WA\n"
        "state:\n"
    ) in _made()


def test_what_the_starter_does_not_say_the_question_says() -> None:
    """Its prompt, and its choices as one types them."""
    assert (
        "# 4. What is the model?\n"
        "#     Who can answer: the office\n"
        "#     Answer: one of these\n"
        "#       share     a share of the cost\n"
        "#       no money  none\n"
        "funding.model:\n"
    ) in _made()


def test_who_can_answer_may_differ() -> None:
    """The agency knows its own name."""
    text = _made().partition("3. What is the name?")[2]

    assert text.splitlines()[1] == "#     Who can answer: the law enforcement agency"


@pytest.mark.parametrize(("scope", "asked"), [(ClauseScope.CORE, False), (ClauseScope.FULL, True)])
def test_only_what_the_scope_needs_is_asked(scope: ClauseScope, *, asked: bool) -> None:
    """A question that no clause of the scope reads is left out, and so is its number."""
    text = _made(scope=scope)

    assert ("\nfunding.rare:\n" in text) is asked
    assert "funding.unused" not in text
    assert f"{6 if asked else 5} questions" in text


def test_the_state_is_filled_in() -> None:
    """Where the command names it."""
    assert "state: WA" in _typed(_made(WASHINGTON))


def test_no_line_is_wider_than_the_page() -> None:
    """Long help is wrapped."""
    assert max(map(len, _made().splitlines())) <= WIDTH

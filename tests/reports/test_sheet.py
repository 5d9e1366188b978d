"""A sheet of questions to send."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_builder.model.question import Kind, Who
from mou_builder.reports.conditions import condition_words
from mou_builder.reports.sheet import Part, parts, sheet
from mou_builder.writers.text import plain_text
from tests.builders import article, expression, library, question

KIND = question("staffing.kind", Kind.CHOICE, choices=["one=one officer", "two=two officers"])
SUMMER = question("staffing.summer", Kind.YES_NO, when='staffing.kind == "one"')
SCHOOLS = question(
    "staffing.schools",
    Kind.GROUP,
    fields=[question("staffing.schools.name"), question("staffing.schools.level")],
)
PRICE = replace(question("funding.price", Kind.MONEY), who=Who.AGENCY, help="It is appropriated.")
KIND_IS_ONE = "the answer to \u201cWhat is the kind?\u201d is: one officer"
SUMMER_IS_YES = "the answer to \u201cWhat is the summer?\u201d is yes"
LIBRARY = library((), [article("staffing", [KIND, SUMMER, SCHOOLS]), article("funding", [PRICE])])


def _text(who: Who | None, *asked: str, still_open: bool = False) -> str:
    found = parts(LIBRARY, ("funding", "staffing"), lambda each: each.id in asked)
    return plain_text(sheet(who, found, LIBRARY, "2026-07-01", still_open=still_open))


def test_questions_stand_by_article_in_the_order_given() -> None:
    """The parties' questions first."""
    found = parts(
        LIBRARY, ("funding", "staffing"), lambda each: each.key in ("price", "kind", "roles")
    )

    assert [(each.heading, [one.id for one in each.questions]) for each in found] == [
        ("The Parties", ["parties.roles", "parties.kind"][::-1]),
        ("Funding", ["funding.price"]),
        ("Staffing", ["staffing.kind"]),
    ]


def test_of_a_group_the_fields_that_are_open_are_asked() -> None:
    """The rest of it is answered."""
    found = parts(LIBRARY, ("staffing",), lambda each: each.id == "staffing.schools.level")

    assert found == (Part("Staffing", (SCHOOLS.fields[1],)),)


def test_a_question_has_its_help_its_form_and_a_line() -> None:
    """And its name, for whoever types the answer."""
    assert (
        "1.  What is the price? (funding.price)\n\n"
        "    It is appropriated.\n\n"
        "    Answer: an amount, as $163,800\n\n"
        f"    {'_' * 60}\n"
    ) in _text(Who.AGENCY, "funding.price")


def test_choices_are_their_labels() -> None:
    """One marks or writes one."""
    text = _text(Who.OFFICE, "staffing.kind")

    assert "    \u2022  one officer\n    \u2022  two officers\n" in text


@pytest.mark.parametrize(("still_open", "said"), [(False, True), (True, False)])
def test_a_condition_is_said_while_it_is_not_known(*, still_open: bool, said: bool) -> None:
    """In the words of the question that decides it."""
    text = _text(Who.OFFICE, "staffing.summer", still_open=still_open)

    assert ("Only if the answer to \u201cWhat is the kind?\u201d is: one officer." in text) is said


def test_a_sheet_for_everybody_is_grouped_by_who() -> None:
    """The numbers run on."""
    text = _text(None, "funding.price", "staffing.kind")

    assert text.index("For the office") < text.index("1.  What is the kind?")
    assert text.index("For the law enforcement agency") < text.index("2.  What is the price?")


def test_a_sheet_without_questions_says_so() -> None:
    """An empty page would look like a mistake."""
    assert "Nothing is open." in _text(Who.AGENCY)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (
            'staffing.kind != "two"',
            "the answer to \u201cWhat is the kind?\u201d is not: two officers",
        ),
        ("staffing.summer", SUMMER_IS_YES),
        ("not staffing.summer", f"not: {SUMMER_IS_YES}"),
        (
            'staffing.kind == "one" or staffing.summer',
            f"{KIND_IS_ONE}, or {SUMMER_IS_YES}",
        ),
        ("staffing.summer is answered", "staffing.summer is answered"),
        ("state == 'wa'", 'state == "wa"'),
    ],
)
def test_a_condition_is_put_in_the_words_of_its_questions(condition: str, words: str) -> None:
    """What no question decides stands as it is typed."""
    assert condition_words(expression(condition), LIBRARY) == words

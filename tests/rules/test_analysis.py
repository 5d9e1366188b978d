"""Texts are read in every way that they can print, and each word knows its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from mou_builder.diagnostics import Position
from mou_builder.rules.analysis import Part, Passage
from mou_builder.rules.analysis.passages import ELSEWHERE, plain_passage
from mou_builder.rules.analysis.readings import passages_of
from tests.builders import at, clause, template
from tests.rules.linted import agreement_of

MODEL = Passage("duties.radio", Part.TEXT)


def read(text: str) -> list[str]:
    """Return the passages of all readings of a text."""
    return [each.text for each in passages_of(template(text), MODEL)]


# --- readings ----------------------------------------------------------------------------------


def test_a_text_is_read_in_paragraphs_and_items() -> None:
    """Lines are joined, marks of lists and of emphasis are not words."""
    text = "One **bold**\nline:\n\n1. *first*;\n   goes on; and\n2. second.\n\n- bullet"

    assert read(text) == ["One bold line:", "first; goes on; and", "second.", "bullet"]


def test_a_table_is_read_cell_by_cell() -> None:
    """The row of hyphens is none."""
    text = "Table: Costs\n\n| Item | Amount |\n|:---|---:|\n| Car \\| van | {{ a.b }} |"
    found = list(passages_of(template(text), MODEL))

    assert [each.text for each in found] == ["Costs", "Item", "Amount", "Car | van", ELSEWHERE]
    assert {each.part for each in found} == {Part.TABLE}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("{{ the.agency }} pays {{ the.payer | possessive }} {{ officer }}.",
         "The Agency pays the Payer's SRO."),
        ("Each of {{ the.district | bare }}; {{ each.agency | upper_first }}.",
         "Each of District; Each Agency."),
        ('It is a {{ define("Plan") }}.', "It is a “Plan”."),
        ('See {{ ref("a.b") }} and {{ cite("a.b") }}.', "See … and …."),
        ('{{ a.b | counted("day", "days") }}, {{ a.c | date }}', "… days, …"),
    ],
)  # fmt: skip
def test_an_output_reads_as_it_may_print(typed: str, words: str) -> None:
    """A role by its term, the officer as SRO, everything else as an ellipsis."""
    assert read(typed) == [words]


def test_every_branch_is_in_some_reading() -> None:
    """The longest first; each other branch beside the longest of the rest."""
    text = "A {% if x %}long one{% elif y %}b{% else %}c{% endif %} and{% if z %} more{% endif %}."

    assert read(text) == [
        "A long one and more.",
        "A b and more.",
        "A c and more.",
        "A long one and.",
    ]


def test_a_branch_within_a_branch_is_read() -> None:
    """Together with the branch around it."""
    text = "A{% if x %} {% if y %}b{% else %}bb{% endif %}{% else %} much longer{% endif %}."

    assert read(text) == ["A much longer.", "A bb.", "A b."]


def test_conditions_round_paragraphs_and_items() -> None:
    """A tag alone on its line is no words."""
    items = "{% if x %}\n1. two; and\n{% endif %}\n2. three."
    text = f"One:\n\n{items}\n\n{{% for a in b %}}\nFour.\n\n{{% endfor %}}"

    assert read(text) == ["One:", "two; and", "three.", "Four."]


@settings(max_examples=50)
@for_all(st.text(alphabet='ab.*{}%| \n-1(“"\\', max_size=60))
def test_any_text_that_parses_is_read(text: str) -> None:
    """Each character typed stands where its place says, or is a space there."""
    from mou_builder.language import parse_template  # noqa: PLC0415 - for this test alone

    parsed = parse_template(text, at()).value
    lines = text.splitlines() or [""]
    for passage in passages_of(parsed, MODEL) if parsed else ():
        assert len(passage.text) == len(passage.typed) == len(passage.offsets)
        for number, character in enumerate(passage.typed):
            place = passage.position(number)
            if character not in (ELSEWHERE, " ") and place:
                assert lines[place.line - 1][place.column - 1] == character


# --- passages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("He said “no.” Then he left.", 2),
        ("School No. 4 and the U.S. Code, e.g. Title IX.", 1),
        ("It is 5 p.m. on a School Day.", 1),
        ("The price is $4.50. It is 3.5 miles.", 2),
        ("One; Two: Three", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    """An abbreviation ends none, nor does a figure."""
    assert len(plain_passage(text, MODEL).sentences) == count


def test_quoted_words_are_somebody_elses() -> None:
    """Between marks of either kind; an apostrophe is no mark."""
    sentence = plain_passage(
        'The District\u2019s act says “ensure” and "herein".', MODEL
    ).sentences[0]

    assert sentence.unquoted == f"The District\u2019s act says {'…' * 8} and {'…' * 8}."
    assert sentence.typed == sentence.text


# --- agreements --------------------------------------------------------------------------------


def own_passages(text: str, **given: object) -> list[Passage]:
    """Return the passages of a provision of the office's own, in a finished agreement."""
    analysis = agreement_of(text, given=given or None)  # type: ignore[arg-type]
    return [
        each for each in analysis.passages if each.where == "duties.own" and each.part == "text"
    ]


def test_printed_words_know_where_they_were_typed() -> None:
    """Roles, terms, items and conditions between them do not matter."""
    text = (
        '{% if has("duties.x") %}No radio.{% endif %}\n\n'
        "{{ the.agency }} shall **give** the Party\na radio:\n\n1. one; and\n2. one more."
    )
    found = own_passages(text)

    assert [each.text for each in found] == [
        "The City shall give the Party a radio:", "one; and", "one more.",
    ]  # fmt: skip
    assert found[0].typed == "……… ………… shall give the Party a radio:"
    assert found[0].position(15, 4) == Position("clause.yaml", 3, 26, 4)
    assert found[0].position(30) == Position("clause.yaml", 4, 1, 1)
    assert found[2].position(4, 4) == Position("clause.yaml", 7, 8, 4)
    assert {each.own for each in found} == {True}


def test_the_words_of_answers_are_nobodys_wording() -> None:
    """They read as an ellipsis; a period at their end ends the sentence."""
    (found,) = own_passages("It is for {{ staffing.name }} The end.", **{"staffing.name": "X Co."})

    assert found.text == "It is for …. The end."
    assert [each.text for each in found.sentences] == ["It is for ….", "The end."]


def test_a_loops_words_are_found_each_time() -> None:
    """The second round's words stand where the first one's do."""
    found = own_passages("{% for party in parties %}\nOne {{ party.id }} pays.\n\n{% endfor %}")

    assert [each.position(4, 4) for each in found] == [Position("clause.yaml", 2, 20, 4)] * 2


def test_headings_exhibits_and_the_opening_are_read() -> None:
    """With what they are part of."""
    analysis = agreement_of("Words.", clause("duties.other", heading="Other words"))
    parts = {(each.part, each.text) for each in analysis.passages}

    assert (Part.HEADING, "Other words") in parts
    assert (Part.HEADING, "Own words") in parts
    assert any(part is Part.FORM and "“Agreement”" in text for part, text in parts)


def test_words_that_are_in_no_text_point_to_the_whole() -> None:
    """A passage knows at least where its text begins."""
    passage = replace(plain_passage("Words.", MODEL), at=at(7))

    assert passage.position(3) == at(7)

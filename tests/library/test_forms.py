"""Every form of one line is shown by an example that it reads itself."""

from __future__ import annotations

import pytest

from mou_builder.diagnostics import Position
from mou_builder.language import questions_of
from mou_builder.model.question import Form, Hole, Kind, Question
from mou_builder.model.raw import RawText
from mou_builder.stages.answering.one_line import can_answer, fitted, shown
from tests.library import shipped

KNOWN = questions_of(shipped.library())
LIBRARY = shipped.library()
LINES = [each for one in LIBRARY.articles.values() for each in one.lines]
ASKED = [
    *(each for each in KNOWN.values() if each.forms),
    *LINES,
    *([LIBRARY.other_parties] if LIBRARY.other_parties else []),
]
every_form = pytest.mark.parametrize(
    ("question", "form"),
    [
        pytest.param(each, form, id=f"{each.id}-{number}")
        for each in ASKED
        for number, form in enumerate(each.forms, 1)
    ],
)


@every_form
def test_the_example_of_a_form_is_of_that_form(question: Question, form: Form) -> None:
    """What a message tells the office to type is read as it was meant."""
    fit = fitted(question.forms, typed(shown([form], KNOWN).strip("`")), KNOWN)

    assert fit is not None
    assert [name for name, _ in fit.answers] == [
        each.question for each in form.pieces if isinstance(each, Hole)
    ]
    assert all(can_answer(KNOWN[name], text.text) for name, text in fit.answers)
    assert [(name, text.text) for name, text in fit.sets] == list(form.sets)


@pytest.mark.parametrize("line", [pytest.param(each, id=each.id) for each in LINES])
def test_the_example_of_a_line_has_one_of_its_forms(line: Question) -> None:
    """The starter prints it beside the place for the answer."""
    assert line.example
    assert fitted(line.forms, typed(line.example), KNOWN)


@pytest.mark.parametrize(
    "question", [each for each in ASKED if each not in LINES and each.choices], ids=lambda q: q.id
)
def test_a_choice_with_forms_takes_its_options_as_ever(question: Question) -> None:
    """The long form of an answer stays valid."""
    for option in question.choices:
        fit = fitted(question.forms, typed(option.id), KNOWN)

        given = [*fit.answers, *fit.sets] if fit else [(question.id, typed(option.id))]
        assert [name for name, _ in given] == [question.id]
        assert can_answer(question, given[0][1].text)


def test_a_group_with_forms_names_its_own_fields() -> None:
    """A member is filled from its line alone."""
    groups = [each for each in ASKED if each.kind is Kind.GROUP]
    strange = [
        piece.question
        for each in groups
        for form in each.forms
        for piece in form.pieces
        if isinstance(piece, Hole) and not piece.question.startswith(f"{each.id}.")
    ]

    assert groups
    assert strange == []


def typed(text: str) -> RawText:
    """Return the text as typed in an answer file."""
    return RawText(text, Position("answers.yaml", 1, 1, len(text)))

"""Several answers on one line: each lands under its own question, at its own place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mou_builder.diagnostics import Outcome
from mou_builder.model.answers import Answers
from mou_builder.model.question import Form, Hole, Kind, Question
from mou_builder.model.raw import RawAnswers, RawEntry, RawMapping, RawText
from mou_builder.model.values import Record, Unanswered
from mou_builder.stages import answer
from mou_builder.stages.answering.matching import matched
from tests.builders import (
    CITY,
    DISTRICT,
    FILE,
    Typed,
    article,
    at,
    clause,
    instrument,
    library,
    question,
    raw,
)

BASE: Mapping[str, Typed] = {"state": "WA", "parties": [DISTRICT, CITY]}
MODEL = question("funding.model", Kind.CHOICE, choices=["hourly", "share", "none"])
RATE = question("funding.rate", Kind.MONEY)
CAP = question("funding.cap", Kind.MONEY)
PART = question("funding.part", Kind.PERCENTAGE)
DAY = question("funding.day", Kind.DATE)


def form(*pieces: str, **sets: str) -> Form:
    """Return a form; a piece that starts with a dot is a hole of the article `funding`."""
    parts = tuple(Hole(f"funding{each}") if each.startswith(".") else each for each in pieces)
    return Form(parts, tuple((f"funding.{key}", value) for key, value in sets.items()))


def line(*forms: Form, identifier: str = "funding.price") -> Question:
    """Return what is asked on one line."""
    return _with_forms(question(identifier), *forms)


def _with_forms(asked: Question, *forms: Form) -> Question:
    return replace(asked, forms=forms)


HOURLY = {"rate": Decimal(60), "cap": Decimal(90000), "model": "hourly"}
PRICE = line(
    form(".rate", " an hour, at most ", ".cap", model="hourly"),
    form(".part", "%", model="share"),
    form("none", model="none"),
)


def answered(
    typed: Mapping[str, Typed], *questions: Question, lines: tuple[Question, ...] = (PRICE,)
) -> Outcome[Answers]:
    """Return the outcome for a library whose article `funding` asks these on these lines."""
    asked = questions or (MODEL, RATE, CAP, PART, DAY)
    known = library([clause("other.clause")], [article("funding", asked, lines=lines)])
    return answer(raw({**BASE, **typed}), known, instrument("funding"))


# --- forms -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("$60 an hour, at most $90,000", HOURLY),
        ("60 AN HOUR at most 90,000.00", HOURLY),
        ("50%", {"part": Decimal(50), "model": "share"}),
        ("50 %", {"part": Decimal(50), "model": "share"}),
        ("None", {"model": "none"}),
        ("$60 an hour, at most ?", {"rate": Decimal(60), "model": "hourly"}),
    ],
)
def test_a_line_answers_the_questions_of_its_form(typed: str, meant: Mapping[str, object]) -> None:
    """Each hole is read by its own question's type; the form adds what it says by itself."""
    found = answered({"funding": {"price": typed}}).ok

    values = {each: found.value(f"funding.{each}") for each in ("rate", "cap", "part", "model")}
    given = {key: value for key, value in values.items() if not isinstance(value, Unanswered)}
    assert given == meant


def test_what_a_form_sets_gives_way_to_an_answer() -> None:
    """Who has said how the price is set is not overruled by the way it is typed."""
    found = answered({"funding": {"model": "hourly", "price": "50%"}}).ok

    assert found.value("funding.model") == "hourly"


def test_a_line_that_is_empty_says_nothing() -> None:
    """It stays open, as any key left empty."""
    result = answered({"funding": {"price": "", "part": "40"}})

    assert result.ok.value("funding.part") == Decimal(40)
    assert result.diagnostics == ()


def test_a_line_that_fits_no_form_shows_the_forms() -> None:
    """The office sees what it can type."""
    (said,) = answered({"funding": {"price": "quite a lot"}}).diagnostics

    assert said.code == "MB319"
    assert said.hint == ("write it as `(rate) an hour, at most (cap)`, `(part)%` or `none`")


def test_what_cannot_be_read_is_shown_where_it_stands() -> None:
    """Two holes that read are enough to know the form, and the third is at fault."""
    (said,) = answered({"funding": {"price": "$60 an hour, at most lots"}}).diagnostics

    assert said.code == "MB307"
    assert said.at is not None
    assert (said.at.column, said.at.length) == (10 + len("$60 an hour, at most "), len("lots"))


def test_an_answer_that_stands_twice_is_shown_at_both_places() -> None:
    """A line and a key of the same file cannot both say it."""
    (said,) = answered({"funding": {"price": "50%", "part": "40%"}}).diagnostics

    assert said.code == "MB125"
    assert said.at is not None
    assert said.related[0].at is not None


def test_the_stronger_file_counts() -> None:
    """A profile's answer gives way to the line of the answer file."""
    known = library([clause("other.clause")], [article("funding", [MODEL, PART], lines=[PRICE])])
    weak = RawEntry("part", at(file="profile.yaml"), RawText("40%", at(file="profile.yaml")))
    strong = RawEntry("price", at(2, file=FILE), RawText("50%", at(2, 8, file=FILE)))
    funding = RawEntry("funding", at(file=FILE), RawMapping((weak, strong), at(file=FILE)))
    root = raw(BASE).root
    typed = RawAnswers(
        replace(root, entries=(*root.entries, funding)), FILE, frozenset({"profile.yaml"})
    )

    found = answer(typed, known, instrument("funding"))

    assert found.ok.value("funding.part") == Decimal(50)
    assert found.diagnostics == ()


# --- a question's own forms --------------------------------------------------------------------


GRANT = _with_forms(
    question("funding.grant", Kind.YES_NO),
    form(".grant"),
    form("none", grant="no"),
    form(".name", grant="yes"),
)
NAME = question("funding.name")


@pytest.mark.parametrize(
    ("typed", "grant", "name"),
    [("yes", True, None), ("none", False, None), ("COPS, 2025", True, "COPS, 2025")],
)
def test_a_question_may_hold_another_answer_too(typed: str, grant: object, name: object) -> None:
    """The long form stays: its own type is one of the forms."""
    found = answered({"funding": {"grant": typed}}, GRANT, NAME, lines=()).ok

    assert found.value("funding.grant") is grant
    assert found.value("funding.name") == (name or Unanswered(("funding.name",)))


def test_a_choice_misspelt_gets_the_nearest_one() -> None:
    """That is nearer to what was meant than the list of forms."""
    occasion = _with_forms(
        question("funding.occasion", Kind.CHOICE, choices=["renewal", "new"]),
        form(".occasion", " of ", ".name"),
    )

    (said,) = answered({"funding": {"occasion": "renewl"}}, occasion, NAME, lines=()).diagnostics

    assert (said.code, said.hint) == ("MB310", "did you mean `renewal`?")


def test_what_no_form_mentions_is_no_answer_of_the_question() -> None:
    """`none` days of notice say that there is no right, and leave no days behind."""
    days = _with_forms(question("funding.days", Kind.DURATION), form("none", right="no"))
    right = question("funding.right", Kind.YES_NO)

    found = answered({"funding": {"days": "none"}}, days, right, lines=()).ok

    assert found.value("funding.right") is False
    assert found.value("funding.days") == Unanswered(("funding.days",))


# --- lists -------------------------------------------------------------------------------------

SCHOOLS = _with_forms(
    question(
        "funding.schools",
        Kind.GROUP,
        fields=[
            question("funding.schools.name"),
            question("funding.schools.level", Kind.CHOICE, choices=["high", "middle"]),
        ],
    ),
    Form((Hole("funding.schools.name"), " (", Hole("funding.schools.level"), ")")),
    Form((Hole("funding.schools.name"),)),
)


@pytest.mark.parametrize(
    "typed",
    [
        "Lake (high); Hill (North) (middle)",
        "Lake (high), Hill (North) (middle);",
        "Lake (high) and Hill (North) (middle)",
        ["Lake (high)", "Hill (North) (middle)"],
    ],
)
def test_the_members_of_a_list_stand_on_one_line(typed: Typed) -> None:
    """Semicolons part them; a list of lines does as well."""
    value = answered({"funding": {"schools": typed}}, SCHOOLS, lines=()).ok.value("funding.schools")

    assert isinstance(value, tuple)
    assert [dict(each.fields) for each in value if isinstance(each, Record)] == [
        {"name": "Lake", "level": "high"},
        {"name": "Hill (North)", "level": "middle"},
    ]


def test_a_member_left_open_is_a_blank() -> None:
    """A school whose level nobody knows yet is a school."""
    value = answered({"funding": {"schools": "Lake"}}, SCHOOLS, lines=()).ok.value(
        "funding.schools"
    )

    assert isinstance(value, tuple)
    assert [each["level"] for each in value if isinstance(each, Record)] == [
        Unanswered(("funding.schools.level",))
    ]


# --- parties -----------------------------------------------------------------------------------


OTHERS = _with_forms(
    question("other_parties"), Form((Hole("parties.legal_name"), " (", Hole("parties.kind"), ")"))
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("none", []),
        ("", []),
        ("Borough of Eastmere (county)", ["borough_of_eastmere"]),
        ("A (county); B (sheriff)", ["a", "b"]),
    ],
)
def test_other_parties_stand_on_one_line(typed: str, names: list[str]) -> None:
    """Each gets an id from its name."""
    known = replace(library([clause("other.clause")]), other_parties=OTHERS)

    found = answer(raw({**BASE, "other_parties": typed}), known, instrument("other")).ok

    assert [each.id for each in found.parties[2:]] == names


# --- cutting -----------------------------------------------------------------------------------


def test_the_first_way_of_cutting_that_reads_counts() -> None:
    """Words of the form may stand in an answer, too."""
    cut = matched(form(".a", " to ", ".b"), "x to y to z", lambda _, text: text != "x")

    assert cut is not None
    assert [(each.start, each.end) for each in cut] == [(0, 6), (10, 11)]


def test_a_comma_may_be_missing_and_a_space_may_not() -> None:
    """What parts two answers must be there."""
    shape = form(".a", ", ", ".b")

    assert matched(shape, "x y", lambda *_: True) is not None
    assert matched(shape, "xy", lambda *_: True) is None


def test_a_date_keeps_its_comma() -> None:
    """The types tell where one answer ends."""
    found = answered(
        {"funding": {"price": "50% from July 1, 2027"}},
        lines=(line(form(".part", "% from ", ".day")),),
    ).ok

    assert found.value("funding.day") == date(2027, 7, 1)
    assert found.value("funding.part") == Decimal(50)

"""Expressions are evaluated in three values, and it is known which answers decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mou_builder.language import Evaluated, evaluate, judge
from mou_builder.model.answers import Answer, Answers, Decisions, FormAnswer
from mou_builder.model.evidence import Evidence
from mou_builder.model.law import FormRule, Law, StateForm
from mou_builder.model.selection import Reason, Truth
from mou_builder.model.values import NONE, Record, Unanswered, Value
from tests.builders import at, expression
from tests.language.samples import scope

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"text"', "text"),
        ("12", 12),
        ("12.50", Decimal("12.50")),
        ("true", True),
        ("none", NONE),
        ("funding.model", "hourly"),
        ("state", "WA"),
        ("instrument", "mou"),
        ("officers", "SROs"),
        ("words.head", "superintendent"),
        ("the.agency", "the Agencies"),
        ("count(staffing.schools)", 2),
        ("count(funding.ways)", 2),
        ("share(funding.amount, funding.percent)", Decimal("81900.00")),
        ("times(2, 3)", 6),
        ("plus(funding.count, 0.5)", Decimal("3.5")),
        ("minus(funding.count, 1)", 2),
        ("months_between(term.start, funding.first_due)", 2),
        ("add_months(funding.first_due, 1)", date(2026, 9, 30)),
        ("add(term.start, term.notice)", date(2026, 7, 31)),
        ('earliest(staffing.schools, "since")', date(2019, 8, 1)),
        ('latest(staffing.schools, "since")', date(2021, 8, 1)),
        ('latest(holders("agency"), "since")', NONE),
        ('sum(holders("agency"), "none")', 0),
        ("purpose.contact.title", "Chief"),
        ("funding.amount | money", "$163,800.00"),
        ("funding.model | label", "by the hour"),
        ("funding.ways | list", "in cash and grant"),
        ('staffing.schools | list("name")', "North High and South Middle"),
        ("purpose.contact | person", "A. Jones, Chief"),
        ("purpose.office | address", "1 Main St, Northfield, WA 98000"),
        ("term.notice | duration", "30 days"),
        ('funding.count | counted("officer", "officers")', "3 officers"),
        ("officer | possessive", "SRO's"),
        ("words.head | upper_first", "Superintendent"),
        ("funding.count | ordinal", "third"),
        ("funding.percent | percent", "50%"),
    ],
)
def test_values(text: str, value: Value) -> None:
    """Names, functions and filters give what the agreement's answers make of them."""
    assert evaluate(expression(text), scope()).value == value


@pytest.mark.parametrize(
    ("text", "open_questions"),
    [
        ("term.end", ("term.end",)),
        ("months_between(term.start, term.end)", ("term.end",)),
        ("plus(funding.hours, funding.none_such)", ("funding.hours", "funding.none_such")),
        ('sum(staffing.schools, "officers")', ("staffing.schools.officers",)),
        ('latest(staffing.schools, "until")', ("staffing.schools.until",)),
        ("term.end | date", ("term.end",)),
        ("words.governing_body", ("words.governing_body",)),
    ],
)
def test_open_values_name_their_questions(text: str, open_questions: tuple[str, ...]) -> None:
    """What would settle the value is known."""
    assert evaluate(expression(text), scope()).value == Unanswered(open_questions)


def test_installments_are_a_group_of_records() -> None:
    """The last one holds the cents that remain."""
    plan = evaluate(expression("installments(100.01, 2, term.start, 6)"), scope()).value

    assert isinstance(plan, tuple)
    assert plan[1] == Record({"number": 2, "due": date(2027, 1, 1), "amount": Decimal("50.01")})


def test_a_value_remembers_its_answers() -> None:
    """Each answer counts once."""
    found = evaluate(expression("share(funding.amount, funding.percent) | money"), scope())

    assert found == Evaluated("$81,900.00", ("funding.amount", "funding.percent"))


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ('funding.model == "hourly"', YES),
        ('funding.model != "hourly"', NO),
        ('term.end == "x"', UNKNOWN),
        ('other.model == "hourly"', NO),
        ('other.model != "hourly"', NO),
        ("not term.summer", YES),
        ("term.summer == false", YES),
        ("term.start < funding.first_due", YES),
        ("funding.amount >= 163800", YES),
        ("funding.percent == 50.0", YES),
        ("funding.count == true", NO),
        ('"cash" in funding.ways', YES),
        ('"kind" not in funding.ways', YES),
        ('funding.model in ["lump_sum", "hourly"]', YES),
        ('funding.model not in ("lump_sum", "hourly")', NO),
        ("term.end is answered", NO),
        ("term.end is not answered", YES),
        ("other.model is answered", NO),
        ("other.model is none", YES),
        ("other.model == none", YES),
        ("funding.model != none", YES),
        ("term.end is none", UNKNOWN),
        ('held("agency")', YES),
        ('held("payer")', NO),
        ('has("funding.cost_share")', YES),
        ('has("funding.other")', NO),
        ("staffing.schools", YES),
        ('term.end == "x" and term.summer', NO),
        ('term.end == "x" or not term.summer', YES),
        ("funding.model < 3", NO),
        ('"text"', YES),
    ],
)
def test_conditions(text: str, truth: Truth) -> None:
    """Open answers make unknown what they could change; `none` compares with nothing."""
    assert judge(expression(text), scope()).truth is truth


@pytest.mark.parametrize(
    ("left", "sign", "right", "truth"),
    [
        ("1 week", "==", "7 day", YES),
        ("1 year", ">", "11 month", YES),
        ("30 day", "<", "2 month", NO),
        ("30 school day", "<=", "30 school day", YES),
    ],
)
def test_lengths_of_time_compare_where_their_units_do(
    left: str, sign: str, right: str, truth: Truth
) -> None:
    """A month has no exact number of days."""
    from mou_builder.language.comparison import compare  # noqa: PLC0415
    from mou_builder.model.values import Duration  # noqa: PLC0415

    one, other = (
        Duration(int(count), unit) for count, _, unit in (x.partition(" ") for x in (left, right))
    )

    assert compare(one, sign, other) is (truth is YES)


def test_whether_a_clause_is_there_is_unknown_during_selection() -> None:
    """The clauses are not chosen yet."""
    assert judge(expression('has("a.b")'), scope(clauses=None)).truth is UNKNOWN


def test_no_condition_always_holds() -> None:
    """It has no reasons either."""
    assert judge(None, scope()).truth is YES
    assert judge(None, scope()).reasons == ()


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ('funding.model == "x" and term.summer', ["funding.model"]),
        ('funding.model == "hourly" and term.summer', ["term.summer"]),
        ('funding.model == "hourly" and not term.summer', ["funding.model", "term.summer"]),
        ('term.end == "x" and funding.model == "hourly"', ["term.end"]),
        ('term.end == "x" or funding.model == "hourly"', ["funding.model"]),
        ('state == "WA" and held("agency")', ["state", "parties"]),
    ],
)
def test_reasons_are_only_what_mattered(text: str, answers: list[str]) -> None:
    """An answer that changed nothing is no reason."""
    assert [each.answer for each in judge(expression(text), scope()).reasons] == answers


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("funding.model is answered", "hourly"),
        ("term.end is answered", "not answered"),
        ("term.summer", "no"),
        ("funding.amount > 1", "163,800"),
        ("term.start is answered", "2026-07-01"),
        ("term.notice is answered", "30 days"),
        ("funding.ways is answered", "cash, grant"),
        ("staffing.schools is answered", "2 given"),
        ("purpose.contact is answered", "A. Jones, Chief"),
        ("purpose.goals is answered", "One *two*. - three - four"),
        ("other.model is answered", "not part of this kind of agreement"),
        ('instrument == "mou"', "mou"),
    ],
)
def test_reasons_say_how_an_answer_reads(text: str, reads: str) -> None:
    """Answers are shown in a few words."""
    (reason,) = judge(expression(text), scope()).reasons

    assert reason.reads == reads


def test_a_reason_says_where_the_answer_stands() -> None:
    """So that it can be changed."""
    (reason,) = judge(expression("term.summer"), scope()).reasons

    assert reason == Reason("term.summer", "no", at(7, 3, file="a.yaml"))


FORM = StateForm("uniform form", FormRule.MINIMUM, "RCW 9", Evidence.READ, "SEEN")


def test_the_states_form_has_the_title_on_file() -> None:
    """Unless an answer names another form; where neither does, that question is open."""
    named = Answer("general.state_form", "form of the pool")
    articles = {"articles": frozenset({"general"})}
    mine = Answers("a.yaml", {"general.state_form": named}, (), Decisions())

    assert title(law=Law(form=FORM)) == "uniform form"
    assert title(law=Law(form=FORM), answers=mine, **articles) == "form of the pool"
    assert title() == Unanswered(("general.state_form",))


def test_the_file_that_is_attached_is_none_until_it_is_named() -> None:
    """A departure attaches nothing."""
    attached = expression("state_form.attached")
    form = FormAnswer(attached="form.docx")
    mine = Answers("a.yaml", {}, (), Decisions(state_form=form))
    departed = replace(mine, decisions=Decisions(state_form=FormAnswer("", "too old", "X")))

    assert evaluate(attached, scope()).value is NONE
    assert evaluate(attached, scope(answers=departed)).value is NONE
    assert evaluate(attached, scope(answers=mine)).value == "form.docx"


def title(**changed: object) -> Value:
    """Return the title of the state's form in a sample agreement."""
    return evaluate(expression("state_form.title"), scope(**changed)).value

"""From what was typed to typed answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pytest

from mou_builder.diagnostics import Diagnostic, Outcome, Severity
from mou_builder.model.answers import Answers
from mou_builder.model.question import Kind, Question
from mou_builder.model.values import NONE, LongText, Record, Unanswered
from mou_builder.stages import answer
from tests.builders import (
    CITY,
    DISTRICT,
    Typed,
    article,
    check,
    clause,
    derived,
    instrument,
    library,
    question,
    raw,
)

BASE: Mapping[str, Typed] = {"state": "WA", "parties": [DISTRICT, CITY]}
MODEL = question("funding.model", Kind.CHOICE, choices=["percentage", "none"])
SHARE = question("funding.share", Kind.PERCENTAGE, when='funding.model == "percentage"')


def answered(
    typed: Mapping[str, Typed], questions: Sequence[Question] = (), **funding: object
) -> Outcome[Answers]:
    """Return the outcome for a library with these questions in the article `funding`."""
    described = article("funding", questions, **funding)  # type: ignore[arg-type]
    known = library([clause("other.clause")], [described])
    return answer(raw({**BASE, **typed}), known, instrument("funding"))


def codes(outcome: Outcome[Answers]) -> list[str]:
    """Return the codes of everything said."""
    return [each.code for each in outcome.diagnostics]


def only(outcome: Outcome[Answers]) -> Diagnostic:
    """Return the one thing said."""
    (found,) = outcome.diagnostics
    return found


def test_answers_are_typed_and_placed() -> None:
    """Each value knows where it stands."""
    result = answered(
        {"funding": {"amount": "$163,800"}}, [question("funding.amount", Kind.MONEY)]
    ).ok

    found = result.answers["funding.amount"]
    assert found.value == Decimal("163800.00")
    assert found.at is not None
    assert found.at.column == 11
    assert found.origin == "answer file"


def test_quotes_never_change_a_type() -> None:
    """`"2"` is a whole number as `2` is, and `"?"` is unanswered; the reader sees no quotes."""
    count = question("funding.count", Kind.WHOLE_NUMBER)

    assert answered({"funding": {"count": "2"}}, [count]).ok.value("funding.count") == 2


def test_what_is_left_out_empty_or_a_question_mark_is_unanswered() -> None:
    """All three mean that nobody knows yet."""
    for typed in ({}, {"amount": ""}, {"amount": "?"}):
        result = answered({"funding": typed}, [question("funding.amount", Kind.MONEY)])

        assert result.ok.value("funding.amount") == Unanswered(("funding.amount",))


def test_what_need_not_be_answered_does_not_apply_when_left_out() -> None:
    """So no blank is printed for it."""
    result = answered({}, [question("funding.note", required=False)])

    assert result.ok.value("funding.note") is NONE


def test_a_default_waits_until_it_is_known_that_its_question_is_asked() -> None:
    """Until then it hangs on the answer that decides that."""
    usual = question(
        "funding.usual", Kind.YES_NO, when='funding.model == "percentage"', default="true"
    )

    for typed, value in (
        ({}, Unanswered(("funding.model",))),
        ({"model": "percentage"}, True),
        ({"model": "none"}, NONE),
    ):
        result = answered({"funding": typed}, [MODEL, usual])

        assert result.ok.value("funding.usual") == value


def test_none_answers_only_where_the_question_allows_it() -> None:
    """Elsewhere it is a fault."""
    allowed = question("funding.grant", none_allowed=True)
    asked = [allowed, question("funding.amount", Kind.MONEY)]

    assert answered({"funding": {"grant": "none"}}, asked).ok.value("funding.grant") is NONE
    assert codes(answered({"funding": {"amount": "none"}}, asked)) == ["MB314"]


def test_none_may_be_the_name_of_a_choice() -> None:
    """Then it is that choice."""
    result = answered({"funding": {"model": "none"}}, [MODEL])

    assert result.ok.value("funding.model") == "none"


def test_a_question_that_does_not_apply_has_the_value_none() -> None:
    """Its condition is no."""
    result = answered({"funding": {"model": "none"}}, [MODEL, SHARE])

    assert result.ok.value("funding.share") is NONE


def test_answering_it_anyway_is_a_warning() -> None:
    """The answer changes nothing, which its author should know."""
    result = answered({"funding": {"model": "none", "share": "50"}}, [MODEL, SHARE])

    said = only(result)
    assert (said.code, said.severity) == ("MB302", Severity.WARNING)
    assert result.ok.value("funding.share") is NONE


def test_an_article_of_another_instrument_is_unused() -> None:
    """The library knows it, this kind of agreement has no use for it."""
    assert codes(answered({"other": {"x": "1"}})) == ["MB302"]


def test_a_profile_may_answer_more_than_one_agreement_asks() -> None:
    """It serves several agreements."""
    known = library([clause("other.clause")], [article("funding", [MODEL, SHARE])])
    typed = {**BASE, "other": {"x": "1"}, "funding": {"model": "none", "share": "50"}}

    result = answer(raw(typed, profile=True), known, instrument("funding"))

    assert result.diagnostics == ()
    assert result.ok.answers["funding.model"].origin == "profile"


def test_unknown_names_are_answered_with_the_nearest() -> None:
    """At the top, in an article, and in a group."""
    school = question("funding.lines.name")
    lines = question("funding.lines", Kind.GROUP, fields=[school])
    typed: Mapping[str, Typed] = {
        "fundng": {},
        "funding": {"modle": "x", "lines": [{"nmae": "y"}]},
    }

    result = answered(typed, [MODEL, lines])

    assert codes(result) == ["MB301", "MB304", "MB315"]
    assert [each.hint for each in result.diagnostics] == [
        "did you mean `funding`?",
        "did you mean `model`?",
        "did you mean `name`?",
    ]


def test_a_fault_says_who_asked_and_which_clauses_use_the_answer() -> None:
    """So that the office can see what it is for."""
    count = question("funding.count", Kind.WHOLE_NUMBER)
    using = clause("funding.price", "For {{ funding.count | count }} officers.")
    known = library([using], [article("funding", [count])])
    typed: Mapping[str, Typed] = {**BASE, "funding": {"count": "many"}}

    said = only(answer(raw(typed), known, instrument("funding")))

    assert said.code == "MB303"
    assert said.hint == "write the count in digits, for example `2`"
    assert said.related[0].label == (
        'asked by: funding.count ("What is the count?"), used by clause funding.price'
    )


def test_every_problem_is_told_in_one_run() -> None:
    """Nobody should run the program ten times."""
    asked = [question("funding.a", Kind.DATE), question("funding.b", Kind.MONEY)]
    typed: Mapping[str, Typed] = {"funding": {"a": "x", "b": "y"}, "stance": "z", "state": "Q"}

    assert sorted(codes(answered(typed, asked))) == ["MB306", "MB307", "MB327", "MB333"]


def test_a_value_outside_its_bounds_is_refused() -> None:
    """Bounds are included, and amounts below zero are refused without saying so."""
    share = question("funding.share", Kind.PERCENTAGE, maximum="100")
    start = question("funding.start", Kind.DATE, minimum="2026-01-01")
    typed = {"funding": {"share": "101", "start": "2025-12-31"}}

    assert codes(answered(typed, [share, start])) == ["MB313", "MB313"]
    assert codes(answered({"funding": {"share": "100"}}, [share])) == []
    assert codes(answered({"funding": {"share": "-1"}}, [share])) == ["MB313"]


def test_a_default_reads_earlier_answers_wherever_they_stand() -> None:
    """The order of the questions does not matter."""
    end = question("funding.end", Kind.DATE, default="add_months(funding.start, 12)")
    notice = question("funding.notice", Kind.DURATION, default='"30 days"')
    start = question("funding.start", Kind.DATE)

    result = answered({"funding": {"start": "2026-07-01"}}, [end, notice, start]).ok

    assert result.value("funding.end") == date(2027, 7, 1)
    assert str(result.value("funding.notice")) == "Duration(count=30, unit='day')"
    assert result.answers["funding.end"].origin == "default"


def test_a_typed_answer_goes_before_the_default() -> None:
    """A default is only for what nobody typed."""
    notice = question("funding.notice", Kind.DURATION, default='"30 days"')

    result = answered({"funding": {"notice": "60 days"}}, [notice]).ok

    assert str(result.value("funding.notice")) == "Duration(count=60, unit='day')"


def test_a_computed_value_is_read_like_an_answer() -> None:
    """But it cannot be typed."""
    amounts = [question("funding.a", Kind.MONEY), question("funding.b", Kind.MONEY)]
    total = derived("funding.total", "plus(funding.a, funding.b)", Kind.MONEY)
    typed = {"funding": {"a": "1", "b": "2"}}

    assert answered(typed, amounts, derived=[total]).ok.value("funding.total") == Decimal("3.00")
    wrong = {"funding": {**typed["funding"], "total": "3"}}
    assert codes(answered(wrong, amounts, derived=[total])) == ["MB304"]


def test_a_cross_check_speaks_only_when_it_is_known_to_fail() -> None:
    """An unknown says nothing."""
    dates = [question("funding.start", Kind.DATE), question("funding.end", Kind.DATE)]
    later = check(
        "funding.end > funding.start",
        message="the end {{ funding.end | date }} is not after the start",
        answer="funding.end",
    )
    wrong = {"funding": {"start": "2026-07-01", "end": "2026-06-30"}}

    said = only(answered(wrong, dates, checks=[later]))

    assert (said.code, said.message) == ("MB318", "the end June 30, 2026 is not after the start")
    assert said.at is not None
    assert said.related[0].label.startswith("funding.start is ")
    assert codes(answered({"funding": {"end": "2026-06-30"}}, dates, checks=[later])) == []


def test_a_group_is_a_tuple_of_records() -> None:
    """Each field is typed by its own question; what is left out is unanswered."""
    fields = [
        question("funding.lines.name"),
        question("funding.lines.count", Kind.WHOLE_NUMBER),
        question("funding.lines.note", required=False),
    ]
    lines = question("funding.lines", Kind.GROUP, fields=fields)
    typed: Mapping[str, Typed] = {"funding": {"lines": [{"id": "a", "name": "Pay"}]}}

    (member,) = answered(typed, [lines]).ok.value("funding.lines")  # type: ignore[misc]

    assert isinstance(member, Record)
    assert member.id == "a"
    assert member["name"] == "Pay"
    assert member["count"] == Unanswered(("funding.lines.count",))
    assert member["note"] is NONE


def test_a_group_takes_a_list_and_its_members_keys() -> None:
    """Anything else is a fault of its own."""
    lines = question("funding.lines", Kind.GROUP, fields=[question("funding.lines.name")])
    twins: Mapping[str, Typed] = {"lines": [{"id": "a"}, {"id": "a"}]}

    assert codes(answered({"funding": {"lines": "many"}}, [lines])) == ["MB312"]
    assert codes(answered({"funding": {"lines": ["many"]}}, [lines])) == ["MB312"]
    assert codes(answered({"funding": twins}, [lines])) == ["MB316"]


def test_several_choices_are_a_list_or_one_line() -> None:
    """Each is named once."""
    goals = question("funding.goals", Kind.CHOICES, choices=["safety", "trust"])

    for typed in (["safety", "trust"], "safety, trust"):
        result = answered({"funding": {"goals": typed}}, [goals])
        assert result.ok.value("funding.goals") == ("safety", "trust")
    assert codes(answered({"funding": {"goals": ["safety", "safety"]}}, [goals])) == ["MB316"]
    assert codes(answered({"funding": {"goals": {"a": "b"}}}, [goals])) == ["MB312"]


def test_an_address_may_be_typed_on_one_line() -> None:
    """Street, city, state and zip are told apart."""
    office = question("funding.office", Kind.ADDRESS)
    typed = {"funding": {"office": "1 Main Street, Northfield, WA 98000"}}

    found = answered(typed, [office]).ok.value("funding.office")

    assert isinstance(found, Record)
    assert [found[each] for each in ("street", "city", "state", "zip")] == [
        "1 Main Street",
        "Northfield",
        "WA",
        "98000",
    ]
    assert codes(answered({"funding": {"office": "downtown"}}, [office])) == ["MB312"]


def test_a_person_may_be_typed_on_one_line() -> None:
    """Name and office, with a comma between them."""
    contact = question("funding.contact", Kind.PERSON)

    found = answered({"funding": {"contact": "Jane Doe, Chief"}}, [contact]).ok

    person = found.value("funding.contact")
    assert isinstance(person, Record)
    assert (person["name"], person["title"]) == ("Jane Doe", "Chief")
    assert person["phone"] is NONE


def test_a_long_text_is_kept_as_typed() -> None:
    """Braces and signs are ordinary characters in it; a list is no text."""
    words = question("funding.words", Kind.LONG_TEXT)
    typed = "# Braces {{ stay }}.\n\n- so do bullets"

    result = answered({"funding": {"words": typed}}, [words])

    assert result.ok.value("funding.words") == LongText(typed)
    assert codes(answered({"funding": {"words": ["a"]}}, [words])) == ["MB312"]


def test_a_field_inside_a_group_may_have_a_default() -> None:
    """It is computed from the other answers."""
    fields = [
        question("funding.lines.name"),
        question("funding.lines.count", Kind.WHOLE_NUMBER, default="funding.count"),
        question("funding.lines.share", Kind.PERCENTAGE, when="funding.count == 0"),
    ]
    asked = [
        question("funding.lines", Kind.GROUP, fields=fields),
        question("funding.count", Kind.WHOLE_NUMBER),
    ]
    typed: Mapping[str, Typed] = {"funding": {"count": "3", "lines": [{"name": "x"}]}}

    (member,) = answered(typed, asked).ok.value("funding.lines")  # type: ignore[misc]

    assert isinstance(member, Record)
    assert member["count"] == 3
    assert member["share"] is NONE


def test_an_article_takes_keys() -> None:
    """A value beside its name answers nothing."""
    assert codes(answered({"funding": "all of it"}, [MODEL])) == ["MB312"]
    assert codes(answered({"funding": "?"}, [MODEL])) == []


@pytest.mark.parametrize(
    "typed", ["model hourly", "model:hourly", "model = hourly", "model hourly model again"]
)
def test_a_key_without_its_colon_is_shown_with_it(typed: str) -> None:
    """The likeliest slip gets its own cure."""
    said = answered({"funding": typed}, [MODEL]).diagnostics[0]

    assert said.code == "MB312"
    assert said.hint == "put a colon and a space after the key: `model: hourly`"


def test_a_person_takes_name_and_title() -> None:
    """`none` leaves a line to write on, `?` is open, and nothing else is understood."""
    contact = question("funding.contact", Kind.PERSON)

    def typed(given: Typed) -> Outcome[Answers]:
        return answered({"funding": {"contact": given}}, [contact])

    person = typed({"name": "none", "title": "?"}).ok.value("funding.contact")
    assert isinstance(person, Record)
    assert (person["name"], person["title"]) == (NONE, Unanswered(("funding.contact",)))
    assert codes(typed(["a"])) == ["MB312"]
    assert codes(typed({"name": ["a"]})) == ["MB312"]
    assert codes(typed({"nmae": "a"})) == ["MB315"]


def test_an_address_may_be_typed_in_parts() -> None:
    """Those that are not said to be optional are open when left out."""
    office = question("funding.office", Kind.ADDRESS)
    typed: Mapping[str, Typed] = {"funding": {"office": {"street": "1 Main Street"}}}

    found = answered(typed, [office]).ok.value("funding.office")

    assert isinstance(found, Record)
    assert (found["street"], found["street2"]) == ("1 Main Street", NONE)
    assert found["city"] == Unanswered(("funding.office",))


def test_one_value_is_neither_a_list_nor_keys() -> None:
    """For every type that is one value."""
    asked = [question("funding.a", Kind.MONEY), question("funding.b")]
    typed: Mapping[str, Typed] = {"funding": {"a": ["1"], "b": {"c": "d"}}}

    assert codes(answered(typed, asked)) == ["MB312", "MB312"]


def test_a_default_that_does_not_fit_leaves_the_question_open() -> None:
    """So does one that hangs on an open answer; a choice is taken as it is."""
    asked = [
        question("funding.a", Kind.MONEY, default='"a lot"'),
        question("funding.b", Kind.MONEY, default="funding.a"),
        question("funding.c", Kind.CHOICES, choices=["x"], default='"x"'),
        question("funding.d", default='"words"'),
    ]

    result = answered({}, asked).ok

    assert result.value("funding.a") == Unanswered(("funding.a",))
    assert result.value("funding.b") == Unanswered(("funding.b",))
    assert result.value("funding.c") == ("x",)
    assert result.value("funding.d") == "words"


def test_a_check_under_a_condition_waits_for_it() -> None:
    """And a warning stops nothing."""
    dates = [question("funding.start", Kind.DATE), question("funding.end", Kind.DATE)]
    same = check(
        "funding.end == funding.start",
        message="not the same",
        answer="funding.end",
        when="funding.end is answered",
        warns=True,
    )
    typed = {"funding": {"start": "2026-07-01", "end": "2026-06-30"}}

    assert only(answered(typed, dates, checks=[same])).severity is Severity.WARNING
    assert codes(answered({}, dates, checks=[same])) == []

"""Which clauses are in, in which words, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from mou_builder.diagnostics import Outcome, Severity
from mou_builder.model.answers import Acceptance, Decisions, Named, Reword
from mou_builder.model.library import Clause
from mou_builder.model.question import Kind
from mou_builder.model.selection import Rule, Selected, Selection, Truth
from mou_builder.model.values import Unanswered, Value
from mou_builder.stages import select
from tests.builders import (
    alternative,
    answers,
    article,
    at,
    clause,
    instrument,
    library,
    question,
    template,
)

MODEL = question("funding.model", Kind.CHOICE, choices=["a", "b", "c"])
PLACE = at(9, file="answers.yaml")


def chosen(
    clauses: Sequence[Clause],
    given: Mapping[str, Value] | None = None,
    decisions: Decisions | None = None,
    **form: Sequence[str],
) -> Outcome[Selection]:
    """Return the outcome for these clauses of the articles `funding` and `term`."""
    known = library(clauses, [article("funding", [MODEL])])
    made = answers(given or {"funding.model": "a"}, decisions=decisions)
    return select(known, instrument("funding", "term", **form), made)  # type: ignore[arg-type]


def one(*wordings: object, counsel: bool = False, **rest: object) -> Selected:
    """Return the only clause chosen, made of these alternatives."""
    made = clause("funding.price", alternatives=wordings, counsel=counsel)  # type: ignore[arg-type]
    (selected,) = chosen([made], **rest).ok.chosen  # type: ignore[arg-type]
    return selected


def choose(name: str, stance: str = "") -> Decisions:
    """Return the decision for an alternative of `funding.price`."""
    return Decisions(
        state="wa", choose={"funding.price": Named(name, PLACE)} if name else {}, stance=stance
    )


# --- clauses -----------------------------------------------------------------------------------


def test_clauses_stand_in_the_order_of_articles_then_their_own() -> None:
    """The instrument orders the articles, `order` the clauses of one."""
    clauses = [clause("term.end"), clause("funding.late", order=20), clause("funding.price")]

    ids = [each.clause.id for each in chosen(clauses).ok.chosen]

    assert ids == ["funding.price", "funding.late", "term.end"]


def test_a_clause_whose_condition_is_no_is_out_with_its_reasons() -> None:
    """So that a report can say what to change."""
    result = chosen([clause("funding.price", when='funding.model == "b"')]).ok

    (omitted,) = result.omitted
    assert result.chosen == ()
    assert omitted.why == "its condition is not met"
    assert [each.answer for each in omitted.reasons] == ["funding.model"]


def test_a_clause_whose_condition_is_unknown_is_in_and_open() -> None:
    """A draft prints it, marked."""
    unknown = {"funding.model": Unanswered(("funding.model",))}

    (selected,) = chosen([clause("funding.price", when='funding.model == "b"')], unknown).ok.chosen

    assert (selected.condition, selected.open) == (Truth.UNKNOWN, True)


def test_the_instrument_may_leave_clauses_out_or_name_the_only_ones() -> None:
    """The reason says which."""
    clauses = [clause("funding.price"), clause("funding.late")]

    left_out = chosen(clauses, leave_out=["funding.late"]).ok
    only = chosen(clauses, only=["funding.price"]).ok

    for result in (left_out, only):
        assert [each.clause.id for each in result.chosen] == ["funding.price"]
        assert "instrument" in result.omitted[0].why


def test_a_clause_of_an_article_that_the_instrument_lacks_is_out() -> None:
    """References to it can say so."""
    (omitted,) = chosen([clause("safety.radio")]).ok.omitted

    assert omitted.why == "the article `safety` is not part of the instrument `mou`"


def test_omit_leaves_a_clause_out_with_its_reason() -> None:
    """Always, also while its condition is unknown."""
    decisions = Decisions(state="wa", omit={"funding.price": Named("no price", PLACE)})
    unknown = {"funding.model": Unanswered(("funding.model",))}

    for given in ({"funding.model": "b"}, unknown):
        conditional = clause("funding.price", when='funding.model == "b"')
        (omitted,) = chosen([conditional], given, decisions).ok.omitted
        assert omitted.why == "left out under `omit:`: no price"


def test_a_clause_of_a_state_is_in_its_agreements_alone() -> None:
    """The folder of the state holds it."""
    clauses = [clause("funding.wa", state="wa"), clause("funding.ca", state="ca")]

    result = chosen(clauses).ok

    assert [each.clause.id for each in result.chosen] == ["funding.wa"]


def test_a_clause_of_a_state_may_stand_in_for_another() -> None:
    """It takes that clause's place; where its own condition is no, the other one stays."""
    general = [clause("funding.price", order=5), clause("funding.late", order=7)]
    own = clause("funding.wa_price", state="wa", replaces="funding.price", order=99)
    never = clause(
        "funding.wa_price", state="wa", replaces="funding.price", when='funding.model == "b"'
    )

    assert [each.clause.id for each in chosen([*general, own]).ok.chosen] == [
        "funding.wa_price",
        "funding.late",
    ]
    assert chosen([*general, never]).ok.has("funding.price")


def test_a_need_that_is_not_met_is_a_fault_that_names_both() -> None:
    """With the reason why the other one is out."""
    clauses = [
        clause("funding.price", requires=["funding.late"]),
        clause("funding.late", when='funding.model == "b"'),
    ]

    (said,) = chosen(clauses).diagnostics

    assert said.code == "MB405"
    assert said.message == ("`funding.price` needs `funding.late`, which is not in this agreement")
    assert said.related[0].label == "`funding.late`: its condition is not met"


def test_clauses_that_exclude_each_other_are_a_fault() -> None:
    """Unless a condition is still unknown."""
    first = clause("funding.price", conflicts=["funding.late"])
    open_one = clause("funding.late", when='funding.model == "b"')
    unknown = {"funding.model": Unanswered(("funding.model",))}

    assert [each.code for each in chosen([first, clause("funding.late")]).diagnostics] == ["MB406"]
    assert chosen([first, open_one], unknown).diagnostics == ()


def test_a_wording_asks_for_a_clause_of_its_own() -> None:
    """The fault names clause and wording."""
    wording = alternative("plain", default=True, requires=["funding.late"])

    (said,) = chosen([clause("funding.price", alternatives=[wording])]).diagnostics

    assert said.code == "MB405"
    assert said.message == (
        "`funding.price.plain` needs `funding.late`, which is not in this agreement"
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [("a", "`funding.late` is there in the wording `on_a`"), ("b", None)],
)
def test_a_need_may_name_one_wording(given: str, expected: str | None) -> None:
    """The clause in another wording does not meet it."""
    clauses = [
        clause("funding.price", requires=["funding.late.on_b"]),
        clause("funding.late", alternatives=[replace(ON_A, default=True), ON_B]),
    ]

    said = chosen(clauses, {"funding.model": given}).diagnostics

    assert [each.related[0].label for each in said] == ([expected] if expected else [])


def test_a_conflict_may_name_one_wording() -> None:
    """The cure is another wording."""
    clauses = [
        clause("funding.price", conflicts=["funding.late.on_a"]),
        clause("funding.late", alternatives=[replace(ON_A, default=True), ON_B]),
    ]

    (said,) = chosen(clauses).diagnostics

    assert said.code == "MB406"
    assert said.message == ("`funding.price` and `funding.late.on_a` cannot stand in one agreement")
    assert "`choose:`" in (said.hint or "")
    assert chosen(clauses, {"funding.model": "b"}).diagnostics == ()


# --- scope -------------------------------------------------------------------------------------


def test_a_core_agreement_leaves_out_a_clause_of_full_scope() -> None:
    """With the reason; in full scope it is in."""
    clauses = [clause("funding.price"), clause("funding.late", scope="full")]

    core, full = chosen(clauses).ok, chosen(clauses, decisions=Decisions(scope="full")).ok

    assert [each.why for each in core.omitted] == ["the scope `core` leaves it out"]
    assert full.has("funding.late")


def test_a_clause_of_full_scope_that_is_chosen_by_name_is_in() -> None:
    """Naming it is asking for it."""
    made = clause("funding.price", alternatives=[PLAIN, THEIRS], scope="full")

    assert chosen([made], decisions=choose("theirs")).ok.has("funding.price")


def test_an_instrument_that_lists_its_only_clauses_is_a_scope_of_its_own() -> None:
    """The one-page forms hold what they name."""
    made = clause("funding.late", scope="full")

    assert chosen([made], only=["funding.late"]).ok.has("funding.late")


def test_an_answer_that_only_a_clause_out_of_scope_uses_is_idle() -> None:
    """The warning names the clause and how to bring it in."""
    made = clause("funding.late", "{{ funding.model }}", scope="full")

    (said,) = chosen([made]).diagnostics

    assert (said.code, said.severity) == ("MB302", Severity.WARNING)
    assert "leaves out `funding.late`" in said.message
    assert chosen([made, clause("term.end", "{{ funding.model }}")]).diagnostics == ()


# --- alternatives ------------------------------------------------------------------------------

PLAIN = alternative("plain", default=True)
ON_A = alternative("on_a", when='funding.model == "a"')
ON_B = alternative("on_b", when='funding.model == "b"')
ALSO_A = alternative("also_a", when='funding.model == "a"')
THEIRS = alternative("theirs", usual="district")
UNKNOWN = {"funding.model": Unanswered(("funding.model",))}


@pytest.mark.parametrize(
    ("wordings", "decisions", "name", "rule"),
    [
        ((PLAIN,), None, "plain", Rule.ONLY),
        ((PLAIN, ON_B), None, "plain", Rule.ONLY),
        ((PLAIN, ON_A), None, "on_a", Rule.CONDITION),
        ((PLAIN, THEIRS), None, "plain", Rule.DEFAULT),
        ((PLAIN, THEIRS), choose("", "district"), "theirs", Rule.STANCE),
        ((PLAIN, THEIRS), choose("", "agency"), "plain", Rule.DEFAULT),
        ((PLAIN, ON_A, THEIRS), choose("theirs"), "theirs", Rule.CHOOSE),
        ((PLAIN, ON_A, THEIRS), choose("", "district"), "on_a", Rule.CONDITION),
    ],
)
def test_the_order_of_choice(
    wordings: tuple[object, ...], decisions: Decisions | None, name: str, rule: Rule
) -> None:
    """Conditions that are no; `choose:`; the one that is yes; the stance; the default."""
    selected = one(*wordings, decisions=decisions)

    assert (selected.alternative.id, selected.rule, selected.open) == (name, rule, False)


def test_an_alternative_whose_condition_is_no_drops_out() -> None:
    """With the answers that decided it."""
    (dropped,) = one(PLAIN, ON_B).dropped

    assert dropped[0] == "on_b"
    assert dropped[1][0].answer == "funding.model"


def test_choosing_a_dropped_alternative_is_a_fault() -> None:
    """At the choice, with the condition."""
    made = clause("funding.price", alternatives=[PLAIN, ON_B])

    (said,) = chosen([made], decisions=choose("on_b")).diagnostics

    assert (said.code, said.at) == ("MB401", PLACE)


def test_two_conditions_that_are_yes_are_a_fault() -> None:
    """Both are named."""
    made = clause("funding.price", alternatives=[PLAIN, ON_A, ALSO_A])

    (said,) = chosen([made]).diagnostics

    assert (
        said.message == "two alternatives of `funding.price` fit the answers: `on_a` and `also_a`"
    )


def test_no_alternative_left_is_a_fault() -> None:
    """The library has no words for the case."""
    only = alternative("only", default=True, when='funding.model == "b"')

    result = chosen([clause("funding.price", alternatives=[only])])

    assert [each.code for each in result.diagnostics] == ["MB403"]


def test_unknown_among_alternatives_takes_the_default_and_is_open() -> None:
    """Unless a stance was typed."""
    selected = one(PLAIN, ON_A, THEIRS, given=UNKNOWN)

    assert (selected.alternative.id, selected.rule, selected.open) == ("plain", Rule.DEFAULT, True)
    assert [each.answer for each in selected.reasons] == ["funding.model"]


@pytest.mark.parametrize(
    ("stance", "name"), [("district", "theirs"), ("agency", "plain"), ("balanced", "plain")]
)
def test_a_stance_fills_what_answers_leave_open(stance: str, name: str) -> None:
    """With what the side asks for, else the default; the open answers stay among the reasons."""
    selected = one(PLAIN, ON_A, THEIRS, given=UNKNOWN, decisions=choose("", stance))

    assert (selected.alternative.id, selected.rule, selected.open) == (name, Rule.STANCE, False)
    assert [each.answer for each in selected.reasons] == ["funding.model"]


def test_a_stance_fills_nothing_that_counsel_decides() -> None:
    """The neutral wording stands in brackets."""
    selected = one(
        PLAIN, ON_A, THEIRS, counsel=True, given=UNKNOWN, decisions=choose("", "district")
    )

    assert (selected.alternative.id, selected.rule, selected.open) == ("plain", Rule.DEFAULT, True)


def test_several_left_without_the_default_are_open() -> None:
    """The first of them stands in the draft."""
    default = alternative("plain", default=True, when='funding.model == "b"')

    selected = one(default, THEIRS, alternative("ours"))

    assert (selected.alternative.id, selected.open) == ("theirs", True)


@pytest.mark.parametrize(
    ("wordings", "decisions", "settled"),
    [
        ((PLAIN,), None, False),
        ((PLAIN, THEIRS), choose("", "district"), False),
        ((PLAIN, ON_A), None, True),
        ((PLAIN, THEIRS), choose("theirs"), True),
    ],
)
def test_counsel_decides(
    wordings: tuple[object, ...],
    decisions: Decisions | None,
    settled: bool,  # noqa: FBT001 - a parameter of the table above
) -> None:
    """No default and no stance settles a risk clause; an answer or `choose:` does."""
    selected = one(*wordings, counsel=True, decisions=decisions)

    assert selected.open is not settled
    if not settled:
        assert selected.alternative.id == "plain"


def test_counsel_may_accept_what_stands() -> None:
    """By name and date."""
    accepted = {"funding.price": Acceptance("funding.price", "J. D.", date(2026, 5, 1), PLACE)}

    assert not one(PLAIN, counsel=True, decisions=Decisions(state="wa", accept=accepted)).open


def test_acceptance_does_not_answer_the_question_that_the_words_hang_on() -> None:
    """What stands today need not be what stands once the question is answered."""
    accepted = {"funding.price": Acceptance("funding.price", "J. D.", date(2026, 5, 1), PLACE)}
    decisions = Decisions(state="wa", accept=accepted)

    selected = one(PLAIN, ON_A, counsel=True, given=UNKNOWN, decisions=decisions)

    assert selected.open
    assert [each.answer for each in selected.reasons] == ["funding.model"]


def test_a_wording_that_fits_is_open_while_another_may_fit_too() -> None:
    """The open answer may bring a second one in, and then neither stands by itself."""
    year = alternative("yearly", when='funding.year == "a"')
    asked = [MODEL, question("funding.year", Kind.CHOICE, choices=["a", "b"])]
    made = clause("funding.price", alternatives=[PLAIN, ON_A, year])
    given = answers({"funding.model": "a", "funding.year": Unanswered(("funding.year",))})

    (selected,) = select(
        library([made], [article("funding", asked)]), instrument("funding"), given
    ).ok.chosen

    assert (selected.alternative.id, selected.open) == (ON_A.id, True)
    assert "funding.year" in [each.answer for each in selected.reasons]


# --- the office's own words --------------------------------------------------------------------


def reworded(replaces: str | None) -> Decisions:
    """Return the decision to reword `funding.price`."""
    reword = Reword("funding.price", template("Free."), replaces, PLACE)
    return Decisions(state="wa", reword={"funding.price": reword})


def test_reword_replaces_the_text() -> None:
    """The alternative that it replaces is remembered."""
    selected = one(PLAIN, decisions=reworded(PLAIN.text.digest))

    assert (selected.text.source, selected.rule) == ("Free.", Rule.REWORDED)
    assert selected.alternative.id == "plain"


def test_a_library_text_that_changed_since_is_a_warning() -> None:
    """The digest in the file is of another text."""
    result = chosen([clause("funding.price")], decisions=reworded("0a1b2c3d4e5f"))

    assert [(each.code, each.severity) for each in result.diagnostics] == [
        ("MB407", Severity.WARNING)
    ]


def test_a_decision_that_reaches_no_clause_is_a_warning() -> None:
    """The clause is not in the agreement anyway."""
    never = clause("funding.price", when='funding.model == "b"')

    (said,) = chosen([never], decisions=choose("plain")).diagnostics

    assert (said.code, said.severity, said.at) == ("MB404", Severity.WARNING, PLACE)

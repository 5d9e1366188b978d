"""Numbers, references, terms and open items of the finished agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from mou_builder.diagnostics import Diagnostic, Outcome, Severity
from mou_builder.model.agreement import Agreement
from mou_builder.model.answers import (
    Acceptance,
    AddedProvision,
    Answer,
    Answers,
    Confirmation,
    Decisions,
    FormAnswer,
    Named,
    Reword,
)
from mou_builder.model.document import Citation, CrossReference, Inline, Provision, TermUse
from mou_builder.model.evidence import Evidence
from mou_builder.model.law import FormRule, StateForm
from mou_builder.model.library import Clause, Library
from mou_builder.model.question import Kind
from mou_builder.model.selection import Omitted, Reason, Selection, Truth
from mou_builder.model.style import HouseStyle, NumberingScheme
from mou_builder.model.values import Record, Unanswered, Value
from mou_builder.stages import draft, resolve, select
from mou_builder.stages.blocks import provisions_of, runs_of
from mou_builder.stages.selecting.relations import OMITTED
from tests.builders import (
    alternative,
    answers,
    article,
    at,
    clause,
    exhibit,
    fact,
    instrument,
    level,
    library,
    question,
    selected,
    selection,
    style,
    template,
)

DAY = date(2026, 7, 1)
BY = Acceptance("safety.radio", "Jane Doe", DAY, at())
TOLD = fact("wa.told", "RCW 2", Evidence.RECALLED)
RADIO = clause("safety.radio", "Radios are on.")
UNNUMBERED = NumberingScheme("none", "None", tuple(level("none", "") for _ in range(4)))


def outcome(
    *clauses: Clause,
    given: Answers | None = None,
    known: Library | None = None,
    look: HouseStyle | None = None,
    chosen: Selection | None = None,
) -> Outcome[Agreement]:
    """Return the outcome for these clauses in the articles `definitions` and `safety`."""
    library_ = known or library(clauses, [article("definitions", definitions=True)])
    given_ = given or answers()
    chosen_ = chosen or selection(*clauses)
    form = instrument("definitions", "safety", "staffing")
    drafted = draft(library_, form, look or style(), given_, chosen_, as_of=DAY, final=False)
    return resolve(drafted.ok, library_, given_, chosen_, as_of=DAY, program="mou-builder 1")


def confirmation() -> Confirmation:
    """Return a confirmation that is in force."""
    return Confirmation("wa.told", "Jane Doe", DAY, "official code", TOLD.digest, at(7))


def provisions(agreement: Agreement) -> dict[str, Provision[Inline]]:
    """Return all provisions by anchor."""
    blocks = agreement.document.blocks
    return {each.anchor: each for block in blocks for each in provisions_of(block)}


def inlines(agreement: Agreement) -> Iterator[Inline]:
    """Yield all inlines."""
    for block in agreement.document.blocks:
        for run in runs_of(block):
            yield from run


def reference(*clauses: Clause, **rest: object) -> CrossReference:
    """Return the only reference in the agreement."""
    agreement = outcome(*clauses, **rest).ok  # type: ignore[arg-type]
    (found,) = [each for each in inlines(agreement) if isinstance(each, CrossReference)]
    return found


def said(result: Outcome[Agreement], code: str) -> Diagnostic:
    """Return the one diagnostic of that code."""
    (found,) = [each for each in result.diagnostics if each.code == code]
    return found


# --- references --------------------------------------------------------------------------------


def test_a_reference_shows_the_label_of_its_target() -> None:
    """With the noun that the scheme gives it."""
    keys = clause("safety.keys", 'See {{ ref("safety.radio") }}.', order=20)

    assert reference(RADIO, keys) == CrossReference("safety.radio", "Section", "1.1")


def test_a_reference_may_name_an_item() -> None:
    """By the name that its `anchor` gives it."""
    radio = clause("safety.radio", 'Radios:\n\n1. on;\n2. {{ anchor("off") }}off.')
    keys = clause("safety.keys", 'See {{ ref("safety.radio", "off") }}.', order=20)

    assert reference(radio, keys) == CrossReference("safety.radio#off", "Section", "1.1(b)")


def test_a_reference_to_an_item_that_is_gone_is_a_fault() -> None:
    """Both clauses are named."""
    keys = clause("safety.keys", 'See {{ ref("safety.radio", "off") }}.')

    fault = said(outcome(RADIO, keys), "MB604")

    assert "`safety.keys` refers to the item `off` of `safety.radio`" in fault.message


def test_without_numbers_a_reference_says_the_name() -> None:
    """A capital at its start gives way, unless it is a term's or an abbreviation's."""
    look = style(UNNUMBERED)
    keys = clause("safety.keys", 'See {{ ref("safety.radio") }}.')

    def name(heading: str) -> str:
        return reference(replace(RADIO, heading=heading), keys, look=look).name

    assert name("Cost sharing") == "the provision on cost sharing"
    assert name("SRO duties") == "the provision on SRO duties"
    assert name("District radios") == "the provision on District radios"


def test_without_numbers_a_definition_is_named_by_its_term() -> None:
    """An item by the heading of its clause."""
    look = style(UNNUMBERED)
    chief = clause("definitions.chief", "means the head.", defines="Chief")
    keys = clause("safety.keys", 'See {{ ref("definitions.chief") }}.')
    radio = clause("safety.radio", "1. on;\n2. off.")
    item = clause("safety.keys", 'See {{ ref("safety.radio", "2") }}.')

    assert reference(chief, keys, look=look).name == "the definition of “Chief”"
    assert reference(radio, item, look=look).name == "the provision on radio"


def test_a_reference_to_a_clause_that_is_out_is_a_fault() -> None:
    """It names both clauses and says why the other one is out."""
    keys = clause("safety.keys", 'See {{ ref("safety.radio") }}.')
    out = Omitted(RADIO, "its condition is not met", (Reason("a.b", "no", at(3)),))
    chosen = Selection((selected(keys),), (out,))

    fault = said(outcome(keys, known=library([RADIO, keys]), chosen=chosen), "MB603")

    assert fault.message == "`safety.keys` refers to `safety.radio`, which is not in this agreement"
    assert [each.label for each in fault.related] == [
        "`safety.radio` is out: its condition is not met",
        "a.b is no",
    ]


def test_a_reference_follows_a_clause_to_the_one_that_stands_in_for_it() -> None:
    """A state's own clause takes the references to the one that it replaces."""
    own = clause("safety.wa_radio", "Radios are on.", state="wa", replaces="safety.radio")
    keys = clause("safety.keys", 'See {{ ref("safety.radio") }}.')

    assert reference(own, keys).anchor == "safety.wa_radio"


# --- terms -------------------------------------------------------------------------------------

SCHOOL = clause("definitions.school", "means a place.", defines="School")


def test_the_use_of_a_term_is_marked() -> None:
    """In clause words; the plural is a use too."""
    using = clause("safety.radio", "Radios at all Schools are on.")

    agreement = outcome(SCHOOL, using).ok

    assert TermUse("School", "Schools") in list(inlines(agreement))


def test_a_use_that_nothing_defines_is_a_fault() -> None:
    """It names the using clause, the defining one, and why that is out."""
    using = clause("safety.radio", "Radios at the School and at each School are on.")
    chosen = Selection((selected(using),), (Omitted(SCHOOL, f"{OMITTED}: not needed"),))
    given = answers(decisions=Decisions(state="wa", omit={SCHOOL.id: Named("not needed", at(4))}))

    result = outcome(using, known=library([SCHOOL, using]), chosen=chosen, given=given)

    fault = said(result, "MB605")
    assert fault.message == "`safety.radio` uses `School`, which nothing in this agreement defines"
    assert "the clause `definitions.school` would define it" in (fault.hint or "")
    assert fault.related[0].label == (
        "`definitions.school` is out: left out under `omit:`: not needed"
    )


def test_an_ordinary_word_at_the_start_of_a_sentence_is_no_fault() -> None:
    """Where the term is not defined it is not a term."""
    using = clause("safety.radio", "Schools have radios.")
    chosen = Selection((selected(using),), (Omitted(SCHOOL, "x"),))

    result = outcome(using, known=library([SCHOOL, using]), chosen=chosen)

    assert result.diagnostics == ()


def test_a_term_defined_twice_is_a_fault() -> None:
    """Here a party has the name of a term."""
    city = clause("definitions.city", "means a place.", defines="City")
    using = clause("safety.radio", "the City has radios.")

    fault = said(outcome(city, using), "MB606")

    assert fault.message == (
        "the term “City” is defined twice: in the opening and in `definitions.city`"
    )


def test_a_definition_in_a_text_that_nothing_uses_is_a_warning() -> None:
    """A used one is not."""
    unused = clause("safety.radio", 'A radio (the {{ define("Radio") }}) is on.')
    used = clause("safety.radio", 'A radio (the {{ define("Radio") }}) is on. The Radio stays on.')

    warned = said(outcome(unused), "MB607")

    assert warned.severity is Severity.WARNING
    assert outcome(used).diagnostics == ()


# --- open items --------------------------------------------------------------------------------

OFFICERS = question("staffing.officers", Kind.WHOLE_NUMBER)
ASKED = [article("staffing", [OFFICERS]), article("definitions", definitions=True)]
COUNT = clause("staffing.number", "{{ staffing.officers | count }} officers.")
AGAIN = clause("staffing.again", "{{ staffing.officers | count }} cars.", order=20)


def open_codes(result: Outcome[Agreement]) -> list[str]:
    """Return the codes of the open items."""
    return [each.code for each in result.ok.open_items]


def test_an_open_question_is_listed_once() -> None:
    """With who asked, where the answer is used, and what to type."""
    known = library([COUNT, AGAIN], ASKED)
    result = outcome(COUNT, AGAIN, known=known)

    item = said(result, "MB317")
    assert (item.severity, item.message) == (
        Severity.OPEN,
        "not answered: officers (`staffing.officers`)",
    )
    assert item.hint == "write `staffing.officers: ` and the answer"
    assert [each.label for each in item.related] == [
        'asked by: staffing.officers ("What is the officers?") (the office)',
        "used in 1.1 Number",
        "used in 1.2 Again",
    ]
    assert result.ok.open_items == (item,)


def test_an_open_question_is_placed_where_it_was_typed() -> None:
    """At the `?`, else at its article, else nowhere: no line of the file says anything of it."""
    known = library([COUNT], ASKED)
    typed = replace(answers(), places={"staffing.officers": at(7, 13), "staffing": at(6)})
    beside = replace(answers(), places={"staffing": at(6)})

    assert said(outcome(COUNT, known=known, given=typed), "MB317").at == at(7, 13)
    assert said(outcome(COUNT, known=known, given=beside), "MB317").at == at(6)
    assert said(outcome(COUNT, known=known), "MB317").at is None


def test_an_open_field_is_placed_in_each_member() -> None:
    """The others are told beside."""
    name = question("staffing.schools.name")
    schools = question("staffing.schools", Kind.GROUP, fields=[name])
    text = "{% for each in staffing.schools %}{{ each.name }} {% endfor %}"
    naming = clause("staffing.names", f"Schools: {text}")
    known = library([naming], [article("staffing", [schools])])
    member = Record({"name": Unanswered(("staffing.schools.name",))})
    value: Value = (member, member)
    given = replace(
        answers({"staffing.schools": value}),
        places={"staffing.schools.1.name": at(4), "staffing.schools.2": at(5)},
    )

    item = said(outcome(naming, known=known, given=given), "MB317")

    assert item.at == at(4)
    assert [each.at for each in item.related if each.label == "also here"] == [at(5)]


def test_an_unknown_condition_is_listed_with_its_question() -> None:
    """Not a second time for the clause."""
    conditional = clause("staffing.number", "Some.", when="staffing.officers > 1")
    known = library([conditional], ASKED)
    unanswered = Answer("staffing.officers", Unanswered(("staffing.officers",)))
    given = replace(answers(), answers={"staffing.officers": unanswered})
    chosen = select(known, instrument("staffing"), given).ok

    result = outcome(conditional, known=known, given=given, chosen=chosen)

    assert open_codes(result) == ["MB317"]
    assert said(result, "MB317").related[1].label == (
        "decides whether `staffing.number` stands in the agreement"
    )


def test_an_unknown_condition_without_a_question_is_listed_itself() -> None:
    """It hangs on something that no single question asks."""
    unknown = replace(selected(RADIO, unsettled=True), condition=Truth.UNKNOWN)

    assert open_codes(outcome(RADIO, chosen=Selection((unknown,), ()))) == ["MB611"]


def test_counsel_is_asked_for_each_risk_clause() -> None:
    """With the alternatives to choose from."""
    risk = clause(
        "safety.radio",
        alternatives=[alternative("plain", default=True), alternative("other")],
        counsel=True,
    )
    chosen = Selection((selected(risk, unsettled=True),), ())

    item = said(outcome(risk, chosen=chosen), "MB612")

    assert item.message == "counsel decides on `safety.radio`; `plain` stands in brackets"
    assert "`choose:` (`other`)" in (item.hint or "")


def test_several_alternatives_without_a_default_are_listed() -> None:
    """The office chooses one."""
    wordings = [
        alternative("plain", default=True, when="false"),
        alternative("a"),
        alternative("b"),
    ]
    made = clause("safety.radio", alternatives=wordings)
    known = library([made])
    chosen = select(known, instrument("safety"), answers()).ok

    assert open_codes(outcome(made, known=known, chosen=chosen)) == ["MB613"]


def test_a_citation_that_was_not_read_is_listed_until_counsel_confirms_it() -> None:
    """One that was read is not."""
    citing = clause("safety.radio", 'Under {{ cite("wa.read") }} and {{ cite("wa.told") }}.')
    facts = [
        fact("wa.read", "RCW 1"),
        TOLD,
    ]
    known = library([citing], facts=facts)
    confirmed = answers(decisions=Decisions(state="wa", confirmed={"wa.told": confirmation()}))

    item = said(outcome(citing, known=known), "MB614")

    assert item.message == "the citation `RCW 2` (wa.told) is only recalled"
    assert item.hint == (
        "counsel checks it and writes `confirmed.wa.told: {by: name of counsel, on: date, "
        f"source: where it was read, digest: {TOLD.digest}}}`"
    )
    assert open_codes(outcome(citing, known=known, given=confirmed)) == []


@pytest.mark.parametrize(
    ("changed", "code", "told"),
    [
        ({"source": ""}, "MB622", "does not say what was read"),
        ({"digest": ""}, "MB622", "does not say which text it is about"),
        ({"source": "", "digest": ""}, "MB622", "does not say what was read"),
        ({"digest": "00000000"}, "MB623", "its digest is `00000000`"),
        (
            {"on": date(2025, 6, 30)},
            "MB623",
            "of 2025-06-30 is more than 12 months old on 2026-07-01",
        ),
        ({"on": date(2026, 7, 2)}, "MB623", "is of 2026-07-02, after 2026-07-01"),
        ({"on": date(2025, 6, 30), "digest": ""}, "MB623", "of 2025-06-30"),
    ],
)
def test_a_confirmation_that_does_not_count_leaves_the_citation_open(
    changed: dict[str, Any], code: str, told: str
) -> None:
    """It lacks something, is about another text, or is too old; the hint has the new digest."""
    citing = clause("safety.radio", 'Under {{ cite("wa.told") }}.')
    mine = {"wa.told": replace(confirmation(), **changed)}
    given = answers(decisions=Decisions(state="wa", confirmed=mine))

    found = outcome(citing, known=library([citing], facts=[TOLD]), given=given)

    assert open_codes(found) == [code]
    item = said(found, code)
    assert told in item.message
    assert item.at == mine["wa.told"].at
    assert TOLD.digest in (item.hint or "") or changed == {"source": ""}
    (cited,) = (each for each in inlines(found.ok) if isinstance(each, Citation))
    assert cited.open


def test_a_confirmation_counts_for_twelve_months_to_the_day() -> None:
    """The law may have changed since."""
    citing = clause("safety.radio", 'Under {{ cite("wa.told") }}.')
    mine = {"wa.told": replace(confirmation(), on=date(2025, 7, 1))}
    given = answers(decisions=Decisions(state="wa", confirmed=mine))

    assert open_codes(outcome(citing, known=library([citing], facts=[TOLD]), given=given)) == []


def test_a_law_that_is_named_without_its_citation_is_not_open() -> None:
    """There is nothing to look up."""
    citing = clause("safety.radio", 'Under {{ cite("wa.told") }}.')
    given = answers(decisions=Decisions(state="wa", uncited=frozenset({"wa.told"})))

    assert open_codes(outcome(citing, known=library([citing], facts=[TOLD]), given=given)) == []


def test_the_offices_own_words_are_listed_until_counsel_accepts_them() -> None:
    """What it left out, reworded and added."""
    reword = Reword(RADIO.id, template("Off."), None, at(3))
    omit = {"safety.keys": Named("not used", at(4))}
    keys = clause("safety.keys")
    given = answers(decisions=Decisions(state="wa", reword={RADIO.id: reword}, omit=omit))
    known = library([RADIO, keys])
    chosen = select(known, instrument("safety"), given).ok
    accept = {name: replace(BY, clause=name) for name in (RADIO.id, keys.id)}
    accepted = replace(given, decisions=replace(given.decisions, accept=accept))

    assert open_codes(outcome(known=known, given=given, chosen=chosen)) == ["MB615", "MB616"]
    assert open_codes(outcome(known=known, given=accepted, chosen=chosen)) == []


def test_clauses_left_out_for_one_reason_are_listed_together() -> None:
    """The item names each of them; a clause with a reason of its own has an item of its own."""
    reasons = {"safety.keys": "x", "safety.radio": "x", "safety.maps": "y"}
    omit = {name: Named(reason, at(4)) for name, reason in reasons.items()}
    given = answers(decisions=Decisions(state="wa", omit=omit))
    known = library([clause(name) for name in reasons])
    chosen = select(known, instrument("safety"), given).ok

    found = outcome(known=known, given=given, chosen=chosen).ok.open_items

    assert {each.message for each in found} == {
        "2 clauses are left out: x",
        "the clause `safety.maps` is left out: y",
    }
    together = next(each for each in found if each.message.startswith("2"))
    assert {each.label for each in together.related} == {"`safety.keys`", "`safety.radio`"}


def test_a_risk_clause_that_waits_for_an_answer_is_listed_once() -> None:
    """The question stands for it; counsel's own item would say the same again."""
    wordings = [
        alternative("plain", default=True, when="safety.plain"),
        alternative("other", when="not safety.plain"),
    ]
    risk = clause("safety.radio", alternatives=wordings, counsel=True)
    asked = question("safety.plain", Kind.YES_NO)
    known = library([risk], [article("safety", [asked])])
    given = answers({"safety.plain": Unanswered(("safety.plain",))})
    chosen = select(known, instrument("safety"), given).ok

    assert open_codes(outcome(risk, known=known, given=given, chosen=chosen)) == ["MB317"]


def test_a_missing_state_is_listed() -> None:
    """And a word that the state should bring."""
    naming = clause("safety.radio", "The {{ words.mascot }} of {{ state_name }}.")
    nowhere = answers(decisions=Decisions())

    assert open_codes(outcome(RADIO, given=nowhere)) == ["MB336"]
    assert open_codes(outcome(naming)) == ["MB610"]
    assert open_codes(outcome(naming, given=nowhere)) == ["MB336"]


# --- provenance and laws -----------------------------------------------------------------------


def test_provenance_names_what_went_in() -> None:
    """Each clause with version, alternative and a digest of its printed words."""
    first = outcome(RADIO).ok.provenance
    other = outcome(clause("safety.radio", "Radios are off.")).ok.provenance

    assert (first.program, first.library, first.answers, first.as_of) == (
        "mou-builder 1",
        "library",
        "answers",
        "2026-07-01",
    )
    (record,) = first.clauses
    assert (record.clause, record.version, record.alternative) == ("safety.radio", 1, "plain")
    assert record.digest != other.clauses[0].digest


NAMES = [f"safety.{each}" for each in "abcdefgh"]


def made(name: str, targets: Sequence[str], *, when: str = "") -> Clause:
    """Return a clause with two items that refers to others."""
    text = " ".join(f'{{{{ ref("{each}") }}}}' for each in targets)
    return clause(name, f"See {text or 'none'}:\n\n1. one; and\n2. two.", when=when)


@settings(max_examples=25, deadline=None)
@for_all(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES)), min_size=1))
def test_every_reference_shows_its_targets_label(shape: Mapping[str, list[str]]) -> None:
    """And every anchor is unique."""
    clauses = [
        made(name, [each for each in targets if each in shape]) for name, targets in shape.items()
    ]

    agreement = outcome(*clauses).ok

    found = provisions(agreement)
    assert len(found) == len(clauses) * 3 + 1
    for each in inlines(agreement):
        if isinstance(each, CrossReference):
            assert each.label == found[each.anchor].label
            assert each.noun == "Section"


@settings(max_examples=25, deadline=None)
@for_all(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), st.data())
def test_a_condition_that_is_no_changes_nothing(names: list[str], data: st.DataObject) -> None:
    """The document is the one without those clauses."""
    never = data.draw(st.lists(st.sampled_from(NAMES), unique=True))
    plain = [made(each, []) for each in names if each not in never]
    conditional = [made(each, [], when="false") for each in never]

    documents = []
    for clauses in (plain, [*plain, *conditional]):
        known = library(clauses, [article("safety")])
        chosen = select(known, instrument("safety"), answers()).ok
        documents.append(outcome(known=known, chosen=chosen).ok.document)

    assert documents[0] == documents[1]


def test_open_items_say_in_which_part_the_answer_is_used() -> None:
    """The opening, a section or its clause, an exhibit, the signatures."""
    naming = clause("safety.radio", 'See {{ exhibit("map") }}.')
    shown = exhibit("map", "{{ staffing.officers | count }} officers.")
    counting = clause("definitions.sro", "means {{ staffing.officers | count }}.", defines="SRO")
    using = clause("safety.keys", "the SRO has keys. {{ staffing.officers | count }}")
    clauses = [naming, counting, using]
    known = library(clauses, ASKED, exhibits=[shown])

    item = said(outcome(*clauses, known=known), "MB317")

    assert [each.label for each in item.related[1:]] == [
        "used in 1.1 `definitions.sro`",
        "used in 2.2 Keys",
        "used in Exhibit A",
    ]


def test_a_long_list_of_uses_is_cut() -> None:
    """Four are shown."""
    many = [replace(COUNT, id=f"staffing.n{n}", order=n) for n in range(6)]

    item = said(outcome(*many, known=library(many, ASKED)), "MB317")

    assert item.related[-1].label == "and in 2 more places"


def test_what_to_type_depends_on_the_question() -> None:
    """An example where there is one, the choices, or the keys of a member."""
    example = replace(question("staffing.a"), example="two")
    choice = question("staffing.b", Kind.CHOICE, choices=["x", "y"])
    group = question("staffing.c", Kind.GROUP, fields=[question("staffing.c.name")])
    text = "{{ staffing.a }} {{ staffing.b | label }} {{ count(staffing.c) | count }}"
    naming = clause("staffing.all", text)
    known = library([naming], [article("staffing", [example, choice, group])])

    hints = [each.hint for each in outcome(naming, known=known).ok.open_items]

    assert hints == [
        "write the answer, for example `staffing.a: two`",
        "write `staffing.b: ` and `x` or `y`",
        "write `staffing.c:`, and below it a line `- ` for each, with `name`",
    ]


def test_a_condition_over_a_group_waits_for_its_members() -> None:
    """The question of the field is the open one."""
    share = question("staffing.lines.share", Kind.PERCENTAGE)
    lines = question("staffing.lines", Kind.GROUP, fields=[share])
    conditional = clause("staffing.sum", "x", when='sum(staffing.lines, "share") == 100')
    known = library([conditional], [article("staffing", [lines])])
    member = Record({"share": Unanswered(("staffing.lines.share",))})
    value: Value = (member,)
    given = answers({"staffing.lines": value})
    chosen = select(known, instrument("staffing"), given).ok

    item = said(outcome(known=known, given=given, chosen=chosen), "MB317")

    assert "`staffing.lines.share`" in item.message


def test_an_added_provision_is_listed_until_counsel_accepts_it() -> None:
    """And its faults stand where it was typed."""
    added = AddedProvision("safety.keys", "safety", "", template("the Moon shines."), at(9))
    given = answers(decisions=Decisions(state="wa", additional=(added,)))

    assert open_codes(outcome(RADIO, given=given)) == ["MB617"]


def test_a_term_that_something_used_elsewhere_is_told_once_a_clause() -> None:
    """However often the clause uses it; without a name for what is not numbered or headed."""
    look = style(replace(UNNUMBERED, captions=False))
    keys = clause("safety.keys", 'See {{ ref("safety.radio") }}.')
    twice = clause("safety.keys", 'See {{ ref("safety.off") }} and {{ ref("safety.off") }}.')

    assert reference(RADIO, keys, look=look).name == "the provision on this subject"
    assert [each.code for each in outcome(twice).diagnostics] == ["MB603"]


def test_a_form_of_the_state_is_open_until_it_is_attached_or_departed_from() -> None:
    """The item says its rule and how that is known."""
    plain = library([RADIO], [article("definitions", definitions=True)])
    form = StateForm("model", FormRule.MINIMUM, "RCW 9", Evidence.SECONDARY, "told", version="2023")
    home = plain.jurisdictions["wa"]
    states = {"wa": replace(home, law=replace(home.law, form=form))}
    known = replace(plain, jurisdictions=states)

    item = said(outcome(RADIO, known=known), "MB624")

    assert item.message == (
        "Washington has a form of its own, the model (2023); "
        "it is the minimum that an agreement holds"
    )
    assert item.related[0].label == "how this is known: RCW 9; secondary, told"
    for answer in (FormAnswer(attached="a.docx"), FormAnswer("", "too old", "Jane Doe")):
        given = answers(decisions=Decisions(state="wa", state_form=answer))
        assert open_codes(outcome(RADIO, known=known, given=given)) == []

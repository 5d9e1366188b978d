"""How an agreement stands to the requirements of a standard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mou_builder.language import RoleTerm, Scope
from mou_builder.model.agreement import Agreement, Provenance
from mou_builder.model.answers import AddedProvision, Decisions
from mou_builder.model.document import (
    AgreementBlock,
    Document,
    Furniture,
    Inline,
    Paragraph,
    PartySignature,
    Properties,
    Provision,
    Role,
    SignatureBlock,
    Text,
)
from mou_builder.model.evidence import Evidence
from mou_builder.model.library import Clause
from mou_builder.model.selection import Omitted, Rule, Selected, Selection, Truth
from mou_builder.model.standards import Belongs, Passage, Requirement, Standard, Way
from mou_builder.reports.coverage import Finding, Standing, coverage, finding_value
from tests.builders import ARTICLES, alternative, answers, at, clause, template


def _clause(identifier: str, topic: str) -> Clause:
    wordings = [alternative("plain", default=True), alternative("other")]
    return replace(clause(identifier, alternatives=wordings), topics=(topic,))


LINE, LIMITS, PRICE = (
    _clause("roles.line", "discipline"),
    _clause("roles.limits", "discipline"),
    _clause("funding.price", "money"),
)
ADDED = AddedProvision("garage", "funding", "Garage", template("Keys."), at())
SCOPE = Scope(
    answers(decisions=Decisions(state="wa", additional=(ADDED,))),
    roles={"agency": RoleTerm("City"), "district": RoleTerm("District")},
    state="WA",
)
SIGNED: SignatureBlock[Inline] = SignatureBlock(
    (Text("Signed by"),), (PartySignature((Text("City of Eastmere"),), (), ()),), "stacked"
)


def _section(clause: str, number: str, words: str, *, open_: bool = False) -> Provision[Inline]:
    content: tuple[AgreementBlock, ...] = (Paragraph(Role.BODY, (Text(words),)),)
    known = None if clause == ADDED.id else clause
    return Provision(clause, 1, "Words", content, number, number, known, open_)


OUT_OF_DISCIPLINE = "The City shall keep its officers out of discipline."
SECTIONS = (
    _section("roles.line", "1.1", OUT_OF_DISCIPLINE),
    _section("roles.limits", "1.2", "No officer guards a hall."),
    _section("garage", "1.3", "The District gives keys."),
)
CHOSEN = tuple(
    Selected(each, each.default, each.default.text, Rule.ONLY, Truth.YES) for each in (LINE, LIMITS)
)
SELECTION = Selection(CHOSEN, (Omitted(PRICE, "its condition is not met"),))


def passage(place: str, *shows: str) -> Passage:
    """Return a passage of `clause`, `clause/alternative` or `@element`."""
    name, _, wording = place.partition("/")
    phrases = tuple(map(template, shows))
    if name.startswith("@"):
        return Passage(element=name[1:], shows=phrases)
    return Passage(name, wording, shows=phrases)


KEPT_OUT = passage("roles.line", "{{ the.agency }} shall keep its officers", "out of discipline")
NO_GUARD = passage("roles.limits", "no officer guards")
NOT_THERE = passage("roles.limits", "no officer drives")


def requirement(*ways: tuple[Passage, ...], topics: str = "discipline") -> Requirement:
    """Return a requirement that belongs in an agreement, met in these ways."""
    return Requirement(
        "board.one",
        "Officers keep out of discipline.",
        (topics,),
        Belongs.AGREEMENT,
        Evidence.READ,
        "SEEN",
        "board policy 1",
        ways=tuple(map(Way, ways)),
    )


def finding(
    asked: Requirement,
    *,
    sections: tuple[Provision[Inline], ...] = SECTIONS,
    selection: Selection = SELECTION,
    scope: Scope = SCOPE,
) -> Finding:
    """Return what is found on the one requirement of a standard."""
    article: Provision[Inline] = Provision("roles", 0, "Roles", sections, "Article 1", "Article 1")
    blocks: tuple[AgreementBlock, ...] = (article, SIGNED)
    document = Document(Properties("", "", "", "", ""), Furniture(""), blocks)
    agreement = Agreement(document, ARTICLES, Provenance("", "", "", ""), "mou")
    standard = Standard("board", "Policy", "our board", (asked,))
    return coverage(standard, agreement, selection, scope)[0]


# --- addressed ---------------------------------------------------------------------------------


def test_words_that_stand_in_the_section_address_it() -> None:
    """In the agreement's own names, whatever the capitals."""
    found = finding(requirement((KEPT_OUT,)))

    assert found.standing is Standing.ADDRESSED
    assert found.sections == ("Section 1.1",)
    assert not found.provisional


def test_any_way_addresses_it_and_all_of_its_passages_are_needed() -> None:
    """Sections stand in the order of the agreement, an element after them."""
    signed = passage("@signatures", "City of Eastmere")
    found = finding(requirement((NOT_THERE,), (signed, NO_GUARD, KEPT_OUT)))

    assert found.standing is Standing.ADDRESSED
    assert found.sections == ("Section 1.1", "Section 1.2", "signatures")


def test_a_section_in_brackets_addresses_it_for_the_time_being() -> None:
    """A way without brackets comes first."""
    bracketed = (_section("roles.line", "1.1", OUT_OF_DISCIPLINE, open_=True), *SECTIONS[1:])

    assert finding(requirement((KEPT_OUT,)), sections=bracketed).provisional
    assert not finding(requirement((KEPT_OUT,), (NO_GUARD,)), sections=bracketed).provisional


def test_a_clause_in_anothers_place_is_read_in_its_stead() -> None:
    """A state's own clause prints the section of the one that it replaces."""
    own = replace(_clause("roles.wa_line", "discipline"), replaces="roles.line")
    chosen = Selected(own, own.default, own.default.text, Rule.ONLY, Truth.YES)
    section = _section("roles.wa_line", "1.1", OUT_OF_DISCIPLINE)

    found = finding(
        requirement((KEPT_OUT,)), sections=(section,), selection=Selection((chosen,), ())
    )

    assert found.standing is Standing.ADDRESSED


# --- touched -----------------------------------------------------------------------------------


def test_a_part_of_the_words_addresses_it_in_part() -> None:
    """What is lacking is named."""
    found = finding(requirement((KEPT_OUT, NOT_THERE)))

    assert found.standing is Standing.IN_PART
    assert found.sections == ("Section 1.1",)
    assert found.why == "to address it: roles.limits"


def test_words_of_another_wording_do_not_count() -> None:
    """The way names the wording that answers; this agreement has the default."""
    found = finding(requirement((passage("roles.line/other", "out of discipline"),)))

    assert found.standing is Standing.TOUCHED
    assert found.why == "on the same topic; to address it: roles.line.other"


def test_a_reworded_clause_only_touches_it() -> None:
    """Even if the library's words stand in it still: counsel reads the office's own."""
    own = Selection((replace(CHOSEN[0], rule=Rule.REWORDED), CHOSEN[1]), ())
    found = finding(requirement((KEPT_OUT,)), selection=own)

    assert found.standing is Standing.TOUCHED
    assert found.sections == ("Section 1.1",)
    assert found.why == "in the words of this agreement alone: roles.line"


def test_a_clause_on_the_topic_only_touches_it() -> None:
    """The nearest, if the requirement names one; else all that share the topic."""
    unmet = replace(requirement(), unmet="No clause says so.")

    assert finding(unmet).sections == ("Section 1.1", "Section 1.2")
    near = finding(replace(unmet, see=("roles.limits",)))
    assert near.standing is Standing.TOUCHED
    assert near.sections == ("Section 1.2",)
    assert near.why == "No clause says so."


def test_a_provision_added_in_the_article_only_touches_it() -> None:
    """Nobody can know what it says but a reader."""
    found = finding(requirement((passage("funding.price", "a price"),), topics="money"))

    assert found.standing is Standing.TOUCHED
    assert found.sections == ("Section 1.3",)


# --- neither -----------------------------------------------------------------------------------


def test_what_nothing_touches_is_not_addressed() -> None:
    """The shortest way of addressing it is named."""
    guarded = passage("safety.guard/armed", "a guard")
    found = finding(requirement((guarded, passage("@recitals")), (guarded,), topics="money"))

    assert found.standing is Standing.NOT_ADDRESSED
    assert found.sections == ()
    assert found.why == "to address it: safety.guard.armed"


def test_what_was_left_out_says_so() -> None:
    """With the reason that the answer file gives."""
    out = Omitted(PRICE, "left out under `omit:`: no money", at=at())
    nothing = replace(SCOPE, answers=answers())
    asked = requirement((passage("funding.price", "a price"),), topics="money")

    found = finding(asked, selection=Selection(CHOSEN, (out,)), scope=nothing)

    assert found.standing is Standing.NOT_ADDRESSED
    assert found.why == "funding.price is left out under `omit:`: no money"


def test_a_phrase_whose_names_stand_for_nothing_here_is_not_there() -> None:
    """An agreement without payer says nothing of one."""
    paid = passage("roles.line", "{{ the.payer }} shall keep its officers")

    assert finding(requirement((paid,))).standing is Standing.TOUCHED


def test_a_requirement_of_another_state_does_not_apply() -> None:
    """It applies in its own."""
    asked = replace(requirement((KEPT_OUT,)), states=("mn", "sc"))

    found = finding(asked)
    assert found.standing is Standing.NOT_APPLICABLE
    assert found.why == "it speaks for MN, SC alone"
    assert finding(replace(asked, states=("wa",))).standing is Standing.ADDRESSED


@pytest.mark.parametrize("belongs", [Belongs.SCHEDULE, Belongs.NO])
def test_what_belongs_elsewhere_is_not_for_the_text(belongs: Belongs) -> None:
    """A schedule, a procedure, a step before signing."""
    assert finding(replace(requirement(), belongs=belongs)).standing is Standing.NOT_FOR_TEXT


def test_nothing_is_called_compliant() -> None:
    """Neither in words nor as a number."""
    value = finding_value(finding(requirement((KEPT_OUT,))))

    assert value["standing"] == "addressed"
    assert {"requirement", "standing", "sections", "evidence", "source_label"} <= set(value)
    assert "compl" not in " ".join(Standing)
    assert not any(isinstance(each, (int, float)) for each in value.values() if each is not False)

"""Who the parties are, which roles they hold, how they are called."""

from __future__ import annotations

from collections.abc import Mapping

from mou_builder.diagnostics import Outcome, Severity
from mou_builder.model.answers import Answers, Signatory
from mou_builder.model.values import NONE, Unanswered
from mou_builder.stages import answer
from tests.builders import CITY, DISTRICT, Typed, clause, instrument, library, raw

SHERIFF: Mapping[str, Typed] = {"id": "sheriff", "kind": "sheriff", "legal_name": "The Sheriff"}


def answered(*parties: Mapping[str, Typed]) -> Outcome[Answers]:
    """Return the outcome for these parties."""
    typed: Mapping[str, Typed] = {"state": "WA", "parties": list(parties)}
    return answer(raw(typed), library([clause("funding.price")]), instrument("funding"))


def codes(*parties: Mapping[str, Typed]) -> list[str]:
    """Return the codes of everything said of these parties."""
    return [each.code for each in answered(*parties).diagnostics]


def test_the_kind_gives_the_roles() -> None:
    """Most answer files name no roles."""
    district, city = answered(DISTRICT, CITY).ok.parties

    assert (district.roles, city.roles) == (("district",), ("agency",))


def test_a_party_called_after_a_role_holds_it_while_its_kind_is_open() -> None:
    """The parties `district` and `agency` of a fresh starter make an agreement."""
    result = answered({"id": "district", "kind": ""}, {"id": "agency", "legal_name": "X"})

    assert [each.roles for each in result.ok.parties] == [("district",), ("agency",)]


def test_a_party_that_a_misspelt_key_made_is_told_the_name() -> None:
    """Its kind is missing because it was never meant to be one."""
    result = answered(DISTRICT, CITY, {"id": "distrct", "legal_name": "X"})

    (said,) = result.diagnostics
    assert said.code == "MB321"
    assert (said.hint or "").startswith("if you meant `district`, correct the name; else write")


def test_roles_may_be_named() -> None:
    """Then they replace those of the kind."""
    city, district = answered(
        {**CITY, "roles": ["district"]}, {**DISTRICT, "roles": "agency"}
    ).ok.parties

    assert (city.roles, district.roles) == (("district",), ("agency",))


def test_a_party_has_every_field_for_texts() -> None:
    """What is left out does not apply; what is open is a blank; an unknown name may stay open."""
    city = answered(DISTRICT, CITY).ok.parties[1]

    assert city.through == "Northfield Police Department"
    assert city.entity is NONE
    assert city.record["short_name"] == "City"
    assert city.record["roles"] == ("agency",)
    assert city.signatories == (Signatory(Unanswered(("parties.signatories",)), "Mayor"),)


def test_a_short_name_left_out_is_the_term_of_the_role() -> None:
    """A role that one party alone holds names it."""
    unnamed = {key: value for key, value in CITY.items() if key != "short_name"}

    assert answered(DISTRICT, unnamed).ok.parties[1].short_name == "Agency"


def test_where_several_hold_the_role_it_is_the_kind() -> None:
    """The role's term is then that of all of them."""
    unnamed = {key: value for key, value in CITY.items() if key != "short_name"}

    names = [each.short_name for each in answered(DISTRICT, unnamed, SHERIFF).ok.parties]

    assert names == ["District", "City", "Sheriff"]


def test_a_short_name_may_stand_without_an_article() -> None:
    """Everett is not "the Everett"."""
    everett = {**CITY, "short_name": "Everett", "article": "none"}

    assert [each.article for each in answered(DISTRICT, everett).ok.parties] == ["the", ""]


def test_an_agreement_has_at_least_two_parties() -> None:
    """One party, none, and no list at all are faults."""
    alone = answered(DISTRICT)
    missing = answer(
        raw({"state": "WA"}), library([clause("funding.price")]), instrument("funding")
    )

    assert [each.code for each in alone.diagnostics] == ["MB320"]
    assert [each.code for each in missing.diagnostics] == ["MB320"]


def test_a_party_says_what_kind_it_is() -> None:
    """Else nobody knows its roles."""
    assert codes(DISTRICT, {"id": "x", "legal_name": "Y"}) == ["MB321"]


def test_an_unknown_kind_or_role_is_a_fault() -> None:
    """The nearest name is in the hint."""
    result = answered(DISTRICT, {**CITY, "kind": "citty"})

    assert [each.code for each in result.diagnostics] == ["MB310"]
    assert result.diagnostics[0].hint == "did you mean `city`?"
    assert codes({**DISTRICT, "roles": ["payor"]}, CITY) == ["MB310"]


def test_a_role_that_the_agreement_needs_must_be_held() -> None:
    """The hint says who usually holds it."""
    said = answered(DISTRICT, {**DISTRICT, "id": "b", "short_name": "B"}).diagnostics[0]

    assert said.code == "MB323"
    assert "city, county, sheriff" in (said.hint or "")


def test_two_parties_cannot_share_a_name() -> None:
    """Nor an id."""
    assert codes(DISTRICT, CITY, {**CITY, "id": "other"}) == ["MB324"]
    assert "MB316" in codes(DISTRICT, CITY, {**CITY, "short_name": "Other"})


def test_a_department_never_signs_alone() -> None:
    """The cure is to name its city or county."""
    police = {**CITY, "kind": "police_department", "roles": ["agency"]}

    (said,) = answered(DISTRICT, police).diagnostics

    assert said.code == "MB325"
    assert "`through:`" in (said.hint or "")


def test_a_sheriff_may_be_a_party() -> None:
    """As an officer in his or her own right."""
    assert codes(DISTRICT, SHERIFF) == []


def test_a_party_without_a_role_is_a_warning() -> None:
    """No clause speaks of it."""
    police = {**CITY, "id": "p", "short_name": "P", "kind": "school_district", "roles": []}

    said = answered(DISTRICT, CITY, police).diagnostics[0]

    assert (said.code, said.severity) == ("MB326", Severity.WARNING)


def test_parties_are_a_list() -> None:
    """One fault is enough for a wrong shape."""
    result = answer(
        raw({"state": "WA", "parties": "two"}),
        library([clause("funding.price")]),
        instrument("funding"),
    )

    assert [each.code for each in result.diagnostics] == ["MB312"]

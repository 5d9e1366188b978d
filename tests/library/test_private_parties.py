"""A private school or an operator gets no clause that binds only public or funded bodies."""

from __future__ import annotations

import re

import pytest

from mou_builder.model.document import Citation
from mou_builder.stages.blocks import runs_of
from tests.library import shipped
from tests.library.test_states import CODES, Made, made

LIBRARY = shipped.library()
PRIVATE = ("private_school", "charter_operator")
# Clauses that only public bodies, or schools with federal money, can fulfil.
PUBLIC_ONLY = {
    *("definitions.law_enforcement_unit", "information.law_enforcement_unit"),
    *("information.direct_control", "authority.nc_interlocal", "authority.wa_interlocal"),
    *("term.wa_filing", "reporting.wa_yearly_adoption", "training.wa_training_record"),
    *("reporting.il_data", "reporting.il_review", "discipline.il_no_tickets"),
    *("training.il_training", "enforcement.ct_force", "discipline.ct_graduated_response"),
    *("reporting.ct_investigations", "training.ct_social_emotional", "enforcement.ne_policies"),
    *("reporting.ne_referrals", "training.ne_training", "administration.ga_coordination"),
    *("safety.dc_lines", "safety.dc_security", "general.ca_board", "term.ca_five_years"),
}
# Clauses with a wording for a private party, and that wording.
WORDED = {
    "definitions.education_record": "private_body",
    "information.record_access": "private_body",
    "information.redisclosure": "private_body",
    "information.emergency": "private_body",
    "information.incident_notice": "private_body",
    "students.civil_rights": "private_body",
    "students.disability": "private_body",
    "term.appropriation": "agency_alone",
}
# Federal law that binds schools by their money or their being public.
FUNDED = re.compile(r"us\.(ferpa|idea|section_504|title_|ada|gun_free)")
STATES_TRIED = ("ca", "ct", "ga", "il", "nc", "ne", "tx", "wa")
private = pytest.mark.parametrize("kind", PRIVATE)


def held(of: Made) -> dict[str, str]:
    """Return the clauses held, each with its wording."""
    return {each.clause.id: each.alternative.id for each in of.selection.chosen}


def cited(of: Made) -> set[str]:
    """Return the facts that the agreement cites."""
    runs = (run for block in of.agreement.document.blocks for run in runs_of(block))
    return {each.fact for run in runs for each in run if isinstance(each, Citation)}


@private
@pytest.mark.parametrize("scope", ["core", "full"])
@pytest.mark.parametrize("code", STATES_TRIED)
def test_no_clause_for_public_bodies_is_held(code: str, scope: str, kind: str) -> None:
    """Neither whole clauses nor wordings, and no federal law on funded schools is cited."""
    tried = made(code, more=f"scope: {scope}", district=kind)
    clauses = held(tried)

    assert PUBLIC_ONLY.isdisjoint(clauses)
    assert {each: clauses.get(each) for each in WORDED} == WORDED
    assert [each for each in cited(tried) if FUNDED.match(each)] == []


@pytest.mark.slow
@private
@pytest.mark.parametrize("code", CODES)
def test_in_each_state_the_agreement_is_made(code: str, kind: str) -> None:
    """References lead somewhere, and only the agency's duties hang on an appropriation."""
    sections = made(code, district=kind).sections
    appropriation = sections["term.appropriation"].text

    assert "The duty of the Agency" in appropriation
    assert "A Party's duty" not in appropriation


@pytest.mark.parametrize("code", STATES_TRIED)
def test_a_public_district_keeps_them(code: str) -> None:
    """The wordings for a private party are in no other agreement."""
    tried = made(code, more="scope: full")
    clauses = held(tried)
    own = {each for each in PUBLIC_ONLY if LIBRARY.clauses[each].state == code}

    assert own <= set(clauses)
    assert [each for each, wording in WORDED.items() if clauses.get(each) == wording] == []
    assert "us.ferpa" in cited(tried)

"""Terms that a state's law asks of public contracts: each printed, or left out for a reason."""

from __future__ import annotations

import pytest

from mou_builder.model.law import Binding, MandatoryTerm
from mou_builder.writers import writer_for
from tests.library import shipped
from tests.library.test_states import Made, made

LIBRARY = shipped.library()
TERMS = [
    (code, each)
    for code, state in LIBRARY.jurisdictions.items()
    for each in state.law.contracting.mandatory_terms
]
CERTIFIED = {
    each.fact: code
    for code, state in LIBRARY.jurisdictions.items()
    for each in state.law.contracting.certificates
}
# What is no term: Oregon's act says that its clauses do not apply.
NOTHING_TO_PRINT = {"or.term_public_contracting_code_clauses_do"}
PRIVATE = ("private_school", "charter_operator")
asked = pytest.mark.parametrize(
    ("code", "term"),
    [
        pytest.param(*each, id=each[1].fact)
        for each in TERMS
        if each[1].clause and each[1].public_counterpart is not Binding.UNCLEAR
    ],
)


def test_every_term_that_binds_has_a_clause_or_a_certificate() -> None:
    """And so has each that binds only private parties."""
    carried = {each.fact for _, each in TERMS if each.clause} | set(CERTIFIED)
    known = {each.fact for _, each in TERMS if each.public_counterpart is not Binding.UNCLEAR}

    assert known - carried == NOTHING_TO_PRINT
    assert len(TERMS) == 38


@asked
def test_a_clause_says_how_its_term_is_known(code: str, term: MandatoryTerm) -> None:
    """It cites the fact, is the state's own, and nobody has reviewed it."""
    clause = LIBRARY.clauses[term.clause]
    known = {"read": "read in a", "recalled": "remembered", "secondary": "somebody else's account"}

    assert (clause.state, clause.reviewed) == (code, None)
    assert term.fact in clause.default.text.uses.facts
    assert term.fact in clause.sources
    assert known[LIBRARY.facts[term.fact].evidence] in " ".join(clause.default.note.split())


@asked
def test_the_agreement_prints_the_term_where_it_binds(code: str, term: MandatoryTerm) -> None:
    """Between public bodies, or only with a private school or an operator."""
    binds = term.public_counterpart is Binding.YES
    cited = LIBRARY.facts[term.fact].words
    public = made(code).sections.get(term.clause)

    assert (public is not None) == binds
    assert public is None or cited in public.text
    for kind in PRIVATE if not binds else ():
        assert cited in made(code, district=kind).sections[term.clause].text


@asked
def test_a_short_instrument_prints_it_too(code: str, term: MandatoryTerm) -> None:
    """The law does not ask how long the contract is."""
    kind = "school_district" if term.public_counterpart is Binding.YES else "private_school"
    for instrument in ("funding-only", "roles-only"):
        assert term.clause in made(code, district=kind, instrument=instrument).sections


@pytest.mark.parametrize("code", ["az", "nc", "oh"])
@pytest.mark.parametrize("instrument", ["mou", "funding-only"])
def test_a_certificate_stands_below_the_signatures(code: str, instrument: str) -> None:
    """With its citation, in a Word file that has no fault."""
    tried = made(code, instrument=instrument)
    certificate = LIBRARY.jurisdictions[code].law.contracting.certificates[0]
    text = tried.sections["signatures"].text
    writer = writer_for(".docx")
    assert writer is not None
    assert writer.check is not None
    content = writer.write(tried.agreement, shipped.house_style())

    assert f"{certificate.title}: Northfield School District No. 4" in text
    assert LIBRARY.facts[certificate.fact].words in text
    assert writer.check(content, "agreement.docx") == ()


def test_only_who_pays_has_a_preaudit_certificate() -> None:
    """The agency, a private school, and a memorandum without money have none."""
    paid = made("nc").sections["signatures"].text

    assert paid.count("Preaudit certificate") == 1
    assert "Preaudit" not in made("nc", district="private_school").sections["signatures"].text
    assert "Preaudit" not in made("nc", instrument="roles-only").sections["signatures"].text


def test_both_agencies_of_arizona_have_their_attorneys_determination() -> None:
    """A tribe has none: the section speaks of public agencies of the state."""
    tribe = made("az", "tribe").sections["signatures"].text

    assert made("az").sections["signatures"].text.count("Determination of attorney") == 2
    assert tribe.count("Determination of attorney") == 1


# --- what is left open -------------------------------------------------------------------------

UNCLEAR = [(code, each) for code, each in TERMS if each.public_counterpart is Binding.UNCLEAR]
E_VERIFY = "general: {e_verify: yes}\nchoose: {general.e_verify: as_law_requires}\n"


def open_terms(of: Made) -> list[str]:
    """Return what is said of terms that may bind."""
    return [each.message for each in of.agreement.open_items if each.code == "MB640"]


@pytest.mark.slow
@pytest.mark.parametrize(("code", "term"), UNCLEAR, ids=[each.fact for _, each in UNCLEAR])
def test_an_unclear_term_is_open_and_not_printed(code: str, term: MandatoryTerm) -> None:
    """Until counsel takes in the clause that carries it, or accepts that it stays out."""
    accept = f"accept: {{{term.fact}: {{by: Jane Doe, on: 2026-05-01}}}}"
    said = [each for each in open_terms(made(code)) if f": {term.text} (" in each]

    assert len(said) == 1
    assert LIBRARY.facts[term.fact].words in said[0]
    assert said[0] not in open_terms(made(code, more=accept))
    if term.clause:
        assert term.clause not in made(code).sections
        assert said[0] not in open_terms(made(code, more=E_VERIFY))


@pytest.mark.parametrize("kind", ["tribe", "state_police", "federal_agency"])
def test_a_party_that_no_law_on_file_settles_is_open_until_it_is_accepted(kind: str) -> None:
    """A tribe, the state police, a military post or a park."""
    accept = "accept: {parties.agency: {by: Jane Doe, on: 2026-05-01}}"
    said = [each for each in made("nm", kind).agreement.open_items if each.code == "MB641"]
    after = made("nm", kind, accept).agreement.open_items

    assert len(said) == 1
    assert LIBRARY.party_kinds[kind].label in said[0].message
    assert "MB641" not in [each.code for each in after]
    assert "MB641" not in [each.code for each in made("nm").agreement.open_items]

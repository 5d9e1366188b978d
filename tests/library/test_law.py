"""The law on file: labels and citations are the sources' own, and nothing is upgraded."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from mou_builder.model.evidence import Evidence
from mou_builder.model.law import FormRule, Law
from mou_builder.model.standards import Belongs, Requirement
from tests.library import shipped

# Our id, the label of whoever looked, and the citation (or the word) as the source gives it.
TABLE = Path(__file__).with_name("law_rows.tsv").read_text(encoding="utf-8")
ROWS = {
    identifier: (label, cited)
    for identifier, label, cited in (
        line.split("\t") for line in TABLE.splitlines() if not line.startswith("#")
    )
}
LIBRARY = shipped.library()
REQUIRED = {
    each.id: each
    for name, standard in LIBRARY.standards.items()
    if name in LIBRARY.jurisdictions
    for each in standard.requirements
}
LAWS: dict[str, Law] = {name: each.law for name, each in LIBRARY.jurisdictions.items()}
# Facts for which the source's table of acts has no row: statutes out of its lists of requirements.
WITHOUT_ROW = {
    *("wa.sro_agreement", "wa.sro_policy", "wa.sro_records", "wa.sro_training"),
    *("wa.juvenile_counsel", "wa.immigration", "ca.joint_liability"),
    *("nc.sro", "nc.sro_police", "nc.sro_sheriff"),
}
# Only a part of what the citation names was read.
LOWERED = {"ca.tort_claims"}
READ_IN = ("official_text", "statute_mirror")
# The states whose list of contents was read item by item, with the number of their terms.
ITEM_BY_ITEM = {"wa": 8, "ct": 8, "ne": 7, "ar": 10, "il": 7, "mn": 8, "dc": 5, "ky": 5, "ga": 2}
facts = pytest.mark.parametrize("name", [each for each in ROWS if each in LIBRARY.facts])
required = pytest.mark.parametrize("name", [each for each in ROWS if each in REQUIRED])
words = pytest.mark.parametrize("name", [each for each in ROWS if ".word." in each])


def test_each_row_is_on_file_and_what_is_on_file_has_a_row() -> None:
    """Except federal citations, which were gathered from several lists."""
    named = {each for each in ROWS if ".word." not in each}
    ours = {each for each in (*LIBRARY.facts, *REQUIRED) if each.partition(".")[0] != "us"}

    assert named - set(LIBRARY.facts) - set(REQUIRED) == set()
    assert ours - named == WITHOUT_ROW


@facts
def test_a_fact_keeps_label_and_citation(name: str) -> None:
    """Evidence follows from the label, and a shorter form that prints begins the citation."""
    fact = LIBRARY.facts[name]
    label, cited = ROWS[name]
    allowed = Evidence.SECONDARY if name in LOWERED else evidence_of_fact(label)

    assert (fact.source_label, " ".join(fact.citation.split())) == (label, cited)
    assert fact.evidence is allowed
    assert fact.citation.startswith(fact.printed)


@required
def test_a_requirement_keeps_label_and_citation(name: str) -> None:
    """SEEN is `read`, what somebody else described `secondary`, the rest `recalled`."""
    asked = REQUIRED[name]
    label, cited = ROWS[name]

    assert (asked.source_label, asked.source) == (label, cited)
    assert asked.evidence is evidence_of_requirement(label)


@words
def test_a_word_keeps_its_label(name: str) -> None:
    """The words of a state, such as that for a governing body, are known no better than told."""
    code, _, word = name.split(".")
    label, said = ROWS[name]
    known = LAWS[code].word_labels[word]

    assert (known.source_label, LIBRARY.jurisdictions[code].words[word]) == (label, said)
    assert known.evidence is (Evidence.RECALLED if "false" in label else Evidence.SECONDARY)


def evidence_of_fact(label: str) -> Evidence:
    """Return what the label of a fact allows, and no more."""
    seen, *parts = label.split(", ")
    if seen == "seen: false":
        return Evidence.RECALLED
    scopes = [each for each in parts if each.startswith("seen_scope")]
    whole = scopes in ([], ["seen_scope text"]) and "citation_recalled" not in parts
    return Evidence.READ if parts[0] in READ_IN and whole else Evidence.SECONDARY


def evidence_of_requirement(label: str) -> Evidence:
    """Return what the label of a requirement stands for."""
    known = {"SEEN": Evidence.READ, "SEEN_SECONDARY": Evidence.SECONDARY}
    return known.get(label, Evidence.RECALLED)


def test_a_qualified_requirement_says_where_it_was_seen() -> None:
    """What nobody read has no address, and what somebody read or told has one."""
    with_address = {each.evidence for each in REQUIRED.values() if each.address}
    without = {each.evidence for each in REQUIRED.values() if not each.address}

    assert with_address == {Evidence.READ, Evidence.SECONDARY}
    assert without == {Evidence.RECALLED}


# --- what is asked -----------------------------------------------------------------------------


def test_every_requirement_is_there() -> None:
    """251 of the states and 46 of federal law, as the source counts them."""
    federal = [each for each in REQUIRED if each.startswith("us.")]

    assert len(federal) == 46
    assert len(REQUIRED) - len(federal) == 251


def test_every_term_is_met_or_says_why_not() -> None:
    """140 terms of law: nothing is left out in silence."""
    terms = [each for each in REQUIRED.values() if each.belongs is Belongs.AGREEMENT]

    assert {bool(each.ways) != bool(each.unmet) for each in terms} == {True}
    assert all(len(each.unmet) > 40 for each in terms if each.unmet)  # a reason


@pytest.mark.parametrize(("code", "terms"), ITEM_BY_ITEM.items())
def test_a_list_that_was_read_item_by_item_is_answered(code: str, terms: int) -> None:
    """All of its terms have words of the library that carry them."""
    asked = [each for each in required_of(code) if each.belongs is Belongs.AGREEMENT]

    assert len(asked) == terms
    assert [each.id for each in asked if not each.ways] == []


def test_dates_are_those_of_the_law() -> None:
    """Illinois from July 1, 2026; Connecticut by the date of the memorandum."""
    dated = {each.id: str(each.since) for each in REQUIRED.values() if each.since}

    assert {dated[f"il.r0{number}"] for number in range(1, 8)} == {"2026-07-01"}
    assert {dated[f"ct.r0{number}"] for number in range(6, 10)} == {"2023-07-01"}
    assert dated["ct.r05"] == "2021-07-01"
    assert len(dated) == 12


def required_of(code: str) -> tuple[Requirement, ...]:
    """Return what a state's law requires."""
    return LIBRARY.standards[code].requirements


# --- how it is said ----------------------------------------------------------------------------


def test_what_is_only_named_as_a_citation_never_counts_as_checked() -> None:
    """Nothing on file is called verified."""
    texts = [*(each.text for each in REQUIRED.values()), *(each.note for each in REQUIRED.values())]

    assert [each for each in texts if re.search(r"(?i)\bverified\b", each)] == []


def test_each_jurisdiction_has_its_law() -> None:
    """Fifty states and the District: a position on districts, and words with labels."""
    states = {name: each for name, each in LAWS.items() if name != "us"}

    assert len(states) == 51
    assert {each.code for each in states.values()} == set(states)
    assert [name for name, each in states.items() if not each.word_labels] == []


@pytest.mark.parametrize(
    ("fact", "named"),
    [
        ("wa.records", "the Public Records Act"),
        ("wa.interlocal_filing", "the Interlocal Cooperation Act"),
        ("wa.electronic_signatures", "the Uniform Electronic Transactions Act"),
        ("fl.interlocal", "the Florida Interlocal Cooperation Act of 1969"),
        ("ut.tort_claims", "the Governmental Immunity Act of Utah"),
        ("us.title_ix", "Title IX of the Education Amendments of 1972"),
        ("us.cjis", "FBI CJIS Security Policy"),
        ("us.ferpa_emergency", "law"),
        ("mn.interlocal", "law"),
        ("hi.tort_claims", "the State Tort Liability Act"),
    ],
)
def test_a_law_can_be_named_without_its_citation(fact: str, named: str) -> None:
    """By its title; a name that is no title is left to `law`, which reads well everywhere."""
    assert LIBRARY.facts[fact].law == named


def test_the_digest_of_a_fact_is_that_of_what_counsel_confirms() -> None:
    """How it is known may change without a new confirmation, what it says may not."""
    fact = LIBRARY.facts["wa.records"]

    assert re.fullmatch("[0-9a-f]{8}", fact.digest)
    assert replace(fact, evidence=Evidence.READ, source_label="SEEN").digest == fact.digest
    for change in ({"citation": "x"}, {"printed": "x"}, {"name": "x"}, {"version": "x"}):
        assert replace(fact, **change).digest != fact.digest


FORMS = {
    "nj": FormRule.ADDED_TO_ONLY,
    "ma": FormRule.MINIMUM,
    "ne": FormRule.SUBSTANTIALLY_ALIKE,
    "de": FormRule.SUBSTANTIALLY_ALIKE,
    "ar": FormRule.BASED_ON,
    "va": FormRule.BASED_ON,
    "pa": FormRule.UNREAD,
}


def test_the_forms_of_states_are_on_file() -> None:
    """Each with what the law asks of a text beside it."""
    assert {name: law.form.rule for name, law in LAWS.items() if law.form} == FORMS


@pytest.mark.parametrize("state", FORMS)
def test_a_form_is_known_as_its_requirement_is(state: str) -> None:
    """No label is raised on the way: it is the requirement's own, citation and address too."""
    form = LAWS[state].form
    assert form
    known = REQUIRED[form.requirement]

    assert (form.citation, form.evidence) == (known.source, known.evidence)
    assert (form.source_label, form.address) == (known.source_label, known.address)
    assert "not read" in form.note

"""Words that agreements do without."""

from __future__ import annotations

import pytest

from mou_builder.model.question import Kind
from tests.builders import clause, question
from tests.rules.linted import flagged, found, library_of


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("{{ the.agency }} shall ensure safety.", ["ensure"]),
        ("It is ensuring and guaranteeing it.", ["ensuring", "guaranteeing"]),
        ("It protects all Students at all times.", ["protects all", "at all times"]),
        ("It keeps to the highest standards and best practices.",
         ["highest standards", "best practices"]),
        ("Each uses best efforts under zero tolerance.", ["best efforts", "zero tolerance"]),
        ("The Parties form a partnership.", ["partnership"]),
        ("An SRO is an agent of the District.", ["agent"]),
        ("This does not create a partnership or a joint venture.", []),
        ("It pays for its officers, employees, and agents.", []),
        ("A federal agent may ask the fiscal agent.", []),
        ("The grant asks for “best practices”.", []),
        ("The Parties insure the vehicle.", []),
    ],
)  # fmt: skip
def test_promises_too_much(sentence: str, words: list[str]) -> None:
    """What nobody can keep, and what makes one answer for another; not where it is denied."""
    assert flagged("MB710", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("{{ the.agency }} shall immediately tell the Principal.", ["immediately"]),
        ("It tells the Principal immediately after an arrest.", []),
        ("If a Student is arrested, it tells the Principal immediately.", []),
        ("The streets immediately adjacent to a School count.", []),
    ],
)
def test_immediately(sentence: str, words: list[str]) -> None:
    """It needs an event from which to count."""
    assert flagged("MB711", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The terms herein bind the parties hereto.", ["herein", "hereto"]),
        ("It is null and void, notwithstanding the aforesaid.",
         ["null and void", "notwithstanding", "aforesaid"]),
        ("WITNESSETH that pursuant to law it ends.", ["WITNESSETH", "pursuant to"]),
        ("It may act, provided that it pays.", ["provided that"]),
        ("It may act, provided, however, that it pays.", ["provided, however, that"]),
        ("Costs include, but are not limited to, fuel.", ["include, but are not limited to"]),
        ("Any and all claims in the event of a loss.", ["Any and all", "in the event of"]),
        ("The said agreement ends.", ["said"]),
        ("The service provided that day counts.", []),
        ("Including means including without limitation.", []),
        ("Officers said so. Therefore it ends, and nowhere else.", []),
        ("The act speaks of “terms and conditions”.", []),
    ],
)  # fmt: skip
def test_legalese(sentence: str, words: list[str]) -> None:
    """Old compounds and doublets, but no word that only holds one, and nothing quoted."""
    assert flagged("MB712", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Principal and/or the SRO calls.", ["and/or"]),
        ("The principal/designee calls the parent/guardian.",
         ["principal/designee", "parent/guardian"]),
        ("It runs 24/7 from 7/1/2026.", []),
        ("See https://example.org/school/safety for it.", []),
    ],
)  # fmt: skip
def test_slash(sentence: str, words: list[str]) -> None:
    """Words joined by a slash are told; dates and addresses of the web are not."""
    assert flagged("MB713", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The SRO wears his uniform.", ["his"]),
        ("The SRO wears his or her uniform.", ["his", "her"]),
        ("The Chairman asks for manpower.", ["Chairman", "manpower"]),
        ("The other one is there, in the theory of others.", []),
    ],
)
def test_gendered(sentence: str, words: list[str]) -> None:
    """Pronouns of men or women, and titles that hold them."""
    assert flagged("MB714", sentence) == words


def test_a_question_may_speak_of_both() -> None:
    """In help `his or her` leaves nobody out, `his` alone does."""
    asked = (
        question("staffing.a"),
        question("staffing.b", Kind.CHOICE, choices=["x=his", "y=his or her"]),
    )
    known = library_of(questions=asked)

    assert [each.message for each in found("MB714", known)] == ["`his` leaves people out"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Each SRO must be NASRO-certified.", ["NASRO-certified"]),
        ("Each must be certified by NASRO.", ["certified by NASRO"]),
        ("Each must complete NASRO's basic course and be certified by the state.", []),
    ],
)
def test_certified_by_nasro(sentence: str, words: list[str]) -> None:
    """NASRO trains; a state may certify."""
    assert flagged("MB715", sentence) == words


def test_a_heading_and_a_summary_are_read_too() -> None:
    """They are printed."""
    known = library_of(clause("duties.radio", heading="Best practices"))

    assert [each.message for each in found("MB710", known)] == [
        "`Best practices` promises more than can be kept"
    ]

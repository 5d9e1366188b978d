"""Why clauses are in or out."""

from __future__ import annotations

from dataclasses import replace

from mou_builder.diagnostics import Position
from mou_builder.model.library import Usual
from mou_builder.model.selection import Omitted, Reason, Rule, Selected, Selection, Truth
from mou_builder.reports.explanation import explanation, explanation_value, overview
from tests.builders import alternative, clause, library

MODEL = Reason("funding.model", "percentage", Position("ours.yaml", 12, 3))
SHARE = clause(
    "funding.share",
    when='funding.model != "none"',
    counsel=True,
    alternatives=[
        alternative("percentage", default=True, when='funding.model == "percentage"'),
        replace(alternative("fixed", usual="agency"), note="Settle the base\nfirst."),
        alternative("hourly", when='funding.model == "hourly"'),
    ],
)
CAP = clause("funding.cap", when='funding.model == "hourly"', order=20)
TERM = clause("term.start")
SELECTION = Selection(
    (
        Selected(
            SHARE,
            SHARE.alternatives[0],
            SHARE.alternatives[0].text,
            Rule.CONDITION,
            Truth.YES,
            (MODEL,),
            (("hourly", (MODEL,)),),
            open=True,
        ),
        Selected(TERM, TERM.default, TERM.default.text, Rule.ONLY, Truth.UNKNOWN, (MODEL,)),
    ),
    (Omitted(CAP, "its condition is not met", (MODEL,)),),
)
LIBRARY = library((SHARE, CAP, TERM))


def test_each_clause_has_a_line_under_its_article() -> None:
    """In the articles' order, with the reason and its place; who reviewed them is said."""
    assert overview(SELECTION, LIBRARY) == (
        "Funding\n"
        "  open  funding.share  percentage: its condition is met\n"
        "  out   funding.cap    its condition is not met: "
        "`funding.model` is percentage (ours.yaml:12)\n"
        "\n"
        "Term\n"
        "  in    term.start     plain: its condition is unknown: "
        "`funding.model` is percentage (ours.yaml:12)\n"
        "\n"
        "2 clauses in it: reviewed by no named attorney yet"
    )


def test_clauses_of_other_kinds_of_agreement_are_counted() -> None:
    """What the instrument can never hold is no line of its own."""
    strange = Omitted(CAP, "the instrument `funding-only` does not have it")
    other = Omitted(TERM, "its condition is not met", (Reason("instrument", "mou"),))
    shown = overview(Selection((), (strange, other)), LIBRARY)

    assert shown == "2 clauses of the library: for other kinds of agreement"


def test_a_clause_that_is_in() -> None:
    """Condition, answers, alternatives with notes, who decides, and what to write to change it."""
    assert explanation(SELECTION, "funding.share", "ours.yaml") == (
        'funding.share "Share" (share.yaml:1)\n'
        "  in the agreement, alternative `percentage`: its condition is met\n"
        "  open: it stands in brackets in a draft, and a final document refuses it\n"
        '  condition: funding.model != "none"  is yes\n'
        "    `funding.model` is percentage (ours.yaml:12)\n"
        "  alternatives:\n"
        "    percentage (taken, default)\n"
        '      when: funding.model == "percentage"\n'
        "    fixed\n"
        "      usually asked for by the agency (the drafter's view)\n"
        "      note: Settle the base first.\n"
        "    hourly (its condition is no)\n"
        '      when: funding.model == "hourly"\n'
        "        `funding.model` is percentage (ours.yaml:12)\n"
        "  for counsel: a risk term, which no default settles\n"
        "  reviewed: by nobody yet; no named attorney has signed off on this clause\n"
        "  to change it:\n"
        "    answer `funding.model` otherwise (ours.yaml:12)\n"
        "    in ours.yaml, take `fixed`:  choose: {funding.share: NAME}\n"
        "    in ours.yaml, when counsel accepts it:  accept: {funding.share: {by: ?, on: ?}}\n"
        "    in ours.yaml, leave it out:  omit: {funding.share: why}\n"
        "    in ours.yaml, say it in your own words:  reword: {funding.share: text}"
    )


def test_a_clause_that_is_out() -> None:
    """The answer that keeps it out is the one to change."""
    shown = explanation(SELECTION, "funding.cap", "ours.yaml") or ""

    assert "  out of the agreement: its condition is not met\n" in shown
    assert "    answer `funding.model` otherwise (ours.yaml:12)" in shown
    assert "choose:" not in shown


def test_where_it_was_seen_and_what_varies() -> None:
    """What is said of usage names the agreements; law that varies is to be checked."""
    seen = replace(SHARE.alternatives[0], usual=Usual("either", "seen", ("wa-everett",)))
    known = replace(
        SHARE, alternatives=(seen,), law_varies=True, sources=("NASRO 3",), reviewed="A. Counsel"
    )
    chosen = Selected(known, seen, seen.text, Rule.ONLY, Truth.YES)
    shown = explanation(Selection((chosen,), ()), "funding.share", "ours.yaml") or ""

    assert "usually asked for by either side (seen in agreements on file: wa-everett)" in shown
    assert "state law differs on this" in shown
    assert "sources: NASRO 3" in shown
    assert "reviewed: by A. Counsel" in shown


def test_an_unknown_clause_has_no_explanation() -> None:
    """The command says so, with the nearest name."""
    assert explanation(SELECTION, "funding.cup", "ours.yaml") is None


def test_the_values_for_json() -> None:
    """All clauses, or the one named."""
    everything = explanation_value(SELECTION)
    one = explanation_value(SELECTION, "funding.cap")

    assert [each["in"] for each in everything] == [True, True, False]
    assert one[0]["why"] == "its condition is not met"
    assert everything[0]["dropped"][0]["alternative"] == "hourly"
    assert one[0]["reasons"][0]["at"]["line"] == 12

"""The record of a run."""

from __future__ import annotations

import json
from datetime import date

from mou_builder.diagnostics import open_item, warning
from mou_builder.model.agreement import Agreement, Provenance
from mou_builder.model.answers import Decisions, Review
from mou_builder.model.document import Document, Furniture, Properties
from mou_builder.reports.record import is_record, record
from tests.builders import ARTICLES, answers, clause, selection

AGREEMENT = Agreement(
    Document(Properties("Agreement", "", "", "en-US", "2026-07-01"), Furniture("Agreement"), ()),
    ARTICLES,
    Provenance("mou-builder 0", "lib", "ans", "2026-07-01"),
    "mou",
)
FOUND = (open_item("MB400", "open"), warning("MB302", "unused"))


def _made(review: Review | None = None) -> bytes:
    given = answers(decisions=Decisions(review=review))
    return record(AGREEMENT, given, selection(clause("term.start")), FOUND, "d1g35t")


def test_it_holds_what_must_not_travel() -> None:
    """Open items and warnings apart, alternatives with their reasons, digests."""
    value = json.loads(_made())

    assert [each["code"] for each in value["open_items"]] == ["MB400"]
    assert [each["code"] for each in value["warnings"]] == ["MB302"]
    assert value["clauses"][0]["alternative"] == "plain"
    assert value["document"] == {"sha256": "d1g35t"}
    assert value["review"] is None


def test_it_holds_the_review() -> None:
    """Who read it, for whom, and when."""
    value = json.loads(_made(Review("A. Counsel", "the district", date(2027, 5, 1))))

    assert value["review"] == {
        "by": "A. Counsel",
        "for": "the district",
        "on": "2027-05-01",
        "none": False,
    }


def test_a_record_is_known_by_its_format() -> None:
    """So that the next run may replace it, and nothing else."""
    assert is_record(_made())
    assert not any(map(is_record, (b"{}", b"[]", b"no json", b"\xff")))

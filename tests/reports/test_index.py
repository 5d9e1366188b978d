"""The index of the clauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mou_builder.model.evidence import Evidence
from mou_builder.model.library import Library, Topic
from mou_builder.model.standards import Belongs, Passage, Requirement, Standard, Way
from mou_builder.reports.index import index_rows, index_text
from tests.builders import alternative, clause, library
from tests.library import shipped

PAGE = shipped.ROOT / "clauses" / "INDEX.md"
WORDINGS = [alternative("other"), alternative("by_hand", default=True)]
SHARE = replace(clause("funding.share", order=20, alternatives=WORDINGS), topics=("cost",))
PAYMENT = clause("funding.payment", counsel=True, state="wa")


def _requirement(name: str, *clauses: str) -> Requirement:
    way = Way(tuple(Passage(each) for each in clauses))
    evidence = (Belongs.AGREEMENT, Evidence.READ, "SEEN", "policy")
    return Requirement(f"board.{name}", "Words.", (), *evidence, ways=(way,))


def _library() -> Library:
    asked = (_requirement("one", "funding.share"), _requirement("two", "funding.share", "a.b"))
    standard = Standard("board", "Policy", "our board", asked)
    topics = {"cost": Topic("cost", "Cost | price")}
    return replace(library((SHARE, PAYMENT)), standards={"board": standard}, topics=topics)


def test_a_clause_has_a_row_with_all_an_attorney_asks() -> None:
    """Wordings with the default first, topics by title, what it addresses alone and with others."""
    payment, share = index_rows(_library())

    assert (payment["id"], payment["state"], payment["counsel_decides"]) == (
        "funding.payment",
        "Washington",
        True,
    )
    assert share["alternatives"] == ["by_hand", "other"]
    assert share["topics"] == ["Cost | price"]
    assert share["addresses"] == ["board.one"]
    assert share["addresses_with_others"] == ["board.two"]


def test_the_page_has_a_table_for_each_article() -> None:
    """Each row on one line; a bar in a title makes no new cell."""
    lines = index_text(index_rows(_library())).splitlines()

    assert "2 clauses in 1 article:" in lines
    assert "- [Funding](#funding)" in lines
    assert "## Funding" in lines
    assert lines[-1] == (
        "| **Share** `funding.share` | by hand (default); other | core | Cost \\| price "
        "| board.one; with others: board.two |"
    )
    assert lines[-2].startswith(
        "| **Payment** `funding.payment`; *Washington only, counsel decides* | plain | core |"
    )


def test_the_page_in_the_library_is_of_this_library(
    golden: Callable[[str, Path], list[str]],
) -> None:
    """`mou-builder list index > clauses/INDEX.md` makes it again."""
    assert golden(index_text(index_rows(shipped.library())) + "\n", PAGE) == []

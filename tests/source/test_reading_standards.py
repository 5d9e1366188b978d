"""A standard from its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mou_builder.model.evidence import Evidence
from mou_builder.model.standards import Belongs
from mou_builder.source import read_library

Small = Callable[..., Path]
BOARD = "clauses/standards/board.yaml"


def test_a_standard_holds_what_its_file_says(small: Small) -> None:
    """It goes by the name of its file."""
    library = read_library(root=small()).ok
    board = library.standards["board"]

    assert (board.title, board.publisher, board.note) == (
        "Board policy",
        "our board",
        "Adopted in May.",
    )
    assert library.requirement("board.silent") == board.requirements[1]
    assert library.requirement("board.absent") is None
    assert library.requirement("nobody.paid") is None


def test_a_requirement_holds_what_its_file_says(small: Small) -> None:
    """With each way of meeting it, and the places and words of each."""
    paid, silent = read_library(root=small()).ok.standards["board"].requirements

    assert (paid.id, paid.area, paid.topics, paid.states) == (
        "board.paid",
        "money",
        ("cost",),
        ("wa",),
    )
    assert (paid.belongs, paid.evidence) == (Belongs.AGREEMENT, Evidence.SECONDARY)
    assert (paid.source_label, paid.source, paid.address) == (
        "SEEN in part",
        "policy 1",
        "https://example.org",
    )
    one, several = paid.ways
    assert (one.passages[0].clause, one.passages[0].alternative) == ("funding.cost_share", "whole")
    assert [each.source for each in one.passages[0].shows] == ["{{ the.payer }} shall pay"]
    assert [each.source for each in several.passages[0].shows] == ["shall", "pay"]
    assert (several.passages[1].element, several.passages[1].shows) == ("signatures", ())
    assert (silent.ways, silent.unmet, silent.see) == (
        (),
        "No clause speaks of it.",
        ("funding.cost_share",),
    )


def test_a_phrase_may_only_name_what_a_clause_text_may(small: Small) -> None:
    """It is a clause text itself."""
    text = (small() / BOARD).read_text(encoding="utf-8").replace("the.payer", "the.paier")

    said = read_library(root=small({BOARD: text})).diagnostics

    assert [(each.code, each.at.file if each.at else "") for each in said] == [("MB521", BOARD)]


def test_an_overlay_adds_standards_and_replaces_by_name(small: Small, tmp_path: Path) -> None:
    """To put one in a shipped one's place, its file says so."""
    text = (small() / BOARD).read_text(encoding="utf-8")
    folder = tmp_path / "ours" / "standards"
    folder.mkdir(parents=True)
    ours = text.replace("board.", "ours.").replace("Board policy", "Our own")
    (folder / "ours.yaml").write_text(ours, encoding="utf-8")
    (folder / "board.yaml").write_text(f"replaces: board\n{text}", encoding="utf-8")

    library = read_library([tmp_path / "ours"], root=small()).ok

    assert list(library.standards) == ["board", "ours"]
    assert library.standards["ours"].title == "Our own"
    at = library.standards["board"].at
    assert at
    assert at.file.endswith("ours/standards/board.yaml")


def test_an_offices_own_clause_breaks_no_standard(small: Small, tmp_path: Path) -> None:
    """Its wordings have other names, and it may have another id."""
    clause = (small() / "clauses/funding/cost_share.yaml").read_text(encoding="utf-8")
    clause = clause.replace("id: whole", "id: ours")
    folder = tmp_path / "ours" / "funding"
    folder.mkdir(parents=True)
    same = clause.replace("order: 20", "replaces: funding.cost_share")
    (folder / "cost_share.yaml").write_text(same, encoding="utf-8")
    renamed = same.replace("id: funding.cost_share", "id: funding.ours", 1)

    assert "board" in read_library([tmp_path / "ours"], root=small()).ok.standards
    (folder / "cost_share.yaml").rename(folder / "ours.yaml").write_text(renamed, encoding="utf-8")
    assert "board" in read_library([tmp_path / "ours"], root=small()).ok.standards


def test_a_standard_replaces_no_other(small: Small) -> None:
    """It goes by the name of its file."""
    text = f"replaces: nasro\n{(small() / BOARD).read_text(encoding='utf-8')}"

    said = read_library(root=small({BOARD: text})).diagnostics

    assert [each.code for each in said] == ["MB206"]

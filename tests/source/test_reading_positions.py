"""A client's own positions on clauses, layered like profiles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from mou_builder.diagnostics import Outcome
from mou_builder.model.positions import ClausePosition
from mou_builder.source import Source, read_positions
from tests.builders import alternative, clause, library

Placed = Callable[[object], list[tuple[str, int, int]]]
CLAUSE = clause(
    "term.renewal", alternatives=[alternative("ends", default=True), alternative("automatic")]
)
LIBRARY = library([CLAUSE])


def read(*files: str) -> Outcome[tuple[ClausePosition, ...]]:
    """Return what the files say, in their order."""
    sources = [Source(f"{number}.yaml", each.encode()) for number, each in enumerate(files, 1)]
    return read_positions(sources, LIBRARY)


def test_a_position_has_four_parts() -> None:
    """None of them must be there."""
    (found,) = read(
        "term.renewal:\n  prefer: ends\n  fallback: automatic\n  walk_away: no end\n"
        "  approver: the board\n"
    ).ok

    assert (found.clause, found.prefer, found.fallback) == ("term.renewal", "ends", "automatic")
    assert (found.walk_away, found.approver) == ("no end", "the board")
    assert found.wordings == ("ends", "automatic")
    assert (found.at.file, found.at.line) == ("1.yaml", 1)


def test_a_fallback_may_be_words_of_ones_own() -> None:
    """Several words are no wording's name."""
    (found,) = read("term.renewal: {prefer: ends, fallback: two years at most}\n").ok

    assert found.is_text
    assert found.wordings == ("ends",)


def test_a_later_file_lies_over_an_earlier_one() -> None:
    """Key by key, as answers do."""
    (found,) = read(
        "term.renewal: {prefer: ends, approver: the board}\n", "term.renewal: {prefer: automatic}\n"
    ).ok

    assert (found.prefer, found.approver) == ("automatic", "the board")


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("term.renewl: {prefer: ends}\n", "MB337", "did you mean `term.renewal`?"),
        ("term.renewal: ends\n", "MB337", "write below it"),
        ("term.renewal: {prefer: end}\n", "MB338", "did you mean `ends`?"),
        ("term.renewal: {fallback: auto}\n", "MB338", "did you mean `automatic`?"),
        ("term.renewal: {preferr: ends}\n", "MB201", "did you mean `prefer`?"),
        ("term.renewal: {prefer: [ends]}\n", "MB200", "write one text"),
        ("", "MB106", "write at least"),
    ],
)
def test_what_means_nothing_is_a_fault(typed: str, code: str, hint: str) -> None:
    """With its place and a cure."""
    (said,) = read(typed).diagnostics

    assert said.code == code
    assert said.at is not None
    assert (said.hint or "").startswith(hint)


def test_the_faults_of_all_files_are_told() -> None:
    """In one run."""
    assert [each.code for each in read("a.b: {}\n", "c.d: {}\n").diagnostics] == ["MB337", "MB337"]


def test_nothing_is_read_where_no_file_is_named() -> None:
    """Positions are asked for, never found."""
    empty: Mapping[str, str] = {}

    assert read(*empty.values()).ok == ()

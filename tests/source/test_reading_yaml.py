"""The YAML reader: text with places from good files, one placed fault with a cure from bad ones."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from mou_builder.diagnostics import Outcome, Position
from mou_builder.model.raw import RawMapping, RawText

Read = Callable[[str | bytes], Outcome[RawMapping]]
Plain = Callable[[object], object]
Placed = Callable[[object], list[tuple[str, int, int]]]


@pytest.mark.parametrize(
    "typed", ["NO", "010", "12:30", "1.10", "2026-07-01", "null", "~", "0x1F", "1e3", "yes", ".5"]
)
def test_every_scalar_is_text_as_typed(read: Read, plain: Plain, typed: str) -> None:
    """YAML's own types never change what the office typed."""
    assert plain(read(f"a: {typed}\n").value) == {"a": typed}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a: ?\n", {"a": "?"}),
        ("a: ?\r\nb: 1\r\n", {"a": "?", "b": "1"}),
        ("a: ?  # later\n", {"a": "?"}),
        ("a: {b: ?, c: ?}\n", {"a": {"b": "?", "c": "?"}}),
        ("a: {b: ?}\n", {"a": {"b": "?"}}),
        ("a: [?, x, ?]\n", {"a": ["?", "x", "?"]}),
        ("a:\n  - ?\n  - b\n", {"a": ["?", "b"]}),
        ("a:\n  ?\n", {"a": "?"}),
        ("a: what is this ?\n", {"a": "what is this ?"}),
        ('a: "why, ?"\n', {"a": "why, ?"}),
        ("a: |\n  - ?\n  who: ?\n", {"a": "- ?\nwho: ?\n"}),
        ("a: ?", {"a": "?"}),
    ],
)
def test_a_question_mark_alone_is_text(read: Read, plain: Plain, typed: str, meant: object) -> None:
    """`?` means unanswered wherever a value may stand, although YAML reads it as a key's sign."""
    outcome = read(typed)

    assert outcome.diagnostics == ()
    assert plain(outcome.value) == meant


def test_a_question_mark_keeps_the_places_behind_it(read: Read) -> None:
    """What follows a `?` is placed where the user sees it."""
    inner = read("a: {b: ?, c: d}\n").ok.get("a")

    assert isinstance(inner, RawMapping)
    assert inner.entries[1].value == RawText("d", Position("answers.yaml", 1, 14, 1))


def test_columns_count_characters(read: Read) -> None:
    """Letters outside ASCII, and outside the first plane, count one each."""
    entry = read("ä😀: {é: ß}\n").ok.entries[0]

    assert entry.value.at == Position("answers.yaml", 1, 5, 1)
    assert isinstance(entry.value, RawMapping)
    assert entry.value.entries[0].value == RawText("ß", Position("answers.yaml", 1, 9, 1))


def test_a_bom_and_windows_line_ends_are_read(read: Read, plain: Plain) -> None:
    """A file from Notepad reads as any other, its places not shifted."""
    outcome = read("\ufeffa: 1\r\nb:\r\n  - x\r\n")

    assert plain(outcome.value) == {"a": "1", "b": ["x"]}
    assert outcome.ok.entries[0].key_at == Position("answers.yaml", 1, 1, 1)


def test_a_block_knows_where_its_text_starts(read: Read) -> None:
    """Places inside a text of several lines can be told."""
    value = read("a:\n  b: |\n      first\n      second\n").ok.get("a")

    assert isinstance(value, RawMapping)
    inner = value.get("b")
    assert isinstance(inner, RawText)
    assert (inner.lines_from, inner.indent, inner.plain) == (3, 7, False)


FAULTS = [
    ("a: 1\nb: 2\na: 3\n", [("MB110", 3, 1)]),
    ("a: {b: 1, b: 2}\n", [("MB110", 1, 11)]),
    ("a: &x b\n", [("MB111", 1, 4)]),
    ("a: &x b\nc: *x\n", [("MB111", 1, 4), ("MB111", 2, 4)]),
    ("a: !!int 3\n", [("MB112", 1, 4)]),
    ("a: !x 3\n", [("MB112", 1, 4)]),
    ("[a]: b\n", [("MB113", 1, 1)]),
    ("? [a]\n: b\n", [("MB113", 1, 3)]),
    (": b\n", [("MB113", 1, 1)]),
    ("a: b: c\n", [("MB114", 1, 5)]),
    ("name: Part 1: The School\n", [("MB114", 1, 13)]),
    ("a: @x\n", [("MB115", 1, 4)]),
    ("a: `x`\n", [("MB115", 1, 4)]),
    ("a: *K-12*\n", [("MB115", 1, 4)]),
    ("a: & Sons\n", [("MB115", 1, 4)]),
    ("a: %5\n", [("MB115", 1, 4)]),
    ("a: > 5 days\n", [("MB115", 1, 4)]),
    ("a: ]\n", [("MB115", 1, 4)]),
    ("a: {{ x }}\n", [("MB115", 1, 4)]),
    ("a: {{ x }} percent\n", [("MB115", 1, 4)]),
    ("a: 1\nb:2\nc: 3\n", [("MB116", 2, 2)]),
    ("a: {b:c, d: [e:]}\n", [("MB116", 1, 15)]),
    ("a:1\n", [("MB108", 1, 1)]),
    ("a:\n  b: 1\n c: 2\n", [("MB117", 3, 2)]),
    ("a: 1\n  b: 2\n", [("MB117", 2, 3)]),
    ("a: 1\n- b\n", [("MB117", 2, 1)]),
    ("a: - b\n", [("MB117", 1, 4)]),
    ("a:\n  - b\n  c: 1\n", [("MB117", 3, 3)]),
    ('a: "abc\nb: 1\n', [("MB118", 1, 4)]),
    ('a: "abc\nb: "x"\n', [("MB118", 1, 4)]),
    ("ä: é\nß: 'öö\n", [("MB118", 2, 4)]),
    ("a: [1, 2\nb: 3\n", [("MB119", 1, 4)]),
    ("a: {b: 1 c: 2}\n", [("MB119", 1, 11)]),
    ("a: 'it's'\n", [("MB120", 1, 8)]),
    ("a: [Name] High\n", [("MB120", 1, 11)]),
    ('a: "x"y\n', [("MB120", 1, 7)]),
    ("a: School #5\n", [("MB121", 1, 11)]),
    ('a: "C:\\path"\n', [("MB122", 1, 7)]),
    ("a: 1\nb\nc: 2\n", [("MB123", 2, 1)]),
    ("a\nb: 1\n", [("MB123", 1, 1)]),
    ("a: “x”\n", [("MB124", 1, 4)]),
    ("a:\n\tb: 1\n\tc: 2\n", [("MB105", 2, 1), ("MB105", 3, 1)]),
    ("a:\n  -\tb: 1\n", [("MB105", 2, 4)]),
    ("a:\n\u00a0 b: 1\n", [("MB105", 2, 1)]),
    ("a: x\x07y\n", [("MB103", 1, 5)]),
    ("a: x\u200by\n", [("MB103", 1, 5)]),
    ('a: "x\\x07"\n', [("MB103", 1, 4)]),
    ("a: \ue000\n", [("MB104", 1, 4)]),
    ("a: b\n---\nc: d\n", [("MB107", 2, 1)]),
    ("a: b\n...\nc: d\n", [("MB107", 3, 1)]),
    ("", [("MB106", 1, 1)]),
    ("# nothing yet\n", [("MB106", 1, 1)]),
    ("---\n", [("MB106", 1, 1)]),
    ("- a\n", [("MB108", 1, 1)]),
    ("just words\n", [("MB108", 1, 1)]),
    ("a: " + "[" * 60 + "\n", [("MB109", 1, 53)]),
]


@pytest.mark.parametrize(("typed", "said"), FAULTS)
def test_each_fault_is_placed_and_said_once(
    read: Read, placed: Placed, typed: str, said: object
) -> None:
    """One fault gives one diagnostic, at its place, with a cure."""
    outcome = read(typed)

    assert placed(outcome) == said
    assert all(each.hint for each in outcome.diagnostics)


@pytest.mark.parametrize("typed", ["a:\n  • b\n  • c\n", "a:\n  \u2013 b\n", "a:\n  • b\n  c: d\n"])
def test_a_pasted_bullet_starts_no_item(typed: str, read: Read, placed: Placed) -> None:
    """A word processor's bullets and dashes would else be read as words."""
    said = read(typed)

    assert placed(said) == [("MB117", 2, 3)]
    assert said.diagnostics[0].hint == "use `- ` (a hyphen and a space) for each item"


@pytest.mark.parametrize("typed", ["a: • b\n", "a: |\n  • b\n", "a: x\n  • y\n", "a:\n- •\n"])
def test_a_bullet_inside_a_text_stays(typed: str, read: Read) -> None:
    """It is a list's mark only where a line's value starts with it."""
    assert not read(typed).diagnostics


@pytest.mark.parametrize("typed", ["a:\n  b 2\n  c: d\n", "a:\n  b = 2\n  c: d\n"])
def test_two_words_without_a_colon_are_shown_with_it(typed: str, read: Read) -> None:
    """The likeliest slip gets its own cure."""
    assert read(typed).diagnostics[0].hint == "put a colon and a space after the key: `b: 2`"


def test_a_duplicate_points_to_both_places(read: Read) -> None:
    """The first of two equal keys is named too."""
    said = read("a: 1\na: 2\n").diagnostics[0]

    assert [each.at for each in said.related] == [Position("answers.yaml", 1, 1, 1)]


def test_reading_goes_on_after_a_fault(read: Read, placed: Placed) -> None:
    """All faults of a file are told in one run, also those behind a broken line."""
    typed = 'a: 1\na: 2\nb: "open\nc: *x\nd: @y\ne:\n  f: 1\n  f: 2\n'

    assert placed(read(typed)) == [
        ("MB110", 2, 1),
        ("MB118", 3, 4),
        ("MB111", 4, 4),
        ("MB115", 5, 4),
        ("MB110", 8, 3),
    ]


def test_keys_on_both_sides_of_a_fault_are_compared(read: Read, placed: Placed) -> None:
    """A key that stands before and after a broken line stands twice."""
    assert placed(read("a: 1\nb: @x\na: 2\n")) == [("MB115", 2, 4), ("MB110", 3, 1)]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"a: 1\nb: Jos\xe9\n", 2, 7),
        ("ä: 1\n".encode() + b"b: \x93x\x94\n", 2, 4),
    ],
)
def test_latin_1_is_told_by_line(read: Read, content: bytes, line: int, column: int) -> None:
    """A file in an old encoding is refused with the place of its first odd letter."""
    said = read(content).diagnostics[0]

    assert (said.code, said.at) == ("MB102", Position("answers.yaml", line, column))


@pytest.mark.parametrize(
    "content",
    [
        "a: 1".encode("utf-16"),
        "a: 1".encode("utf-16-be"),
        b"PK\x03\x04word",
        b"%PDF-1.7",
    ],
)
def test_what_is_no_utf_8_text_is_refused_at_once(
    read: Read, placed: Placed, content: bytes
) -> None:
    """UTF-16, Word and PDF files are named for what they are."""
    assert placed(read(content)) == [("MB102", 1, 1)]


def test_a_wrong_byte_is_shown_as_the_letter_it_was(read: Read) -> None:
    """The letter helps to find the place."""
    assert "`é`" in read(b"a: Jos\xe9\n").diagnostics[0].message


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 5_000_000,
        b"[" * 1_900_000,
        b"{a: " * 450_000,
        b"- " * 900_000,
        b"? " * 900_000,
        b"a: @\n" * 100_000,
        b"a: 1\n" * 380_000,
        b'a: "x\n' * 80_000,
        b"\xff" * 1_900_000,
        b"a: " + b"[]" * 900_000,
    ],
    ids=["5 MB", "[", "{", "-", "?", "@", "twice", "quotes", "bytes", "[]"],
)
def test_hostile_files_are_refused_quickly(read: Read, content: bytes) -> None:
    """Neither depth nor a flood of faults takes more than moments."""
    start = time.perf_counter()
    outcome = read(content)

    assert outcome.value is None
    assert len(outcome.diagnostics) < 250
    assert time.perf_counter() - start < 10


def test_the_limit_is_stated(read: Read) -> None:
    """Who meets a limit learns what it is."""
    assert "2 MB" in read(b"a: " + b"x" * 2_000_000).diagnostics[0].message
    assert "50 levels" in read("a: " + "[" * 60).diagnostics[0].message

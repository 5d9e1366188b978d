"""Laws of the YAML reader, over bytes and texts that nobody would type."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mou_builder.source.text import Source, lines_in
from mou_builder.source.tree import parse_yaml

_PIECES = st.sampled_from(
    [
        *("a", "b: ", "- ", "? ", ": ", "[", "]", "{", "}", ",", "\n", "\n  ", "\r\n", "\t", " "),
        *("'", '"', "|", ">", "|+\n  ", "#", " #5", "&x ", "*x", "!t ", "@", "`", "%", "---\n"),
        *("...\n", "é", "😀", "\u00a0", "\u2028", "\x00", "\ue000", "\\", "?", "<<: ", "k:v"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda each: each.encode())))
def test_no_bytes_whatever_make_the_reader_raise(content: bytes) -> None:
    """The reader returns a tree or faults, never an exception."""
    outcome = parse_yaml(Source("f", content))

    assert (outcome.value is None) == any(d.severity == "error" for d in outcome.diagnostics)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_place_lies_in_the_file(text: str) -> None:
    """Whatever YAML's signs are strewn about, each place can be shown."""
    content = text.encode()
    lines = lines_in(content)

    for each in parse_yaml(Source("f", content)).diagnostics:
        assert each.at is not None
        assert 1 <= each.at.line <= len(lines)
        assert 1 <= each.at.column <= len(lines[each.at.line - 1]) + 1
        assert each.hint


@settings(max_examples=80, deadline=None)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_reading_twice_says_the_same(text: str) -> None:
    """The reader keeps nothing from one file to the next."""
    source = Source("f", text.encode())

    assert parse_yaml(source) == parse_yaml(source)

"""The in-place editor changes the bytes of one value and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.source.edit import EditError, set_value
from mou_builder.source.spans import spans_of
from mou_builder.source.text import Source, file_text
from mou_builder.source.tree import parse_yaml

Plain = Callable[[object], object]


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("a: 1\n", "a", "2", "a: 2\n"),
        ("a: ?   # who?\n", "a", "we", "a: we   # who?\n"),
        ("a:\n", "a", "v", "a: v\n"),
        ("a:   # note\nb: 1\n", "a", "v", "a: v   # note\nb: 1\n"),
        ("a: 1\n", "a", "x: y", 'a: "x: y"\n'),
        ("a: 1\n", "a", "No. #4", 'a: "No. #4"\n'),
        ("a: 'x'\r\nb: 2\r\n", "a", "he's", "a: 'he''s'\r\nb: 2\r\n"),
        ('a: "x"\n', "a", "?", "a: ?\n"),
        ("a: x\n", "a", "", 'a: ""\n'),
        ("a:\n   b: 1\n", "a.c", "v", "a:\n   b: 1\n   c: v\n"),
        ("a: ?  # c\nb: 2", "a.b.1.c", "v", "a:   # c\n  b:\n    - c: v\nb: 2"),
        ("a: 1\nb: 2", "c", "3", "a: 1\nb: 2\nc: 3\n"),
        ("l:\n- id: x\n  n: ?\n", "l.1.n", "v", "l:\n- id: x\n  n: v\n"),
        ("l:\n- n: x # c\n\n# end\n", "l.2.n", "v", "l:\n- n: x # c\n- n: v\n\n# end\n"),
        ("l: [x, y]\n", "l.3", "z", "l: [x, y, z]\n"),
        ("a: {b: ?, c: ?}\n", "a.c", "x, y", 'a: {b: ?, c: "x, y"}\n'),
        ("a: {b: 1}\n", "a.c.d", "v", "a: {b: 1, c: {d: v}}\n"),
        ("a: |\n  text\n\n# c\nb: 1\n", "a", "v", "a: v\n\n# c\nb: 1\n"),
        ("a: |\n  text", "b", "v", "b: v\na: |\n  text"),
        ("a: |+\n  text\n\n", "b", "v", "a: |+\n  text\n\nb: v\n"),
        ("a: 1\n", "a", "one\n\ntwo\n", "a: |\n  one\n\n  two\n"),
        ("a: 1 # c\n", "a", "one\ntwo", 'a: "one\\ntwo" # c\n'),
        ("", "a.b", "v", "a:\n  b: v\n"),
        ("# only\n", "a", "v", "# only\na: v\n"),
        ("\ufeffä: ö\n", "ä", "ß", "\ufeffä: ß\n"),
        ("choose: {a.b: c}\n", "choose.a.b", "d", "choose: {a.b: d}\n"),
        ("a: 1\n", "choose.a.b", "d", "a: 1\nchoose:\n  a.b: d\n"),
        ("a.b: 1 # c\n", "a.b", "2", "a.b: 2 # c\n"),
        ("a.b:\nc: d\n", "a.b", "v", "a.b: v\nc: d\n"),
        ('"a.b": ?\n', "a.b", "v", '"a.b": v\n'),
        ("a.b: 1\n", "a.c", "2", "a.b: 1\na.c: 2\n"),
        ("a.b:\n# c\na.c: {d: 1}\n", "a.c.d", "2", "a.b:\n# c\na.c: {d: 2}\n"),
        ("a.b: 1\na:\n  c: 2\n", "a.d", "3", "a.b: 1\na:\n  c: 2\n  d: 3\n"),
        ("a.b:\na:\n  b: 1\n", "a.b", "2", "a.b:\na:\n  b: 2\n"),
        ("parties.x.n: 1\n", "parties.1.n", "2", "parties.x.n: 2\n"),
        ("parties.x.n: 1\n", "parties.x.m", "2", "parties.x.n: 1\nparties.x.m: 2\n"),
        ("parties.x.n: 1\n", "parties.y.n", "2", "parties.x.n: 1\nparties.y.n: 2\n"),
        ("parties:\n- id: x\n  n: 1\n", "parties.x.n", "2", "parties:\n- id: x\n  n: 2\n"),
    ],
)
def test_only_the_value_changes(before: str, path: str, value: str, after: str) -> None:
    """Comments, line ends, indents and a BOM stay; missing keys are lines of their own."""
    assert set_value(before.encode(), path, value).decode() == after


@pytest.mark.parametrize(
    ("content", "path", "value"),
    [
        ("a: 1\n", "a.b", "v"),
        ("a: [1]\n", "a", "v"),
        ("a: [1]\n", "a.3", "v"),
        ("a: [1]\n", "a.x", "v"),
        ("a: 1\n", "a..b", "v"),
        ("a: @\n", "a", "v"),
        ("a: 1\n", "b.2.c", "v"),
        ("a: 1\n", "a", "bell\x07"),
        ("a: 1\n", "a", "lost \ufffd"),
    ],
)
def test_what_cannot_be_set_is_refused(content: str, path: str, value: str) -> None:
    """A path through a text, to a list, or in a broken file changes nothing."""
    with pytest.raises(EditError):
        set_value(content.encode(), path, value)


_WORDS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"],
        exclude_characters="\ufffd",
    ),
    max_size=12,
)
_VALUES = st.one_of(
    _WORDS,
    st.lists(_WORDS, min_size=1, max_size=3).map("\n".join),
    st.sampled_from(
        ["?", "", "- x", "a: b", "x #5", "'", '"', "{", "[x]", "@", "no", " x ", "x\n"]
    ),
)
_FILES = st.sampled_from(
    [
        "a: 1\nb: {c: ?, d: [x, 'y']}\ne:\n  - f: |\n      text\n      more\n    g: 2\n",
        "# top\r\na: ?   # who\r\nb:\r\n    c: 'it''s'\r\n    d:\r\n    - x\r\ne: [{f: 1}]",
        "\ufeffa:\nb:\n  c: >-\n    folded\n    text\n\n  d: [x,\n      y]   # list\n\n# end\n",
        "{a: 1, b: {c: 2, d: [x]}, e: [{f: 3}]}\n",
        'a: "long\n  text" # c\nb:\n  c: |+\n    kept\n\n  d:\n  - x\ne:\n-   f: |\n        last',
    ]
)
_PATHS = st.sampled_from(
    [
        "a",
        "b.c",
        "b.d.1",
        "b.d.2",
        "b.d.3",
        "e.1.f",
        "e.1.new",
        "e.2.f",
        "b.new.deep",
        "new",
        "n.1.x",
    ]
)


@settings(max_examples=150, deadline=None)
@given(_FILES, _PATHS, _VALUES)
def test_the_file_reads_again_as_it_was_but_for_the_value(
    before: str, path: str, value: str
) -> None:
    """Whatever the value, the edited file holds it, and all other answers as they were."""
    assume("\r" not in value)
    content = before.encode()
    try:
        after = set_value(content, path, value)
    except EditError:
        assume(False)  # the path does not fit this file
    old, new = (parse_yaml(Source("f", each)).ok for each in (content, after))
    was, now = _flat(old), _flat(new)

    assert now.pop(path) == value
    assert [
        key for key, text in was.items() if now.get(key) != text and not _above(key, path)
    ] == []
    assert set(now) <= set(was)


@settings(max_examples=100, deadline=None)
@given(_FILES, st.sampled_from(["a", "b.c", "e.1.f"]), _VALUES)
def test_bytes_outside_the_value_stay(before: str, path: str, value: str) -> None:
    """What stood before and behind the value still does, byte for byte."""
    text = before.removeprefix("\ufeff")
    shown = file_text("f", text.encode())[0]
    node = spans_of(shown.yaml) if shown else None
    for part in path.split("."):
        assume(node is not None and node.kind != "text")
        assert node is not None
        node = node.child(part) if node.kind == "mapping" else node.parts[int(part) - 1][1]
    assume(node is not None and node.kind == "text")
    assert node is not None

    after = set_value(before.encode(), path, value).decode().removeprefix("\ufeff")

    assert after.startswith(text[: node.start])
    assert after.endswith(text[node.end :])


def _above(key: str, path: str) -> bool:
    """Whether the key is the path itself, or an unanswered value that gave way to it."""
    return f"{path}.".startswith(f"{key}.")


def _flat(node: RawNode, path: str = "") -> dict[str, str]:
    """Return every text by its path."""
    found: dict[str, str] = {}
    match node:
        case RawText():
            found[path.removeprefix(".")] = node.text
        case RawList():
            for number, each in enumerate(node.items, 1):
                found |= _flat(each, f"{path}.{number}")
        case RawMapping():
            for entry in node.entries:
                found |= _flat(entry.value, f"{path}.{entry.key}")
    return found

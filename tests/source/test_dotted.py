"""Dotted keys say what nested ones say, wherever they stand, and keep their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mou_builder.diagnostics import Position
from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.source import Source, read_answers
from mou_builder.source.edit import set_value

Plain = Callable[[object], object]


def source(typed: str, name: str = "answers.yaml") -> Source:
    """Return typed YAML under a name."""
    return Source(name, typed.encode())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a.b: 1\n", {"a": {"b": "1"}}),
        ("a.b: 1\na:\n  c: 2\n", {"a": {"c": "2", "b": "1"}}),
        ("a:\na.b: 1\n", {"a": {"b": "1"}}),
        ("a.b: [x]\na.c: {d: e}\n", {"a": {"b": ["x"], "c": {"d": "e"}}}),
        ("a.b: {c: 1}\na.b.d: 2\n", {"a": {"b": {"c": "1", "d": "2"}}}),
        ("a.l.1.n: 1\na.l.2.n: 2\n", {"a": {"l": [{"n": "1"}, {"n": "2"}]}}),
        ("choose.a.b: c\n", {"choose": {"a.b": "c"}}),
        ("accept.a.b.by: c\n", {"accept": {"a.b": {"by": "c"}}}),
        ("a.b: 1\na: {b: }\n", {"a": {"b": "1"}}),
        ("a.b: ?\na: {b: 1}\n", {"a": {"b": "1"}}),
        (
            "parties.x.n: 1\nparties.y.n: 2\nparties.x.m: 3\n",
            {"parties": [{"id": "x", "n": "1", "m": "3"}, {"id": "y", "n": "2"}]},
        ),
        ("parties.x.n: 1\nparties:\n- id: x\n", {"parties": [{"id": "x", "n": "1"}]}),
        ("parties.x.s.1.n: 1\n", {"parties": [{"id": "x", "s": [{"n": "1"}]}]}),
        ("a: {b.c: 1}\n", {"a": {"b.c": "1"}}),
        ("the end.: 1\n", {"the end.": "1"}),
    ],
)
def test_a_dotted_key_is_a_nested_one(plain: Plain, typed: str, meant: object) -> None:
    """Keys of the top level alone are paths; what is no path stays a key."""
    assert plain(read_answers(source(typed)).ok.root) == meant


@pytest.mark.parametrize(
    ("typed", "code", "places"),
    [
        ("a.b: 1\na:\n  b: 2\n", "MB125", [(3, 6), (1, 6)]),
        ("a:\n  b: 2\na.b: 1\n", "MB125", [(3, 6), (2, 6)]),
        ("a.b: {c: 1}\na.b.c: 2\n", "MB125", [(2, 8), (1, 10)]),
        ("a.b.c: 2\na.b: {c: 1}\n", "MB125", [(2, 10), (1, 8)]),
        ("a: text\na.b: 1\n", "MB351", [(2, 3), (1, 4)]),
        ("parties: [{id: x}]\nparties.y.n: 1\n", "MB352", [(2, 9)]),
        ("a.l: [x]\na.l.3: y\n", "MB352", [(2, 5)]),
    ],
)
def test_what_contradicts_is_shown_at_both_places(
    typed: str, code: str, places: list[tuple[int, int]]
) -> None:
    """One answer stands once; the message is at the later place and names the first."""
    said = read_answers(source(typed)).diagnostics

    assert [each.code for each in said] == [code]
    assert said[0].hint
    shown = (said[0].at, *(each.at for each in said[0].related))
    assert [(at.line, at.column) for at in shown if at] == places


def test_a_party_that_is_not_listed_gets_the_nearest_name() -> None:
    """A written list says which parties there are."""
    said = read_answers(source("parties: [{id: district}]\nparties.distrct.n: 1\n")).diagnostics

    assert said[0].hint == "did you mean `district`?"


def test_keys_and_values_keep_their_places() -> None:
    """Each part of a dotted key is placed where it stands, quotes or not."""
    root = read_answers(source('a.bc: x\n"a.de": yz\n')).ok.root
    inner = root.get("a")

    assert isinstance(inner, RawMapping)
    assert [each.key_at for each in inner.entries] == [
        Position("answers.yaml", 1, 3, 2),
        Position("answers.yaml", 2, 4, 2),
    ]
    assert inner.get("de") == RawText("yz", Position("answers.yaml", 2, 9, 2))


def test_dotted_keys_of_a_profile_and_of_the_answers_merge(plain: Plain) -> None:
    """A dotted key speaks of one party of those that the profile names."""
    profile = source("parties:\n- {id: x, n: 1}\n- {id: y, n: 2}\n", "profile.yaml")
    answers = source("parties.y.n: 3\nparties.z.n: 4\n")

    assert plain(read_answers(answers, [profile]).ok.root.get("parties")) == [
        {"id": "x", "n": "1"},
        {"id": "y", "n": "3"},
        {"id": "z", "n": "4"},
    ]


def test_a_list_that_is_written_says_which_parties_there_are(plain: Plain) -> None:
    """Dotted keys of a weaker layer fill its members and add none."""
    profile = source("parties.x.n: 1\nparties.y.n: 2\n", "profile.yaml")
    answers = source("parties:\n- id: y\n")

    assert plain(read_answers(answers, [profile]).ok.root.get("parties")) == [
        {"id": "y", "n": "2"},
    ]


@pytest.mark.parametrize(
    ("typed", "setting", "meant"),
    [
        ("parties: [{id: x, n: 1}]\n", "parties.x.n=2", [{"id": "x", "n": "2"}]),
        ("parties.x.n: 1\n", "parties.x.n=2", [{"id": "x", "n": "2"}]),
        (
            "parties.x.n: 1\n",
            "parties.other.n=2",
            [{"id": "x", "n": "1"}, {"id": "other", "n": "2"}],
        ),
        ("a: 1\n", "parties.x.n=2", [{"id": "x", "n": "2"}]),
    ],
)
def test_a_setting_names_a_party_by_its_id(
    plain: Plain, typed: str, setting: str, meant: object
) -> None:
    """Counting parties is left to the program."""
    found = read_answers(source(typed), sets=[setting]).ok.root.get("parties")

    assert plain(found) == meant


@pytest.mark.parametrize("typed", ["parties: [{id: district}]\n", "parties.district.n: 1\n"])
def test_a_setting_that_misspells_a_party_makes_none(typed: str) -> None:
    """A third party by mistake would be a strange agreement."""
    said = read_answers(source(typed), sets=["parties.distrct.n=2"]).diagnostics

    assert [(each.code, each.hint) for each in said] == [("MB352", "did you mean `district`?")]


# --- any answers -------------------------------------------------------------------------------

Tree = Mapping[str, Mapping[str, str]]
_KEYS = st.sampled_from(["start", "end", "model", "amount", "schools", "x1"])
_ARTICLES = st.sampled_from(["term", "funding", "staffing", "a_b"])
_TEXTS = st.sampled_from(["July 1, 2027", "$163,800", "no", "Lake School; Hill School", "'it''s'"])
_TREES = st.dictionaries(
    _ARTICLES, st.dictionaries(_KEYS, _TEXTS, min_size=1, max_size=4), min_size=1, max_size=4
)


@settings(max_examples=100, deadline=None)
@given(_TREES, st.randoms(use_true_random=False))
def test_any_mixture_is_what_the_nested_form_is(tree: Tree, chance: Random) -> None:
    """However many answers are dotted, in any order, the tree is the same, each value placed."""
    nested, mixed = _nested(tree), _mixed(tree, chance)

    found = read_answers(source(mixed)).ok

    assert found.digest == read_answers(source(nested)).ok.digest
    lines = mixed.split("\n")
    for text in _texts(found.root):
        assert lines[text.at.line - 1][text.at.column - 1 :].strip("'").startswith(text.text[:2])


@settings(max_examples=60, deadline=None)
@given(_TREES, st.randoms(use_true_random=False), _ARTICLES, _KEYS)
def test_the_editor_sets_what_is_dotted_and_what_is_nested(
    tree: Tree, chance: Random, article: str, key: str
) -> None:
    """The edited file says the new value, and of every other answer what it said."""
    mixed = _mixed(tree, chance)

    after = set_value(mixed.encode(), f"{article}.{key}", "new words")

    meant = {name: dict(inner) for name, inner in tree.items()}
    meant.setdefault(article, {})[key] = "new words"
    edited = read_answers(Source("f", after)).ok
    assert edited.digest == read_answers(source(_nested(meant))).ok.digest


def _nested(tree: Tree) -> str:
    lines = []
    for article, answers in tree.items():
        lines += [f"{article}:", *(f"  {key}: {text}" for key, text in answers.items())]
    return "\n".join(lines) + "\n"


def _mixed(tree: Tree, chance: Random) -> str:
    """Return the answers, some under their articles and some dotted, in some order."""
    parts: list[str] = []
    for article, answers in tree.items():
        below = {key: text for key, text in answers.items() if chance.random() < 0.5}
        parts += [f"{article}.{key}: {text}" for key, text in answers.items() if key not in below]
        if below:
            lines = (f"  {key}: {text}" for key, text in below.items())
            parts.append("\n".join([f"{article}:", *lines]))
    chance.shuffle(parts)
    return "\n".join(parts) + "\n"


def _texts(node: RawNode) -> list[RawText]:
    match node:
        case RawText():
            return [node]
        case RawList():
            return [text for each in node.items for text in _texts(each)]
        case RawMapping():
            return [text for each in node.entries for text in _texts(each.value)]

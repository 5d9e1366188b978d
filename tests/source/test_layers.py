"""Profiles, answer file and `--set` become one tree, in which each value keeps its own place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mou_builder.diagnostics import Position
from mou_builder.model.raw import RawMapping, RawText
from mou_builder.source import Source, read_answers

Plain = Callable[[object], object]
Placed = Callable[[object], list[tuple[str, int, int]]]


def source(typed: str, name: str = "answers.yaml") -> Source:
    """Return typed YAML under a name."""
    return Source(name, typed.encode())


def test_mappings_merge_and_lists_are_replaced(plain: Plain) -> None:
    """A profile's keys stay beside the answer file's, its lists do not."""
    profile = source("a: {b: 1, c: 2}\nl: [x, y]\np: q\n", "profile.yaml")
    answers = source("a: {c: 3, d: 4}\nl: [z]\n")

    merged = read_answers(answers, [profile]).ok.root

    assert plain(merged) == {"a": {"b": "1", "c": "3", "d": "4"}, "l": ["z"], "p": "q"}


def test_lists_whose_members_have_ids_merge_by_id(plain: Plain) -> None:
    """A profile fills the questionnaire's empty parties; which there are, the answers say."""
    profile = source(
        "parties:\n"
        "  - {id: city, legal_name: Y}\n"
        "  - {id: district, legal_name: X, kind: school_district}\n"
        "  - {id: other, legal_name: Z}\n",
        "profile.yaml",
    )
    answers = source(
        "parties:\n"
        "  - {id: district, legal_name: ?, short_name: District}\n"
        "  - id: city\n    legal_name:\n"
        "  - {id: county, legal_name: W}\n"
    )

    assert plain(read_answers(answers, [profile]).ok.root.get("parties")) == [
        {"id": "district", "legal_name": "X", "kind": "school_district", "short_name": "District"},
        {"id": "city", "legal_name": "Y"},
        {"id": "county", "legal_name": "W"},
    ]


@pytest.mark.parametrize("typed", ["[{n: 1}]", "[{id: a, n: 1}, {n: 2}]", "[]", "[a]"])
def test_a_list_without_ids_is_replaced_whole(plain: Plain, typed: str) -> None:
    """Without an id nothing says which member is meant."""
    profile = source("l: [{id: a, m: 3}]\n", "profile.yaml")

    merged = read_answers(source(f"l: {typed}\n"), [profile]).ok.root

    assert plain(merged) == plain(read_answers(source(f"l: {typed}\n")).ok.root)


def test_a_list_of_blanks_hides_no_weaker_answer(plain: Plain) -> None:
    """The questionnaire's empty signature lines leave a profile's signers in force."""
    profile = source("signatories: [{name: A, title: B}]\n", "profile.yaml")

    merged = read_answers(source("signatories:\n  - name:\n    title: ?\n"), [profile]).ok.root

    assert plain(merged) == {"signatories": [{"name": "A", "title": "B"}]}


def test_a_list_with_one_id_twice_is_replaced_whole(plain: Plain) -> None:
    """Two members of one id stay two, so that the mistake is told."""
    profile = source("l: [{id: a, m: 3}]\n", "profile.yaml")

    merged = read_answers(source("l: [{id: a}, {id: a}]\n"), [profile]).ok.root

    assert plain(merged) == {"l": [{"id": "a"}, {"id": "a"}]}


def test_each_value_names_its_layer() -> None:
    """A value's place is in the file it came from."""
    profile = source("a: {b: 1}\n", "profile.yaml")
    merged = read_answers(source("a: {c: 3}\n"), [profile]).ok.root.get("a")

    assert isinstance(merged, RawMapping)
    assert [each.value.at.file for each in merged.entries] == ["profile.yaml", "answers.yaml"]


@pytest.mark.parametrize("blank", ["?", "", "# none yet"])
def test_an_unanswered_value_hides_no_weaker_answer(plain: Plain, blank: str) -> None:
    """A starter full of `?` leaves a profile's answers in force."""
    profile = source("a: {b: 1}\n", "profile.yaml")

    assert plain(read_answers(source(f"a:\n  b: {blank}\n"), [profile]).ok.root) == {
        "a": {"b": "1"}
    }


def test_a_quoted_question_mark_is_an_answer(plain: Plain) -> None:
    """Quotes make a `?` text."""
    profile = source("a: b\n", "profile.yaml")

    assert plain(read_answers(source('a: "?"\n'), [profile]).ok.root) == {"a": "?"}


@pytest.mark.parametrize(
    ("setting", "meant"),
    [
        ("a.b=NO", {"a": {"b": "NO"}, "l": [{"n": "1"}, {"n": "2"}]}),
        ("l.2.n=x", {"a": {"b": "1"}, "l": [{"n": "1"}, {"n": "x"}]}),
        ("l.3.n=x", {"a": {"b": "1"}, "l": [{"n": "1"}, {"n": "2"}, {"n": "x"}]}),
        ("a.c.1.d=x", {"a": {"b": "1", "c": [{"d": "x"}]}, "l": [{"n": "1"}, {"n": "2"}]}),
        ("a.b= [x, y] ", {"a": {"b": "[x, y]"}, "l": [{"n": "1"}, {"n": "2"}]}),
        ("a.b=x=y", {"a": {"b": "x=y"}, "l": [{"n": "1"}, {"n": "2"}]}),
        ("a.b=?", {"a": {"b": "?"}, "l": [{"n": "1"}, {"n": "2"}]}),
        (
            "choose.c.d=e",
            {"a": {"b": "1"}, "l": [{"n": "1"}, {"n": "2"}], "choose": {"c.d": "e"}},
        ),
    ],
)
def test_a_setting_puts_plain_text_into_the_tree(plain: Plain, setting: str, meant: object) -> None:
    """`--set` is the strongest layer; list items count from 1, the next one is added."""
    answers = source("a: {b: 1}\nl:\n  - n: 1\n  - n: 2\n")

    assert plain(read_answers(answers, sets=[setting]).ok.root) == meant


def test_a_setting_is_placed_where_its_text_stands() -> None:
    """A fault found later in a set value can be shown."""
    value = read_answers(source("a: {b: 1}\n"), sets=["a.b=many"]).ok.root.get("a")

    assert isinstance(value, RawMapping)
    assert value.get("b") == RawText("many", Position("--set a.b=many", 1, 5, 4))


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ("a.b", "MB350"),
        ("=x", "MB350"),
        ("a..b=x", "MB350"),
        ("a b=x", "MB350"),
        ("a.b.c=x", "MB351"),
        ("l.0=x", "MB352"),
        ("l.9=x", "MB352"),
        ("l.first=x", "MB352"),
        ("a.b=x\x07", "MB103"),
    ],
)
def test_a_setting_that_does_not_fit_is_a_fault(setting: str, code: str) -> None:
    """A path through a text, or to an item that is not there, is refused with a cure."""
    said = read_answers(source("a: {b: 1}\nl: [x]\n"), sets=[setting]).diagnostics

    assert [each.code for each in said] == [code]
    assert said[0].hint


def test_faults_of_all_layers_are_told(placed: Placed, tmp_path: Path) -> None:
    """A missing profile hides neither the answer file's faults nor a setting's."""
    said = read_answers(source("a: @\n"), [tmp_path / "profile.yaml"], ["nothing"])

    assert [each[0] for each in placed(said)] == ["MB100", "MB115", "MB350"]


def test_a_file_is_named_as_the_user_named_it(tmp_path: Path) -> None:
    """The name is the path as given; profiles are told apart from the answer file."""
    (tmp_path / "a.yaml").write_text("a: 1\n")
    (tmp_path / "p.yaml").write_text("a: 2\n")

    answers = read_answers(tmp_path / "a.yaml", [tmp_path / "p.yaml"]).ok

    assert answers.file == str(tmp_path / "a.yaml")
    assert answers.profiles == {str(tmp_path / "p.yaml")}


def test_a_misspelt_file_gets_the_nearest_name(tmp_path: Path) -> None:
    """A file that is not there is likely one that is."""
    (tmp_path / "answers.yaml").write_text("a: 1\n")

    said = read_answers(tmp_path / "anwsers.yaml").diagnostics[0]

    assert said.code == "MB100"
    assert "answers.yaml" in (said.hint or "")


def test_a_file_of_another_name_is_not_suggested(tmp_path: Path) -> None:
    """Two names that share little but the suffix are not taken for each other."""
    (tmp_path / "ours.yaml").write_text("a: 1\n")

    said = read_answers(tmp_path / "nope.yaml").diagnostics[0]

    assert said.hint == "check the name and the folder"


def test_a_folder_is_no_answer_file(tmp_path: Path) -> None:
    """A folder in the place of a file is a fault of its own."""
    assert [each.code for each in read_answers(tmp_path).diagnostics] == ["MB100"]


def test_the_digest_is_of_the_content_alone() -> None:
    """Comments, places and the order of keys change nothing; a value does."""
    first = read_answers(source("a: 1\nb: [x, y]\n")).ok.digest

    assert read_answers(source("# note\nb:\n  - x\n  - y\na: '1'\n")).ok.digest == first
    assert read_answers(source("a: 1\nb: [y, x]\n")).ok.digest != first
    assert len(first) == 64


def test_a_confirmation_is_of_one_layer(plain: Plain) -> None:
    """Who looked and what was looked at are one statement; other facts stay beside it."""
    profile = source(
        "confirmed:\n"
        "  wa.a: {by: X, on: 2026-01-01, source: code, digest: 1}\n"
        "  wa.b: {by: X, on: 2026-01-01, source: code, digest: 2}\n"
        "  wa.c: {by: X, on: 2026-01-01, source: code, digest: 3}\n",
        "profile.yaml",
    )
    answers = source("confirmed: {wa.a: {by: Y, on: 2027-01-01}, wa.b: {by: ?, on: ?}}\n")

    assert plain(read_answers(answers, [profile]).ok.root.get("confirmed")) == {
        "wa.a": {"by": "Y", "on": "2027-01-01"},
        "wa.b": {"by": "X", "on": "2026-01-01", "source": "code", "digest": "2"},
        "wa.c": {"by": "X", "on": "2026-01-01", "source": "code", "digest": "3"},
    }


def test_what_is_done_about_a_form_is_of_one_layer(plain: Plain) -> None:
    """An agreement may depart from the form that the office usually attaches."""
    profile = source("state_form: {attached: form.docx}\n", "profile.yaml")
    departs = source("state_form: {departed: too old, by: X}\n")
    open_ = source("state_form: {departed: ?, by: ?}\n")

    found = read_answers(departs, [profile]).ok.root.get("state_form")
    kept = read_answers(open_, [profile]).ok.root.get("state_form")

    assert plain(found) == {"departed": "too old", "by": "X"}
    assert plain(kept) == {"attached": "form.docx", "departed": "?", "by": "?"}

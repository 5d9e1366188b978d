"""Instruments: one file each; every name they use is looked up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mou_builder.diagnostics import Outcome, Position
from mou_builder.model.instrument import Instrument, Opening, RecitalForm
from mou_builder.source import instrument_ids, read_instrument, read_library

Small = Callable[..., Path]
FILE = "templates/instruments/mou.yaml"


def reading(root: Path, name: str = "mou") -> Outcome[Instrument]:
    """Return the instrument of a small library."""
    return read_instrument(name, read_library(root=root).ok, root=root)


def changed(small: Small, old: str, new: str) -> Outcome[Instrument]:
    """Return the small instrument with a piece changed."""
    text = (small() / FILE).read_text(encoding="utf-8")
    assert old in text
    library = read_library(root=small()).ok
    return read_instrument("mou", library, root=small({FILE: text.replace(old, new, 1)}))


def test_an_instrument_holds_what_its_file_says(small: Small) -> None:
    """Every key arrives."""
    instrument = reading(small()).ok

    assert (instrument.id, instrument.term, instrument.contents) == ("mou", "MOU", True)
    assert instrument.opening is Opening.NONE
    assert instrument.recital_form is RecitalForm.WHEREAS
    assert instrument.roles["district"].required
    assert instrument.roles["agency"].default_for == ("city",)
    assert instrument.recitals[0].when is not None
    assert instrument.articles == ("funding",)
    assert instrument.words == {"governing_body": "board"}
    assert instrument.closing is None


def test_one_new_file_is_one_new_instrument(small: Small) -> None:
    """An instrument is added without touching any other file."""
    text = (small() / FILE).read_text(encoding="utf-8").replace("id: mou", "id: iga")
    root = small({"templates/instruments/iga.yaml": text})

    assert reading(root, "iga").ok.id == "iga"


def test_an_unknown_instrument_gets_the_nearest_name(small: Small) -> None:
    """The place is where the name was typed."""
    root = small()
    at = Position("answers.yaml", 1, 13, 3)
    said = read_instrument("mau", read_library(root=root).ok, root=root, at=at).diagnostics[0]

    assert (said.code, said.at, said.hint) == ("MB360", at, "did you mean `mou`?")


@pytest.mark.parametrize("name", ["../mou", "", "mou.yaml", "a/b", "mou\0"])
def test_no_name_leads_out_of_the_folder(small: Small, name: str) -> None:
    """A name is looked up in a listing, never opened as a path."""
    assert [each.code for each in reading(small(), name).diagnostics] == ["MB360"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: mou", "id: other", "MB206"),
        ("term: MOU\n", "", "MB202"),
        ("opening: none", "opening: never", "MB203"),
        ("articles: [funding]", "articles: [fundings]", "MB361"),
        ("articles: [funding]", "articles: [funding, funding]", "MB207"),
        ("articles: [funding]", "articles: [funding]\nleave_out: [a.b]", "MB361"),
        ("articles: [funding]", "articles: [funding]\nonly: [a.b]", "MB361"),
        ("articles: [funding]", "articles: [funding]\nexhibits: [a]", "MB361"),
        ("articles: [funding]", "articles: [funding]\nofficer: funding.amount", "MB362"),
        ("articles: [funding]", "articles: [funding]\nofficer: funding.model", "MB362"),
        ("default_for: [city]", "default_for: [citty]", "MB361"),
        ("numbering: article", "numbering: artikle", "MB361"),
        ("contents: yes", "content: yes", "MB201"),
        ("  payer:", "  Payer:", "MB205"),
        ("lead: Signed.", "lead: [Signed]", "MB200"),
    ],
)
def test_a_fault_in_an_instrument_has_a_code_a_place_and_a_cure(
    small: Small, old: str, new: str, code: str
) -> None:
    """Names that nothing declares, and keys that mean nothing, are told."""
    said = changed(small, old, new).diagnostics

    assert {each.code for each in said} == {code}
    assert said[0].at is not None
    assert said[0].hint


def test_an_instrument_without_roles_is_told(small: Small) -> None:
    """Roles are what its clauses speak of."""
    text = (small() / FILE).read_text(encoding="utf-8")
    start, end = text.index("roles:"), text.index("recitals:")
    said = reading_broken(small, text[:start] + text[end:])

    assert "MB202" in said


def reading_broken(small: Small, text: str) -> list[str]:
    """Return the codes of an instrument read beside a sound library."""
    library = read_library(root=small()).ok
    root = small({FILE: text})
    return [each.code for each in read_instrument("mou", library, root=root).diagnostics]


def test_a_broken_instrument_is_told_with_the_library(small: Small) -> None:
    """Its roles are part of what clauses may say, so it does not make them look wrong."""
    text = (small() / FILE).read_text(encoding="utf-8").replace("  payer:", "  Payer:")
    said = read_library(root=small({FILE: text})).diagnostics

    assert [each.code for each in said] == ["MB205"]


def test_names_in_its_texts_are_checked(small: Small) -> None:
    """An unknown name in a preamble is found when the instrument is read."""
    assert all(
        each.code.startswith("MB5")
        for each in changed(small, "{{ parties_named }}", "{{ party_names }}").diagnostics
    )


def test_a_broken_file_is_told_by_its_place(small: Small) -> None:
    """YAML faults of an instrument are those of its file."""
    library = read_library(root=small()).ok
    said = read_instrument("mou", library, root=small({FILE: "id: @\n"})).diagnostics

    assert said[0].at == Position(FILE, 1, 5, 1)


def test_the_shipped_instruments_are_listed() -> None:
    """The four kinds of agreement are there."""
    assert {"mou", "interlocal", "funding-only", "roles-only"} <= set(instrument_ids())

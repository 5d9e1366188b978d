"""House styles and numbering schemes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mou_builder.diagnostics import Diagnostic, Outcome, Position
from mou_builder.model.style import HouseStyle, Level, NumberFormat
from mou_builder.source import numbering_ids, read_style, resource_root
from mou_builder.source.style import decode_scheme
from mou_builder.source.text import Source
from mou_builder.source.tree import parse_yaml

Small = Callable[..., Path]
FILE = "templates/styles/plain/style.yaml"
SCHEME = "templates/numbering/article.yaml"


def changed(small: Small, name: str, old: str, new: str) -> Outcome[HouseStyle]:
    """Return the small style with a piece of one file changed."""
    text = (small() / name).read_text(encoding="utf-8")
    assert old in text
    return read_style("plain", root=small({name: text.replace(old, new, 1)}))


def test_a_style_holds_what_its_files_say(small: Small) -> None:
    """Forms, styles, schemes and the Word file's bytes arrive."""
    style = read_style("plain", root=small()).ok

    assert (style.id, style.title, style.numbering) == ("plain", "Plain", "article")
    assert (style.forms.counts, style.forms.dates) == ("words_and_figures", "long")
    assert style.forms.cents == "when_needed"
    assert style.word_styles == {"title": "Title"}
    assert style.reference == b"PK"
    assert style.schemes["article"].levels[1] == Level(NumberFormat.DECIMAL, "%1.%2", "Section")


def test_a_style_may_be_a_folder_of_the_users(small: Small, tmp_path: Path) -> None:
    """`--style DIR` names a folder with the same two files."""
    root = small()
    ours = tmp_path / "ours"
    (root / "templates/styles/plain").rename(ours)

    style = read_style(str(ours), root=root).ok

    assert style.id == "ours"
    assert style.at == Position(f"{ours}/style.yaml", 1, 1, 5)


def test_an_unknown_style_gets_the_nearest_name(small: Small) -> None:
    """The place is where the name was typed."""
    at = Position("answers.yaml", 2, 8)
    said = read_style("plan", root=small(), at=at).diagnostics[0]

    assert (said.code, said.at) == ("MB900", at)
    assert "`plain`" in (said.hint or "")


def test_only_folders_with_a_style_are_named(small: Small) -> None:
    """What else lies beside the styles is none."""
    root = small({"templates/styles/README.md": "", "templates/styles/__pycache__/a": ""})
    said = read_style("fancy", root=root).diagnostics[0]

    assert said.hint == "known here: `plain`; or name a folder that holds `style.yaml`"


@pytest.mark.parametrize("name", ["", "..", "a/../b", "x\0y", "x" * 5000])
def test_an_odd_name_is_no_style(small: Small, name: str) -> None:
    """No name makes the reader raise."""
    assert [each.code for each in read_style(name, root=small()).diagnostics] == ["MB900"]


def test_a_style_without_its_word_file_is_told(small: Small) -> None:
    """The Word file is half of a style."""
    root = small()
    (root / "templates/styles/plain/reference.docx").unlink()

    assert [each.code for each in read_style("plain", root=root).diagnostics] == ["MB901"]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (FILE, "numbering: article", "numbering: articles", "MB902"),
        (FILE, "title: Plain", "titel: Plain", "MB202 MB201"),
        (FILE, "cents: when_needed", "cents: never", "MB203"),
        (FILE, "cents:", "sense:", "MB201"),
        (SCHEME, "format: upperLetter", "format: upperletter", "MB203"),
        (SCHEME, '"(%5)"', '"(%6)"', "MB903 MB903"),
        (SCHEME, '"%1.%2"', '"%1.%3"', "MB903 MB903"),
        (SCHEME, '  - {format: upperLetter, text: "(%5)", noun: Section}\n', "", "MB903"),
        (SCHEME, 'format: decimal, text: "Article %1"', "format: none", "MB903"),
        (
            SCHEME,
            'format: decimal, text: "Article %1"',
            "format: none, text: Article",
            "MB903 MB903",
        ),
    ],
)
def test_a_fault_in_a_style_has_a_code_a_place_and_a_cure(
    small: Small, name: str, old: str, new: str, code: str
) -> None:
    """What Word would print otherwise than meant is told before it does."""
    said = changed(small, name, old, new).diagnostics

    assert [each.code for each in said] == code.split()
    assert all(each.at and each.at.file == name and each.hint for each in said)


@pytest.mark.parametrize("name", numbering_ids())
def test_every_shipped_scheme_decodes(name: str) -> None:
    """Each of the schemes has levels enough for sub-provisions three deep below a section."""
    file = resource_root().joinpath("templates", "numbering", f"{name}.yaml")
    faults: list[Diagnostic] = []
    scheme = decode_scheme(parse_yaml(Source(name, file.read_bytes())).ok, name, faults)

    assert faults == []
    assert len(scheme.levels) >= 6


def test_the_eight_schemes_are_there() -> None:
    """One for each form that published agreements use."""
    assert set(numbering_ids()) >= {
        *("article", "roman", "decimal", "decimal-zero"),
        *("outline", "lettered", "sentences", "none"),
    }

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
import yaml

from mou_builder.ooxml import check_package, check_reference
from mou_builder.ooxml.named_styles import NAMED_STYLES
from mou_builder.ooxml.package import pack
from tests.writers_word.sample import STYLES, house

HOUSES = ("standard", "traditional")


@pytest.mark.parametrize("name", HOUSES)
def test_a_shipped_reference_has_no_fault(name: str) -> None:
    """The file an attorney opens in Word is clean, and has a style for every part."""
    content = house(name).reference

    assert check_package(content) == ()
    assert check_reference(content, {}) == ()


def test_the_shipped_references_are_what_their_script_makes() -> None:
    """Nobody edits the shipped file by hand: a change is made in the script and read there."""
    made = runpy.run_path(str(STYLES / "make_reference.py"))

    for look in (made["STANDARD"], made["TRADITIONAL"]):
        assert pack(made["parts_of"](look)) == house(look.folder).reference


@pytest.mark.parametrize("name", HOUSES)
def test_a_shipped_style_says_its_numbering_and_forms(name: str) -> None:
    """Each house names a scheme, its forms and its language."""
    said = yaml.safe_load((STYLES / name / "style.yaml").read_text(encoding="utf-8"))

    assert {"title", "numbering", "forms", "language"} <= set(said)
    assert set(said.get("word_styles", {})) <= set(NAMED_STYLES)


def test_the_parts_are_documented() -> None:
    """The folder's README names every part that a house may give a style of its own."""
    text = (Path(STYLES) / "README.md").read_text(encoding="utf-8")

    families = {part.rstrip("0123456789") for part in NAMED_STYLES}
    named = {part for part in families if f"`{part}" not in text}
    assert named == set()


def test_a_reference_that_lacks_a_style_is_told_apart() -> None:
    """The message names the style and the part it is for."""
    (found,) = check_reference(house().reference, {"provision_2": "Clause Two"}, "house.docx")

    assert found.code == "MB964"
    assert found.message == "the reference document has no paragraph style named `Clause Two`"


def test_a_misspelt_part_is_told_apart() -> None:
    """A part that no document has is an error with the nearest name."""
    (found,) = check_reference(house().reference, {"provison_2": "Provision 2"})

    assert (found.code, found.hint) == ("MB963", "did you mean `provision_2`?")


def test_a_part_like_no_other_points_to_the_manual() -> None:
    """A name near to none has a hint of its own."""
    (found,) = check_reference(house().reference, {"zzz": "Provision 2"})

    assert found.hint == "see templates/styles/README.md for the parts"


def test_a_reference_that_is_no_word_file_is_told_apart() -> None:
    """Any bytes may be given as a reference."""
    (found,) = check_reference(b"not a zip", {})

    assert found.code == "MB920"

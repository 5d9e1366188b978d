"""What each example renders to, kept as text, so that a change of it is read before it ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from mou_builder.ooxml.package import read_package
from tests.examples.conftest import NAMES

GOLDEN = Path(__file__).parents[1] / "golden"
# The parts of the Word file are kept for the two short examples: they show every kind of part, and
# a long one would only repeat them.
IN_PARTS = ("funding-only", "roles-only")


@pytest.mark.parametrize("form", ["md", "txt", "json"])
def test_the_agreement_is_as_it_was(
    example: str,
    form: str,
    written: Callable[[str, str], bytes],
    golden: Callable[[str, Path], list[str]],
) -> None:
    """Each example's Markdown, text and JSON equal their golden files."""
    actual = written(example, form).decode()

    assert golden(actual, GOLDEN / example / f"agreement.{form}") == []


@pytest.mark.parametrize("name", IN_PARTS)
def test_the_parts_of_the_word_file_are_as_they_were(
    name: str, written: Callable[[str, str], bytes], golden: Callable[[str, Path], list[str]]
) -> None:
    """The Word file's parts, as indented XML in their order, equal their golden file."""
    actual = _parts(written(name, "docx"))

    assert golden(actual, GOLDEN / name / "agreement.docx.xml.txt") == []


def test_no_golden_is_orphaned() -> None:
    """Every golden file belongs to an example that still exists."""
    kept = {each.parent.name for each in GOLDEN.rglob("agreement.*")}

    assert kept - set(NAMES) == set()


def _parts(content: bytes) -> str:
    shown = []
    for name, part in sorted(read_package(content, "").ok.parts.items()):
        root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
        etree.indent(root)
        shown.append(f"== {name}\n{etree.tostring(root, encoding='unicode')}\n")
    return "\n".join(shown)

"""Every code that the program can say has a page and a case, and every page and case a code.

A rule's page is the docstring of its module; the others are files of `codes`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mou_builder.rules import Rule, page, rules

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "mou_builder"
CODE = re.compile(r"\"(MB\d{3})\"")
PAGES = sorted((PACKAGE / "codes").glob("*.md"))
USED = frozenset(
    code
    for module in PACKAGE.rglob("*.py")
    for code in CODE.findall(module.read_text(encoding="utf-8"))
)
# What is wrong in a Word file cannot be written in an answer file: these codes are produced by
# tests that build the faulty file.
WORD = frozenset(code for code in USED if "MB920" <= code <= "MB969")
# Faults of the shipped files, which no folder of one's own can have, and of the language alone:
# the folder whose tests produce them.
ELSEWHERE = {"MB361": "source", "MB362": "source", "MB511": "language", "MB903": "source"}
SECTIONS = ("## What it says", "## Why it matters", "## What to do")
OF_A_RULE = ("## What it finds", "## Why it is bad", "## Example", "## Write instead")


def _named_in(folder: str, pattern: str) -> set[str]:
    files = [each for each in (TESTS / folder).rglob("*") if each.is_file()]
    texts = (each.read_bytes().decode("latin-1") for each in files if each.name != "output.txt")
    return {code for text in texts for code in re.findall(pattern, text)}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """`explain` knows each code, and no page speaks of one that is never said."""
    pages = [*(each.stem for each in PAGES), *(each.code for each in rules())]

    assert sorted(pages) == sorted(USED)


def test_every_code_is_produced_by_a_case() -> None:
    """A message that no test brings about may be wrong, or impossible."""
    produced = _named_in("errors", r"# (?:error|warning|open)\[(MB\d{3})\]")

    assert produced == USED - WORD - set(ELSEWHERE)


@pytest.mark.parametrize(("code", "folder"), ELSEWHERE.items())
def test_every_other_code_is_produced_by_a_test(code: str, folder: str) -> None:
    """What no case here can have is shown where the value is made."""
    assert code in _named_in(folder, CODE.pattern)


def test_every_fault_of_a_word_file_is_produced_by_a_test() -> None:
    """Each is shown on a file that has that fault."""
    assert _named_in("ooxml", CODE.pattern) | _named_in("writers_word", CODE.pattern) >= WORD


@pytest.mark.parametrize("page", PAGES, ids=lambda each: each.stem)
def test_a_page_says_what_why_and_what_to_do(page: Path) -> None:
    """The pages are alike: title with the code, then three parts in order."""
    text = page.read_text(encoding="utf-8")

    assert text.startswith(f"# {page.stem}: ")
    assert _in_order(text, SECTIONS)


@pytest.mark.parametrize("rule", rules(), ids=lambda each: each.code)
def test_a_rules_page_shows_what_to_write_instead(rule: Rule) -> None:
    """Title with the code, then what it finds, why it is bad, an example, and the cure."""
    text = page(rule.code) or ""

    assert text.startswith(f"# {rule.code}: {rule.title[:1].lower()}")
    assert _in_order(text, OF_A_RULE)


def _in_order(text: str, sections: tuple[str, ...]) -> bool:
    places = [text.find(f"\n{each}\n") for each in sections]
    return -1 not in places and places == sorted(places)

"""Long answers are read with the same small markup, and never refused."""

from __future__ import annotations

import sys
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_builder.language import parse_long_text
from mou_builder.language.markup import read_long
from mou_builder.language.sourcetext import Reading, SourceText
from mou_builder.model.template import ItemT, ListT, ParagraphT, Words
from tests.builders import at


def test_braces_are_ordinary_characters() -> None:
    """An answer is no template."""
    assert parse_long_text("a {{ b }} {% c %}", at()).ok.blocks == (
        ParagraphT((Words("a {{ b }} {% c %}"),)),
    )


def test_paragraphs_bullets_and_emphasis_are_understood() -> None:
    """The answer may be built as an office would write it."""
    assert parse_long_text("a\nb\n\n- c\n- **d**", at()).ok.blocks == (
        ParagraphT((Words("a b"),)),
        ListT(
            numbered=False,
            members=(
                ItemT((ParagraphT((Words("c"),)),)),
                ItemT((ParagraphT((Words("d", bold=True),)),)),
            ),
        ),
    )


@pytest.mark.parametrize("text", ["# a", "> a", "<b>", "[a](b)", "| a | b |\n| - | - |", "\ue000"])
def test_other_markup_prints_as_typed(text: str) -> None:
    """No answer is refused for its signs."""
    (paragraph,) = parse_long_text(text, at()).ok.blocks

    assert paragraph == ParagraphT((Words(text.replace("\n", " ")),))


def test_a_plain_answer_needs_no_markdown_parser() -> None:
    """Start-up is quick."""
    program = (
        "import sys; from mou_builder.diagnostics import Position; "
        "from mou_builder.language import parse_long_text; "
        "parse_long_text('a\\n\\nb', Position('', 1, 1)); "
        "sys.exit('markdown_it' in sys.modules or 'jinja2' in sys.modules)"
    )

    assert run([sys.executable, "-c", program], check=False).returncode == 0


class TestLongText:
    """What holds for every answer."""

    @given(st.text("ab.,;:{}%_#>`~|[](){}<>&!?'\"0 \n"))
    def test_the_quick_way_reads_as_the_markup_does(self, text: str) -> None:
        """There is one grammar."""
        slowly = read_long(Reading(SourceText(text, at())), text)

        assert parse_long_text(text, at()).ok.blocks == tuple(slowly or ())

    @given(st.text())
    def test_no_answer_is_refused(self, text: str) -> None:
        """There is always a value, and never a fault."""
        assert parse_long_text(text, at()).diagnostics == ()

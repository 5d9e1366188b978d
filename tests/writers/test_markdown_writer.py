"""The Markdown format, read back by a Markdown parser."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mou_builder.model.agreement import Agreement
from mou_builder.model.document import Blank, Emphasis, Paragraph, Provision, Role, Text
from mou_builder.model.style import HouseStyle
from mou_builder.writers.markdown import escaped, write
from mou_builder.writers.text import plain_text

PARSER = MarkdownIt("commonmark").enable("table")
TAGS = re.compile(r"<[^>]+>")


def _read_back(markdown: str) -> str:
    """Return the words that a reader of the rendered Markdown sees."""
    return html.unescape(TAGS.sub(" ", PARSER.render(markdown)))


def test_a_section_shows_its_number_and_heading_in_bold(
    agreement: Agreement, style: HouseStyle
) -> None:
    """Labels are text, so that they print alike whatever renders the Markdown."""
    text = write(agreement, style).decode()

    assert "# Interlocal Agreement" in text
    assert "## Article 1 Funding" in text
    assert "**1.1 Cost sharing.** \\[The District shall pay [payer's share] under" in text
    assert "- (a) salary; and" in text
    assert "| **Total** | **$1,205.00** |" in text


def test_the_words_are_those_of_the_text_format(agreement: Agreement, style: HouseStyle) -> None:
    """Rendered and read back, the Markdown says word for word what the text says."""
    read = _read_back(write(agreement, style).decode())
    expected = plain_text(agreement)

    assert _words(read.partition("2026")[2]) == _words(expected)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w$&%*<>“”'()\[\]]+", text.replace("•", " ").replace("_", " "))


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_answer_reads_back_as_typed(typed: str) -> None:
    """No character of an answer is taken for Markdown."""
    rendered = PARSER.renderInline("x" + escaped(typed) + "x")

    assert html.unescape(rendered) == f"x{typed}x"


@pytest.mark.parametrize(
    "typed", ["# one", "1. one", "12) one", "- one", "+ one", "=== one", "> one", "~~~ one"]
)
def test_no_answer_starts_a_block(
    typed: str, holding: Callable[..., Agreement], style: HouseStyle
) -> None:
    """A paragraph that starts like a heading or list stays a paragraph."""
    text = write(holding(Paragraph(Role.BODY, (Text(typed),))), style).decode()

    assert html.unescape(PARSER.render(text)) == f"<p>{typed}</p>\n"


def test_a_bold_word_within_a_word_stays_readable(
    holding: Callable[..., Agreement], style: HouseStyle
) -> None:
    """Where CommonMark would print the asterisks, the words stand plain."""
    paragraph = Paragraph(Role.BODY, (Text("a"), Emphasis("(b)", bold=True), Text("c")))

    assert write(holding(paragraph), style).decode() == "a(b)c\n"


def test_a_blank_before_a_parenthesis_is_no_link(
    holding: Callable[..., Agreement], style: HouseStyle
) -> None:
    """`[amount](` would start a link."""
    paragraph = Paragraph(Role.BODY, (Blank("a.b", "amount"), Text("(about)")))

    assert _read_back(write(holding(paragraph), style).decode()).strip() == "[amount](about)"


def test_a_number_alone_starts_no_list(
    holding: Callable[..., Agreement], style: HouseStyle
) -> None:
    """`1.` before a sentence is its label as text."""
    provision = Provision("a", 1, "", (Paragraph(Role.BODY, (Text("One."),)),), "1.", "1")

    assert _read_back(write(holding(provision), style).decode()).strip() == "1. One."

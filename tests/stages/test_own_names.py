"""What an article and a section call themselves under each numbering scheme."""

from __future__ import annotations

import pytest

from mou_builder.model.document import DraftBlock, Filled, Paragraph, Provision, Role, Text
from mou_builder.model.style import NumberingScheme
from mou_builder.source import read_style
from mou_builder.stages.drafting.own_names import OwnNames, own_names, with_own_names

SCHEMES = read_style("standard").ok.schemes


@pytest.mark.parametrize(
    ("scheme", "article", "section"),
    [
        ("article", "article", "section"),
        ("roman", "article", "section"),
        ("sections", "section", "paragraph"),
        ("decimal", "part", "section"),
        ("sentences", "Contract", "paragraph"),
        ("letters", "Contract", "section"),
        ("none", "part", "provision"),
    ],
)
def test_the_words_fit_the_numbers(scheme: str, article: str, section: str) -> None:
    """Where there are no articles, their rules are the agreement's."""
    assert own_names(SCHEMES[scheme], "Contract") == OwnNames(article, section)


def test_an_unnumbered_run_of_provisions_has_a_word_too() -> None:
    """Neither articles nor numbers."""
    bare = NumberingScheme("bare", "bare", SCHEMES["none"].levels, articles=False)

    assert own_names(bare, "MOU") == OwnNames("MOU", "provision")


def test_the_text_is_changed_and_no_answer() -> None:
    """At whatever depth, and at the start of a sentence."""
    text = "This section binds, as this article does; thisarticle is nothing. In this "
    inlines = (Text(text), Filled("this section", "a.b"))
    block: DraftBlock = Provision("a", 1, "", (Paragraph(Role.BODY, inlines),), clause="a")

    (found,) = with_own_names((block,), OwnNames("section", "paragraph"))

    expected = "This paragraph binds, as this section does; thisarticle is nothing. In this "
    assert found == Provision(
        "a",
        1,
        "",
        (Paragraph(Role.BODY, (Text(expected), Filled("this section", "a.b"))),),
        clause="a",
    )


def test_a_heading_is_changed_alike() -> None:
    """It has no inlines yet."""
    assert OwnNames("part", "section").words("Scope of this article") == "Scope of this part"

from __future__ import annotations

import pytest
from lxml import etree

from mou_builder.ooxml.counting import numbers_of, plain, read_lists, written
from mou_builder.ooxml.names import W, w
from mou_builder.ooxml.stylesheet import read_styles

LEVELS = (("decimal", "Article %1", ""), ("decimal", "%1.%2", ""), ("lowerLetter", "(%3)", ""))


def numbering(*levels: tuple[str, str, str], uses: str = "") -> etree._Element:
    """Return a numbering part with one list."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text, more) in enumerate(levels)
    )
    return etree.fromstring(
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{uses}</w:numbering>'
    )


def counted(given: etree._Element, *places: int | tuple[int, int]) -> list[tuple[str, str]]:
    """Return the own and full numbers of paragraphs at these levels."""
    pairs = [each if isinstance(each, tuple) else (1, each) for each in places]
    body = etree.fromstring(
        f'<w:body xmlns:w="{W}">'
        + "".join(
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            "</w:pPr></w:p>"
            for number, level in pairs
        )
        + "</w:body>"
    )
    found = numbers_of(list(body.iter(w("p"))), read_styles(None), read_lists(given))
    return [(each.own, each.full) for each in found.values()]


def test_a_level_starts_over_below_a_higher_one() -> None:
    """After a new article, sections and items count from one again."""
    found = counted(numbering(*LEVELS), 0, 1, 2, 2, 1, 2, 0, 1)

    assert [own for own, _ in found] == [
        *("Article 1", "1.1", "(a)", "(b)", "1.2", "(a)"),
        *("Article 2", "2.1"),
    ]


def test_the_full_context_names_what_the_number_leaves_out() -> None:
    """An item shows its section, a section with its article's number only itself."""
    found = counted(numbering(*LEVELS), 0, 1, 2)

    assert [full for _, full in found] == ["Article 1", "1.1", "1.1(a)"]


def test_periods_join_but_do_not_end_a_context() -> None:
    """I. / A. / 1. gives I.A.1, and one before a parenthesis is dropped."""
    levels = (("upperRoman", "%1.", ""), ("upperLetter", "%2.", ""), ("lowerLetter", "(%3)", ""))

    assert [full for _, full in counted(numbering(*levels), 0, 1, 2)] == ["I", "I.A", "I.A(a)"]


def test_legal_numbering_turns_higher_levels_to_figures() -> None:
    """Below Article IV stands 4.1, not IV.1."""
    levels = (("upperRoman", "%1", ""), ("decimal", "%1.%2", "<w:isLgl/>"))

    assert counted(numbering(*levels), 0, 0, 0, 0, 1)[-1] == ("4.1", "4.1")


def test_a_level_may_be_told_not_to_start_over() -> None:
    """A restart of 0 counts through; a restart of 1 only after the first level."""
    through = (LEVELS[0], ("decimal", "%2", '<w:lvlRestart w:val="0"/>'))
    first = (*LEVELS[:2], ("decimal", "%3", '<w:lvlRestart w:val="1"/>'))

    assert counted(numbering(*through), 0, 1, 0, 1)[-1][0] == "2"
    assert counted(numbering(*first), 0, 1, 2, 1, 2, 0, 2)[4][0] == "2"
    assert counted(numbering(*first), 0, 1, 2, 1, 2, 0, 2)[6][0] == "1"


def test_a_second_use_of_a_list_goes_on_unless_it_starts_over() -> None:
    """Lists of one definition share their count; an override sets it at the first use."""
    on = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    over = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )

    assert counted(numbering(*LEVELS, uses=on), 0, (2, 0))[-1][0] == "Article 2"
    assert counted(numbering(*LEVELS, uses=over), 0, (2, 0), (2, 0))[-1][0] == "Article 6"


def test_a_level_used_before_those_above_it_counts_them_as_started() -> None:
    """A section without an article is 1.1."""
    assert counted(numbering(*LEVELS), 1) == [("1.1", "1.1")]


def test_paragraphs_in_no_list_have_no_number() -> None:
    """A list that does not exist, a level it lacks, and none at all."""
    assert counted(numbering(*LEVELS), (0, 0), (7, 0), (1, 8)) == []


def test_a_document_without_lists_has_no_numbers() -> None:
    """No numbering part, no numbers."""
    assert read_lists(None).uses == {}


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (54, "upperLetter", "BBB"),
        (0, "lowerLetter", ""),
        (7, "none", ""),
        (7, "cardinalText", None),
    ],
)
def test_a_count_is_written_as_word_writes_it(value: int, form: str, shown: str | None) -> None:
    """After z comes aa, then bb; a format not counted here is no guess."""
    assert written(value, form) == shown


def test_a_format_not_counted_here_equals_nothing() -> None:
    """Its name is shown, so that no reference to it is called right."""
    assert counted(numbering(("chicago", "%1", "")), 0) == [("chicago", "chicago")]


def test_numbers_are_compared_without_what_programs_print_differently() -> None:
    """A trailing period, one before a parenthesis and the kind of space do not count."""
    assert plain("4.(b)") == plain("4(b)")
    assert plain("Article\u00a04.") == "Article 4"

"""Numbers and labels are those that Word computes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_builder.model.document import Exhibit, Paragraph, Provision, Role, Text
from mou_builder.model.style import Level, NumberingScheme
from mou_builder.stages.resolving.numbering import Numbered, number_all
from tests.builders import level


def scheme(*levels: Level) -> NumberingScheme:
    """Return a scheme of these levels."""
    return NumberingScheme("house", "House", levels)


ARTICLE = scheme(
    level("decimal", "Article %1"),
    level("decimal", "%1.%2", "Section"),
    level("lowerLetter", "(%3)", "Section"),
    level("lowerRoman", "(%4)", "Section"),
)
ROMAN = scheme(
    level("upperRoman", "Article %1"),
    level("decimal", "Section %1.%2", legal=True),
    level("lowerLetter", "(%3)"),
    level("lowerRoman", "(%4)"),
)
OUTLINE = scheme(
    level("upperRoman", "%1.", "Section"),
    level("upperLetter", "%2.", "Section"),
    level("decimal", "%3.", "Section"),
    level("decimal", "(%4)", "Section"),
)
ZERO = scheme(level("decimal", "%1.0", "Section"), level("decimal", "%1.%2", "Section"))
LEGAL = scheme(*(level("decimal", each, "Section") for each in ("%1.", "%1.%2", "%1.%2.%3")))
SENTENCES = scheme(level("decimal", "%1.", "Paragraph"), level("lowerLetter", "(%2)", "Paragraph"))
NONE = scheme(*(level("none", "") for _ in range(4)))


def chain(depth: int, *, count: int = 3) -> tuple[Provision[Text], ...]:
    """Return `count` provisions, the last of which holds as many, and so on to the depth."""

    def made(prefix: str, at: int) -> tuple[Provision[Text], ...]:
        return tuple(
            Provision(
                f"{prefix}{number}",
                at,
                "",
                made(f"{prefix}{number}.", at + 1) if number == count and at + 1 < depth else (),
            )
            for number in range(1, count + 1)
        )

    return made("", 0)


@pytest.mark.parametrize(
    ("known", "depth", "number", "reference"),
    [
        (ARTICLE, 1, "Article 3", ("", "Article 3")),
        (ARTICLE, 2, "3.3", ("Section", "3.3")),
        (ARTICLE, 3, "(c)", ("Section", "3.3(c)")),
        (ARTICLE, 4, "(iii)", ("Section", "3.3(c)(iii)")),
        (ROMAN, 1, "Article III", ("", "Article III")),
        (ROMAN, 2, "Section 3.3", ("", "Section 3.3")),
        (ROMAN, 3, "(c)", ("", "Section 3.3(c)")),
        (ROMAN, 4, "(iii)", ("", "Section 3.3(c)(iii)")),
        (OUTLINE, 1, "III.", ("Section", "III")),
        (OUTLINE, 2, "C.", ("Section", "III.C")),
        (OUTLINE, 3, "3.", ("Section", "III.C.3")),
        (OUTLINE, 4, "(3)", ("Section", "III.C.3(3)")),
        (ZERO, 1, "3.0", ("Section", "3.0")),
        (ZERO, 2, "3.3", ("Section", "3.3")),
        (LEGAL, 1, "3.", ("Section", "3")),
        (LEGAL, 3, "3.3.3", ("Section", "3.3.3")),
        (SENTENCES, 1, "3.", ("Paragraph", "3")),
        (SENTENCES, 2, "(c)", ("Paragraph", "3(c)")),
        (NONE, 3, "", ("", "")),
    ],
)
def test_a_reference_shows_the_full_context(
    known: NumberingScheme, depth: int, number: str, reference: tuple[str, str]
) -> None:
    """As Word's REF field with the `w` switch; the noun is not said twice."""
    numbered, faults = number_all(chain(depth), known, 0, {})

    assert faults == ()
    found = numbered[".".join("3" * depth)]
    assert found == Numbered(number, *reference)


def test_lists_of_one_clause_go_on_counting() -> None:
    """Also when a paragraph stands between them."""
    between = Paragraph(Role.BODY, (Text("and"),))
    items = [Provision(f"s#{n}", 2, "", ()) for n in (1, 2)]
    section = Provision("s", 1, "", (items[0], between, items[1]))

    numbered, _ = number_all([Provision("a", 0, "", (section,))], ARTICLE, 2, {})

    assert numbered["s#2"].label == "1.1(b)"


def test_an_exhibit_counts_for_itself() -> None:
    """Its numbers start again, and its labels have no section of the agreement before them."""
    inner = Provision("exhibit.x#1.1", 3, "", ())
    exhibit = Exhibit("exhibit.x", "Exhibit A", "X", (Provision("exhibit.x#1", 2, "", (inner,)),))

    numbered, _ = number_all([*chain(3), exhibit], ARTICLE, 2, {})

    assert numbered["exhibit.x#1"].label == "(a)"
    assert numbered["exhibit.x#1.1"].label == "(a)(i)"


def test_a_list_deeper_than_the_scheme_is_a_fault() -> None:
    """Its items could not be cited."""
    _, faults = number_all(chain(3), ZERO, 0, {})

    assert {each.code for each in faults} == {"MB601"}


def test_two_provisions_cannot_share_an_anchor() -> None:
    """A reference could mean either."""
    twins = [Provision("a", 0, "", ()), Provision("a", 0, "", ())]

    _, (fault,) = number_all(twins, ARTICLE, 2, {})

    assert (fault.code, fault.message) == ("MB602", "two provisions have the name `a`")


@given(st.lists(st.lists(st.integers(0, 4), max_size=5), max_size=8))
def test_numbering_has_no_gaps(shape: list[list[int]]) -> None:
    """Whatever the shape of the document."""
    articles = [
        Provision(
            f"a{a}",
            0,
            "",
            tuple(
                Provision(
                    f"a{a}.s{s}",
                    1,
                    "",
                    tuple(Provision(f"a{a}.s{s}#{i}", 2, "", ()) for i in range(items)),
                )
                for s, items in enumerate(sections)
            ),
        )
        for a, sections in enumerate(shape)
    ]

    numbered, faults = number_all(articles, ARTICLE, 2, {})

    assert faults == ()
    for a, sections in enumerate(shape):
        assert numbered[f"a{a}"].number == f"Article {a + 1}"
        for s, items in enumerate(sections):
            assert numbered[f"a{a}.s{s}"].number == f"{a + 1}.{s + 1}"
            for i in range(items):
                assert numbered[f"a{a}.s{s}#{i}"].number == f"({'abcd'[i]})"

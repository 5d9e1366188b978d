"""Texts become the blocks and inlines of a draft."""

from __future__ import annotations

import pytest

from mou_builder.language import render_blocks, render_inlines
from mou_builder.model.document import (
    Blank,
    BulletList,
    Citation,
    Definition,
    DraftBlock,
    DraftInline,
    Emphasis,
    ExhibitUse,
    Filled,
    Paragraph,
    PendingReference,
    Provision,
    Role,
    Table,
    TermUse,
    Text,
)
from mou_builder.model.evidence import Evidence
from mou_builder.model.library import Fact
from mou_builder.model.style import Forms
from mou_builder.model.values import Unanswered
from tests.builders import template
from tests.language.samples import scope


def blocks(text: str, **changed: object) -> tuple[DraftBlock, ...]:
    """Return the blocks that the text prints in the sample agreement."""
    return render_blocks(template(text), scope(**changed), clause="a.b", level=2).ok


NAMED = Fact("wa.x", "Interlocal Act: filing", "ch. 39.34 RCW", Evidence.RECALLED, "RECALLED")


def inlines(text: str, **changed: object) -> tuple[DraftInline, ...]:
    """Return the inlines that the text prints in the sample agreement."""
    return render_inlines(template(text), scope(**changed), clause="a.b").ok


def words(text: str, **changed: object) -> str:
    """Return the words that the text prints, blanks in brackets."""
    return "".join(_words(each) for each in inlines(text, **changed))


def _words(inline: DraftInline) -> str:
    match inline:
        case Text(text) | Emphasis(text):
            return text
        case Filled(printed) | TermUse(_, printed) | Citation(_, printed):
            return printed
        case Blank(_, label):
            return f"[{label}]"
        case _:
            return f"<{type(inline).__name__}>"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a **b** c", (Text("a "), Emphasis("b", bold=True), Text(" c"))),
        ("{{ purpose.name }}", (Filled("Smith & Co.", "purpose.name"),)),
        ("{{ term.end | date }}", (Blank("term.end", "end"),)),
        ("{{ words.governing_body }}", (Blank("words.governing_body", "governing body"),)),
        ("the {{ officer }}", (Text("the SRO"),)),
        ("for {{ an_officer }}", (Text("for an SRO"),)),
        ("**{{ agreement }}**", (Emphasis("MOU", bold=True),)),
        ('{{ cite("wa.x") }}', (Citation("wa.x", "ch. 39.34 RCW", "read", open=False),)),
        ('{{ define("Program") }}', (Definition("Program"),)),
        ("{{ define(agreement) }}", (Definition("MOU"),)),
        ('{{ ref("c.d") }}', (PendingReference("c.d", None, "a.b"),)),
        ('{{ ref("c.d", "e") }}', (PendingReference("c.d", "e", "a.b"),)),
        ('{{ exhibit("scope") }}', (ExhibitUse("exhibit.scope", "Exhibit A"),)),
        ("{{ the.district }}", (TermUse("District", "The District"),)),
        ("a {{ each.agency }}", (Text("a "), TermUse("Agencies", "each Agency"))),
    ],
)
def test_outputs(text: str, printed: tuple[DraftInline, ...]) -> None:
    """Every kind of output has its own inline, and answers keep their path."""
    assert inlines(text) == printed


def test_an_answer_of_an_article_that_is_not_there_is_a_fault() -> None:
    """Nobody was asked, so the sentence would have a hole."""
    found = render_inlines(template("the {{ other.thing }}"), scope(), clause="a.b")

    assert [each.code for each in found.diagnostics] == ["MB543"]


def test_a_confirmed_citation_is_not_open() -> None:
    """Counsel has confirmed it."""
    (cited,) = inlines('{{ cite("wa.x") }}', confirmed=frozenset({"wa.x"}))

    assert isinstance(cited, Citation)
    assert not cited.open


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('Requests follow {{ cite("wa.x") }} here.', "Requests follow the Interlocal Act here."),
        ('It ends. {{ cite("wa.x") }} applies.', "It ends. The Interlocal Act applies."),
        ('No defense ({{ cite("wa.x") }}). Each.', "No defense. Each."),
        ('A defense ({{ cite("wa.x") }}) and more', "A defense and more"),
        ('A defense{% if true %} ({{ cite("wa.x") }}){% endif %}.', "A defense."),
        (
            'Under the Interlocal Act, {{ cite("wa.x") }}, and so',
            "Under the Interlocal Act, and so",
        ),
        ('Under it (see {{ cite("wa.x") }})', "Under it (see the Interlocal Act)"),
        ('({{ cite("wa.x") }}', "(The Interlocal Act"),
    ],
)
def test_a_law_may_be_named_without_its_citation(text: str, printed: str) -> None:
    """Parentheses go with it, and so does what would say the name twice."""
    assert words(text, uncited=frozenset({"wa.x"}), facts={"wa.x": NAMED}) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ the.agency }} and {{ the.agency }}", "The Agencies and the Agencies"),
        ("Ends. {{ the.agency }} and {{ each.agency }}", "Ends. The Agencies and each Agency"),
        ("Ends? {{ each.agency }}", "Ends? Each Agency"),
        ("({{ the.district }} pays)", "(The District pays)"),
        ("to {{ purpose.name }}. {{ the.district }}", "to Smith & Co. The District"),
        ("{{ purpose.name }} {{ the.district }}", "Smith & Co. the District"),
        ("under No. {{ the.district }}", "under No. the District"),
        ("one; {{ the.district }}", "one; the District"),
        ("{{ the.district | possessive }} and {{ the.agency | possessive }} costs",
         "The District's and the Agencies' costs"),
        ("a {{ the.agency | bare }} {{ each.agency | bare | possessive }} way",
         "a Agencies Agency's way"),
    ],
)  # fmt: skip
def test_roles_have_a_capital_where_a_sentence_begins(text: str, printed: str) -> None:
    """The clause never says when."""
    assert words(text) == printed


def test_a_text_may_go_on_with_a_sentence_that_the_program_began() -> None:
    """`WHEREAS, the District ...`."""
    found = render_inlines(template("{{ the.district }}"), scope(), clause="a.b", opens=False).ok

    assert found == (TermUse("District", "the District"),)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("pays{% if term.summer %} much{% endif %}, and", "pays, and"),
        ("pays {% if term.summer %}much{% endif %}, and", "pays, and"),
        ("pays {% if term.summer %}much{% endif %} more", "pays more"),
        ("{% if term.summer %}a{% endif %} b", "b"),
        ("a {% if term.summer %}b{% endif %}", "a"),
        ("to {{ purpose.name }}.", "to Smith & Co."),
        ("to {{ purpose.name }}, and", "to Smith & Co., and"),
        ("a {% if not term.summer %}b{% elif term.summer %}c{% else %}d{% endif %}", "a b"),
        ("a {% if term.end > term.start %}b{% else %}c{% endif %}", "a [end]"),
        ("{% for s in staffing.schools %}{{ s.name }}; {% endfor %}", "North High; South Middle;"),
        ("{% for s in staffing.none_such %}{{ s.name }}{% endfor %}", "[none such]"),
        ("{% for s in staffing.schools %}{{ s.officers | count }} {% endfor %}", "2 [officers]"),
        ("{% for g in funding.ways %}{{ g | label }} {% endfor %}", "in cash grant"),
        ('{% for p in holders("agency") %}{{ p.short_name }} {% endfor %}', "City County"),
    ],
)  # fmt: skip
def test_sentences_join_well(text: str, printed: str) -> None:
    """What prints nothing leaves no trace, and a period stands once."""
    assert words(text) == printed


def test_a_member_keeps_its_place_among_the_parties() -> None:
    """The paths of a role's holders count all parties."""
    found = inlines('{% for p in holders("agency") %}{{ p.short_name }}{% endfor %}')

    assert [each.answer for each in found if isinstance(each, Filled)] == [
        "parties.2.short_name",
        "parties.3.short_name",
    ]


def test_the_house_style_decides_how_values_are_written() -> None:
    """The clause does not."""
    forms = Forms(counts="words_and_figures", dates="numeric")

    assert words("{{ funding.count | count }} by {{ term.start | date }}", forms=forms) == (
        "three (3) by 7/1/2026"
    )


def outline(found: tuple[DraftBlock, ...]) -> list[str]:
    """Return a line for each block: anchors, levels, words."""
    lines: list[str] = []
    for block in found:
        match block:
            case Paragraph(_, printed):
                lines.append("".join(map(_words, printed)))
            case Provision(anchor, level, _, content):
                lines += [f"{anchor} {level}", *(f"  {line}" for line in outline(content))]
            case BulletList(items):
                lines += [f"* {line}" for item in items for line in outline(item)]
            case Table(caption, _, header, rows):
                lines.append(caption)
                lines += [
                    "|".join("".join(map(_words, cell)) for cell in row.cells)
                    for row in (header, *rows)
                ]
            case _:
                lines.append(type(block).__name__)
    return lines


def test_items_become_provisions_with_unique_anchors() -> None:
    """Numbers go on after a paragraph, nested ones count within their item."""
    found = blocks(
        "To:\n1. one\n   1. two\n   2. three\n\nand\n\n1. four\n"
        "   {% for s in staffing.schools %}\n"
        '   1. {{ s.name }}\n   {% endfor %}\n2. {{ anchor("last") }} five\n   1. six'
    )

    assert outline(found) == [
        "To:",
        "a.b#1 2",
        "  one",
        "  a.b#1.1 3",
        "    two",
        "  a.b#1.2 3",
        "    three",
        "and",
        "a.b#2 2",
        "  four",
        "  a.b#2.1 3",
        "    North High",
        "  a.b#2.2 3",
        "    South Middle",
        "a.b#last 2",
        "  five",
        "  a.b#3.1 3",
        "    six",
    ]


def test_an_item_that_prints_nothing_takes_no_number() -> None:
    """There are no gaps."""
    found = blocks("1. one\n2. {% if term.summer %}two{% endif %}\n3. three")

    assert outline(found) == ["a.b#1 2", "  one", "a.b#2 2", "  three"]


def test_an_item_under_an_open_condition_is_a_blank() -> None:
    """The draft shows that something may stand there."""
    found = blocks("1. one\n{% if term.end > term.start %}\n1. two\n1. three\n{% endif %}")

    assert outline(found) == ["a.b#1 2", "  one", "a.b#2 2", "  [end]"]


def test_paragraphs_have_the_role_of_body_text() -> None:
    """The house style knows how that looks."""
    assert blocks("one") == (Paragraph(Role.BODY, (Text("one"),)),)


def test_bullets_and_conditions_on_paragraphs() -> None:
    """Only what holds is printed."""
    found = blocks(
        "- one\n{% if term.summer %}\n- two\n{% endif %}\n- three\n\n"
        "{% if not term.summer %}\nfour\n\nfive\n{% endif %}"
    )

    assert outline(found) == ["* one", "* three", "four", "five"]


def test_tables_have_a_row_for_each_member_and_a_sum() -> None:
    """An open condition is a row with a blank."""
    found = blocks(
        "Table: Schools\n| School | SROs |\n| :--- | ---: |\n{% for s in staffing.schools %}\n"
        "| {{ s.name }} | {{ s.officers | count }} |\n{% endfor %}\n"
        "{% if term.end > term.start %}\n| x | y |\n{% endif %}\n| **Total** | 5 |"
    )

    assert outline(found) == [
        "Schools",
        "School|SROs",
        "North High|2",
        "South Middle|[officers]",
        "[end]|",
        "Total|5",
    ]
    assert isinstance(found[0], Table)
    assert [each.total for each in found[0].rows] == [False, False, False, True]
    assert found[0].alignments == ("left", "right")


def test_a_long_answer_alone_becomes_paragraphs_and_bullets() -> None:
    """Its words are filled from the answer."""
    found = blocks("{{ purpose.goals }}")

    assert found == (
        Paragraph(
            Role.BODY,
            (
                Filled("One ", "purpose.goals"),
                Emphasis("two", italic=True),
                Filled(".", "purpose.goals"),
            ),
        ),
        BulletList(
            (
                (Paragraph(Role.BODY, (Filled("three", "purpose.goals"),)),),
                (Paragraph(Role.BODY, (Filled("four", "purpose.goals"),)),),
            )
        ),
    )


def test_a_fragment_of_several_paragraphs_stands_as_they_are() -> None:
    """The parties, one paragraph each."""
    parties = (Paragraph(Role.PARTY, (Text("a"),)), Paragraph(Role.PARTY, (Text("b"),)))

    assert blocks("{{ parties_named }}", fragments={"parties_named": parties}) == parties


def test_a_fragment_of_one_paragraph_is_part_of_the_sentence() -> None:
    """The parties in one sentence."""
    parties = (Paragraph(Role.PARTY, (Text("A and B"),)),)

    assert words("between {{ parties_named }}.", fragments={"parties_named": parties}) == (
        "between A and B."
    )


def test_an_open_officer_class_is_a_blank() -> None:
    """The answer is still to be given."""
    officer = Unanswered(("staffing.officer_class",))

    assert inlines("{{ officer }}", officer=officer) == (
        Blank("staffing.officer_class", "officer class"),
    )


@pytest.mark.parametrize(
    ("text", "changed", "code"),
    [
        ("{{ the.payer }}", {}, "MB540"),
        ("{{ each.payer | possessive }}", {}, "MB540"),
        ("{{ officer }}", {"officer": None}, "MB541"),
        ('{{ exhibit("other") }}', {}, "MB542"),
        ('{{ cite("wa.other") }}', {}, "MB523"),
    ],
)
def test_what_this_agreement_lacks_is_an_error(
    text: str, changed: dict[str, object], code: str
) -> None:
    """A text that names it cannot be printed."""
    found = render_blocks(template(f"One {text}."), scope(**changed), clause="a.b", level=0)

    assert [each.code for each in found.diagnostics] == [code]
    assert found.diagnostics[0].at
    assert found.diagnostics[0].at.column == 8


def test_a_citation_that_was_not_read_is_open() -> None:
    """Counsel confirms what is known at second hand or recalled."""
    recalled = {"wa.x": Fact("wa.x", "", "ch. 39.34 RCW", Evidence.RECALLED, "RECALLED")}
    (cited,) = inlines('{{ cite("wa.x") }}', facts=recalled)

    assert cited == Citation("wa.x", "ch. 39.34 RCW", "recalled", open=True)


def test_a_blank_keeps_apart_from_the_word_before_it() -> None:
    """What it stands for would have brought its own space."""
    printed = inlines("on the same terms{{ term.end | date }}.")

    assert printed == (Text("on the same terms "), Blank("term.end", "end"), Text("."))

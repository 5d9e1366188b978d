"""The printed words of each part of an agreement."""

from __future__ import annotations

import pytest

from mou_builder.model.agreement import Agreement, Provenance
from mou_builder.model.document import (
    AgreementBlock,
    BulletList,
    Definition,
    Document,
    Exhibit,
    Furniture,
    Inline,
    Paragraph,
    PartySignature,
    Properties,
    Provision,
    Role,
    Row,
    SignatureBlock,
    SignatureLine,
    Table,
    Text,
)
from mou_builder.model.style import NumberingScheme
from mou_builder.reports.sections import PrintedSection, printed_sections, shows
from tests.builders import ARTICLES, level


def _paragraph(words: str, role: Role = Role.BODY) -> Paragraph[Inline]:
    return Paragraph(role, (Text(words),))


PRICE: Table[Inline] = Table(
    "Cost",
    ("left", "right"),
    Row(((Text("Item"),), (Text("Amount"),))),
    (Row(((Text("Salary"),), (Text("$417,094.00"),))),),
)
ITEM: Provision[Inline] = Provision(
    "funding.price#b", 2, "", (_paragraph("each quarter"),), number="(a)", label="1.1(a)"
)
PRICED: Provision[Inline] = Provision(
    "funding.price",
    1,
    "Price",
    (
        _paragraph("The City pays:"),
        ITEM,
        BulletList(((_paragraph("in arrears"),),)),
        PRICE,
    ),
    number="1.1",
    label="1.1",
    clause="funding.price",
    provisional=True,
)
ADDED: Provision[Inline] = Provision(
    "garage", 1, "Garage", (_paragraph("Keys."),), number="1.2", label="1.2"
)
DEFINED: Provision[Inline] = Provision(
    "definitions.term", 0, "", (Paragraph(Role.BODY, (Definition("Term"), Text(" means time."))),)
)
SIGNED: SignatureBlock[Inline] = SignatureBlock(
    (Text("Signed by"),),
    (
        PartySignature(
            (Text("City of Eastmere"),),
            (Text("through its Police Department"),),
            (SignatureLine("By", (Text("A. Mayor"),), (Text("Mayor"),)),),
            notes=((Text("Resolution No. 7"),),),
        ),
    ),
    "stacked",
)


def _printed(
    *blocks: AgreementBlock, scheme: NumberingScheme = ARTICLES
) -> dict[str, PrintedSection]:
    document = Document(Properties("", "", "", "", ""), Furniture(""), blocks)
    return printed_sections(Agreement(document, scheme, Provenance("", "", "", ""), "mou"))


def _article(*content: AgreementBlock) -> Provision[Inline]:
    return Provision("funding", 0, "Funding", content, number="Article 1", label="Article 1")


def test_a_section_holds_all_that_it_prints() -> None:
    """Number, heading, paragraphs, numbered items, bullets and tables, brackets included."""
    sections = _printed(_article(PRICED))

    assert list(sections) == ["funding.price"]
    assert sections["funding.price"] == PrintedSection(
        "funding.price",
        "Section 1.1",
        "Price",
        "1.1 Price. [The City pays:\n(a) each quarter\nin arrears\n"
        "Cost\nItem Amount\nSalary $417,094.00\n]",
        provisional=True,
    )


def test_an_added_provision_goes_by_its_own_id() -> None:
    """It has no clause."""
    sections = _printed(_article(PRICED, ADDED))

    assert sections["garage"].label == "Section 1.2"
    assert sections["garage"].text == "1.2 Garage. Keys."


def test_a_section_without_a_number_goes_by_its_heading() -> None:
    """Under a scheme that has neither articles nor numbers."""
    bare = NumberingScheme("bare", "bare", (level("none", ""),), articles=False)
    headed: Provision[Inline] = Provision("a.b", 0, "Price", (_paragraph("Ten."),), clause="a.b")

    sections = _printed(headed, DEFINED, scheme=bare)

    assert sections["a.b"].label == "Price"
    assert sections["definitions.term"].label == "unnumbered"
    assert sections["definitions.term"].text == "\u201cTerm\u201d means time."


def test_a_label_that_holds_its_noun_gets_no_other() -> None:
    """As "Section 1.1" does, where the level's own text has the word."""
    wordy: Provision[Inline] = Provision(
        "a.b", 1, "", (_paragraph("Ten."),), number="Section 1.1", label="Section 1.1"
    )

    assert _printed(_article(wordy))["a.b"].label == "Section 1.1"


def test_what_stands_outside_the_articles_is_in_parts() -> None:
    """Title, preamble, recitals, signatures and exhibits; the draft's notice is in none."""
    sections = _printed(
        _paragraph("Agreement", Role.TITLE),
        _paragraph("for officers", Role.SUBTITLE),
        _paragraph("Draft for review", Role.NOTICE),
        _paragraph("Made by the City.", Role.PREAMBLE),
        _paragraph("WHEREAS, they agree;", Role.RECITAL),
        _paragraph("NOW, THEREFORE:", Role.OPERATIVE),
        _article(PRICED),
        _paragraph("Signed in two copies.", Role.CLOSING),
        SIGNED,
        Exhibit("exhibit.map", "Exhibit A", "Map", (_paragraph("North.", Role.EXHIBIT_BODY),)),
    )

    assert {name: each.text for name, each in sections.items() if name != "funding.price"} == {
        "title": "Agreement\nfor officers",
        "preamble": "Made by the City.",
        "recitals": "WHEREAS, they agree;\nNOW, THEREFORE:",
        "signatures": "Signed in two copies.\nSigned by\nCity of Eastmere\n"
        "through its Police Department\nBy:\nName: A. Mayor\nTitle: Mayor\nDate:\n"
        "Resolution No. 7",
        "exhibit.map": "Exhibit A Map\nNorth.",
    }
    assert sections["exhibit.map"].label == "Exhibit A"
    assert sections["recitals"].label == "recitals"


@pytest.mark.parametrize(
    "phrase",
    [
        "$417,094.00",
        "CITY   pays",
        "Section 3.7",
        "the city's share",
        'a "School Year"',
        "42 hours",
        "at least",
        "one-half",
        "hours. at",
    ],
)
def test_words_are_found_whatever_their_spaces_capitals_and_marks(phrase: str) -> None:
    """A no-break space is a space, and a typed quotation mark a printed one."""
    text = (
        "The City pays $417,094.00 under Section\u00a03.7,\nthe City\u2019s share for a"
        " \u201cSchool Year\u201d of 42\nhours. At least one\u2011half."
    )

    assert shows(text, phrase)


@pytest.mark.parametrize("phrase", ["417", "094", "094.00", "42", "3", "itself", "cit", "", "  "])
def test_part_of_a_number_or_word_is_not_found(phrase: str) -> None:
    """Nor is nothing at all."""
    assert not shows("The City pays $417,094.00 for 42.5 hours under 3.7 and 142.", phrase)

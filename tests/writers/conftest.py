"""An agreement built by hand that holds one of everything a writer has to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mou_builder.model.agreement import Agreement, ClauseRecord, Provenance
from mou_builder.model.document import (
    AgreementBlock,
    Blank,
    BulletList,
    Citation,
    Contents,
    CrossReference,
    Definition,
    Document,
    Emphasis,
    Exhibit,
    ExhibitUse,
    Filled,
    Furniture,
    Inline,
    LineBreak,
    Paragraph,
    PartySignature,
    Properties,
    Provision,
    Role,
    Row,
    SignatureBlock,
    SignatureLine,
    Table,
    TermUse,
    Text,
)
from mou_builder.model.style import Forms, HouseStyle, Level, NumberFormat, NumberingScheme

SCHEME = NumberingScheme(
    "article",
    "Article 1",
    (
        Level(NumberFormat.DECIMAL, "Article %1"),
        Level(NumberFormat.DECIMAL, "%1.%2", "Section"),
        Level(NumberFormat.LOWER_LETTER, "(%3)", "Section"),
    ),
)
STYLE = HouseStyle("standard", "Standard", "article", Forms(), {"article": SCHEME})


def body(*inlines: Inline) -> Paragraph[Inline]:
    """Return a paragraph of body text."""
    return Paragraph(Role.BODY, inlines)


def _schools() -> Table[Inline]:
    header = Row(((Text("School"),), (Text("Cost"),)))
    rows = (
        Row(((Filled("Northfield High School", "staffing.schools.1.name"),), (Text("$5.00"),))),
        Row(((Emphasis("Total", bold=True),), (Text("$1,205.00"),)), total=True),
    )
    return Table("Schools", ("left", "right"), header, rows)


def _signatures() -> SignatureBlock[Inline]:
    line = SignatureLine("By", (Blank("parties.1.name", "name"),), (Text("Superintendent"),))
    attest = SignatureLine("Attest", (), (Text("Secretary"),), dated=False)
    district = PartySignature(
        (Filled("Northfield School District", "parties.1.legal_name"),), (), (line,), (attest,)
    )
    city = PartySignature(
        (Filled("City of Northfield", "parties.2.legal_name"),),
        (Text("acting through the Northfield Police Department"),),
        (line,),
        notes=((Text("Resolution No. 12"),),),
    )
    return SignatureBlock(
        (Text("Signed on the dates written below."),), (district, city), "columns"
    )


def _articles() -> tuple[AgreementBlock, ...]:
    share = Provision(
        "funding.cost_share",
        1,
        "Cost sharing",
        (
            body(
                TermUse("District", "The District"),
                Text(" shall pay "),
                Blank("funding.payer_percent", "payer's share"),
                Text(" under "),
                CrossReference("funding.cost", "Section", "1.2"),
                Text("."),
            ),
            body(Text("It pays on time.")),
        ),
        "1.1",
        "1.1",
        "funding.cost_share",
        provisional=True,
    )
    items = tuple(
        Provision(f"funding.cost#{letter}", 2, "", (body(Text(words)),), letter, f"1.2{letter}")
        for letter, words in (("(a)", "salary; and"), ("(b)", "overtime."))
    )
    cost = Provision(
        "funding.cost",
        1,
        "Cost",
        (
            body(Text("The "), Definition("Cost"), Text(" is:")),
            *items,
            _schools(),
            BulletList(((body(Text("one bullet")),), (body(Text("another")),))),
        ),
        "1.2",
        "1.2",
        "funding.cost",
    )
    return (Provision("funding", 0, "Funding", (share, cost), "Article 1", "Article 1"),)


@pytest.fixture
def agreement() -> Agreement:
    """Return an agreement with one of every block and inline."""
    blocks: tuple[AgreementBlock, ...] = (
        Paragraph(Role.TITLE, (Text("Interlocal Agreement"),)),
        Paragraph(
            Role.PREAMBLE,
            (
                Text("This "),
                Definition("Agreement"),
                Text(" is between "),
                Filled("Smith & Sons *K-12* <LLC>", "parties.1.legal_name"),
                Text(" under "),
                Citation("wa.interlocal", "chapter 39.34 RCW", "read", open=True),
                Text("; see "),
                ExhibitUse("exhibit.map", "Exhibit A"),
                Text("."),
            ),
        ),
        Contents("Contents"),
        Paragraph(Role.RECITAL_NUMBERED, (Text("Schools teach."),), "A."),
        *_articles(),
        _signatures(),
        Exhibit(
            "exhibit.map",
            "Exhibit A",
            "Map",
            (body(Text("1 Main Street"), LineBreak(), Text("Northfield")),),
        ),
    )
    return Agreement(
        Document(
            Properties(
                "Interlocal Agreement", "Northfield", "School officers", "en-US", "2026-07-01"
            ),
            Furniture("Interlocal Agreement", "DRAFT", "July 1, 2026", "DRAFT", "Invented example"),
            blocks,
        ),
        SCHEME,
        Provenance(
            "mou-builder 0",
            "lib",
            "ans",
            "2026-07-01",
            (ClauseRecord("funding.cost_share", 1, "hard_line", "abc"),),
        ),
        "interlocal",
    )


@pytest.fixture
def style() -> HouseStyle:
    """Return a house style without a look."""
    return STYLE


@pytest.fixture
def holding(agreement: Agreement) -> Callable[..., Agreement]:
    """Return a maker of agreements that hold these blocks alone."""

    def made(*blocks: AgreementBlock) -> Agreement:
        furniture = Furniture("Agreement")
        document = replace(agreement.document, blocks=blocks, furniture=furniture)
        return replace(agreement, document=document)

    return made

"""A sizeable agreement between plainly fictional parties, with every block the model has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

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
from mou_builder.model.style import Forms, HouseStyle, NumberingScheme
from tests.writers_word.schemes import SCHEMES, counted, counted_in_exhibit

STYLES = Path(__file__).parents[2] / "templates" / "styles"
BLANK = Blank("funding.amount", "first-year amount")
STAFFING = ("the SRO's Schools", "hours", "absences", "uniform", "office", "vehicle")
FILLER = (
    "The Agency shall assign each SRO to the Schools listed in the table and shall keep that"
    " assignment for the whole School Year. The District shall give each SRO a private office, a"
    " locked cabinet, a telephone and access to the network. If an SRO is absent for more than"
    " three School Days, the Agency shall send a substitute with the same training."
)


def house(name: str = "standard") -> HouseStyle:
    """Return a shipped house style, as the source would read it."""
    reference = (STYLES / name / "reference.docx").read_bytes()
    return HouseStyle(name, name, "decimal", Forms(), SCHEMES, reference)


def agreement(
    scheme: str = "decimal", *, form: str = "columns", final: bool = False, copies: int = 1
) -> Agreement:
    """Return the sample under a numbering scheme; more `copies` of its articles make it longer."""
    numbering = SCHEMES[scheme]
    provisions = _provisions(numbering, copies)
    blocks = (*_opening(), *provisions, *_closing(form), *_exhibits(numbering))
    return Agreement(
        Document(_properties(), _furniture(final=final), tuple(_linked(blocks, numbering))),
        numbering,
        Provenance(
            "mou-builder 0.1.0",
            "a" * 64,
            "b" * 64,
            "2026-07-01",
            (ClauseRecord("funding.share", 1, "percentage", "c" * 64),),
        ),
        "mou",
        final=final,
    )


def of_blocks(*blocks: AgreementBlock, scheme: str = "decimal") -> Agreement:
    """Return the sample with other blocks, as they are."""
    whole = agreement(scheme)
    return replace(whole, document=replace(whole.document, blocks=blocks))


def paragraph(*inlines: Inline | str, role: Role = Role.BODY, label: str = "") -> Paragraph[Inline]:
    """Return a paragraph; plain strings are text."""
    made = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    return Paragraph(role, made, label)


def provision(
    anchor: str, heading: str = "", *content: AgreementBlock | str, open_: bool = False
) -> Provision[Inline]:
    """Return a provision whose number is still to be counted; plain strings are paragraphs."""
    blocks = tuple(paragraph(each) if isinstance(each, str) else each for each in content)
    clause = None if "#" in anchor else anchor
    return Provision(anchor, 0, heading, blocks, clause=clause, provisional=open_)


def reference(anchor: str) -> CrossReference:
    """Return a reference whose label is still to be looked up."""
    return CrossReference(anchor, "", "", "the provision")


# --- the parts ---------------------------------------------------------------------------------


def _properties() -> Properties:
    return Properties(
        title="Memorandum of Understanding for the School Resource Officer Program",
        author="Northfield School District No. 4; City of Northfield",
        subject="School resource officers",
        language="en-US",
        as_of="2026-07-01",
    )


def _furniture(*, final: bool) -> Furniture:
    if final:
        return Furniture("Northfield SRO Program MOU")
    return Furniture(
        "Northfield SRO Program MOU",
        "DRAFT",
        "July 1, 2026",
        "DRAFT",
        "Illustration from made-up facts; not an agreement of anybody",
    )


def _opening() -> tuple[AgreementBlock, ...]:
    return (
        paragraph("Memorandum of Understanding", role=Role.TITLE),
        paragraph("School Resource Officer Program", role=Role.SUBTITLE),
        paragraph("Northfield School District No. 4 and City of Northfield", role=Role.SUBTITLE),
        paragraph(
            "Draft for review by counsel; binds no party until approved by its governing body and"
            " signed",
            role=Role.NOTICE,
        ),
        Contents("Table of Contents"),
        paragraph(
            "This Memorandum of Understanding (this ",
            Definition("MOU"),
            ") is made and entered into as of ",
            Filled("July 1, 2026", "term.reference_date"),
            " by the following parties (each a ",
            Definition("Party"),
            "):",
            role=Role.PREAMBLE,
        ),
        paragraph(
            Filled("Northfield School District No. 4", "parties.1.legal_name"),
            ", a Washington public school district (the ",
            Definition("District"),
            "); and",
            role=Role.PARTY,
        ),
        paragraph(
            Filled("City of Northfield", "parties.2.legal_name"),
            ", a Washington municipal corporation, acting through its police department (the ",
            Definition("Agency"),
            ").",
            role=Role.PARTY,
        ),
        paragraph("Recitals", role=Role.RECITALS_HEADING),
        paragraph(
            "The ",
            TermUse("District", "District"),
            " operates public schools in the City of Northfield.",
            role=Role.RECITAL_NUMBERED,
            label="A.",
        ),
        paragraph(
            "The parties may cooperate under ",
            Citation("wa.interlocal", "chapter 39.34 RCW", "read", open=True),
            ".",
            role=Role.RECITAL_NUMBERED,
            label="B.",
        ),
        paragraph("WHEREAS, a third reason is given without a letter; and", role=Role.RECITAL),
        paragraph("The parties therefore agree as follows:", role=Role.OPERATIVE),
    )


def _provisions(scheme: NumberingScheme, copies: int) -> list[Provision[Inline]]:
    articles = [
        _purpose(),
        _staffing(),
        _funding(),
        *(_more(copy) for copy in range(copies)),
        _term(),
    ]
    if not scheme.articles:
        articles = [section for each in articles for section in each.content]  # type: ignore[misc]
    return counted(articles, scheme)


def _purpose() -> Provision[Inline]:
    return provision(
        "article:purpose",
        "Purpose",
        provision(
            "purpose.aims",
            "Aims",
            paragraph(
                "This MOU sets out how the parties run the program. ",
                Emphasis("Nothing here", italic=True),
                " gives rights to others; ",
                Emphasis("see", bold=True, italic=True),
                " ",
                reference("term.ending"),
                " and ",
                reference("staffing.duties#2"),
                ".",
            ),
            "A second paragraph of the same section stands below the first one, at the same place,"
            " and is long enough to show where its second line starts.",
        ),
        provision(
            "purpose.school_year",
            "School Year",
            paragraph(
                Definition("School Year"),
                " means the period from September 1 to June 30. ",
                Emphasis("Days", bold=True),
                " are calendar days.",
            ),
        ),
    )


def _staffing() -> Provision[Inline]:
    return provision(
        "article:staffing",
        "Staffing and Duties",
        provision(
            "staffing.number",
            "Number",
            paragraph(
                "The Agency shall assign ", Filled("2", "staffing.officers"), " SROs, as shown:"
            ),
            _schools(),
            "The table may be changed by a writing that both Parties sign.",
        ),
        provision(
            "staffing.duties",
            "Duties",
            "The Agency shall require each SRO to:",
            provision("staffing.duties#1", "", "patrol the School's grounds;"),
            provision(
                "staffing.duties#2",
                "",
                "advise the principal on:",
                provision("staffing.duties#3", "", "drills; and"),
                provision(
                    "staffing.duties#4",
                    "",
                    "visitors, which includes everybody who is neither a student nor employed at"
                    " the School, and whoever comes with them for whatever reason; and",
                ),
            ),
            provision("staffing.duties#5", "", "keep a log.", "The log is a public record."),
            "This list does not limit lawful authority.",
        ),
        provision(
            "staffing.equipment",
            "Equipment",
            "The District shall provide:",
            BulletList(
                (
                    (paragraph("a private office;"),),
                    (paragraph("a telephone; and"), paragraph("The number is given to parents.")),
                    (paragraph("access to the network, under the rules that hold for staff."),),
                )
            ),
        ),
        provision(
            "staffing.risk",
            "Search and Seizure",
            "An SRO who searches a student follows the law that binds a police officer.",
            open_=True,
        ),
    )


def _schools() -> Table[Inline]:
    return Table(
        "Schools and officers",
        ("left", "center", "right"),
        _row("School", "Level", "Officers"),
        (
            _row("Northfield High School", "high", "1"),
            _row("Harbor Middle School", "middle", "1"),
            replace(_row("Total", "", "2"), total=True),
        ),
    )


def _funding() -> Provision[Inline]:
    costs = Table(
        "First-year cost",
        ("left", "right", "right"),
        _row("Cost line", "Full cost", "District's share"),
        (
            _row("Salary and benefits of two officers", "$280,000.00", "$140,000.00"),
            _row("Vehicles and equipment", "$24,600.00", "$12,300.00"),
            replace(_row("Total", "$304,600.00", "$152,300.00"), total=True),
        ),
    )
    return provision(
        "article:funding",
        "Funding",
        provision(
            "funding.share",
            "Cost Sharing",
            paragraph(
                "The District shall pay the Agency ",
                BLANK,
                " for the first year, as computed in the table and billed under ",
                reference("funding.invoices"),
                " and ",
                ExhibitUse("exhibit:schools", "Exhibit A"),
                ".",
            ),
            costs,
        ),
        provision(
            "funding.invoices",
            "Invoices",
            paragraph(
                "The Agency shall send each invoice to:",
                LineBreak(),
                "1 Main Street",
                LineBreak(),
                "Northfield, WA 98000",
            ),
        ),
    )


def _more(copy: int) -> Provision[Inline]:
    return provision(
        f"article:more{copy}",
        f"Further Matters {copy + 1}",
        *(
            provision(f"more{copy}.{name.split()[-1].lower()}", f"On {name}", FILLER)
            for name in STAFFING
        ),
    )


def _term() -> Provision[Inline]:
    return provision(
        "article:term",
        "Term and Termination",
        provision("term.length", "Length", "This MOU begins on July 1, 2026 and ends in 2029."),
        provision(
            "term.ending",
            "Ending Early",
            paragraph(
                "Either Party may end this MOU by notice of 30 days. ",
                reference("article:funding"),
                " and ",
                reference("staffing.duties#4"),
                " survive its end.",
            ),
        ),
    )


def _closing(form: str) -> tuple[AgreementBlock, ...]:
    return (
        paragraph("This MOU may be signed in counterparts.", role=Role.CLOSING),
        SignatureBlock(
            (Text("The Parties sign this MOU through officers who may bind them."),),
            (
                _signed("Northfield School District No. 4", "", "Superintendent"),
                _signed("City of Northfield", "by and through its police department", "Mayor"),
                _signed("Harbor Charter Academy", "", "Head of School", attested=False),
            ),
            form,
        ),
    )


def _signed(
    name: str, through: str, title: str, *, attested: bool = True
) -> PartySignature[Inline]:
    clerk = SignatureLine("Attest", (Blank("p", "name"),), (Text("Clerk"),), dated=False)
    counsel = SignatureLine("Approved as to form", (), (Text("Counsel"),), dated=False)
    return PartySignature(
        (Text(name),),
        (Text(through),) if through else (),
        (SignatureLine("By", (Blank("p", "name"),), (Text(title),)),),
        (clerk, counsel) if attested else (),
        ((Text("Resolution No. 26-14, adopted June 9, 2026"),),) if attested else (),
    )


def _exhibits(scheme: NumberingScheme) -> tuple[AgreementBlock, ...]:
    return (
        Exhibit(
            "exhibit:schools",
            "Exhibit A",
            "Schools and Contacts",
            (
                paragraph("The Schools are these:", role=Role.EXHIBIT_BODY),
                *counted_in_exhibit(
                    [
                        provision(
                            "exhibit:schools#1",
                            "",
                            "Northfield High School, with:",
                            provision("exhibit:schools#2", "", "its annex; and"),
                            provision("exhibit:schools#3", "", "its fields."),
                            "Both are open all year.",
                        ),
                        provision("exhibit:schools#4", "", "Harbor Middle School."),
                    ],
                    scheme,
                ),
            ),
        ),
        Exhibit(
            "exhibit:invoice",
            "Exhibit B",
            "Form of Invoice",
            (
                *counted_in_exhibit(
                    [provision("exhibit:invoice#1", "", "Number and date.")], scheme
                ),
                paragraph("Use this table:", role=Role.EXHIBIT_BODY),
                replace(_schools(), caption="Form"),
            ),
        ),
    )


def _row(*cells: str) -> Row[Inline]:
    return Row(tuple((Text(each),) for each in cells))


# --- references --------------------------------------------------------------------------------


def _linked(
    blocks: tuple[AgreementBlock, ...], scheme: NumberingScheme
) -> Iterator[AgreementBlock]:
    targets = {each.anchor: each for each in _all(blocks)}
    for block in blocks:
        yield _with_labels(block, targets, scheme)


def _all(blocks: tuple[AgreementBlock, ...]) -> Iterator[Provision[Inline]]:
    for block in blocks:
        if isinstance(block, Provision):
            yield block
            yield from _all(block.content)


def _with_labels(
    block: AgreementBlock, targets: dict[str, Provision[Inline]], scheme: NumberingScheme
) -> AgreementBlock:
    if isinstance(block, Paragraph):
        inlines = (_labelled(each, targets, scheme) for each in block.inlines)
        return replace(block, inlines=tuple(inlines))
    if isinstance(block, Provision):
        inside = (_with_labels(each, targets, scheme) for each in block.content)
        return replace(block, content=tuple(inside))
    return block


def _labelled(
    inline: Inline, targets: dict[str, Provision[Inline]], scheme: NumberingScheme
) -> Inline:
    if not isinstance(inline, CrossReference) or inline.label or inline.anchor not in targets:
        return inline
    target = targets[inline.anchor]
    noun = scheme.levels[target.level].noun if target.label else ""
    return replace(inline, noun=noun, label=target.label)

"""The document: the one value that every writer prints and every report reads.

A Draft and an Agreement share these blocks; only a draft's inlines may hold a pending reference.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

# --- inlines -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the clause or of the program."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Bold or italic words."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """Words that came from an answer, with the answer's path."""

    words: str
    answer: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A visible blank: a neutral `label` ("first-year amount"), the `question` that fills it."""

    question: str
    label: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation of law. `open` marks one that counsel has still to confirm.

    `named`: the words are the law's name ("the Public Records Act") in the citation's place.
    """

    fact: str
    words: str
    evidence: str
    open: bool
    named: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """The term where it is defined, printed bold between quotation marks."""

    term: str


@dataclass(frozen=True, slots=True)
class TermUse:
    """A defined term in use; `words` is what is printed ("the Districts'")."""

    term: str
    words: str


@dataclass(frozen=True, slots=True)
class PendingReference:
    """A reference to a clause by id, before numbers exist; `item` is an anchor inside it."""

    clause: str
    item: str | None
    from_clause: str


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A live reference: `noun` ("Section", or empty), then the label that a REF field shows.

    For an unnumbered target `label` is empty and `name` printed ("the provision on cost sharing").
    """

    anchor: str
    noun: str
    label: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ExhibitUse:
    """A reference to an exhibit by its letter: "Exhibit A"."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph, as in an address."""


Inline: TypeAlias = (
    "Text | Emphasis | Filled | Blank | Citation | Definition | TermUse"
    " | CrossReference | ExhibitUse | LineBreak"
)
DraftInline: TypeAlias = "Inline | PendingReference"
I = TypeVar("I")

# --- blocks ------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a paragraph is for; the house style gives each role a named Word style."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    NOTICE = "notice"
    PREAMBLE = "preamble"
    PARTY = "party"
    RECITALS_HEADING = "recitals_heading"
    RECITAL = "recital"
    RECITAL_NUMBERED = "recital_numbered"
    OPERATIVE = "operative"
    BODY = "body"
    CONTENTS_HEADING = "contents_heading"
    ARTICLE_HEADING = "article_heading"
    CLOSING = "closing"
    TABLE_CAPTION = "table_caption"
    EXHIBIT_HEADING = "exhibit_heading"
    EXHIBIT_BODY = "exhibit_body"


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[I]):
    """One paragraph in the role it plays. `label` is a numbered recital's number, else empty."""

    role: Role
    inlines: tuple[I, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Provision(Generic[I]):
    """An article, section or subsection.

    `level` counts from 0 within the numbering scheme; `number` is the own number as printed before
    the text ("(a)"), `label` the full context a reference shows ("3.7(a)"); both are empty when the
    scheme does not number that level. `content` is what follows the heading in reading order: the
    first paragraph carries the number, and numbered parts are Provisions one level deeper.
    `clause` is the library clause, with `provisional` true while a draft's condition or risk choice
    is open (in brackets). With neither number nor heading it prints its paragraphs alone.
    """

    anchor: str
    level: int
    heading: str
    content: tuple[Block[I], ...]
    number: str = ""
    label: str = ""
    clause: str | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class BulletList(Generic[I]):
    """Bulleted items, each a tuple of blocks."""

    items: tuple[tuple[Block[I], ...], ...]


@dataclass(frozen=True, slots=True)
class Row(Generic[I]):
    """A table row; a `total` row is set off."""

    cells: tuple[tuple[I, ...], ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[I]):
    """A data table with a header row that repeats on each page."""

    caption: str
    alignments: tuple[str, ...]
    header: Row[I]
    rows: tuple[Row[I], ...]


@dataclass(frozen=True, slots=True)
class SignatureLine(Generic[I]):
    """One line to sign: `caption` ("By", "Attest", "Approved as to form"), name and office."""

    caption: str
    name: tuple[I, ...]
    title: tuple[I, ...]
    dated: bool = True


@dataclass(frozen=True, slots=True)
class PartySignature(Generic[I]):
    """One party's part of the signature block.

    `through` are the words "acting through ...", or none; `notes` such as a resolution.
    """

    party: tuple[I, ...]
    through: tuple[I, ...]
    signatories: tuple[SignatureLine[I], ...]
    attests: tuple[SignatureLine[I], ...] = ()
    notes: tuple[tuple[I, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Certification(Generic[I]):
    """What an officer certifies on the face of the contract: a title, words, and a line to sign."""

    title: tuple[I, ...]
    words: tuple[I, ...]
    line: SignatureLine[I]


@dataclass(frozen=True, slots=True)
class SignatureBlock(Generic[I]):
    """The execution: a lead-in, each party's block, `stacked` or in `columns`, and certificates."""

    lead: tuple[I, ...]
    parties: tuple[PartySignature[I], ...]
    form: str
    certificates: tuple[Certification[I], ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibit(Generic[I]):
    """An exhibit on its own pages: its letter ("Exhibit A"), title and content."""

    anchor: str
    label: str
    title: str
    content: tuple[Block[I], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents stands; writers fill it from the numbered headings."""

    heading: str


Block: TypeAlias = (
    "Paragraph[I] | Provision[I] | BulletList[I] | Table[I] | SignatureBlock[I] | Exhibit[I]"
    " | Contents"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands outside the text: header and footer words, draft mark, first-page notice.

    `draft_mark` ("DRAFT") and `draft_date` are empty in a final document; `watermark` is the word
    across the page, or empty; `first_page_notice` is printed in the first page's header.
    """

    short_title: str
    draft_mark: str = ""
    draft_date: str = ""
    watermark: str = ""
    first_page_notice: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """The document's own properties: title, author (the parties), subject, language, date as of."""

    title: str
    author: str
    subject: str
    language: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Document(Generic[I]):
    """A whole document in reading order."""

    properties: Properties
    furniture: Furniture
    blocks: tuple[Block[I], ...]


AgreementBlock: TypeAlias = "Block[Inline]"
DraftBlock: TypeAlias = "Block[DraftInline]"

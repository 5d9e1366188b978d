"""Plain text: one line a paragraph, numbers before it, indented by level, tables aligned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from mou_builder.model.agreement import Agreement
from mou_builder.model.document import (
    Certification,
    Furniture,
    Inline,
    PartySignature,
    Role,
    SignatureBlock,
)
from mou_builder.model.reading import (
    Kind,
    Line,
    PlacedTable,
    Printed,
    Signing,
    reading_order,
    signing,
    text_of,
)
from mou_builder.model.style import HouseStyle
from mou_builder.writers import Writer

STEP = "    "
RULE = "_" * 34
BULLET = "\u2022"
# Lines of these kinds and roles follow one another without an empty line between them.
CLOSE = frozenset({(Kind.CONTENTS, Role.BODY), (Kind.BULLET, Role.BODY)})


def write(agreement: Agreement, style: HouseStyle) -> bytes:
    """Return the agreement as UTF-8 text, the draft's marks above it."""
    del style  # a style's look has no place in plain text; its forms are in the words already
    furniture = _furniture(agreement.document.furniture)
    return (furniture + plain_text(agreement)).encode()


def plain_text(agreement: Agreement, *, numbers: bool = True) -> str:
    """Return the words of the document as lines.

    Without `numbers` all that is no word of the text is left out: automatic numbers, bullets and
    rules. What an independent reader finds in the Word file equals that, but for white space.
    """
    paragraphs: list[str] = []
    close = None
    for printed in reading_order(agreement.document, agreement.scheme):
        text = _printed(printed, numbers=numbers)
        kind = (printed.kind, printed.role) if isinstance(printed, Line) else None
        if paragraphs and not (kind in CLOSE and kind == close):
            paragraphs.append("")
        paragraphs.append(text)
        close = kind
    return "\n".join(paragraphs) + "\n"


def _furniture(furniture: Furniture) -> str:
    mark = " ".join(each for each in (furniture.draft_mark, furniture.draft_date) if each)
    lines = [each for each in (furniture.first_page_notice, mark) if each]
    return "".join(f"{line}\n\n" for line in lines)


def _printed(printed: Printed, *, numbers: bool) -> str:
    match printed:
        case Line():
            return _line(printed, numbers=numbers)
        case PlacedTable():
            return "\n".join(_table(printed, numbers=numbers))
        case SignatureBlock():
            return "\n".join(_signatures(printed, numbers=numbers))
        case _:
            assert_never(printed)


def _line(line: Line, *, numbers: bool) -> str:
    words = " ".join(each for each in (line.heading, text_of(line.inlines)) if each)
    if line.kind is Kind.EXHIBIT:
        return f"{line.number}\n{words}" if numbers else words
    if line.kind is Kind.CONTENTS:
        return _numbered(line.number, words)
    number = BULLET if line.kind is Kind.BULLET else line.number
    indent = STEP * line.depth
    text = _numbered(number, words) if numbers else words
    return indent + text.replace("\n", f"\n{indent}{STEP if number else ''}")


def _numbered(number: str, words: str) -> str:
    return f"{number}  {words}" if number else words


def _table(placed: PlacedTable, *, numbers: bool) -> Iterator[str]:
    table, indent = placed.table, STEP * placed.depth
    if table.caption:
        yield indent + table.caption
    rows = [[_cell(cell) for cell in row.cells] for row in (table.header, *table.rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for index, row in enumerate(rows):
        cells = map(_aligned, row, widths, table.alignments)
        yield (indent + "  ".join(cells)).rstrip()
        if index == 0 and numbers:
            yield indent + "  ".join("-" * width for width in widths)


def _cell(inlines: Iterable[Inline]) -> str:
    return text_of(inlines).replace("\n", " ")


def _aligned(cell: str, width: int, alignment: str) -> str:
    if alignment == "right":
        return cell.rjust(width)
    return cell.center(width) if alignment == "center" else cell.ljust(width)


def _signatures(block: SignatureBlock[Inline], *, numbers: bool) -> Iterator[str]:
    if block.lead:
        yield text_of(block.lead)
    for party in block.parties:
        yield ""
        yield from _party(party, numbers=numbers)
    for certificate in block.certificates:
        yield ""
        yield from _certificate(certificate, numbers=numbers)


def _party(party: PartySignature[Inline], *, numbers: bool) -> Iterator[str]:
    for words in (party.party, party.through):
        if words:
            yield text_of(words)
    for line in (*party.signatories, *party.attests):
        yield ""
        for part in signing(line):
            yield _signing(part, numbers=numbers)
    if party.notes:
        yield ""
    for note in party.notes:
        yield text_of(note)


def _certificate(certificate: Certification[Inline], *, numbers: bool) -> Iterator[str]:
    yield text_of(certificate.title)
    yield text_of(certificate.words)
    yield ""
    for part in signing(certificate.line):
        yield _signing(part, numbers=numbers)


def _signing(part: Signing, *, numbers: bool) -> str:
    if part.rule:
        return f"{part.label} {RULE}" if numbers else part.label
    return f"{part.label} {text_of(part.inlines)}"


WRITER = Writer("txt", ".txt", "plain text", write)

"""Writes signature blocks: each party's stays whole, and none stands alone on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mou_builder.model.document import (
    Certification,
    Inline,
    PartySignature,
    SignatureBlock,
    SignatureLine,
)
from mou_builder.model.reading import signing
from mou_builder.ooxml.elements import (
    Element,
    add,
    element,
    paragraph,
    run,
    set_style,
    style_of,
    text_of,
)
from mou_builder.writers.word.composition import Composition
from mou_builder.writers.word.looks import Variant
from mou_builder.writers.word.tables import cell, grid

# Points of height: what fits on a page below some text, and what each part takes.
_FITS = 500
_LINE, _LETTERS_OF_A_LINE, _ROW = 15, 40, 12
_ROOM_ABOVE = {"signature_line": 26, "signature_date": 14, "signature_note": 8}


def add_signatures(block: SignatureBlock[Inline], made: Composition) -> None:
    """Append the signatures, kept with the paragraph before them.

    All are kept on one page if they fit; else each party's block stays whole.
    """
    made.keep_last_with_next()
    if block.lead:
        made.add(made.looks.id("signature_lead"), block.lead)
    half = made.width // 2
    widths = [half, made.width - half]
    rows = list(_rows(block, made))
    written = element("tbl")
    written.append(_properties(made))
    written.append(grid(widths))
    room = {made.looks.id(part): above for part, above in _ROOM_ABOVE.items()}
    certified = [_certificate(each, made) for each in block.certificates]
    wide = [[each] for each in certified]
    whole = sum(_height(cells, room) for cells in (*rows, *wide)) <= _FITS
    for cells in (*rows, *wide):
        if not whole:
            _let_go(cells, made)
    written.extend(_row(cells, widths) for cells in rows)
    written.extend(_wide_row(content, widths) for content in certified)
    made.blocks.append(written)


def _rows(block: SignatureBlock[Inline], made: Composition) -> Iterator[list[list[Element]]]:
    """Yield the rows, each of one or two cells: two parties, or a party and who attests."""
    if block.form == "columns":
        for at in range(0, len(block.parties), 2):
            pair = block.parties[at : at + 2]
            yield [_whole_party(each, made) for each in pair]
        return
    for party in block.parties:
        beside = [*_signed(party.attests, made), *_notes(party, made)]
        if party.attests:
            yield [_party(party, made), beside]
        else:
            yield [[*_party(party, made), *beside]]


def _whole_party(party: PartySignature[Inline], made: Composition) -> list[Element]:
    return [*_party(party, made), *_signed(party.attests, made), *_notes(party, made)]


def _party(party: PartySignature[Inline], made: Composition) -> list[Element]:
    written = [_paragraph("signature_party", party.party, made)]
    if party.through:
        written.append(_paragraph("signature_through", party.through, made))
    written.extend(_signed(party.signatories, made))
    return written


def _certificate(certificate: Certification[Inline], made: Composition) -> list[Element]:
    """Return the title, the words that are certified, and the lines of who certifies them."""
    return [
        _paragraph("signature_party", certificate.title, made),
        _paragraph("signature_detail", certificate.words, made),
        *_signed([certificate.line], made),
    ]


def _notes(party: PartySignature[Inline], made: Composition) -> Iterator[Element]:
    return (_paragraph("signature_note", note, made) for note in party.notes)


def _signed(lines: Iterable[SignatureLine[Inline]], made: Composition) -> Iterator[Element]:
    for line in lines:
        for at, part in enumerate(signing(line)):
            label = run(part.label if part.rule else f"{part.label} ")
            style = "signature_detail"
            if part.rule:
                style = "signature_line" if at == 0 else "signature_date"
            yield _paragraph(style, part.inlines, made, before=[label])


def _paragraph(
    part: str, inlines: Iterable[Inline], made: Composition, before: Sequence[Element] = ()
) -> Element:
    words = made.runs(inlines)
    return paragraph(made.looks.id(part), [*before, *words])


def _properties(made: Composition) -> Element:
    written = element("tblPr")
    add(written, "tblStyle", val=made.looks.id("signature_table"))
    add(written, "tblW", w=str(made.width), type="dxa")
    add(written, "tblLayout", type="fixed")
    off = dict.fromkeys(("firstRow", "lastRow", "firstColumn", "lastColumn"), "0")
    add(written, "tblLook", val="0600", **off, noHBand="1", noVBand="1")
    add(written, "tblCaption", val="Signatures")
    add(written, "tblDescription", val="Lines for each party to sign, laid out side by side")
    return written


def _row(cells: Sequence[Sequence[Element]], widths: Sequence[int]) -> Element:
    written = element("tr")
    traits = add(written, "trPr")
    missing = len(widths) - len(cells)
    if missing:
        add(traits, "gridAfter", val=str(missing))
        add(traits, "wAfter", w=str(widths[-1]), type="dxa")
    add(traits, "cantSplit")
    for at, content in enumerate(cells):
        written.append(cell(widths[at], list(content)))
    return written


def _wide_row(content: Sequence[Element], widths: Sequence[int]) -> Element:
    """Return a row of one cell across all columns."""
    written = element("tr")
    add(add(written, "trPr"), "cantSplit")
    written.append(cell(sum(widths), list(content), columns=len(widths)))
    return written


def _height(cells: Sequence[Sequence[Element]], room: Mapping[str, int]) -> int:
    """Return about how high a row is, in points."""
    return _ROW + max(
        sum(
            room.get(style_of(each), 0) + _LINE * (1 + len(text_of(each)) // _LETTERS_OF_A_LINE)
            for each in content
        )
        for content in cells
    )


def _let_go(cells: Sequence[Sequence[Element]], made: Composition) -> None:
    """Let a page end after this row; the row itself cannot split."""
    for content in cells:
        for block in content:
            set_style(block, made.looks.variant(style_of(block), Variant.ALONE))

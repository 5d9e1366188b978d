"""Writes tables: header rows that repeat, rows that stay whole, columns as wide as they need."""

from __future__ import annotations

from collections.abc import Sequence

from mou_builder.model.document import Inline, Row, Table
from mou_builder.model.reading import text_of
from mou_builder.ooxml.elements import Element, add, element, paragraph, run
from mou_builder.ooxml.named_styles import ALIGNMENTS
from mou_builder.writers.word.composition import Composition
from mou_builder.writers.word.looks import Variant

# Room for a small letter, for a capital and for a cell's margins, in twentieths of a point: on the
# wide side for the faces and the bold headings in use.
_LETTER, _CAPITAL = 118, 170
_MARGINS = 230
_NARROWEST = 470
_LONGEST_COUNTED = 60 * _LETTER
# A table of at most so many rows stays on one page.
_KEPT_WHOLE = 12


def add_table(table: Table[Inline], made: Composition) -> None:
    """Append a table, under its caption when it has one."""
    if table.caption:
        made.add(made.looks.id("table_caption"), before=[run(table.caption)])
    widths = column_widths(table, made.width)
    total = bool(table.rows) and table.rows[-1].total
    written = element("tbl")
    written.append(_properties(table, made, total=total))
    written.append(grid(widths))
    last = len(table.rows)
    missing = len(widths) - len(table.alignments)
    alignments = (*table.alignments, *("left",) * missing)
    for at, row in enumerate((table.header, *table.rows)):
        kept = at < last and (last <= _KEPT_WHOLE or at in {0, last - 1})
        part = "heading" if at == 0 else "total" if row.total else "text"
        styles = [_cell_style(part, each, made, kept=kept) for each in alignments]
        written.append(_row(row, styles, widths, made, header=at == 0))
    made.blocks.append(written)


def column_widths(table: Table[Inline], width: int) -> list[int]:
    """Return the columns' widths, in all `width`: by content, and no word broken if it fits."""
    rows = (table.header, *table.rows)
    columns = [[text_of(row.cells[at]) for row in rows] for at in range(len(table.header.cells))]
    least = [max(*map(_longest_word, column), _NARROWEST) + _MARGINS for column in columns]
    wanted = [
        max(low, min(max(map(_length, column)), _LONGEST_COUNTED) + _MARGINS)
        for low, column in zip(least, columns, strict=True)
    ]
    return _fitted(least, wanted, width)


def grid(widths: Sequence[int]) -> Element:
    """Return a table's column grid."""
    made = element("tblGrid")
    for width in widths:
        add(made, "gridCol", w=str(width))
    return made


def cell(width: int, content: Sequence[Element], columns: int = 1) -> Element:
    """Return a table cell with its paragraphs, which may span several columns."""
    made = element("tc")
    traits = add(made, "tcPr")
    add(traits, "tcW", w=str(width), type="dxa")
    if columns > 1:
        add(traits, "gridSpan", val=str(columns))
    made.extend(content)
    return made


def _fitted(least: list[int], wanted: list[int], width: int) -> list[int]:
    if sum(wanted) <= width:
        # What is left goes to the columns in proportion, so that the table spans the text.
        shares = wanted
        widths = [each * width // sum(shares) for each in shares]
    elif sum(least) <= width:
        spare, asked = width - sum(least), sum(wanted) - sum(least)
        pairs = zip(least, wanted, strict=True)
        widths = [low + (high - low) * spare // asked for low, high in pairs]
    else:
        widths = [each * width // sum(least) for each in least]
    widths[-1] += width - sum(widths)
    return widths


def _longest_word(text: str) -> int:
    # A no-break space holds words together as one.
    return max((_length(each) for each in text.replace("\u00a0", "x").split()), default=0)


def _length(text: str) -> int:
    return _LETTER * len(text) + (_CAPITAL - _LETTER) * sum(map(str.isupper, text))


def _properties(table: Table[Inline], made: Composition, *, total: bool) -> Element:
    written = element("tblPr")
    add(written, "tblStyle", val=made.looks.id("table"))
    add(written, "tblW", w=str(made.width), type="dxa")
    add(written, "tblLayout", type="fixed")
    add(
        written,
        "tblLook",
        val="0660" if total else "0620",
        firstRow="1",
        lastRow="1" if total else "0",
        firstColumn="0",
        lastColumn="0",
        noHBand="1",
        noVBand="1",
    )
    headings = ", ".join(text_of(each) for each in table.header.cells)
    add(written, "tblCaption", val=table.caption or headings)
    add(written, "tblDescription", val=f"Columns: {headings}")
    return written


def _row(
    row: Row[Inline],
    styles: Sequence[str],
    widths: Sequence[int],
    made: Composition,
    *,
    header: bool,
) -> Element:
    written = element("tr")
    traits = add(written, "trPr")
    add(traits, "cantSplit")
    if header:
        add(traits, "tblHeader")
    for style, width, inlines in zip(styles, widths, row.cells, strict=True):
        written.append(cell(width, [paragraph(style, made.runs(inlines))]))
    return written


def _cell_style(part: str, alignment: str, made: Composition, *, kept: bool) -> str:
    """Return the style of a cell; `kept` on one page with the next row."""
    known = alignment if alignment in ALIGNMENTS else "left"
    style = made.looks.id(f"table_{part}_{known}")
    # A heading's own style keeps it with the row below it.
    return made.looks.variant(style, Variant.WITH_NEXT) if kept and part != "heading" else style

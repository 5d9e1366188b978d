"""Markdown: headings, sections with their numbers as text, tables; every answer escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from mou_builder.model.agreement import Agreement
from mou_builder.model.document import (
    Blank,
    Certification,
    Citation,
    CrossReference,
    Definition,
    Emphasis,
    ExhibitUse,
    Filled,
    Furniture,
    Inline,
    LineBreak,
    PartySignature,
    Role,
    SignatureBlock,
    SignatureLine,
    TermUse,
    Text,
)
from mou_builder.model.reading import (
    Kind,
    Line,
    PlacedTable,
    Printed,
    reading_order,
    signing,
    text_of,
    words_of,
)
from mou_builder.model.style import HouseStyle
from mou_builder.writers import Writer

RULE = r"\_" * 24
BREAK = "\\\n"
# CommonMark 0.31, 2.4: a backslash before ASCII punctuation makes it literal.
SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
# What would start a list, heading, rule or setext line at the start of a paragraph.
AT_START = re.compile(r"(?m)^(\s*)([#+\-=]|\d{1,9}(?=[.)](?:\s|$)))")
HEADINGS = {
    Role.TITLE: "# ",
    Role.ARTICLE_HEADING: "## ",
    Role.RECITALS_HEADING: "## ",
    Role.CONTENTS_HEADING: "## ",
    Role.EXHIBIT_HEADING: "## ",
}


def write(agreement: Agreement, style: HouseStyle) -> bytes:
    """Return the agreement as Markdown in UTF-8, the draft's marks above it."""
    del style  # a style's look has no place in Markdown; its forms are in the words already
    blocks = list(_furniture(agreement.document.furniture))
    close = False
    for printed in reading_order(agreement.document, agreement.scheme):
        text = _printed(printed)
        listed = text.lstrip().startswith("- ")
        blocks.append(("\n" if listed and close else "\n\n") + text if blocks else text)
        close = listed
    return ("".join(blocks) + "\n").encode()


def escaped(text: str) -> str:
    """Return Markdown that reads as exactly this text, wherever in a line it stands."""
    return SPECIAL.sub(r"\\\g<0>", text)


def _furniture(furniture: Furniture) -> Iterator[str]:
    mark = " ".join(each for each in (furniture.draft_mark, furniture.draft_date) if each)
    lines = [each for each in (furniture.first_page_notice, mark) if each]
    if lines:
        yield "\n>\n".join(f"> {_started(escaped(line))}" for line in lines)


def _printed(printed: Printed) -> str:
    match printed:
        case Line():
            return _line(printed)
        case PlacedTable():
            return "\n".join(_table(printed))
        case SignatureBlock():
            return "\n\n".join(_signatures(printed))
        case _:
            assert_never(printed)


def _line(line: Line) -> str:
    match line.kind:
        case Kind.ARTICLE:
            return f"## {escaped(_joined(line.number, line.heading))}"
        case Kind.EXHIBIT:
            return f"## {escaped(_joined(f'{line.number}.', line.heading))}"
        case Kind.CONTENTS:
            return f"- {_started(escaped(_joined(line.number, line.heading)))}"
        case Kind.PARAGRAPH | Kind.PROVISION | Kind.CONTINUATION | Kind.BULLET:
            return _paragraph(line)
        case _:
            assert_never(line.kind)


def _paragraph(line: Line) -> str:
    heading = HEADINGS.get(line.role)
    if heading:
        return heading + _inlines(line.inlines).replace(BREAK, " ")
    words = _started(_inlines(line.inlines))
    if line.heading:
        words = _joined(f"**{escaped(_joined(line.number, line.heading))}**", words)
    elif line.number:
        words = _joined(_started(escaped(line.number)), words)
    indent = "  " * max(0, line.depth - 1)
    item = line.kind is Kind.BULLET or (line.kind is Kind.PROVISION and line.depth > 0)
    return (
        indent + ("- " if item else "") + words.replace("\n", f"\n{indent}{'  ' if item else ''}")
    )


def _joined(*words: str) -> str:
    return " ".join(each for each in words if each)


def _started(markdown: str) -> str:
    return AT_START.sub(_literal, markdown)


def _literal(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


# --- inlines -----------------------------------------------------------------------------------


def _inlines(inlines: Sequence[Inline]) -> str:
    words = [words_of(each) for each in inlines]
    texts = []
    for index, inline in enumerate(inlines):
        before = words[index - 1][-1:] if index else ""
        after = "".join(words[index + 1 : index + 2])[:1]
        texts.append(_inline(inline, before, after))
    return "".join(texts)


def _inline(inline: Inline, before: str, after: str) -> str:
    match inline:
        case Emphasis(text, bold, italic):
            return _emphasised(text, "*" * (2 * bold + italic), before, after)
        case Definition():
            return _emphasised(words_of(inline), "**", before, after)
        case Blank():
            return _blank(inline, after)
        case LineBreak():
            return BREAK
        case Text() | Filled() | Citation() | TermUse() | CrossReference() | ExhibitUse():
            return escaped(words_of(inline)).replace("\n", " ")
        case _:
            assert_never(inline)


def _emphasised(text: str, marks: str, before: str, after: str) -> str:
    """Return the words in emphasis marks; plain where CommonMark 6.2 would not see the marks."""
    words = text.strip()
    if not words or not marks:
        return escaped(text)
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    opens = words[0].isalnum() or lead or not before.isalnum()
    closes = words[-1].isalnum() or trail or not after.isalnum()
    if not (opens and closes):
        return escaped(text)
    return f"{lead}{marks}{escaped(words)}{marks}{trail}"


def _blank(blank: Blank, after: str) -> str:
    if after in ("(", "[", ":"):
        return escaped(words_of(blank))
    return f"[{escaped(blank.label)}]"


# --- tables and signatures ---------------------------------------------------------------------


def _table(placed: PlacedTable) -> Iterator[str]:
    table, indent = placed.table, "  " * max(0, placed.depth - 1)
    if table.caption:
        yield f"{indent}{_started(escaped(table.caption))}"
        yield ""
    yield indent + _row(_cell(cell) for cell in table.header.cells)
    yield indent + _row(_alignment(each) for each in table.alignments)
    for row in table.rows:
        yield indent + _row(map(_total if row.total else _cell, row.cells))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(inlines: Sequence[Inline]) -> str:
    return _inlines(inlines).replace(BREAK, "<br>").strip()


def _total(inlines: Sequence[Inline]) -> str:
    words = escaped(text_of(inlines)).replace("\n", "<br>").strip()
    return f"**{words}**" if words else ""


def _alignment(alignment: str) -> str:
    return {"right": "---:", "center": ":---:"}.get(alignment, ":---")


def _signatures(block: SignatureBlock[Inline]) -> Iterator[str]:
    if block.lead:
        yield _started(_inlines(block.lead))
    for party in block.parties:
        yield from _party(party)
    for certificate in block.certificates:
        yield from _certificate(certificate)


def _party(party: PartySignature[Inline]) -> Iterator[str]:
    names = [f"**{escaped(text_of(party.party))}**"]
    if party.through:
        names.append(_inlines(party.through))
    yield BREAK.join(names)
    for line in (*party.signatories, *party.attests):
        yield _signed(line)
    if party.notes:
        yield BREAK.join(_inlines(note) for note in party.notes)


def _certificate(certificate: Certification[Inline]) -> Iterator[str]:
    yield f"**{escaped(text_of(certificate.title))}**"
    yield _started(_inlines(certificate.words))
    yield _signed(certificate.line)


def _signed(line: SignatureLine[Inline]) -> str:
    return BREAK.join(
        f"{escaped(each.label)} {RULE if each.rule else _inlines(each.inlines)}"
        for each in signing(line)
    )


WRITER = Writer("md", ".md", "Markdown", write)

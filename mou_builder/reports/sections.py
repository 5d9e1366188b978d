"""The printed words of each part of an agreement: of a clause's section, and of all outside them.

Reports that look for a phrase where it must stand read it here, as the formats print it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from mou_builder.model.agreement import Agreement
from mou_builder.model.document import (
    AgreementBlock,
    Contents,
    Exhibit,
    Inline,
    Paragraph,
    Provision,
    Role,
    SignatureBlock,
)
from mou_builder.model.reading import (
    Line,
    PlacedTable,
    Printed,
    is_article,
    printed,
    signing,
    text_of,
)
from mou_builder.model.style import NumberingScheme


class Part(StrEnum):
    """What is printed outside articles and exhibits. An exhibit is named `exhibit.<id>`."""

    TITLE = "title"
    PREAMBLE = "preamble"
    RECITALS = "recitals"
    SIGNATURES = "signatures"


# A role that is not here belongs to the part that it stands in. A draft's notice is in no part.
_OPENS = {
    Role.TITLE: Part.TITLE,
    Role.SUBTITLE: Part.TITLE,
    Role.PREAMBLE: Part.PREAMBLE,
    Role.PARTY: Part.PREAMBLE,
    Role.RECITALS_HEADING: Part.RECITALS,
    Role.RECITAL: Part.RECITALS,
    Role.RECITAL_NUMBERED: Part.RECITALS,
    Role.OPERATIVE: Part.RECITALS,
    Role.CLOSING: Part.SIGNATURES,
}


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """One part of the agreement as it prints.

    `id` is the id of the clause or of the added provision, a Part, or `exhibit.<id>`. `label` is
    what a reader calls it: "Section 3.7", "Exhibit A", "recitals"; its heading where the scheme
    has no numbers. `text` is its number, heading, paragraphs, lists and tables, a line each.
    `provisional` is true while it stands in brackets.
    """

    id: str
    label: str
    heading: str
    text: str
    provisional: bool = False


def printed_sections(agreement: Agreement) -> dict[str, PrintedSection]:
    """Return each part that the agreement prints by its id, in reading order.

    A clause that is not printed is not among them, nor is a part without words.
    """
    found: dict[str, PrintedSection] = {}
    part: Part | None = None
    for block in agreement.document.blocks:
        match block:
            case Provision():
                found |= {each.id: each for each in _sections(block, agreement.scheme)}
                part = Part.SIGNATURES
            case Exhibit():
                text = _text([block], agreement.scheme)
                found[block.anchor] = PrintedSection(block.anchor, block.label, block.title, text)
            case _:
                part = _part(block, part)
                if part and not isinstance(block, Contents):
                    _add(found, part, _text([block], agreement.scheme))
    return found


def shows(text: str, phrase: str) -> bool:
    """Whether the words stand in the text, as whole words and figures.

    White space, capitals and the shape of quotation marks and hyphens make no difference; numbers
    do: `42` stands neither in `142` nor in `42.5`, and `417` not in `$417,094.00`.
    """
    words = plain(phrase)
    if not words:
        return False
    before = r"(?<!\w)(?<!\d[.,])" if words[0].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if words[-1].isalnum() else ""
    return re.search(before + re.escape(words) + after, plain(text)) is not None


def plain(text: str) -> str:
    """Return the text in the form in which words are compared."""
    return " ".join(text.translate(_SHAPES).casefold().split())


# Apostrophes, quotation marks, and the hyphens and dashes that people type for one another.
_SHAPES = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013", "''\"\"---")


# --- parts -------------------------------------------------------------------------------------


def _part(block: AgreementBlock, before: Part | None) -> Part | None:
    """Return the part that a block outside the articles belongs to."""
    if isinstance(block, SignatureBlock):
        return Part.SIGNATURES
    if isinstance(block, Paragraph):
        return None if block.role is Role.NOTICE else _OPENS.get(block.role, before)
    return before


def _add(found: dict[str, PrintedSection], part: Part, text: str) -> None:
    known = found.get(part)
    if known:
        found[part] = replace(known, text=f"{known.text}\n{text}")
    elif text:
        found[part.value] = PrintedSection(part.value, part.value, "", text)


def _sections(provision: Provision[Inline], scheme: NumberingScheme) -> Iterator[PrintedSection]:
    """Yield the sections of an article, or the provision itself where there are no articles."""
    if is_article(provision, scheme):
        for each in provision.content:
            if isinstance(each, Provision):
                yield from _sections(each, scheme)
        return
    yield PrintedSection(
        provision.clause or provision.anchor,
        _label(provision, scheme),
        provision.heading,
        _text([provision], scheme),
        provision.provisional,
    )


def _label(provision: Provision[Inline], scheme: NumberingScheme) -> str:
    """Return "Section 3.7"; the noun is left out where the label holds one ("Article 3")."""
    if not provision.label:
        return provision.heading or "unnumbered"
    noun = "" if " " in provision.label else scheme.levels[provision.level].noun
    return f"{noun} {provision.label}".strip()


# --- words -------------------------------------------------------------------------------------


def _text(blocks: Iterable[AgreementBlock], scheme: NumberingScheme) -> str:
    lines = (line for block in blocks for each in printed(block, scheme) for line in _lines(each))
    return "\n".join(line for line in lines if line)


def _lines(part: Printed) -> Iterator[str]:
    match part:
        case Line():
            words = (part.number, part.heading, text_of(part.inlines))
            yield " ".join(each for each in words if each)
        case PlacedTable(table):
            yield table.caption
            for row in (table.header, *table.rows):
                yield " ".join(text_of(cell) for cell in row.cells)
        case SignatureBlock():
            yield from _signatures(part)
        case _:
            assert_never(part)


def _signatures(block: SignatureBlock[Inline]) -> Iterator[str]:
    yield text_of(block.lead)
    for party in block.parties:
        yield text_of(party.party)
        yield text_of(party.through)
        for line in (*party.signatories, *party.attests):
            for each in signing(line):
                yield f"{each.label} {text_of(each.inlines)}".strip()
        for note in party.notes:
            yield text_of(note)
    for certificate in block.certificates:
        yield text_of(certificate.title)
        yield text_of(certificate.words)
        for each in signing(certificate.line):
            yield f"{each.label} {text_of(each.inlines)}".strip()

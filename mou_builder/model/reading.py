"""What every format prints alike: the words of an inline, the order of lines, fixed words.

A format sets these lines in its own way; it never words them itself. So the text read back from a
Word file equals the text format without its numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, assert_never

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
    Inline,
    LineBreak,
    Paragraph,
    Provision,
    Role,
    SignatureBlock,
    SignatureLine,
    Table,
    TermUse,
    Text,
)
from mou_builder.model.style import NumberingScheme

NO_BREAK_SPACE = "\u00a0"


class Kind(StrEnum):
    """What a line is, for a format to set it."""

    PARAGRAPH = "paragraph"
    ARTICLE = "article"
    PROVISION = "provision"
    CONTINUATION = "continuation"
    BULLET = "bullet"
    EXHIBIT = "exhibit"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed paragraph.

    `number` is automatic and stands before the words; `heading` runs in before `inlines` and ends
    with its period (an article's or exhibit's heading stands alone and has none). `depth` counts
    the steps of indentation from 0. `role` is a plain paragraph's role.
    """

    kind: Kind
    inlines: tuple[Inline, ...] = ()
    number: str = ""
    heading: str = ""
    depth: int = 0
    role: Role = Role.BODY
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents."""

    number: str
    heading: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Signing:
    """One line of a signature: a fixed word, and words after it or a rule to write on."""

    label: str
    inlines: tuple[Inline, ...] = ()
    rule: bool = False


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table and its depth of indentation."""

    table: Table[Inline]
    depth: int


Printed: TypeAlias = "Line | PlacedTable | SignatureBlock[Inline]"


def reading_order(document: Document[Inline], scheme: NumberingScheme) -> Iterator[Printed]:
    """Yield everything the document prints, from the title to the last exhibit."""
    for block in document.blocks:
        if isinstance(block, Contents):
            yield from _contents(block, document, scheme)
        else:
            yield from printed(block, scheme)


def contents_entries(document: Document[Inline], scheme: NumberingScheme) -> tuple[Entry, ...]:
    """Return the lines of the table of contents: articles and exhibits.

    A heading that runs in before its text is no entry: Word's field could not collect it.
    """
    found = []
    for block in document.blocks:
        if isinstance(block, Provision) and is_article(block, scheme):
            found.append(Entry(block.number, block.heading, block.anchor))
        elif isinstance(block, Exhibit):
            found.append(Entry(block.label, block.title, block.anchor))
    return tuple(found)


def is_article(provision: Provision[Inline], scheme: NumberingScheme) -> bool:
    """Whether the provision is an article, whose heading stands on a line of its own."""
    return scheme.articles and provision.level == 0


def run_in_heading(provision: Provision[Inline], scheme: NumberingScheme) -> str:
    """Return the heading that stands before the first paragraph's words, or an empty text."""
    if not provision.heading or not (scheme.captions or is_article(provision, scheme)):
        return ""
    if is_article(provision, scheme) or provision.heading.endswith((".", "?", "!", ":")):
        return provision.heading
    return f"{provision.heading}."


def bracketed(provision: Provision[Inline]) -> Provision[Inline]:
    """Return the provision with brackets round its words when it is provisional, else itself."""
    if not provision.provisional or not provision.content:
        return provision
    content = _opened(provision.content)
    return replace(provision, content=_closed(content))


def words_of(inline: Inline) -> str:
    """Return the words an inline prints; a line break is a newline."""
    match inline:
        case Text(words) | Emphasis(words) | Filled(words) | Citation(_, words) | TermUse(_, words):
            return words
        case Blank(_, label):
            return f"[{label}]"
        case Definition(term):
            return f"\u201c{term}\u201d"
        case CrossReference():
            return _reference(inline)
        case ExhibitUse(_, label):
            return label.replace(" ", NO_BREAK_SPACE)
        case LineBreak():
            return "\n"
        case _:
            assert_never(inline)


def text_of(inlines: Iterable[Inline]) -> str:
    """Return the words of a run of inlines."""
    return "".join(words_of(each) for each in inlines)


def signing(line: SignatureLine[Inline]) -> tuple[Signing, ...]:
    """Return the lines of one signature, top to bottom: the rule, name, title and date."""
    lines = [Signing(f"{line.caption}:", rule=True)]
    if line.name:
        lines.append(Signing("Name:", line.name))
    if line.title:
        lines.append(Signing("Title:", line.title))
    if line.dated:
        lines.append(Signing("Date:", rule=True))
    return tuple(lines)


# --- reading order -----------------------------------------------------------------------------


def printed(block: AgreementBlock, scheme: NumberingScheme, depth: int = 0) -> Iterator[Printed]:
    """Yield what one block prints; nothing for a table of contents, which needs the document."""
    match block:
        case Paragraph():
            yield Line(Kind.PARAGRAPH, block.inlines, block.label, "", depth, block.role)
        case Provision():
            yield from _provision(bracketed(block), scheme, depth)
        case BulletList():
            yield from _bullets(block, scheme, depth)
        case Table():
            yield PlacedTable(block, depth)
        case SignatureBlock():
            yield block
        case Exhibit():
            yield from _exhibit(block, scheme)
        case Contents():
            return
        case _:
            assert_never(block)


def _provision(
    provision: Provision[Inline], scheme: NumberingScheme, depth: int
) -> Iterator[Printed]:
    heading = run_in_heading(provision, scheme)
    content = provision.content
    if is_article(provision, scheme):
        yield Line(Kind.ARTICLE, (), provision.number, heading, depth, anchor=provision.anchor)
        inner = depth
    else:
        inlines: tuple[Inline, ...] = ()
        if content and isinstance(content[0], Paragraph):
            inlines, content = content[0].inlines, content[1:]
        if inlines or heading or provision.number:
            yield Line(
                Kind.PROVISION, inlines, provision.number, heading, depth, anchor=provision.anchor
            )
        inner = depth + 1 if provision.number else depth
    yield from _inside(content, scheme, inner)


def _inside(
    content: Sequence[AgreementBlock], scheme: NumberingScheme, depth: int
) -> Iterator[Printed]:
    for block in content:
        if isinstance(block, Paragraph):
            yield Line(Kind.CONTINUATION, block.inlines, block.label, "", depth, block.role)
        else:
            yield from printed(block, scheme, depth)


def _bullets(bullets: BulletList[Inline], scheme: NumberingScheme, depth: int) -> Iterator[Printed]:
    for item in bullets.items:
        first, rest = item[:1], item
        if first and isinstance(first[0], Paragraph):
            yield Line(Kind.BULLET, first[0].inlines, depth=depth)
            rest = item[1:]
        yield from _inside(rest, scheme, depth + 1)


def _exhibit(exhibit: Exhibit[Inline], scheme: NumberingScheme) -> Iterator[Printed]:
    yield Line(Kind.EXHIBIT, (), exhibit.label, exhibit.title, anchor=exhibit.anchor)
    for each in exhibit.content:
        yield from printed(each, scheme)


def _contents(
    block: Contents, document: Document[Inline], scheme: NumberingScheme
) -> Iterator[Line]:
    entries = contents_entries(document, scheme)
    if entries:
        yield Line(Kind.PARAGRAPH, (Text(block.heading),), role=Role.CONTENTS_HEADING)
    for entry in entries:
        yield Line(Kind.CONTENTS, (), entry.number, entry.heading, anchor=entry.anchor)


def _reference(reference: CrossReference) -> str:
    if not reference.label:
        return reference.name
    label = reference.label.replace(" ", NO_BREAK_SPACE)
    return f"{reference.noun}{NO_BREAK_SPACE}{label}" if reference.noun else label


# --- brackets ----------------------------------------------------------------------------------


def _opened(content: tuple[AgreementBlock, ...]) -> tuple[AgreementBlock, ...]:
    first = content[0]
    if isinstance(first, Paragraph):
        return (replace(first, inlines=(Text("["), *first.inlines)), *content[1:])
    return (Paragraph(Role.BODY, (Text("["),)), *content)


def _closed(content: tuple[AgreementBlock, ...]) -> tuple[AgreementBlock, ...]:
    last = content[-1]
    if isinstance(last, Paragraph):
        return (*content[:-1], replace(last, inlines=(*last.inlines, Text("]"))))
    if isinstance(last, Provision) and last.content:
        return (*content[:-1], replace(last, content=_closed(last.content)))
    if isinstance(last, BulletList) and last.items:
        items = (*last.items[:-1], _closed(last.items[-1]))
        return (*content[:-1], replace(last, items=items))
    return (*content, Paragraph(Role.BODY, (Text("]"),)))

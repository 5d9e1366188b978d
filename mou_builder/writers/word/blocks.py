"""Writes the blocks of a document: paragraphs, provisions, bullets, exhibits, contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from mou_builder.model.document import (
    AgreementBlock,
    BulletList,
    Contents,
    Document,
    Exhibit,
    Inline,
    Paragraph,
    Provision,
    Role,
    SignatureBlock,
    Table,
)
from mou_builder.model.reading import is_article, run_in_heading
from mou_builder.ooxml.elements import Element, run
from mou_builder.ooxml.named_styles import BULLET_LEVELS, EXHIBIT_LEVELS, PROVISION_LEVELS
from mou_builder.ooxml.names import w
from mou_builder.writers.word.composition import Composition
from mou_builder.writers.word.contents import add_contents
from mou_builder.writers.word.geometry import is_numbered
from mou_builder.writers.word.looks import Variant
from mou_builder.writers.word.signatures import add_signatures
from mou_builder.writers.word.tables import add_table


def write_body(document: Document[Inline], made: Composition) -> list[Element]:
    """Return the body's blocks, in reading order."""
    for block in document.blocks:
        if isinstance(block, Contents):
            add_contents(block, document, made)
        else:
            _add(block, made, 0)
    if made.blocks and made.blocks[-1].tag == w("tbl"):
        # Word needs a paragraph after a table that ends the document; this one takes no room.
        made.add(made.looks.id("end"))
    return made.blocks


def _add(block: AgreementBlock, made: Composition, depth: int) -> None:
    """Append a block; `depth` counts the levels of provisions around it, for its indents."""
    match block:
        case Paragraph():
            made.add(_paragraph_style(block, made, depth), block.inlines)
        case Provision():
            _add_provision(block, made, depth)
        case BulletList():
            _add_bullets(block, made, depth)
        case Table():
            add_table(block, made)
        case SignatureBlock():
            add_signatures(block, made)
        case Exhibit():
            _add_exhibit(block, made)
        case Contents():
            pass  # stands between blocks, never inside one
        case _:
            assert_never(block)


def _paragraph_style(block: Paragraph[Inline], made: Composition, depth: int) -> str:
    if block.role is Role.BODY:
        return _text_style(made, depth)
    if block.role is Role.ARTICLE_HEADING:
        return made.looks.variant(made.looks.id("article_heading"), Variant.UNNUMBERED)
    if block.role is Role.EXHIBIT_HEADING:
        return made.looks.variant(made.looks.id("exhibit_heading"), Variant.UNNUMBERED)
    return made.looks.id(block.role.value)


def _text_style(made: Composition, depth: int) -> str:
    """Return the style of a paragraph that stands below a provision's first one."""
    if made.in_exhibit:
        part = f"exhibit_item_text_{min(depth, EXHIBIT_LEVELS)}" if depth else "exhibit_body"
    else:
        part = f"provision_text_{min(depth, PROVISION_LEVELS)}" if depth else "body"
    return made.looks.id(part)


# --- provisions --------------------------------------------------------------------------------


def _add_provision(provision: Provision[Inline], made: Composition, depth: int) -> None:
    heading = run_in_heading(provision, made.scheme)
    if is_article(provision, made.scheme) and not made.in_exhibit:
        _add_article(provision, heading, made)
        return
    style, inner = _provision_style(provision, made, depth)
    made.opening += provision.provisional
    content = provision.content
    first: tuple[Inline, ...] = ()
    if content and isinstance(content[0], Paragraph):
        first, content = content[0].inlines, content[1:]
    if heading or first or provision.number:
        caption = _caption(heading, made, more=bool(first))
        marks = made.marks_for(provision.anchor, provision.clause, listed=False)
        made.add(
            style, first, before=caption, marks=marks, with_next=_leads(heading, first, content)
        )
    for block in content:
        _add(block, made, inner)
    if provision.provisional:
        made.close_bracket(_text_style(made, inner))


def _add_article(provision: Provision[Inline], heading: str, made: Composition) -> None:
    style = made.looks.id("article_heading")
    if not provision.number and is_numbered(made.scheme, provision.level):
        style = made.looks.variant(style, Variant.UNNUMBERED)
    marks = made.marks_for(provision.anchor, provision.clause, listed=bool(heading))
    if heading or provision.number:
        made.add(style, before=[run(heading)] if heading else [], marks=marks, heading=True)
    made.opening += provision.provisional
    for block in provision.content:
        _add(block, made, 0)
    if provision.provisional:
        made.close_bracket(_text_style(made, 0))


def _provision_style(
    provision: Provision[Inline], made: Composition, depth: int
) -> tuple[str, int]:
    """Return the style of a provision's first paragraph, and the depth of what is inside it."""
    if made.in_exhibit:
        level = provision.level - made.found.exhibit_level + 1
        if not provision.number:
            return _text_style(made, depth), depth
        level = max(1, min(level, EXHIBIT_LEVELS))
        return made.looks.id(f"exhibit_item_{level}"), level
    level = provision.level + (0 if made.scheme.articles else 1)
    level = max(1, min(level, PROVISION_LEVELS))
    if not provision.number and is_numbered(made.scheme, provision.level):
        return _text_style(made, depth), depth
    return made.looks.id(f"provision_{level}"), level


def _caption(heading: str, made: Composition, *, more: bool) -> list[Element]:
    if not heading:
        return []
    caption = run(heading, made.looks.id("section_caption"))
    return [caption, run(" ")] if more or made.opening else [caption]


def _leads(heading: str, first: Sequence[Inline], content: Sequence[AgreementBlock]) -> bool:
    """Whether a paragraph only leads to what follows it, so that they must share a page."""
    if not content:
        return False
    alone = bool(heading) and not first
    return alone or isinstance(content[0], Provision | BulletList | Table)


# --- bullets and exhibits ----------------------------------------------------------------------


def _add_bullets(bullets: BulletList[Inline], made: Composition, depth: int) -> None:
    level = min(depth + 1, BULLET_LEVELS)
    for item in bullets.items:
        for at, block in enumerate(item):
            if isinstance(block, Paragraph):
                part = "bullet" if at == 0 else "bullet_text"
                made.add(made.looks.id(f"{part}_{level}"), block.inlines)
            else:
                _add(block, made, level)


def _add_exhibit(exhibit: Exhibit[Inline], made: Composition) -> None:
    marks = made.marks_for(exhibit.anchor, None, listed=bool(exhibit.title))
    words = [run(exhibit.title)] if exhibit.title else []
    made.add(made.looks.id("exhibit_heading"), before=words, marks=marks, heading=True)
    made.in_exhibit = True
    for block in exhibit.content:
        _add(block, made, 0)
    made.in_exhibit = False

"""Writes the table of contents: a field with the entries that Word itself would collect."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.model.document import Contents, Document, Exhibit, Inline
from mou_builder.model.reading import Entry, contents_entries
from mou_builder.ooxml.elements import (
    Element,
    block_control,
    field_end,
    field_start,
    link,
    paragraph,
    run,
    tab,
)
from mou_builder.writers.word.composition import Composition

# Level 1 headings, no page numbers (\n), links (\h), hidden in web view (\z), outline levels (\u).
_FIELD = r'TOC \o "1-1" \n \h \z \u'
_GALLERY = "Table of Contents"


def add_contents(block: Contents, document: Document[Inline], made: Composition) -> None:
    """Append the table of contents; nothing when the document has no heading to list.

    No page numbers: only a program that lays out pages knows them, and a wrong one is worse.
    """
    entries = [each for each in contents_entries(document, made.scheme) if each.heading]
    if not entries:
        return
    exhibits = {each.anchor for each in document.blocks if isinstance(each, Exhibit)}
    lines = list(_lines(entries, exhibits, made))
    lines[0][:0] = field_start(_FIELD)
    lines[-1].append(field_end())
    style = made.looks.id("contents_entry")
    heading = paragraph(made.looks.id("contents_heading"), [run(block.heading)])
    content = [heading, *(paragraph(style, line) for line in lines)]
    made.blocks.append(block_control(made.ids.number(), _GALLERY, content))


def _lines(entries: list[Entry], exhibits: set[str], made: Composition) -> Iterator[list[Element]]:
    for entry in entries:
        tabbed = made.binding.exhibit_tab if entry.anchor in exhibits else made.binding.heading_tab
        between = [tab()] if tabbed else [run(" ")]
        number = [run(entry.number), *between] if entry.number else []
        anchor = made.ids.bookmark("_Toc", entry.anchor)
        yield [link(anchor, [*number, run(entry.heading)])]

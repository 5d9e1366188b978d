"""Turns Markdown's inline nodes into our inlines, with tags where their marks stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from mou_builder.language.marks import Marks
from mou_builder.language.sourcetext import Reading
from mou_builder.model.template import (
    BlockFor,
    BlockIf,
    InlineFor,
    InlineIf,
    Output,
    TemplateInline,
    Words,
)

_SPACES = re.compile(" {2,}")
# The characters that can be marks, none of which a text may hold.
_MARKS = re.compile("([\ue000-\uf8ff\U000f0000-\U0010ffff])")


def inlines_of(
    nodes: Sequence[SyntaxTreeNode], marks: Marks, reading: Reading, *, verbatim: bool = False
) -> tuple[TemplateInline, ...]:
    """Return the inlines; a mark of whole paragraphs among them is noted as a fault.

    Spaces in a row, which tags leave behind, become one unless the words are an answer's.
    """
    joined = _joined(_walk(nodes, marks, reading, Words("")))
    return tuple(joined if verbatim else map(_evenly_spaced, joined))


def emphasized(inline: TemplateInline, look: Words) -> TemplateInline:
    """Return the inline, bold or italic as it was or as `look` is."""
    match inline:
        case Words() | Output():
            return replace(
                inline, bold=inline.bold or look.bold, italic=inline.italic or look.italic
            )
        case InlineIf(branches):
            return InlineIf(tuple((when, _all(body, look)) for when, body in branches))
        case InlineFor(name, over, body):
            return InlineFor(name, over, _all(body, look))


def _all(inlines: Iterable[TemplateInline], look: Words) -> tuple[TemplateInline, ...]:
    return tuple(emphasized(each, look) for each in inlines)


def _walk(
    nodes: Sequence[SyntaxTreeNode], marks: Marks, reading: Reading, look: Words
) -> Iterator[TemplateInline]:
    for node in nodes:
        if node.type in {"softbreak", "hardbreak"}:
            yield replace(look, text=" ")
        elif node.type == "text":
            yield from _marked(node.content, marks, reading, look)
        elif node.markup.startswith("_"):
            # An underscore is the start of a blank as often as of emphasis: it prints as typed.
            yield replace(look, text=node.markup)
            yield from _walk(node.children, marks, reading, look)
            yield replace(look, text=node.markup)
        else:
            bold = look.bold or node.type == "strong"
            inner = Words("", bold=bold, italic=look.italic or node.type == "em")
            yield from _walk(node.children, marks, reading, inner)


def _marked(text: str, marks: Marks, reading: Reading, look: Words) -> Iterator[TemplateInline]:
    for piece in filter(None, _MARKS.split(text)):
        mark = marks.find(piece) if len(piece) == 1 else None
        if mark is None:
            yield replace(look, text=piece)
        elif not isinstance(mark.node, BlockIf | BlockFor):
            yield emphasized(mark.node, look)
        else:
            reading.fault(
                "MB510",
                "it is unclear where this paragraph, item or row begins",
                mark.start,
                mark.start + 2,
                "put an empty line before the tag and after its end, or keep it within one line",
            )


def _joined(inlines: Iterable[TemplateInline]) -> Iterator[TemplateInline]:
    """Join neighbouring words of one look."""
    held: Words | None = None
    for inline in inlines:
        if held and isinstance(inline, Words) and held == replace(inline, text=held.text):
            held = replace(held, text=held.text + inline.text)
            continue
        if held:
            yield held
        held = inline if isinstance(inline, Words) else None
        if not held:
            yield inline
    if held:
        yield held


def _evenly_spaced(inline: TemplateInline) -> TemplateInline:
    if isinstance(inline, Words) and "  " in inline.text:
        return replace(inline, text=_SPACES.sub(" ", inline.text))
    return inline

"""Builds the elements of a Word document: paragraphs, runs, bookmarks, fields, controls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import cache

from lxml import etree

from mou_builder.ooxml.names import SPACE, W, w

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

NAMESPACES = {"w": W}
_VAL = w("val")
_NAME, _ID = w("name"), w("id")
_TRAITS, _STYLE = w("pPr"), w("pStyle")
_CHAR_TYPE = w("fldCharType")


def element(name: str, /, **attributes: str) -> Element:
    """Return an element of Word's main namespace with attributes of the same."""
    return etree.Element(w(name), {w(key): text for key, text in attributes.items()}, NAMESPACES)


def add(parent: Element, name: str, /, **attributes: str) -> Element:
    """Append a new element of Word's main namespace to the parent and return it."""
    return etree.SubElement(parent, w(name), {w(key): text for key, text in attributes.items()})


def paragraph(style: str, content: Iterable[Element] = ()) -> Element:
    """Return a paragraph whose look is all in its style."""
    made = copy(_bare_paragraph(style))
    made.extend(content)
    return made


def run(text: str, style: str = "") -> Element:
    """Return a run of text, in a character style when one is named.

    Line ends become breaks: Word shows a raw one as a space.
    """
    made = copy(_bare_run(style))
    first, *others = text.splitlines() or [""]
    _write(made[-1], first)
    for line in others:
        etree.SubElement(made, w("br"))
        _write(etree.SubElement(made, w("t")), line)
    return made


def line_break() -> Element:
    """Return a run that starts a new line within its paragraph."""
    made = etree.Element(w("r"))
    etree.SubElement(made, w("br"))
    return made


def tab() -> Element:
    """Return a run that moves to the next tab stop of the paragraph's style."""
    made = etree.Element(w("r"))
    etree.SubElement(made, w("tab"))
    return made


def bookmarked(content: Sequence[Element], marks: Iterable[tuple[str, str]]) -> list[Element]:
    """Return the content with bookmarks around it, one in the other; marks are (id, name) pairs."""
    wrapped = list(content)
    for number, name in marks:
        start = etree.Element(w("bookmarkStart"), {_ID: number, _NAME: name})
        end = etree.Element(w("bookmarkEnd"), {_ID: number})
        wrapped = [start, *wrapped, end]
    return wrapped


def field(instruction: str, result: str, style: str = "") -> list[Element]:
    """Return the runs of a field with the result that a reader sees before Word updates it."""
    return [*field_start(instruction), run(result, style), field_end()]


def field_start(instruction: str) -> list[Element]:
    """Return the runs that open a field, up to where its result begins."""
    words = etree.Element(w("r"))
    code = etree.SubElement(words, w("instrText"), {SPACE: "preserve"})
    code.text = f" {instruction} "
    return [copy(_bare_field_mark("begin")), words, copy(_bare_field_mark("separate"))]


def field_end() -> Element:
    """Return the run that closes a field."""
    return copy(_bare_field_mark("end"))


def link(anchor: str, content: Iterable[Element]) -> Element:
    """Return a hyperlink to a bookmark of the same document."""
    made = element("hyperlink", anchor=anchor, history="1")
    made.extend(content)
    return made


def block_control(number: str, gallery: str, content: Iterable[Element]) -> Element:
    """Return a content control around blocks that Word keeps as one building block (its TOC)."""
    made = element("sdt")
    traits = add(made, "sdtPr")
    add(traits, "id", val=number)
    part = add(traits, "docPartObj")
    add(part, "docPartGallery", val=gallery)
    add(part, "docPartUnique")
    add(made, "sdtContent").extend(content)
    return made


def style_of(block: Element) -> str:
    """Return the paragraph's style id; empty when it names none or is no paragraph."""
    for traits in block.iterchildren(_TRAITS):
        for named in traits.iterchildren(_STYLE):
            return named.get(_VAL, "")
    return ""


def set_style(block: Element, style: str) -> None:
    """Give a paragraph that has a style another one."""
    named = block.find(f"{w('pPr')}/{w('pStyle')}")
    if named is not None:
        named.set(_VAL, style)


def text_of(block: Element) -> str:
    """Return the visible words of a paragraph, field results included, field codes not."""
    return "".join(_words(block))


def _words(block: Element) -> Iterator[str]:
    for each in block.iter(w("t"), w("br"), w("tab")):
        if each.tag == w("t"):
            yield each.text or ""
        elif each.getparent().tag == w("r"):  # type: ignore[union-attr]
            yield " "


def _write(words: Element, line: str) -> None:
    words.text = line.replace("\t", " ")
    if line[:1].isspace() or line[-1:].isspace():
        words.set(SPACE, "preserve")


# Copying an element takes a sixth of the time of making it. These are only ever copied.


@cache
def _bare_paragraph(style: str) -> Element:
    made = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(made, w("pPr")), w("pStyle"), {_VAL: style})
    return made


@cache
def _bare_run(style: str) -> Element:
    made = etree.Element(w("r"))
    if style:
        etree.SubElement(etree.SubElement(made, w("rPr")), w("rStyle"), {_VAL: style})
    etree.SubElement(made, w("t"))
    return made


@cache
def _bare_field_mark(kind: str) -> Element:
    made = etree.Element(w("r"))
    etree.SubElement(made, w("fldChar"), {_CHAR_TYPE: kind})
    return made

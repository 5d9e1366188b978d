"""Checks what only this program's own files promise: every look in a named style, no traces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from mou_builder.ooxml.checks.opened import Opened, OpenPart
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.elements import Element, style_of
from mou_builder.ooxml.names import CORE_PART, W, prefixed, w
from mou_builder.ooxml.stylesheet import StyleSheet

_BUG = "this is a bug of the program; please report it with the answer file"
# A paragraph says its style, and the last one of a section its page; the rest is direct formatting.
_PARAGRAPH_MAY = frozenset({w("pStyle"), w("sectPr")})
_RUN_MAY = frozenset({w("rStyle"), w("noProof")})
_WITHOUT_STYLE = etree.XPath("descendant::w:p[not(w:pPr[1]/w:pStyle)]", namespaces={"w": W})
_EMPTY = etree.XPath(
    "descendant::w:p[not(descendant::w:t or descendant::w:drawing or descendant::w:pict)]",
    namespaces={"w": W},
)
_TRACES = re.compile(rb"python-docx|docxcompose|docxtpl", re.IGNORECASE)
# Within a tag only: an agreement may well speak of a Riverside School District.
_REVISION_IDS = re.compile(rb"<[^<>]*\bw:rsid")


def check_own(opened: Opened, sheet: StyleSheet, report: Report) -> None:
    """Report direct formatting, empty paragraphs, paragraphs without a style, tools' traces."""
    main = opened.parts.get(opened.main)
    if main is None:
        return
    _check_formatting(main, report)
    _check_paragraphs(main, sheet, report)
    for name, content in opened.package.parts.items():
        if b"w:rsid" in content and _REVISION_IDS.search(content):
            message = "a part tells when each piece was edited (`w:rsid`)"
            report.error("MB962", message, _BUG, name)
    properties = opened.package.parts.get(CORE_PART, b"")
    if not properties or _TRACES.search(properties):
        message = "the properties are missing, or name another program"
        report.error("MB962", message, _BUG, CORE_PART)


def _check_paragraphs(part: OpenPart, sheet: StyleSheet, report: Report) -> None:
    without_style: Any = _WITHOUT_STYLE(part.root)
    for each in without_style:
        report.error("MB961", "a paragraph names no style", _BUG, part.name, each)
    empty: Any = _EMPTY(part.root)
    for each in empty:
        if not _is_needed(each) and not _numbered(each, sheet):
            report.error("MB960", "a paragraph is empty", _BUG, part.name, each)


def _check_formatting(part: OpenPart, report: Report) -> None:
    for each in _formatting(part):
        message = f"text is formatted directly (`{prefixed(each.tag)}`), not by its style"
        report.error("MB961", message, _BUG, part.name, each)


def _formatting(part: OpenPart) -> Iterator[Element]:
    for tag, allowed in ((w("pPr"), _PARAGRAPH_MAY), (w("rPr"), _RUN_MAY)):
        for properties in part.elements.get(tag, ()):
            yield from (each for each in properties if each.tag not in allowed)


def _is_needed(paragraph: Element) -> bool:
    """Word needs a paragraph in an empty cell, and one between a last table and the section."""
    parent, before, after = paragraph.getparent(), paragraph.getprevious(), paragraph.getnext()
    if parent is not None and parent.tag == w("tc"):
        return before is None or before.tag == w("tcPr")
    last = after is None or after.tag == w("sectPr")
    return last and before is not None and before.tag == w("tbl")


def _numbered(paragraph: Element, sheet: StyleSheet) -> bool:
    """Whether a number stands there: an exhibit without a title is headed by its letter alone."""
    number = sheet.numbering(style_of(paragraph))
    return number is not None and number[0] != "0"

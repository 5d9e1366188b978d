"""Checks tables and headings: what Word refuses, and what a reader with a screen reader misses."""

from __future__ import annotations

from itertools import pairwise

from mou_builder.ooxml.checks.opened import Opened, OpenPart
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import w
from mou_builder.ooxml.stylesheet import StyleSheet, whole

_MEND = "open the file in Word and save it again; if our program wrote it, report it as a bug"
_VAL = w("val")
_OFF = frozenset({"0", "false", "off"})


def check_layout(opened: Opened, sheet: StyleSheet, report: Report) -> None:
    """Report table cells and grids that Word repairs, stray header rows, skipped heading levels."""
    for part in opened.stories:
        for cell in part.all(w("tc")):
            _check_cell(cell, part, report)
        for table in part.all(w("tbl")):
            _check_grid(table, part, report)
            _check_header_rows(table, part, report)
    main = opened.parts.get(opened.main)
    if main is not None:
        _check_headings(main, sheet, report)


def _check_cell(cell: Element, part: OpenPart, report: Report) -> None:
    last = cell[-1] if len(cell) else None
    while last is not None and last.tag in {w("bookmarkEnd"), w("bookmarkStart")}:
        last = last.getprevious()
    if last is None or last.tag not in {w("p"), w("sdt"), w("customXml")}:
        message = "a table cell does not end with a paragraph; Word refuses such a file"
        report.error("MB933", message, _MEND, part.name, cell)


def _check_grid(table: Element, part: OpenPart, report: Report) -> None:
    grid = table.find(w("tblGrid"))
    if table.find(w("tblPr")) is None or grid is None:
        message = "a table lacks its properties or its column grid"
        report.error("MB934", message, _MEND, part.name, table)
        return
    columns = len(grid.findall(w("gridCol")))
    if table.find(w("tr")) is None and table.find(w("sdt")) is None:
        report.error("MB934", "a table has no rows", _MEND, part.name, table)
    for row in table.findall(w("tr")):
        spans = _spans(row)
        # Content controls and custom XML around cells hide how many there are.
        if spans is not None and spans != columns:
            message = f"a table row covers {spans} columns, its table has {columns}"
            report.error("MB934", message, _MEND, part.name, row)
            return


def _spans(row: Element) -> int | None:
    total = 0
    for each in row:
        if each.tag == w("tc"):
            total += _whole(each, f"{w('tcPr')}/{w('gridSpan')}", 1)
        elif each.tag == w("trPr"):
            total += _whole(each, w("gridBefore"), 0) + _whole(each, w("gridAfter"), 0)
        elif each.tag in {w("sdt"), w("customXml")}:
            return None
    return total


def _check_header_rows(table: Element, part: OpenPart, report: Report) -> None:
    marks = [_is_header(row) for row in table.findall(w("tr"))]
    for before, after in pairwise(marks):
        if after and not before:
            message = "a row is marked to repeat as a header, but it is not among the first rows"
            hint = "Word repeats header rows from the first row on only"
            report.warning("MB935", message, hint, part.name, table)
            return


def _is_header(row: Element) -> bool:
    mark = row.find(f"{w('trPr')}/{w('tblHeader')}")
    return mark is not None and mark.get(_VAL, "1") not in _OFF


def _check_headings(part: OpenPart, sheet: StyleSheet, report: Report) -> None:
    last = -1
    outlines = {style: sheet.outline(style) for style in sheet.styles}
    for named in part.all(w("pStyle")):
        level = outlines.get(named.get(_VAL, ""))
        each = next(named.iterancestors(w("p")), None) if level is not None else None
        if level is None or each is None:
            continue
        if level > last + 1:
            message = f"a heading of level {level + 1} follows one of level {last + 1 or 'none'}"
            hint = "do not skip a level: screen readers and the contents list go by it"
            report.warning("MB954", message, hint, part.name, each)
        last = level


def _whole(parent: Element, path: str, default: int) -> int:
    found = parent.find(path)
    number = None if found is None else whole(found.get(_VAL))
    return default if number is None else number

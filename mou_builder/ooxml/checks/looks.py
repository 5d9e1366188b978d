"""Checks styles and lists: what is named exists, nothing twice, and both lead to each other."""

from __future__ import annotations

from collections.abc import Mapping

from mou_builder.ooxml.checks.opened import Opened, OpenPart
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import prefixed, w
from mou_builder.ooxml.stylesheet import Style, StyleSheet, number_of

_MEND = "open the file in Word and save it again; if our program wrote it, report it as a bug"
_VAL = w("val")
_REFERENCES = {
    w("pStyle"): "paragraph",
    w("rStyle"): "character",
    w("tblStyle"): "table",
}
_IN_STYLES = {"basedOn": "", "next": "paragraph", "link": ""}
_LEVELS = 9


def check_looks(opened: Opened, sheet: StyleSheet, report: Report) -> None:
    """Report missing and doubled styles, cycles, and lists that are missing or half linked."""
    styles = opened.of_type("styles")
    numbering = opened.of_type("numbering")
    for part in (*opened.stories, *(each for each in (styles, numbering) if each)):
        _check_style_references(part, sheet, report)
    if styles is not None:
        _check_sheet(styles, sheet, report)
    lists = _lists(numbering, report)
    for part in opened.stories:
        _check_list_references(part, lists, report)
    if styles is not None:
        for style in sheet.styles.values():
            _check_style_number(style, lists, styles, report)
    if numbering is not None:
        _check_links(numbering, lists, sheet, report)


def _check_style_references(part: OpenPart, sheet: StyleSheet, report: Report) -> None:
    wrong: dict[tuple[str, str], bool] = {}
    for tag, kind in _REFERENCES.items():
        for each in part.elements.get(tag, ()):
            key = (tag, each.get(_VAL, ""))
            if key not in wrong:
                found = sheet.styles.get(key[1])
                wrong[key] = found is None or found.kind != kind
            if wrong[key]:
                message = f"there is no {kind} style `{key[1][:60]}`"
                report.error("MB944", message, _MEND, part.name, each)


def _check_sheet(part: OpenPart, sheet: StyleSheet, report: Report) -> None:
    ids: set[str] = set()
    names: set[tuple[str, str]] = set()
    for each in part.root.iterchildren(w("style")):
        style = each.get(w("styleId"), "")
        named = each.find(w("name"))
        name = (each.get(w("type"), ""), "" if named is None else named.get(_VAL, "").casefold())
        if style in ids or name in names:
            message = f"two styles are called `{style[:60]}`"
            report.error("MB955", message, _MEND, part.name, each)
        ids.add(style)
        names.add(name)
    for style_of_sheet in sheet.styles.values():
        _check_lineage(style_of_sheet, part, sheet, report)
    for each in part.all(w("highlight")):
        message = "a style holds a highlight, which Word allows on text only"
        report.error("MB952", message, "use shading instead", part.name, each)


def _check_lineage(style: Style, part: OpenPart, sheet: StyleSheet, report: Report) -> None:
    for name, kind in _IN_STYLES.items():
        named = style.element.find(w(name))
        target = "" if named is None else named.get(_VAL, "")
        if target and (target not in sheet.styles or kind not in {"", sheet.styles[target].kind}):
            message = f"the style `{style.name}` names `{target[:60]}`, which does not exist"
            report.error("MB944", message, _MEND, part.name, style.element)
    seen = set()
    for each in sheet.lineage(style.id):
        if each.id in seen:
            message = f"the style `{style.name}` is, in the end, based on itself"
            report.error("MB943", message, _MEND, part.name, style.element)
            return
        seen.add(each.id)


def _lists(part: OpenPart | None, report: Report) -> Mapping[str, Element | None]:
    """Return the abstract list of each list id; report lists that are doubled or lead nowhere."""
    if part is None:
        return {}
    abstract: dict[str, Element] = {}
    stamps: set[str] = set()
    for each in part.root.iterchildren(w("abstractNum")):
        number = each.get(w("abstractNumId"), "")
        if number in abstract:
            message = f"two list definitions share the id {number[:20]}"
            report.error("MB945", message, _MEND, part.name, each)
        abstract[number] = each
        stamp = each.find(w("nsid"))
        if stamp is not None and stamp.get(_VAL, "") in stamps:
            message = "two lists share one stamp (`w:nsid`), so Word would merge them"
            report.error("MB945", message, _MEND, part.name, each)
        stamps.add("" if stamp is None else stamp.get(_VAL, ""))
    lists: dict[str, Element | None] = {}
    for each in part.root.iterchildren(w("num")):
        number = each.get(w("numId"), "")
        if number in lists:
            message = f"two lists share the id {number[:20]}"
            report.error("MB945", message, _MEND, part.name, each)
        use = each.find(w("abstractNumId"))
        lists[number] = abstract.get("" if use is None else use.get(_VAL, ""))
        if lists[number] is None:
            message = f"the list {number[:20]} uses a definition that does not exist"
            report.error("MB945", message, _MEND, part.name, each)
    return lists


def _check_list_references(
    part: OpenPart, lists: Mapping[str, Element | None], report: Report
) -> None:
    for each in part.all(w("numPr")):
        parent = each.getparent()
        number = None if parent is None else number_of(parent)
        if number is not None and number[0] != "0" and number[0] not in lists:
            message = f"a paragraph is numbered in the list {number[0][:20]}, which does not exist"
            report.error("MB945", message, _MEND, part.name, each)


def _check_style_number(
    style: Style, lists: Mapping[str, Element | None], part: OpenPart, report: Report
) -> None:
    if style.number is None or style.number[0] == "0":
        return
    if style.number[0] not in lists:
        message = f"the style `{style.name}` is numbered in a list that does not exist"
        report.error("MB945", message, _MEND, part.name, style.element)
        return
    abstract = lists[style.number[0]]
    levels = [] if abstract is None else abstract.findall(w("lvl"))
    linked = {_linked(level) for level in levels}
    if levels and style.id not in linked:
        message = f"the style `{style.name}` is numbered in a list that does not name the style"
        report.warning("MB949", message, _MEND, part.name, style.element)


def _check_links(
    part: OpenPart, lists: Mapping[str, Element | None], sheet: StyleSheet, report: Report
) -> None:
    users: dict[Element, set[str]] = {}
    for number, abstract in lists.items():
        if abstract is not None:
            users.setdefault(abstract, set()).add(number)
    for abstract, numbers in users.items():
        levels = abstract.findall(w("lvl"))
        kind = abstract.find(w("multiLevelType"))
        multilevel = kind is not None and kind.get(_VAL) != "singleLevel"
        if multilevel and levels and len(levels) != _LEVELS:
            message = f"a multilevel list has {len(levels)} levels instead of {_LEVELS}"
            report.warning("MB949", message, _MEND, part.name, abstract)
        for level in levels:
            _check_level(level, numbers, part, sheet, report)


def _check_level(
    level: Element, numbers: set[str], part: OpenPart, sheet: StyleSheet, report: Report
) -> None:
    style = _linked(level)
    if not style:
        return
    number = sheet.numbering(style)
    if style in sheet.styles and (number is None or number[0] not in numbers):
        named = prefixed(level.tag)
        message = (
            f"a level (`{named}`) names the style `{style}`, which is not numbered in its list"
        )
        report.warning("MB949", message, _MEND, part.name, level)


def _linked(level: Element) -> str:
    style = level.find(w("pStyle"))
    return "" if style is None else style.get(_VAL, "")

"""Checks what is marked in the text: bookmarks, changes, comments, content controls, shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mou_builder.ooxml.checks.opened import Opened, OpenPart
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.ids import BOOKMARK_NAME_AT_MOST
from mou_builder.ooxml.names import WP, O, V, prefixed, w

_MEND = "open the file in Word and save it again; if our program wrote it, report it as a bug"
_BOOKMARK_NAME = re.compile(r"[^\W\d]\w*")
_TAG_AT_MOST = 64
# ECMA-376 17.13: these share one space of ids; comments have their own.
_ANNOTATIONS = tuple(
    w(name)
    for name in [
        "bookmarkStart",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "moveFromRangeStart",
        "moveToRangeStart",
        "cellIns",
        "cellDel",
        "cellMerge",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "tblPrExChange",
        "numberingChange",
    ]
)
_NOTES = (
    ("commentReference", "comments", "comment"),
    ("footnoteReference", "footnotes", "footnote"),
    ("endnoteReference", "endnotes", "endnote"),
)


def check_marks(opened: Opened, report: Report) -> None:
    """Report marks that share an id or name, lack their other end, or lead nowhere."""
    names: set[str] = set()
    annotations: set[str] = set()
    controls: set[str] = set()
    shapes: set[str] = set()
    for part in opened.stories:
        _check_annotations(part, annotations, report)
        _check_bookmarks(part, names, report)
        _check_controls(part, controls, opened, report)
        _check_shapes(part, shapes, report)
        _check_deleted_text(part, report)
    _check_notes(opened, report)


def _check_annotations(part: OpenPart, seen: set[str], report: Report) -> None:
    for each in part.all(*_ANNOTATIONS):
        number = each.get(w("id"))
        if number is not None and number in seen:
            message = f"`{prefixed(each.tag)}` has the id {number}, which another mark has too"
            report.error("MB936", message, _MEND, part.name, each)
        elif number is not None:
            seen.add(number)


def _check_bookmarks(part: OpenPart, names: set[str], report: Report) -> None:
    for each in part.all(w("bookmarkStart")):
        name = each.get(w("name"), "")
        if name.casefold() in names:
            message = f"two bookmarks are named `{name[:60]}`"
            report.error("MB937", message, _MEND, part.name, each)
        elif len(name) > BOOKMARK_NAME_AT_MOST or not _BOOKMARK_NAME.fullmatch(name):
            message = f"Word takes no bookmark named `{name[:60]}`"
            report.error("MB937", message, _MEND, part.name, each)
        names.add(name.casefold())
    _check_pairs(part, "bookmark", report)
    _check_pairs(part, "commentRange", report)


def _check_pairs(part: OpenPart, kind: str, report: Report) -> None:
    starts, ends = w(f"{kind}Start"), w(f"{kind}End")
    if starts not in part.elements and ends not in part.elements:
        return
    opened: list[str] = []
    for each in part.root.iter(starts, ends):
        number = each.get(w("id"), "")
        if each.tag == starts:
            opened.append(number)
        elif number not in opened:
            message = f"a {_called(kind)} with the id {number} ends without a start"
            report.error("MB938", message, _MEND, part.name, each)
        else:
            if opened[-1] != number and kind == "bookmark":
                message = f"the bookmark with the id {number} crosses another one"
                report.warning("MB941", message, _MEND, part.name, each)
            opened.remove(number)
    for number in opened:
        message = f"a {_called(kind)} with the id {number} has no end"
        report.error("MB938", message, _MEND, part.name)


def _called(kind: str) -> str:
    return "bookmark" if kind == "bookmark" else "comment range"


def _check_controls(part: OpenPart, seen: set[str], opened: Opened, report: Report) -> None:
    for each in part.all(w("sdtPr")):
        number = _value(each, "id")
        if number and number in seen:
            message = f"two content controls share the id {number}"
            report.error("MB946", message, _MEND, part.name, each)
        seen.add(number)
        tag = _value(each, "tag")
        if len(tag) > _TAG_AT_MOST:
            message = f"a content control's tag is longer than {_TAG_AT_MOST} characters"
            report.error("MB946", message, _MEND, part.name, each)
        _check_binding(each, part, opened, report)
    for each in part.all(w("sdt")):
        if each.find(w("sdtContent")) is None:
            report.error("MB946", "a content control is empty", _MEND, part.name, each)


def _check_binding(control: Element, part: OpenPart, opened: Opened, report: Report) -> None:
    binding = control.find(w("dataBinding"))
    store = "" if binding is None else binding.get(w("storeItemID"), "")
    if store and not any(
        store.encode() in content
        for name, content in opened.package.parts.items()
        if name.startswith("customXml/")
    ):
        # Word keeps built-in stores (core properties, cover page) under well-known ids.
        if store.upper() in _BUILT_IN_STORES:
            return
        message = "a content control is bound to a store that the file does not hold"
        report.error("MB946", message, _MEND, part.name, control)


_BUILT_IN_STORES = frozenset(
    {
        "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
        "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
        "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}",
    }
)


def _check_shapes(part: OpenPart, seen: set[str], report: Report) -> None:
    for each in part.all(f"{{{V}}}shape", f"{{{WP}}}docPr"):
        number = each.get("id", "")
        key = f"{each.tag}:{number}"
        if number and key in seen:
            message = f"two shapes share the id `{number[:40]}`"
            report.error("MB953", message, _MEND, part.name, each)
        seen.add(key)
        spoken = each.get("alt", "") + each.get("descr", "") + each.get("title", "")
        if not spoken.strip() and each.get(f"{{{O}}}hr") is None:
            message = "a picture has no alternative text"
            hint = "describe it in Word under `Alt Text`, for readers who cannot see it"
            report.warning("MB956", message, hint, part.name, each)


def _check_deleted_text(part: OpenPart, report: Report) -> None:
    for each in part.all(w("del"), w("moveFrom")):
        for text in each.iter(w("t")):
            message = "deleted text is kept as ordinary text, so Word does not show it as deleted"
            report.error("MB947", message, _MEND, part.name, text)
    for each in part.all(w("delText")):
        if not any(above.tag in {w("del"), w("moveFrom")} for above in each.iterancestors()):
            message = "text is kept as deleted outside of a deletion, so Word hides it"
            report.error("MB947", message, _MEND, part.name, each)


def _check_notes(opened: Opened, report: Report) -> None:
    for reference, kind, name in _NOTES:
        part = opened.of_type(kind)
        known = set() if part is None else {each.get(w("id")) for each in part.all(w(name))}
        for story in opened.stories:
            for each in _with_id(story.all(w(reference)), known):
                message = f"a {name} is referred to that the file does not hold"
                report.error("MB948", message, _MEND, story.name, each)


def _with_id(references: Iterable[Element], known: set[str | None]) -> Iterable[Element]:
    return (each for each in references if each.get(w("id")) not in known)


def _value(parent: Element, name: str) -> str:
    found = parent.find(w(name))
    return "" if found is None else found.get(w("val"), "")

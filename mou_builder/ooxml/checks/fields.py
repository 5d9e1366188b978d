"""Checks fields: each has its end, leads to a bookmark, and shows the number it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mou_builder.ooxml.checks.opened import Opened, OpenPart
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.counting import Number, numbers_of, plain, read_lists
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import w
from mou_builder.ooxml.stylesheet import StyleSheet

_MEND = "open the file in Word and save it again; if our program wrote it, report it as a bug"
_SET_AGAIN = "set the reference again in Word"
_TARGET = re.compile(r"\s*(REF|PAGEREF|NOTEREF)\s+\"?([^\s\"\\]+)", re.IGNORECASE)
_LOCAL_LINK = re.compile(r"\s*HYPERLINK\s+.*?\\l\s+\"?([^\s\"\\]+)", re.IGNORECASE)
# Fields that fetch or run something when the file is opened or updated.
_ACTIVE = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b", re.IGNORECASE
)
_CHANGES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))


@dataclass(slots=True)
class _Field:
    start: Element
    code: list[str] = field(default_factory=list)
    result: list[str] = field(default_factory=list)
    separated: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """The story that fields stand in, and what they may lead to."""

    part: OpenPart
    targets: Mapping[str, Element]
    numbers: Mapping[Element, Number] | None
    report: Report


def check_fields(opened: Opened, sheet: StyleSheet, report: Report) -> None:
    """Report fields without end, references to nowhere, and stored numbers that are not right."""
    targets = _bookmarks(opened)
    fields = {part.name: list(_fields(part, report)) for part in opened.stories}
    numbers = _numbers(opened, sheet, _referred(fields, targets))
    for part in opened.stories:
        place = _Place(part, targets, numbers, report)
        for found in fields[part.name]:
            _check_code("".join(found.code), found.start, place)
            _check_result(found, place)
        for simple in part.all(w("fldSimple")):
            _check_code(simple.get(w("instr"), ""), simple, place)
        for link in part.all(w("hyperlink")):
            anchor = link.get(w("anchor"))
            if anchor is not None and anchor not in targets and anchor != "_top":
                _report_lost(anchor, link, place)


def _fields(part: OpenPart, report: Report) -> Iterator[_Field]:
    if w("fldChar") not in part.elements:
        return
    stack: list[_Field] = []
    for each in part.root.iter(w("fldChar"), w("instrText"), w("t")):
        if each.tag == w("fldChar"):
            yield from _turn(each, stack, part, report)
        elif stack and each.tag == w("instrText"):
            stack[-1].code.append(each.text or "")
        elif stack and stack[-1].separated:
            stack[-1].result.append(each.text or "")
    for left in stack:
        report.error("MB939", "a field has no end", _MEND, part.name, left.start)


def _turn(mark: Element, stack: list[_Field], part: OpenPart, report: Report) -> Iterator[_Field]:
    match mark.get(w("fldCharType")):
        case "begin":
            stack.append(_Field(mark))
        case "separate" if stack:
            stack[-1].separated = True
        case "end" if stack:
            yield stack.pop()
        case _:
            message = "a field ends, or shows its result, without a start"
            report.error("MB939", message, _MEND, part.name, mark)


def _check_code(code: str, start: Element, place: _Place) -> None:
    if _ACTIVE.match(code):
        message = f"a field fetches or runs something, `{code.strip()[:60]}`"
        hint = "replace the field by its text (in Word: click it, then Ctrl+Shift+F9)"
        place.report.error("MB927", message, hint, place.part.name, start)
    found = _TARGET.match(code) or _LOCAL_LINK.match(code)
    if found and found.group(found.lastindex or 0) not in place.targets:
        _report_lost(found.group(found.lastindex or 0), start, place)


def _report_lost(name: str, near: Element, place: _Place) -> None:
    message = f"a reference leads to the bookmark `{name[:60]}`, which does not exist"
    place.report.error("MB940", message, _SET_AGAIN, place.part.name, near)


def _check_result(each: _Field, place: _Place) -> None:
    result, code = "".join(each.result), "".join(each.code)
    if "error!" in result.lower():
        message = f"a reference is broken and shows `{result.strip()[:60]}`"
        place.report.error("MB940", message, _SET_AGAIN, place.part.name, each.start)
        return
    found = _TARGET.match(code)
    if place.numbers is None or not found or found.group(1).upper() != "REF":
        return
    switches = {switch.lower() for switch in re.findall(r"\\(\w)", code)}
    if not switches & {"w", "n"} or "t" in switches or found.group(2) not in place.targets:
        return
    number = place.numbers.get(place.targets[found.group(2)])
    shown = plain(result)
    right = "" if number is None else plain(number.full if "w" in switches else number.own)
    if number is None or shown != right:
        wanted = f"`{right}`" if right else "no number"
        message = f"a reference shows `{shown[:40]}`, but what it refers to has {wanted}"
        hint = "in Word, select all with Ctrl+A and update the fields with F9"
        place.report.error("MB942", message, hint, place.part.name, each.start)


def _bookmarks(opened: Opened) -> dict[str, Element]:
    """Return the paragraph in which each bookmark starts, by the bookmark's name."""
    found: dict[str, Element] = {}
    for part in opened.stories:
        for each in part.all(w("bookmarkStart")):
            block = next(each.iterancestors(w("p")), None)
            if block is None:
                block = next((x for x in each.itersiblings(w("p"))), each)
            found.setdefault(each.get(w("name"), ""), block)
    return found


def _referred(
    fields: Mapping[str, Sequence[_Field]], targets: Mapping[str, Element]
) -> frozenset[Element]:
    codes = ("".join(each.code) for found in fields.values() for each in found)
    names = (found.group(2) for found in map(_TARGET.match, codes) if found)
    return frozenset(targets[name] for name in names if name in targets)


def _numbers(
    opened: Opened, sheet: StyleSheet, wanted: frozenset[Element]
) -> Mapping[Element, Number] | None:
    """Return the wanted paragraphs' numbers; None when tracked changes make it a matter of view."""
    main = opened.parts.get(opened.main)
    if main is None or any(each in main.elements for each in _CHANGES):
        return None
    lists = opened.of_type("numbering")
    root = None if lists is None else lists.root
    return numbers_of(main.all(w("p")), sheet, read_lists(root), wanted)

"""Checks elements and attributes against the schema: what stands where, in order, with values."""

from __future__ import annotations

import re

from mou_builder.ooxml.checks.opened import OpenPart
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.grammar import PLACES, REQUIRED, may_repeat
from mou_builder.ooxml.names import W, prefixed, w
from mou_builder.ooxml.vocabulary import VALUES, fits

_MEND = "open the file in Word and save it again; if our program wrote it, report it as a bug"
_W_PREFIX = f"{{{W}}}"
_LINE_ENDS = re.compile("[\n\r\t]")
# Word itself takes run properties in any order, and other programs write them so.
_ORDER_IS_TASTE = frozenset({w("rPr")})


def check_spelling(part: OpenPart, report: Report) -> None:
    """Report elements out of place or order, missing attributes, and values that do not exist."""
    for tag, places in PLACES.items():
        verdicts: dict[tuple[str, ...], str] = {}
        for each in part.elements.get(tag, ()):
            children = tuple([child.tag for child in each])
            fault = verdicts.get(children)
            if fault is None:
                fault = verdicts[children] = _order_fault(tag, children, places)
            if fault:
                _report_order(tag, fault, part, each, report)
    _check_required(part, report)
    _check_values(part, report)
    for each in part.all(w("t"), w("delText")):
        if each.text and _LINE_ENDS.search(each.text):
            message = "a text holds a raw line end or tab, which Word shows as a space"
            report.warning("MB951", message, _MEND, part.name, each)


def _report_order(tag: str, fault: str, part: OpenPart, near: Element, report: Report) -> None:
    say = report.warning if tag in _ORDER_IS_TASTE and "after" in fault else report.error
    say("MB930", fault, _MEND, part.name, near)


def _order_fault(tag: str, children: tuple[str, ...], places: dict[str, int]) -> str:
    last, last_tag = -1, ""
    for child in children:
        if not str(child).startswith(_W_PREFIX):
            continue  # comments, and newer Word's elements, which are ignorable by design
        place = places.get(child)
        if place is None:
            return f"`{prefixed(child)}` does not belong in `{prefixed(tag)}`"
        if place < last:
            return f"`{prefixed(child)}` stands after `{prefixed(last_tag)}` in `{prefixed(tag)}`"
        if child == last_tag and not may_repeat(tag, child):
            return f"`{prefixed(child)}` stands twice in `{prefixed(tag)}`"
        last, last_tag = place, child
    return ""


def _check_required(part: OpenPart, report: Report) -> None:
    for tag, attributes in REQUIRED.items():
        for each in part.elements.get(tag, ()):
            for attribute in attributes:
                if each.get(attribute) is None and not _is_border_or_mark(each):
                    message = f"`{prefixed(tag)}` lacks its `{prefixed(attribute)}`"
                    report.error("MB932", message, _MEND, part.name, each)


def _is_border_or_mark(each: Element) -> bool:
    """Whether this is a table's `w:ins` or another name that a second element shares."""
    parent = each.getparent()
    return parent is not None and parent.tag in {w("ffData"), w("docPartPr"), w("sdtPr")}


def _check_values(part: OpenPart, report: Report) -> None:
    for tag, patterns in VALUES.items():
        for each in part.elements.get(tag, ()):
            for attribute, pattern in patterns:
                value = each.get(attribute)
                if value is not None and not fits(pattern, value):
                    message = (
                        f"`{prefixed(tag)}` has the {prefixed(attribute).removeprefix('w:')}"
                        f" `{value[:40]}`, which Word does not know"
                    )
                    report.error("MB931", message, _MEND, part.name, each)

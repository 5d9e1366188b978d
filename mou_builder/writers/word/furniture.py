"""Fills the house's headers: short title, draft mark, first-page notice, and the watermark."""

from __future__ import annotations

from collections.abc import Iterable

from mou_builder.model.document import Furniture
from mou_builder.ooxml.elements import Element, run
from mou_builder.ooxml.names import w
from mou_builder.ooxml.watermark import watermark

_VAL = w("val")


def fill_headers(headers: Iterable[Element], furniture: Furniture, font: str) -> None:
    """Put the words where the reference's headers hold content controls for them.

    The controls' tags are `short_title`, `draft` and `notice`; an empty one goes, and its paragraph
    when nothing else is in it. The watermark goes into every header, or it would miss some pages.
    """
    words = {
        "short_title": furniture.short_title,
        "draft": " \u2013 ".join(
            each for each in (furniture.draft_mark, furniture.draft_date) if each
        ),
        "notice": furniture.first_page_notice,
    }
    for number, header in enumerate(headers, 1):
        _fill(header, words)
        if furniture.watermark:
            first = next(header.iter(w("p")), None)
            if first is not None:
                first.append(watermark(furniture.watermark, font, number))


def _fill(header: Element, words: dict[str, str]) -> None:
    for control in list(header.iter(w("sdt"))):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        name = "" if tag is None else tag.get(_VAL, "")
        parent = control.getparent()
        if name not in words or parent is None:
            continue
        if words[name]:
            parent.replace(control, run(words[name]))
        else:
            parent.remove(control)
    for paragraph in list(header.iterchildren(w("p"))):
        if not _is_bare(paragraph):
            continue
        if len(header) > 1:
            header.remove(paragraph)
        else:
            # A header has at least one paragraph; what is left of this one is a tab to nothing.
            for each in paragraph.findall(w("r")):
                paragraph.remove(each)


def _is_bare(paragraph: Element) -> bool:
    shown = paragraph.iter(w("t"), w("drawing"), w("pict"), w("fldChar"), w("fldSimple"))
    return next(shown, None) is None

"""Checks the package: content types, relationships, and what must not come along in a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.ooxml.checks.opened import Opened, OpenPart, Relationship, main_types
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import TYPES_PART, W, local, r, w

_SAVE_AGAIN = "open the file in Word and save it under a new name"
_PLAIN_COPY = "ask its sender for a plain Word document, or paste the text into a new one"
_ACTIVE_KINDS = frozenset(
    [
        "vbaProject",
        "oleObject",
        "control",
        "package",
        "aFChunk",
        "subDocument",
        "mailMergeSource",
        "attachedToolbars",
        "webextension",
        "keyMapCustomizations",
        "frame",
        "activeXControlBinary",
    ]
)
_ACTIVE_TYPES = ("macroEnabled", "vbaProject", "activeX", "oleObject")
_HARMLESS_ADDRESSES = ("http://", "https://", "mailto:")
_REFERENCES = (r("id"), r("embed"), r("link"), r("pict"))
# Word's own elements that name a relationship; pictures and objects have other namespaces.
_REFERRING = frozenset(
    w(name)
    for name in [
        "hyperlink",
        "headerReference",
        "footerReference",
        "altChunk",
        "subDoc",
        "control",
        "attachedTemplate",
        "movie",
        "printerSettings",
        "embedRegular",
        "embedBold",
        "embedItalic",
        "embedBoldItalic",
        "saveThroughXslt",
        "dataSource",
        "headerSource",
        "src",
        "sourceFileName",
        "contentPart",
    ]
)
_WORD = f"{{{W}}}"


def check_container(opened: Opened, report: Report) -> None:
    """Report missing parts and types, dangling relationships, foreign and active content."""
    _check_main(opened, report)
    _check_types(opened, report)
    for source, relationships in opened.relationships.items():
        if source and source not in opened.package.parts:
            message = f"relationships are kept for a part that is missing, `{source}`"
            report.error("MB924", message, _SAVE_AGAIN, source)
        for each in relationships.values():
            _check_relationship(each, source, opened, report)
    for part in opened.parts.values():
        _check_references(part, opened, report)


def _check_main(opened: Opened, report: Report) -> None:
    if opened.main not in opened.parts:
        message = "the package has no main document"
        report.error("MB920", message, "save the document as `Word Document (*.docx)`", "")
        return
    kind = opened.types.get(opened.main, "")
    if kind not in main_types() and kind:
        message = f"the main document is of the kind `{kind}`"
        report.error("MB927", message, "save it as `Word Document (*.docx)`", opened.main)
    if opened.parts[opened.main].root.tag != w("document"):
        message = "the main document does not start with `w:document`"
        report.error("MB920", message, _SAVE_AGAIN, opened.main)


def _check_types(opened: Opened, report: Report) -> None:
    if TYPES_PART not in opened.package.parts:
        report.error("MB924", "the list of content types is missing", _SAVE_AGAIN, TYPES_PART)
        return
    for name in opened.package.parts:
        if name != TYPES_PART and name not in opened.types:
            message = f"the part `{name}` has no content type"
            report.error("MB924", message, _SAVE_AGAIN, name)
    for name, kind in opened.types.items():
        if any(each in kind for each in _ACTIVE_TYPES):
            message = f"the file carries active content, `{name}`"
            report.error("MB927", message, _PLAIN_COPY, name)


def _check_relationship(each: Relationship, source: str, opened: Opened, report: Report) -> None:
    kind = each.kind.rpartition("/")[2]
    if kind in _ACTIVE_KINDS:
        message = f"the file carries foreign or active content (`{kind}`)"
        report.error("MB927", message, _PLAIN_COPY, source)
    elif each.external:
        if kind != "hyperlink" or not each.target.lower().startswith(_HARMLESS_ADDRESSES):
            message = f"the file points to `{_shown(each.target)}` outside of it (`{kind}`)"
            hint = "remove the link: Word would fetch it, and show whoever keeps it that it did"
            report.error("MB926", message, hint, source)
    elif each.target not in opened.package.parts:
        message = f"the file names a part that is missing, `{_shown(each.target)}`"
        report.error("MB925", message, _SAVE_AGAIN, source)


def _check_references(part: OpenPart, opened: Opened, report: Report) -> None:
    known = opened.relationships.get(part.name, {})
    for tag, attribute, value, element in _references(part):
        if value not in known:
            message = f"`{tag}` names the relationship `{_shown(value)}`, which does not exist"
            report.error("MB925", message, _SAVE_AGAIN, part.name, element)
        elif attribute == r("id") and tag in {"headerReference", "footerReference"}:
            target = opened.types.get(known[value].target, "")
            if not target.endswith(f"{tag.removesuffix('Reference')}+xml"):
                message = f"`{tag}` points to a part that is no such thing"
                report.error("MB925", message, _SAVE_AGAIN, part.name, element)
    for each in part.all(w("altChunk"), w("object"), w("control"), w("subDoc")):
        message = f"the document holds embedded content (`{local(each.tag)}`)"
        report.error("MB927", message, _PLAIN_COPY, part.name, each)


def _references(part: OpenPart) -> Iterator[tuple[str, str, str, Element]]:
    for tag, elements in part.elements.items():
        if tag.startswith(_WORD) and tag not in _REFERRING:
            continue
        for each in elements:
            for attribute in _REFERENCES:
                value = each.get(attribute)
                if value:
                    yield local(tag), attribute, value, each


def _shown(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."  # noqa: PLR2004 - one line of a terminal

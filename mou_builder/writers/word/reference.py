"""Opens a house style's reference document with python-docx, and takes the parts of the result."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import (
    CONTENT_TYPES,
    CORE_PART,
    CORE_REL,
    CUSTOM_PART,
    CUSTOM_TYPE,
    NUMBERING_PART,
    NUMBERING_TYPE,
    REL,
    TYPES_PART,
    W,
    w,
)
from mou_builder.writers.word.properties import serialized

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part

# What a house style brings along; a part of any other kind (comments, people, glossaries, custom
# XML, a thumbnail) speaks of the file it was made from, and stays behind.
_KEPT = frozenset(
    [
        "styles",
        "settings",
        "fontTable",
        "theme",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "image",
    ]
)
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_LEAVES_TRACES = frozenset({w("rsids"), w("rsid"), w("attachedTemplate"), w("proofErr")})


@dataclass(frozen=True, slots=True)
class Reference:
    """A house style's document while it becomes the agreement."""

    document: WordDocument
    body: Element
    styles: Element
    settings: Element
    headers: tuple[Element, ...]
    numbering: Element | None
    page: Element | None

    def text_width(self) -> int:
        """Return the width between the margins, in twentieths of a point."""
        size = None if self.page is None else self.page.find(w("pgSz"))
        margins = None if self.page is None else self.page.find(w("pgMar"))
        if size is None or margins is None:
            return 9360
        sides = (int(margins.get(w(side), "1440")) for side in ("left", "right"))
        return int(size.get(w("w"), "12240")) - sum(sides)


def open_reference(content: bytes) -> Reference:
    """Return the reference document, without what it says of the file it was made from."""
    from docx import Document  # noqa: PLC0415 - costs 0.07 s, paid by Word files only

    document = Document(io.BytesIO(content))
    part = document.part
    _drop(part.rels, _KEPT | {"numbering"})
    _drop(part.package.rels, frozenset({"officeDocument"}))
    numbering = _numbering(part)
    _drop(part.rels, _KEPT)
    headers = [
        each.target_part.element for each in part.rels.values() if each.reltype == f"{REL}header"
    ]
    body: Any = document.element.body
    roots = (document.element, document.styles.element, document.settings.element, *headers)
    for root in roots:
        _clean(root)
    for each in part.rels.values():
        # A header may show pictures; nothing else of a house style leads anywhere.
        _drop(each.target_part.rels, frozenset({"image"}))
    return Reference(
        document,
        body,
        document.styles.element,
        document.settings.element,
        tuple(headers),
        numbering,
        body.find(w("sectPr")),
    )


def parts_of(reference: Reference, numbering: bytes, core: bytes) -> dict[str, bytes]:
    """Return the parts of the finished document but for its custom properties, which are empty.

    They name the digest of all the others, so they come last.
    """
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - as in open_reference
    from docx.opc.part import Part  # noqa: PLC0415 - as in open_reference

    package: Any = reference.document.part.package
    added = (
        (NUMBERING_PART, NUMBERING_TYPE, numbering, f"{REL}numbering", reference.document.part),
        (CORE_PART, _CORE_TYPE, core, CORE_REL, package),
        (CUSTOM_PART, CUSTOM_TYPE, b"", f"{REL}custom-properties", package),
    )
    for name, kind, content, relation, source in added:
        source.relate_to(Part(PackURI(f"/{name}"), kind, content, package), relation)
    parts: dict[str, bytes] = {"_rels/.rels": _bytes(package.rels.xml)}
    kinds: dict[str, str] = {}
    for each in sorted(package.iter_parts(), key=lambda part: part.partname):
        name = each.partname.lstrip("/")
        parts[name] = each.blob
        kinds[name] = each.content_type
        if len(each.rels):
            parts[each.partname.rels_uri.lstrip("/")] = _bytes(each.rels.xml)
    parts[TYPES_PART] = _content_types(kinds)
    return parts


def _numbering(part: Part) -> Element | None:
    found = [each for each in part.rels.values() if each.reltype == f"{REL}numbering"]
    return etree.fromstring(found[0].target_part.blob) if found else None


def _drop(relationships: Any, kept: frozenset[str]) -> None:  # noqa: ANN401 - python-docx's own dict
    for number in list(relationships):
        kind = relationships[number].reltype
        if not kind.startswith(REL) or kind.removeprefix(REL) not in kept:
            del relationships[number]


def _clean(root: Element) -> None:
    for each in list(root.iter(*_LEAVES_TRACES)):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    for each in root.iter(etree.Element):
        for name in [name for name in each.attrib if str(name).startswith(f"{{{W}}}rsid")]:
            del each.attrib[name]


def _content_types(kinds: Mapping[str, str]) -> bytes:
    names: Any = {None: CONTENT_TYPES}  # the stubs know no default namespace
    root = etree.Element(f"{{{CONTENT_TYPES}}}Types", None, names)
    usual = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    # Pictures in a header go by their suffix, as Word writes them.
    for name, kind in kinds.items():
        if not name.endswith(".xml"):
            usual[name.rpartition(".")[2]] = kind
    for suffix, kind in sorted(usual.items()):
        traits = {"Extension": suffix, "ContentType": kind}
        etree.SubElement(root, f"{{{CONTENT_TYPES}}}Default", traits)
    for name, kind in sorted(kinds.items()):
        if name.endswith(".xml"):
            traits = {"PartName": f"/{name}", "ContentType": kind}
            etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", traits)
    return serialized(root)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()

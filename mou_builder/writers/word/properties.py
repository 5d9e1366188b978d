"""Writes a document's properties: what it is, in which language, and where it comes from."""

from __future__ import annotations

from typing import Any

from lxml import etree

from mou_builder.model.agreement import Agreement
from mou_builder.model.document import Properties
from mou_builder.ooxml.names import CORE, CUSTOM, DC, DCTERMS, VARIANT, XSI
from mou_builder.ooxml.package import DIGEST_PROPERTY

_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
# Ids 0 and 1 are Word's own.
_FIRST_ID = 2


def core_part(properties: Properties) -> bytes:
    """Return docProps/core.xml: title, subject, author and language, dated as of the agreement."""
    names = {"cp": CORE, "dc": DC, "dcterms": DCTERMS, "xsi": XSI}
    root = etree.Element(f"{{{CORE}}}coreProperties", None, names)
    _say(root, DC, "title", properties.title)
    _say(root, DC, "subject", properties.subject)
    _say(root, DC, "creator", properties.author)
    _say(root, CORE, "lastModifiedBy", properties.author)
    _say(root, CORE, "revision", "1")
    for name in ("created", "modified"):
        if properties.as_of:
            stamp = etree.SubElement(root, f"{{{DCTERMS}}}{name}")
            stamp.set(f"{{{XSI}}}type", "dcterms:W3CDTF")
            stamp.text = f"{properties.as_of}T00:00:00Z"
    _say(root, DC, "language", properties.language)
    return serialized(root)


def custom_part(agreement: Agreement, digest: str) -> bytes:
    """Return docProps/custom.xml: the provenance, and the digest by which our own file is known."""
    provenance = agreement.provenance
    values = {
        "Program": provenance.program,
        "Instrument": agreement.instrument,
        "As Of": provenance.as_of,
        "Clause Library Digest": provenance.library,
        "Answers Digest": provenance.answers,
        DIGEST_PROPERTY: digest,
    }
    names: Any = {None: CUSTOM, "vt": VARIANT}  # the stubs know no default namespace
    root = etree.Element(f"{{{CUSTOM}}}Properties", None, names)
    for number, (name, value) in enumerate(values.items(), _FIRST_ID):
        traits = {"fmtid": _FORMAT, "pid": str(number), "name": name}
        entry = etree.SubElement(root, f"{{{CUSTOM}}}property", traits)
        etree.SubElement(entry, f"{{{VARIANT}}}lpwstr").text = value
    return serialized(root)


def serialized(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _say(root: etree._Element, space: str, name: str, words: str) -> None:
    if words:
        etree.SubElement(root, f"{{{space}}}{name}").text = words

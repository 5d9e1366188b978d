"""Validates the parts of a package against the ECMA-376 schemas in the folder of MOU_XSD_DIR."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from lxml import etree

from mou_builder.ooxml.package import read_package

FOLDER = os.environ.get("MOU_XSD_DIR", "")
_WHERE = ("ecma376-transitional", "opc", "w3c-dublincore")
_XML = "http://www.w3.org/XML/1998/namespace"
# The schema that rules a part, by the part's root.
_SCHEMAS = {
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}": "wml.xsd",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}": "dml-main.xsd",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}": (
        "opc-coreProperties.xsd"
    ),
    "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}": (
        "shared-documentPropertiesCustom.xsd"
    ),
    "{http://schemas.openxmlformats.org/package/2006/relationships}": "opc-relationships.xsd",
    "{http://schemas.openxmlformats.org/package/2006/content-types}": "opc-contentTypes.xsd",
}


def schema_faults(content: bytes) -> list[str]:
    """Return what the schemas say against the parts of a Word file, each with its part's name."""
    found = []
    for name, part in read_package(content, "").ok.parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(part)
            schema = _schema(_SCHEMAS[root.tag.partition("}")[0] + "}"])
            schema.validate(root)
            found += [f"{name}: {each.message}" for each in schema.error_log]
    return found


class _Patched(etree.Resolver):
    """Finds schemas by name, and gives the imports that name no place theirs."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:  # noqa: ARG002
        """Return the schema of that name; lxml hands over a public id that none has."""
        return self.resolve_string(_text(Path(system_url).name), context, base_url=system_url)


@cache
def _schema(name: str) -> etree.XMLSchema:
    parser = etree.XMLParser()
    parser.resolvers.add(_Patched())
    root = etree.fromstring(_text(name), parser, base_url=name)
    return etree.XMLSchema(root)


def _text(name: str) -> bytes:
    known = {"xml.xsd": "xml-min.xsd"}
    found = (Path(FOLDER) / folder / known.get(name, name) for folder in _WHERE)
    text = next(each for each in found if each.exists()).read_text(encoding="utf-8-sig")
    text = re.sub(r"<!DOCTYPE.*?\]?>", "", text, flags=re.DOTALL)
    text = re.sub(
        rf'(<\w+:import\b(?:(?!schemaLocation)[^>])*namespace="{re.escape(_XML)}"'
        r"(?:(?!schemaLocation)[^>])*?)/>",
        r'\1 schemaLocation="xml.xsd"/>',
        text,
    )
    return text.encode()

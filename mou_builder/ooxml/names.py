"""The XML names that a Word file uses, written once."""

from __future__ import annotations

from functools import cache

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # the prefix that Word itself uses
W10 = "urn:schemas-microsoft-com:office:word"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Relationship types, and the content types of the parts behind them.
REL = R + "/"
CORE_REL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPE = WORD_TYPE + "document.main+xml"
NUMBERING_TYPE = WORD_TYPE + "numbering+xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"

DOCUMENT_PART = "word/document.xml"
STYLES_PART = "word/styles.xml"
SETTINGS_PART = "word/settings.xml"
NUMBERING_PART = "word/numbering.xml"
CORE_PART = "docProps/core.xml"
CUSTOM_PART = "docProps/custom.xml"
TYPES_PART = "[Content_Types].xml"


@cache
def w(name: str) -> str:
    """Return the name in Word's main namespace, in lxml's `{namespace}name` form."""
    return f"{{{W}}}{name}"


@cache
def r(name: str) -> str:
    """Return the name in the namespace of relationship attributes."""
    return f"{{{R}}}{name}"


def local(tag: object) -> str:
    """Return the part of a tag after its namespace; empty for comments and other non-elements."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def prefixed(tag: object) -> str:
    """Return the tag as a reader knows it, `w:p`; other namespaces keep their bare name."""
    name = local(tag)
    return f"w:{name}" if isinstance(tag, str) and tag.startswith(f"{{{W}}}") else name

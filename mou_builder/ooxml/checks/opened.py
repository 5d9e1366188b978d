"""Opens the parts of a package for checking: parsed once, their elements sorted by name."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from lxml import etree

from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.names import CONTENT_TYPES, MAIN_TYPE, RELATIONSHIPS, TYPES_PART, WORD_TYPE
from mou_builder.ooxml.package import Package

_STORY_TYPES = {
    WORD_TYPE + kind + "+xml"
    for kind in ("document.main", "header", "footer", "comments", "footnotes", "endnotes")
} | {"application/vnd.ms-word.document.macroEnabled.main+xml", WORD_TYPE + "template.main+xml"}


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part; `target` is a part's name, or an address when external."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A parsed part: its root, and its elements by tag in document order."""

    name: str
    type: str
    root: Element
    elements: Mapping[str, Sequence[Element]]

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements of these tags, tag by tag, each in document order."""
        for tag in tags:
            yield from self.elements.get(tag, ())


@dataclass(frozen=True, slots=True)
class Opened:
    """A package with its XML parts parsed; parts that are no XML stay bytes in `package`."""

    package: Package
    parts: Mapping[str, OpenPart]
    relationships: Mapping[str, Mapping[str, Relationship]]
    types: Mapping[str, str]
    main: str = ""
    stories: tuple[OpenPart, ...] = field(default=())

    def of_type(self, kind: str) -> OpenPart | None:
        """Return the part that the main document points to as styles, numbering or settings."""
        for each in self.relationships.get(self.main, {}).values():
            if each.kind.endswith(f"/{kind}") and each.target in self.parts:
                return self.parts[each.target]
        return None


def open_parts(package: Package, report: Report) -> Opened:
    """Return the parsed parts; a part that is no well-formed XML is reported and left out."""
    roots = {}
    for name, content in package.parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            root = _parse(name, content, report)
            if root is not None:
                roots[name] = root
    types = _content_types(roots.get(TYPES_PART), package)
    parts = {
        name: OpenPart(name, types.get(name, ""), root, _by_tag(root))
        for name, root in roots.items()
        if not name.endswith(".rels") and name != TYPES_PART
    }
    relationships = {
        _source_of(name): _relationships(_source_of(name), root)
        for name, root in roots.items()
        if name.endswith(".rels")
    }
    main = _main_part(relationships.get("", {}))
    stories = tuple(each for each in parts.values() if each.type in _STORY_TYPES)
    # The main document first: ids and bookmarks are read in the order in which Word meets them.
    ordered = sorted(stories, key=lambda each: (each.name != main, each.name))
    return Opened(package, parts, relationships, types, main, tuple(ordered))


def main_types() -> frozenset[str]:
    """Return the content types of a main document that is plain: no template, no macros."""
    return frozenset({MAIN_TYPE})


def _parse(name: str, content: bytes, report: Report) -> Element | None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        said = str(fault).split(", line")[0].lower()
        message = f"the part is not well-formed XML: {said}"
        report.error("MB923", message, "open the file in Word and save it under a new name", name)
        return None
    docinfo: Any = root.getroottree().docinfo  # the stubs lack its doctype
    if docinfo.doctype:
        message = "the part declares a document type, which no Word file needs"
        report.error("MB923", message, "do not open it; ask its sender for a plain copy", name)
        return None
    return root


def _by_tag(root: Element) -> dict[str, list[Element]]:
    found: defaultdict[str, list[Element]] = defaultdict(list)
    for each in root.iter("*"):
        found[each.tag].append(each)
    return dict(found)


def _content_types(root: Element | None, package: Package) -> dict[str, str]:
    if root is None:
        return {}
    defaults, overrides = {}, {}
    for each in root.iter(f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"):
        kind = each.get("ContentType", "")
        if each.tag.endswith("Default"):
            defaults[each.get("Extension", "").lower()] = kind
        else:
            overrides[each.get("PartName", "").removeprefix("/").lower()] = kind
    found = {}
    for name in package.parts:
        extension = name.rpartition(".")[2].lower()
        kind = overrides.get(name.lower(), defaults.get(extension, ""))
        if kind and name != TYPES_PART:
            found[name] = kind
    return found


def _source_of(relationships_part: str) -> str:
    folder, _, name = relationships_part.rpartition("/")
    parent = folder.removesuffix("_rels").removesuffix("/")
    source = name.removesuffix(".rels")
    return f"{parent}/{source}" if parent else source


def _relationships(source: str, root: Element) -> dict[str, Relationship]:
    found = {}
    for each in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        external = each.get("TargetMode") == "External"
        target = each.get("Target", "")
        made = Relationship(
            each.get("Id", ""),
            each.get("Type", ""),
            target if external else _resolved(source, target),
            external,
        )
        found[made.id] = made
    return found


def _resolved(source: str, target: str) -> str:
    path = unquote(target.partition("#")[0])
    if path.startswith("/"):
        return path.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _main_part(relationships: Mapping[str, Relationship]) -> str:
    mains = (each for each in relationships.values() if each.kind.endswith("/officeDocument"))
    return next((each.target for each in mains), "")

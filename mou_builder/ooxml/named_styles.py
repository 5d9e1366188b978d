"""Which named styles a house style's reference document holds, and for which part of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.ooxml.checks.opened import open_parts
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.package import read_package
from mou_builder.ooxml.stylesheet import read_styles

PROVISION_LEVELS = 7
BULLET_LEVELS = 5
EXHIBIT_LEVELS = 5


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style's name as Word shows it, and its kind: paragraph, character or table."""

    name: str
    kind: str = "paragraph"


_PARAGRAPHS = {
    "title": "Title",
    "subtitle": "Subtitle",
    "notice": "Draft Notice",
    "preamble": "Preamble",
    "party": "Party",
    "recitals_heading": "Recitals Heading",
    "recital": "Recital",
    "recital_numbered": "Recital Numbered",
    "operative": "Operative",
    "body": "Body Text",
    "contents_heading": "TOC Heading",
    "contents_entry": "toc 1",
    "article_heading": "heading 1",
    "closing": "Closing Paragraph",
    "table_caption": "caption",
    "exhibit_heading": "Exhibit Heading",
    "exhibit_body": "Exhibit Text",
    "signature_lead": "Signature Lead",
    "signature_party": "Signature Party",
    "signature_through": "Signature Through",
    "signature_line": "Signature Line",
    "signature_detail": "Signature Detail",
    "signature_date": "Signature Date",
    "signature_note": "Signature Note",
    "header": "header",
    "header_notice": "Header Notice",
    "footer": "footer",
    "end": "End of Document",
}
_CHARACTERS = {
    "section_caption": "Section Caption",
    "defined_term": "Defined Term",
    "blank": "Blank",
    "provisional": "Provisional",
    "citation_open": "Citation Open",
    "strong": "Strong",
    "emphasis": "Emphasis",
    "strong_emphasis": "Strong Emphasis",
    "link": "Hyperlink",
}
_TABLES = {"table": "Agreement Table", "signature_table": "Signature Table"}
# The alignments of a table's columns, and how the styles of their cells end.
ALIGNMENTS = {"left": "", "center": " Centered", "right": " Right"}


def _numbered(part: str, name: str, levels: int, *, plain_first: bool = False) -> dict[str, str]:
    return {
        f"{part}_{level}": name if plain_first and level == 1 else f"{name} {level}"
        for level in range(1, levels + 1)
    }


def _cells() -> dict[str, str]:
    return {
        f"table_{part}_{alignment}": f"Table {part.title()}{ending}"
        for part in ("heading", "text", "total")
        for alignment, ending in ALIGNMENTS.items()
    }


NAMED_STYLES: Mapping[str, NamedStyle] = MappingProxyType(
    {
        part: NamedStyle(name)
        for part, name in {
            **_PARAGRAPHS,
            **_numbered("provision", "Provision", PROVISION_LEVELS),
            **_numbered("provision_text", "Provision Text", PROVISION_LEVELS),
            **_numbered("bullet", "List Bullet", BULLET_LEVELS, plain_first=True),
            **_numbered("bullet_text", "List Continue", BULLET_LEVELS, plain_first=True),
            **_numbered("exhibit_item", "Exhibit Item", EXHIBIT_LEVELS),
            **_numbered("exhibit_item_text", "Exhibit Item Text", EXHIBIT_LEVELS),
            **_cells(),
        }.items()
    }
    | {part: NamedStyle(name, "character") for part, name in _CHARACTERS.items()}
    | {part: NamedStyle(name, "table") for part, name in _TABLES.items()}
)


def check_reference(
    content: bytes, word_styles: Mapping[str, str], file: str = "reference.docx"
) -> tuple[Diagnostic, ...]:
    """Return what keeps a reference document from serving as a house style; empty for nothing.

    `word_styles` are the names that the style's `style.yaml` gives to parts other than the usual.
    """
    package = read_package(content, file)
    if package.value is None:
        return package.diagnostics
    report = Report(file)
    opened = open_parts(package.value, report)
    at = Position(file, 1, 1)
    unknown = [part for part in word_styles if part not in NAMED_STYLES]
    faults = [
        error("MB963", f"there is no part `{part}` to give a style to", at, _parts_hint(part))
        for part in unknown
    ]
    styles = opened.of_type("styles")
    sheet = read_styles(None if styles is None else styles.root)
    for part, usual in NAMED_STYLES.items():
        name = word_styles.get(part, usual.name)
        if not sheet.named(name, usual.kind):
            message = f"the reference document has no {usual.kind} style named `{name}`"
            hint = f"add the style in Word, or name another one for `{part}` under `word_styles:`"
            faults.append(error("MB964", message, at, hint))
    return (*report.found, *faults)


def _parts_hint(part: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - needed for a misspelt part only

    near = get_close_matches(part, NAMED_STYLES, 1)
    return f"did you mean `{near[0]}`?" if near else "see templates/styles/README.md for the parts"

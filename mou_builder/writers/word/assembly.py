"""Assembles the Word file from the house's package, the body, lists and properties; checks it."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic
from mou_builder.model.agreement import Agreement
from mou_builder.model.style import HouseStyle
from mou_builder.ooxml.checks import check_own_output
from mou_builder.ooxml.elements import Element
from mou_builder.ooxml.ids import Ids
from mou_builder.ooxml.names import CUSTOM_PART, w
from mou_builder.ooxml.package import digest_of, pack
from mou_builder.writers.word.binding import bind, body_size
from mou_builder.writers.word.blocks import write_body
from mou_builder.writers.word.composition import Composition
from mou_builder.writers.word.furniture import fill_headers
from mou_builder.writers.word.looks import Looks
from mou_builder.writers.word.properties import core_part, custom_part, serialized
from mou_builder.writers.word.reference import Reference, open_reference, parts_of
from mou_builder.writers.word.survey import survey


def assemble(agreement: Agreement, style: HouseStyle) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the Word file and what the structural check finds in it: nothing, but for a bug."""
    content = build(agreement, style)
    return content, check_own_output(content)


def build(agreement: Agreement, style: HouseStyle) -> bytes:
    """Return the Word file, not yet checked."""
    document, scheme = agreement.document, agreement.scheme
    reference = open_reference(style.reference)
    looks = Looks(reference.styles, style.word_styles)
    found = survey(document.blocks)
    binding = bind(looks, scheme, found, reference.numbering, body_size(looks))
    made = Composition(looks, Ids(), scheme, found, binding, reference.text_width())
    blocks = write_body(document, made)
    page = [] if reference.page is None else [reference.page]
    reference.body[:] = [*blocks, *page]
    _set_language(reference, looks, document.properties.language or style.language)
    fill_headers(reference.headers, document.furniture, _font(reference.styles))
    parts = parts_of(reference, serialized(binding.numbering), core_part(document.properties))
    parts[CUSTOM_PART] = custom_part(agreement, digest_of(parts))
    return pack(parts)


def _set_language(reference: Reference, looks: Looks, language: str) -> None:
    looks.set_language(language)
    for each in reference.settings.iter(w("themeFontLang")):
        each.set(w("val"), language)


def _font(styles: Element) -> str:
    fonts = next(styles.iter(w("rFonts")), None)
    return "Times New Roman" if fonts is None else fonts.get(w("ascii"), "Times New Roman")

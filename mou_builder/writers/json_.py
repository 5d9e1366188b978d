"""JSON: the resolved agreement for other programs, as safe to send as the Word file.

The shape, in the order of its keys:

    format, version        what this is
    instrument, final      the kind of agreement; whether it is a draft
    properties, furniture  title, parties, language, date; draft mark, notice
    numbering              the numbering scheme
    blocks                 the document, each block with its `kind`
    steps                  what law on file asks to be done about it, each with its evidence
    provenance             program, library and answers digests, clauses with versions and digests

No part of it holds an open item, an alternative's id, a question's id or a place in a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, TypeAlias, assert_never

from mou_builder.model.agreement import Agreement, Provenance
from mou_builder.model.document import (
    AgreementBlock,
    Blank,
    BulletList,
    Certification,
    Citation,
    Contents,
    CrossReference,
    Definition,
    Emphasis,
    Exhibit,
    ExhibitUse,
    Filled,
    Inline,
    LineBreak,
    Paragraph,
    PartySignature,
    Provision,
    Row,
    SignatureBlock,
    SignatureLine,
    Table,
    TermUse,
    Text,
)
from mou_builder.model.reading import words_of
from mou_builder.model.style import HouseStyle
from mou_builder.writers import Writer

Json: TypeAlias = dict[str, Any]


def write(agreement: Agreement, style: HouseStyle) -> bytes:
    """Return the resolved agreement as indented JSON in UTF-8."""
    del style  # only the look is left in it
    document = agreement.document
    value = {
        "format": "mou-builder agreement",
        "version": 1,
        "instrument": agreement.instrument,
        "final": agreement.final,
        "properties": asdict(document.properties),
        "furniture": asdict(document.furniture),
        "numbering": agreement.scheme.id,
        "blocks": _blocks(document.blocks),
        "steps": [asdict(each) for each in agreement.steps],
        "provenance": _provenance(agreement.provenance),
    }
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _provenance(provenance: Provenance) -> Json:
    return {
        "program": provenance.program,
        "library": provenance.library,
        "answers": provenance.answers,
        "as_of": provenance.as_of,
        # Which alternative was taken is the negotiators' own affair: it stays out.
        "clauses": [
            {"clause": each.clause, "version": each.version, "digest": each.digest}
            for each in provenance.clauses
        ],
    }


# --- blocks ------------------------------------------------------------------------------------


def _blocks(blocks: Iterable[AgreementBlock]) -> list[Json]:
    return [_block(each) for each in blocks]


def _block(block: AgreementBlock) -> Json:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Provision():
            return _provision(block)
        case BulletList():
            return {"kind": "bullets", "items": [_blocks(item) for item in block.items]}
        case Table():
            return _table(block)
        case SignatureBlock():
            return _signatures(block)
        case Exhibit() | Contents():
            return _apart(block)
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph[Inline]) -> Json:
    return {
        "kind": "paragraph",
        "role": paragraph.role.value,
        "label": paragraph.label,
        "inlines": _inlines(paragraph.inlines),
    }


def _provision(provision: Provision[Inline]) -> Json:
    return {
        "kind": "provision",
        "anchor": provision.anchor,
        "clause": provision.clause,
        "level": provision.level,
        "number": provision.number,
        "label": provision.label,
        "heading": provision.heading,
        "provisional": provision.provisional,
        "content": _blocks(provision.content),
    }


def _apart(block: Exhibit[Inline] | Contents) -> Json:
    if isinstance(block, Contents):
        return {"kind": "contents", "heading": block.heading}
    return {
        "kind": "exhibit",
        "anchor": block.anchor,
        "label": block.label,
        "title": block.title,
        "content": _blocks(block.content),
    }


def _table(table: Table[Inline]) -> Json:
    return {
        "kind": "table",
        "caption": table.caption,
        "alignments": list(table.alignments),
        "header": _row(table.header),
        "rows": [{"total": each.total, "cells": _row(each)} for each in table.rows],
    }


def _row(row: Row[Inline]) -> list[list[Json]]:
    return [_inlines(cell) for cell in row.cells]


def _signatures(block: SignatureBlock[Inline]) -> Json:
    value: Json = {
        "kind": "signatures",
        "form": block.form,
        "lead": _inlines(block.lead),
        "parties": [_party(each) for each in block.parties],
    }
    if block.certificates:
        value["certificates"] = [_certificate(each) for each in block.certificates]
    return value


def _party(party: PartySignature[Inline]) -> Json:
    return {
        "party": _inlines(party.party),
        "through": _inlines(party.through),
        "signatories": [_signature(each) for each in party.signatories],
        "attests": [_signature(each) for each in party.attests],
        "notes": [_inlines(each) for each in party.notes],
    }


def _certificate(certificate: Certification[Inline]) -> Json:
    return {
        "title": _inlines(certificate.title),
        "words": _inlines(certificate.words),
        "signatory": _signature(certificate.line),
    }


def _signature(line: SignatureLine[Inline]) -> Json:
    return {
        "caption": line.caption,
        "name": _inlines(line.name),
        "title": _inlines(line.title),
        "dated": line.dated,
    }


# --- inlines -----------------------------------------------------------------------------------


def _inlines(inlines: Iterable[Inline]) -> list[Json]:
    """Return the inlines; words of answers join those of the clause, so that none stands out."""
    values: list[Json] = []
    for inline in inlines:
        value = _inline(inline)
        if values and value["kind"] == values[-1]["kind"] == "text":
            values[-1] = {"kind": "text", "text": values[-1]["text"] + value["text"]}
        else:
            values.append(value)
    return values


def _inline(inline: Inline) -> Json:
    match inline:
        case Text() | Filled():
            return {"kind": "text", "text": words_of(inline)}
        case Emphasis():
            return {"kind": "emphasis", **asdict(inline)}
        case Blank(_, label):
            return {"kind": "blank", "label": label}
        case Definition(term):
            return {"kind": "definition", "term": term}
        case LineBreak():
            return {"kind": "line_break"}
        case Citation() | TermUse() | CrossReference() | ExhibitUse():
            return _reference(inline)
        case _:
            assert_never(inline)


def _reference(inline: Citation | TermUse | CrossReference | ExhibitUse) -> Json:
    match inline:
        case Citation(fact, words):
            return {"kind": "citation", "fact": fact, "words": words}
        case TermUse(term, words):
            return {"kind": "term", "term": term, "words": words}
        case CrossReference():
            return {"kind": "reference", **asdict(inline)}
        case ExhibitUse():
            return {"kind": "exhibit_reference", **asdict(inline)}
        case _:
            assert_never(inline)


WRITER = Writer("json", ".json", "JSON", write)

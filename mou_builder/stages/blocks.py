"""Walks through the blocks of a document: to read all inlines, or to change them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar, assert_never

from mou_builder.model.document import (
    Block,
    BulletList,
    Certification,
    Contents,
    Exhibit,
    Paragraph,
    PartySignature,
    Provision,
    Row,
    SignatureBlock,
    SignatureLine,
    Table,
)

I = TypeVar("I")
J = TypeVar("J")
A_contra = TypeVar("A_contra", contravariant=True)
B_co = TypeVar("B_co", covariant=True)


class Change(Protocol, Generic[A_contra, B_co]):
    """What is done to a document: to each run of inlines, and to each provision's number."""

    def inlines(self, run: tuple[A_contra, ...], around: str) -> tuple[B_co, ...]:
        """Return the changed run; `around` is the anchor of the innermost provision or exhibit."""

    def number(self, anchor: str) -> tuple[str, str]:
        """Return the number and the label of the provision with that anchor."""


def runs_of(block: Block[I]) -> list[tuple[I, ...]]:
    """Return every run of inlines in reading order; a table's header is a heading, and no run."""
    runs: list[tuple[I, ...]] = []
    _add_runs(block, runs)
    return runs


def provisions_of(block: Block[I]) -> list[Provision[I]]:
    """Return the provisions in a block, itself included, each before those inside it."""
    provisions: list[Provision[I]] = []
    _add_provisions(block, provisions)
    return provisions


def children_of(block: Block[I]) -> tuple[Block[I], ...]:
    """Return the blocks directly inside a block."""
    match block:
        case Paragraph() | Table() | SignatureBlock() | Contents():
            return ()
        case Provision() | Exhibit():
            return block.content
        case BulletList():
            return tuple(each for item in block.items for each in item)
        case _:
            assert_never(block)


def changed(block: Block[I], change: Change[I, J], around: str = "") -> Block[J]:
    """Return the block with every run of inlines changed, and every provision numbered."""
    match block:
        case Paragraph(role, inlines, label):
            return Paragraph(role, change.inlines(inlines, around), label)
        case Provision():
            return _changed_provision(block, change)
        case BulletList(items):
            return BulletList(tuple(_all_changed(each, change, around) for each in items))
        case Table():
            return _changed_table(block, change, around)
        case SignatureBlock():
            return _changed_signatures(block, change)
        case Exhibit() | Contents():
            return _changed_part(block, change)
        case _:
            assert_never(block)


def _add_provisions(block: Block[I], provisions: list[Provision[I]]) -> None:
    if isinstance(block, Provision):
        provisions.append(block)
    for each in children_of(block):
        _add_provisions(each, provisions)


def _add_runs(block: Block[I], runs: list[tuple[I, ...]]) -> None:
    match block:
        case Paragraph():
            runs.append(block.inlines)
        case Provision() | Exhibit() | BulletList() | Contents():
            for each in children_of(block):
                _add_runs(each, runs)
        case Table():
            for row in block.rows:
                runs.extend(row.cells)
        case SignatureBlock():
            runs.extend(_signature_runs(block))
        case _:
            assert_never(block)


def _signature_runs(block: SignatureBlock[I]) -> Iterator[tuple[I, ...]]:
    yield block.lead
    for party in block.parties:
        yield party.party
        yield party.through
        for line in (*party.signatories, *party.attests):
            yield line.name
            yield line.title
        yield from party.notes
    for each in block.certificates:
        yield from (each.title, each.words, each.line.name, each.line.title)


def _all_changed(
    blocks: tuple[Block[I], ...], change: Change[I, J], around: str
) -> tuple[Block[J], ...]:
    return tuple(changed(each, change, around) for each in blocks)


def _changed_provision(block: Provision[I], change: Change[I, J]) -> Provision[J]:
    number, label = change.number(block.anchor)
    return Provision(
        block.anchor,
        block.level,
        block.heading,
        _all_changed(block.content, change, block.anchor),
        number,
        label,
        block.clause,
        block.provisional,
    )


def _changed_part(block: Exhibit[I] | Contents, change: Change[I, J]) -> Exhibit[J] | Contents:
    if isinstance(block, Contents):
        return block
    content = _all_changed(block.content, change, block.anchor)
    return Exhibit(block.anchor, block.label, block.title, content)


def _changed_table(table: Table[I], change: Change[I, J], around: str) -> Table[J]:
    def row(each: Row[I]) -> Row[J]:
        return Row(tuple(change.inlines(cell, around) for cell in each.cells), each.total)

    rows = tuple(row(each) for each in table.rows)
    return Table(table.caption, table.alignments, row(table.header), rows)


def _changed_signatures(block: SignatureBlock[I], change: Change[I, J]) -> SignatureBlock[J]:
    def words(run: tuple[I, ...]) -> tuple[J, ...]:
        return change.inlines(run, "")

    def line(each: SignatureLine[I]) -> SignatureLine[J]:
        return SignatureLine(each.caption, words(each.name), words(each.title), each.dated)

    def party(each: PartySignature[I]) -> PartySignature[J]:
        return PartySignature(
            words(each.party),
            words(each.through),
            tuple(line(one) for one in each.signatories),
            tuple(line(one) for one in each.attests),
            tuple(words(one) for one in each.notes),
        )

    def certificate(each: Certification[I]) -> Certification[J]:
        return Certification(words(each.title), words(each.words), line(each.line))

    parties = tuple(party(each) for each in block.parties)
    certificates = tuple(certificate(each) for each in block.certificates)
    return SignatureBlock(words(block.lead), parties, block.form, certificates)

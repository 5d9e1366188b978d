"""Looks through an agreement before it is written: what is referred to, how numbers look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mou_builder.model.document import (
    AgreementBlock,
    BulletList,
    Contents,
    CrossReference,
    Exhibit,
    ExhibitUse,
    Inline,
    Paragraph,
    PartySignature,
    Provision,
    SignatureBlock,
    Table,
)


@dataclass(slots=True)
class Survey:
    """What a look through finds.

    `referenced` are the anchors that a field leads to; `numbers` the longest number of each level;
    `recital` the first recital's number; `exhibits` the exhibits' labels, `exhibit_items` the
    longest number of each level in them, `in_exhibits` those numbers by anchor.
    """

    referenced: set[str] = field(default_factory=set)
    numbers: dict[int, str] = field(default_factory=dict)
    recital: str = ""
    exhibits: list[str] = field(default_factory=list)
    exhibit_items: dict[int, str] = field(default_factory=dict)
    in_exhibits: dict[str, str] = field(default_factory=dict)
    has_contents: bool = False

    @property
    def exhibit_level(self) -> int:
        """The level of the outermost numbered provision in an exhibit; 0 when there is none."""
        return min(self.exhibit_items, default=0)


def survey(blocks: Iterable[AgreementBlock]) -> Survey:
    """Return what a look through the blocks finds."""
    found = Survey()
    for block in blocks:
        _look(block, found, in_exhibit=False)
    return found


def _look(block: AgreementBlock, found: Survey, *, in_exhibit: bool) -> None:
    for inlines in _inlines_of(block):
        _note_references(inlines, found)
    match block:
        case Paragraph():
            found.recital = found.recital or block.label
        case Provision():
            _note_number(block, found, in_exhibit=in_exhibit)
        case Exhibit():
            found.exhibits.append(block.label)
        case Contents():
            found.has_contents = True
        case _:
            pass
    inside = in_exhibit or isinstance(block, Exhibit)
    for each in _blocks_in(block):
        _look(each, found, in_exhibit=inside)


def _note_number(provision: Provision[Inline], found: Survey, *, in_exhibit: bool) -> None:
    if not provision.number:
        return
    longest = found.exhibit_items if in_exhibit else found.numbers
    if len(provision.number) > len(longest.get(provision.level, "")):
        longest[provision.level] = provision.number
    if in_exhibit:
        found.in_exhibits[provision.anchor] = provision.number


def _note_references(inlines: Iterable[Inline], found: Survey) -> None:
    for each in inlines:
        if isinstance(each, ExhibitUse) or (isinstance(each, CrossReference) and each.label):
            found.referenced.add(each.anchor)


def _blocks_in(block: AgreementBlock) -> Iterator[AgreementBlock]:
    if isinstance(block, Provision | Exhibit):
        yield from block.content
    elif isinstance(block, BulletList):
        for item in block.items:
            yield from item


def _inlines_of(block: AgreementBlock) -> Iterator[tuple[Inline, ...]]:
    match block:
        case Paragraph():
            yield block.inlines
        case Table():
            for row in (block.header, *block.rows):
                yield from row.cells
        case SignatureBlock():
            yield block.lead
            for party in block.parties:
                yield from _signed(party)
            for each in block.certificates:
                yield from (each.title, each.words, each.line.name, each.line.title)
        case _:
            return


def _signed(party: PartySignature[Inline]) -> Iterator[tuple[Inline, ...]]:
    yield party.party
    yield party.through
    yield from party.notes
    for line in (*party.signatories, *party.attests):
        yield line.name
        yield line.title

"""The words of a rendered text, as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from mou_builder.model.document import (
    Blank,
    BulletList,
    Citation,
    Contents,
    CrossReference,
    Definition,
    DraftBlock,
    DraftInline,
    Emphasis,
    Exhibit,
    ExhibitUse,
    Filled,
    LineBreak,
    Paragraph,
    PendingReference,
    Provision,
    SignatureBlock,
    Table,
    TermUse,
    Text,
)

ELSEWHERE = "…"  # what an answer, a citation or a reference says is not the library's wording
_END = re.compile(r"(?<=[.!?])[”)]?\s+(?=[A-Z“(…])")


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [each for each in _END.split(" ".join(text.split())) if each]


def paragraphs(blocks: Iterable[DraftBlock]) -> Iterator[str]:
    """Yield the text of each paragraph and item; a table is no sentence."""
    for block in blocks:
        match block:
            case Paragraph(inlines=inlines):
                yield words(inlines)
            case Provision(content=content):
                yield from paragraphs(content)
            case BulletList(items):
                for item in items:
                    yield from paragraphs(item)
            case Table() | SignatureBlock() | Exhibit() | Contents():
                pass
            case _:
                assert_never(block)


def words(inlines: Iterable[DraftInline]) -> str:
    """Return the words of the library in a paragraph."""
    return "".join(map(_words, inlines))


def _words(inline: DraftInline) -> str:
    match inline:
        case Text(text) | Emphasis(text):
            return text
        case Definition(term):
            return term
        case TermUse(words=printed):
            return printed
        case Filled(words=said):
            return f"{ELSEWHERE}." if said.endswith(".") else ELSEWHERE
        case Blank() | Citation() | CrossReference() | ExhibitUse() | PendingReference():
            return ELSEWHERE
        case LineBreak():
            return " "
        case _:
            assert_never(inline)

"""Reads the document of a finished agreement: its paragraphs, each word with the place it is from.

A document says of its words only which answer they came from. Those of a text are therefore looked
up in that text, one after the other, from where the last ones stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeAlias, assert_never

from mou_builder.diagnostics import Position
from mou_builder.model.answers import Answers
from mou_builder.model.document import (
    AgreementBlock,
    Blank,
    BulletList,
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
    Provision,
    Role,
    SignatureBlock,
    Table,
    TermUse,
    Text,
)
from mou_builder.model.template import Template
from mou_builder.model.values import LongText, Record, Value
from mou_builder.rules.analysis.passages import ELSEWHERE, Part, Passage, plain_passage
from mou_builder.rules.analysis.search import Search
from mou_builder.rules.analysis.words import Words

_UNREAD = {Role.TITLE, Role.SUBTITLE, Role.NOTICE, Role.CONTENTS_HEADING, Role.ARTICLE_HEADING}
_BODY = {Role.BODY, Role.EXHIBIT_BODY}


@dataclass(frozen=True, slots=True)
class Printed:
    """What the words of a document are from: the text of each provision, and the answers.

    `own` names the provisions whose text is the office's own.
    """

    texts: Mapping[str, Template]
    own: frozenset[str]
    answers: Answers

    def passages(self, blocks: Iterable[AgreementBlock]) -> Iterator[Passage]:
        """Yield the passages of the blocks in reading order; titles and signatures are none."""
        for block in blocks:
            yield from self._block(block, _Around(Passage("the opening", Part.FORM)))

    def _block(self, block: AgreementBlock, around: _Around) -> Iterator[Passage]:
        match block:
            case Paragraph(role, inlines):
                runs = [] if role in _UNREAD else [inlines]
                part = Part.TEXT if role in _BODY else Part.FORM
            case Table():
                rows = (block.header, *block.rows)
                runs, part = [cell for row in rows for cell in row.cells], Part.TABLE
            case SignatureBlock(lead):
                runs, part = [lead], Part.FORM
            case Provision() | Exhibit() | BulletList() | Contents():
                yield from self._inside(block, around)
                return
            case _:
                assert_never(block)
        for run in runs:
            yield from self._run(run, around, part)

    def _inside(self, block: _Outer, around: _Around) -> Iterator[Passage]:
        if isinstance(block, Provision | Exhibit) and block.anchor in self.texts:
            text = self.texts[block.anchor]
            own = block.anchor in self.own
            model = Passage(block.anchor, Part.TEXT, at=text.at, own=own)
            around = _Around(model, Search.in_text(text))
            heading = block.heading if isinstance(block, Provision) else block.title
            yield plain_passage(heading, replace(model, part=Part.HEADING))
        for each in _content(block):
            yield from self._block(each, around)

    def _run(self, run: Sequence[Inline], around: _Around, part: Part) -> Iterator[Passage]:
        words = Words()
        long = self._long_answer(run)
        if long:
            # What an office wrote over several lines is its own words, wherever it is printed.
            text = "".join(each.words if isinstance(each, Filled) else _said(each) for each in run)
            words.add(text, (None,) * len(text), typed=True)
            at = self._place(long) or around.model.at
            yield words.cleaned().passage(
                replace(around.model, where=long, part=part, own=True, source=None, at=at)
            )
            return
        for is_library, group in groupby(run, lambda each: isinstance(each, _LIBRARY)):
            inlines = list(group)
            if is_library:
                _add(words, inlines, around.search)
            else:
                for each in inlines:
                    words.add(_said(each), (None,) * len(_said(each)), typed=False)
        clean = words.cleaned()
        if clean.text:
            terms = tuple(each.term for each in run if isinstance(each, Definition))
            model = replace(around.model, part=part, source=around.search.source, defines=terms)
            yield clean.passage(model)

    def _long_answer(self, run: Iterable[Inline]) -> str:
        """Return the path of the long answer whose words the run holds, or nothing."""
        paths = (each.answer for each in run if isinstance(each, Filled))
        return next((each for each in paths if self._is_long(each)), "")

    def _place(self, path: str) -> Position | None:
        question = ".".join(path.split(".")[:2])
        asked = self.answers.answers.get(question)
        return self.answers.places.get(path, asked.at if asked else None)

    def _is_long(self, path: str) -> bool:
        article, _, rest = path.partition(".")
        key, *inner = rest.split(".")
        value: Value = self.answers.value(f"{article}.{key}")
        for name in inner:
            if isinstance(value, tuple) and name.isdigit() and int(name) <= len(value):
                value = value[int(name) - 1]
            elif isinstance(value, Record) and name in value.fields:
                value = value[name]
        return isinstance(value, LongText)


_Outer: TypeAlias = "Provision[Inline] | Exhibit[Inline] | BulletList[Inline] | Contents"
_LIBRARY = (Text, Emphasis, TermUse)


def _content(block: _Outer) -> tuple[AgreementBlock, ...]:
    match block:
        case Provision() | Exhibit():
            return block.content
        case BulletList(items):
            return tuple(each for item in items for each in item)
        case Contents():
            return ()
        case _:
            assert_never(block)


def _add(words: Words, inlines: Sequence[Inline], search: Search) -> None:
    """Add the words of neighbours; together if they stand so in the text, else one by one."""
    whole = "".join(map(_said, inlines))
    offsets = search.offsets(whole)
    if offsets:
        words.add(whole, offsets, typed=True)
    elif len(inlines) > 1:
        for each in inlines:
            _add(words, [each], search)
    elif isinstance(inlines[0], TermUse):
        # A term that is not in the text stands there as a role.
        words.add(whole, (None,) * len(whole), typed=False)
    else:
        for piece, places in search.in_pieces(whole):
            words.add(piece, places, typed=True)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a passage inside is like, and where its words are looked up."""

    model: Passage
    search: Search = field(default_factory=lambda: Search(Words()))


def _said(inline: Inline) -> str:
    match inline:
        case Text(text) | Emphasis(text):
            return text
        case Definition(term):
            return f"\u201c{term}\u201d"
        case TermUse(words=words):
            return words
        case Filled(words=words):
            # The sentence ends where the answer does.
            return f"{ELSEWHERE}." if words.endswith(".") else ELSEWHERE
        case Blank() | Citation() | CrossReference() | ExhibitUse():
            return ELSEWHERE
        case LineBreak():
            return " "
        case _:
            assert_never(inline)

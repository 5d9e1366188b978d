"""Turns inlines into runs: words in their character styles, references as live fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from mou_builder.model.document import (
    Blank,
    Citation,
    CrossReference,
    Definition,
    Emphasis,
    ExhibitUse,
    Filled,
    Inline,
    LineBreak,
    TermUse,
    Text,
)
from mou_builder.model.reading import NO_BREAK_SPACE, words_of
from mou_builder.ooxml.elements import Element, field, line_break, link, run
from mou_builder.ooxml.ids import Ids
from mou_builder.writers.word.looks import Looks


def runs_of(
    inlines: Iterable[Inline], looks: Looks, ids: Ids, in_exhibits: Mapping[str, str]
) -> list[Element]:
    """Return the runs of inlines; neighbours of one look become one run, as if typed in Word.

    `in_exhibits` are the own numbers of provisions in exhibits, by anchor.
    """
    made: list[Element] = []
    words, style = "", ""
    for each in inlines:
        look = _look(each, looks)
        if look is None:
            if isinstance(each, CrossReference) and each.noun:
                words, style = _flushed(words, style, "", made)
                words += f"{each.noun}{NO_BREAK_SPACE}"
            words, style = _flushed(words, style, None, made)
            made.extend(_live(each, ids, in_exhibits))
            continue
        words, style = _flushed(words, style, look, made)
        words += words_of(each)
    _flushed(words, style, None, made)
    return made


def _flushed(words: str, style: str, look: str | None, made: list[Element]) -> tuple[str, str]:
    """Write the words gathered so far when another look follows; return what is gathered now."""
    if words and look != style:
        made.append(run(words, style))
        words = ""
    return words, look or ""


def _look(inline: Inline, looks: Looks) -> str | None:
    """Return the character style of an inline, empty for plain words; None for what is no words."""
    match inline:
        case Text() | Filled() | TermUse() | CrossReference(_, _, ""):
            return ""
        case Emphasis(_, bold, italic):
            return _emphasis(looks, bold=bold, italic=italic)
        case Blank():
            return looks.id("blank")
        case Citation():
            return looks.id("citation_open") if inline.open else ""
        case Definition():
            return looks.id("defined_term")
        case CrossReference() | ExhibitUse() | LineBreak():
            return None
        case _:
            assert_never(inline)


def _emphasis(looks: Looks, *, bold: bool, italic: bool) -> str:
    if bold and italic:
        return looks.id("strong_emphasis")
    if bold:
        return looks.id("strong")
    return looks.id("emphasis") if italic else ""


def _live(inline: Inline, ids: Ids, in_exhibits: Mapping[str, str]) -> list[Element]:
    if not isinstance(inline, CrossReference | ExhibitUse):
        return [line_break()]
    shown = inline.label.replace(" ", NO_BREAK_SPACE)
    name = ids.bookmark("_Ref", inline.anchor)
    own = in_exhibits.get(inline.anchor)
    if own is None:
        return field(f"REF {name} \\w \\h", shown)
    if own.rstrip(".") == inline.label:
        # The full context would name the exhibit, which the label leaves to the sentence.
        return field(f"REF {name} \\n \\h", shown)
    return [link(name, [run(shown)])]

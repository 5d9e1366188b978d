"""Joins the printed parts of a sentence: spaces, capitals, periods.

Words from answers are never changed; what gives way is always the clause's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from mou_builder.language.forms import upper_first
from mou_builder.model.document import Blank, Citation, DraftInline, Emphasis, Filled, TermUse, Text

_ONE_PERIOD = re.compile(r"\.(?!\.)")
_CLOSES_UP = re.compile(r"[,.;:?!)]")
_SENTENCE_END = re.compile(r"[.?!][\"'\u201d\u2019)\]]*\s+[\"'\u201c\u2018(\[]*$")
_ABBREVIATION = re.compile(r"\b(?:Nos?|Inc|Co|St|Ch|v|e\.g|i\.e|U\.S)\.\s+$", re.IGNORECASE)
_OPENING = re.compile(r"[\s\"'\u201c\u2018(\[]*$")


def joined(inlines: Iterable[DraftInline], *, opens: bool = True) -> tuple[DraftInline, ...]:
    """Return the inlines as one well-made paragraph.

    No two spaces meet where something printed nothing, a role's words have a capital where a
    sentence begins, and no period follows one that ends an answer. `opens` says whether the first
    words begin a sentence.
    """
    return tuple(_one_period(_capitals(_spaced(_named_once(list(inlines))), starts=opens)))


def _named_once(inlines: list[DraftInline]) -> list[DraftInline]:
    """Leave out the name of an uncited law where its citation only stood beside other words.

    That is between parentheses, which go with it, or after a comma behind the same name.
    """
    out: list[DraftInline] = []
    closing = False
    for inline, following in zip_longest(inlines, inlines[1:]):
        if closing and isinstance(inline, Text):
            out.append(Text(inline.text[1:]))
            closing = False
        elif not (isinstance(inline, Citation) and inline.named):
            out.append(inline)
        else:
            before, after = _text(out[-1:]), _text([following])
            closing = before.endswith("(") and after.startswith(")")
            if closing:
                out[-1] = Text(before[:-1])
            elif before.casefold().endswith(f"{inline.words}, ".casefold()):
                out[-1] = Text(before.removesuffix(", "))
            else:
                out.append(inline)
    return out


def _text(inlines: Sequence[DraftInline | None]) -> str:
    """Return the text of one inline, empty for anything else and for none."""
    return "".join(each.text for each in inlines if isinstance(each, Text))


def _spaced(inlines: Iterable[DraftInline]) -> list[DraftInline]:
    """Join neighbouring texts; take away spaces that would stand double, first or last."""
    out: list[DraftInline] = []
    words: str | None = None  # the text at the end, as long as more may follow it
    for inline in inlines:
        if not isinstance(inline, Text):
            if isinstance(inline, Blank) and words and words[-1].isalnum():
                words += " "  # it stands for words that would bring their own space
            out += [Text(words), inline] if words else [inline]
            words = None
            continue
        text = inline.text
        if words is None:
            words = (text if out and not _ends_in_space(out[-1]) else text.lstrip(" ")) or None
            continue
        if words.endswith(" "):
            text = text.lstrip(" ")
        words = (words.rstrip(" ") if _CLOSES_UP.match(text) else words) + text
    last = words.rstrip(" ") if words else ""
    return [*out, Text(last)] if last else out


def _ends_in_space(inline: DraftInline) -> bool:
    return isinstance(inline, Emphasis) and inline.text.endswith(" ")


def _capitals(inlines: Sequence[DraftInline], *, starts: bool) -> list[DraftInline]:
    out = list(inlines)
    for at, inline in enumerate(inlines):
        match inline:
            case TermUse(words=words) | Citation(words=words, named=True):
                if _starts_after(inlines[:at], starts=starts):
                    out[at] = replace(inline, words=upper_first(words))
            case _:
                pass
    return out


def _starts_after(inlines: Sequence[DraftInline], *, starts: bool) -> bool:
    """Whether a sentence begins after the inlines, given whether one began before them."""
    for inline in reversed(inlines):
        if not isinstance(inline, Text | Emphasis):
            return False
        if not _OPENING.fullmatch(inline.text):
            ends = _SENTENCE_END.search(inline.text) is not None
            return ends and not _ABBREVIATION.search(inline.text)
    return starts


def _one_period(inlines: Sequence[DraftInline]) -> list[DraftInline]:
    out: list[DraftInline] = []
    for inline in inlines:
        doubled = (
            isinstance(inline, Text)
            and _ONE_PERIOD.match(inline.text)
            and out
            and _words(out[-1]).endswith(".")
        )
        if not doubled:
            out.append(inline)
        elif isinstance(inline, Text) and len(inline.text) > 1:
            out.append(Text(inline.text[1:]))
    return out


def _words(inline: DraftInline) -> str:
    match inline:
        case Filled(words=words) | TermUse(words=words) | Citation(words=words):
            return words
        case Emphasis(text=text):
            return text
        case _:
            return ""

"""Reads a text in every way that its conditions allow, each word with its place in the file.

Nothing is evaluated: a text is read once with the longest branch of each `{% if %}`, and once more
for each other branch, so that every word stands in some reading beside words that it can follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from mou_builder.language import forms
from mou_builder.language.pieces import pieces_of
from mou_builder.language.signatures import ROLE_NAMES
from mou_builder.language.sourcetext import Reading, SourceText
from mou_builder.language.statements import ControlNode, Node, OutputNode, WordsNode, tree_of
from mou_builder.model.template import Call, Constant, Expression, Filtered, Path, Template
from mou_builder.rules.analysis.passages import ELSEWHERE, Part, Passage
from mou_builder.rules.analysis.words import Words

_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_ROW = re.compile(r"[ \t]*\|")
_DELIMITERS = re.compile(r"[ \t|:-]*")
_CAPTION = re.compile(r"[ \t]*Table:[ \t]*")
_CELL = re.compile(r"(?<!\\)\|")
# Where a role's first word takes a capital: first in the text, a block, an item or a sentence.
_OPENING = re.compile(
    r"(?:^|[.?!][\u201d\u2019\"')\]]*\s+|\n[ \t]*\n\s*|\n[ \t]*(?:[-*+]|\d{1,9}[.)])\s+|\|\s*)"
    r"[\"'\u201c\u2018(\[*]*$"
)
# The words of this agreement, as they read in one where the officer is called an SRO.
_SPECIAL = {
    "officer": "SRO",
    "officers": "SROs",
    "an_officer": "an SRO",
    "officer_full": "School Resource Officer",
    "agreement": "Agreement",
}
_NAME = re.compile(r"\{\{ *(\w+) *\}\}")
_FORMS: Mapping[str, Callable[[str], str]] = {
    "possessive": forms.possessive,
    "bare": lambda words: words.removeprefix("the "),
    "upper_first": forms.upper_first,
    "lower_first": forms.lower_first,
}


def passages_of(text: Template, like: Passage) -> Iterator[Passage]:
    """Yield the passages of every reading of the text, each once; `like` says whose they are."""
    reading = Reading(SourceText(text.source, text.at))
    nodes = tree_of(reading, pieces_of(reading))
    model = replace(like, source=reading.source, at=like.at or text.at)
    seen: set[tuple[str, tuple[int | None, ...]]] = set()
    for choice in _choices(nodes):
        words = Words()
        _write(words, reading.source.text, nodes, choice)
        for passage in _passages(words, model):
            key = (passage.text, passage.offsets)
            if key not in seen:
                seen.add(key)
                yield passage


def heading_passage(text: str, like: Passage) -> Passage:
    """Return a heading, in which words may stand for the officer, as a passage."""
    words, done = Words(), 0
    for found in _NAME.finditer(text):
        before, said = text[done : found.start()], _SPECIAL.get(found[1], ELSEWHERE)
        words.add(before, (None,) * len(before), typed=True)
        words.add(said, (None,) * len(said), typed=False)
        done = found.end()
    rest = text[done:]
    words.add(rest, (None,) * len(rest), typed=True)
    return words.passage(like)


def worded(text: str) -> str:
    """Return a heading or term with the words that stand for the officer in a reading."""
    return _NAME.sub(lambda found: _SPECIAL.get(found[1], ELSEWHERE), text)


def term_of_role(name: str) -> str:
    """Return the term by which a role's holder stands in a reading: `payer` is the Payer."""
    return name.replace("_", " ").title()


# --- which branches are read -------------------------------------------------------------------


def _choices(nodes: Sequence[Node]) -> Iterator[Mapping[int, int]]:
    """Yield the branch to take at each control node that does not take its longest one."""
    yield {}
    yield from _others(nodes, {})


def _others(nodes: Sequence[Node], path: Mapping[int, int]) -> Iterator[Mapping[int, int]]:
    for node in nodes:
        if not isinstance(node, ControlNode):
            continue
        longest = _longest(node)
        for index, body in enumerate(_bodies(node)):
            taken = path if index == longest else {**path, node.start: index}
            if index != longest:
                yield taken
            yield from _others(body, taken)


def _bodies(node: ControlNode) -> list[Sequence[Node]]:
    """Return what may stand in the node's place: without an `else` maybe nothing."""
    bodies: list[Sequence[Node]] = [each.body for each in node.branches]
    optional = not node.name and node.branches[-1].condition is not None
    return [*bodies, ()] if optional else bodies


def _longest(node: ControlNode) -> int:
    lengths = [_length(each) for each in _bodies(node)]
    return lengths.index(max(lengths))


def _length(nodes: Sequence[Node]) -> int:
    return sum(
        _length(_bodies(each)[_longest(each)])
        if isinstance(each, ControlNode)
        else each.end - each.start
        for each in nodes
    )


# --- the words of one reading ------------------------------------------------------------------


def _write(words: Words, source: str, nodes: Sequence[Node], choice: Mapping[int, int]) -> None:
    for node in nodes:
        match node:
            case WordsNode(start, end):
                words.add(source[start:end], range(start, end), typed=True)
            case OutputNode(start, _, expression):
                said = _said(expression)
                if _OPENING.search(words.text):
                    said = forms.upper_first(said)
                words.add(said, (start,) * len(said), typed=False)
            case ControlNode(start):
                body = _bodies(node)[choice.get(start, _longest(node))]
                _write(words, source, body, choice)


def _said(expression: Expression) -> str:
    """Return the words that stand for an output: a role's or the officer's, else an ellipsis."""
    match expression:
        case Path(parts=parts):
            return _named(parts)
        case Filtered(value, filter=name) if name in _FORMS:
            return _FORMS[name](_said(value))
        case Filtered(filter="counted", arguments=(_, Constant(value=str(several)))):
            return f"{ELSEWHERE} {several}"
        case Call(function="define", arguments=(Constant(value=str(term)), *_)):
            return f"\u201c{term}\u201d"
        case Call(function="anchor"):
            return ""
        case _:
            return ELSEWHERE


def _named(parts: tuple[str, ...]) -> str:
    if parts[0] in ROLE_NAMES:
        return f"{parts[0]} {term_of_role(parts[-1])}"
    return _SPECIAL.get(parts[0], ELSEWHERE)


def _passages(words: Words, like: Passage) -> Iterator[Passage]:
    """Yield the paragraphs, items and cells; only the first may go on from words before it."""
    opens = like.opens
    for part, block in _blocks(words, like.part):
        clean = block.cleaned()
        if clean.text:
            yield clean.passage(replace(like, part=part, opens=opens))
        opens = True


def _blocks(words: Words, part: Part) -> Iterator[tuple[Part, Words]]:
    block = Words()
    for line in words.lines():
        item = _ITEM.match(line.text)
        caption = _CAPTION.match(line.text)
        if not line.text.strip() or item or caption or _ROW.match(line.text):
            yield part, block
            block = Words()
        if caption:
            yield Part.TABLE, line.part(caption.end())
        elif _ROW.match(line.text):
            yield from ((Part.TABLE, each) for each in _cells(line))
        else:
            block.join(line.part(item.end() if item else 0))
    yield part, block


def _cells(line: Words) -> Iterator[Words]:
    if _DELIMITERS.fullmatch(line.text):
        return
    start = 0
    for bar in (*_CELL.finditer(line.text), None):
        end = bar.start() if bar else len(line.text)
        yield line.part(start, end)
        start = end + 1

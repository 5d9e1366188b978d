"""Reads one line by the forms of its question: what it holds, or how it may be typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from mou_builder.diagnostics import Position
from mou_builder.model.question import Form, Hole, Kind, Question
from mou_builder.model.raw import RawText
from mou_builder.stages.answering.matching import Found, Reads, holds_words, matched
from mou_builder.stages.answering.notations import printed_as
from mou_builder.stages.answering.scalars import Misread, read_scalar
from mou_builder.stages.answering.typed import says_none, text_position
from mou_builder.stages.nearest import one_of

_FREE = (Kind.TEXT, Kind.LONG_TEXT, Kind.CITATION)


@dataclass(frozen=True, slots=True)
class Fit:
    """What a line holds, by question id: the answers typed, and those that its form sets."""

    answers: tuple[tuple[str, RawText], ...]
    sets: tuple[tuple[str, RawText], ...]


def fitted(forms: Sequence[Form], node: RawText, known: Mapping[str, Question]) -> Fit | None:
    """Return what the line holds by the first form that fits; None when none does.

    A form fits when the line has its words and every hole reads. Else the form counts whose words
    are there, most of them first: then the fault of what cannot be read is told where it stands.
    A form that is one hole for any text takes what is left.
    """
    free = [each for each in forms if _takes_all(each, known)]
    shaped = [each for each in forms if each not in free]
    tries: list[tuple[Form, tuple[str, ...]]] = [(each, ()) for each in shaped]
    tries += _partly(shaped)
    tries += [(each, ()) for each in free]
    for form, amiss in tries:
        found = matched(form, node.text, _reader(known, amiss))
        if found is not None:
            return _fit(form, found, node)
    return None


def _takes_all(form: Form, known: Mapping[str, Question]) -> bool:
    (first, *others) = form.pieces
    return isinstance(first, Hole) and not others and known[first.question].kind in _FREE


def _partly(forms: Iterable[Form]) -> Iterator[tuple[Form, tuple[str, ...]]]:
    """Yield the forms that have words with the holes that may be amiss: one of them, then all."""
    ordered = sorted(filter(holds_words, forms), key=_words_in, reverse=True)
    holes = {
        each: [one.question for one in each.pieces if isinstance(one, Hole)] for each in ordered
    }
    yield from ((form, (name,)) for form in ordered for name in holes[form])
    yield from ((form, tuple(holes[form])) for form in ordered)


def _words_in(form: Form) -> int:
    return sum(len(each) for each in form.pieces if isinstance(each, str))


def _reader(known: Mapping[str, Question], amiss: Collection[str]) -> Reads:
    """Return what tells whether a text can stand in a hole; in those amiss anything can.

    A text that has a notation is free: were it amiss, nothing would say so.
    """
    return lambda name, text: (
        (name in amiss and _has_notation(known[name], text)) or can_answer(known[name], text)
    )


def _has_notation(question: Question, text: str) -> bool:
    return not question.notation or bool(printed_as(question.notation, text))


def can_answer(question: Question, text: str) -> bool:
    """Whether the text answers the question, or says that it is not answered yet."""
    if text == "?":
        return True
    if says_none(question, text):
        return question.none_allowed
    return _has_notation(question, text) and not isinstance(read_scalar(question, text), Misread)


def _fit(form: Form, found: Sequence[Found], node: RawText) -> Fit:
    answers = tuple((each.question, _part(node, each.start, each.end)) for each in found)
    sets = tuple((name, RawText(value, node.at)) for name, value in form.sets)
    return Fit(answers, sets)


def _part(node: RawText, start: int, end: int) -> RawText:
    return RawText(node.text[start:end], part_position(node, start, end))


def part_position(node: RawText, start: int, end: int) -> Position:
    """Return where a part of the text stands; the whole text's place if that is on a later line."""
    at = text_position(node)
    on_its_line = "\n" not in node.text[:end] and end <= node.at.length
    if not on_its_line and not node.lines_from:
        return node.at
    if "\n" in node.text[:end]:
        return node.at
    return at._replace(column=at.column + start, length=max(1, end - start))


def shown(forms: Iterable[Form], known: Mapping[str, Question], choices: Iterable[str] = ()) -> str:
    """Return the choices, and the first forms as one would type them, with the usual examples."""
    examples = dict.fromkeys(_example(each, known) for each in forms)
    return one_of(dict.fromkeys((*choices, *[*examples][:_SHOWN])))


def _example(form: Form, known: Mapping[str, Question]) -> str:
    text = ""
    for piece in () if form.example else form.pieces:
        if isinstance(piece, Hole):
            words = example_of(known[piece.question])
            text += words.removeprefix("$") if text.endswith("$") else words
        else:
            text += piece
    return form.example or text.replace("%%", "%")


_SHOWN = 6


def example_of(question: Question) -> str:
    """Return the question's example as an office types it; its blank in brackets if it has none."""
    example = question.example or ""
    if not example:
        return f"({question.blank})"
    if question.kind is Kind.CHOICE:
        return example.replace("_", " ")
    try:
        figure = Decimal(example.replace(",", "").strip("$% "))
    except InvalidOperation:
        return example
    if question.kind is Kind.MONEY:
        return f"${figure:,}"
    return f"{figure}%" if question.kind is Kind.PERCENTAGE else example

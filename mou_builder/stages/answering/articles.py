"""Reads the answers under each article's key, one question at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mou_builder.diagnostics import Diagnostic, Position, error, warning
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Article, Library
from mou_builder.model.question import Question
from mou_builder.model.raw import RawAnswers, RawEntry, RawMapping, RawNode, RawText
from mou_builder.model.values import Unanswered, Value
from mou_builder.stages.answering.decisions import RESERVED
from mou_builder.stages.answering.typed import Typed, cut_by_comma, is_blank, shape
from mou_builder.stages.answering.values import read_value
from mou_builder.stages.nearest import nearest, suggestion

_NO_COLON = re.compile(r"(\w+)\s*[\s:=]\s*([^\s:=].*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed for one question; `key_at` is the key's place, `at` the value's."""

    value: Value
    key_at: Position
    at: Position


def read_articles(
    raw: RawAnswers, library: Library, instrument: Instrument, typed: Typed
) -> dict[str, Given]:
    """Return what was typed, by question id, for the articles of this instrument."""
    given: dict[str, Given] = {}
    for entry in raw.root.entries:
        if entry.key in RESERVED:
            continue
        if entry.key in instrument.articles and entry.key in library.articles:
            article = library.articles[entry.key]
            given.update(_read_article(article, entry, typed))
        else:
            typed.faults.extend(_stranger(entry, raw, library, instrument))
    return given


def unused(what: str, at: Position, hint: str) -> Diagnostic:
    """Return the warning that an answer has no effect."""
    return warning("MB302", f"{what} is answered but not used", at, hint)


def _stranger(
    entry: RawEntry, raw: RawAnswers, library: Library, instrument: Instrument
) -> Iterator[Diagnostic]:
    """Yield what is to be said of a key that is no article of the instrument."""
    if entry.key not in library.articles:
        hint = suggestion(
            entry.key,
            (*instrument.articles, *RESERVED),
            "`mou-builder list articles` shows the names that may stand here",
        )
        yield error("MB301", f"`{entry.key}` is not known here", entry.key_at, hint)
    elif entry.key_at.file not in raw.profiles:
        hint = f"take it out, or choose an instrument that has the article `{entry.key}`"
        yield unused(f"`{entry.key}`", entry.key_at, hint)


def _read_article(article: Article, entry: RawEntry, typed: Typed) -> Iterator[tuple[str, Given]]:
    if not isinstance(entry.value, RawMapping):
        if not is_blank(entry.value):
            message = f"expected the answers of this article, found {shape(entry.value)}"
            hint = _meant(article, entry.value)
            typed.faults.append(error("MB312", message, entry.value.at, hint))
        return
    asked = {each.key: each for each in article.questions}
    for answer in entry.value.entries:
        question = asked.get(answer.key)
        if question:
            value = read_value(question, answer.value, typed)
            yield question.id, Given(value, answer.key_at, answer.value.at)
        else:
            typed.faults.append(_unknown(article, answer, asked, entry.value.entries))


def _meant(article: Article, node: RawNode) -> str:
    """Return the cure for what is no answer with a key: often only the colon is missing."""
    keys = "|".join(re.escape(each.key) for each in article.questions)
    found = _NO_COLON.fullmatch(node.text) if isinstance(node, RawText) else None
    if found and re.fullmatch(keys, found[1]):
        # The lines below it, if they lack their colons too, belong to the same text.
        value = re.split(rf"\s(?:{keys})\b", found[2])[0]
        return f"put a colon and a space after the key: `{found[1]}: {value}`"
    return "write each answer on a line of its own below it, indented"


def _unknown(
    article: Article, entry: RawEntry, asked: dict[str, Question], among: Sequence[RawEntry]
) -> Diagnostic:
    if whole := cut_by_comma(entry, among):
        hint = f"put double quotes round an answer that holds a comma: {whole}"
        return error("MB304", "a comma cuts this answer off", entry.key_at, hint)
    if any(each.id == f"{article.id}.{entry.key}" for each in article.derived):
        message = f"`{entry.key}` is computed from other answers"
        hint = "take this line out"
        return error("MB304", message, entry.key_at, hint)
    best = nearest(entry.key, (*asked, *(each.key for each in article.lines)))
    otherwise = f"`mou-builder list questions` shows what `{article.id}` asks"
    message = f"`{article.id}` asks no question `{entry.key}`"
    hint = f"did you mean `{best}`?" if best else otherwise
    return error("MB304", message, entry.key_at, hint)


def is_open(value: Value) -> bool:
    """Whether nobody has answered yet."""
    return isinstance(value, Unanswered)

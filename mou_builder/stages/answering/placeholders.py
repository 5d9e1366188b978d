"""Reads `N/A` as `none` and `TBD` as `?`, before anything else looks at what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mou_builder.diagnostics import warning
from mou_builder.model.library import Library
from mou_builder.model.question import Kind, Question
from mou_builder.model.raw import RawAnswers, RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.stages.answering.decisions import RESERVED
from mou_builder.stages.answering.typed import Typed

# Whole texts of the office's own: a rule of wording looks for blanks in them.
_OWN_WORDS = ("reword", "additional_provisions")
_PARTIES = ("parties", "other_parties")
_ENCLOSED = {"[": "]", "<": ">"}


def settled(raw: RawAnswers, library: Library, typed: Typed) -> RawAnswers:
    """Return the answers with each text that stands for no answer put as `none` or `?`.

    What is open although something was typed gets a warning, so that nobody thinks it is printed.
    """
    guard = _Guard(library, typed)
    entries = tuple(
        each
        if each.key in _OWN_WORDS
        else replace(each, value=guard.node(each.value, answers=_answers(each.key)))
        for each in raw.root.entries
    )
    return replace(raw, root=replace(raw.root, entries=entries))


def _answers(key: str) -> bool:
    """Whether questions are answered under the key, and not decisions made."""
    return key in _PARTIES or key not in RESERVED


class _Guard:
    """One run's words, folded as texts are."""

    def __init__(self, library: Library, typed: Typed) -> None:
        self._none = frozenset(map(_folded, library.placeholders.none))
        self._open = frozenset(map(_folded, library.placeholders.open))
        self._persons = frozenset(each.key for each in _asked(library) if each.kind is Kind.PERSON)
        self._typed = typed

    def node(self, node: RawNode, *, answers: bool, person: bool = False) -> RawNode:
        """Return the node with every text in it settled; of a `person`, name and title each."""
        if isinstance(node, RawList):
            items = (self.node(each, answers=answers, person=person) for each in node.items)
            return replace(node, items=tuple(items))
        if isinstance(node, RawMapping):
            entries = (
                replace(each, value=self._value(each, answers=answers)) for each in node.entries
            )
            return replace(node, entries=tuple(entries))
        return self._person(node) if person else self._text(node, answers=answers)

    def _value(self, entry: RawEntry, *, answers: bool) -> RawNode:
        return self.node(entry.value, answers=answers, person=entry.key in self._persons)

    def _person(self, node: RawText) -> RawText:
        """Return `?, Superintendent` for `TBD, Superintendent`."""
        parts = node.text.split(",", 1)
        found = [self._text(replace(node, text=each), answers=True).text for each in parts]
        return node if found == parts else replace(node, text=",".join(found))

    def _text(self, node: RawText, *, answers: bool) -> RawText:
        text = node.text.strip()
        if text in ("", "?", "none"):
            return node
        words = _folded(text)
        if answers and words in self._none:
            return replace(node, text="none")
        if not (words in self._open or (self._open and _is_enclosed(text))):
            return node
        shown = " ".join(text.split())
        message = f"`{shown}` stands for an answer that is still open"
        hint = "leave it empty or type `?` until it is known; type `none` if there is none"
        self._typed.faults.append(warning("MB339", message, node.at, hint))
        return replace(node, text="?")


def _asked(library: Library) -> Iterator[Question]:
    yield from library.party_questions
    for article in library.articles.values():
        for question in article.questions:
            yield from (question, *question.fields)


def _folded(text: str) -> str:
    """Return the words in small letters without what does not matter; a run of one sign as three.

    Two of a sign stay two, for `??` is no question mark and `xx` may be a name.
    """
    words = " ".join(text.casefold().split()).strip("()")
    if words and _is_run(words):
        return words[:_RUN]
    return words.rstrip(" .!")


_RUN = 3


def _is_run(words: Iterable[str]) -> bool:
    return len(set(words)) == 1


def _is_enclosed(text: str) -> bool:
    """Whether all of the text is a note in brackets, such as `[name of the district]`."""
    return text[-1] == _ENCLOSED.get(text[0])

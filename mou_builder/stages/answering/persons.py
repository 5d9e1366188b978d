"""Reads persons and addresses: answers of several named parts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mou_builder.model.question import Question
from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.model.values import NONE, Record, Unanswered, Value
from mou_builder.stages.answering.typed import Typed, is_blank

PERSON = ("name", "title", "phone", "email")
ADDRESS = ("attention", "street", "street2", "city", "state", "zip")
_OPTIONAL = ("phone", "email", "attention", "street2")
_ONE_LINE = re.compile(
    r"(?P<street>[^,]+), (?P<city>[^,]+), (?P<state>[A-Za-z. ]+?) (?P<zip>[0-9]{5}(?:-[0-9]{4})?)"
)


def read_persons(question: Question, node: RawNode, typed: Typed, path: str) -> Value:
    """Return a person, or for a question that asks for many a tuple of persons."""
    if not question.many:
        return _person(question, node, typed, path)
    items = node.items if isinstance(node, RawList) else (node,)
    return tuple(
        _person(question, item, typed, f"{path}.{number}") for number, item in enumerate(items, 1)
    )


def read_address(question: Question, node: RawNode, typed: Typed, path: str) -> Value:
    """Return an address; `1 Main Street, Northfield, WA 98000` on one line is understood."""
    if isinstance(node, RawMapping):
        return _parts_of(question, node, ADDRESS, typed, path)
    found = _ONE_LINE.fullmatch(node.text.strip()) if isinstance(node, RawText) else None
    if found:
        return Record(_fill(question, ADDRESS, found.groupdict()))
    hint = "write `street:`, `city:`, `state:` and `zip:` below it, indented"
    return typed.wrong_shape(question, node, "an address", hint)


def _person(question: Question, node: RawNode, typed: Typed, path: str) -> Value:
    """Return a person; `Name, Title` on one line is understood."""
    typed.places[path] = node.at
    if isinstance(node, RawList):
        hint = "write `name:` and `title:` below it, indented"
        return typed.wrong_shape(question, node, "one person", hint)
    if isinstance(node, RawMapping):
        return _parts_of(question, node, PERSON, typed, path)
    if is_blank(node):
        return Record(_fill(question, PERSON, {}))
    name, _, title = node.text.strip().partition(",")
    return Record(_fill(question, PERSON, {"name": name.strip(), "title": title.strip()}))


def _parts_of(
    question: Question, node: RawMapping, parts: tuple[str, ...], typed: Typed, path: str
) -> Record:
    typed.only_known(question, node, parts)
    given = {}
    for part in parts:
        inner = node.get(part)
        if inner is None:
            continue
        typed.places[f"{path}.{part}"] = inner.at
        if isinstance(inner, RawText):
            given[part] = " ".join(inner.text.split("\n")).strip()
        else:
            hint = f"write `{part}: ` and the value on the same line"
            typed.wrong_shape(question, inner, "one value", hint)
    return Record(_fill(question, parts, given))


def _fill(question: Question, parts: tuple[str, ...], given: Mapping[str, str]) -> dict[str, Value]:
    """Return every part: as given, NONE for one that may be left out, else unanswered."""
    filled: dict[str, Value] = {}
    for part in parts:
        text = given.get(part, "none" if part in _OPTIONAL else "?")
        if text in ("", "?"):
            filled[part] = Unanswered((question.id,))
        else:
            filled[part] = NONE if text.casefold() == "none" else text
    return filled

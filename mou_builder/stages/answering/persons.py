"""Reads persons and addresses: answers of several named parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mou_builder.model.question import Question
from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.model.values import NONE, Record, Unanswered, Value
from mou_builder.stages.answering.typed import Typed, is_blank

PERSON = ("name", "title", "phone", "email")
ADDRESS = ("attention", "street", "street2", "city", "state", "zip")
_OPTIONAL = ("phone", "email", "attention", "street2")
_ONE_LINE = re.compile(
    r"(?:att(?:entio)?n[.:]*\s+(?P<attention>[^,]+),\s*)?"
    r"(?P<street>[^,]+),\s*(?:(?P<street2>[^,]+),\s*)?(?P<city>[^,]+),\s*"
    r"(?P<state>[A-Za-z][A-Za-z. ]*?),?\s+(?P<zip>[0-9]{5}(?:-[0-9]{4})?)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?P<name>[^()]+)\((?P<title>[^()]+)\)")


def read_persons(question: Question, node: RawNode, typed: Typed, path: str) -> Value:
    """Return a person, or for a question that asks for many a tuple of persons."""
    if not question.many:
        return _person(question, node, typed, path)
    items = node.items if isinstance(node, RawList) else _several(node)
    return tuple(
        _person(question, item, typed, f"{path}.{number}") for number, item in enumerate(items, 1)
    )


def read_address(question: Question, node: RawNode, typed: Typed, path: str) -> Value:
    """Return an address; `1 Main Street, Northfield, WA 98000` on one line is understood.

    So is an `attention Superintendent` before it, and a second part of the street.
    """
    if isinstance(node, RawMapping):
        return _parts_of(question, node, ADDRESS, typed, path)
    text = " ".join(node.text.split()) if isinstance(node, RawText) else ""
    found = _ONE_LINE.fullmatch(text)
    if found:
        given = {key: value for key, value in found.groupdict().items() if value}
        return Record(_fill(question, ADDRESS, given))
    hint = (
        "write street, city, state and zip with commas between, as "
        "`100 Main Street, Northfield, WA 98001`"
    )
    return typed.wrong_shape(question, node, "an address", hint)


def _person(question: Question, node: RawNode, typed: Typed, path: str) -> Value:
    """Return a person; `Name, Title` and `Name (Title)` on one line are understood."""
    typed.places[path] = node.at
    if isinstance(node, RawList):
        hint = "write `name:` and `title:` below it, indented"
        return typed.wrong_shape(question, node, "one person", hint)
    if isinstance(node, RawMapping):
        return _parts_of(question, node, PERSON, typed, path)
    if is_blank(node):
        return Record(_fill(question, PERSON, {}))
    brackets = _IN_BRACKETS.fullmatch(node.text.strip())
    name, _, title = node.text.strip().partition(",")
    if brackets:
        name, title = brackets["name"], brackets["title"]
    return Record(_fill(question, PERSON, {"name": name.strip(), "title": title.strip()}))


def _several(node: RawNode) -> tuple[RawNode, ...]:
    """Return the persons of `one; another` as texts of their own."""
    if not isinstance(node, RawText) or ";" not in node.text:
        return (node,)
    words = [each.strip() for each in node.text.split(";")]
    return tuple(replace(node, text=each) for each in words if each)


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

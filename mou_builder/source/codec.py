"""Values as JSON: the model's dataclasses, tuples and mappings, nothing that could run.

A list starts with a number that says what it is. Of a clause text, an alternative, a standard,
a fact and a law
only what every run needs stands in the first line; the rest is a line of its own, decoded when
somebody asks for it, as a run prints half of the library at most.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from mou_builder.diagnostics import Diagnostic, Position, Related, Severity
from mou_builder.model import instrument, law, library, question, standards, style, template
from mou_builder.model.law import Law
from mou_builder.model.library import Alternative, Fact
from mou_builder.model.standards import Standard
from mou_builder.model.template import Template

Json: TypeAlias = "str | int | bool | list[Json] | None"

TUPLE, MAPPING, POSITION, BYTES, PLACED, DATE, FIRST = range(7)
AT_ONCE: Mapping[type, str] = {
    Template: "uses",
    Alternative: "text",
    Standard: "title",
    Fact: "id",
    Law: "code",
}
"""The field that is decoded at once, for the classes whose other fields can wait."""


def _members(*modules: object) -> tuple[type, ...]:
    """Return the dataclasses and enumerations of the modules, which alone may be stored."""
    found = [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__.startswith("mou_builder.")
    ]
    kept = [each for each in found if is_dataclass(each) or issubclass(each, StrEnum)]
    return tuple(dict.fromkeys([*kept, Diagnostic, Related, Severity]))


CLASSES = _members(template, question, library, law, standards, instrument, style)
_NUMBERS = {each: number for number, each in enumerate(CLASSES, FIRST)}


def schema() -> str:
    """Return the names of all classes and their fields: what an older file may differ in."""
    return ";".join(f"{each.__name__}:{','.join(names_of(each))}" for each in CLASSES)


def names_of(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields; of an enumeration, nothing."""
    return getattr(kind, "__match_args__", ())


def encode(value: object) -> str:
    """Return the value as lines of JSON.

    Raises TypeError for a value of a class that is not the model's.
    """
    writer = _Writer()
    body = writer.encoded(value)
    return "\n".join((_dumped([list(writer.files), body]), *writer.lines))


def _dumped(node: Json) -> str:
    return json.dumps(node, ensure_ascii=False, separators=(",", ":"))


class _Writer:
    """Encodes one value; gathers the names of files, and the lines of what can wait."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self.lines: list[str] = []

    def encoded(self, value: object) -> Json:
        match value:
            case StrEnum():
                return [_NUMBERS[type(value)], value.value]
            case None | str() | int():
                return value
            case date() | Position():
                return self._atom(value)
            case tuple():
                return [TUPLE, *map(self.encoded, value)]
            case Mapping():
                pairs = (self.encoded(part) for each in value.items() for part in each)
                return [MAPPING, *pairs]
            case _:
                return self._object(value)

    def _atom(self, value: date | Position) -> Json:
        if isinstance(value, date):
            return [DATE, value.isoformat()]
        return [POSITION, *self._place(value)]

    def _place(self, at: Position) -> list[Json]:
        return [self.files.setdefault(at.file, len(self.files)), at.line, at.column, at.length]

    def _object(self, value: object) -> Json:
        if isinstance(value, bytes):
            return [BYTES, value.hex()]
        kind = next((each for each in type(value).__mro__ if each in _NUMBERS), None)
        if kind is None:
            raise TypeError(f"{type(value).__name__} is not stored")
        number = _NUMBERS[kind]
        if kind in AT_ONCE:
            at_once = AT_ONCE[kind]
            rest = [self.encoded(getattr(value, x)) for x in names_of(kind) if x != at_once]
            self.lines.append(_dumped([TUPLE, *rest]))
            return [number, len(self.lines) - 1, self.encoded(getattr(value, at_once))]
        kept = [getattr(value, each) for each in names_of(kind)]
        if kept and isinstance(kept[-1], Position) and names_of(kind)[-1] == "at":
            place = self._place(kept.pop())
            return [PLACED, number, *place, *map(self.encoded, kept)]
        defaults = [each.default for each in fields(kind)]
        while kept and kept[-1] is not None and kept[-1] == defaults[len(kept) - 1]:
            kept.pop()
        return [number, *map(self.encoded, kept)]

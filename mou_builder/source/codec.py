"""Values as JSON and back: the model's dataclasses, tuples and mappings, nothing that could run.

A list starts with a number that says what it is. Clause texts are lines of their own, decoded when
somebody asks for them, as a run prints half of them at most.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from mou_builder.diagnostics import Diagnostic, Position, Related, Severity
from mou_builder.model import instrument, library, question, style, template
from mou_builder.model.template import Template, TemplateBlock, Uses

Json: TypeAlias = "str | int | bool | list[Json] | None"

_TUPLE, _MAPPING, _POSITION, _TEMPLATE, _BYTES, _FIRST = range(6)


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


_CLASSES = _members(template, question, library, instrument, style)
_NUMBERS = {each: number for number, each in enumerate(_CLASSES, _FIRST)}


def schema() -> str:
    """Return the names of all classes and their fields: what an older file may differ in."""
    return ";".join(
        f"{each.__name__}:{','.join(getattr(each, '__match_args__', ()))}" for each in _CLASSES
    )


def encode(value: object) -> str:
    """Return the value as lines of JSON: first all but the clause texts, then a line for each text.

    Raises TypeError for a value of a class that is not the model's.
    """
    writer = _Writer()
    body = writer.encoded(value)
    return "\n".join((_dumped([list(writer.files), body]), *writer.texts))


def decode(text: str) -> object:
    """Return the value. Raises ValueError, TypeError, LookupError when the text is not ours."""
    body, *texts = text.split("\n")
    files, node = json.loads(body)
    return _reader([str(each) for each in files], texts)(node)


def _dumped(node: Json) -> str:
    return json.dumps(node, ensure_ascii=False, separators=(",", ":"))


# --- encoding ----------------------------------------------------------------------------------


class _Writer:
    """Encodes one value; gathers the names of files, and the clause texts as lines."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self.texts: list[str] = []

    def encoded(self, value: object) -> Json:
        match value:
            case StrEnum():
                return [_NUMBERS[type(value)], value.value]
            case None | str() | int():
                return value
            case Position():
                file = self.files.setdefault(value.file, len(self.files))
                return [_POSITION, file, value.line, value.column, value.length]
            case tuple():
                return [_TUPLE, *map(self.encoded, value)]
            case Mapping():
                pairs = (self.encoded(part) for each in value.items() for part in each)
                return [_MAPPING, *pairs]
            case _:
                return self._object(value)

    def _object(self, value: object) -> Json:
        if isinstance(value, Template):
            parts = [value.source, self.encoded(value.at), self.encoded(value.blocks)]
            self.texts.append(_dumped(parts))
            return [_TEMPLATE, len(self.texts) - 1, self.encoded(value.uses)]
        if isinstance(value, bytes):
            return [_BYTES, value.hex()]
        number = _NUMBERS.get(type(value))
        if number is None:
            raise TypeError(f"{type(value).__name__} is not stored")
        kept = [getattr(value, each.name) for each in fields(value)]  # type: ignore[arg-type]
        defaults = [each.default for each in fields(value)]  # type: ignore[arg-type]
        while kept and kept[-1] is not None and kept[-1] == defaults[len(kept) - 1]:
            kept.pop()
        return [number, *map(self.encoded, kept)]


# --- decoding ----------------------------------------------------------------------------------


class StoredTemplate(Template):
    """A clause text out of the store, decoded when somebody first asks for more than its uses."""

    __slots__ = ("_stored",)
    _stored: Callable[[], tuple[str, Position, tuple[TemplateBlock, ...]]]

    def __init__(
        self, uses: Uses, stored: Callable[[], tuple[str, Position, tuple[TemplateBlock, ...]]]
    ) -> None:
        """Hold the names used, with a function that gives the source, its place and the blocks."""
        object.__setattr__(self, "uses", uses)
        object.__setattr__(self, "_stored", stored)

    def __getattr__(self, name: str) -> object:
        """Decode the text: Python asks here for a slot that was never set."""
        if name not in _STORED:
            raise AttributeError(name)
        for each, value in zip(_STORED, self._stored(), strict=True):
            object.__setattr__(self, each, value)
        return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        """Equal any template of the same content, stored or not."""
        if not isinstance(other, Template):
            return NotImplemented
        mine = (self.source, self.at, self.uses, self.blocks)
        return mine == (other.source, other.at, other.uses, other.blocks)

    def __hash__(self) -> int:
        """Hash as any template of the same content."""
        return hash((self.source, self.at, self.blocks, self.uses))


_STORED = ("source", "at", "blocks")

# What `json.loads` and the classes' own constructors give has no static type: this is the one
# place that takes their word for it, guarded by the checksum and the schema of the store.


def _reader(names: list[str], texts: list[str]) -> Callable[[Any], Any]:
    """Return a decoder of bodies whose positions name these files.

    The comprehension stands twice: a call more for each of the thousands of nodes would show.
    """
    new = tuple.__new__

    def read_all(node: Any) -> tuple[Any, ...]:  # noqa: ANN401
        return tuple([makers[x[0]](x) if x.__class__ is list else x for x in node[1:]])

    def mapping_of(node: Any) -> dict[str, Any]:  # noqa: ANN401
        parts = read_all(node)
        return dict(zip(parts[::2], parts[1::2], strict=True))

    def position_of(node: Any) -> Position:  # noqa: ANN401
        _, file, line, column, length = node
        return new(Position, (names[file], line, column, length))

    def template_of(node: Any) -> StoredTemplate:  # noqa: ANN401
        _, number, uses = node
        text = texts[number]
        # A list whose first entry, like any node's, says nothing about the others.
        return StoredTemplate(makers[uses[0]](uses), lambda: read_all([None, *json.loads(text)]))

    def maker_of(kind: type) -> Callable[[Any], Any]:
        if issubclass(kind, StrEnum):
            members = {each.value: each for each in kind}
            return lambda node: members[node[1]]
        return lambda node: kind(*[makers[x[0]](x) if x.__class__ is list else x for x in node[1:]])

    def bytes_of(node: Any) -> bytes:  # noqa: ANN401
        return bytes.fromhex(node[1])

    first = (read_all, mapping_of, position_of, template_of, bytes_of)
    makers = [*first, *map(maker_of, _CLASSES)]
    return lambda node: makers[node[0]](node)

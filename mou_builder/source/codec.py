"""Values as JSON and back: the model's dataclasses, tuples and mappings, nothing that could run.

A list starts with a number that says what it is. Clause texts stay JSON text until somebody asks
for their blocks, as a run prints half of them at most.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from mou_builder.diagnostics import Diagnostic, Position, Related, Severity
from mou_builder.model import instrument, library, question, style, template
from mou_builder.model.template import Template, TemplateBlock, Uses

Json: TypeAlias = "str | int | bool | list[Json] | None"

_TUPLE, _MAPPING, _POSITION, _TEMPLATE, _FIRST = range(5)


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
    """Return the value as JSON. Raises TypeError for a value of a class that is not the model's."""
    files: dict[str, int] = {}
    body = _encoded(value, files)
    return json.dumps([list(files), body], ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> object:
    """Return the value. Raises ValueError, TypeError, LookupError when the text is not ours."""
    files, body = json.loads(text)
    return _reader([str(each) for each in files])(body)


# --- encoding ----------------------------------------------------------------------------------


def _encoded(value: object, files: dict[str, int]) -> Json:
    if isinstance(value, Position):
        file = files.setdefault(value.file, len(files))
        return [_POSITION, file, value.line, value.column, value.length]
    if isinstance(value, StrEnum):
        return [_NUMBERS[type(value)], value.value]
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_TUPLE, *(_encoded(each, files) for each in value)]
    if isinstance(value, Mapping):
        return [_MAPPING, *(_encoded(part, files) for each in value.items() for part in each)]
    return _encoded_object(value, files)


def _encoded_object(value: object, files: dict[str, int]) -> Json:
    if isinstance(value, Template):
        at = _encoded(value.at, files)
        blocks = json.dumps(
            _encoded(value.blocks, files), ensure_ascii=False, separators=(",", ":")
        )
        return [_TEMPLATE, value.source, at, blocks, _encoded(value.uses, files)]
    number = _NUMBERS.get(type(value))
    if number is None:
        raise TypeError(f"{type(value).__name__} is not stored")
    names: tuple[str, ...] = type(value).__match_args__  # type: ignore[attr-defined]
    return [number, *(_encoded(getattr(value, name), files) for name in names)]


# --- decoding ----------------------------------------------------------------------------------


class StoredTemplate(Template):
    """A clause text out of the store, whose blocks are decoded when they are first asked for."""

    __slots__ = ("_stored",)
    _stored: Callable[[], tuple[TemplateBlock, ...]]

    def __init__(
        self,
        source: str,
        at: Position,
        uses: Uses,
        stored: Callable[[], tuple[TemplateBlock, ...]],
    ) -> None:
        """Hold the text, with a function that gives its blocks."""
        for name, value in (("source", source), ("at", at), ("uses", uses), ("_stored", stored)):
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> tuple[TemplateBlock, ...]:
        """Decode the blocks: Python asks here for a slot that was never set."""
        if name != "blocks":
            raise AttributeError(name)
        blocks = self._stored()
        object.__setattr__(self, "blocks", blocks)
        return blocks

    def __eq__(self, other: object) -> bool:
        """Equal any template of the same content, stored or not."""
        if not isinstance(other, Template):
            return NotImplemented
        mine = (self.source, self.at, self.uses, self.blocks)
        return mine == (other.source, other.at, other.uses, other.blocks)

    def __hash__(self) -> int:
        """Hash as any template of the same content."""
        return hash((self.source, self.at, self.blocks, self.uses))


# What `json.loads` and the classes' own constructors give has no static type: this is the one
# place that takes their word for it, guarded by the checksum and the schema of the store.


def _reader(files: list[str]) -> Callable[[Any], Any]:
    """Return a decoder of bodies whose positions name these files."""

    def read(node: Any) -> Any:  # noqa: ANN401
        return makers[node[0]](node) if node.__class__ is list else node

    def tuple_of(node: Any) -> tuple[Any, ...]:  # noqa: ANN401
        return tuple([each if each.__class__ is not list else read(each) for each in node[1:]])

    def mapping_of(node: Any) -> dict[str, Any]:  # noqa: ANN401
        parts = tuple_of(node)
        return dict(zip(parts[::2], parts[1::2], strict=True))

    def position_of(node: Any) -> Position:  # noqa: ANN401
        return Position(files[node[1]], node[2], node[3], node[4])

    def template_of(node: Any) -> StoredTemplate:  # noqa: ANN401
        _, source, at, blocks, uses = node
        return StoredTemplate(source, read(at), read(uses), lambda: read(json.loads(blocks)))

    def maker_of(kind: type) -> Callable[[Any], Any]:
        return lambda node: kind(*tuple_of(node))

    makers = [tuple_of, mapping_of, position_of, template_of, *map(maker_of, _CLASSES)]
    return read

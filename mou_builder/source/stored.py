"""Values back from JSON; what can wait is decoded when somebody first asks for it.

What `json.loads` and the classes' own constructors give has no static type: this is the one place
that takes their word for it, guarded by the checksum and the schema of the store.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from mou_builder.diagnostics import Position
from mou_builder.model.law import Law
from mou_builder.model.library import Alternative, Fact
from mou_builder.model.standards import Standard
from mou_builder.model.template import Template
from mou_builder.source.codec import AT_ONCE, CLASSES, names_of


class _Waiting:
    """Decodes the fields that were not set: Python asks `__getattr__` for an empty slot."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name not in names_of(type(self)):
            raise AttributeError(name)
        for each, value in self._decode():
            object.__setattr__(self, each, value)
        return object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        """Equal any value of the same class and content, stored or not."""
        if not isinstance(other, type(self).__mro__[2]):
            return NotImplemented
        names = names_of(type(self))
        return all(getattr(self, each) == getattr(other, each) for each in names)

    def __hash__(self) -> int:
        """Hash as any value of the same class and content."""
        return hash(tuple(getattr(self, each) for each in names_of(type(self))))


class StoredTemplate(_Waiting, Template):
    """A clause text out of the store; its uses are there, the rest waits."""

    __slots__ = ("_decode",)


class StoredAlternative(_Waiting, Alternative):
    """An alternative out of the store; its text is there, the rest waits."""

    __slots__ = ("_decode",)


class StoredStandard(_Waiting, Standard):
    """A standard out of the store; its title is there, the rest waits."""

    __slots__ = ("_decode",)


class StoredFact(_Waiting, Fact):
    """A fact out of the store; its id is there, the rest waits."""

    __slots__ = ("_decode",)


class StoredLaw(_Waiting, Law):
    """A state's law out of the store; its code is there, the rest waits."""

    __slots__ = ("_decode",)


_STORED: dict[type, type] = {
    Template: StoredTemplate,
    Alternative: StoredAlternative,
    Standard: StoredStandard,
    Fact: StoredFact,
    Law: StoredLaw,
}


def decode(text: str) -> object:
    """Return the value. Raises ValueError, TypeError, LookupError when the text is not ours."""
    body, *lines = text.split("\n")
    collecting = gc.isenabled()
    # Thousands of new values, none of them garbage: looking for some doubles the time.
    gc.disable()
    try:
        files, node = json.loads(body)
        return _reader([str(each) for each in files], lines)(node)
    finally:
        if collecting:
            gc.enable()


def _reader(files: list[str], lines: list[str]) -> Callable[[Any], Any]:
    """Return a decoder of nodes whose positions name these files.

    The comprehension stands three times: one more call for each of thousands of nodes would show.
    """
    new = tuple.__new__

    def read_all(node: Any) -> tuple[Any, ...]:  # noqa: ANN401
        return tuple([makers[x[0]](x) if x.__class__ is list else x for x in node[1:]])

    def mapping_of(node: Any) -> dict[str, Any]:  # noqa: ANN401
        parts = read_all(node)
        return dict(zip(parts[::2], parts[1::2], strict=True))

    def position_of(node: Any) -> Position:  # noqa: ANN401
        _, file, line, column, length = node
        return new(Position, (files[file], line, column, length))

    def bytes_of(node: Any) -> bytes:  # noqa: ANN401
        return bytes.fromhex(node[1])

    def placed_of(node: Any) -> Any:  # noqa: ANN401
        at = new(Position, (files[node[2]], node[3], node[4], node[5]))
        parts = [makers[x[0]](x) if x.__class__ is list else x for x in node[6:]]
        return kinds[node[1]](*parts, at)

    def date_of(node: Any) -> date:  # noqa: ANN401
        return date.fromisoformat(node[1])

    def read_line(number: int) -> tuple[Any, ...]:
        return read_all(json.loads(lines[number]))

    first = (read_all, mapping_of, position_of, bytes_of, placed_of, date_of)
    kinds = [*first, *CLASSES]
    makers: list[Callable[[Any], Any]] = [*first]
    makers += [_maker(each, makers, read_line) for each in CLASSES]
    return lambda node: makers[node[0]](node)


def _maker(
    kind: type, makers: list[Callable[[Any], Any]], read_line: Callable[[int], tuple[Any, ...]]
) -> Callable[[Any], Any]:
    """Return what makes a value of the class from its node."""
    if issubclass(kind, StrEnum):
        members = {each.value: each for each in kind}
        return lambda node: members[node[1]]
    if kind in _STORED:
        return _waiting_maker(kind, makers, read_line)
    return lambda node: kind(*[makers[x[0]](x) if x.__class__ is list else x for x in node[1:]])


def _waiting_maker(
    kind: type, makers: list[Callable[[Any], Any]], read_line: Callable[[int], tuple[Any, ...]]
) -> Callable[[Any], Any]:
    stored, at_once = _STORED[kind], AT_ONCE[kind]
    rest = tuple(each for each in names_of(kind) if each != at_once)
    put_at_once = getattr(stored, at_once).__set__
    put_decode = stored.__dict__["_decode"].__set__
    make = object.__new__

    def maker(node: Any) -> Any:  # noqa: ANN401
        _, number, value = node
        made: object = make(stored)
        put_at_once(made, makers[value[0]](value) if value.__class__ is list else value)
        put_decode(made, lambda: zip(rest, read_line(number), strict=True))
        return made

    return maker

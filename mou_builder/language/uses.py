"""Which names a text or condition mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mou_builder.language.signatures import ROLE_NAMES, SPECIAL_NAMES
from mou_builder.language.walk import parts_of, visits_of
from mou_builder.model.template import Call, Constant, Expression, Path, Template, Uses

_FIELD_OF_CALL = {
    "ref": "clauses",
    "has": "clauses",
    "cite": "facts",
    "define": "defines",
    "exhibit": "exhibits",
}


def uses_of(node: Template | Expression) -> Uses:
    """Return the names mentioned, each once, in the order of their first mention.

    A field of a loop's member counts as the group's: `staffing.schools.name`.
    """
    found: dict[str, dict[str, None]] = {}
    for field, name in _mentions(node):
        found.setdefault(field, {})[name] = None
    return Uses(**{field: tuple(names) for field, names in found.items()})


def full_path(path: Path, loops: Mapping[str, Expression]) -> tuple[str, ...]:
    """Return the path with a loop's name replaced by the group that the loop runs over.

    Returns no parts for a member of what a function makes.
    """
    head, *rest = path.parts
    if head not in loops:
        return path.parts
    over = loops[head]
    outer = {name: each for name, each in loops.items() if name != head}
    group = full_path(over, outer) if isinstance(over, Path) else ()
    return (*group, *rest) if group else ()


def _mentions(node: Template | Expression) -> Iterator[tuple[str, str]]:
    if not isinstance(node, Template):
        for part in parts_of(node):
            yield from _mentioned(part, {})
        return
    for visit in visits_of(node.blocks):
        for part in parts_of(visit.expression):
            yield from _mentioned(part, visit.loops)


def _mentioned(part: Expression, loops: Mapping[str, Expression]) -> Iterator[tuple[str, str]]:
    match part:
        case Path():
            parts = full_path(part, loops)
            head = parts[0] if parts else ""
            if head in ROLE_NAMES:
                yield "roles", ".".join(parts[1:])
            elif head == "words":
                yield "words", ".".join(parts[1:])
            elif len(parts) > 1 and head not in SPECIAL_NAMES:
                yield "answers", ".".join(parts)
        case Call(function=name, arguments=(Constant(value=str(target)), *_)):
            if name in _FIELD_OF_CALL:
                yield _FIELD_OF_CALL[name], target
        case _:
            pass

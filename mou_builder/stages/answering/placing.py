"""Puts answers into the tree of what was typed, and says which of two counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeAlias

from mou_builder.diagnostics import Position
from mou_builder.model.raw import RawEntry, RawList, RawMapping, RawNode
from mou_builder.stages.answering.typed import is_blank

Place: TypeAlias = "tuple[str | int, ...]"
"""The keys, and the numbers from 0 of list members, that lead to an answer."""


def found_at(root: RawMapping, place: Place) -> RawNode | None:
    """Return what stands at the place, or None."""
    node: RawNode | None = root
    for part in place:
        if isinstance(part, int):
            items = node.items if isinstance(node, RawList) else ()
            node = items[part] if part < len(items) else None
        else:
            node = node.get(part) if isinstance(node, RawMapping) else None
    return node


def put_at(root: RawMapping, place: Place, value: RawNode) -> RawMapping:
    """Return the tree with the value at the place.

    A key that is not there, or is on another line than the value, is placed where the value is.
    """
    changed = _put(root, place, value)
    return changed if isinstance(changed, RawMapping) else root


def taken_from(root: RawMapping, place: Place) -> RawMapping:
    """Return the tree without the answer at the place."""
    above = found_at(root, place[:-1])
    if not isinstance(above, RawMapping):
        return root
    kept = tuple(each for each in above.entries if each.key != place[-1])
    return put_at(root, place[:-1], replace(above, entries=kept))


def _put(node: RawNode | None, place: Place, value: RawNode) -> RawNode:
    if not place:
        return value
    key, rest = place[0], place[1:]
    if isinstance(key, int):
        if not isinstance(node, RawList):
            return value
        items = list(node.items)
        items[key] = _put(items[key], rest, value)
        return replace(node, items=tuple(items))
    mapping = node if isinstance(node, RawMapping) else RawMapping((), value.at, partial=True)
    before = mapping.entry(key)
    inner = _put(before.value if before else None, rest, value)
    kept = before and (rest or before.value.at[:2] == value.at[:2])
    fresh = RawEntry(key, before.key_at if before and kept else value.at, inner)
    entries = [fresh if each.key == key else each for each in mapping.entries]
    return replace(mapping, entries=tuple(entries if before else [*entries, fresh]))


def is_open(node: RawNode | None) -> bool:
    """Whether nobody has answered there."""
    return node is None or is_blank(node)


def rank(at: Position, profiles: Collection[str]) -> int:
    """Return how strong the layer of a place is: a profile's, the answer file's, `--set`."""
    if at.file in profiles:
        return 0
    return 2 if at.file.startswith("--set ") else 1

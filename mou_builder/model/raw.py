"""Decoded YAML before anybody asks what it means: text, lists and mappings, each placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from mou_builder.diagnostics import Position


@dataclass(frozen=True, slots=True)
class RawText:
    """A scalar as typed. `plain` is false when it stood in quotes or in a block (`|`, `>`).

    `lines_from` is the line on which a block's own text starts, for positions inside it, and
    `indent` the column at which its lines start.
    """

    text: str
    at: Position
    plain: bool = True
    lines_from: int = 0
    indent: int = 1


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One `key: value` of a mapping, with the key's own place."""

    key: str
    key_at: Position
    value: RawNode


@dataclass(frozen=True, slots=True)
class RawMapping:
    """A mapping in the order typed; keys are unique.

    A `partial` one was made from dotted keys: its place is that of the first of them.
    """

    entries: tuple[RawEntry, ...]
    at: Position
    partial: bool = False

    def get(self, key: str) -> RawNode | None:
        """Return the value under the key, or None when the mapping has no such key."""
        entry = self.entry(key)
        return entry.value if entry else None

    def entry(self, key: str) -> RawEntry | None:
        """Return the entry of the key, or None when the mapping has no such key."""
        return next((each for each in self.entries if each.key == key), None)


@dataclass(frozen=True, slots=True)
class RawList:
    """A list in the order typed.

    A `partial` one was made from dotted keys (`parties.district.kind`): it says something of some
    members by their `id`, and nothing of whether there are others.
    """

    items: tuple[RawNode, ...]
    at: Position
    partial: bool = False


RawNode: TypeAlias = "RawText | RawMapping | RawList"


@dataclass(frozen=True, slots=True)
class RawAnswers:
    """The merged layers: profiles, answer file, `--set`.

    `root` holds for each key the strongest layer's node. `file` is the answer file's name as the
    user gave it; `profiles` the names of files whose unused answers are no fault. `digest` is the
    SHA-256 of the merged content, for provenance.
    """

    root: RawMapping
    file: str
    profiles: frozenset[str] = frozenset()
    digest: str = ""

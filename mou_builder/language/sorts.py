"""Infers of which kind an expression is, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mou_builder.model.question import Kind


@dataclass(frozen=True, slots=True)
class Sort:
    """The kind of a value; None where a fault, already said, keeps it from being known.

    `options` are the answers that a choice can have; `fields` those of a group's members, or of a
    record; `is_role` marks a role's words, `name` says what to call the value in a message.
    """

    kind: Kind | None
    options: frozenset[str] = frozenset()
    fields: Mapping[str, Sort] = field(default_factory=dict)
    is_role: bool = False
    is_literal: bool = False


UNKNOWN = Sort(None)
TEXT = Sort(Kind.TEXT)

"""What an answer's value can be, and the two ways of having none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No answer yet. `questions` are the ids whose answers would settle the value."""

    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The user answered `none` to a question that allows it."""


NONE = NotApplicable()


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in one unit: day, school day, business day, week, month or year."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class LongText:
    """Text of several paragraphs in the small markup (paragraphs, bullets, bold, italic)."""

    source: str


@dataclass(frozen=True, slots=True)
class Record:
    """One member of a repeated group, or a person or an address: named fields with values.

    A field that was not answered holds an Unanswered. `id` is the member's own `id:` or None.
    """

    fields: Mapping[str, Value] = field(default_factory=dict)
    id: str | None = None

    def __post_init__(self) -> None:
        """Freeze the mapping."""
        object.__setattr__(self, "fields", MappingProxyType(dict(self.fields)))

    def __hash__(self) -> int:
        """Hash by content, so that records can be members of sets and keys."""
        return hash((self.id, tuple(self.fields.items())))

    def __iter__(self) -> Iterator[str]:
        """Iterate over the field names in their declared order."""
        return iter(self.fields)

    def __getitem__(self, name: str) -> Value:
        """Return the field's value. Raises KeyError for a name the group does not declare."""
        return self.fields[name]


# Money and percentages are Decimals (163800.00, and 50 for 50%): their question's type tells them
# apart, and clause text prints them through a filter.
Value: TypeAlias = (
    "str | bool | int | Decimal | date | Duration | LongText | Record"
    " | tuple[Value, ...] | NotApplicable | Unanswered"
)

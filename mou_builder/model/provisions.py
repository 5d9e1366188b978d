"""The provisions of a published agreement, and where an agreement of ours says each of them."""

from __future__ import annotations

from dataclasses import dataclass

from mou_builder.diagnostics import Position


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words or a figure that must stand in a section as printed."""

    text: str
    at: Position


@dataclass(frozen=True, slots=True)
class Place:
    """A section, by the id of its clause or of its part, and all that it must show."""

    id: str
    phrases: tuple[Phrase, ...]
    at: Position


@dataclass(frozen=True, slots=True)
class PublishedProvision:
    """One provision: its topic and in a few words what it says.

    It has places, or `not_text`, the reason why no agreement's text can carry it.
    """

    topic: str
    says: str
    places: tuple[Place, ...]
    not_text: str
    at: Position


@dataclass(frozen=True, slots=True)
class PublishedProvisions:
    """What a `provisions.yaml` holds: the published agreement's id, and all its provisions."""

    entry: str
    provisions: tuple[PublishedProvision, ...]
    at: Position

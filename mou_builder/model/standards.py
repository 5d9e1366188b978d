"""What standards and federal law ask of an agreement, requirement by requirement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mou_builder.diagnostics import Position
from mou_builder.model.evidence import Evidence
from mou_builder.model.template import Template


class Belongs(StrEnum):
    """Where a requirement is met: in the agreement, in a schedule or procedure, in neither."""

    AGREEMENT = "agreement"
    SCHEDULE = "schedule"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place of an agreement, and the words that must all stand there.

    The place is a clause's section (`alternative` names the one wording that answers, or is empty
    when any does) or, when `clause` is empty, an `element`: `signatures`, `recitals`, `preamble`,
    `title` or `exhibit.<id>`. `shows` are clause texts, printed in the agreement's own names;
    an element may show none: then that it is there is enough.
    """

    clause: str = ""
    alternative: str = ""
    element: str = ""
    shows: tuple[Template, ...] = ()
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way of meeting a requirement: all its passages together."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a standard asks for, in our own words.

    `id` starts with the standard's; it is ours, never an official number. `area` is the part of the
    standard, empty where it has none. `source` names the text of the publisher, `address` says
    where it was seen; `source_label` is the label of whoever looked, `evidence` ours, never higher.
    `states` are the codes of the states for which alone it speaks; empty: it speaks for all.
    Any one of the `ways` meets it. One that belongs in an agreement has ways or says in `unmet`
    why there are none, and may name in `see` the clauses that come nearest.
    """

    id: str
    text: str
    topics: tuple[str, ...]
    belongs: Belongs
    evidence: Evidence
    source_label: str
    source: str
    address: str = ""
    area: str = ""
    states: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    unmet: str = ""
    see: tuple[str, ...] = ()
    note: str = ""
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """The texts of one publisher, or one kind of text, with what they ask for."""

    id: str
    title: str
    publisher: str
    requirements: tuple[Requirement, ...] = ()
    note: str = ""
    at: Position | None = None

    def requirement(self, identifier: str) -> Requirement | None:
        """Return the requirement of that id, or None when the standard has none."""
        return next((each for each in self.requirements if each.id == identifier), None)

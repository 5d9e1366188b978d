"""What standards and law ask of an agreement, requirement by requirement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mou_builder.diagnostics import Position
from mou_builder.model.evidence import Evidence
from mou_builder.model.template import Expression, Template


class Belongs(StrEnum):
    """Where a requirement is met.

    `agreement`: by its words. `schedule`: in a procedure or form beside it. `step`: by something
    done about it, such as filing. `conduct`: by what officers or schools do, which the agreement
    may not contradict. `no`: nowhere that concerns an agreement.
    """

    AGREEMENT = "agreement"
    SCHEDULE = "schedule"
    STEP = "step"
    CONDUCT = "conduct"
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
    """One thing that a standard or a law asks for, in our own words.

    `id` starts with the standard's; it is ours, never an official number. `area` is the part of the
    standard, empty where it has none. `source` names the text of the publisher, `address` says
    where it was seen; `source_label` is the label of whoever looked, `evidence` ours, never higher.
    `states` are the codes of the states for which alone it speaks; empty: it speaks for all.
    Any one of the `ways` meets it. One that belongs in an agreement has ways or says in `unmet`
    why there are none, and may name in `see` the clauses that come nearest.
    Of law, `source` is the citation and `version` the text that was seen. `applies_when` says in
    words where it applies, empty for everywhere; `when` says the same as a condition over answers,
    None where no answer tells. `since` is the day from which it applies.
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
    version: str = ""
    applies_when: str = ""
    when: Expression | None = None
    since: date | None = None
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """The texts of one publisher, or the law of one jurisdiction, with what they ask for."""

    id: str
    title: str
    publisher: str
    requirements: tuple[Requirement, ...] = ()
    note: str = ""
    at: Position | None = None

    def requirement(self, identifier: str) -> Requirement | None:
        """Return the requirement of that id, or None when the standard has none."""
        return next((each for each in self.requirements if each.id == identifier), None)

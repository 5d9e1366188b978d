"""Which clauses are in an agreement, in which alternative, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mou_builder.diagnostics import Position
from mou_builder.model.library import Alternative, Clause
from mou_builder.model.template import Template


class Truth(StrEnum):
    """Kleene's three values."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """An answer that a condition turned on: its path, how it reads ("not answered")."""

    answer: str
    reads: str
    at: Position | None = None


class Rule(StrEnum):
    """Which rule of the order of choice took the alternative."""

    ONLY = "the only alternative left"
    CHOOSE = "chosen under `choose:`"
    CONDITION = "its condition is met"
    STANCE = "filled by the stance"
    DEFAULT = "the default"
    REWORDED = "reworded under `reword:`"


@dataclass(frozen=True, slots=True)
class Selected:
    """A clause in the agreement.

    `text` is the alternative's text or the office's own. `open` is true while counsel has still
    to decide, or while the condition is unknown: the provision is then provisional in a draft.
    """

    clause: Clause
    alternative: Alternative
    text: Template
    rule: Rule
    condition: Truth
    reasons: tuple[Reason, ...] = ()
    dropped: tuple[tuple[str, tuple[Reason, ...]], ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Omitted:
    """A clause not in the agreement: by its condition, by the instrument, or by `omit:` (`at`)."""

    clause: Clause
    why: str
    reasons: tuple[Reason, ...] = ()
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen clauses in the order of the instrument's articles, and the omitted ones."""

    chosen: tuple[Selected, ...]
    omitted: tuple[Omitted, ...]

    def has(self, clause: str) -> bool:
        """Whether the clause of that id is in the agreement."""
        return any(each.clause.id == clause for each in self.chosen)

"""A client's own positions on clauses: for its counsel's screen, and for no document whatever."""

from __future__ import annotations

from dataclasses import dataclass

from mou_builder.diagnostics import Position


@dataclass(frozen=True, slots=True)
class ClausePosition:
    """What a client wants of one clause; what is empty was not said.

    `prefer` is an alternative of the clause; so is `fallback`, unless it `is_text`: words of one's
    own. `walk_away` says where talks end, `approver` who may agree to less than the fallback.
    """

    clause: str
    at: Position
    prefer: str = ""
    fallback: str = ""
    is_text: bool = False
    walk_away: str = ""
    approver: str = ""

    @property
    def wordings(self) -> tuple[str, ...]:
        """The alternatives with which the client is content, the preferred one first."""
        fallback = "" if self.is_text else self.fallback
        return tuple(filter(None, (self.prefer, fallback)))

"""How something is known that the library says of a law or of a standard."""

from __future__ import annotations

from enum import StrEnum


class Evidence(StrEnum):
    """How a fact or requirement is known. None is "verified": only counsel's confirmation is."""

    READ = "read"
    SECONDARY = "secondary"
    RECALLED = "recalled"

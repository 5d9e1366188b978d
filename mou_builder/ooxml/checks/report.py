"""Gathers what the structural check finds, each with its part and the paragraph it is near."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mou_builder.diagnostics import Diagnostic, Position, Related, Severity
from mou_builder.ooxml.elements import Element, text_of
from mou_builder.ooxml.names import w

# More of the same fault would only hide the others.
_OF_ONE_CODE = 20
_WORDS_SHOWN = 48


@dataclass(slots=True)
class Report:
    """Findings in one Word file; `file` is its name as the user gave it."""

    file: str
    found: list[Diagnostic] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def error(
        self, code: str, message: str, hint: str, part: str, near: Element | None = None
    ) -> None:
        """Note a fault that Word would repair, refuse or show wrongly."""
        at, related = self._at(part, near), _place(near)
        self._add(Diagnostic(code, Severity.ERROR, message, at, hint, related))

    def warning(
        self, code: str, message: str, hint: str, part: str, near: Element | None = None
    ) -> None:
        """Note what Word tolerates and a careful reader would mend."""
        at, related = self._at(part, near), _place(near)
        self._add(Diagnostic(code, Severity.WARNING, message, at, hint, related))

    def _at(self, part: str, near: Element | None) -> Position:
        return Position(f"{self.file}!{part}" if part else self.file, _line(near), 1)

    def _add(self, diagnostic: Diagnostic) -> None:
        count = self._counts[diagnostic.code] = self._counts.get(diagnostic.code, 0) + 1
        if count <= _OF_ONE_CODE:
            self.found.append(diagnostic)


def _line(near: Element | None) -> int:
    # libxml2 counts no lines past 65535, and a generated part may be one line.
    line: Any = None if near is None else near.sourceline  # the stubs know no type of it
    return line or 1


def _place(near: Element | None) -> tuple[Related, ...]:
    """Say which paragraph it is by its first words, which is how a reader finds it in Word."""
    if near is None:
        return ()
    block = near if near.tag == w("p") else next(near.iterancestors(w("p")), None)
    words = " ".join(text_of(block).split()) if block is not None else ""
    if not words:
        return ()
    shown = words if len(words) <= _WORDS_SHOWN else words[:_WORDS_SHOWN].rstrip() + " ..."
    return (Related(f"in the paragraph `{shown}`"),)

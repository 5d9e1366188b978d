"""Gathers what the structural check finds, each with its part and the paragraph it is near."""

from __future__ import annotations

from dataclasses import dataclass, field

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
        self._add(Severity.ERROR, code, message, hint, part, near)

    def warning(
        self, code: str, message: str, hint: str, part: str, near: Element | None = None
    ) -> None:
        """Note what Word tolerates and a careful reader would mend."""
        self._add(Severity.WARNING, code, message, hint, part, near)

    def _add(  # noqa: PLR0913 - a diagnostic's own fields, called from the two above only
        self,
        severity: Severity,
        code: str,
        message: str,
        hint: str,
        part: str,
        near: Element | None,
    ) -> None:
        count = self._counts[code] = self._counts.get(code, 0) + 1
        if count > _OF_ONE_CODE:
            return
        at = Position(f"{self.file}!{part}" if part else self.file, _line(near), 1)
        self.found.append(Diagnostic(code, severity, message, at, hint, _place(near)))


def _line(near: Element | None) -> int:
    # libxml2 counts no lines past 65535, and a generated part may be one line.
    return max(near.sourceline or 1, 1) if near is not None else 1


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

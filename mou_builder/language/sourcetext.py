"""A text with its place in a file, and the faults found while reading it."""

from __future__ import annotations

from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic, Position, error


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text whose first character stands at `at`, and whose lines all start in that column."""

    text: str
    at: Position

    def position(self, offset: int, length: int = 1) -> Position:
        """Return where the character at the offset stands; `length` ends with the line."""
        offset = min(offset, len(self.text))
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        left = (len(self.text) if end < 0 else end) - offset
        return Position(
            self.at.file,
            self.at.line + self.text.count("\n", 0, offset),
            self.at.column + offset - start,
            max(1, min(length, left)),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One text being read: the text, and the faults found so far, which are gathered here."""

    source: SourceText
    faults: list[Diagnostic] = field(default_factory=list)

    def fault(self, code: str, message: str, start: int, end: int, hint: str) -> None:
        """Note a fault of the characters from `start` to `end`."""
        at = self.source.position(start, max(1, end - start))
        self.faults.append(error(code, message, at, hint))


def plain_lines(text: str) -> str:
    """Return the text with every line end as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")

"""What a stage says of its input: where, how grave, what is wrong and what to type instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Position(NamedTuple):
    """A place in a file: the path as the user named it, and a line and column counted from 1.

    `length` is the number of characters the fault covers on that line, for the carets under it.
    """

    file: str
    line: int
    column: int
    length: int = 1


class Severity(StrEnum):
    """How much a diagnostic weighs.

    An `ERROR` stops the run; a `WARNING` asks for a look (and stops a `--strict` run);
    an `OPEN` item is something a draft may leave undecided and a final document may not.
    """

    ERROR = "error"
    WARNING = "warning"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a diagnostic, with a few words on why."""

    label: str
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell the user: `message` is the fault, `hint` the cure.

    Both are lower case without a full stop, with backticks around what the user typed.
    `code` is stable (`MB303`) and has a page: a file in `mou_builder/codes`, or a rule's docstring.
    """

    code: str
    severity: Severity
    message: str
    at: Position | None = None
    hint: str | None = None
    related: tuple[Related, ...] = ()


def error(
    code: str,
    message: str,
    at: Position | None = None,
    hint: str | None = None,
    related: Iterable[Related] = (),
) -> Diagnostic:
    """Return a diagnostic that stops the run."""
    return Diagnostic(code, Severity.ERROR, message, at, hint, tuple(related))


def warning(
    code: str,
    message: str,
    at: Position | None = None,
    hint: str | None = None,
    related: Iterable[Related] = (),
) -> Diagnostic:
    """Return a diagnostic that asks for a look."""
    return Diagnostic(code, Severity.WARNING, message, at, hint, tuple(related))


def open_item(
    code: str,
    message: str,
    at: Position | None = None,
    hint: str | None = None,
    related: Iterable[Related] = (),
) -> Diagnostic:
    """Return a diagnostic for what a draft leaves undecided."""
    return Diagnostic(code, Severity.OPEN, message, at, hint, tuple(related))


def unknown_name(code: str, what: str, name: str, known: Iterable[str], listed: str) -> Diagnostic:
    """Return the error of a misspelt name, with the nearest known one."""
    from difflib import get_close_matches  # noqa: PLC0415 - for a misspelt name alone

    near = get_close_matches(name, known, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"`mou-builder list {listed}` shows them"
    return error(code, f"there is no {what} `{name}`", None, hint)


def errors_in(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return those diagnostics that stop a run, in their order."""
    return tuple(each for each in diagnostics if each.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage returns: a value exactly when none of the diagnostics is an error."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    def __post_init__(self) -> None:
        """Refuse the two contradictory states, which only a bug can produce."""
        if (self.value is None) != bool(errors_in(self.diagnostics)):
            raise ValueError("an Outcome holds a value exactly when it has no error")

    @property
    def ok(self) -> T:
        """The value. Raises ValueError when there is none, which only a bug can cause."""
        if self.value is None:
            raise ValueError("this Outcome holds errors, not a value")
        return self.value


def outcome(value: T | None, diagnostics: Iterable[Diagnostic]) -> Outcome[T]:
    """Return an Outcome with the value, or without it when a diagnostic is an error."""
    gathered = tuple(diagnostics)
    return Outcome(None if errors_in(gathered) else value, gathered)

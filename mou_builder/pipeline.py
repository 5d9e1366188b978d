"""Joins source, stages, reports and writers: what each command needs, in a handful of lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mou_builder import __version__, source, stages
from mou_builder.diagnostics import (
    Diagnostic,
    Outcome,
    Position,
    error,
    outcome,
    unknown_name,
)
from mou_builder.finality import typed_blanks, unreviewed, weighed
from mou_builder.model.agreement import Agreement
from mou_builder.model.answers import Answers
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.positions import ClausePosition
from mou_builder.model.raw import RawAnswers, RawText
from mou_builder.model.selection import Selection
from mou_builder.model.style import HouseStyle
from mou_builder.writers import Writer, writer_for

if TYPE_CHECKING:
    from mou_builder.reports.provisions import Carried

T = TypeVar("T")

PROGRAM = f"mou-builder {__version__}"
STYLE = "standard"


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked for. `cache` is the folder of the library's cache, None for none."""

    answers: Path | source.Source
    as_of: date
    profiles: tuple[Path, ...] = ()
    sets: tuple[str, ...] = ()
    overlays: tuple[Path, ...] = ()
    style: str = ""
    final: bool = False
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a run reads."""

    raw: RawAnswers
    library: Library
    instrument: Instrument
    style: HouseStyle


@dataclass(frozen=True, slots=True)
class Decided:
    """All that is known once the clauses are chosen."""

    inputs: Inputs
    answers: Answers
    selection: Selection


@dataclass(frozen=True, slots=True)
class Assembled:
    """A finished agreement, with what it was made from."""

    decided: Decided
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Told:
    """An explanation as text, and as a value for JSON."""

    text: str
    value: list[dict[str, Any]]


def read(request: Request) -> Outcome[Inputs]:
    """Return everything a run reads; nothing when a file has a fault."""
    raw = source.read_answers(request.answers, request.profiles, request.sets)
    library = source.read_library(request.overlays, cache=request.cache)
    found = [*raw.diagnostics, *library.diagnostics]
    if raw.value is None and library.value is not None:
        found += _of_the_rest(request, library.value, raw.diagnostics)
    if raw.value is None or library.value is None:
        return outcome(None, found)
    instrument = _instrument(raw.value, library.value, request)
    style = _style(raw.value, request)
    found += [*instrument.diagnostics, *style.diagnostics]
    if instrument.value is None or style.value is None:
        return outcome(None, found)
    return outcome(Inputs(raw.value, library.value, instrument.value, style.value), found)


def _of_the_rest(
    request: Request, library: Library, unread: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    from mou_builder.stages.unread import faults_beside  # noqa: PLC0415 - for faulty files alone

    raw = source.read_rest(request.answers, request.profiles, request.sets)
    kind = _instrument(raw, library, request).value
    return faults_beside(unread, raw, library, kind) if kind else ()


def decide(request: Request) -> Outcome[Decided]:
    """Return the clauses chosen for the answers and why; nothing when a file or answer is wrong."""
    inputs = read(request)
    if inputs.value is None:
        return outcome(None, inputs.diagnostics)
    given = inputs.value
    answers = stages.answer(given.raw, given.library, given.instrument)
    found = [*inputs.diagnostics, *answers.diagnostics]
    if answers.value is None:
        return outcome(None, found)
    selection = stages.select(given.library, given.instrument, answers.value)
    found += selection.diagnostics
    decided = Decided(given, answers.value, selection.value) if selection.value else None
    return outcome(decided, found)


def assemble(request: Request) -> Outcome[Assembled]:
    """Return the agreement; nothing when anything is wrong or, for a final one, open."""
    decided = decide(request)
    assembled = _assembled(decided, request)
    return outcome(assembled.value, weighed(assembled.diagnostics, final=request.final))


def _assembled(decided: Outcome[Decided], request: Request) -> Outcome[Assembled]:
    if decided.value is None:
        return outcome(None, decided.diagnostics)
    known, given = decided.value, decided.value.inputs
    found = [*decided.diagnostics, *unreviewed(known.answers, final=request.final)]
    draft = stages.draft(
        given.library,
        given.instrument,
        given.style,
        known.answers,
        known.selection,
        as_of=request.as_of,
        final=request.final,
    )
    found += draft.diagnostics
    if draft.value is None:
        return outcome(None, found)
    resolved = stages.resolve(
        draft.value,
        given.library,
        known.answers,
        known.selection,
        as_of=request.as_of,
        program=PROGRAM,
    )
    missing = source.unattached(known.answers)
    found += [*resolved.diagnostics, *missing]
    if resolved.value is None:
        return outcome(None, found)
    items = (*resolved.value.open_items, *missing)
    agreement = replace(resolved.value, open_items=items)
    if request.final:
        made = (agreement, given.library, given.instrument)
        found += typed_blanks(*made, known.answers, known.selection)
    return outcome(Assembled(known, agreement), found)


def _instrument(raw: RawAnswers, library: Library, request: Request) -> Outcome[Instrument]:
    named = raw.root.get("instrument")
    name = named.text if isinstance(named, RawText) else ""
    if not name:
        kinds = ", ".join(source.instrument_ids())
        fault = "the file does not say which kind of agreement it is for"
        hint = f"write `instrument: ` and one of {kinds}"
        return outcome(None, [error("MB977", fault, _place(raw, "instrument"), hint)])
    read = source.read_instrument(name, library, cache=request.cache)
    return _placed(read, _place(raw, "instrument"))


def _style(raw: RawAnswers, request: Request) -> Outcome[HouseStyle]:
    if request.style:
        return source.read_style(request.style, cache=request.cache)
    named = raw.root.get("style")
    if not isinstance(named, RawText) or not named.text:
        return source.read_style(STYLE, cache=request.cache)
    return _placed(source.read_style(named.text, cache=request.cache), _place(raw, "style"))


def _place(raw: RawAnswers, key: str) -> Position:
    entry = raw.root.entry(key)
    return entry.value.at if entry else Position(raw.file, 1, 1)


def _placed(read: Outcome[T], at: Position) -> Outcome[T]:
    """Return the outcome with diagnostics that have no place put where the name was typed."""
    placed = (each if each.at else replace(each, at=at) for each in read.diagnostics)
    return outcome(read.value, placed)


def write(assembled: Assembled, writer: Writer) -> bytes:
    """Return the document in a format."""
    return writer.write(assembled.agreement, assembled.decided.inputs.style)


def check_document(path: Path) -> tuple[Diagnostic, ...] | None:
    """Return what is wrong in the structure of a document, or None when the file is none."""
    writer = writer_for(path.suffix)
    if writer is None or writer.check is None:
        return None
    found = source.read_file(path)
    if isinstance(found, Diagnostic):
        return (found,)
    return writer.check(found.content, found.name)


def record(assembled: Assembled, diagnostics: Iterable[Diagnostic], content: bytes) -> bytes:
    """Return the record of a run that wrote this document."""
    # Each report is imported for its own command alone.
    from mou_builder.reports.record import record as made  # noqa: PLC0415

    known = assembled.decided
    digest = hashlib.sha256(content).hexdigest()
    return made(assembled.agreement, known.answers, known.selection, diagnostics, digest)


def is_record(content: bytes) -> bool:
    """Whether a file is the record of an earlier run."""
    from mou_builder.reports.record import is_record as is_ours  # noqa: PLC0415

    return is_ours(content)


def summary(assembled: Assembled, writer: Writer, file: str) -> str:
    """Return what a run that wrote `file` says at its end."""
    from mou_builder.reports import summary as end  # noqa: PLC0415

    answers = assembled.decided.answers
    written = end.Written(file, writer.title, answers.file)
    library = assembled.decided.inputs.library
    return end.summary(assembled.agreement, library, answers.decisions.review, written)


def explain(
    decided: Decided, clause: str | None, positions: Iterable[ClausePosition] = ()
) -> Outcome[Told]:
    """Return why the clauses are in or out, or one of them; nothing for an unknown clause."""
    from mou_builder.reports import explanation  # noqa: PLC0415

    library, answers = decided.inputs.library, decided.answers
    held = {each.clause: each for each in positions}
    value = explanation.explanation_value(decided.selection, clause, held)
    if clause is None:
        return Outcome(Told(explanation.overview(decided.selection, library, held), value))
    text = explanation.explanation(decided.selection, clause, answers.file, held)
    if text is not None:
        return Outcome(Told(text, value))
    return outcome(None, [unknown_name("MB974", "clause", clause, library.clauses, "clauses")])


def provisions(assembled: Assembled, file: Path | source.Source, least: float) -> Outcome[Carried]:
    """Return which provisions of a list are printed, and which not; nothing for a faulty file."""
    from mou_builder.reports.provisions import carried  # noqa: PLC0415 - as above
    from mou_builder.reports.sections import printed_sections  # noqa: PLC0415 - as above

    listed = source.read_provisions(file)
    if listed.value is None:
        return outcome(None, listed.diagnostics)
    library = assembled.decided.inputs.library
    known = {*library.clauses, *(f"exhibit.{each}" for each in library.exhibits)}
    sections = printed_sections(assembled.agreement)
    return Outcome(carried(listed.value, sections, known, least), listed.diagnostics)

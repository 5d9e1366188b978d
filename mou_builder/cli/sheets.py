"""Sheets of questions: which questions, and the sheet in the format asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_builder.cli.files import Output, put
from mou_builder.diagnostics import Diagnostic, Outcome, Severity, outcome

if TYPE_CHECKING:
    from mou_builder.model.library import Library
    from mou_builder.model.question import Question
    from mou_builder.pipeline import Assembled
    from mou_builder.reports.sheet import Part
    from mou_builder.writers import Writer

INSTRUMENT = "mou"
"""Its articles are the order of a sheet that is for no agreement in particular."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose questions, and of which agreement what is still open; None for all."""

    who: str | None
    answers: Path | None
    profiles: tuple[Path, ...]
    overlays: tuple[Path, ...]
    as_of: date
    cache: Path | None


@dataclass(frozen=True, slots=True)
class Found:
    """The questions by article, and the library that asks them."""

    parts: tuple[Part, ...]
    library: Library


def questions_wanted(wanted: Wanted) -> Outcome[Found]:
    """Return the questions; nothing when a file has a fault."""
    if wanted.answers:
        return _still_open(wanted, wanted.answers)
    from mou_builder import source  # noqa: PLC0415 - not for `--help`
    from mou_builder.reports.sheet import parts  # noqa: PLC0415 - as above

    library = source.read_library(wanted.overlays, cache=wanted.cache)
    if library.value is None:
        return outcome(None, library.diagnostics)
    kind = source.read_instrument(INSTRUMENT, library.value, cache=wanted.cache)
    order = dict.fromkeys((*(kind.value.articles if kind.value else ()), *library.value.articles))
    found = parts(library.value, tuple(order), lambda each: wanted.who in (None, each.who.value))
    return outcome(Found(found, library.value), library.diagnostics)


def _still_open(wanted: Wanted, answers: Path) -> Outcome[Found]:
    from mou_builder import pipeline  # noqa: PLC0415 - not for `--help`
    from mou_builder.cli.options import answer_source  # noqa: PLC0415 - as above
    from mou_builder.reports.sheet import parts_of  # noqa: PLC0415 - as above

    request = pipeline.Request(
        answers=answer_source(answers),
        as_of=wanted.as_of,
        profiles=wanted.profiles,
        overlays=wanted.overlays,
        cache=wanted.cache,
    )
    assembled = pipeline.assemble(request)
    said = [each for each in assembled.diagnostics if each.severity is Severity.ERROR]
    if assembled.value is None:
        return outcome(None, said)
    known = assembled.value.decided.inputs
    asked = [each for each in _to_ask(assembled.value) if wanted.who in (None, each.who.value)]
    found = parts_of(known.library, known.instrument.articles, asked)
    return Outcome(Found(found, known.library))


def _to_ask(assembled: Assembled) -> tuple[Question, ...]:
    """Return what is still to be asked: what is open, or settled by the stance alone."""
    from mou_builder.reports.asked import key_of  # noqa: PLC0415 - not for `--help`
    from mou_builder.stages.asking import to_ask  # noqa: PLC0415 - as above

    known = assembled.decided
    keys = [key for each in assembled.agreement.open_items if (key := key_of(each))]
    root = known.inputs.raw.root
    return to_ask(keys, root, known.inputs.library, known.answers, known.selection)


def print_sheet(
    found: Found, wanted: Wanted, writer: Writer, output: Path | None, *, force: bool
) -> tuple[Diagnostic, ...]:
    """Write the sheet to the file or, without one, to standard output; return why it could not."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`
    from mou_builder.model.question import Who  # noqa: PLC0415 - as above
    from mou_builder.pipeline import STYLE  # noqa: PLC0415 - as above
    from mou_builder.reports.sheet import sheet  # noqa: PLC0415 - as above

    style = source.read_style(STYLE, cache=wanted.cache)
    if style.value is None:
        return style.diagnostics
    who = Who(wanted.who) if wanted.who else None
    made = sheet(
        who, found.parts, found.library, wanted.as_of.isoformat(), still_open=bool(wanted.answers)
    )
    content = writer.write(made, style.value)
    if output:
        return put([Output(output, content, writer.is_ours, "-o")], force=force)
    sys.stdout.buffer.write(content)
    return ()


def sheet_writer(form: str | None, output: Path | None) -> Writer:
    """Return the format: the one named, else the file's, else text. Raises UsageError."""
    from mou_builder.writers import writer_for, writer_named  # noqa: PLC0415 - not for `--help`

    named = writer_named(form) if form else None
    by_suffix = writer_for(output.suffix) if output else None
    if named and by_suffix and named is not by_suffix:
        raise click.UsageError(f"`--format {form}` and the name `{output}` disagree")
    writer = named or by_suffix or (None if output else writer_named("txt"))
    if writer is None or writer.name == "json":
        raise click.UsageError("a sheet is written as docx, md or txt; `--json` prints its rows")
    return writer

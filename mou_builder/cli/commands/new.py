"""`mou-builder new`: writes a questionnaire to answer, or a copy of an example."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_builder.cli.files import Output, put
from mou_builder.cli.options import DIAGNOSTICS, FORCE, PATH, Manner
from mou_builder.cli.screen import failed, say, show
from mou_builder.diagnostics import (
    Diagnostic,
    Outcome,
    error,
    errors_in,
    outcome,
    unknown_name,
    warning,
)

if TYPE_CHECKING:
    from mou_builder.model.library import Jurisdiction, Library

HELP = """Write ANSWERS.yaml: every question of a kind of agreement, with why it is asked, what
is usual and an empty place for the answer. It renders at once, as a draft full of blanks.

With `--example`, write a copy of an example's answers instead.
"""
INSTRUMENT = "mou"
FEDERAL = "us"
STANDARD_OUTPUT = "-"
SUFFIXES = (".yaml", ".yml")


@click.command("new", help=HELP, short_help="Write a questionnaire, or a copy of an example.")
@click.argument("answers", type=PATH, metavar="ANSWERS.yaml")
@click.option(
    "--instrument",
    metavar="NAME",
    help=f"The kind of agreement, from `list instruments` [default: {INSTRUMENT}].",
)
@click.option("--state", metavar="XX", help="The state: its two letters, or its name.")
@click.option("--example", metavar="NAME", help="Copy this example, from `list examples`.")
@FORCE
@click.option("--quiet", is_flag=True, help="Say nothing but errors.")
@DIAGNOSTICS
@click.pass_context
def new(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    /,
    answers: Path,
    *,
    instrument: str | None,
    state: str | None,
    example: str | None,
    force: bool,
    quiet: bool,
    diagnostics: str,
) -> None:
    """Write the file unless one is there."""
    if example and (instrument or state):
        raise click.UsageError("an example has its own instrument and state; leave them out")
    if str(answers) != STANDARD_OUTPUT and answers.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"`{answers}` is no name for answers; end it with `.yaml`")
    manner = Manner(quiet=quiet, form=diagnostics)
    made = _made(answers, instrument or INSTRUMENT, state or "", example)
    found = made.diagnostics
    if made.value is not None and str(answers) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(made.value)
    elif made.value is not None:
        found += put([Output(answers, made.value)], force=force)
    show(found, manner)
    if failed(found, manner):
        context.exit(1)
    if not quiet and diagnostics == "text":
        say(_next(answers))


def _made(answers: Path, instrument: str, state: str, example: str | None) -> Outcome[bytes]:
    return _example(example) if example else _questionnaire(answers.name, instrument, state)


def _questionnaire(file: str, instrument: str, state: str) -> Outcome[bytes]:
    """Return an answer file with every question of the instrument, to be named `file`."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`
    from mou_builder.reports.starter import starter  # noqa: PLC0415 - as above

    cache = source.default_cache_folder(os.environ)
    library = source.read_library(cache=cache)
    if library.value is None:
        return outcome(None, library.diagnostics)
    kind = source.read_instrument(instrument, library.value, cache=cache)
    found = [*library.diagnostics, *kind.diagnostics]
    home = _home(library.value, state.casefold())
    if state:
        found += _about_state(state, home)
    if kind.value is None or errors_in(found):
        return outcome(None, found)
    return outcome(starter(kind.value, library.value, home, file).encode(), found)


def _home(library: Library, state: str) -> Jurisdiction | None:
    """Return the state of that code or name."""
    known = library.jurisdictions.values()
    return next((each for each in known if state in (each.code, each.name.casefold())), None)


def _about_state(state: str, home: Jurisdiction | None) -> tuple[Diagnostic, ...]:
    if home is None or home.code == FEDERAL:
        hint = "write its two letters, for example `WA`"
        return (error("MB976", f"`{state}` is no state", None, hint),)
    if home.facts:
        return ()
    hint = "counsel adds what the state's law asks for, under `additional_provisions:`"
    return (warning("MB328", f"no laws of {home.name} are on file yet", None, hint),)


def _example(name: str) -> Outcome[bytes]:
    """Return the answer file of an example; nothing when there is no such example."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`

    answers = source.example_files(name).get("answers.yaml")
    if answers is not None:
        return Outcome(answers)
    known = source.example_names()
    return outcome(None, [unknown_name("MB975", "example", name, known, "examples")])


def _next(answers: Path) -> str:
    return (
        f"Wrote {answers}. Open it in a text editor and answer what you know; then\n"
        f"    mou-builder render {answers}\n"
        "writes the draft, with a blank for what is not answered."
    )


COMMAND = new

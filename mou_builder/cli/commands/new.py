"""`mou-builder new`: writes a questionnaire to answer, or a copy of an example."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
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
)

if TYPE_CHECKING:
    from mou_builder.model.library import Jurisdiction, Library

HELP = """Write ANSWERS.yaml: the questions of a first draft (25 for a memorandum), each with why it
is asked, what is usual, and a line to type the answer on. It renders at once, as a draft with
blanks.

With `--all`, write every question of the kind of agreement instead; with `--example`, a copy of an
example's answers.
"""
INSTRUMENT = "mou"
ADDENDUM = "state-form-addendum"
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
@click.option(
    "--scope",
    type=click.Choice(["core", "full"]),
    help="How much the agreement says [default: core].",
)
@click.option("--all", "every", is_flag=True, help="Every question that the scope's clauses need.")
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
    scope: str | None,
    every: bool,
    example: str | None,
    force: bool,
    quiet: bool,
    diagnostics: str,
) -> None:
    """Write the file unless one is there."""
    if example and (instrument or state or scope or every):
        raise click.UsageError("an example has its own instrument, state and scope; leave them out")
    if str(answers) != STANDARD_OUTPUT and answers.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"`{answers}` is no name for answers; end it with `.yaml`")
    manner = Manner(quiet=quiet, form=diagnostics)
    wanted = Wanted(instrument or INSTRUMENT, state or "", scope or "core", every=every)
    made = _example(example) if example else _questionnaire(answers.name, wanted)
    found = made.diagnostics
    if made.value is not None and str(answers) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(made.value.content)
    elif made.value is not None:
        found += put([Output(answers, made.value.content)], force=force)
    show(found, manner)
    if failed(found, manner):
        context.exit(1)
    if not quiet and diagnostics == "text":
        say(_copied(answers, example) if example else _next(answers))
        if made.value and made.value.note:
            say(made.value.note)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questionnaire: its instrument, state and scope; `every` question or the starter's."""

    instrument: str
    state: str
    scope: str
    every: bool


@dataclass(frozen=True, slots=True)
class Made:
    """An answer file, and what else is said at the end of the run."""

    content: bytes
    note: str = ""


def _questionnaire(file: str, wanted: Wanted) -> Outcome[Made]:
    """Return an answer file with the instrument's questions, to be named `file`."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`
    from mou_builder.model.library import ClauseScope  # noqa: PLC0415 - as above
    from mou_builder.reports.questionnaire import questionnaire  # noqa: PLC0415 - as above
    from mou_builder.reports.starter import starter  # noqa: PLC0415 - as above

    cache = source.default_cache_folder(os.environ)
    library = source.read_library(cache=cache)
    if library.value is None:
        return outcome(None, library.diagnostics)
    kind = source.read_instrument(wanted.instrument, library.value, cache=cache)
    found = [*library.diagnostics, *kind.diagnostics]
    home = _home(library.value, wanted.state.casefold())
    if wanted.state:
        found += _about_state(wanted.state, home)
    if kind.value is None or errors_in(found):
        return outcome(None, found)
    made = questionnaire if wanted.every else starter
    text = made(kind.value, library.value, home, ClauseScope(wanted.scope), file)
    note = _about_form(home, wanted.instrument) if home else ""
    return outcome(Made(text.encode(), note), found)


def _about_form(home: Jurisdiction, instrument: str) -> str:
    """Return what is on file of the state's own form, empty where none is."""
    from mou_builder.model.law import FORM_RULES  # noqa: PLC0415 - not for `--help`

    form = home.law.form
    if form is None:
        return ""
    said = f"{home.name} has a form of its own, the {form.title}: {FORM_RULES[form.rule]}."
    if instrument == ADDENDUM:
        return f"{said}\nThis addendum holds your own terms beside it."
    return (
        f"{said}\n`--instrument {ADDENDUM}` adds your own terms to it, "
        "in a short document beside the form."
    )


def _home(library: Library, state: str) -> Jurisdiction | None:
    """Return the state of that code or name."""
    known = library.jurisdictions.values()
    return next((each for each in known if state in (each.code, each.name.casefold())), None)


def _about_state(state: str, home: Jurisdiction | None) -> tuple[Diagnostic, ...]:
    if home is None or home.code == FEDERAL:
        hint = "write its two letters, for example `WA`"
        return (error("MB976", f"`{state}` is no state", None, hint),)
    return ()


def _example(name: str) -> Outcome[Made]:
    """Return the answer file of an example; nothing when there is no such example."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`

    answers = source.example_files(name).get("answers.yaml")
    if answers is not None:
        return Outcome(Made(answers))
    known = source.example_names()
    return outcome(None, [unknown_name("MB975", "example", name, known, "examples")])


def _copied(answers: Path, example: str) -> str:
    return (
        f"Wrote {answers}, a copy of the answers of the example `{example}`. Change them in a text "
        f"editor as you like;\n    mou-builder render {answers}\n"
        "writes the agreement, and says what is open in it."
    )


def _next(answers: Path) -> str:
    return (
        f"Wrote {answers}. Open it in a text editor and answer what you know; then\n"
        f"    mou-builder render {answers}\n"
        "writes the draft, with a blank for what is not answered."
    )


COMMAND = new

"""`mou-builder law`: what is on file of the law, and how it is known."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_builder.cli.options import DIAGNOSTICS, PATH, Manner
from mou_builder.cli.screen import give, show

if TYPE_CHECKING:
    from mou_builder.model.library import Library

CLAUSES = click.option(
    "--clauses",
    type=PATH,
    multiple=True,
    metavar="FOLDER",
    help="Clauses of your own over the library's; may be repeated.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print all that is known as JSON.")


@click.group("law", short_help="List the law on file and how each citation is known.")
def law() -> None:
    """List the law on file, and how each citation is known."""


@law.command("report", short_help="List every citation, those that nobody read first.")
@click.option("--state", metavar="YY", help="One state's two letters, or `us`.")
@CLAUSES
@JSON
@DIAGNOSTICS
@click.pass_context
def report(
    context: click.Context,
    /,
    *,
    state: str | None,
    clauses: tuple[Path, ...],
    as_json: bool,
    diagnostics: str,
) -> None:
    """List every citation with its address, how it is known, and which copy was seen.

    It is the yearly list of whoever keeps the library: what to look up again.
    """
    from mou_builder.reports import law_report  # noqa: PLC0415 - not for `--help`

    library = _library(context, clauses, diagnostics)
    code = (state or "").lower()
    if code and code not in library.jurisdictions:
        raise click.UsageError(f"there is no state `{state}`; write its two letters, or `us`")
    rows = law_report.citation_rows(library, code)
    if as_json:
        give(rows)
    else:
        click.echo(law_report.citation_text(rows))


@law.command("table", short_help="Print a table of all states as Markdown.")
@CLAUSES
@JSON
@DIAGNOSTICS
@click.pass_context
def table(
    context: click.Context, /, *, clauses: tuple[Path, ...], as_json: bool, diagnostics: str
) -> None:
    """Print for each state its instrument, terms, steps, and how its law is known."""
    from mou_builder.reports import law_report  # noqa: PLC0415 - not for `--help`

    rows = law_report.state_rows(_library(context, clauses, diagnostics))
    if as_json:
        give(rows)
    else:
        click.echo(law_report.state_table(rows))


def _library(context: click.Context, overlays: tuple[Path, ...], diagnostics: str) -> Library:
    """Return the library. Ends the run where a file of it has a fault."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`

    cache = source.default_cache_folder(os.environ)
    read = source.read_library(overlays, cache=cache)
    show(read.diagnostics, Manner(form=diagnostics))
    if read.value is None:
        context.exit(1)
    return read.value


COMMAND = law

"""`mou-builder lint`: says what the rules find in the wording of an agreement or the library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from mou_builder.cli.options import (
    PATH,
    answer_options,
    manner_of,
    manner_options,
    request_of,
)
from mou_builder.cli.screen import failed, give, say, show
from mou_builder.cli.wording import found_in, found_in_library
from mou_builder.diagnostics import Diagnostic, Severity, errors_in

HELP = """Say what the rules of wording find in the agreement of ANSWERS.yaml: sentences too long,
duties that are nobody's, words that promise too much, terms that nothing defines, names left from
another agreement.

Without ANSWERS.yaml, look at the clause library, and at clauses of your own with `--clauses`.
`mou-builder list rules` names the rules, `mou-builder explain MB701` explains one.
"""
LIBRARY = "the library"
# What says from what an agreement is made has no meaning without one.
OF_AGREEMENT = ("profile", "sets", "final", "style", "as_of")


@click.command("lint", help=HELP, short_help="Say what the rules find in the wording.")
@click.argument("answers", type=PATH, metavar="[ANSWERS.yaml]", required=False)
@answer_options
@manner_options
@click.pass_context
def lint(
    context: click.Context,
    /,
    answers: Path | None,
    **options: Any,  # noqa: ANN401 - the shared options, read by `request_of` and `manner_of`
) -> None:
    """Show the findings, and fail when they do."""
    manner = manner_of(options)
    found, given = _agreement(answers, options) if answers else _library(options)
    show(found, manner, given)
    name = str(answers) if answers else LIBRARY
    if not manner.quiet and manner.form == "text":
        say(_summary(name, found))
    if manner.json:
        give(_result(name, found))
    context.exit(1 if failed(found, manner) else 0)


def _agreement(answers: Path, options: dict[str, Any]) -> tuple[tuple[Diagnostic, ...], object]:
    from mou_builder import pipeline  # noqa: PLC0415 - not for `--help`

    request = request_of(answers, options)
    assembled = pipeline.assemble(request)
    return errors_in(assembled.diagnostics) or found_in(assembled), request.answers


def _library(options: dict[str, Any]) -> tuple[tuple[Diagnostic, ...], object]:
    from mou_builder import source  # noqa: PLC0415 - as above

    if any(options[name] for name in OF_AGREEMENT):
        raise click.UsageError("without ANSWERS.yaml only `--clauses` says what to look at")
    cache = source.default_cache_folder(os.environ)
    return found_in_library(tuple(options["clauses"]), cache), None


def _summary(name: str, found: tuple[Diagnostic, ...]) -> str:
    from mou_builder.reports.messages import counted  # noqa: PLC0415 - as above

    errors = sum(each.severity is Severity.ERROR for each in found)
    if errors:
        return f"{name}: {counted(errors, 'error')}"
    return f"{name}: {counted(len(found), 'finding')}"


def _result(name: str, found: tuple[Diagnostic, ...]) -> dict[str, Any]:
    from mou_builder.reports.messages import in_order, message_value  # noqa: PLC0415 - as above

    return {"file": name, "findings": [message_value(each) for each in in_order(found)]}


COMMAND = lint

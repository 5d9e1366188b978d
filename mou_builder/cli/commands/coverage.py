"""`mou-builder coverage`: what the agreement says on each requirement of standards and law."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mou_builder.cli.options import PATH, answer_options, manner_of, manner_options, request_of
from mou_builder.cli.screen import failed, give, show
from mou_builder.diagnostics import Diagnostic, Outcome, Severity, error, outcome

if TYPE_CHECKING:
    from mou_builder.reports.coverage_table import Covered

HELP = """Say for each requirement which section of the agreement addresses it, touches it, or that
none does, with how the requirement is known. Without `--standard`: the law of the state, federal
law, NASRO and the COPS Office.
"""
FORMATS = ("text", "md", "json")


@click.command("coverage", help=HELP, short_help="Say what the agreement says on requirements.")
@click.argument("answers", type=PATH, metavar="ANSWERS.yaml")
@click.option(
    "--standard",
    "standards",
    multiple=True,
    metavar="ID",
    help="Only this standard, or a state's code; may be repeated.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["missing", "partial"]),
    help="Fail when one is not addressed; with `partial`, also when one is in part or touched.",
)
@click.option("--worksheet", is_flag=True, help="Empty columns, to review a document by hand.")
@answer_options
@manner_options
@click.pass_context
def coverage(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    /,
    answers: Path,
    *,
    standards: tuple[str, ...],
    form: str,
    fail_on: str | None,
    worksheet: bool,
    **options: Any,  # noqa: ANN401 - the shared options, read by `request_of` and `manner_of`
) -> None:
    """Print the findings, and fail as asked."""
    from mou_builder.reports import coverage_table as table  # noqa: PLC0415 - not for `--help`

    manner = manner_of(options)
    form = "json" if manner.json else form
    if worksheet and form == "json":
        raise click.UsageError("`--worksheet` is a table: take `--format md` or leave it out")
    request = request_of(answers, options)
    made = _covered(request, standards)
    found = [*made.diagnostics, *_lacking(made.value or (), fail_on)]
    show(found, manner, request.answers)
    if made.value is not None and form == "json":
        give(table.covered_value(made.value))
    elif made.value is not None and (worksheet or form == "md"):
        click.echo(table.covered_markdown(made.value, worksheet=worksheet))
    elif made.value is not None:
        click.echo(table.covered_text(made.value))
    context.exit(1 if failed(found, manner) else 0)


def _covered(request: Any, standards: tuple[str, ...]) -> Outcome[tuple[Covered, ...]]:  # noqa: ANN401
    """Return the findings; the agreement's own open items are left to `check`."""
    from mou_builder import covering, pipeline  # noqa: PLC0415 - not for `--help`

    assembled = pipeline.assemble(request)
    if assembled.value is None:
        return outcome(None, assembled.diagnostics)
    made = covering.cover_all(assembled.value, standards)
    errors = [each for each in made.diagnostics if each.severity is Severity.ERROR]
    return outcome(made.value, errors)


def _lacking(covered: tuple[Covered, ...], fail_on: str | None) -> list[Diagnostic]:
    from mou_builder.reports import coverage_table as table  # noqa: PLC0415 - as above
    from mou_builder.reports.messages import counted  # noqa: PLC0415 - as above

    if fail_on is None:
        return []
    found = table.lacking(covered, table.PARTIAL if fail_on == "partial" else table.MISSING)
    if not found:
        return []
    named = ", ".join(each.requirement.id for each in found[:12])
    more = f" and {len(found) - 12} more" if len(found) > 12 else ""  # noqa: PLR2004
    what = "not addressed" if fail_on == "missing" else "not addressed in full"
    message = f"{counted(len(found), 'requirement')} {what}: {named}{more}"
    hint = "answer or choose what the table names, or have counsel accept that they stay open"
    return [error("MB801", message, None, hint)]


COMMAND = coverage

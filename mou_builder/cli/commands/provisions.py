"""`mou-builder provisions`: which provisions of a published agreement stand in this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mou_builder.cli.options import (
    PATH,
    Manner,
    answer_options,
    manner_of,
    manner_options,
    request_of,
)
from mou_builder.cli.screen import failed, give, show
from mou_builder.diagnostics import Diagnostic, Outcome, outcome, unknown_name

if TYPE_CHECKING:
    from mou_builder.pipeline import Request
    from mou_builder.reports.provisions import Carried
    from mou_builder.source import Source

HELP = """Look up, in the words that the agreement prints, each provision that a provisions.yaml
lists: topic, what it says, clause, section, and whether it is carried, missing or in no text. Fails
when one is missing, or when fewer are carried than asked.

With `--every-example`, print the shipped examples' figures as the table of their page.
"""
LISTED = "provisions.yaml"
ANSWERED = "answers.yaml"


@click.command("provisions", help=HELP, short_help="Look up a published agreement's provisions.")
@click.argument("answers", type=PATH, metavar="ANSWERS.yaml", required=False)
@click.option(
    "--file",
    "listed",
    type=PATH,
    metavar="PROVISIONS.yaml",
    help=f"The list of provisions [default: {LISTED} beside the answers].",
)
@click.option("--example", metavar="NAME", help="A shipped example's answers and provisions.")
@click.option("--every-example", is_flag=True, help="All shipped examples that have provisions.")
@click.option(
    "--least",
    type=click.FloatRange(0, 100),
    default=95,
    show_default=True,
    metavar="PERCENT",
    help="The share of provisions that must be carried.",
)
@answer_options
@manner_options
@click.pass_context
def provisions(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    /,
    answers: Path | None,
    *,
    listed: Path | None,
    example: str | None,
    every_example: bool,
    least: float,
    **options: Any,  # noqa: ANN401 - the shared options, read by `request_of` and `manner_of`
) -> None:
    """Print the table, and fail when a provision is missing."""
    if sum((answers is not None, example is not None, every_example)) != 1:
        raise click.UsageError("name one ANSWERS.yaml, or `--example`, or `--every-example`")
    if listed and answers is None:
        raise click.UsageError("`--file` goes with ANSWERS.yaml; an example has its own list")
    manner = manner_of(options)
    if every_example:
        context.exit(_every_example(least, options, manner))
    if example is not None:
        looked_up, given = _example(example, least, options)
    else:
        file = answers or Path()
        if not listed and file.exists() and not file.with_name(LISTED).exists():
            raise click.UsageError(
                f"no `{LISTED}` lies beside `{file}`; name the list with `--file PROVISIONS.yaml`, "
                "or look at a shipped example with `--example NAME`"
            )
        looked_up, given = _of(file, listed or file.with_name(LISTED), least, options)
    context.exit(_told(looked_up, given, manner))


def _told(looked_up: Outcome[Carried], given: object, manner: Manner) -> int:
    """Print what was found; return the exit status."""
    from mou_builder.reports import provisions as report  # noqa: PLC0415 - not for `--help`

    made = looked_up.value
    found = (*looked_up.diagnostics, *(made.found if made else ()))
    show(found, manner, given)
    if made is not None and manner.json:
        give(report.carried_value(made))
    elif made is not None:
        click.echo(report.carried_text(made))
    return 1 if failed(found, manner) else 0


def _of(
    answers: Path, listed: Path | Source, least: float, options: dict[str, Any]
) -> tuple[Outcome[Carried], object]:
    request = request_of(answers, options)
    return _looked_up(request, listed, least), request.answers


def _looked_up(request: Request, listed: Path | Source, least: float) -> Outcome[Carried]:
    """Return what became of the provisions; open items of the agreement are not said."""
    from mou_builder import pipeline  # noqa: PLC0415 - not for `--help`

    assembled = pipeline.assemble(request)
    if assembled.value is None:
        return outcome(None, assembled.diagnostics)
    return pipeline.provisions(assembled.value, listed, least)


# --- shipped examples --------------------------------------------------------------------------


def _example(name: str, least: float, options: dict[str, Any]) -> tuple[Outcome[Carried], object]:
    """Return what became of a shipped example's provisions, read wherever the program is."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`

    files = source.example_files(name)
    if LISTED not in files:
        what = "example with provisions"
        fault = unknown_name("MB975", what, name, _with_provisions(), "examples")
        return outcome(None, [fault]), None
    answers, listed = (
        source.Source(f"examples/{name}/{each}", files[each]) for each in (ANSWERED, LISTED)
    )
    request = replace(request_of(Path(answers.name), options), answers=answers)
    return _looked_up(request, listed, least), answers


def _every_example(least: float, options: dict[str, Any], manner: Manner) -> int:
    from mou_builder.reports import provisions as report  # noqa: PLC0415 - not for `--help`

    made: list[tuple[str, Carried]] = []
    found: list[Diagnostic] = []
    for name in _with_provisions():
        looked_up, _ = _example(name, least, options)
        found += looked_up.diagnostics
        if looked_up.value is not None:
            made.append((name, looked_up.value))
            found += looked_up.value.found
    show(found, manner)
    if manner.json:
        give({name: report.carried_value(each) for name, each in made})
    else:
        click.echo(report.carried_table(made))
    return 1 if failed(found, manner) else 0


def _with_provisions() -> Iterator[str]:
    from mou_builder import source  # noqa: PLC0415 - not for `--help`

    return (each for each in source.example_names() if LISTED in source.example_files(each))


COMMAND = provisions

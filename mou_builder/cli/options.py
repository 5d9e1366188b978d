"""Options that several commands share, and what they become: a request and a manner of speaking."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from mou_builder.pipeline import Request
    from mou_builder.source import Source

F = TypeVar("F", bound=Callable[..., Any])
STANDARD_INPUT = "-"


class Day(click.ParamType[date]):
    """A date typed as 2026-07-01."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the date. Fails as wrong usage for anything else."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is no date; write it as 2026-07-01", param, ctx)


class Format(click.ParamType[str]):
    """The name of an output format; the formats are those of the folder `writers`."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the names for the help."""
        del param, ctx
        return f"[{'|'.join(self._names())}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name. Fails as wrong usage for one that no format has."""
        if value not in self._names():
            self.fail(f"`{value}` is none of {', '.join(self._names())}", param, ctx)
        return value

    def _names(self) -> list[str]:
        # The formats are listed only when asked for: most runs need one or none.
        from mou_builder.writers import writers  # noqa: PLC0415

        return [each.name for each in writers()]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a command speaks: how much, in which form, and what counts as failure."""

    quiet: bool = False
    strict: bool = False
    form: str = "text"
    json: bool = False


def answer_options(command: F) -> F:
    """Add the options that say from what an agreement is made."""
    for option in reversed(_ANSWER_OPTIONS):
        command = option(command)
    return command


def manner_options(command: F) -> F:
    """Add the options that say how the command speaks."""
    for option in reversed(_MANNER_OPTIONS):
        command = option(command)
    return command


def manner_of(options: dict[str, Any]) -> Manner:
    """Return the manner that a command's options ask for."""
    return Manner(options["quiet"], options["strict"], options["diagnostics"], options["json"])


def request_of(answers: Path, options: dict[str, Any]) -> Request:
    """Return the request that a command's options make, the clock and environment read."""
    from mou_builder import pipeline, source  # noqa: PLC0415 - not for `--help`

    return pipeline.Request(
        answers=answer_source(answers),
        as_of=options["as_of"] or today(),
        profiles=tuple(options["profile"]),
        sets=tuple(options["sets"]),
        overlays=tuple(options["clauses"]),
        style=options["style"] or "",
        final=options["final"],
        cache=source.default_cache_folder(os.environ),
    )


def answer_source(answers: Path) -> Path | Source:
    """Return the path, or what standard input holds for `-`."""
    if str(answers) != STANDARD_INPUT:
        return answers
    from mou_builder.source import Source  # noqa: PLC0415 - not for `--help`

    return Source(STANDARD_INPUT, sys.stdin.buffer.read())


def today() -> date:
    """Return SOURCE_DATE_EPOCH's day, else today, both in UTC (reproducible-builds.org)."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not stamp:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(stamp), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(
            f"SOURCE_DATE_EPOCH is `{stamp}`, not a number of seconds since 1970"
        ) from None


PATH = click.Path(path_type=Path)
PROFILE = click.option(
    "--profile",
    type=PATH,
    multiple=True,
    metavar="FILE",
    help="Answers under the answer file, such as an office's names; may be repeated.",
)
POSITIONS = click.option(
    "--positions",
    type=PATH,
    multiple=True,
    metavar="FILE",
    help="Your own positions on clauses, for this screen alone; may be repeated.",
)
FORCE = click.option("--force", is_flag=True, help="Replace a file that stands in the way.")
FINAL = click.option(
    "--final",
    is_flag=True,
    help="Take the agreement as final: no draft marks, and what is open is an error.",
)
_ANSWER_OPTIONS = (
    PROFILE,
    click.option(
        "--set",
        "sets",
        multiple=True,
        metavar="PATH=VALUE",
        help="One answer for this run, such as term.start=2027-07-01; may be repeated.",
    ),
    FINAL,
    click.option(
        "--style", metavar="NAME|FOLDER", help="The house style; else the answer file's `style:`."
    ),
    click.option(
        "--clauses",
        type=PATH,
        multiple=True,
        metavar="FOLDER",
        help="Clauses of your own over the library's; may be repeated.",
    ),
    click.option(
        "--as-of",
        type=Day(),
        metavar="DATE",
        help="The draft's date [default: SOURCE_DATE_EPOCH, else today in UTC].",
    ),
)
DIAGNOSTICS = click.option(
    "--diagnostics",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The form of what is said on standard error.",
)
_MANNER_OPTIONS = (
    click.option("--strict", is_flag=True, help="Warnings fail, as errors do."),
    click.option("--quiet", is_flag=True, help="Say nothing but errors."),
    click.option("--json", is_flag=True, help="Print the result as JSON on standard output."),
    DIAGNOSTICS,
)

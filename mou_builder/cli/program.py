"""`mou-builder`: finds the command, and turns a bug of ours into exit status 70."""

from __future__ import annotations

import errno
import io
import os
import sys
from importlib import import_module
from pkgutil import iter_modules

import click

from mou_builder import __version__
from mou_builder.cli import commands

# BSD's sysexits.h, EX_SOFTWARE: an internal fault, which no input of the user's should cause.
BUG = 70

HELP = """Turns answers in a YAML file into the Word agreement between a school district and a law
enforcement agency about school resource officers.

What it writes is a draft for review by counsel, not legal advice. Its Word files pass the
validators of our tests; they have not yet been opened in real Microsoft Word here.

\b
Start with the twenty-five questions of a memorandum, answer what you know, then write the draft:
    mou-builder new ours.yaml --state WA
    mou-builder render ours.yaml
"""


class Program(click.Group):
    """A group whose commands are the modules of `commands`, imported when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names, sorted."""
        del ctx
        return sorted(each.name for each in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{commands.__name__}.{cmd_name}")
        found: click.Command = module.COMMAND
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; say what to report when the program itself is at fault."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A terminal of an old encoding shows an escape for what it cannot print.
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as fault:
            # A reader that closed the pipe (`| head`) is no bug; click ends the program quietly.
            if isinstance(fault, OSError) and fault.errno == errno.EPIPE:
                raise
            if os.environ.get("MOU_BUILDER_DEBUG"):
                raise
            _confess(fault)
            ctx.exit(BUG)


def _confess(fault: Exception) -> None:
    place = fault.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place else "?"
    click.echo(
        f"mou-builder {__version__} has a bug.\n"
        f"  {type(fault).__name__} at {where}, Python {sys.version.split()[0]}\n"
        "  Please report these lines, the command as typed and, if you may, the answer file.\n"
        "  MOU_BUILDER_DEBUG=1 before the command shows where it happened.",
        err=True,
    )


main = Program(
    name="mou-builder",
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    no_args_is_help=True,
)
click.version_option(__version__, prog_name="mou-builder")(main)

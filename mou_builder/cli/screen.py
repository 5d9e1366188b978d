"""What goes to the screen: diagnostics on standard error, results on standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any

import click

from mou_builder.cli.options import Manner
from mou_builder.diagnostics import Diagnostic, Severity


def show(diagnostics: Iterable[Diagnostic], manner: Manner, given: object = None) -> None:
    """Print the diagnostics on standard error; `given` is the answers read from standard input."""
    from mou_builder.reports.messages import in_order, message_text, message_value  # noqa: PLC0415
    from mou_builder.source import Source, lines_of  # noqa: PLC0415 - needed when there is a fault

    heard = [each for each in in_order(diagnostics) if _heard(each, manner)]
    if manner.form == "json":
        say(json.dumps([message_value(each) for each in heard], ensure_ascii=False, indent=2))
        return
    stream = given if isinstance(given, Source) else None
    for each in heard:
        say(message_text(each, lambda file: lines_of(file, stream), colour=_colour()))


def failed(diagnostics: Iterable[Diagnostic], manner: Manner) -> bool:
    """Whether the run failed: an error or, when strict, a warning."""
    grave = {Severity.ERROR, Severity.WARNING} if manner.strict else {Severity.ERROR}
    return any(each.severity in grave for each in diagnostics)


def say(text: str) -> None:
    """Print on standard error."""
    click.echo(text, err=True)


def give(value: Any) -> None:  # noqa: ANN401 - whatever a command's result is in JSON
    """Print a command's result as JSON on standard output."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    click.echo(json.dumps(value, ensure_ascii=encoding != "utf8", indent=2))


def _heard(diagnostic: Diagnostic, manner: Manner) -> bool:
    return (
        diagnostic.severity is Severity.ERROR
        or not manner.quiet
        or (manner.strict and diagnostic.severity is Severity.WARNING)
    )


def _colour() -> bool:
    """Whether standard error is a terminal whose user wants colours (no-color.org)."""
    return (
        sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )

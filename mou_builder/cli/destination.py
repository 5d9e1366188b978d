"""Where a document goes and in which format, from `-o`, `--format` and the answer file's name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mou_builder.cli.files import inside_package
from mou_builder.cli.options import STANDARD_INPUT

if TYPE_CHECKING:
    from mou_builder.writers import Writer

STANDARD_OUTPUT = "-"
FORMAT = "docx"


@dataclass(frozen=True, slots=True)
class Destination:
    """A format and a path; the path is None for standard output."""

    writer: Writer
    path: Path | None


def destination(answers: Path, output: Path | None, form: str | None) -> Destination:
    """Return where the document goes. Raises UsageError where the options contradict each other."""
    writer = _writer(output, form)
    if output is not None:
        return Destination(writer, None if str(output) == STANDARD_OUTPUT else output)
    if str(answers) == STANDARD_INPUT:
        raise click.UsageError("answers from standard input need `-o FILE` for the document")
    if inside_package(answers):
        name = answers.resolve().parent.name
        raise click.UsageError(
            f"`{answers}` lies in the installed program; name the document with `-o FILE`, "
            f"or copy the example first: `mou-builder new ours.yaml --example {name}`"
        )
    if answers.suffix.lower() == writer.suffix:
        raise click.UsageError(
            f"`{answers}` is a {writer.title}; answers are a YAML file, "
            f"such as `{answers.with_suffix('.yaml')}`"
        )
    # `.` has no name to change; that it is a folder is said when it is read.
    beside = answers if answers.name else answers / FORMAT
    return Destination(writer, beside.with_suffix(writer.suffix))


def _writer(output: Path | None, form: str | None) -> Writer:
    from mou_builder.writers import writer_for, writer_named, writers  # noqa: PLC0415 - not for help

    by_suffix = writer_for(output.suffix) if output else None
    named = writer_named(form) if form else None
    if named and by_suffix and named is not by_suffix:
        raise click.UsageError(f"`--format {form}` and the name `{output}` disagree")
    found = named or by_suffix
    if found:
        return found
    if output and output.suffix.lower() == ".pdf":
        raise click.UsageError(
            "Word or LibreOffice makes the PDF: write "
            f"`{output.with_suffix('.docx')}`, open it there and save it as PDF"
        )
    if output and str(output) != STANDARD_OUTPUT:
        known = ", ".join(each.suffix for each in writers())
        raise click.UsageError(
            f"the name `{output}` does not say which format; end it with one of {known}, "
            "or add `--format`"
        )
    default = writer_named(FORMAT)
    if default is None:
        raise LookupError(f"no writer for {FORMAT}")
    return default

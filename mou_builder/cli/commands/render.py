"""`mou-builder render`: writes the document."""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mou_builder.cli.destination import STANDARD_OUTPUT, Destination, destination
from mou_builder.cli.files import Output, put
from mou_builder.cli.options import (
    FORCE,
    PATH,
    STANDARD_INPUT,
    Format,
    Manner,
    answer_options,
    manner_of,
    manner_options,
    request_of,
)
from mou_builder.cli.screen import failed, give, say, show
from mou_builder.cli.standing import stance, stance_line
from mou_builder.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from mou_builder.pipeline import Assembled, Request

HELP = """Write the agreement that ANSWERS.yaml describes, as a draft for review by counsel.

The document goes beside the answer file, as a Word file, unless `-o` or `--format` say otherwise.
What is not answered is a visible blank in it, and is listed at the end of the run.
It holds no notes, positions or file names: it is safe to send to the other party.

With `--final` the draft's marks are left out; that is refused while anything is open.
"""


@click.command("render", help=HELP, short_help="Write the agreement as a Word file.")
@click.argument("answers", type=PATH, metavar="ANSWERS.yaml")
@click.option(
    "-o",
    "--output",
    type=PATH,
    metavar="FILE",
    help="The document's name; `-` for standard output [default: beside the answers].",
)
@click.option(
    "--format", "form", type=Format(), help="The format [default: the name's, else docx]."
)
@answer_options
@FORCE
@click.option(
    "--record",
    type=PATH,
    metavar="FILE",
    help="Also write as JSON what must not travel in the document: open items, alternatives.",
)
@manner_options
@click.pass_context
def render(
    context: click.Context,
    /,
    answers: Path,
    output: Path | None,
    form: str | None,
    **options: Any,  # noqa: ANN401 - read by `request_of`, `manner_of` and below
) -> None:
    """Assemble, write, and say what is open."""
    manner = manner_of(options)
    target = destination(answers, output, form)
    if manner.json and target.path is None:
        raise click.UsageError("`--json` and `-o -` both want standard output")
    record: Path | None = options["record"]
    _keep_apart(answers, target.path, record)
    request = request_of(answers, options)
    context.exit(_render(request, target, record, manner, force=options["force"]))


def _render(
    request: Request, target: Destination, record: Path | None, manner: Manner, *, force: bool
) -> int:
    from mou_builder import pipeline  # noqa: PLC0415 - not for `--help`

    assembled = pipeline.assemble(request)
    found = assembled.diagnostics
    if assembled.value is None or failed(found, manner):
        # What stops the run comes first; what a draft may leave open would only bury it.
        return _refused(found, request, manner)
    content = pipeline.write(assembled.value, target.writer)
    outputs = _outputs(content, target)
    if record:
        text = pipeline.record(assembled.value, found, content)
        outputs.append(Output(record, text, pipeline.is_record, "--record"))
    found += put(outputs, force=force)
    if target.path is None and not failed(found, manner):
        sys.stdout.buffer.write(content)
    if failed(found, manner):
        return _refused(found, request, manner)
    show(_without_open(found, manner), manner, request.answers)
    if not manner.quiet and manner.form == "text":
        say(pipeline.summary(assembled.value, target.writer, _name(target)))
        if line := stance_line(assembled.value):
            say(line)
    if manner.json:
        give(_result(assembled.value, content, target, found))
    return 0


def _refused(found: Sequence[Diagnostic], request: Request, manner: Manner) -> int:
    """Say what stands in the way and that no file was written; return the exit status."""
    from mou_builder.reports.messages import counted  # noqa: PLC0415 - not for `--help`

    show(_without_open(found, manner), manner, request.answers)
    if not manner.quiet and manner.form == "text":
        counts = Counter(each.severity for each in found)
        said = [counted(counts[Severity.ERROR], "error")] if counts[Severity.ERROR] else []
        if manner.strict and counts[Severity.WARNING]:
            said.append(counted(counts[Severity.WARNING], "warning"))
        what = "the final document is refused" if request.final else "the document is refused"
        say(f"{' and '.join(said)}: {what}, and no file was written.")
    return 1


def _keep_apart(answers: Path, output: Path | None, record: Path | None) -> None:
    """Refuse to write two files to one name, or over the answers."""
    if record and str(record) == STANDARD_OUTPUT:
        raise click.UsageError("`--record` needs a file; standard output is for the document")
    named = [each for each in (answers, output, record) if each and str(each) != STANDARD_INPUT]
    if len({os.path.realpath(each) for each in named}) < len(named):
        raise click.UsageError("answers, document and record need names of their own")


def _outputs(content: bytes, target: Destination) -> list[Output]:
    return [Output(target.path, content, target.writer.is_ours, "-o")] if target.path else []


def _without_open(found: Sequence[Diagnostic], manner: Manner) -> list[Diagnostic]:
    """Return what is said before the summary, which lists the open items in fewer words."""
    if manner.form == "json":
        return list(found)
    return [each for each in found if each.severity is not Severity.OPEN]


def _result(
    assembled: Assembled, content: bytes, target: Destination, found: Sequence[Diagnostic]
) -> dict[str, Any]:
    counts = Counter(each.severity for each in found)
    return {
        "output": _name(target),
        "format": target.writer.name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "instrument": assembled.agreement.instrument,
        "final": assembled.agreement.final,
        "open_items": counts[Severity.OPEN],
        "warnings": counts[Severity.WARNING],
        "stance": stance(assembled),
    }


def _name(target: Destination) -> str:
    return str(target.path) if target.path else "standard output"


COMMAND = render

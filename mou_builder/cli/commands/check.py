"""`mou-builder check`: says every problem and open item, and writes nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mou_builder.cli.options import (
    PATH,
    POSITIONS,
    Manner,
    answer_options,
    manner_of,
    manner_options,
    request_of,
)
from mou_builder.cli.screen import failed, give, say, show
from mou_builder.cli.standing import off_position, stance, stance_line
from mou_builder.cli.wording import found_in
from mou_builder.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from mou_builder.model.agreement import Step
    from mou_builder.pipeline import Assembled

HELP = """Say every problem and everything open in ANSWERS.yaml, without writing a document, and
what the rules of wording find in words of your own.

Given a Word file instead, check its structure: what Word would have to repair.
"""


@click.command("check", help=HELP, short_help="Say every problem and open item.")
@click.argument("files", type=PATH, metavar="ANSWERS.yaml|FILE.docx...", nargs=-1, required=True)
@answer_options
@POSITIONS
@manner_options
@click.pass_context
def check(
    context: click.Context,
    /,
    files: tuple[Path, ...],
    **options: Any,  # noqa: ANN401 - the shared options, read by `request_of` and `manner_of`
) -> None:
    """Check each file, and fail when one of them has an error."""
    manner = manner_of(options)
    results = [_check(each, options, manner) for each in files]
    if manner.json:
        give([result for _, result in results])
    context.exit(1 if any(bad for bad, _ in results) else 0)


def _check(file: Path, options: dict[str, Any], manner: Manner) -> tuple[bool, dict[str, Any]]:
    """Say what is found in one file; return whether that fails the run, and the result."""
    from mou_builder import pipeline  # noqa: PLC0415 - not for `--help`

    found = pipeline.check_document(file)
    given: object = None
    made: Assembled | None = None
    if found is None:
        request = request_of(file, options)
        given = request.answers
        assembled = pipeline.assemble(request)
        made = assembled.value
        found = (*assembled.diagnostics, *found_in(assembled, own=True))
        found += off_position(made, options["positions"])
    steps = made.agreement.steps if made else ()
    show(found, manner, given)
    counts = Counter(each.severity for each in found)
    if not manner.quiet and manner.form == "text":
        _say_steps(steps)
        say(_summary(file, counts, structure=given is None))
        if made and (line := stance_line(made)):
            say(line)
    result = _result(file, found, counts, steps)
    return failed(found, manner), {**result, "stance": stance(made) if made else None}


def _say_steps(steps: tuple[Step, ...]) -> None:
    from mou_builder.reports.steps import steps_text  # noqa: PLC0415 - not for `--help`

    if steps:
        say(steps_text(steps))


def _summary(file: Path, counts: Counter[Severity], *, structure: bool) -> str:
    from mou_builder.reports.messages import counted  # noqa: PLC0415 - not for `--help`

    parts = [
        counted(counts[Severity.ERROR], "error"),
        counted(counts[Severity.WARNING], "warning"),
    ]
    if structure:
        return f"{file}: {', '.join(parts)}. Only the structure was checked, not what it says."
    parts.append(counted(counts[Severity.OPEN], "open item"))
    return f"{file}: {', '.join(parts)}"


def _result(
    file: Path,
    found: tuple[Diagnostic, ...],
    counts: Counter[Severity],
    steps: tuple[Step, ...],
) -> dict[str, Any]:
    from mou_builder.reports.messages import in_order, message_value  # noqa: PLC0415 - as above
    from mou_builder.reports.steps import step_value  # noqa: PLC0415 - as above

    return {
        "file": str(file),
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "open_items": counts[Severity.OPEN],
        "steps": [step_value(each) for each in steps],
        "diagnostics": [message_value(each) for each in in_order(found)],
    }


COMMAND = check

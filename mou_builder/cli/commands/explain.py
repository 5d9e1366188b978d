"""`mou-builder explain`: why each clause is in or out; what a code means."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

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
from mou_builder.cli.screen import failed, give, show
from mou_builder.diagnostics import error

HELP = """Say why each clause is in the agreement or out of it: condition, answer, place, and what
to change. With a CLAUSE, such as funding.cost_share, say all there is to know about that one.

`mou-builder explain MB303` prints what a message's code means.
"""
CLAUSE = re.compile(r"[a-z]\w*\.[a-z]\w*")
SUFFIXES = (".yaml", ".yml")
CODE = re.compile(r"(?i)mb\d{3}")


@click.command("explain", help=HELP, short_help="Say why a clause is in or out; explain a code.")
@click.argument("answers", type=PATH, metavar="ANSWERS.yaml|CODE")
@click.argument("clause", required=False)
@answer_options
@POSITIONS
@manner_options
@click.pass_context
def explain(
    context: click.Context,
    /,
    answers: Path,
    clause: str | None,
    **options: Any,  # noqa: ANN401 - the shared options, read by `request_of` and `manner_of`
) -> None:
    """Explain a code, a clause or all clauses."""
    manner = manner_of(options)
    if CODE.fullmatch(str(answers)) and not answers.exists():
        context.exit(_explain_code(str(answers).upper(), manner))
    if CLAUSE.fullmatch(str(answers)) and answers.suffix not in SUFFIXES and not answers.exists():
        raise click.UsageError(
            f"the answer file comes first: `mou-builder explain ANSWERS.yaml {answers}`"
        )
    context.exit(_explain_clauses(answers, clause, options, manner))


def _explain_code(code: str, manner: Manner) -> int:
    from mou_builder import codes, rules  # noqa: PLC0415 - not for `--help`

    text = codes.page(code) or rules.page(code)
    if text is None:
        hint = "a message shows its code in brackets, for example `error[MB303]`"
        show([error("MB973", f"no message has the code `{code}`", None, hint)], manner)
        return 1
    if manner.json:
        give({"code": code, "page": text})
    else:
        click.echo(text.rstrip())
    return 0


def _explain_clauses(
    answers: Path, clause: str | None, options: dict[str, Any], manner: Manner
) -> int:
    from mou_builder import pipeline, source  # noqa: PLC0415 - not for `--help`

    request = request_of(answers, options)
    decided = pipeline.decide(request)
    if decided.value is None or failed(decided.diagnostics, manner):
        show(decided.diagnostics, manner, request.answers)
        return 1
    held = source.read_positions(options["positions"], decided.value.inputs.library)
    if held.value is None:
        show(held.diagnostics, manner)
        return 1
    told = pipeline.explain(decided.value, clause, held.value)
    show(told.diagnostics, manner, request.answers)
    if told.value is None:
        return 1
    if manner.json:
        give(told.value.value)
    else:
        click.echo(told.value.text)
    return 0


COMMAND = explain

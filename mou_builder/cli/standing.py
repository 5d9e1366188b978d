"""What the stance filled, and what is not as the client wants it, for the commands that say it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mou_builder.diagnostics import Diagnostic

if TYPE_CHECKING:
    from mou_builder.pipeline import Assembled


def stance_line(assembled: Assembled) -> str:
    """Return one sentence on the clauses that the stance filled; empty where it filled none."""
    from mou_builder.reports.stance import stance_line as line  # noqa: PLC0415 - not for `--help`

    known = assembled.decided
    return line(known.selection, known.answers.decisions, known.answers.file)


def stance(assembled: Assembled) -> dict[str, Any] | None:
    """Return the stance and what it filled, for JSON; None where none was typed."""
    from mou_builder.reports.stance import stance_value  # noqa: PLC0415 - as above

    known = assembled.decided
    return stance_value(known.selection, known.answers.decisions)


def off_position(made: Assembled | None, files: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """Return where the agreement departs from positions of one's own, or their files' faults."""
    from mou_builder import source  # noqa: PLC0415 - as above
    from mou_builder.reports.positions import position_warnings  # noqa: PLC0415 - as above

    if made is None or not files:
        return ()
    held = source.read_positions(files, made.decided.inputs.library)
    if held.value is None:
        return held.diagnostics
    return tuple(position_warnings(made.decided.selection, held.value))

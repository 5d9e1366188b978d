"""The steps that law asks for about an agreement, as lines and as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from mou_builder.model.agreement import Step
from mou_builder.reports.messages import counted


def steps_text(steps: Sequence[Step]) -> str:
    """Return the steps, each with its citation and how that is known."""
    lines = [
        f"{counted(len(steps), 'step')} to take about the agreement, as the law on file has it:"
    ]
    for each in steps:
        only = f"; only where: {each.applies_when}" if each.applies_when else ""
        lines.append(f"  {each.text} ({each.citation}; {each.evidence.value}{only})")
    return "\n".join(lines)


def step_value(step: Step) -> dict[str, Any]:
    """Return the step as a value for JSON."""
    return asdict(step)

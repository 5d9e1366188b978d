"""The record of a run: what must not travel in the document, for the office's own file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mou_builder.diagnostics import Diagnostic, Severity
from mou_builder.model.agreement import Agreement
from mou_builder.model.answers import Answers, Review
from mou_builder.model.selection import Selection
from mou_builder.reports.explanation import explanation_value
from mou_builder.reports.messages import in_order, message_value
from mou_builder.reports.stance import stance_value
from mou_builder.reports.steps import step_value

FORMAT = "mou-builder record"


def record(
    agreement: Agreement,
    answers: Answers,
    selection: Selection,
    diagnostics: Iterable[Diagnostic],
    digest: str,
) -> bytes:
    """Return the record as JSON; `digest` is the SHA-256 of the document that was written."""
    found = in_order(diagnostics)
    provenance = agreement.provenance
    value = {
        "format": FORMAT,
        "version": 1,
        "program": provenance.program,
        "as_of": provenance.as_of,
        "instrument": agreement.instrument,
        "final": agreement.final,
        "review": _review(answers.decisions.review),
        "answers": {"file": answers.file, "digest": provenance.answers},
        "library": {"digest": provenance.library},
        "document": {"sha256": digest},
        "open_items": _of(found, Severity.OPEN),
        "warnings": _of(found, Severity.WARNING),
        "stance": stance_value(selection, answers.decisions),
        "clauses": explanation_value(selection),
        "steps": [step_value(each) for each in agreement.steps],
    }
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def is_record(content: bytes) -> bool:
    """Whether a file is a record that a run wrote, and so may be replaced by the next."""
    try:
        value = json.loads(content)
    except ValueError:
        return False
    return isinstance(value, dict) and value.get("format") == FORMAT


def _of(diagnostics: Iterable[Diagnostic], severity: Severity) -> list[dict[str, Any]]:
    return [message_value(each) for each in diagnostics if each.severity is severity]


def _review(review: Review | None) -> dict[str, Any] | None:
    if review is None:
        return None
    on = review.on.isoformat() if review.on else None
    return {"by": review.by, "for": review.client, "on": on, "none": review.none}

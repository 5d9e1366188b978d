"""Decodes a day."""

from __future__ import annotations

from datetime import date

from mou_builder.diagnostics import error
from mou_builder.source.decode import Fields


def day_in(fields: Fields, key: str) -> date | None:
    """Return the day under the key, typed as 2026-07-01, or None when it is missing or no day."""
    found = fields.raw(key)
    if found is None:
        return None
    try:
        return date.fromisoformat(found.text)
    except ValueError:
        message = f"expected a day for `{key}`, found `{found.text[:40]}`"
        fields.faults.append(error("MB200", message, found.at, "write it as `2026-07-01`"))
        return None

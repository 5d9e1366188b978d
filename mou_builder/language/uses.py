"""Which names a text or condition mentions."""

from __future__ import annotations

from mou_builder.model.template import Expression, Template, Uses


def uses_of(node: Template | Expression) -> Uses:
    """Return the names mentioned, each once, in the order of their first mention."""
    raise NotImplementedError

"""What counsel may accept in an answer file besides clauses and the office's own provisions."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.model.law import Binding
from mou_builder.model.library import Library
from mou_builder.model.raw import RawList, RawMapping, RawText


def acceptable(root: RawMapping, library: Library) -> Iterator[str]:
    """Yield facts of terms that may bind, what bounds rest on, and parties as `parties.` and id."""
    for state in library.jurisdictions.values():
        yield from (bound.of for bound in state.law.bounds)
        for term in state.law.contracting.mandatory_terms:
            if term.public_counterpart is Binding.UNCLEAR:
                yield term.fact
    parties = root.get("parties")
    for party in parties.items if isinstance(parties, RawList) else ():
        named = party.get("id") if isinstance(party, RawMapping) else None
        if isinstance(named, RawText):
            yield f"parties.{named.text}"

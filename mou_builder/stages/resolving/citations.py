"""Lists the citations that counsel has still to look up, or to look up again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mou_builder.diagnostics import Diagnostic, Related, open_item
from mou_builder.model.answers import Answers
from mou_builder.model.document import Block, Citation, Inline
from mou_builder.model.evidence import Evidence
from mou_builder.model.library import Fact, Library
from mou_builder.stages.blocks import runs_of
from mou_builder.stages.confirming import line_to_paste, not_in_force


def citations(
    blocks: tuple[Block[Inline], ...], library: Library, answers: Answers, as_of: date
) -> Iterator[Diagnostic]:
    """Yield each citation that was not read at its source and that no confirmation settles."""
    cited = {
        inline.fact: inline
        for block in blocks
        for run in runs_of(block)
        for inline in run
        if isinstance(inline, Citation)
    }
    for name, citation in cited.items():
        if not citation.open or citation.evidence == Evidence.READ:
            continue
        fact = library.facts[name]
        confirmation = answers.decisions.confirmed.get(name)
        again = not_in_force(confirmation, fact, as_of) if confirmation else None
        yield again or _unconfirmed(citation, fact)


def _unconfirmed(citation: Citation, fact: Fact) -> Diagnostic:
    known = "recalled" if citation.evidence == Evidence.RECALLED else "known at second hand"
    return open_item(
        "MB614",
        f"the citation `{citation.words}` ({fact.name}) is only {known}",
        None,
        f"counsel checks it and writes `{line_to_paste(fact)}`",
        (Related(_how_seen(citation.evidence, fact.source_label)),),
    )


def _how_seen(evidence: str, label: str) -> str:
    """Return in words how a citation is known; the source's own label stands in brackets."""
    words = _SEEN[evidence]
    return f"how it was seen: {words} ({label})" if label else f"how it was seen: {words}"


_SEEN: dict[str, str] = {
    Evidence.READ: "the text was read",
    Evidence.SECONDARY: "another text that cites it was read, its own text was not",
    Evidence.RECALLED: "no text was read; it stands here from memory",
}

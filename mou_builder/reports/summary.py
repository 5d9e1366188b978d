"""The end of a run in plain words: what was written, what is open and who can settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mou_builder.diagnostics import Diagnostic, Position
from mou_builder.model.agreement import Agreement
from mou_builder.model.answers import Review
from mou_builder.model.library import Library
from mou_builder.model.question import Who
from mou_builder.reports.asked import question_of
from mou_builder.reports.asking import WHO
from mou_builder.reports.messages import counted

# A group longer than this is cut: a first draft has a hundred blanks, and `check` shows them all.
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Written:
    """What a run wrote: the file's name, the format's title, and from which answer file."""

    file: str
    title: str
    answers: str


def summary(agreement: Agreement, library: Library, review: Review | None, written: Written) -> str:
    """Return the lines that a run ends with."""
    lines = [_what(agreement, written)]
    if agreement.final:
        lines.append(_review(review))
    if not agreement.open_items:
        if not agreement.final:
            lines.append("Nothing is open. With `--final` the draft's marks are left out.")
        return "\n".join(lines)
    groups = _by_who(agreement.open_items, library)
    lines.append(f"{counted(len(agreement.open_items), 'open item')}. Who can usually settle them:")
    for who, items in groups.items():
        lines += _group(WHO[who], items, written.answers)
    lines += _next(written, cut=any(len(each) > SHOWN for each in groups.values()))
    return "\n".join(lines)


def _what(agreement: Agreement, written: Written) -> str:
    kind = "final document" if agreement.final else "draft for review by counsel"
    as_of = agreement.provenance.as_of
    return f"Wrote {written.file} ({written.title}): {kind}, as of {as_of}."


def _review(review: Review | None) -> str:
    if review is None or review.none:
        return "Reviewed by nobody: the answer file says `review: none`. This is not legal advice."
    on = f" on {review.on.isoformat()}" if review.on else ""
    return f"Reviewed by {review.by} for {review.client}{on}, as the answer file says."


def _by_who(items: Iterable[Diagnostic], library: Library) -> Mapping[Who, list[Diagnostic]]:
    """Return the open items by who can settle them; what no question settles is counsel's."""
    groups: dict[Who, list[Diagnostic]] = {each: [] for each in Who}
    for item in items:
        question = question_of(item, library)
        groups[question.who if question else Who.COUNSEL].append(item)
    return {who: found for who, found in groups.items() if found}


def _group(who: str, items: Sequence[Diagnostic], answers: str) -> Iterator[str]:
    yield f"  {who} ({len(items)})"
    shown = items[:SHOWN]
    width = max(len(_where(each.at, answers)) for each in shown)
    for each in shown:
        yield f"    {_where(each.at, answers).ljust(width)}  {each.message}".rstrip()
    if len(items) > SHOWN:
        yield f"    ... and {len(items) - SHOWN} more"


def _next(written: Written, *, cut: bool) -> Iterator[str]:
    again = f"answer what you know in {written.answers} and run the same command again"
    yield f"Next: {again}."
    if cut:
        yield f"`mou-builder check {written.answers}` lists everything that is open."


def _where(at: Position | None, answers: str) -> str:
    """Return the line to go to: none for a key that the answer file does not have yet."""
    if at is None or (at.file == answers and (at.line, at.column) == (1, 1)):
        return ""
    return f"line {at.line}" if at.file == answers else f"{at.file}:{at.line}"

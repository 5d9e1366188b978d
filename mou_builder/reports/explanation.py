"""Why each clause is in the agreement or out of it, and what would change that."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from mou_builder.diagnostics import Position
from mou_builder.model.library import Alternative, Article, Clause, Library, Usual
from mou_builder.model.positions import ClausePosition
from mou_builder.model.selection import Omitted, Reason, Rule, Selected, Selection, Truth
from mou_builder.reports.messages import counted
from mou_builder.reports.positions import position_lines, position_value, standing

NO_POSITIONS: Mapping[str, ClausePosition] = MappingProxyType({})
NOT_REVIEWED = "reviewed: by nobody yet; no named attorney has signed off on this clause"
SIDES = {"district": "the district", "agency": "the agency", "either": "either side"}
BASES = {"seen": "seen in agreements on file", "drafter": "the drafter's view"}


Held: TypeAlias = "Mapping[str, ClausePosition]"
"""A client's own positions, by clause."""


def overview(selection: Selection, library: Library, held: Held = NO_POSITIONS) -> str:
    """Return one line a clause, under the headings of the articles, in the agreement's order."""
    shown = [each for each in _all(selection) if not _of_another_kind(each)]
    width = max((len(each.clause.id) for each in shown), default=0)
    lines: list[str] = []
    for article, clauses in _by_article(shown, library.articles).items():
        lines += [article, *(_overview_line(each, width, held) for each in clauses), ""]
    elsewhere = len(_all(selection)) - len(shown)
    if elsewhere:
        lines.append(f"{counted(elsewhere, 'clause')} of the library: for other kinds of agreement")
    unreviewed = sum(each.clause.reviewed is None for each in selection.chosen)
    if unreviewed:
        lines.append(f"{counted(unreviewed, 'clause')} in it: reviewed by no named attorney yet")
    return "\n".join(lines).rstrip()


def explanation(
    selection: Selection, clause: str, answers: str, held: Held = NO_POSITIONS
) -> str | None:
    """Return all there is to say of one clause, or None for one the library does not have.

    `answers` is the answer file's name, for what to change.
    """
    found = _found(selection, clause)
    if found is None:
        return None
    parts = [*_head(found.clause), *_verdict(found), *_alternatives(found)]
    position = held.get(clause)
    parts += [*_standing(found.clause), *(position_lines(found, position) if position else ())]
    parts += _changes(found, answers)
    return "\n".join(parts)


def explanation_value(
    selection: Selection, clause: str | None = None, held: Held = NO_POSITIONS
) -> list[dict[str, Any]]:
    """Return the clauses' fates as a value for JSON: all of them, or the one named."""
    fates = [each for each in _all(selection) if clause in (None, each.clause.id)]
    return [{**_value(each), **_position(each, held)} for each in fates]


def _position(fate: Selected | Omitted, held: Held) -> dict[str, Any]:
    position = held.get(fate.clause.id)
    return {"position": position_value(fate, position)} if position else {}


# --- all clauses -------------------------------------------------------------------------------


def _all(selection: Selection) -> tuple[Selected | Omitted, ...]:
    return (*selection.chosen, *selection.omitted)


def _found(selection: Selection, clause: str) -> Selected | Omitted | None:
    return next((each for each in _all(selection) if each.clause.id == clause), None)


def _of_another_kind(fate: Selected | Omitted) -> bool:
    """Whether the clause is out whatever the answers, for the instrument's sake alone."""
    if not isinstance(fate, Omitted):
        return False
    if not fate.reasons:
        return "the instrument `" in fate.why
    return all(each.answer == "instrument" for each in fate.reasons)


def _by_article(
    fates: Iterable[Selected | Omitted], articles: Mapping[str, Article]
) -> dict[str, list[Selected | Omitted]]:
    """Return the clauses by their article's heading, each article's in their order."""
    grouped: dict[str, list[Selected | Omitted]] = {}
    for each in fates:
        article = articles.get(each.clause.article)
        grouped.setdefault(article.heading if article else each.clause.article, []).append(each)
    for clauses in grouped.values():
        clauses.sort(key=lambda each: (each.clause.order, each.clause.id))
    return grouped


def _overview_line(fate: Selected | Omitted, width: int, held: Held) -> str:
    position = held.get(fate.clause.id)
    how = standing(fate, position) if position else ""
    return _fate_line(fate, width) + (f" [{how}]" if how else "")


def _fate_line(fate: Selected | Omitted, width: int) -> str:
    name = fate.clause.id.ljust(width)
    if isinstance(fate, Omitted):
        return f"  out   {name}  {_because(fate.why, fate.reasons)}"
    mark = "open" if fate.open else "in  "
    what = fate.rule.value
    if fate.condition is Truth.UNKNOWN:
        what = _because("its condition is unknown", fate.reasons)
    return f"  {mark}  {name}  {fate.alternative.id}: {what}"


def _because(why: str, reasons: Sequence[Reason]) -> str:
    return f"{why}: {'; '.join(map(_reads, reasons))}" if reasons else why


# --- one clause --------------------------------------------------------------------------------


def _head(clause: Clause) -> Iterator[str]:
    yield f'{clause.id} "{clause.heading}"{_where(clause.at)}'


def _verdict(fate: Selected | Omitted) -> Iterator[str]:
    if isinstance(fate, Omitted):
        yield f"  out of the agreement: {fate.why}"
    else:
        yield f"  in the agreement, alternative `{fate.alternative.id}`: {fate.rule.value}"
        if fate.open:
            yield "  open: it stands in brackets in a draft, and a final document refuses it"
    if fate.clause.when_source:
        truth = fate.condition if isinstance(fate, Selected) else Truth.NO
        yield f"  condition: {fate.clause.when_source}  is {truth.value}"
    for reason in fate.reasons:
        yield f"    {_reads(reason)}"


def _alternatives(fate: Selected | Omitted) -> Iterator[str]:
    dropped = dict(fate.dropped) if isinstance(fate, Selected) else {}
    taken = fate.alternative.id if isinstance(fate, Selected) else None
    yield "  alternatives:"
    for each in fate.clause.alternatives:
        marks = [
            *(["taken"] if each.id == taken else []),
            *(["default"] if each.default else []),
            *(["its condition is no"] if each.id in dropped else []),
        ]
        yield f"    {each.id} ({', '.join(marks)})" if marks else f"    {each.id}"
        yield from _about(each, dropped.get(each.id, ()))


def _about(alternative: Alternative, reasons: Iterable[Reason]) -> Iterator[str]:
    if alternative.when_source:
        yield f"      when: {alternative.when_source}"
    for reason in reasons:
        yield f"        {_reads(reason)}"
    if alternative.usual:
        yield f"      {_usual(alternative.usual)}"
    if alternative.note:
        note = " ".join(f"note: {alternative.note}".split())
        yield textwrap.fill(note, 100, initial_indent=" " * 6, subsequent_indent=" " * 8)


def _usual(usual: Usual) -> str:
    asked = SIDES.get(usual.asked_by, usual.asked_by)
    where = f": {', '.join(usual.seen_in)}" if usual.seen_in else ""
    given = f"; usually given: {usual.given}" if usual.given else ""
    return f"usually asked for by {asked}{given} ({BASES.get(usual.basis, usual.basis)}{where})"


def _standing(clause: Clause) -> Iterator[str]:
    if clause.counsel_decides:
        yield "  for counsel: a risk term, which no default settles"
    if clause.law_varies:
        yield "  state law differs on this; check it locally"
    if clause.sources:
        yield f"  sources: {', '.join(clause.sources)}"
    yield f"  reviewed: by {clause.reviewed}" if clause.reviewed else f"  {NOT_REVIEWED}"


def _changes(fate: Selected | Omitted, answers: str) -> Iterator[str]:
    clause = fate.clause.id
    yield "  to change it:"
    for reason in _answers(fate):
        yield f"    answer `{reason.answer}` otherwise{_where(reason.at)}"
    if isinstance(fate, Omitted):
        if "the scope `" in fate.why:
            yield f"    in {answers}, write `scope: full`, or name it under `choose:`"
        return
    others = [each.id for each in fate.clause.alternatives if each.id != fate.alternative.id]
    able = [each for each in others if each not in dict(fate.dropped)]
    if able:
        # No name is put in: a suggestion would be advice.
        yield f"    in {answers}, take `{'` or `'.join(able)}`:  choose: {{{clause}: NAME}}"
    if fate.open and fate.clause.counsel_decides:
        yield f"    in {answers}, when counsel accepts it:  accept: {{{clause}: {{by: ?, on: ?}}}}"
    yield f"    in {answers}, leave it out:  omit: {{{clause}: why}}"
    if fate.rule is not Rule.REWORDED:
        yield f"    in {answers}, say it in your own words:  reword: {{{clause}: text}}"


def _answers(fate: Selected | Omitted) -> tuple[Reason, ...]:
    """Return the answers on which the clause and its alternatives turn, each once."""
    dropped = fate.dropped if isinstance(fate, Selected) else ()
    found = (*fate.reasons, *(reason for _, reasons in dropped for reason in reasons))
    return tuple(dict.fromkeys(each for each in found if each.answer != "instrument"))


def _reads(reason: Reason) -> str:
    return f"`{reason.answer}` is {reason.reads}{_where(reason.at)}"


def _where(at: Position | None) -> str:
    return f" ({at.file}:{at.line})" if at else ""


# --- for JSON ----------------------------------------------------------------------------------


def _value(fate: Selected | Omitted) -> dict[str, Any]:
    chosen = isinstance(fate, Selected)
    return {
        "clause": fate.clause.id,
        "heading": fate.clause.heading,
        "in": chosen,
        "why": fate.rule.value if isinstance(fate, Selected) else fate.why,
        "alternative": fate.alternative.id if isinstance(fate, Selected) else None,
        "condition": fate.clause.when_source,
        "truth": fate.condition.value if isinstance(fate, Selected) else None,
        "reasons": [_reason(each) for each in fate.reasons],
        "dropped": [
            {"alternative": name, "reasons": [_reason(each) for each in reasons]}
            for name, reasons in (fate.dropped if isinstance(fate, Selected) else ())
        ],
        "open": isinstance(fate, Selected) and fate.open,
        "counsel_decides": fate.clause.counsel_decides,
        "version": fate.clause.version,
        "reviewed": fate.clause.reviewed,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    at = reason.at._asdict() if reason.at else None
    return {"answer": reason.answer, "reads": reason.reads, "at": at}

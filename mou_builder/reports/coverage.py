"""What an agreement says on each requirement of a standard; never that one is met in law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from mou_builder.language import Scope, judge
from mou_builder.model.agreement import Agreement
from mou_builder.model.selection import Selection, Truth
from mou_builder.model.standards import Belongs, Requirement, Standard, Way
from mou_builder.reports.passages import Pages, pages_of, place_name, standing_in
from mou_builder.reports.sections import PrintedSection


class Standing(StrEnum):
    """How an agreement stands to a requirement. There is no score, and nothing is "compliant"."""

    ADDRESSED = "addressed"
    IN_PART = "in part"
    TOUCHED = "touched, counsel to check"
    NOT_ADDRESSED = "not addressed"
    NOT_APPLICABLE = "not applicable"
    NOT_FOR_TEXT = "not for the text"
    STEP = "a step"
    CONDUCT = "a rule of conduct"


@dataclass(frozen=True, slots=True)
class Finding:
    """How the agreement stands to one requirement.

    `sections` are the labels of what addresses or touches it ("Section 3.7"), in the order of the
    agreement. `why` says the rest in a few words, or is empty. `provisional` is true while one of
    the sections that address it stands in brackets.
    """

    requirement: Requirement
    standing: Standing
    sections: tuple[str, ...] = ()
    why: str = ""
    provisional: bool = False


def coverage(
    standard: Standard,
    agreement: Agreement,
    selection: Selection,
    scope: Scope,
    on: date | None = None,
) -> tuple[Finding, ...]:
    """Return a finding for each requirement, in the order of the standard.

    A requirement is *addressed* when the words that carry it stand in the printed agreement, and
    *in part* when some of them do. It is *touched* when the section is in the office's own words,
    or when no more than a clause on the same topic is there: then counsel reads it. One that
    applies only after the day `on` does not apply yet.
    """
    pages = pages_of(agreement, selection, scope)
    return tuple(
        _not_here(each, scope, on) or _finding(each, pages, selection)
        for each in standard.requirements
    )


def finding_value(finding: Finding) -> dict[str, Any]:
    """Return the finding as a value for JSON."""
    asked = finding.requirement
    return {
        "requirement": asked.id,
        "text": asked.text,
        "standing": finding.standing.value,
        "sections": list(finding.sections),
        "why": finding.why,
        "provisional": finding.provisional,
        "evidence": asked.evidence.value,
        "source_label": asked.source_label,
        "source": asked.source,
        "address": asked.address,
        "version": asked.version,
    }


def _not_here(asked: Requirement, scope: Scope, on: date | None) -> Finding | None:
    """Return the finding for what does not apply to this agreement, or None when it may."""
    why = ""
    if asked.states and scope.state.lower() not in asked.states:
        why = f"it speaks for {', '.join(each.upper() for each in asked.states)} alone"
    elif asked.since and on and on < asked.since:
        why = f"it applies from {asked.since.isoformat()}"
    elif judge(asked.when, scope).truth is Truth.NO:
        why = f"only where: {asked.applies_when or 'the answers say so'}"
    return Finding(asked, Standing.NOT_APPLICABLE, why=why) if why else None


def _finding(asked: Requirement, pages: Pages, selection: Selection) -> Finding:
    only = f"only where: {asked.applies_when}" if asked.applies_when else ""
    match asked.belongs:
        case Belongs.SCHEDULE:
            why = "it belongs in a schedule, a procedure, or a form"
            return Finding(asked, Standing.NOT_FOR_TEXT, why=why)
        case Belongs.NO:
            return Finding(asked, Standing.NOT_FOR_TEXT, why="it is no term of an agreement")
        case Belongs.STEP:
            return Finding(asked, Standing.STEP, why=only)
        case Belongs.CONDUCT:
            return Finding(asked, Standing.CONDUCT, why=only)
        case Belongs.AGREEMENT:
            ways = [_found(each, pages) for each in asked.ways]
            told = _addressed(asked, ways, pages) or _touched(asked, ways, pages)
            return _limited(told or _missing(asked, selection), only)


def _limited(finding: Finding, only: str) -> Finding:
    """Return the finding with where alone the requirement applies."""
    return replace(finding, why="; ".join(filter(None, (finding.why, only))))


@dataclass(frozen=True, slots=True)
class _Found:
    """One way, with the part of the agreement in which each of its passages stands, or None."""

    way: Way
    sections: tuple[PrintedSection | None, ...]
    reworded: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether every passage stands in the library's own words."""
        return all(self.sections) and not self.reworded

    @property
    def printed(self) -> list[PrintedSection]:
        """The parts in which some passage stands."""
        return [each for each in self.sections if each]

    @property
    def provisional(self) -> bool:
        """Whether one of those parts stands in brackets."""
        return any(each.provisional for each in self.printed)


def _found(way: Way, pages: Pages) -> _Found:
    sections = tuple(standing_in(each, pages) for each in way.passages)
    clauses = dict.fromkeys(each.clause for each in way.passages)
    return _Found(way, sections, tuple(each for each in clauses if pages.reworded(each)))


def _addressed(asked: Requirement, ways: Iterable[_Found], pages: Pages) -> Finding | None:
    """Return the finding for a way that stands whole, one without brackets before the others."""
    whole = sorted((each for each in ways if each.whole), key=lambda each: each.provisional)
    for each in whole[:1]:
        labels = _labels(each.printed, pages)
        return Finding(asked, Standing.ADDRESSED, labels, provisional=each.provisional)
    return None


def _touched(asked: Requirement, ways: list[_Found], pages: Pages) -> Finding | None:
    """Return the finding for what counsel has to read, or None when there is nothing to read."""
    best = max(ways, key=lambda each: (len(each.printed), len(each.reworded)), default=None)
    if best is None or not (best.printed or best.reworded):
        return _on_the_topic(asked, pages) or _added(asked, pages)
    own = [each for each in map(pages.section, best.reworded) if each]
    labels = _labels([*best.printed, *own], pages)
    if best.reworded:
        why = f"in the words of this agreement alone: {', '.join(best.reworded)}"
        return Finding(asked, Standing.TOUCHED, labels, why)
    passages = zip(best.way.passages, best.sections, strict=True)
    names = ", ".join(place_name(each) for each, found in passages if not found)
    return Finding(asked, Standing.IN_PART, labels, f"to address it: {names}")


def _on_the_topic(asked: Requirement, pages: Pages) -> Finding | None:
    """Return the finding for the nearest clauses, or else for all that share a topic."""
    named = [one.clause for way in asked.ways for one in way.passages]
    topics = set(asked.topics)
    taken = pages.selected.values()
    related = [each.clause.id for each in taken if topics.intersection(each.clause.topics)]
    for clauses in (asked.see or named, related):
        sections = [each for each in map(pages.section, clauses) if each]
        if sections:
            why = asked.unmet or f"on the same topic; to address it: {_shortest(asked)}"
            return Finding(asked, Standing.TOUCHED, _labels(sections, pages), why)
    return None


def _added(asked: Requirement, pages: Pages) -> Finding | None:
    """Return the finding for a provision that only this agreement has, in an article concerned."""
    clauses = [one.clause for way in asked.ways for one in way.passages]
    articles = {each.partition(".")[0] for each in clauses}
    added = pages.scope.answers.decisions.additional
    ids = [each.id for each in added if each.article in articles]
    sections = [pages.sections[each] for each in ids if each in pages.sections]
    if not sections:
        return None
    return Finding(
        asked, Standing.TOUCHED, _labels(sections, pages), "added in an article concerned"
    )


def _missing(asked: Requirement, selection: Selection) -> Finding:
    """Return the finding where nothing was found, with what would address the requirement."""
    clauses = {one.clause for way in asked.ways for one in way.passages}
    left_out = [each for each in selection.omitted if each.at and each.clause.id in clauses]
    why = "; ".join(f"{each.clause.id} is {each.why}" for each in left_out)
    why = why or asked.unmet or f"to address it: {_shortest(asked)}"
    return Finding(asked, Standing.NOT_ADDRESSED, why=why)


def _shortest(asked: Requirement) -> str:
    """Return what the way with the fewest passages needs, by name."""
    way = min(asked.ways, key=lambda each: len(each.passages))
    return ", ".join(map(place_name, way.passages))


def _labels(sections: Iterable[PrintedSection], pages: Pages) -> tuple[str, ...]:
    """Return the labels in the order of the agreement, each once."""
    wanted = {each.id for each in sections}
    return tuple(each.label for each in pages.sections.values() if each.id in wanted)

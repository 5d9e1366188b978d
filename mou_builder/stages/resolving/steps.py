"""What has to be done about the agreement: approvals, filings, notices that law asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mou_builder.language import Scope, judge, questions_of
from mou_builder.model.agreement import Step
from mou_builder.model.answers import Answers
from mou_builder.model.law import FormalityKind
from mou_builder.model.library import Library
from mou_builder.model.selection import Truth
from mou_builder.model.standards import Belongs, Requirement

FEDERAL = "us"


def steps_of(library: Library, answers: Answers, as_of: date) -> Iterator[Step]:
    """Yield the steps that the state's law asks for, then those of federal law.

    What applies only from a later day, or not to these answers, is left out.
    """
    yield from _formalities(library, answers)
    scope = scope_for(library, answers)
    yield from _certificates(library, answers, scope)
    for name in (answers.decisions.state, FEDERAL):
        standard = library.standards.get(name) if name else None
        for each in standard.requirements if standard else ():
            if each.belongs is Belongs.STEP and applies(each, scope, as_of):
                yield _step(each)


def _formalities(library: Library, answers: Answers) -> Iterator[Step]:
    """Yield the formal steps of the act between public bodies; none where a party is private."""
    home = library.jurisdictions.get(answers.decisions.state)
    kinds = (library.party_kinds.get(each.kind) for each in answers.parties)
    if home is None or any(kind is not None and not kind.public for kind in kinds):
        return
    for each in home.law.contracting.formalities:
        if each.kind is FormalityKind.STEP:
            fact = library.facts[each.fact]
            yield Step(
                id=each.fact,
                text=each.text,
                topic=each.topic,
                citation=fact.citation,
                evidence=fact.evidence,
                source_label=fact.source_label,
                applies_when=f"the Parties rely on the act ({fact.name.partition(':')[0]})",
                address=fact.address,
            )


def _certificates(library: Library, answers: Answers, scope: Scope) -> Iterator[Step]:
    """Yield the signing of each certificate that stands below the signatures, once for each form.

    A certificate's note says how its words are known.
    """
    home = library.jurisdictions.get(answers.decisions.state)
    for each in home.law.contracting.certificates if home else ():
        signing = any(each.is_given_by(one.kind, one.roles) for one in answers.parties)
        if signing and judge(each.when, scope).truth is not Truth.NO:
            fact = library.facts[each.fact]
            yield Step(
                id=each.fact,
                text=f"{each.signer} signs: {each.title}. {each.note}".strip(),
                topic="signatures",
                citation=fact.citation,
                evidence=fact.evidence,
                source_label=fact.source_label,
                address=fact.address,
            )


def scope_for(library: Library, answers: Answers) -> Scope:
    """Return the names that conditions of law may use."""
    articles = frozenset((*library.articles, "parties"))
    return Scope(answers, articles, questions_of(library), state=answers.decisions.state)


def applies(asked: Requirement, scope: Scope, as_of: date) -> bool:
    """Return whether the requirement may apply: not before its day, and not when ruled out."""
    if asked.since and as_of < asked.since:
        return False
    return judge(asked.when, scope).truth is not Truth.NO


def _step(asked: Requirement) -> Step:
    return Step(
        id=asked.id,
        text=asked.text,
        topic=asked.topics[0] if asked.topics else "",
        citation=f"{asked.area}, {asked.source}" if asked.area else asked.source,
        evidence=asked.evidence,
        source_label=asked.source_label,
        applies_when=asked.applies_when,
        address=asked.address,
    )

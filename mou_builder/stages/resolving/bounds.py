"""Finds what contradicts the law on file: a wording that stands, or an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mou_builder.diagnostics import Diagnostic, open_item
from mou_builder.language import judge
from mou_builder.model.answers import Answers
from mou_builder.model.evidence import Evidence
from mou_builder.model.law import Bound
from mou_builder.model.library import Library
from mou_builder.model.selection import Selected, Selection, Truth
from mou_builder.stages.resolving.steps import FEDERAL, applies, scope_for
from mou_builder.stages.selecting.relations import related


def contradictions(
    library: Library, answers: Answers, selection: Selection, as_of: date
) -> Iterator[Diagnostic]:
    """Yield an open item for each bound of state or federal law that the agreement oversteps.

    Nothing is said of an answer that is still open, or once counsel has accepted under the id of
    the requirement or fact.
    """
    for name in (answers.decisions.state, FEDERAL):
        home = library.jurisdictions.get(name)
        for bound in home.law.bounds if home else ():
            said = _said(library, bound, answers, as_of)
            if said and bound.of not in answers.decisions.accept:
                yield from _against(bound, said, selection)
                yield from _not_held(bound, said, library, answers)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the law says, and how that is known."""

    text: str
    citation: str
    evidence: Evidence

    def __str__(self) -> str:
        text = self.text.rstrip(".")
        return f"{text[:1].lower()}{text[1:]} ({self.citation}, {self.evidence.value})"


def _said(library: Library, bound: Bound, answers: Answers, as_of: date) -> _Said | None:
    """Return what the bound rests on; None where it does not apply to this agreement."""
    code = bound.of.partition(".")[0]
    standard = library.standards.get(code)
    asked = standard.requirement(bound.of) if standard else None
    if asked:
        if not applies(asked, scope_for(library, answers), as_of):
            return None
        return _Said(asked.text, asked.source, asked.evidence)
    fact = library.facts[bound.of]
    formalities = library.jurisdictions[code].law.contracting.formalities
    text = next((each.text for each in formalities if each.fact == bound.of), fact.name)
    return _Said(text, fact.citation, fact.evidence)


def _against(bound: Bound, said: _Said, selection: Selection) -> Iterator[Diagnostic]:
    for selected in selection.chosen:
        names = (selected.clause.id, f"{selected.clause.id}.{selected.alternative.id}")
        if not set(names).isdisjoint(bound.against):
            yield _open(bound, f"`{names[1]}` stands here", said, selected)


def _not_held(
    bound: Bound, said: _Said, library: Library, answers: Answers
) -> Iterator[Diagnostic]:
    if bound.holds is None:
        return
    verdict = judge(bound.holds, scope_for(library, answers))
    if verdict.truth is Truth.NO:
        # A function over all parties reads too much to be repeated.
        told = [each for each in verdict.reasons if each.answer != "parties"]
        what = ", ".join(f"{each.answer} is {each.reads}" for each in told) or "a kind of party"
        at = next((each.at for each in told if each.at), None)
        yield open_item("MB630", _message(what, said), at, _hint(bound), related(told))


def _open(bound: Bound, what: str, said: _Said, selected: Selected) -> Diagnostic:
    at = next((each.at for each in selected.reasons if each.at), None)
    return open_item("MB630", _message(what, said), at, _hint(bound))


def _message(what: str, said: _Said) -> str:
    return f"{what}, and law on file says otherwise: {said}"


def _hint(bound: Bound) -> str:
    return (
        "answer or choose otherwise; counsel who reads the law so accepts it: "
        f"`accept.{bound.of}: {{by: name of counsel, on: date}}`"
    )

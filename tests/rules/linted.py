"""What one rule finds in a text: of a library, or of the office's own in a finished agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mou_builder.diagnostics import Diagnostic
from mou_builder.model.answers import AddedProvision, Decisions, Party
from mou_builder.model.library import Clause, Library
from mou_builder.model.question import Question
from mou_builder.model.values import Value
from mou_builder.rules import Analysis, of_agreement, of_library, rules
from mou_builder.stages import draft, resolve
from tests.builders import (
    alternative,
    answers,
    article,
    at,
    clause,
    fact,
    instrument,
    library,
    selection,
    style,
    template,
)

DAY = date(2026, 7, 1)
FACTS = (
    fact("wa.interlocal", "RCW ch. 39.34"),
    fact("us.ferpa", "20 U.S.C. 1232g"),
    fact("us.direct_control", "34 CFR 99.31(a)(1)(i)(B)(2)"),
)


def flagged(code: str, text: str) -> list[str]:
    """Return the words of a clause text that the rule points at."""
    return words_at(found(code, library_of(clause("duties.radio", text))), text)


def flagged_in_agreement(
    code: str,
    text: str,
    *others: Clause,
    given: Mapping[str, Value] | None = None,
    parties: Sequence[Party] | None = None,
) -> list[str]:
    """Return the words of a provision added to an agreement that the rule points at."""
    return words_at(raised(code, agreement_of(text, *others, given=given, parties=parties)), text)


def found(code: str, known: Library) -> list[Diagnostic]:
    """Return what the rule finds in a library."""
    return raised(code, of_library(known, [instrument(*known.articles)]))


def raised(code: str, analysis: Analysis) -> list[Diagnostic]:
    """Return what the rule finds in what was read."""
    (rule,) = (each for each in rules() if each.code == code)
    return list(dict.fromkeys(rule.check(analysis)))


def library_of(*clauses: Clause, questions: Sequence[Question] = ()) -> Library:
    """Return a library of these clauses with three facts of law."""
    articles = [article("definitions", definitions=True), article("staffing", questions)]
    return library(clauses, articles, facts=FACTS)


def agreement_of(
    text: str,
    *others: Clause,
    given: Mapping[str, Value] | None = None,
    parties: Sequence[Party] | None = None,
    questions: Sequence[Question] = (),
) -> Analysis:
    """Return the analysis of an agreement of these clauses and a provision of the office's own."""
    own = AddedProvision("duties.own", "duties", "Own words", template(text), at())
    known = library_of(clause("duties.radio", "Radios are on."), *others, questions=questions)
    form = instrument("definitions", "duties", "staffing", officer="staffing.officer_class")
    decided = Decisions(state="wa", additional=(own,))
    answered = answers({"staffing.officer_class": "sro", **(given or {})}, parties=parties)
    answered = replace(answered, decisions=decided)
    chosen = selection(*known.clauses.values())
    drafted = draft(known, form, style(), answered, chosen, as_of=DAY, final=False).ok
    agreement = resolve(drafted, known, answered, chosen, as_of=DAY, program="tests").ok
    return of_agreement(agreement, known, form, answered, chosen)


def words_at(diagnostics: Iterable[Diagnostic], text: str) -> list[str]:
    """Return the words of the text at which the diagnostics point."""
    lines = text.splitlines()
    places = [each.at for each in diagnostics if each.at]
    return [lines[at.line - 1][at.column - 1 : at.column - 1 + at.length] for at in places]


def with_alternatives(identifier: str, *texts: str) -> Clause:
    """Return a clause with an alternative of each text."""
    made = [alternative(f"text_{n}", each, default=not n) for n, each in enumerate(texts)]
    return clause(identifier, alternatives=made)

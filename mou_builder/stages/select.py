"""The second stage: which clauses are in the agreement, in which words, and why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mou_builder.diagnostics import Diagnostic, Outcome, outcome, warning
from mou_builder.language import Scope, judge
from mou_builder.model.answers import Answers
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Clause, Library
from mou_builder.model.selection import Omitted, Rule, Selected, Selection, Truth
from mou_builder.stages.scope import scope_of
from mou_builder.stages.selecting.alternatives import take_alternative
from mou_builder.stages.selecting.candidates import candidates
from mou_builder.stages.selecting.idle import idle_answers
from mou_builder.stages.selecting.relations import OMITTED, broken_relations, idle_decisions


@dataclass(frozen=True, slots=True)
class _Picked:
    """What has been decided so far; the lists belong to one run of `select`."""

    chosen: list[Selected] = field(default_factory=list)
    omitted: list[Omitted] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def select(library: Library, instrument: Instrument, answers: Answers) -> Outcome[Selection]:
    """Return the clauses chosen and omitted, each with its reasons, and every problem in one run.

    Chosen clauses stand in the order of the instrument's articles. A clause of the library that
    the instrument never holds is among those omitted.
    """
    scope = scope_of(library, instrument, answers)
    listed = candidates(library, instrument, scope)
    picked = _Picked(omitted=list(listed.omitted))
    for clause in listed.clauses:
        _pick(clause, scope, answers, picked)
    selection = Selection(tuple(picked.chosen), tuple(picked.omitted))
    picked.faults.extend(broken_relations(selection, answers.decisions))
    picked.faults.extend(idle_decisions(selection, answers))
    picked.faults.extend(idle_answers(selection, library, instrument, answers))
    return outcome(selection, picked.faults)


def _pick(clause: Clause, scope: Scope, answers: Answers, picked: _Picked) -> None:
    """Add the clause to those chosen or omitted, or a fault when no alternative can be taken."""
    verdict = judge(clause.when, scope)
    if verdict.truth is Truth.NO:
        picked.omitted.append(Omitted(clause, _CONDITION, verdict.reasons))
        return
    left_out = answers.decisions.omit.get(clause.id)
    if left_out:
        picked.omitted.append(
            Omitted(clause, f"{OMITTED}: {left_out.name}", verdict.reasons, left_out.at)
        )
        return
    choice = take_alternative(clause, scope, answers.decisions)
    if isinstance(choice, Diagnostic):
        picked.faults.append(choice)
        return
    selected = Selected(
        clause,
        choice.alternative,
        choice.alternative.text,
        choice.rule,
        verdict.truth,
        (*verdict.reasons, *choice.reasons),
        choice.dropped,
        open=verdict.truth is Truth.UNKNOWN or not choice.settled,
    )
    picked.chosen.append(_reworded(selected, answers, picked))


_CONDITION = "its condition is not met"


def _reworded(selected: Selected, answers: Answers, picked: _Picked) -> Selected:
    """Return the clause in the office's own words, if there are any."""
    reword = answers.decisions.reword.get(selected.clause.id)
    if not reword:
        return selected
    now = selected.text.digest
    if reword.replaces and reword.replaces != now:
        message = f"the library's text of `{reword.clause}` has changed since it was reworded"
        hint = f"compare the two texts, then write `replaces: {now}`"
        picked.faults.append(warning("MB407", message, reword.at, hint))
    return replace(selected, text=reword.text, rule=Rule.REWORDED)

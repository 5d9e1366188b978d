"""Takes one wording of a clause, by the order of choice."""

from __future__ import annotations

from dataclasses import dataclass

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.language import Scope, Verdict, judge
from mou_builder.model.answers import Decisions, Named
from mou_builder.model.library import Alternative, Clause
from mou_builder.model.selection import Reason, Rule, Truth
from mou_builder.stages.selecting.relations import related

Judged = tuple[Alternative, Verdict]


@dataclass(frozen=True, slots=True)
class Choice:
    """The alternative taken, by which rule, for which reasons, and which ones dropped out.

    `settled` is false where no rule that binds took it: counsel's choice is open, the conditions
    hang on answers still to be given, or several are left without a default.
    """

    alternative: Alternative
    rule: Rule
    reasons: tuple[Reason, ...]
    dropped: tuple[tuple[str, tuple[Reason, ...]], ...]
    settled: bool


def take_alternative(clause: Clause, scope: Scope, decisions: Decisions) -> Choice | Diagnostic:
    """Return the alternative that the order of choice takes, or why it can take none."""
    refused = {
        each.id: verdict
        for each in clause.alternatives
        if each.refused_when and (verdict := judge(each.refused_when, scope)).truth is not Truth.NO
    }
    chosen = decisions.choose.get(clause.id)
    if chosen and chosen.name in refused and refused[chosen.name].truth is Truth.YES:
        return _refused(clause, chosen, refused[chosen.name].reasons)
    judged = [
        (each, judge(each.when, scope))
        for each in clause.alternatives
        # Nothing but a choice by name takes what may be refused once its condition is known.
        if each.id not in refused or (chosen and chosen.name == each.id)
    ]
    left = [each for each in judged if each[1].truth is not Truth.NO]
    dropped = tuple(
        (each.id, verdict.reasons) for each, verdict in judged if verdict.truth is Truth.NO
    )
    if not left:
        return _none_left(clause, dropped)
    picked = _pick(clause, left, dropped, decisions)
    if isinstance(picked, Diagnostic):
        return picked
    (alternative, verdict), rule, settled = picked
    unknowns = () if rule is Rule.CHOOSE else _unknowns(left)
    if clause.counsel_decides and rule not in (Rule.CHOOSE, Rule.CONDITION):
        # Who accepts what stands today has not answered what may change it.
        settled = clause.id in decisions.accept and not unknowns
    reasons = (*(verdict.reasons if alternative.when else ()), *unknowns)
    return Choice(alternative, rule, tuple(dict.fromkeys(reasons)), dropped, settled)


def _pick(
    clause: Clause,
    left: list[Judged],
    dropped: tuple[tuple[str, tuple[Reason, ...]], ...],
    decisions: Decisions,
) -> tuple[Judged, Rule, bool] | Diagnostic:
    """Return the alternative, the rule, and whether that settles it."""
    chosen = decisions.choose.get(clause.id)
    if chosen:
        return _chosen(clause, left, dropped, chosen)
    known = not any(each[1].truth is Truth.UNKNOWN for each in left)
    met = [each for each in left if each[0].when and each[1].truth is Truth.YES]
    if len(met) > 1:
        return _two_met(clause, met)
    if met:
        return met[0], Rule.CONDITION, known
    if len(left) == 1:
        return left[0], Rule.ONLY, known
    default = next((each for each in left if each[0].default), None)
    wanted = next((each for each in left if _asked_by(each[0], decisions.stance)), None)
    # A stance that was typed fills what answers leave open; nothing fills what counsel decides.
    fills = bool(decisions.stance) and not clause.counsel_decides
    if fills and (wanted or not known):
        return wanted or default or left[0], Rule.STANCE, True
    return default or left[0], Rule.DEFAULT, known and default is not None


def _asked_by(alternative: Alternative, stance: str) -> bool:
    return alternative.usual is not None and alternative.usual.asked_by == stance


def _unknowns(left: list[Judged]) -> tuple[Reason, ...]:
    """Return the open answers on which the conditions of the alternatives hang."""
    found: dict[str, Reason] = {}
    for _, verdict in left:
        if verdict.truth is Truth.UNKNOWN:
            found.update({each.answer: each for each in verdict.reasons})
    return tuple(found.values())


def _chosen(
    clause: Clause,
    left: list[Judged],
    dropped: tuple[tuple[str, tuple[Reason, ...]], ...],
    chosen: Named,
) -> tuple[Judged, Rule, bool] | Diagnostic:
    for each in left:
        if each[0].id == chosen.name:
            return each, Rule.CHOOSE, True
    reasons = dict(dropped).get(chosen.name, ())
    condition = clause.alternative(chosen.name)
    source = condition.when_source if condition else ""
    return error(
        "MB401",
        f"the alternative `{chosen.name}` of `{clause.id}` does not fit the answers",
        chosen.at,
        f"it is for agreements where `{source}`: change that answer, or choose another alternative",
        related(reasons),
    )


def _refused(clause: Clause, chosen: Named, reasons: tuple[Reason, ...]) -> Diagnostic:
    return error(
        "MB409",
        f"the alternative `{chosen.name}` of `{clause.id}` is refused: law on file forbids it",
        chosen.at,
        "take another under `choose:`; counsel who reads the law otherwise says so under `reword:`",
        related(reasons),
    )


def _two_met(clause: Clause, met: list[Judged]) -> Diagnostic:
    names = " and ".join(f"`{each.id}`" for each, _ in met[:2])
    reasons = [reason for _, verdict in met for reason in verdict.reasons]
    return error(
        "MB402",
        f"two alternatives of `{clause.id}` fit the answers: {names}",
        _place(reasons, clause),
        f"say which one under `choose:`, for example `{clause.id}: {met[0][0].id}`",
        related(reasons),
    )


def _none_left(clause: Clause, dropped: tuple[tuple[str, tuple[Reason, ...]], ...]) -> Diagnostic:
    reasons = [reason for _, each in dropped for reason in each]
    return error(
        "MB403",
        f"no alternative of `{clause.id}` fits the answers",
        _place(reasons, clause),
        f"change an answer, or leave the clause out under `omit:` with the reason: `{clause.id}`",
        related(reasons),
    )


def _place(reasons: list[Reason], clause: Clause) -> Position | None:
    return next((each.at for each in reasons if each.at), clause.at)

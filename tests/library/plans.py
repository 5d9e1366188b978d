"""Agreements in the making, and what becomes of them in the stages of the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from mou_builder import stages
from mou_builder.diagnostics import Diagnostic, Position, Severity
from mou_builder.language import Scope
from mou_builder.model.agreement import Agreement
from mou_builder.model.answers import Answers
from mou_builder.model.question import Kind
from mou_builder.model.raw import RawAnswers, RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.model.selection import Selection
from mou_builder.rules import findings, of_agreement
from mou_builder.stages.drafting.closing import exhibit_labels
from mou_builder.stages.scope import scope_of
from tests.library import shipped
from tests.library.conditions import INSTRUMENT, KIND_OF, OPEN
from tests.library.relations import related
from tests.library.wanted import Wanted

AS_OF = date(2026, 7, 1)
AT = Position("answers.yaml", 1, 1)


@dataclass(slots=True)
class Plan:
    """An agreement in the making: its answers by question id, and its wordings by clause id."""

    instrument: str
    typed: dict[str, str] = field(default_factory=dict)
    choose: dict[str, str] = field(default_factory=dict)

    def takes(self, wanted: Wanted) -> bool:
        """Take the wording or option in, if there is room for it; return whether there is."""
        if wanted.instrument != self.instrument:
            return False
        for way in wanted.ways:
            typed = {**way.typed, **({"state": wanted.state} if wanted.state else {})}
            if not _agree(self.typed, typed) or not _agree(self.choose, way.choose):
                continue
            both = Plan(self.instrument, {**self.typed, **typed}, {**self.choose, **way.choose})
            # A wording comes with its needs and without its rivals; an option may bring any in.
            touched = bool(way.choose) or _touches_relations(typed)
            if wanted.option and touched and broken(both):
                continue
            self.typed, self.choose = both.typed, both.choose
            return True
        return False


@dataclass(frozen=True, slots=True)
class Tried:
    """What a whole agreement gave: its errors, its wordings by clause id, and what they read.

    `answers`, `selection` and `agreement` are None where an earlier stage refused.
    """

    errors: tuple[Diagnostic, ...]
    holds: Mapping[str, str] = field(default_factory=dict)
    scope: Scope | None = None
    selection: Selection | None = None
    agreement: Agreement | None = None
    answers: Answers | None = None


def tried(plan: Plan, omit: Iterable[str] = ()) -> Tried:
    """Return what the agreement gives through all stages."""
    library, instrument = shipped.library(), shipped.instruments()[plan.instrument]
    answers = stages.answer(_raw(plan, omit), library, instrument)
    if not answers.value:
        return Tried(_errors(answers.diagnostics))
    selection = stages.select(library, instrument, answers.value)
    if not selection.value:
        return Tried(_errors(selection.diagnostics))
    made = (answers.value, selection.value)
    style = shipped.house_style()
    draft = stages.draft(library, instrument, style, *made, as_of=AS_OF, final=False)
    if not draft.value:
        return Tried(_errors(draft.diagnostics))
    resolved = stages.resolve(draft.value, library, *made, as_of=AS_OF, program="tests")
    holds = {each.clause.id: each.alternative.id for each in selection.value.chosen}
    scope = scope_of(library, instrument, answers.value)
    labels = exhibit_labels(library, instrument, selection.value, scope)
    scope = replace(scope, clauses=frozenset(holds), exhibits=labels)
    errors = _errors(resolved.diagnostics)
    return Tried(errors, holds, scope, selection.value, resolved.value, answers.value)


def findings_in(plan: Plan, held: Tried) -> tuple[Diagnostic, ...]:
    """Return what the rules of wording find in the printed document."""
    library, instrument = shipped.library(), shipped.instruments()[plan.instrument]
    assert held.agreement
    assert held.answers
    assert held.selection
    made = (held.answers, held.selection)
    return findings(of_agreement(held.agreement, library, instrument, *made))


def broken(plan: Plan, omit: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """Return the errors over relations between clauses that the agreement gives."""
    library, instrument = shipped.library(), shipped.instruments()[plan.instrument]
    answers = stages.answer(_raw(plan, omit), library, instrument)
    assert answers.value, answers.diagnostics
    said = stages.select(library, instrument, answers.value).diagnostics
    return tuple(each for each in said if each.code in ("MB405", "MB406"))


def with_all_options(plan: Plan, more: Mapping[str, str]) -> Plan:
    """Return the plan with every option where several may be taken, and with more answers."""
    several = (each for each in shipped.questions() if each.kind is Kind.CHOICES)
    taken = {each.id: f"[{', '.join(one.id for one in each.choices)}]" for each in several}
    typed = {
        **plan.typed,
        **{
            name: value
            for name, value in {**taken, **more}.items()
            if plan.typed.get(name) not in ("none", OPEN)
        },
    }
    return replace(plan, typed=typed)


def _agree(some: Mapping[str, str], others: Mapping[str, str]) -> bool:
    return all(some.get(name, value) == value for name, value in others.items())


def _touches_relations(typed: Mapping[str, str]) -> bool:
    """Whether the answers may decide about a relation; to try that takes time."""
    return not related().isdisjoint(typed)


# --- answers as they are typed -----------------------------------------------------------------


def _raw(plan: Plan, omit: Iterable[str]) -> RawAnswers:
    root = shipped.answered(plan.instrument)
    root = _with(root, INSTRUMENT, RawText(plan.instrument, AT))
    root = _with(root, "scope", RawText("full", AT))
    for name, typed in plan.typed.items():
        if name.startswith(KIND_OF):
            root = _with(root, "parties", _of_kind(root, name.removeprefix(KIND_OF), typed))
        elif typed != _group_examples().get(name):
            root = _with_answer(root, name, typed)
    chosen = tuple(RawEntry(key, AT, RawText(name, AT)) for key, name in plan.choose.items())
    out = tuple(RawEntry(name, AT, RawText("tried without it", AT)) for name in omit)
    root = _with(root, "choose", RawMapping(chosen, AT))
    return RawAnswers(_with(root, "omit", RawMapping(out, AT)), AT.file)


def _of_kind(root: RawMapping, role: str, kind: str) -> RawList:
    """Return the parties, the one that has the role's name of that kind."""
    parties = root.get("parties")
    assert isinstance(parties, RawList)
    found = []
    for each in parties.items:
        assert isinstance(each, RawMapping)
        name = each.get("id")
        named = isinstance(name, RawText) and name.text == role
        found.append(_with(each, "kind", RawText(kind, AT)) if named else each)
    return RawList(tuple(found), parties.at)


@cache
def _group_examples() -> dict[str, str]:
    """Return the example of each group, which stands among the answers already, as a list."""
    return {each.id: each.example for each in shipped.questions() if each.kind is Kind.GROUP}


def _with_answer(root: RawMapping, name: str, typed: str) -> RawMapping:
    article, _, key = name.partition(".")
    if not key:
        return _with(root, name, RawText(typed, AT))
    answers = root.get(article)
    answers = answers if isinstance(answers, RawMapping) else RawMapping((), AT)
    return _with(root, article, _with(answers, key, _node(typed)))


def _node(typed: str) -> RawNode:
    """Return a text, or the list that `[one, another]` stands for."""
    if not typed.startswith("["):
        return RawText(typed, AT)
    return RawList(tuple(RawText(each, AT) for each in typed[1:-1].split(", ")), AT)


def _with(mapping: RawMapping, key: str, value: RawNode) -> RawMapping:
    kept = (each for each in mapping.entries if each.key != key)
    return replace(mapping, entries=(*kept, RawEntry(key, AT, value)))


def _errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(each for each in diagnostics if each.severity is Severity.ERROR)

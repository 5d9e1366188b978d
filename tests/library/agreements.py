"""As few whole agreements as hold every wording of the library, and every option of its questions.

What is wanted is put into the first agreement that has room for it: the same instrument, no other
wording of the clause, and no other answer to a question on which either depends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from mou_builder import stages
from mou_builder.diagnostics import Diagnostic, Position, Severity
from mou_builder.language import Scope, judge
from mou_builder.model.agreement import Agreement
from mou_builder.model.library import Alternative, Clause
from mou_builder.model.question import Kind
from mou_builder.model.raw import RawAnswers, RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.model.selection import Selection, Truth
from mou_builder.model.template import Expression
from mou_builder.rules import findings, of_agreement
from mou_builder.stages.drafting.closing import exhibit_labels
from mou_builder.stages.scope import scope_of
from tests.library import shipped
from tests.library.conditions import INSTRUMENT, Ground, ground_of, worlds

AS_OF = date(2026, 7, 1)
AT = Position("answers.yaml", 1, 1)
# Answers that a cross-check asks for beside another.
BESIDE = {("funding.amount", "none"): {"funding.billing": "monthly"}}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wording of a clause, or no clause; the instrument; and the answers that do, any of them."""

    instrument: str
    clause: str
    wording: str
    state: str
    ways: tuple[Mapping[str, str], ...]


@dataclass(slots=True)
class Plan:
    """An agreement in the making: its answers by question id, and its wordings by clause id."""

    instrument: str
    typed: dict[str, str] = field(default_factory=dict)
    choose: dict[str, str] = field(default_factory=dict)

    def takes(self, wanted: Wanted) -> bool:
        """Take the wording or option in, if there is room for it; return whether there is."""
        if wanted.instrument != self.instrument or wanted.clause in self.choose:
            return False
        for way in wanted.ways:
            typed = {**way, **({"state": wanted.state} if wanted.state else {})}
            if all(self.typed.get(name, value) == value for name, value in typed.items()):
                self.typed.update(typed)
                self.choose.update({wanted.clause: wanted.wording} if wanted.clause else {})
                return True
        return False


@dataclass(frozen=True, slots=True)
class Tried:
    """What a whole agreement gave: its errors, its wordings by clause id, and what they read.

    `agreement` and `selection` are None where an earlier stage refused. `findings` are what the
    rules of wording find in the printed document.
    """

    errors: tuple[Diagnostic, ...]
    holds: Mapping[str, str] = field(default_factory=dict)
    scope: Scope | None = None
    selection: Selection | None = None
    agreement: Agreement | None = None
    findings: tuple[Diagnostic, ...] = ()


@cache
def ground() -> Ground:
    """Return the shipped questions and instruments."""
    held = {name: each.articles for name, each in shipped.instruments().items()}
    return ground_of(shipped.library(), held)


@cache
def plans_for_wordings() -> tuple[Plan, ...]:
    """Return agreements that together hold every alternative of every clause."""
    return _packed(_wordings())


@cache
def plans_for_options() -> tuple[Plan, ...]:
    """Return agreements in which together every option of every question is answered."""
    return _packed(_options())


@cache
def tried_wordings() -> tuple[Tried, ...]:
    """Return what each of the agreements that hold the wordings gives."""
    return tuple(map(tried, plans_for_wordings()))


@cache
def scopes() -> dict[tuple[str, str], Scope]:
    """Return for each clause and alternative what it reads in an agreement that holds it."""
    found: dict[tuple[str, str], Scope] = {}
    for each in tried_wordings():
        if each.scope:
            found.update(dict.fromkeys(each.holds.items(), each.scope))
    return found


def tried(plan: Plan) -> Tried:
    """Return what the agreement gives through all stages."""
    library, instrument = shipped.library(), shipped.instruments()[plan.instrument]
    answers = stages.answer(_raw(plan), library, instrument)
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
    if not resolved.value:
        return Tried(errors, holds, scope, selection.value)
    read = of_agreement(resolved.value, library, instrument, *made)
    return Tried(errors, holds, scope, selection.value, resolved.value, findings(read))


def plan_for(clauses: Mapping[str, str]) -> Plan:
    """Return a memorandum with these clauses, each in the wording named or, if empty, in any.

    Raises AssertionError when they have no room together.
    """
    plan = Plan("mou")
    for identifier, name in clauses.items():
        clause = shipped.library().clauses[identifier]
        wordings = [each for each in clause.alternatives if name in ("", each.id)]
        wanted = [_wanted(clause, each, "mou") for each in sorted(wordings, key=_default_last)]
        assert any(map(plan.takes, reversed(wanted))), f"no room for {identifier} {name}"
    return plan


def with_all_options(plan: Plan, more: Mapping[str, str]) -> Plan:
    """Return the plan with every option where several may be taken, and with more answers."""
    several = (each for each in shipped.questions() if each.kind is Kind.CHOICES)
    taken = {each.id: f"[{', '.join(one.id for one in each.choices)}]" for each in several}
    typed = {
        **plan.typed,
        **{
            name: value
            for name, value in {**taken, **more}.items()
            if plan.typed.get(name) != "none"
        },
    }
    return replace(plan, typed=typed)


# --- what is wanted ----------------------------------------------------------------------------


def _wordings() -> Iterator[Wanted]:
    for clause, wording in shipped.wordings():
        wanted = [_wanted(clause, wording, each.id) for each in shipped.homes(clause)]
        yield next(
            (each for each in wanted if each.ways), Wanted("", clause.id, wording.id, "", ())
        )


def _wanted(clause: Clause, wording: Alternative, home: str) -> Wanted:
    """Return the wording with the answers that bring it into an agreement of this instrument."""
    needed = [shipped.library().clauses[each].when for each in clause.requires]
    ways = _ways([clause.when, wording.when, *needed], home)
    return Wanted(home, clause.id, wording.id, clause.state.upper(), ways)


def _default_last(wording: Alternative) -> bool:
    return wording.default


def _options() -> Iterator[Wanted]:
    home = next(iter(shipped.instruments().values()))
    for question in shipped.questions():
        yes_no = ["yes", "no"] if question.kind is Kind.YES_NO else []
        none = ["none"] if question.none_allowed else []
        ways = _ways([question.when], home.id)
        for typed in (*yes_no, *none, *(each.id for each in question.choices)):
            beside = BESIDE.get((question.id, typed), {})
            answered = tuple({**way, **beside, question.id: typed} for way in ways)
            yield Wanted(home.id, "", typed, "", answered)


def _ways(conditions: Iterable[Expression | None], home: str) -> tuple[Mapping[str, str], ...]:
    """Return the answers, in this instrument, under which every condition is yes."""
    known = [each for each in conditions if each]
    return tuple(
        {name: typed for name, typed in each.typed.items() if name != INSTRUMENT}
        for each in worlds(known, ground())
        if each.typed.get(INSTRUMENT, home) == home
        and all(judge(one, each.scope).truth is Truth.YES for one in known)
    )


def _packed(wanted: Iterable[Wanted]) -> tuple[Plan, ...]:
    plans: list[Plan] = []
    for each in wanted:
        if not any(plan.takes(each) for plan in plans):
            plans.append(Plan(each.instrument))
            assert plans[-1].takes(each), f"no answers bring in {each.clause} {each.wording}"
    return tuple(plans)


# --- answers as they are typed -----------------------------------------------------------------


def _raw(plan: Plan) -> RawAnswers:
    root = shipped.answered(plan.instrument)
    root = _with(root, INSTRUMENT, RawText(plan.instrument, AT))
    root = _with(root, "scope", RawText("full", AT))
    for name, typed in plan.typed.items():
        root = _with_answer(root, name, typed)
    chosen = tuple(RawEntry(key, AT, RawText(name, AT)) for key, name in plan.choose.items())
    return RawAnswers(_with(root, "choose", RawMapping(chosen, AT)), AT.file)


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

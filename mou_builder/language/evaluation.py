"""Evaluates expressions in three-valued logic, and remembers which answers decided."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from mou_builder.language.comparison import compare
from mou_builder.language.functions import FILTER_BODIES, FUNCTION_BODIES, apply
from mou_builder.language.logic import both, either, opposite, truth_of, value_of
from mou_builder.language.names import Evaluated, look_up
from mou_builder.language.reasons import reason_for
from mou_builder.language.scope import Scope
from mou_builder.model.selection import Reason, Truth
from mou_builder.model.template import (
    Call,
    Compare,
    Constant,
    Expression,
    Filtered,
    Logic,
    Not,
    Path,
    Test,
)
from mou_builder.model.values import NONE, NotApplicable, Unanswered, Value


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition holds, and the answers that decided it."""

    truth: Truth
    reasons: tuple[Reason, ...] = ()


def evaluate(expression: Expression, scope: Scope) -> Evaluated:
    """Return the expression's value: Unanswered when it hangs on an answer still to be given."""
    match expression:
        case Constant():
            return Evaluated(_literal(expression))
        case Path(parts=parts):
            return look_up(parts, scope)
        case Call():
            return _call(expression, scope)
        case Filtered():
            return _filtered(expression, scope)
        case Compare() | Test() | Logic() | Not():
            return _condition(expression, scope)
        case _:
            assert_never(expression)


def judge(expression: Expression | None, scope: Scope) -> Verdict:
    """Return whether the condition holds and why. No condition always holds."""
    if expression is None:
        return Verdict(Truth.YES)
    found = evaluate(expression, scope)
    reasons = tuple(reason_for(path, scope) for path in found.answers)
    return Verdict(truth_of(found.value), reasons)


def _literal(constant: Constant) -> Value:
    if constant.value is None:
        return NONE
    return Decimal(str(constant.value)) if constant.decimal else constant.value


# What decides, where it is none of the arguments.
_DECIDED_BY = {
    "held": ("parties",),
    "held_by": ("parties",),
    "holders": ("parties",),
    "on_file": ("state",),
}


def _call(call: Call, scope: Scope) -> Evaluated:
    arguments = tuple(evaluate(each, scope) for each in call.arguments)
    body = FUNCTION_BODIES.get(call.function)
    value = apply(body, arguments, scope) if body else NONE
    answers = _DECIDED_BY.get(call.function) or _answers(*arguments)
    return Evaluated(value, answers, "parties" if call.function == "holders" else "")


def _filtered(filtered: Filtered, scope: Scope) -> Evaluated:
    value = evaluate(filtered.value, scope)
    arguments = (value, *(evaluate(each, scope) for each in filtered.arguments))
    result = apply(FILTER_BODIES[filtered.filter], arguments, scope)
    return Evaluated(result, _answers(*arguments))


def _condition(expression: Compare | Test | Logic | Not, scope: Scope) -> Evaluated:
    match expression:
        case Compare():
            return _compared(expression, scope)
        case Test():
            return _tested(expression, scope)
        case Logic():
            return _joined(expression, scope)
        case Not(operand=operand):
            inner = evaluate(operand, scope)
            truth = opposite(truth_of(inner.value))
            return Evaluated(value_of(truth, [inner.value]), inner.answers)
        case _:
            assert_never(expression)


def _compared(comparison: Compare, scope: Scope) -> Evaluated:
    left, right = evaluate(comparison.left, scope), evaluate(comparison.right, scope)
    answers = _answers(left, right)
    if comparison.operator in {"==", "!="}:
        for side, other in ((comparison.left, right), (comparison.right, left)):
            if isinstance(side, Constant) and side.value is None:
                return Evaluated(
                    _is_none(other.value, negated=comparison.operator == "!="), answers
                )
    return Evaluated(compare(left.value, comparison.operator, right.value), answers)


def _tested(test: Test, scope: Scope) -> Evaluated:
    found = evaluate(test.value, scope)
    if test.test == "none":
        return Evaluated(_is_none(found.value, negated=test.negated), found.answers)
    is_answered = not isinstance(found.value, Unanswered | NotApplicable)
    return Evaluated(is_answered != test.negated, found.answers)


def _is_none(value: Value, *, negated: bool) -> Value:
    return value if isinstance(value, Unanswered) else isinstance(value, NotApplicable) != negated


def _joined(logic: Logic, scope: Scope) -> Evaluated:
    """Evaluate `and` or `or`; only the sides that decided the result are its answers."""
    left, right = evaluate(logic.left, scope), evaluate(logic.right, scope)
    truths = truth_of(left.value), truth_of(right.value)
    is_and = logic.operator == "and"
    truth = both(*truths) if is_and else either(*truths)
    sides = [side for side, each in zip((left, right), truths, strict=True) if each is truth]
    settles = truth is (Truth.NO if is_and else Truth.YES)
    answers = _answers(*(sides[:1] if settles else sides))
    return Evaluated(value_of(truth, [left.value, right.value]), answers)


def _answers(*found: Evaluated) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for each in found for path in each.answers))

"""Evaluates expressions in three-valued logic, and remembers which answers decided."""

from __future__ import annotations

from dataclasses import dataclass

from mou_builder.language.scope import Scope
from mou_builder.model.selection import Reason, Truth
from mou_builder.model.template import Expression
from mou_builder.model.values import Value


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A value, the paths of the answers it came from, and the question that it answers.

    `question` is empty unless the value is an answer, or a field of one, as it was given.
    """

    value: Value
    answers: tuple[str, ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition holds, and the answers that decided it."""

    truth: Truth
    reasons: tuple[Reason, ...] = ()


def evaluate(expression: Expression, scope: Scope) -> Evaluated:
    """Return the expression's value: Unanswered when it hangs on an answer still to be given."""
    raise NotImplementedError


def judge(expression: Expression | None, scope: Scope) -> Verdict:
    """Return whether the condition holds and why. No condition always holds."""
    raise NotImplementedError

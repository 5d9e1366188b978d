"""Infers the sort of an expression, and notes what is wrong inside it on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from mou_builder.language.nearest import suggestion
from mou_builder.language.resolving import Names
from mou_builder.language.signatures import (
    FILTERS,
    FUNCTIONS,
    NUMBERS,
    Named,
    Parameter,
    Signature,
    Where,
)
from mou_builder.language.sorts import UNKNOWN, Sort, noun, result_of
from mou_builder.model.question import Kind
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

# Kinds that have an order among themselves; the others can at most be equal.
_ORDERED = (NUMBERS, frozenset({Kind.DATE}), frozenset({Kind.DURATION}))
_ALIKE = (*_ORDERED, frozenset({Kind.TEXT, Kind.CHOICE}), frozenset({Kind.YES_NO}))

_PRINTED_BY: Mapping[Kind, str] = {
    Kind.WHOLE_NUMBER: "write `| count` for a count in the text, `| number` for plain figures",
    Kind.DECIMAL: "write `| number`",
    Kind.MONEY: "write `| money`",
    Kind.PERCENTAGE: "write `| percent`",
    Kind.DATE: "write `| date`",
    Kind.DURATION: "write `| duration`",
    Kind.CHOICE: "write `| label`",
    Kind.CHOICES: "write `| list`",
    Kind.PERSON: "write `| person`",
    Kind.ADDRESS: "write `| address`",
    Kind.YES_NO: "write `{% if ... %}words{% endif %}`",
    Kind.GROUP: 'write `{% for member in ... %}`, or `| list("field")`',
    Kind.TEXT: "leave the filter out",
    Kind.LONG_TEXT: "print it as a paragraph of its own, without a filter",
}


@dataclass(frozen=True, slots=True)
class Inference:
    """The inference in one place, whose names are known.

    `in_text` is false for conditions and computed values, which know of no other clause.
    """

    names: Names
    in_text: bool

    def sort(self, expression: Expression) -> Sort:
        """Return the expression's sort, after noting what is wrong inside it."""
        match expression:
            case Constant():
                return _literal(expression)
            case Path():
                return self.names.sort(expression)
            case Call():
                return self._call(expression)
            case Filtered():
                return self._filtered(expression)
            case Compare() | Test() | Logic() | Not():
                self._condition(expression)
                return Sort(Kind.YES_NO)
            case _:
                assert_never(expression)

    def expect_condition(self, expression: Expression) -> None:
        """Note where the expression is not yes or no."""
        kind = self.sort(expression).kind
        if kind is not None and kind is not Kind.YES_NO:
            self.names.fault(
                "MB529",
                f"{named(expression)} is {noun(kind)}, not yes or no",
                expression.at,
                "compare it with `==`, or write `is answered`",
            )

    def expect_group(self, expression: Expression) -> None:
        """Note where the expression is nothing that a loop can run over."""
        sort = self.sort(expression)
        is_group = sort.kind in {Kind.GROUP, Kind.CHOICES} and not sort.is_one
        if sort.kind is not None and not is_group:
            self.names.fault(
                "MB529",
                f"{named(expression)} is no group",
                expression.at,
                "a loop runs over a group, such as `staffing.schools`",
            )

    def printed(self, expression: Expression) -> Sort:
        """Return the sort of an output, after noting where a filter is missing."""
        if isinstance(expression, Call) and FUNCTIONS[expression.function].where is Where.OUTPUT:
            return self._applied(FUNCTIONS[expression.function], expression.arguments)
        sort = self.sort(expression)
        if sort.kind is not None and sort.kind not in {Kind.TEXT, Kind.LONG_TEXT}:
            self.names.fault(
                "MB527",
                f"{named(expression)} is {noun(sort.kind)}, printed without a filter",
                expression.at,
                _PRINTED_BY[sort.kind],
            )
        return sort

    # --- functions and filters -----------------------------------------------------------------

    def _call(self, call: Call) -> Sort:
        signature = FUNCTIONS[call.function]
        if signature.where is Where.OUTPUT:
            self.names.fault(
                "MB532",
                f"`{call.function}` is no value",
                call.at,
                f"print it by itself in a text: `{{{{ {signature.shape()} }}}}`",
            )
        elif signature.where is Where.TEXT and not self.in_text:
            self.names.fault(
                "MB532",
                f"`{call.function}` is unknown until the clauses are chosen",
                call.at,
                "use it in an `{% if %}` of a text",
            )
        return self._applied(signature, call.arguments)

    def _filtered(self, filtered: Filtered) -> Sort:
        signature = FILTERS[filtered.filter]
        sort = self.sort(filtered.value)
        if sort.kind is not None and sort.kind not in signature.parameters[0].kinds:
            self.names.fault(
                "MB527",
                f"{named(filtered.value)} is {noun(sort.kind)}, which "
                f"`| {filtered.filter}` does not print",
                filtered.at,
                _PRINTED_BY[sort.kind],
            )
        elif filtered.filter == "list" and sort.kind is Kind.GROUP and not filtered.arguments:
            self.names.fault(
                "MB528",
                "`| list` of a group needs the name of a field",
                filtered.at,
                f"write `{signature.shape(as_filter=True)}`",
            )
        return self._applied(signature, filtered.arguments, sort)

    def _applied(
        self, signature: Signature, arguments: Sequence[Expression], *before: Sort
    ) -> Sort:
        """Return the sort of the result, after noting what is wrong with the arguments."""
        sorts = list(before)
        parameters = signature.parameters[len(before) :]
        for argument, parameter in zip(arguments, parameters, strict=False):
            shape = signature.shape(as_filter=bool(before))
            if parameter.names:
                sorts.append(self._named(argument, parameter, shape, sorts))
            else:
                sorts.append(self._value(argument, parameter, shape))
        return result_of(signature, tuple(sorts), self.names.vocabulary)

    def _value(self, argument: Expression, parameter: Parameter, shape: str) -> Sort:
        sort = self.sort(argument)
        if sort.kind is not None and sort.kind not in parameter.kinds:
            self.names.fault(
                "MB528", f"{named(argument)} is {noun(sort.kind)}", argument.at, f"write `{shape}`"
            )
        return sort

    def _named(
        self, argument: Expression, parameter: Parameter, shape: str, before: Sequence[Sort]
    ) -> Sort:
        if not (isinstance(argument, Constant) and isinstance(argument.value, str)):
            self.names.fault(
                "MB528",
                f"{named(argument)} stands where a name between quotation marks is meant",
                argument.at,
                f"write `{shape}`",
            )
            return UNKNOWN
        if parameter.names is Named.FIELD:
            return self._field(before[0], argument, argument.value, parameter)
        if parameter.names and parameter.names is not Named.ITEM:
            self.names.expect(parameter.names, argument.value, argument.at)
        return UNKNOWN

    def _field(self, group: Sort, argument: Constant, name: str, parameter: Parameter) -> Sort:
        sort = self.names.field(group, name, argument.at)
        if parameter.kinds and sort.kind is not None and sort.kind not in parameter.kinds:
            is_number = parameter.kinds == NUMBERS
            wanted = "a number" if is_number else " or ".join(map(noun, parameter.kinds))
            message = f"the field `{name}` is {noun(sort.kind)}"
            self.names.fault("MB528", message, argument.at, f"name a field that is {wanted}")
            return UNKNOWN
        return sort

    # --- conditions ----------------------------------------------------------------------------

    def _condition(self, expression: Compare | Test | Logic | Not) -> None:
        match expression:
            case Compare():
                self._compared(expression)
            case Test(value=value):
                self.sort(value)
            case Logic(left=left, right=right):
                self.expect_condition(left)
                self.expect_condition(right)
            case Not(operand=operand):
                self.expect_condition(operand)
            case _:
                assert_never(expression)

    def _compared(self, comparison: Compare) -> None:
        left, right = self.sort(comparison.left), self.sort(comparison.right)
        self._expect_option(comparison.left, right)
        self._expect_option(comparison.right, left)
        if left.kind is None or right.kind is None:
            return
        sign = comparison.operator.replace("_", " ")
        if not _comparable(left.kind, comparison.operator, right.kind):
            self.names.fault(
                "MB528",
                f"`{sign}` between {noun(left.kind)} and {noun(right.kind)}",
                comparison.at,
                _comparison_cure(comparison, left.kind, right.kind),
            )

    def _expect_option(self, literal: Expression, other: Sort) -> None:
        """Note a text that is none of the answers which the other side can have."""
        match literal:
            case Constant(value=str(text)) if other.options and text not in other.options:
                some = f"it is one of: {', '.join(sorted(other.options))}"
                cure = suggestion(text, other.options, some)
                self.names.fault("MB526", f"the answer is never `{text}`", literal.at, cure)
            case _:
                pass


def named(expression: Expression) -> str:
    """Return what to call the expression in a message: `funding.amount` as it was typed."""
    match expression:
        case Path(parts=parts):
            return f"`{'.'.join(parts)}`"
        case Constant(value=value):
            return f"`{value}`"
        case Call(function=name):
            return f"`{name}(...)`"
        case Filtered(filter=name):
            return f"what `| {name}` gives"
        case _:
            return "a condition"


def _literal(constant: Constant) -> Sort:
    match constant.value:
        case None:
            return UNKNOWN
        case bool():
            return Sort(Kind.YES_NO)
        case int():
            return Sort(Kind.WHOLE_NUMBER)
        case _:
            return Sort(Kind.DECIMAL if constant.decimal else Kind.TEXT)


def _comparable(left: Kind, sign: str, right: Kind) -> bool:
    if sign in {"in", "not_in"}:
        return left in {Kind.TEXT, Kind.CHOICE} and right is Kind.CHOICES
    families = _ALIKE if sign in {"==", "!="} else _ORDERED
    return any(left in family and right in family for family in families)


def _comparison_cure(comparison: Compare, left: Kind, right: Kind) -> str:
    if comparison.operator in {"in", "not_in"}:
        return "`in` asks whether several choices hold one of them"
    if Kind.YES_NO in {left, right}:
        return f"write {named(comparison.left)} by itself, or with `not` before it"
    if Kind.CHOICES in {left, right}:
        return 'write `"option" in article.key`'
    return "compare values of one kind; numbers, dates and lengths of time also with `<`"

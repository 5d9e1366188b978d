"""What the functions and filters of the clause language compute.

Every one answers `none` for values of kinds that its signature does not take.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from mou_builder.language import arithmetic, forms
from mou_builder.language.logic import unanswered
from mou_builder.language.names import Evaluated
from mou_builder.language.scope import Scope
from mou_builder.model.values import NONE, Duration, NotApplicable, Record, Unanswered, Value

Function = Callable[[Scope, tuple[Evaluated, ...]], Value]


def apply(function: Function, arguments: tuple[Evaluated, ...], scope: Scope) -> Value:
    """Return what the function makes of its arguments: open or `none` where one of them is."""
    values = [each.value for each in arguments]
    if any(isinstance(each, Unanswered) for each in values):
        return unanswered(values)
    if any(isinstance(each, NotApplicable) for each in values):
        return NONE
    return function(scope, arguments)


def _numbers(operation: Callable[[arithmetic.Number, arithmetic.Number], Value]) -> Function:
    def of(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
        match [each.value for each in arguments]:
            case [int() | Decimal() as left, int() | Decimal() as right]:
                return operation(left, right)
            case _:
                return NONE

    return of


def _sum(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    group, name = (each.value for each in arguments)
    members = group if isinstance(group, tuple) else ()
    values = [each.fields.get(str(name), NONE) for each in members if isinstance(each, Record)]
    if any(isinstance(each, Unanswered) for each in values):
        named = Unanswered((f"{arguments[0].question}.{name}",))
        return unanswered([named if each == Unanswered() else each for each in values])
    total: arithmetic.Number = 0
    for value in values:
        total = arithmetic.plus(total, value) if isinstance(value, int | Decimal) else total
    return total


def _count(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    value = arguments[0].value
    return len(value) if isinstance(value, tuple) else NONE


def _installments(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    match [each.value for each in arguments]:
        case [int() | Decimal() as total, int() as number, date() as first, int() as apart]:
            return arithmetic.installments(total, number, first, apart)
        case _:
            return NONE


def _months_between(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    match [each.value for each in arguments]:
        case [date() as first, date() as last]:
            return arithmetic.months_between(first, last)
        case _:
            return NONE


def _add_months(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    match [each.value for each in arguments]:
        case [date() as day, int() as months]:
            return arithmetic.add_months(day, months)
        case _:
            return NONE


def _add(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    match [each.value for each in arguments]:
        case [date() as day, Duration() as length]:
            return arithmetic.add(day, length)
        case _:
            return NONE


def _of_days(pick: Callable[[Sequence[date]], date]) -> Function:
    """Return what picks one of a group's dates; members without one count for nothing."""

    def of(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
        group, name = (each.value for each in arguments)
        members = group if isinstance(group, tuple) else ()
        values = [each.fields.get(str(name), NONE) for each in members if isinstance(each, Record)]
        days = [each for each in values if isinstance(each, date)]
        if days:
            return pick(days)
        is_open = any(isinstance(each, Unanswered) for each in values)
        return Unanswered((f"{arguments[0].question}.{name}",)) if is_open else NONE

    return of


def _held(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    return bool(scope.answers.holders(str(arguments[0].value)))


def _held_by(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    role, kind = (str(each.value) for each in arguments)
    return any(each.kind == kind for each in scope.answers.holders(role))


def _holders(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    return tuple(each.record for each in scope.answers.holders(str(arguments[0].value)))


def _on_file(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    if not scope.state:
        return Unanswered(("state",))
    return bool(scope.law.fact(str(arguments[0].value)))


def _has(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    # While clauses are being selected, none of them is known to be there.
    return Unanswered() if scope.clauses is None else arguments[0].value in scope.clauses


FUNCTION_BODIES: Mapping[str, Function] = {
    "sum": _sum,
    "count": _count,
    "share": _numbers(arithmetic.share),
    "times": _numbers(arithmetic.times),
    "plus": _numbers(arithmetic.plus),
    "minus": _numbers(arithmetic.minus),
    "installments": _installments,
    "months_between": _months_between,
    "add_months": _add_months,
    "add": _add,
    "earliest": _of_days(min),
    "latest": _of_days(max),
    "held": _held,
    "held_by": _held_by,
    "holders": _holders,
    "on_file": _on_file,
    "has": _has,
}


def _amount(form: Callable[[Scope, int | Decimal], str]) -> Function:
    def of(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
        value = arguments[0].value
        return form(scope, value) if isinstance(value, int | Decimal) else NONE

    return of


def _words(form: Callable[[str], str]) -> Function:
    def of(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
        value = arguments[0].value
        return form(value) if isinstance(value, str) else NONE

    return of


def _whole(form: Callable[[Scope, int], str]) -> Function:
    def of(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
        value = arguments[0].value
        return form(scope, value) if isinstance(value, int) else NONE

    return of


def _date(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    value = arguments[0].value
    return forms.date(value, scope.forms) if isinstance(value, date) else NONE


def _duration(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    value = arguments[0].value
    return forms.duration(value, scope.forms) if isinstance(value, Duration) else NONE


def _counted(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    match [each.value for each in arguments]:
        case [int() as amount, str() as singular, str() as plural]:
            return forms.counted(amount, singular, plural, scope.forms)
        case _:
            return NONE


def _label(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    choice, question = arguments[0].value, scope.questions.get(arguments[0].question)
    options = question.choices if question else ()
    return next((each.label for each in options if each.id == choice), choice)


def _list(scope: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    group, *names = arguments
    members = group.value if isinstance(group.value, tuple) else ()
    items: list[Value] = []
    for member in members:
        name = str(names[0].value) if names else ""
        value = member.fields.get(name, NONE) if isinstance(member, Record) else member
        question = f"{group.question}.{name}" if name else group.question
        items.append(_label(scope, (Evaluated(value, (), question),)))
    if any(isinstance(each, Unanswered) for each in items):
        return unanswered(items)
    return forms.listed([each for each in items if isinstance(each, str)])


def _person(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    person = arguments[0].value
    if not isinstance(person, Record):
        return NONE
    return _in_one_line([_of(person, "name"), _of(person, "title")], arguments[0].question)


def _address(_: Scope, arguments: tuple[Evaluated, ...]) -> Value:
    address = arguments[0].value
    if not isinstance(address, Record):
        return NONE
    attention, state, code = (_of(address, each) for each in ("attention", "state", "zip"))
    lines: list[Value] = [_of(address, "street"), _of(address, "city"), state]
    if isinstance(attention, str):
        lines.insert(0, f"Attention: {attention}")
    if isinstance(state, str) and isinstance(code, str):
        lines[-1] = f"{state} {code}"
    elif isinstance(code, Unanswered):
        lines[-1] = code
    return _in_one_line(lines, arguments[0].question)


def _of(record: Record, name: str) -> Value:
    return record.fields.get(name, NONE)


def _in_one_line(values: Sequence[Value], question: str) -> Value:
    """Return the texts with commas between; open where one of them is, without absent ones."""
    if any(isinstance(each, Unanswered) for each in values):
        return Unanswered((question,)) if question else unanswered(values)
    return ", ".join(each for each in values if isinstance(each, str))


FILTER_BODIES: Mapping[str, Function] = {
    "money": _amount(lambda scope, amount: forms.money(amount, scope.forms)),
    "percent": _amount(lambda _, amount: forms.percent(amount)),
    "date": _date,
    "count": _whole(lambda scope, amount: forms.count(amount, scope.forms)),
    "number": _amount(lambda _, amount: forms.number(amount)),
    "duration": _duration,
    "counted": _counted,
    "label": _label,
    "list": _list,
    "person": _person,
    "address": _address,
    "possessive": _words(forms.possessive),
    "bare": _words(lambda words: words.removeprefix("the ")),
    "ordinal": _whole(lambda _, amount: forms.ordinal(amount)),
    "lower_first": _words(forms.lower_first),
    "upper_first": _words(forms.upper_first),
}

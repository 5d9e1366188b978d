"""A parsed condition or computed value as one would type it in a clause file."""

from __future__ import annotations

from typing import assert_never

from mou_builder.model.library import Library
from mou_builder.model.question import Question
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


def condition_text(expression: Expression) -> str:
    """Return the expression's source in its shortest form; parsing it gives the same expression."""
    match expression:
        case Constant():
            return _constant(expression)
        case Path(parts):
            return ".".join(parts)
        case Compare(left, operator, right):
            return f"{_operand(left)} {operator.replace('_', ' ')} {_operand(right)}"
        case Test():
            return _test(expression)
        case Logic() | Not():
            return _logic(expression)
        case Call() | Filtered():
            return _applied(expression)
        case _:
            assert_never(expression)


def _constant(constant: Constant) -> str:
    value = constant.value
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) or constant.decimal:
        return str(value)
    # The language has no escapes: a text holds one kind of quotation mark at most.
    return f"'{value}'" if '"' in value else f'"{value}"'


def _test(test: Test) -> str:
    return f"{_operand(test.value)} is {'not ' if test.negated else ''}{test.test}"


def _logic(expression: Logic | Not) -> str:
    if isinstance(expression, Not):
        return f"not {_operand(expression.operand)}"
    parts = (expression.left, expression.right)
    texts = [
        f"({condition_text(each)})"
        if isinstance(each, Logic) and each.operator != expression.operator
        else condition_text(each)
        for each in parts
    ]
    return f" {expression.operator} ".join(texts)


def _applied(expression: Call | Filtered) -> str:
    arguments = [condition_text(each) for each in expression.arguments]
    if isinstance(expression, Filtered):
        inner = f"({', '.join(arguments)})" if arguments else ""
        return f"{_operand(expression.value)} | {expression.filter}{inner}"
    arguments += [f"{name}={condition_text(value)}" for name, value in expression.options]
    return f"{expression.function}({', '.join(arguments)})"


def _operand(expression: Expression) -> str:
    text = condition_text(expression)
    simple = isinstance(expression, Constant | Path | Call)
    return text if simple else f"({text})"


# --- for who does not know the names ----------------------------------------------------------


def condition_words(expression: Expression, library: Library) -> str:
    """Return the condition in the words of the questions on which it turns.

    What no question decides stands as one would type it in a clause file.
    """
    return _words(expression, library) or condition_text(expression)


def _words(expression: Expression, library: Library) -> str:
    match expression:
        case Compare(Path(names), "==" | "!=" as operator, Constant(value)):
            question = library.question(".".join(names))
            verb = "is" if operator == "==" else "is not"
            return f"{_asked(question)} {verb}: {_label(question, value)}" if question else ""
        case Path(names):
            question = library.question(".".join(names))
            return f"{_asked(question)} is yes" if question else ""
        case Not(operand):
            words = _words(operand, library)
            return f"not: {words}" if words else ""
        case Logic(operator, left, right):
            parts = (_words(left, library), _words(right, library))
            return f", {operator} ".join(parts) if all(parts) else ""
        case _:
            return ""


def _asked(question: Question) -> str:
    return f"the answer to \u201c{question.prompt}\u201d"


def _label(question: Question, value: object) -> str:
    labels = {each.id: each.label for each in question.choices}
    return labels.get(str(value), "none" if value is None else str(value))

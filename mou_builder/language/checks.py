"""Checks texts and conditions against the names that exist, without evaluating them.

What checks them is imported when it is asked for: a library read from the cache has been checked.
"""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic
from mou_builder.language.vocabulary import Vocabulary
from mou_builder.model.template import Expression, Template


def check_template(template: Template, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the names, filters, types and typed references of a clause text."""
    from mou_builder.language.checking import text_faults  # noqa: PLC0415 - see above

    return text_faults(template, vocabulary)


def check_expression(expression: Expression, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the names and types of a condition or computed value."""
    from mou_builder.language.checking import expression_faults  # noqa: PLC0415 - see above

    return expression_faults(expression, vocabulary)


def check_condition(expression: Expression, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a condition, which must be yes or no besides."""
    from mou_builder.language.checking import condition_faults  # noqa: PLC0415 - see above

    return condition_faults(expression, vocabulary)

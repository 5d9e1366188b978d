"""Checks texts and conditions against the names that exist, without evaluating them."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic
from mou_builder.language.vocabulary import Vocabulary
from mou_builder.model.template import Expression, Template


def check_template(template: Template, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the names, filters, types and typed references of a clause text."""
    raise NotImplementedError


def check_expression(expression: Expression, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the names and types of a condition or computed value."""
    raise NotImplementedError

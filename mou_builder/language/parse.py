"""Reads clause texts, conditions and long answers; nothing that they say is evaluated here."""

from __future__ import annotations

from mou_builder.diagnostics import Outcome, Position
from mou_builder.model.template import Expression, Template


def parse_template(text: str, at: Position) -> Outcome[Template]:
    """Return the clause text as a tree of blocks; every fault is an error with its exact place.

    `at` is the place of the text's first character; all its lines start in that column.
    """
    raise NotImplementedError


def parse_expression(text: str, at: Position) -> Outcome[Expression]:
    """Return the condition or computed value as a tree; every fault is an error with its place."""
    raise NotImplementedError


def parse_long_text(text: str, at: Position) -> Outcome[Template]:
    """Return a long answer as a tree of blocks: markup only, braces are ordinary characters."""
    raise NotImplementedError

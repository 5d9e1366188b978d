"""Turns a parsed clause text into the blocks and inlines of a draft."""

from __future__ import annotations

from mou_builder.diagnostics import Outcome
from mou_builder.language.scope import Scope
from mou_builder.model.document import DraftBlock, DraftInline
from mou_builder.model.template import Template


def render_blocks(
    template: Template, scope: Scope, *, clause: str, level: int
) -> Outcome[tuple[DraftBlock, ...]]:
    """Return the text's blocks: paragraphs of role BODY, numbered items as Provisions.

    Items of the outermost list have this `level`; their anchors are `clause#1`, `clause#1.2`, or
    `clause#name` where the item begins with `anchor("name")`.
    """
    raise NotImplementedError


def render_inlines(
    template: Template, scope: Scope, *, clause: str
) -> Outcome[tuple[DraftInline, ...]]:
    """Return the inlines of a text of one paragraph; several paragraphs are joined by a space."""
    raise NotImplementedError

"""Renders clauses as provisions of the level that the numbering scheme gives them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from mou_builder.diagnostics import Diagnostic, Outcome
from mou_builder.language import Scope, render_blocks, render_inlines
from mou_builder.language.terms import Lexicon
from mou_builder.model.answers import AddedProvision, Answers
from mou_builder.model.document import (
    Definition,
    DraftBlock,
    DraftInline,
    Paragraph,
    Provision,
    Role,
    Text,
)
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.selection import Selected, Selection
from mou_builder.model.style import NumberingScheme
from mou_builder.model.template import Template
from mou_builder.stages.drafting.own_names import OwnNames, own_names, with_own_names
from mou_builder.stages.drafting.wording import worded

T = TypeVar("T")
Section = Provision[DraftInline]


@dataclass(frozen=True, slots=True)
class Drafting:
    """What every part of the draft is made with. The list of faults belongs to one run."""

    library: Library
    instrument: Instrument
    answers: Answers
    selection: Selection
    scope: Scope
    scheme: NumberingScheme
    lexicon: Lexicon
    final: bool
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def names(self) -> OwnNames:
        """What articles and sections call themselves."""
        return own_names(self.scheme, self.scope.agreement)

    @property
    def section_level(self) -> int:
        """The level of clauses in the numbering scheme."""
        return 1 if self.scheme.articles else 0

    def blocks(
        self, text: Template, clause: str, level: int, *, opens: bool = True
    ) -> tuple[DraftBlock, ...]:
        """Return the text's blocks; none after a fault, which is noted."""
        rendered = render_blocks(text, self.scope, clause=clause, level=level, opens=opens)
        return with_own_names(self._noted(rendered), self.names)

    def inlines(self, text: Template, clause: str) -> tuple[DraftInline, ...]:
        """Return the inlines of a text of one paragraph; none after a fault, which is noted."""
        return self._noted(render_inlines(text, self.scope, clause=clause))

    def paragraphs(self, text: Template, clause: str, role: Role) -> tuple[DraftBlock, ...]:
        """Return the text's blocks, its plain paragraphs in the role."""
        return in_role(self.blocks(text, clause, self.section_level), role)

    def _noted(self, rendered: Outcome[tuple[T, ...]]) -> tuple[T, ...]:
        self.faults.extend(rendered.diagnostics)
        return rendered.value or ()


def section(selected: Selected, drafting: Drafting) -> Section:
    """Return the clause as a section with its heading, or as an entry of the definitions."""
    clause = selected.clause
    level = drafting.section_level
    if clause.defines:
        term = worded(clause.defines, drafting.scope)
        content = _defining(drafting.blocks(selected.text, clause.id, level + 1, opens=False), term)
        heading = ""
    else:
        content = drafting.blocks(selected.text, clause.id, level + 1)
        heading = drafting.names.words(worded(clause.heading, drafting.scope))
    return Provision(
        clause.id,
        level,
        heading if drafting.scheme.captions else "",
        content,
        clause=clause.id,
        provisional=selected.open and not drafting.final,
    )


def added_section(added: AddedProvision, drafting: Drafting) -> Section:
    """Return a provision that only this agreement has."""
    level = drafting.section_level
    content = drafting.blocks(added.text, added.id, level + 1)
    heading = added.heading if drafting.scheme.captions else ""
    return Provision(added.id, level, heading, content)


def in_role(blocks: Iterable[DraftBlock], role: Role) -> tuple[DraftBlock, ...]:
    """Return the blocks with their plain paragraphs in the role."""
    return tuple(
        replace(each, role=role) if isinstance(each, Paragraph) and each.role is Role.BODY else each
        for each in blocks
    )


def _defining(blocks: tuple[DraftBlock, ...], term: str) -> tuple[DraftBlock, ...]:
    """Return a definition's text with the term before its first words."""
    lead: tuple[DraftInline, ...] = (Definition(term), Text(" "))
    if blocks and isinstance(blocks[0], Paragraph):
        return (replace(blocks[0], inlines=(*lead, *blocks[0].inlines)), *blocks[1:])
    return (Paragraph(Role.BODY, lead), *blocks)

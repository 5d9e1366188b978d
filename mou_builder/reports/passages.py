"""Looks for the passages of a standard in the printed words of one agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mou_builder.language import Scope, render_inlines
from mou_builder.model.agreement import Agreement
from mou_builder.model.document import PendingReference
from mou_builder.model.reading import text_of
from mou_builder.model.selection import Rule, Selected, Selection
from mou_builder.model.standards import Passage
from mou_builder.model.template import Template
from mou_builder.reports.sections import PrintedSection, printed_sections, shows


@dataclass(frozen=True, slots=True)
class Pages:
    """An agreement as it is looked through.

    `sections` are its printed parts by id, `selected` the clauses in it by id; a clause that stands
    in another's place goes by both ids. `scope` says what the names in a phrase stand for.
    """

    sections: Mapping[str, PrintedSection]
    selected: Mapping[str, Selected]
    scope: Scope

    def section(self, clause: str) -> PrintedSection | None:
        """Return what prints the clause, or None when nothing does."""
        found = self.selected.get(clause)
        return self.sections.get(found.clause.id) if found else None

    def reworded(self, clause: str) -> bool:
        """Whether the agreement says the clause in words of its own."""
        found = self.selected.get(clause)
        return found is not None and found.rule is Rule.REWORDED


def pages_of(agreement: Agreement, selection: Selection, scope: Scope) -> Pages:
    """Return the agreement made ready for looking through."""
    selected = {each.clause.id: each for each in selection.chosen}
    replaced = {each.clause.replaces: each for each in selection.chosen if each.clause.replaces}
    return Pages(printed_sections(agreement), {**selected, **replaced}, scope)


def standing_in(passage: Passage, pages: Pages) -> PrintedSection | None:
    """Return the part of the agreement in which the passage stands, or None when it does not."""
    if passage.element:
        found = pages.sections.get(passage.element)
    else:
        found = pages.section(passage.clause)
        taken = pages.selected.get(passage.clause)
        if taken and passage.alternative not in ("", taken.alternative.id):
            return None
    if found and all(_stands(each, found, pages.scope) for each in passage.shows):
        return found
    return None


def place_name(passage: Passage) -> str:
    """Return `article.clause`, `article.clause.alternative`, or the name of an element."""
    named = passage.clause or passage.element
    return f"{named}.{passage.alternative}" if passage.alternative else named


def phrase(template: Template, scope: Scope) -> str:
    """Return the phrase in the agreement's own names; empty when a name stands for nothing here."""
    inlines = render_inlines(template, scope, clause="", opens=False).value or ()
    return text_of(each for each in inlines if not isinstance(each, PendingReference))


def _stands(template: Template, section: PrintedSection, scope: Scope) -> bool:
    return shows(section.text, phrase(template, scope))

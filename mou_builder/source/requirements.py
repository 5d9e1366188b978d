"""Checks a standard against the library: what it names must be there and be looked up at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mou_builder.diagnostics import Diagnostic, error
from mou_builder.model.library import Clause, Library
from mou_builder.model.standards import Passage, Requirement
from mou_builder.model.template import Template
from mou_builder.source.clauses import ClauseFile
from mou_builder.source.names import unknown
from mou_builder.source.standards import ELEMENTS, PassageFile, StandardFile


def standard_faults(
    library: Library, file: StandardFile, clauses: Mapping[str, ClauseFile]
) -> Iterator[Diagnostic]:
    """Yield every topic, state, clause, alternative and element that is not there.

    A clause that an office put another in the place of counts as there: its standards go on.
    """
    known = {*clauses, *(each.clause.replaces for each in clauses.values())}
    yield from unknown(file.topics, library.topics, "MB213", "topic")
    yield from unknown(file.states, library.jurisdictions, "MB221", "state")
    yield from unknown(file.see, known, "MB211", "clause")
    for each in file.passages:
        if each.clause:
            yield from unknown([each.clause], known, "MB211", "clause")
        clause = clauses.get(each.passage.clause)
        if clause and clause.layer <= file.layer:
            yield from _no_alternative(clause.clause, each)
        yield from _no_element(library, each)
        yield from _unprintable(each.passage)


def phrases_of(requirement: Requirement) -> Iterator[Template]:
    """Yield every phrase that is looked for."""
    for way in requirement.ways:
        for passage in way.passages:
            yield from passage.shows


def _no_alternative(clause: Clause, file: PassageFile) -> Iterator[Diagnostic]:
    if file.alternative:
        names = [each.id for each in clause.alternatives]
        what = f"alternative of `{clause.id}` called"
        yield from unknown([file.alternative], names, "MB221", what)


def _no_element(library: Library, file: PassageFile) -> Iterator[Diagnostic]:
    if file.element:
        exhibits = (f"exhibit.{each}" for each in library.exhibits)
        yield from unknown([file.element], (*ELEMENTS, *exhibits), "MB221", "element")


def _unprintable(passage: Passage) -> Iterator[Diagnostic]:
    """Find phrases with references: what is looked up has no numbers of its own."""
    for each in passage.shows:
        if each.uses.clauses or each.uses.facts or each.uses.exhibits or each.uses.defines:
            message = "a phrase that is looked up cannot hold a reference or a citation"
            hint = "keep to the words before or after it"
            yield error("MB223", message, each.at, hint)

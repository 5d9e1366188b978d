"""The last stage: numbers, labels, defined terms, references and open items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from mou_builder.diagnostics import Diagnostic, Outcome, error, outcome, warning
from mou_builder.model.agreement import Agreement, ClauseRecord, Draft, Provenance
from mou_builder.model.answers import Answers
from mou_builder.model.document import Document, Inline, Provision
from mou_builder.model.library import Library
from mou_builder.model.selection import Selection
from mou_builder.stages.blocks import changed, provisions_of, runs_of
from mou_builder.stages.drafting.closing import exhibit_level
from mou_builder.stages.drafting.wording import plain_words
from mou_builder.stages.resolving.bounds import contradictions
from mou_builder.stages.resolving.numbering import number_all
from mou_builder.stages.resolving.open_items import open_items
from mou_builder.stages.resolving.references import Resolving, resolving, text_places
from mou_builder.stages.resolving.steps import steps_of


def resolve(  # noqa: PLR0913 - each is a value that another stage or the caller made
    draft: Draft,
    library: Library,
    answers: Answers,
    selection: Selection,
    *,
    as_of: date,
    program: str,
) -> Outcome[Agreement]:
    """Return the finished agreement; none when a reference or term leads nowhere.

    The open items are in the agreement and among the diagnostics.
    """
    blocks = draft.document.blocks
    base = exhibit_level(draft.scheme)
    places = text_places(answers, selection)
    numbered, faults = number_all(blocks, draft.scheme, base, places)
    change = resolving(draft, selection, numbered, places)
    resolved = tuple(changed(each, change) for each in blocks)
    document = Document(draft.document.properties, draft.document.furniture, resolved)
    items = (
        *open_items(resolved, draft, library, answers, selection, as_of=as_of),
        *contradictions(library, answers, selection, as_of),
    )
    agreement = Agreement(
        document,
        draft.scheme,
        Provenance(
            program,
            library.digest,
            answers.digest,
            as_of.isoformat(),
            tuple(_records(document, selection)),
        ),
        draft.instrument,
        items,
        tuple(steps_of(library, answers, as_of)),
        final=draft.final,
    )
    found = (*faults, *change.faults, *_definitions(change), *items)
    return outcome(agreement, found)


def _definitions(change: Resolving) -> Iterator[Diagnostic]:
    """Yield what is wrong with definitions: two for one term, or one in a clause for none."""
    for term, places in change.definitions.places.items():
        if len(places) > 1:
            named = [f"`{each}`" if each else "the opening" for each in places[:2]]
            message = f"the term “{term}” is defined twice: in {' and in '.join(named)}"
            hint = "give a party another `short_name:`, or reword or omit one of the two"
            at = next((change.places[each] for each in places[::-1] if each in change.places), None)
            yield error("MB606", message, at, hint)
        elif places[0] and term not in change.used:
            message = f"`{places[0]}` defines “{term}”, which nothing in this agreement uses"
            hint = "choose an alternative without the definition, or leave it as it is"
            yield warning("MB607", message, change.places.get(places[0]), hint)


def _records(document: Document[Inline], selection: Selection) -> Iterator[ClauseRecord]:
    """Yield the clauses that were printed, with a digest of their words."""
    printed: Mapping[str, Provision[Inline]] = {
        each.anchor: each for block in document.blocks for each in provisions_of(block)
    }
    for selected in selection.chosen:
        provision = printed.get(selected.clause.id)
        if provision:
            words = [provision.heading, *(plain_words(run) for run in runs_of(provision))]
            digest = sha256("\n".join(words).encode()).hexdigest()
            clause = selected.clause
            yield ClauseRecord(clause.id, clause.version, selected.alternative.id, digest)

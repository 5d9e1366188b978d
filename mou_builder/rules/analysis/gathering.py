"""Gathers what every rule reads, from a library or from a finished agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mou_builder.diagnostics import Position
from mou_builder.language import role_terms
from mou_builder.model.agreement import Agreement
from mou_builder.model.answers import Answers
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Clause, Library
from mou_builder.model.question import Question
from mou_builder.model.selection import Rule, Selection
from mou_builder.model.values import Record, Value
from mou_builder.rules.analysis.passages import Part, Passage, plain_passage
from mou_builder.rules.analysis.printed import Printed
from mou_builder.rules.analysis.readings import heading_passage, passages_of, term_of_role, worded
from mou_builder.rules.analysis.subject import Analysis, Defined, Given

# Everybody who bears duties under every instrument, also where an office writes them small.
_PARTIES = ("Party", "Parties", "party", "parties")


def of_library(library: Library, instruments: Iterable[Instrument]) -> Analysis:
    """Return the analysis of all that the library and the instruments say."""
    kinds = tuple(instruments)
    passages = [each for clause in library.clauses.values() for each in _clause(clause)]
    for exhibit in library.exhibits.values():
        model = Passage(f"exhibit {exhibit.id}", Part.TEXT, at=exhibit.at)
        passages += [plain_passage(exhibit.title, replace(model, part=Part.HEADING))]
        passages += passages_of(exhibit.text, model)
    for article in library.articles.values():
        for question in article.questions:
            passages += _question(question)
    for question in library.party_questions:
        passages += _question(question)
    for each in kinds:
        passages += _instrument(each)
    for state in library.jurisdictions.values():
        for certificate in state.law.contracting.certificates:
            at = certificate.text.at
            model = Passage(f"the certificate of {state.name}", Part.FORM, at=at)
            passages += passages_of(certificate.text, model)
    roles = {term_of_role(name) for each in kinds for name in each.roles}
    return Analysis(
        tuple(passages),
        frozenset((*_PARTIES, *roles)),
        tuple(_terms(library, kinds)),
        library.officer_classes,
        facts=library.facts,
        states=_states(library),
    )


def of_agreement(
    agreement: Agreement,
    library: Library,
    instrument: Instrument,
    answers: Answers,
    selection: Selection,
) -> Analysis:
    """Return the analysis of the document as it reads, with what its words are from."""
    added = {each.id: each.text for each in answers.decisions.additional}
    reworded = {each.clause.id for each in selection.chosen if each.rule is Rule.REWORDED}
    texts = {each.clause.id: each.text for each in selection.chosen}
    texts |= {f"exhibit.{each.id}": each.text for each in library.exhibits.values()}
    printed = Printed({**texts, **added}, frozenset((*added, *reworded)), answers)
    passages = tuple(printed.passages(agreement.document.blocks))
    terms = role_terms(instrument.roles, answers).values()
    named = {word for each in terms for word in (each.term, each.each) if word}
    chosen = answers.value(instrument.officer) if instrument.officer else ""
    return Analysis(
        passages,
        frozenset((*_PARTIES, *named, *(each.short_name for each in answers.parties))),
        tuple(
            Defined(term, each.where, each.at, is_opening=each.part is Part.FORM)
            for each in passages
            for term in each.defines
        ),
        library.officer_classes,
        library.officer_classes.get(chosen) if isinstance(chosen, str) else None,
        tuple(_given(answers)),
        library.facts,
        _states(library),
        of_agreement=True,
    )


def _states(library: Library) -> tuple[str, ...]:
    return tuple(each.name for each in library.jurisdictions.values())


# --- a library ---------------------------------------------------------------------------------


def _clause(clause: Clause) -> Iterator[Passage]:
    heading = Passage(clause.id, Part.HEADING, at=clause.at)
    yield heading_passage(clause.heading, heading)
    for each in clause.alternatives:
        model = Passage(f"{clause.id}/{each.id}", Part.TEXT, at=each.at)
        yield from passages_of(each.text, replace(model, opens=clause.defines is None))
        yield from passages_of(each.summary, replace(model, part=Part.SUMMARY))
        yield plain_passage(each.note, replace(model, part=Part.NOTE))


def _question(question: Question) -> Iterator[Passage]:
    model = Passage(question.id, Part.QUESTION, at=question.at)
    said = [question.prompt, question.help]
    for option in question.choices:
        said += [option.label, option.help]
    yield from (plain_passage(each, model) for each in said if each)
    for field in question.fields:
        yield from _question(field)


def _instrument(instrument: Instrument) -> Iterator[Passage]:
    model = Passage(f"the instrument {instrument.id}", Part.FORM, at=instrument.at)
    texts = (instrument.preamble, instrument.operative, instrument.closing, instrument.lead)
    for text in (*texts, *(each.text for each in instrument.recitals)):
        if text:
            yield from passages_of(text, model)


def _terms(library: Library, instruments: Iterable[Instrument]) -> Iterator[Defined]:
    for clause in library.clauses.values():
        if clause.defines:
            yield Defined(worded(clause.defines), clause.id, clause.at, clause.replaces)
        for each in clause.alternatives:
            for term in each.text.uses.defines:
                yield Defined(term, clause.id, each.text.at, clause.replaces)
    for kind in instruments:
        texts = (kind.preamble, kind.operative, kind.closing, kind.lead)
        for text in (*texts, *(each.text for each in kind.recitals)):
            for term in text.uses.defines if text else ():
                where = f"the instrument {kind.id}"
                yield Defined(term, where, text.at if text else None, is_opening=True)


# --- an agreement ------------------------------------------------------------------------------


def _given(answers: Answers) -> Iterator[Given]:
    for name, each in answers.answers.items():
        yield from _short(each.value, name, each.at, answers)
    for number, party in enumerate(answers.parties, 1):
        yield from _short(party.record, f"parties.{number}", party.at, answers)


def _short(value: Value, path: str, at: Position | None, answers: Answers) -> Iterator[Given]:
    """Yield every text and date in a value; long texts are the office's own words."""
    at = answers.places.get(path, at)
    match value:
        case str() | date():
            yield Given(value, at)
        case tuple():
            for number, each in enumerate(value, 1):
                yield from _short(each, f"{path}.{number}", at, answers)
        case Record(fields=fields):
            for name, each in fields.items():
                yield from _short(each, f"{path}.{name}", at, answers)
        case _:
            pass

"""The third stage: the whole document, with references still by clause id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mou_builder.diagnostics import Diagnostic, Outcome, error, outcome
from mou_builder.language import Scope, forms
from mou_builder.language.terms import lexicon_of
from mou_builder.model.agreement import Draft
from mou_builder.model.answers import Answers
from mou_builder.model.document import (
    Document,
    DraftBlock,
    DraftInline,
    Furniture,
    Paragraph,
    Properties,
)
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.selection import Selection
from mou_builder.model.style import HouseStyle, NumberingScheme
from mou_builder.stages.confirming import in_force
from mou_builder.stages.drafting import closing, opening, signing
from mou_builder.stages.drafting.articles import articles, mentions_in, sections_by_article
from mou_builder.stages.drafting.naming import collective_terms, parties_named
from mou_builder.stages.drafting.sections import Drafting
from mou_builder.stages.drafting.vocabulary import vocabulary_of
from mou_builder.stages.drafting.wording import plain_words
from mou_builder.stages.nearest import suggestion
from mou_builder.stages.scope import scope_of
from mou_builder.stages.selecting.candidates import replacements


def draft(  # noqa: PLR0913 - each is a value that another stage or the caller made
    library: Library,
    instrument: Instrument,
    style: HouseStyle,
    answers: Answers,
    selection: Selection,
    *,
    as_of: date,
    final: bool,
) -> Outcome[Draft]:
    """Return the document before numbers exist, or every problem that the texts have.

    A definition that no printed text uses is left out, and so is an article without sections.
    """
    scheme = _scheme(instrument, style, answers)
    if isinstance(scheme, Diagnostic):
        return outcome(None, (scheme,))
    stands_for = replacements(each.clause for each in selection.chosen)
    present = frozenset((*_present(answers, selection), *stands_for))
    scope = _scope(library, instrument, answers, selection, as_of)
    scope = replace(scope, forms=style.forms, clauses=present)
    scope = replace(scope, fragments=_fragments(instrument, answers, scope))
    vocabulary = vocabulary_of(library, instrument, answers, scope)
    drafting = Drafting(
        library,
        instrument,
        answers,
        selection,
        scope,
        scheme,
        lexicon_of(vocabulary),
        final,
    )
    title = opening.title(drafting)
    document = Document(
        _properties(drafting, style, [plain_words(each.inlines) for each in title], as_of),
        _furniture(drafting, as_of),
        (*title, *_blocks(drafting)),
    )
    made = Draft(document, scheme, instrument.id, vocabulary, stands_for, final)
    return outcome(made, drafting.faults)


def _scheme(
    instrument: Instrument, style: HouseStyle, answers: Answers
) -> NumberingScheme | Diagnostic:
    """Return the numbering scheme: the answers' before the instrument's before the style's."""
    name = answers.decisions.numbering or instrument.numbering or style.numbering
    found = style.schemes.get(name)
    if found:
        return found
    at = answers.places.get("numbering", instrument.at)
    hint = suggestion(name, style.schemes)
    return error("MB600", f"there is no numbering scheme `{name}`", at, hint)


def _scope(
    library: Library,
    instrument: Instrument,
    answers: Answers,
    selection: Selection,
    as_of: date,
) -> Scope:
    scope = scope_of(library, instrument, answers)
    labels = closing.exhibit_labels(library, instrument, selection, scope)
    confirmed = in_force(answers.decisions.confirmed, library.facts, as_of)
    return replace(scope, exhibits=labels, confirmed=confirmed)


def _fragments(
    instrument: Instrument, answers: Answers, scope: Scope
) -> dict[str, tuple[Paragraph[DraftInline], ...]]:
    """Return the paragraphs that the program writes itself where a text names them."""
    return {
        "parties_named": parties_named(answers, instrument.party_form, scope),
        "opening_date": opening.opening_date(scope),
    }


def _present(answers: Answers, selection: Selection) -> tuple[str, ...]:
    """Return the ids of all provisions that may be referred to."""
    added = (each.id for each in answers.decisions.additional)
    return (*(each.clause.id for each in selection.chosen), *added)


def _blocks(drafting: Drafting) -> tuple[DraftBlock, ...]:
    """Return everything after the title. Definitions are chosen last, when all uses are known."""
    preamble = opening.preamble(drafting)
    recitals = tuple(opening.recitals(drafting))
    end = (*closing.closing_words(drafting), signing.signatures(drafting))
    exhibits = tuple(closing.exhibits(drafting))
    outside = mentions_in((*preamble, *recitals, *end, *exhibits), drafting.lexicon)
    sections, mentions = sections_by_article(drafting, outside)
    return (
        *opening.notice(drafting),
        *opening.contents(drafting),
        *preamble,
        *collective_terms(drafting.scope, mentions.terms),
        *recitals,
        *articles(sections, drafting),
        *end,
        *exhibits,
    )


def _properties(
    drafting: Drafting, style: HouseStyle, title: Sequence[str], as_of: date
) -> Properties:
    names = [
        each.legal_name if isinstance(each.legal_name, str) else each.short_name
        for each in drafting.answers.parties
    ]
    kind = drafting.instrument.title
    return Properties(_on_one_line(title), "; ".join(names), kind, style.language, str(as_of))


def _on_one_line(title: Sequence[str]) -> str:
    """Return the title's lines as one: "Interlocal Agreement for ...", "Memorandum: Roles"."""
    joined = ""
    for line in title:
        joint = " " if line[:1].islower() else ": "
        joined += f"{joint}{line}" if joined else line
    return joined


def _furniture(drafting: Drafting, as_of: date) -> Furniture:
    notice = drafting.answers.decisions.notice
    short = drafting.instrument.title
    if drafting.final:
        return Furniture(short, first_page_notice=notice)
    day = forms.date(as_of, drafting.scope.forms)
    return Furniture(short, "DRAFT", day, "DRAFT", notice)

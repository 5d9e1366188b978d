"""Puts sections into articles, with only those definitions whose terms are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mou_builder.language.terms import Lexicon, uses_in
from mou_builder.model.document import (
    Definition,
    DraftBlock,
    DraftInline,
    PendingReference,
    Provision,
    TermUse,
)
from mou_builder.model.selection import Selected
from mou_builder.stages.blocks import runs_of
from mou_builder.stages.drafting.sections import Drafting, Section, added_section, section
from mou_builder.stages.drafting.wording import plain_words, worded


@dataclass(frozen=True, slots=True)
class Mentions:
    """The terms that printed text uses, and the clauses that it refers to."""

    terms: frozenset[str]
    clauses: frozenset[str]

    def __or__(self, other: Mentions) -> Mentions:
        """Return the mentions of both."""
        return Mentions(self.terms | other.terms, self.clauses | other.clauses)


def mentions_in(blocks: Iterable[DraftBlock], lexicon: Lexicon) -> Mentions:
    """Return what the blocks mention. Words of answers mention nothing."""
    terms: set[str] = set()
    clauses: set[str] = set()
    for block in blocks:
        for run in runs_of(block):
            terms.update(each.known.term for each in uses_in(run, lexicon))
            for inline in run:
                if isinstance(inline, TermUse):
                    terms.add(inline.term)
                elif isinstance(inline, PendingReference):
                    clauses.add(inline.clause)
    return Mentions(frozenset(terms), frozenset(clauses))


def sections_by_article(
    drafting: Drafting, others: Mentions
) -> tuple[dict[str, list[Section]], Mentions]:
    """Return the printed sections of each article, and everything the whole document mentions.

    `others` is what the text outside the articles mentions. Definitions come first, by the
    alphabet; an entry is printed when its term is used, also by another entry, or referred to.
    """
    chosen = drafting.selection.chosen
    plain = [each for each in chosen if not each.clause.defines]
    sections = {each.clause.id: section(each, drafting) for each in plain}
    added = [
        (each.article, added_section(each, drafting))
        for each in drafting.answers.decisions.additional
    ]
    texts = (*sections.values(), *(each for _, each in added))
    mentions = others | mentions_in(texts, drafting.lexicon)
    entries = [each for each in chosen if each.clause.defines]
    defined, mentions = _definitions(entries, drafting, mentions)
    found: dict[str, list[Section]] = {}
    for article, entry in defined:
        found.setdefault(article, []).append(entry)
    for each in plain:
        found.setdefault(each.clause.article, []).append(sections[each.clause.id])
    for article, own in added:
        found.setdefault(article, []).append(own)
    return found, mentions


def articles(sections: Mapping[str, list[Section]], drafting: Drafting) -> Iterator[DraftBlock]:
    """Yield the articles that have sections; the sections alone if the scheme has no articles."""
    for name in drafting.instrument.articles:
        printed = tuple(each for each in sections.get(name, ()) if each.content)
        if not printed:
            continue
        if not drafting.scheme.articles:
            yield from printed
            continue
        heading = worded(drafting.library.articles[name].heading, drafting.scope)
        yield Provision(name, 0, heading, printed)


def _definitions(
    entries: list[Selected], drafting: Drafting, mentions: Mentions
) -> tuple[list[tuple[str, Section]], Mentions]:
    """Return the entries to print, sorted by term, with their articles; and all mentions then."""
    waiting = {each.clause.id: each for each in entries}
    kept: dict[str, tuple[str, Section]] = {}
    while wanted := [each for each in waiting.values() if _wanted(each, drafting, mentions)]:
        for each in wanted:
            del waiting[each.clause.id]
            printed = section(each, drafting)
            kept[each.clause.id] = (each.clause.article, printed)
            mentions |= mentions_in((printed,), drafting.lexicon)
    return sorted(kept.values(), key=_by_term), mentions


def _wanted(entry: Selected, drafting: Drafting, mentions: Mentions) -> bool:
    term = worded(entry.clause.defines or "", drafting.scope)
    referred = {entry.clause.id, entry.clause.replaces} & mentions.clauses
    return term in mentions.terms or bool(referred)


def _by_term(entry: tuple[str, Section]) -> tuple[str, str]:
    definitions: list[DraftInline] = [
        inline for run in runs_of(entry[1]) for inline in run if isinstance(inline, Definition)
    ]
    term = plain_words(definitions[:1])
    return term.casefold(), term

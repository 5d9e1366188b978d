"""Puts labels in place of clause ids, and marks the use of defined terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic, Position, Related, error
from mou_builder.language import forms
from mou_builder.language.terms import Found, Lexicon, lexicon_of, starts_after
from mou_builder.model.agreement import Draft, KnownTerm
from mou_builder.model.answers import Answers
from mou_builder.model.document import (
    Block,
    CrossReference,
    Definition,
    DraftInline,
    Inline,
    PendingReference,
    Provision,
    TermUse,
    Text,
)
from mou_builder.model.selection import Omitted, Selection
from mou_builder.stages.blocks import provisions_of, runs_of
from mou_builder.stages.resolving.numbering import Numbered


@dataclass(frozen=True, slots=True)
class Definitions:
    """Where each term is defined: by the anchor of the provision around it, empty outside all."""

    places: Mapping[str, tuple[str, ...]]

    def __contains__(self, term: object) -> bool:
        """Whether this agreement defines the term."""
        return term in self.places


@dataclass(frozen=True, slots=True)
class Resolving:
    """Resolves one run of inlines after the other; the lists and sets belong to one run.

    `places` says where the text of each clause stands.
    """

    draft: Draft
    selection: Selection
    numbered: Mapping[str, Numbered]
    provisions: Mapping[str, Provision[DraftInline]]
    places: Mapping[str, Position]
    definitions: Definitions
    lexicon: Lexicon
    faults: list[Diagnostic] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    missing: set[tuple[str, str]] = field(default_factory=set)

    def number(self, anchor: str) -> tuple[str, str]:
        """Return the number and the label of the provision with that anchor."""
        found = self.numbered.get(anchor, Numbered())
        return found.number, found.label

    def inlines(self, run: tuple[DraftInline, ...], around: str) -> tuple[Inline, ...]:
        """Return the run with every reference resolved and every use of a term marked."""
        return tuple(self._each(run, around))

    def _each(self, run: tuple[DraftInline, ...], around: str) -> Iterator[Inline]:
        last: DraftInline | None = None
        for inline in run:
            match inline:
                case Text(text):
                    yield from self._terms(text, around, starts=starts_after(last))
                case PendingReference():
                    yield self._reference(inline, starts=starts_after(last))
                case TermUse(term):
                    self.used.add(term)
                    yield inline
                case _:
                    yield inline
            last = inline

    # --- terms ---------------------------------------------------------------------------------

    def _terms(self, text: str, around: str, *, starts: bool) -> Iterator[Inline]:
        done = 0
        for found in self.lexicon.find(text, starts=starts):
            if not self._is_use(found, text, around):
                continue
            if found.start > done:
                yield Text(text[done : found.start])
            self.used.add(found.known.term)
            yield TermUse(found.known.term, text[found.start : found.end])
            done = found.end
        if done < len(text):
            yield Text(text[done:])

    def _is_use(self, found: Found, text: str, around: str) -> bool:
        """Whether the words are a defined term; a fault is noted for one that nothing defines."""
        if found.known.term in self.definitions:
            return True
        if found.sure:
            self._undefined(found.known, text[found.start : found.end], around)
        return False

    def _undefined(self, known: KnownTerm, words: str, around: str) -> None:
        using = around.partition("#")[0]
        if (using, known.term) in self.missing:
            return
        self.missing.add((using, known.term))
        place = f"`{using}`" if using else "the opening or the signatures"
        self.faults.append(
            error(
                "MB605",
                f"{place} uses `{words}`, which nothing in this agreement defines",
                self.places.get(using),
                f"{known.where} would define it: bring it in, or reword `{using}`",
                related=why_out(known.clause, self.selection),
            )
        )

    # --- references ----------------------------------------------------------------------------

    def _reference(self, pending: PendingReference, *, starts: bool) -> CrossReference:
        clause = self.draft.stands_for.get(pending.clause, pending.clause)
        anchor = f"{clause}#{pending.item}" if pending.item else clause
        target = self.provisions.get(anchor)
        if target is None:
            self._unresolved(pending, clause)
            return CrossReference(anchor, "", "", pending.clause)
        found = self.numbered.get(anchor, Numbered())
        name = "" if found.label else self._name(target, clause)
        shown = forms.upper_first(name) if starts else name
        return CrossReference(anchor, found.noun, found.label, shown)

    def _name(self, target: Provision[DraftInline], clause: str) -> str:
        """Return the words for a provision without a number: "the provision on cost sharing"."""
        defined = next((each for each in terms_defined(target)), "")
        if defined and not target.heading:
            return f"the definition of \u201c{defined}\u201d"
        heading = target.heading or self.provisions[clause].heading
        if not heading:
            return "the provision on this subject"
        return f"the provision on {in_sentence(heading, self.draft.vocabulary)}"

    def _unresolved(self, pending: PendingReference, clause: str) -> None:
        if (pending.from_clause, pending.clause) in self.missing:
            return
        self.missing.add((pending.from_clause, pending.clause))
        if pending.item and clause in self.provisions:
            message = f"`{pending.from_clause}` refers to the item `{pending.item}` of"
            message += f" `{pending.clause}`, which has none of that name now"
            hint = f"take the reference out, or name an item: `{{{{ anchor({pending.item!r}) }}}}`"
            at = self.places.get(pending.from_clause)
            self.faults.append(error("MB604", message, at, hint.replace("'", '"')))
            return
        message = (
            f"`{pending.from_clause}` refers to `{pending.clause}`, which is not in this agreement"
        )
        hint = f"bring `{pending.clause}` in, or choose or write a text of"
        hint += f" `{pending.from_clause}` that does without it"
        at = self.places.get(pending.from_clause)
        why = why_out(pending.clause, self.selection)
        omitted = (each.at for each in self.selection.omitted if each.clause.id == pending.clause)
        here = next(omitted, None)
        if here:
            # What the user typed is what the user can change.
            at, why = here, (*why, Related("the reference stands here", at))
        self.faults.append(error("MB603", message, at, hint, why))


def resolving(
    draft: Draft,
    selection: Selection,
    numbered: Mapping[str, Numbered],
    places: Mapping[str, Position],
) -> Resolving:
    """Return what resolves the draft's inlines."""
    blocks = draft.document.blocks
    provisions = {each.anchor: each for block in blocks for each in provisions_of(block)}
    return Resolving(
        draft,
        selection,
        numbered,
        provisions,
        places,
        Definitions(_definitions(draft)),
        lexicon_of(draft.vocabulary),
    )


def text_places(answers: Answers, selection: Selection) -> dict[str, Position]:
    """Return where the text of each clause and added provision stands."""
    places = {each.clause.id: each.text.at for each in selection.chosen}
    return {**places, **{each.id: each.text.at for each in answers.decisions.additional}}


def why_out(clause: str, selection: Selection) -> tuple[Related, ...]:
    """Return why the clause is not in the agreement, and the answers behind it."""
    omitted = next((each for each in selection.omitted if each.clause.id == clause), None)
    if omitted is None:
        return ()
    return (Related(f"`{clause}` is out: {omitted.why}"), *_reasons(omitted))


def terms_defined(block: Block[DraftInline]) -> Iterator[str]:
    """Yield the terms that the block defines, in order."""
    for run in runs_of(block):
        for inline in run:
            if isinstance(inline, Definition):
                yield inline.term


def in_sentence(heading: str, vocabulary: Mapping[str, KnownTerm]) -> str:
    """Return a heading as it stands within a sentence: a term or an abbreviation keeps capitals."""
    first = heading.split(" ", 1)[0]
    if first in vocabulary or heading[1:2].isupper():
        return heading
    return forms.lower_first(heading)


def _reasons(omitted: Omitted) -> Iterator[Related]:
    for each in omitted.reasons:
        yield Related(f"{each.answer} is {each.reads}", each.at)


def _definitions(draft: Draft) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for block in draft.document.blocks:
        for place, part in _sections(block, articles=draft.scheme.articles):
            for term in terms_defined(part):
                found[term] = (*found.get(term, ()), place)
    return found


def _sections(
    block: Block[DraftInline], *, articles: bool
) -> Iterator[tuple[str, Block[DraftInline]]]:
    """Yield the sections of a block with their anchors; what is no section has none."""
    if isinstance(block, Provision) and articles:
        for each in block.content:
            yield each.anchor if isinstance(each, Provision) else block.anchor, each
    else:
        yield block.anchor if isinstance(block, Provision) else "", block

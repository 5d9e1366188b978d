"""The library while its files arrive: who came first, who replaces whom, what stands twice."""

from __future__ import annotations

from dataclasses import replace

from mou_builder.diagnostics import Diagnostic, Position, Related, error
from mou_builder.model.law import Law
from mou_builder.model.library import Article, Clause, ExhibitForm, Library
from mou_builder.model.question import Check, Derived, Question
from mou_builder.model.raw import RawMapping
from mou_builder.source.catalogue import (
    Facts,
    Parties,
    decode_facts,
    decode_officers,
    decode_parties,
    decode_placeholders,
    decode_topics,
)
from mou_builder.source.clauses import ClauseFile, decode_article, decode_clause, decode_exhibit
from mou_builder.source.decode import Fields, hint_for
from mou_builder.source.files import LibraryFile
from mou_builder.source.standards import StandardFile, decode_standard
from mou_builder.source.starter import decode_starter

RESERVED_FOLDERS = ("exhibits", "jurisdictions", "standards")
_ANSWER_KEYS = (
    *("instrument", "state", "style", "numbering", "scope", "stance", "choose", "omit", "reword"),
    *("accept", "confirmed", "cite", "review", "parties", "other_parties"),
    *("additional_provisions", "exhibits", "notice", "state_form"),
)
_LANGUAGE_NAMES = (
    *(
        "the",
        "each",
        "officer",
        "officers",
        "an_officer",
        "officer_full",
        "agreement",
        "words",
        "state_name",
        "law",
    ),
    *("opening_date", "parties_named", "true", "false", "none"),
    *("and", "or", "not", "in", "is", "if", "else", "elif", "for", "endif", "endfor"),
)
RESERVED_NAMES = frozenset((*_ANSWER_KEYS, *_LANGUAGE_NAMES))


class Shelf:
    """Gathers one library. It lives for one reading."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        """Start empty; faults are added to the list."""
        self.faults = faults
        self.clause_files: dict[str, ClauseFile] = {}
        self.standard_files: dict[str, StandardFile] = {}
        self._library = Library({}, {})
        self._articles: dict[str, Article] = {}
        self._exhibits: dict[str, tuple[ExhibitForm, int]] = {}

    # --- one file ------------------------------------------------------------------------------

    def put(self, file: LibraryFile, root: RawMapping) -> None:
        """Decode the file by its place and take in what it holds."""
        match file.parts:
            case (name,):
                self._put_list(name.removesuffix(".yaml"), file, root)
            case ("exhibits", name):
                self._put_exhibit(file, root, name.removesuffix(".yaml"))
            case ("standards", name):
                self._put_standard(file, root, name.removesuffix(".yaml"))
            case ("jurisdictions", code, "facts.yaml"):
                fields = Fields(root, self.faults, "a state")
                self._put_facts(decode_facts(fields, code, file.layer))
            case ("jurisdictions", code, name):
                self._put_clause(file, root, name.removesuffix(".yaml"), code)
            case (article, "article.yaml"):
                self._put_article(file, decode_article(root, article, self.faults))
            case (article, name) if article not in RESERVED_FOLDERS:
                self._put_clause(file, root, f"{article}.{name.removesuffix('.yaml')}", "")
            case _:
                self.faults.append(_misplaced(file))

    def _put_list(self, name: str, file: LibraryFile, root: RawMapping) -> None:
        fields = Fields(root, self.faults, "the file")
        old = self._library
        match name:
            case "topics":
                topics = {**old.topics, **decode_topics(fields)}
                self._library = replace(old, topics=topics)
            case "officers":
                classes = {each.id: each for each in decode_officers(fields)}
                merged = {**old.officer_classes, **classes}
                self._library = replace(old, officer_classes=merged)
            case "parties":
                self._put_parties(decode_parties(fields))
            case "placeholders":
                self._library = replace(old, placeholders=decode_placeholders(fields))
            case "starter":
                self._library = replace(old, starter=decode_starter(fields))
            case _:
                self.faults.append(_misplaced(file))

    def _put_parties(self, parties: Parties) -> None:
        old = self._library
        kinds = {**old.party_kinds, **{each.id: each for each in parties.kinds}}
        asked = {each.id: each for each in (*old.party_questions, *parties.questions)}
        other = parties.other or old.other_parties
        self._library = replace(
            old, party_kinds=kinds, party_questions=tuple(asked.values()), other_parties=other
        )

    def _put_facts(self, found: Facts) -> None:
        old = self._library
        state = found.jurisdiction
        before = old.jurisdictions.get(state.code)
        for fact in found.facts:
            if fact.id in old.facts:
                self._twice("fact", fact.id, fact.at, old.facts[fact.id].at)
        if before:
            words = {**before.words, **state.words}
            ids = tuple(dict.fromkeys((*before.facts, *state.facts)))
            law = before.law if state.law == Law(state.code, at=state.law.at) else state.law
            state = replace(before, words=words, facts=ids, law=law)
        if found.required:
            # What an overlay says is required stands in the place of what the library said.
            self.standard_files[state.code] = found.required
        facts = {**old.facts, **{each.id: each for each in found.facts}}
        states = {**old.jurisdictions, state.code: state}
        self._library = replace(old, facts=facts, jurisdictions=states)

    def _twice(self, what: str, name: str, at: Position | None, before: Position | None) -> None:
        related = (Related("first here", before),)
        message = f"the {what} `{name}` is there already"
        self.faults.append(error("MB207", message, at, "give it another id", related))

    # --- articles ------------------------------------------------------------------------------

    def _put_article(self, file: LibraryFile, article: Article) -> None:
        at = Position(file.shown, 1, 1)
        if article.id in RESERVED_NAMES:
            hint = "rename the folder, and the ids of its clauses"
            message = f"`{article.id}` has a meaning of its own and can name no article"
            self.faults.append(error("MB208", message, at, hint))
        before = self._articles.get(article.id)
        if before is None and not article.heading:
            hint = "add a line `heading: ...`"
            self.faults.append(error("MB202", "an article lacks `heading`", at, hint))
        self._articles[article.id] = self._joined(before, article) if before else article

    def _joined(self, before: Article, article: Article) -> Article:
        """Return an article with what an overlay adds to it."""
        old = {each.id: each.at for each in _parts(before)}
        for each in _parts(article):
            if each.id in old:
                self._twice("name", each.id, each.at, old[each.id])
        return replace(
            before,
            heading=article.heading or before.heading,
            questions=(*before.questions, *article.questions),
            checks=(*before.checks, *article.checks),
            derived=(*before.derived, *article.derived),
            lines=(*before.lines, *article.lines),
        )

    # --- clauses and exhibits ------------------------------------------------------------------

    def _put_clause(self, file: LibraryFile, root: RawMapping, expected: str, state: str) -> None:
        found = decode_clause(
            root, expected=expected, state=state, layer=file.layer, faults=self.faults
        )
        clause = found.clause
        before = self.clause_files.get(clause.id)
        if before and (before.layer == found.layer or clause.replaces != clause.id):
            hint = f"write `replaces: {clause.id}` to put it in that one's place, or rename it"
            related = (Related("the other one", before.clause.at),)
            message = f"the clause id `{clause.id}` is taken"
            self.faults.append(error("MB214", message, clause.at, hint, related))
            return
        self._replace(found)

    def _replace(self, found: ClauseFile) -> None:
        """Put the clause in its place; what an overlay replaces goes, what a state does stays."""
        clause = found.clause
        old = self.clause_files.get(clause.replaces)
        if found.replaces and old is None:
            hint = hint_for(clause.replaces, self.clause_files)
            message = f"there is no clause `{clause.replaces}` to replace"
            self.faults.append(error("MB211", message, found.replaces.at, hint))
        if old is not None:
            order = found.order if found.order is not None else old.clause.order
            same = clause.replaces == clause.id
            clause = replace(clause, order=order, replaces="" if same else clause.replaces)
            if not clause.state:
                del self.clause_files[old.clause.id]
        self.clause_files[clause.id] = replace(found, clause=clause)

    def _put_exhibit(self, file: LibraryFile, root: RawMapping, identifier: str) -> None:
        exhibit = decode_exhibit(root, identifier, self.faults)
        before = self._exhibits.get(identifier)
        named = Fields(root, [], "an exhibit").text_or("replaces")
        if before and named != identifier:
            hint = f"write `replaces: {identifier}` to put it in that one's place, or rename it"
            related = (Related("the other one", before[0].at),)
            message = f"the exhibit id `{identifier}` is taken"
            self.faults.append(error("MB214", message, exhibit.at, hint, related))
        self._exhibits[identifier] = (exhibit, file.layer)

    def _put_standard(self, file: LibraryFile, root: RawMapping, identifier: str) -> None:
        found = decode_standard(root, identifier, layer=file.layer, faults=self.faults)
        before = self.standard_files.get(identifier)
        if before and not found.replaces:
            hint = f"write `replaces: {identifier}` to put it in that one's place, or rename it"
            related = (Related("the other one", before.standard.at),)
            message = f"the standard `{identifier}` is there already"
            self.faults.append(error("MB214", message, found.standard.at, hint, related))
        self.standard_files[identifier] = found

    # --- all of it -----------------------------------------------------------------------------

    def library(self, digest: str) -> Library:
        """Return the library as it stands, everything in the order of its id."""
        clauses: dict[str, Clause] = {
            name: each.clause for name, each in sorted(self.clause_files.items())
        }
        return replace(
            self._library,
            articles=dict(sorted(self._articles.items())),
            clauses=clauses,
            exhibits={name: each[0] for name, each in sorted(self._exhibits.items())},
            standards={name: each.standard for name, each in sorted(self.standard_files.items())},
            digest=digest,
        )


def _parts(article: Article) -> tuple[Question | Check | Derived, ...]:
    return (*article.questions, *article.lines, *article.checks, *article.derived)


def _misplaced(file: LibraryFile) -> Diagnostic:
    hint = "clauses go into a folder named after their article; see `clauses/README.md`"
    message = f"a file `{'/'.join(file.parts)}` has no meaning here"
    return error("MB209", message, Position(file.shown, 1, 1), hint)

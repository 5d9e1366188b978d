"""The clause library as values: articles, clauses and their alternatives, facts of law, words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256

from mou_builder.diagnostics import Position
from mou_builder.model.evidence import Evidence
from mou_builder.model.law import Law
from mou_builder.model.names import OfficerClass, PartyKind, Placeholders
from mou_builder.model.question import Check, Derived, Question, StarterQuestion
from mou_builder.model.standards import Requirement, Standard
from mou_builder.model.template import Expression, Template

# A name that is the title of a law, before what parts of it or short forms may follow.
_TITLE = re.compile(
    r"(?P<title>[^:;,(]*\b(?:Act|Acts|Law|Laws|Code|Statutes|Amendments?)"
    r"(?: of (?:\d{4}|[A-Z][a-z]+))?)(?: \(|[:;,]|$)"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A citation with its evidence.

    `citation` is the source's own; `printed` is the shorter form of it that documents print, empty
    where they print the whole. `source_label` is the source's own word for how it was seen, `copy`
    says which copy was read, `version` its date or session, `address` where; each empty when
    unknown.
    """

    id: str
    name: str
    citation: str
    evidence: Evidence
    source_label: str
    copy: str = ""
    version: str = ""
    address: str = ""
    note: str = ""
    printed: str = ""
    at: Position | None = None

    @property
    def words(self) -> str:
        """The citation as documents print it."""
        return self.printed or self.citation

    @property
    def law(self) -> str:
        """The law as a text names it without the citation; `law` where the name is no title."""
        if self.name == self.words:
            return self.name
        found = _TITLE.match(self.name)
        if not found:
            return "law"
        title = found["title"]
        return title if title.startswith(("Title ", "Section ")) else f"the {title}"

    @property
    def digest(self) -> str:
        """The first eight digits of the SHA-256 of what a confirmation of the fact is about."""
        parts = (self.id, self.citation, self.printed, self.name, self.version)
        return sha256("\n".join(parts).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """One state: name, words (`governing_body`, `head`, ...), the facts on file, and its law.

    What the law requires of an agreement, item by item, is the standard of the same id.
    """

    code: str
    name: str
    words: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    law: Law = field(default_factory=Law)


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject of an agreement, with the names that each kind of source has for it.

    `states` are the slugs of state and federal law, `standards` the rows of the topic table
    of the standards (1 to 51), `agreements` the groups of provisions in published agreements.
    """

    id: str
    title: str
    states: tuple[str, ...] = ()
    standards: tuple[int, ...] = ()
    agreements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usual:
    """Which side usually asks for an alternative, and on what basis that is said.

    `given` says what the other side usually gives in answer, empty when nothing is said of it.
    `basis` is `seen` (in the agreements named by `seen_in`) or `drafter` (the drafter's view).
    """

    asked_by: str
    basis: str
    seen_in: tuple[str, ...] = ()
    given: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One wording of a clause. `id` names its content, never a side.

    `requires` and `conflicts` are added to those of its clause when it is the wording taken.
    Where `refused_when` holds, the wording is never taken, and an answer file that chooses it is
    refused.
    """

    id: str
    text: Template
    note: str
    summary: Template
    default: bool = False
    when: Expression | None = None
    when_source: str = ""
    usual: Usual | None = None
    requires: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    refused_when: Expression | None = None
    at: Position | None = None


class ClauseScope(StrEnum):
    """How much an agreement holds: the core, or all that the library can say.

    A clause of full scope is left out of a core agreement that does not ask for it by name.
    """

    CORE = "core"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Clause:
    """A unit of the library.

    `when` is the condition for its being in an agreement (None: always), `when_source` as typed.
    `counsel_decides` marks a risk term that no default settles; `law_varies` a topic on which state
    law differs. `requires` and `conflicts` name clauses (`term.renewal`), or one wording of one
    (`term.renewal.automatic`). `defines` names the term that a clause of the definitions article
    defines; other clauses define in their text. `state` is the code of the state whose folder holds
    the clause, else empty: it is in no other state's agreements; `replaces` names the clause that
    it stands in for.
    """

    id: str
    article: str
    order: int
    heading: str
    alternatives: tuple[Alternative, ...]
    when: Expression | None = None
    when_source: str = ""
    topics: tuple[str, ...] = ()
    counsel_decides: bool = False
    law_varies: bool = False
    requires: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    defines: str | None = None
    state: str = ""
    replaces: str = ""
    scope: ClauseScope = ClauseScope.CORE
    version: int = 1
    reviewed: str | None = None
    at: Position | None = None

    @property
    def default(self) -> Alternative:
        """The alternative with `default: true`; every clause has exactly one."""
        return next(each for each in self.alternatives if each.default)

    def alternative(self, name: str) -> Alternative | None:
        """Return the alternative of that id, or None when the clause has none."""
        return next((each for each in self.alternatives if each.id == name), None)


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its heading and the questions, checks and derived values that belong to it.

    `lines` are typed like questions and have no answer of their own: their forms spread what was
    typed over the answers of other questions.
    """

    id: str
    heading: str
    questions: tuple[Question, ...] = ()
    checks: tuple[Check, ...] = ()
    derived: tuple[Derived, ...] = ()
    lines: tuple[Question, ...] = ()
    collects_definitions: bool = False
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class ExhibitForm:
    """An exhibit that the library brings."""

    id: str
    title: str
    text: Template
    when: Expression | None = None
    when_source: str = ""
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """All of it. Mappings keep the order of the files' names; `digest` is of their content."""

    articles: Mapping[str, Article]
    clauses: Mapping[str, Clause]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    standards: Mapping[str, Standard] = field(default_factory=dict)
    officer_classes: Mapping[str, OfficerClass] = field(default_factory=dict)
    party_kinds: Mapping[str, PartyKind] = field(default_factory=dict)
    party_questions: tuple[Question, ...] = ()
    other_parties: Question | None = None
    starter: tuple[StarterQuestion, ...] = ()
    exhibits: Mapping[str, ExhibitForm] = field(default_factory=dict)
    placeholders: Placeholders = field(default_factory=Placeholders)
    digest: str = ""

    def question(self, identifier: str) -> Question | None:
        """Return the question of that id, `parties` fields included, or None."""
        article, _, key = identifier.partition(".")
        key, _, inner = key.partition(".")
        if article == "parties":
            return next((each for each in self.party_questions if each.key == key), None)
        asked = self.articles[article].questions if article in self.articles else ()
        found = next((each for each in asked if each.key == key), None)
        return found.field(inner) if found and inner else found

    def requirement(self, identifier: str) -> Requirement | None:
        """Return the requirement of that id, of whatever standard, or None."""
        standard = self.standards.get(identifier.partition(".")[0])
        return standard.requirement(identifier) if standard else None

    def typed_as(self, key: str) -> Question | None:
        """Return what asks for the answer under a dotted key of an answer file, or None.

        That is a question, a line of an article, a field of a party, or the line of other parties.
        """
        if self.other_parties and key == self.other_parties.id:
            return self.other_parties
        article, _, rest = key.partition(".")
        if article == "parties":
            return self.question(f"parties.{rest.partition('.')[2]}")
        lines = self.articles[article].lines if article in self.articles else ()
        return self.question(key) or next((each for each in lines if each.id == key), None)

    def asked_as(self, key: str) -> Question | None:
        """Return what `typed_as` returns, in the starter's words where the starter asks for it."""
        question = self.typed_as(key) or self.question(key)
        put = next((each for each in self.starter if each.key == key), None)
        if question is None or put is None:
            return question
        return replace(
            question,
            prompt=put.prompt or question.prompt,
            help=put.help or question.help,
            who=put.who or question.who,
            example=put.example or question.example,
        )

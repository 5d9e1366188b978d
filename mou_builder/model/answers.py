"""The answers after reading: typed, placed, layered; and the decisions for this agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mou_builder.diagnostics import Position
from mou_builder.model.template import Template
from mou_builder.model.values import Record, Unanswered, Value


@dataclass(frozen=True, slots=True)
class Answer:
    """A question's answer. `origin` is `answer file`, `profile`, `--set`, `default` or `derived`.

    An unanswered question has an Unanswered value; `at` is where its key stands, if it stands.
    """

    question: str
    value: Value
    at: Position | None = None
    origin: str = "answer file"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs for a party: name and title, each maybe unanswered."""

    name: Value
    title: Value


@dataclass(frozen=True, slots=True)
class Party:
    """One party. `short_name` is its defined term, `article` the word before it ("the", or empty).

    `entity` is the corporate description ("a Washington municipal corporation") or Unanswered or
    NONE; `through` the department it acts through; `record` holds every field for clause texts.
    """

    id: str
    kind: str
    legal_name: Value
    short_name: str
    article: str
    roles: tuple[str, ...]
    entity: Value
    through: Value
    address: Value
    signatories: tuple[Signatory, ...]
    attests: tuple[Signatory, ...]
    approvals: tuple[Signatory, ...]
    resolution: Value
    record: Record
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Reword:
    """The office's own text for a clause, with the digest of the text it replaces (or None)."""

    clause: str
    text: Template
    replaces: str | None
    at: Position


@dataclass(frozen=True, slots=True)
class AddedProvision:
    """A provision that only this agreement has."""

    id: str
    article: str
    heading: str
    text: Template
    at: Position


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Counsel's acceptance of a clause as it stands, or of its omission."""

    clause: str
    by: str
    on: date
    at: Position


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Counsel's confirmation of a fact of law.

    `source` is where it was looked up, `digest` that of the fact as it was then; empty if not said.
    """

    fact: str
    by: str
    on: date
    source: str
    digest: str
    at: Position


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What is done about the state's form: the file `attached`, or why and by whom `departed`."""

    attached: str = ""
    departed: str = ""
    by: str = ""
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Counsel's review, asked for a final document; `none`: the file says `review: none`."""

    by: str = ""
    client: str = ""
    on: date | None = None
    none: bool = False
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name typed in the answer file and its place: a choice, a reason."""

    name: str
    at: Position


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the answer file decides for this agreement alone.

    `stance` is empty where none was typed: then nothing fills what answers leave open. `uncited`
    are the facts whose law texts name without its citation.
    """

    choose: Mapping[str, Named] = field(default_factory=dict)
    omit: Mapping[str, Named] = field(default_factory=dict)
    reword: Mapping[str, Reword] = field(default_factory=dict)
    accept: Mapping[str, Acceptance] = field(default_factory=dict)
    additional: tuple[AddedProvision, ...] = ()
    stance: str = ""
    scope: str = "core"
    numbering: str = ""
    style: str = ""
    state: str = ""
    notice: str = ""
    review: Review | None = None
    confirmed: Mapping[str, Confirmation] = field(default_factory=dict)
    uncited: frozenset[str] = frozenset()
    state_form: FormAnswer | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers by question id (`funding.model`; a group's value is a tuple of records).

    `places` says where the parts of an answer stand, by path (`staffing.schools.2.name`).
    `profiles` names the files of which an answer without effect is no fault.
    `lines` are the keys with forms of one line behind which something was typed.
    """

    file: str
    answers: Mapping[str, Answer]
    parties: tuple[Party, ...]
    decisions: Decisions
    digest: str = ""
    places: Mapping[str, Position] = field(default_factory=dict)
    profiles: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()

    def value(self, question: str) -> Value:
        """Return the value under the id; an Unanswered naming it when there is no such answer."""
        found = self.answers.get(question)
        return found.value if found else Unanswered((question,))

    def holders(self, role: str) -> tuple[Party, ...]:
        """Return the parties that hold the role, in their order; empty when nobody does."""
        return tuple(each for each in self.parties if role in each.roles)

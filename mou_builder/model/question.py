"""Questions as the library declares them: what may be asked, of whom, and of which type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mou_builder.diagnostics import Position
from mou_builder.model.template import Expression


class Kind(StrEnum):
    """The types of answer."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    WHOLE_NUMBER = "whole_number"
    DECIMAL = "decimal"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    MONEY = "money"
    PERCENTAGE = "percentage"
    DURATION = "duration"
    PERSON = "person"
    ADDRESS = "address"
    CITATION = "citation"
    GROUP = "group"


class Who(StrEnum):
    """Who in an office can answer a question."""

    OFFICE = "office"
    BUSINESS = "business"
    SUPERINTENDENT = "superintendent"
    COUNSEL = "counsel"
    AGENCY = "agency"

    @property
    def words(self) -> str:
        """Who that is, in the words of a sentence."""
        return _WHO[self]


_WHO = {
    Who.OFFICE: "the office",
    Who.BUSINESS: "the business office",
    Who.SUPERINTENDENT: "the superintendent",
    Who.COUNSEL: "counsel",
    Who.AGENCY: "the law enforcement agency",
}


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """One option of a choice: the id typed in the answer file, the words that are printed.

    `also` are other ways of typing it.
    """

    id: str
    label: str
    help: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instead:
    """Texts that answer nothing, and what to write instead. A `*` stands for any words."""

    typed: tuple[str, ...]
    write: str


@dataclass(frozen=True, slots=True)
class Hole:
    """The place of an answer in a form: the id of the question that it answers."""

    question: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way of typing several answers on one line: words and holes in their order.

    `sets` are answers that the form gives by itself, by question id: who types an hourly rate has
    said how the price is set. Without an `example` the questions' own stand in the holes.
    """

    pieces: tuple[str | Hole, ...]
    sets: tuple[tuple[str, str], ...] = ()
    example: str = ""
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `id` is `<article>.<key>`, or `<article>.<key>.<field>` inside a group.

    `default` is an expression over earlier answers, never advice on a risk.
    `when` is the condition under which it is asked; None means always.
    `blank` is the neutral label of the visible blank, such as `first-year amount`.
    `many` asks for a list of persons.
    `forms` are the ways of typing the answer, with others, on one line; the first that fits counts.
    `notation` says how a text is printed, however it was typed: `time` (of day), `month`,
    or `dated` (words with dates in them).
    `units` are the words that may stand behind a number. `instead` are texts that are refused.
    `part_ends` are the words with which the name of a group's member ends: behind one of them a
    comma or an "and" parts two members.
    """

    id: str
    prompt: str
    help: str
    who: Who
    kind: Kind
    blank: str
    required: bool = True
    none_allowed: bool = False
    when: Expression | None = None
    default: Expression | None = None
    choices: tuple[ChoiceOption, ...] = ()
    minimum: str | None = None
    maximum: str | None = None
    example: str | None = None
    fields: tuple[Question, ...] = ()
    many: bool = False
    forms: tuple[Form, ...] = ()
    notation: str = ""
    units: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()
    part_ends: tuple[str, ...] = ()
    at: Position | None = None

    @property
    def key(self) -> str:
        """The last part of the id: the key under which it is answered."""
        return self.id.rpartition(".")[2]

    def field(self, name: str) -> Question | None:
        """Return the group's field of that name, or None when the group has none."""
        return next((each for each in self.fields if each.key == name), None)


@dataclass(frozen=True, slots=True)
class StarterQuestion:
    """One question of the starter: what is typed before the colon, and its words there.

    What is empty, and `who` where it is None, is as the question that the key names has it.
    """

    key: str
    prompt: str = ""
    help: str = ""
    who: Who | None = None
    form: str = ""
    example: str = ""
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A cross-check declared in YAML: when `holds` is no, `message` is said at `answer`."""

    id: str
    holds: Expression
    message: str
    hint: str
    answer: str
    severity: str = "error"
    when: Expression | None = None
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """A value computed from answers, read like an answer under `<article>.<key>`."""

    id: str
    kind: Kind
    value: Expression
    at: Position | None = None

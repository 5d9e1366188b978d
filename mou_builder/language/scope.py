"""What the names in a clause text stand for in one agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mou_builder.model.answers import Answers
from mou_builder.model.document import DraftInline, Paragraph
from mou_builder.model.instrument import RoleForm
from mou_builder.model.law import Law
from mou_builder.model.library import Fact
from mou_builder.model.names import OfficerClass
from mou_builder.model.question import Question
from mou_builder.model.style import Forms
from mou_builder.model.values import Unanswered, Value


@dataclass(frozen=True, slots=True)
class RoleTerm:
    """The words for whoever holds a role.

    `term` is the defined term ("District", or "Agencies" when several hold the role), `article`
    the word before it ("the", or empty); `each` is the term of one of several holders ("Agency").
    """

    term: str
    article: str = "the"
    each: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class Loop:
    """What a loop's name stands for: a member, its path (`staffing.schools.2`), its question.

    `question` is the group's question id, or empty for members that a function made.
    """

    value: Value
    path: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Everything a text or condition of one agreement can name.

    `articles` are those of the instrument: answers of any other article are NONE.
    `questions` holds every question by id, the fields of groups (`staffing.schools.name`) and of
    parties (`parties.legal_name`) included.
    `roles` holds the roles that somebody holds.
    `law` is what is on file of the state's law, empty while no state is named.
    `officer` is None where the instrument knows no officer.
    `clauses` are the ids present in the agreement, or None while they are being selected.
    `confirmed` are the facts that counsel has confirmed, `uncited` those whose law is named without
    its citation; `exhibits` map an id to its label ("Exhibit A").
    `fragments` are paragraphs that the program writes itself, by the name that a text prints
    (`parties_named`, `opening_date`); one that has several paragraphs stands as a paragraph alone.
    """

    answers: Answers
    articles: frozenset[str] = frozenset()
    questions: Mapping[str, Question] = field(default_factory=dict)
    roles: Mapping[str, RoleTerm] = field(default_factory=dict)
    instrument: str = ""
    agreement: str = "Agreement"
    state: str = ""
    state_name: str = ""
    officer: OfficerClass | Unanswered | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    law: Law = field(default_factory=Law)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    uncited: frozenset[str] = frozenset()
    clauses: frozenset[str] | None = None
    exhibits: Mapping[str, str] = field(default_factory=dict)
    forms: Forms = field(default_factory=Forms)
    fragments: Mapping[str, tuple[Paragraph[DraftInline], ...]] = field(default_factory=dict)
    loops: Mapping[str, Loop] = field(default_factory=dict)

    def within(self, name: str, loop: Loop) -> Scope:
        """Return this scope with a loop's name bound to one member."""
        return replace(self, loops={**self.loops, name: loop})


def role_terms(forms: Mapping[str, RoleForm], answers: Answers) -> dict[str, RoleTerm]:
    """Return the words for every role of the instrument that some party holds.

    Roles that the same several parties hold share the words of the first: one term for one thing.
    """
    terms: dict[str, RoleTerm] = {}
    several: dict[tuple[str, ...], RoleTerm] = {}
    for role, form in forms.items():
        holders = answers.holders(role)
        if len(holders) == 1:
            terms[role] = RoleTerm(holders[0].short_name, holders[0].article)
        elif holders:
            made = RoleTerm(form.plural, each=form.singular, several=True)
            terms[role] = several.setdefault(tuple(each.id for each in holders), made)
    return terms

"""Finds what a name stands for, before there is an agreement; unknown names are noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.language.nearest import suggestion
from mou_builder.language.signatures import ROLE_NAMES, SPECIAL_NAMES, Named
from mou_builder.language.sorts import UNKNOWN, Sort, sort_of, special_sort
from mou_builder.language.vocabulary import Vocabulary
from mou_builder.model.law import CITABLE
from mou_builder.model.question import Kind
from mou_builder.model.template import Path

_MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Names:
    """The names that may stand in one place: of the vocabulary, and of the loops round it.

    `derived` and `loops` hold the sorts of computed answers and of the loops' members.
    The faults found are gathered in `faults`.
    """

    vocabulary: Vocabulary
    derived: Mapping[str, Sort] = field(default_factory=dict)
    loops: Mapping[str, Sort] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def fault(self, code: str, message: str, at: Position, hint: str) -> None:
        """Note a fault."""
        self.faults.append(error(code, message, at, hint))

    def sort(self, path: Path) -> Sort:
        """Return the sort of what the path names, after noting where it names nothing."""
        head = path.parts[0]
        name = ".".join(path.parts[1:])
        if head in self.loops:
            return self._inside(path, self.loops[head], 1)
        if head in ROLE_NAMES:
            self.expect(Named.ROLE, name, path.at)
            return Sort(Kind.TEXT)
        if head == "words":
            if name not in self.vocabulary.words:
                cure = suggestion(name, self.vocabulary.words, "add it to the state's `words:`")
                self.fault("MB525", f"there is no word `words.{name}`", path.at, cure)
            return Sort(Kind.TEXT)
        if head in SPECIAL_NAMES:
            return self._inside(path, special_sort(head, self.vocabulary), 1)
        return self._answer(path)

    def expect(self, what: Named, name: str, at: Position) -> None:
        """Note where there is no role, clause, fact or exhibit of that name."""
        known, code = {
            Named.ROLE: (self.vocabulary.roles, "MB521"),
            Named.KIND: (self.vocabulary.party_kinds, "MB526"),
            Named.CLAUSE: (self.vocabulary.clauses, "MB522"),
            Named.FACT: (self.vocabulary.facts, "MB523"),
            Named.SUBJECT: (frozenset(CITABLE), "MB523"),
            Named.EXHIBIT: (self.vocabulary.exhibits, "MB524"),
        }[what]
        if name not in known:
            some = ", ".join(sorted(known)[:_MOST_LISTED]) or f"no {what} is on file"
            cure = suggestion(name, known, f"there are: {some}")
            self.fault(code, f"there is no {what} `{name}`", at, cure)

    def field(self, group: Sort, name: str, at: Position) -> Sort:
        """Return the sort of the group's field, after noting where it has no such field."""
        if group.kind is None or name in group.fields:
            return group.fields.get(name, UNKNOWN)
        has = ", ".join(group.fields) or "no fields"
        cure = suggestion(name, group.fields, f"it has: {has}")
        self.fault("MB520", f"it has no field `{name}`", at, cure)
        return UNKNOWN

    def _answer(self, path: Path) -> Sort:
        name, typed = ".".join(path.parts[:2]), ".".join(path.parts)
        if name in self.vocabulary.questions:
            return self._inside(path, sort_of(self.vocabulary.questions[name]), 2)
        if name in self.vocabulary.derived:
            return self._inside(path, self.derived.get(name, UNKNOWN), 2)
        known = (
            *self.vocabulary.questions,
            *self.vocabulary.derived,
            *SPECIAL_NAMES,
            *self.loops,
        )
        cure = suggestion(typed, known, "answers are written `article.key`")
        self.fault("MB520", f"nothing is called `{typed}`", path.at, cure)
        return UNKNOWN

    def _inside(self, path: Path, sort: Sort, depth: int) -> Sort:
        """Return the sort of the field that the path names inside a value of this sort."""
        for name in path.parts[depth:]:
            if sort.kind is Kind.GROUP and not sort.is_one:
                self.fault(
                    "MB520",
                    f"a group has no `{name}` of its own, its members have",
                    path.at,
                    "run over it: `{% for member in ... %}`, then write the field",
                )
                return UNKNOWN
            sort = self.field(sort, name, path.at)
        return sort

"""The analysis: the passages, and what the words in them may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from mou_builder.diagnostics import Position
from mou_builder.model.library import Fact
from mou_builder.model.names import OfficerClass
from mou_builder.rules.analysis.passages import Part, Passage, Sentence


@dataclass(frozen=True, slots=True)
class Defined:
    """A term where it is defined: `where` names the clause, or what opens the agreement.

    `replaces` names the clause that a state's own stands in for.
    """

    term: str
    where: str
    at: Position | None = None
    replaces: str = ""
    is_opening: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A short answer: a text, or a date, and where it was typed."""

    value: str | date
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What every rule reads, of a library or of one finished agreement.

    `parties` are the terms that stand for parties. `officer` is what this agreement calls its
    officer; None for a library, whose texts leave that open, and where there is none.
    `given` are the short answers, those about the parties included; empty for a library.
    `states` are the names of all states.
    """

    passages: tuple[Passage, ...]
    parties: frozenset[str] = frozenset()
    defined: tuple[Defined, ...] = ()
    officers: Mapping[str, OfficerClass] = field(default_factory=dict)
    officer: OfficerClass | None = None
    given: tuple[Given, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    states: tuple[str, ...] = ()
    of_agreement: bool = False

    def of_own_words(self) -> Analysis:
        """Return the analysis without the passages that are the library's."""
        return replace(self, passages=tuple(each for each in self.passages if each.own))

    @property
    def words_given(self) -> tuple[str, ...]:
        """The texts among the short answers."""
        return tuple(each.value for each in self.given if isinstance(each.value, str))

    def only(self, *parts: Part) -> Iterator[Passage]:
        """Yield the passages of these parts."""
        return (each for each in self.passages if each.part in parts)

    def sentences(self, *parts: Part) -> Iterator[Sentence]:
        """Yield the sentences of these parts."""
        return (sentence for each in self.only(*parts) for sentence in each.sentences)

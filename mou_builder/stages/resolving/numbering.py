"""Numbers provisions as Word numbers them, and says what a reference to each shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.document import Block, Exhibit, Provision
from mou_builder.model.style import NumberFormat, NumberingScheme
from mou_builder.stages.blocks import provisions_of
from mou_builder.stages.counting import formatted

I = TypeVar("I")
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A provision's own `number`, and the `noun` and `label` of a reference to it.

    All are empty where the scheme does not number the level.
    """

    number: str = ""
    noun: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A level made ready for counting.

    `parts` are the words of its text, each with the level whose number follows it (-1 for none)
    and that number's format; `highest` is the highest level in it; `wordy` whether it has a word.
    """

    parts: tuple[tuple[str, int, NumberFormat], ...]
    highest: int
    wordy: bool
    noun: str


@dataclass(frozen=True, slots=True)
class Context:
    """What a reference to the last provision of a level shows, and the outermost level in it."""

    label: str
    outermost: int


@dataclass(slots=True)
class Counters:
    """How far each level has been counted, from the start of the document or of an exhibit.

    `base` is the level at which an exhibit's own numbers start, 0 in the agreement itself.
    """

    forms: tuple[Form, ...]
    base: int = 0
    counts: list[int] = field(default_factory=list)
    contexts: list[Context] = field(default_factory=list)

    def next(self, level: int) -> Numbered:
        """Count one more on the level, and return its number. Deeper levels start again."""
        missing = level + 1 - len(self.counts)
        self.counts = [*self.counts[: level + 1], *[0] * missing]
        self.contexts = [*self.contexts[:level], *(Context("", each) for each in range(missing))]
        self.counts[level] += 1
        own = self._own(self.forms[level])
        context = self._full_context(own, level)
        self.contexts = [*self.contexts[:level], context]
        if not own:
            return Numbered()
        return Numbered(own, self._noun(level, context.outermost), context.label.rstrip("."))

    def _own(self, form: Form) -> str:
        """Return the level's number as printed before its text."""
        written = ""
        for words, place, shown in form.parts:
            written += words
            if place >= 0:
                written += formatted(max(1, self.counts[place]), shown)
        return written

    def _full_context(self, own: str, level: int) -> Context:
        """Return what the `w` switch of Word's REF field shows.

        It is the level's own text where that holds the higher levels, else theirs before it; a
        period before a parenthesis is dropped.
        """
        highest = self.forms[level].highest
        above = self.contexts[highest - 1] if highest > self.base else Context("", level)
        if not above.label:
            return Context(own, level)
        lead = above.label.rstrip(".") if own.startswith("(") else above.label
        return Context(lead + own, above.outermost)

    def _noun(self, level: int, outermost: int) -> str:
        """Return the word before the label; none where the label holds one ("Article 4")."""
        if self.forms[outermost].wordy:
            return ""
        return self.forms[level].noun or self.forms[outermost].noun


def forms_of(scheme: NumberingScheme) -> tuple[Form, ...]:
    """Return the scheme's levels ready for counting."""
    return tuple(_form(scheme, number) for number in range(len(scheme.levels)))


def _form(scheme: NumberingScheme, number: int) -> Form:
    level = scheme.levels[number]
    pieces = _PLACE.split(level.text)
    parts: list[tuple[str, int, NumberFormat]] = []
    for words, digit in zip(pieces[::2], [*pieces[1::2], "0"], strict=True):
        place = int(digit) - 1
        # isLgl (ECMA-376 17.9.4): the numbers of higher levels print as arabic figures.
        legal = level.legal and place < number
        shown = NumberFormat.DECIMAL if legal or place < 0 else scheme.levels[place].format
        parts.append((words, place, shown))
    places = [place for _, place, _ in parts if place >= 0]
    wordy = any(each.isalpha() for each in level.text)
    return Form(tuple(parts), min([number, *places]), wordy, level.noun)


def number_all(
    blocks: Iterable[Block[I]],
    scheme: NumberingScheme,
    base: int,
    places: Mapping[str, Position],
) -> tuple[dict[str, Numbered], tuple[Diagnostic, ...]]:
    """Return every provision's number by its anchor, and what cannot be numbered.

    `base` is the level at which an exhibit's numbers start, `places` says where the texts stand. An
    anchor that two provisions share is a fault, and so is a list deeper than the scheme.
    """
    numbered: dict[str, Numbered] = {}
    faults: list[Diagnostic] = []
    forms = forms_of(scheme)
    body = Counters(forms)
    for block in blocks:
        counters = Counters(forms, base) if isinstance(block, Exhibit) else body
        for provision in provisions_of(block):
            if provision.level >= len(scheme.levels):
                faults.append(_too_deep(provision, scheme, places))
            elif provision.anchor in numbered:
                faults.append(_twice(provision, places))
            else:
                numbered[provision.anchor] = counters.next(provision.level)
    return numbered, tuple(faults)


def _too_deep(
    provision: Provision[I], scheme: NumberingScheme, places: Mapping[str, Position]
) -> Diagnostic:
    clause = provision.anchor.partition("#")[0]
    return error(
        "MB601",
        f"a list in `{clause}` goes {provision.level + 1} levels deep",
        places.get(clause),
        f"the numbering scheme `{scheme.id}` has {len(scheme.levels)} levels: write the "
        "innermost items as a sentence, or take another scheme under `numbering:`",
    )


def _twice(provision: Provision[I], places: Mapping[str, Position]) -> Diagnostic:
    return error(
        "MB602",
        f"two provisions have the name `{provision.anchor}`",
        places.get(provision.anchor.partition("#")[0]),
        "give each `anchor(...)`, and each added provision's `id:`, a name of its own",
    )

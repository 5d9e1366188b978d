"""Numbers provisions as Word numbers them, and says what a reference to each shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.document import Block, Exhibit, Provision
from mou_builder.model.style import NumberFormat, NumberingScheme
from mou_builder.stages.blocks import children_of
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


@dataclass(slots=True)
class Counters:
    """How far each level has been counted, from the start of the document or of an exhibit.

    `base` is the level at which an exhibit's own numbers start, 0 in the agreement itself.
    """

    scheme: NumberingScheme
    base: int = 0
    counts: list[int] = field(default_factory=list)

    def next(self, level: int) -> Numbered:
        """Count one more on the level, and return its number. Deeper levels start again."""
        self.counts = [*self.counts[: level + 1], *[0] * (level + 1 - len(self.counts))]
        self.counts[level] += 1
        return Numbered(self._own(level), *self._reference(level))

    def _own(self, level: int) -> str:
        """Return the level's number as printed before its text."""
        form = self.scheme.levels[level]

        def written(place: re.Match[str]) -> str:
            higher = int(place[1]) - 1
            # isLgl (ECMA-376 17.9.4): the numbers of higher levels print as arabic figures.
            legal = form.legal and higher < level
            shown = NumberFormat.DECIMAL if legal else self.scheme.levels[higher].format
            return formatted(max(1, self.counts[higher]), shown)

        return _PLACE.sub(written, form.text)

    def _reference(self, level: int) -> tuple[str, str]:
        """Return noun and label of a reference; both are empty for a level without a number."""
        if not self._own(level):
            return "", ""
        label, outermost = self._full_context(level)
        return self._noun(level, outermost), label.rstrip(".")

    def _full_context(self, level: int) -> tuple[str, int]:
        """Return what the `w` switch of Word's REF field shows, and the outermost level in it.

        It is the level's own text where that holds the higher levels, else theirs before it; a
        period before a parenthesis is dropped.
        """
        own = self._own(level)
        places = [int(each) - 1 for each in _PLACE.findall(self.scheme.levels[level].text)]
        highest = min([level, *places])
        if highest <= self.base:
            return own, level
        above, outermost = self._full_context(highest - 1)
        if not above:
            return own, level
        return (above.rstrip(".") if own.startswith("(") else above) + own, outermost

    def _noun(self, level: int, first: int) -> str:
        """Return the word before the label; none where the label holds one ("Article 4")."""
        outermost = self.scheme.levels[first]
        if any(each.isalpha() for each in outermost.text):
            return ""
        return self.scheme.levels[level].noun or outermost.noun


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
    body = Counters(scheme)
    for block in blocks:
        counters = Counters(scheme, base) if isinstance(block, Exhibit) else body
        for provision in _in_order(block):
            if provision.level >= len(scheme.levels):
                faults.append(_too_deep(provision, scheme, places))
            elif provision.anchor in numbered:
                faults.append(_twice(provision, places))
            else:
                numbered[provision.anchor] = counters.next(provision.level)
    return numbered, tuple(faults)


def _in_order(block: Block[I]) -> Iterator[Provision[I]]:
    if isinstance(block, Provision):
        yield block
    for each in children_of(block):
        yield from _in_order(each)


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

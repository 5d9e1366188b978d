"""The shipped library and what it is tried with: read once a run, each value frozen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from mou_builder import source
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Alternative, Clause, Library
from mou_builder.model.question import Question
from mou_builder.model.raw import RawMapping
from mou_builder.model.style import HouseStyle
from mou_builder.source import read_answers, read_instrument
from mou_builder.source.text import Source
from mou_builder.stages.selecting.candidates import may_hold

ROOT = Path(__file__).parents[2]
EXAMPLE_OF = {"funding-only": "funding-only", "roles-only": "roles-only"}
DECIDED = {"choose", "omit", "reword", "accept", "confirmed", "review", "additional_provisions"}


@cache
def library() -> Library:
    """Return the shipped library."""
    return source.read_library().ok


@cache
def instruments() -> dict[str, Instrument]:
    """Return the shipped instruments, the memorandum first."""
    names = sorted(source.instrument_ids(), key=lambda name: (name != "mou", name))
    return {name: read_instrument(name, library()).ok for name in names}


@cache
def house_style() -> HouseStyle:
    """Return the style that is used where none is named."""
    return source.read_style("standard").ok


def clauses() -> tuple[Clause, ...]:
    """Return every clause, those of the states included."""
    return tuple(library().clauses.values())


def wordings() -> tuple[tuple[Clause, Alternative], ...]:
    """Return every alternative of every clause."""
    return tuple((clause, each) for clause in clauses() for each in clause.alternatives)


def questions() -> tuple[Question, ...]:
    """Return every question of every article, fields of groups not among them."""
    return tuple(each for article in library().articles.values() for each in article.questions)


def homes(clause: Clause) -> tuple[Instrument, ...]:
    """Return the instruments that may hold the clause."""
    return tuple(each for each in instruments().values() if may_hold(each, clause))


@cache
def answered(instrument: str) -> RawMapping:
    """Return an example's answers for this instrument, without any decision about a clause.

    The answers that the example has no use for are those that the questions give as examples.
    """
    name = EXAMPLE_OF.get(instrument, "full")
    profile = Source("examples.yaml", "\n".join(_examples()).encode())
    raw = read_answers(ROOT / "examples" / name / "answers.yaml", [profile]).ok
    kept = (each for each in raw.root.entries if each.key not in DECIDED)
    return RawMapping(tuple(kept), raw.root.at)


def _examples() -> Iterable[str]:
    """Yield a profile in which each question is answered with its own example."""
    for article in library().articles.values():
        asked = [each for each in article.questions if each.example]
        yield f"{article.id}:" if asked else ""
        yield from (f"  {each.key}: {each.example}" for each in asked)

"""A house style: numbering scheme, forms of money, dates and numbers, Word reference file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mou_builder.diagnostics import Position


class NumberFormat(StrEnum):
    """The number formats of ECMA-376 17.18.59 that the schemes use, by their Word names."""

    DECIMAL = "decimal"
    UPPER_ROMAN = "upperRoman"
    LOWER_ROMAN = "lowerRoman"
    UPPER_LETTER = "upperLetter"
    LOWER_LETTER = "lowerLetter"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Level:
    """One level: `text` is Word's level text (`%1.%2`), empty for an unnumbered level.

    `noun` goes before the label in a reference ("Section"); it is empty when the level text holds
    the noun already ("Article %1"). `legal` is Word's isLgl: higher levels print as arabic figures.
    """

    format: NumberFormat
    text: str
    noun: str = ""
    legal: bool = False


@dataclass(frozen=True, slots=True)
class NumberingScheme:
    """A multilevel scheme.

    `articles` false drops the article level: clauses are level 0. `captions` false prints no
    section headings.
    """

    id: str
    title: str
    levels: tuple[Level, ...]
    articles: bool = True
    captions: bool = True
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Forms:
    """How values are written.

    `counts` is `figures` ("5") or `words_and_figures` ("five (5)"); `dates` is `long`
    ("July 1, 2026") or `numeric`; `money` is `symbol` ("$163,800.00") or `words_and_figures`.
    `cents` is `always` or `when_needed`.
    """

    counts: str = "figures"
    dates: str = "long"
    money: str = "symbol"
    cents: str = "always"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A house style.

    `word_styles` maps a paragraph role or part to the name of a style in `reference`, the bytes of
    its reference.docx.
    """

    id: str
    title: str
    numbering: str
    forms: Forms
    schemes: Mapping[str, NumberingScheme]
    reference: bytes = b""
    word_styles: Mapping[str, str] = field(default_factory=dict)
    language: str = "en-US"
    at: Position | None = None

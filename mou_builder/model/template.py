"""A clause text after parsing: blocks and inlines with conditions, loops and expressions in them.

The tree is plain data, so that the library cache can store it and no parser runs at render time.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from mou_builder.diagnostics import Position

# --- expressions -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal: text, a whole number, yes/no or none; a `decimal` holds its digits as text."""

    value: str | int | bool | None
    at: Position
    decimal: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A dotted name: `funding.model`, `the.district`, `words.head`, `school.name` in a loop."""

    parts: tuple[str, ...]
    at: Position


@dataclass(frozen=True, slots=True)
class Call:
    """A function with positional arguments and keyword options: `ref("funding.cost_share")`."""

    function: str
    arguments: tuple[Expression, ...]
    options: tuple[tuple[str, Expression], ...]
    at: Position


@dataclass(frozen=True, slots=True)
class Filtered:
    """A value through a filter: `funding.amount | money`."""

    value: Expression
    filter: str
    arguments: tuple[Expression, ...]
    at: Position


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison: `operator` is one of `== != < <= > >= in not_in`."""

    left: Expression
    operator: str
    right: Expression
    at: Position


@dataclass(frozen=True, slots=True)
class Test:
    """`value is answered`, `is not answered`, `is none`."""

    value: Expression
    test: str
    negated: bool
    at: Position


@dataclass(frozen=True, slots=True)
class Logic:
    """`and` or `or` over two operands, in Kleene's three values."""

    operator: str
    left: Expression
    right: Expression
    at: Position


@dataclass(frozen=True, slots=True)
class Not:
    """Negation, in Kleene's three values."""

    operand: Expression
    at: Position


Expression: TypeAlias = "Constant | Path | Call | Filtered | Compare | Test | Logic | Not"

# --- inlines -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Literal words of the clause, bold or italic."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """`{{ expression }}` within a sentence."""

    expression: Expression
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class InlineIf:
    """`{% if %}` within a sentence: the first branch whose condition is yes; None is else."""

    branches: tuple[tuple[Expression | None, tuple[TemplateInline, ...]], ...]


@dataclass(frozen=True, slots=True)
class InlineFor:
    """`{% for %}` within a sentence."""

    name: str
    over: Expression
    body: tuple[TemplateInline, ...]


TemplateInline: TypeAlias = "Words | Output | InlineIf | InlineFor"

# --- blocks ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParagraphT:
    """One paragraph."""

    inlines: tuple[TemplateInline, ...]


@dataclass(frozen=True, slots=True)
class ItemT:
    """One item of a list: its blocks, the first of which is a paragraph, or a condition on one."""

    blocks: tuple[TemplateBlock, ...]


@dataclass(frozen=True, slots=True)
class ListT:
    """A list: `numbered` items become sub-provisions, others bullets; some conditional."""

    numbered: bool
    members: tuple[TemplateBlock, ...]


@dataclass(frozen=True, slots=True)
class RowT:
    """One row of a table; `total` rows are set off as sums."""

    cells: tuple[tuple[TemplateInline, ...], ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class TableT:
    """A table: header cells, alignments (`left`, `center`, `right`), rows, some conditional."""

    caption: str
    alignments: tuple[str, ...]
    header: tuple[tuple[TemplateInline, ...], ...]
    rows: tuple[TemplateBlock, ...]


@dataclass(frozen=True, slots=True)
class BlockIf:
    """`{% if %}` around whole paragraphs, items or rows."""

    branches: tuple[tuple[Expression | None, tuple[TemplateBlock, ...]], ...]


@dataclass(frozen=True, slots=True)
class BlockFor:
    """`{% for %}` around whole paragraphs, items or rows."""

    name: str
    over: Expression
    body: tuple[TemplateBlock, ...]


TemplateBlock: TypeAlias = "ParagraphT | ItemT | ListT | RowT | TableT | BlockIf | BlockFor"


@dataclass(frozen=True, slots=True)
class Uses:
    """The names a text or condition mentions, found without evaluating it.

    `answers` are the dotted paths that start with an article; `roles` the `the.` and `each.` roles;
    `clauses` the targets of `ref` and `has`; `facts` of `cite`; `defines` of `define`;
    `exhibits` of `exhibit`; `words` the `words.` names.
    """

    answers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    defines: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed clause text: its source (for diagnostics and digests), blocks and names used."""

    source: str
    at: Position
    blocks: tuple[TemplateBlock, ...]
    uses: Uses = Uses()

    @property
    def digest(self) -> str:
        """The first twelve hexadecimal digits of the source's SHA-256; `replaces:` names them."""
        return sha256(self.source.strip().encode()).hexdigest()[:12]

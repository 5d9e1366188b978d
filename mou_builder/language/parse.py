"""Reads clause texts, conditions and long answers; nothing that they say is evaluated here."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from mou_builder.diagnostics import Diagnostic, Outcome, Position, outcome
from mou_builder.language.sourcetext import Reading, SourceText, plain_lines
from mou_builder.language.uses import uses_of
from mou_builder.model.template import Expression, ParagraphT, Template, TemplateBlock, Words

_LONGEST = 50_000
# Who reads the library again, with clauses of another office over it, reads the same texts.
_remembered = lru_cache(maxsize=8192)
# A long answer in which none of these stands reads the same with and without markup.
_MARKUP = re.compile(r"[*\\]|^[ \t]*(?:[-+]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
_GAP = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")


@_remembered
def parse_template(text: str, at: Position) -> Outcome[Template]:
    """Return the clause text as a tree of blocks; every fault is an error with its exact place.

    `at` is the place of the text's first character; all its lines start in that column.
    """
    # Jinja and Markdown are read by parsers that take time to import, and a cached library does
    # without them.
    from mou_builder.language.layout import blocks_of  # noqa: PLC0415
    from mou_builder.language.pieces import pieces_of  # noqa: PLC0415
    from mou_builder.language.refused import refuse_markup, refuse_reserved  # noqa: PLC0415
    from mou_builder.language.statements import tree_of  # noqa: PLC0415

    reading = Reading(SourceText(plain_lines(text), at))
    blocks: tuple[TemplateBlock, ...] = ()
    if _short_enough(reading):
        refuse_reserved(reading)
        pieces = pieces_of(reading)
        refuse_markup(reading, pieces)
        tree = tree_of(reading, pieces)
        # Faults in the layout would mostly follow from the tags that could not be read.
        blocks = () if reading.faults else blocks_of(reading, tree)
    template = Template(reading.source.text, at, blocks)
    return outcome(replace(template, uses=uses_of(template)), _in_order(reading))


@_remembered
def parse_expression(text: str, at: Position) -> Outcome[Expression]:
    """Return the condition or computed value as a tree; every fault is an error with its place."""
    from mou_builder.language.expressions import read_alone  # noqa: PLC0415 - as above

    reading = Reading(SourceText(plain_lines(text), at))
    expression = read_alone(reading) if _short_enough(reading) else None
    return outcome(expression, _in_order(reading))


def parse_long_text(text: str, at: Position) -> Outcome[Template]:
    """Return a long answer as a tree of blocks: markup only, braces are ordinary characters.

    There is always a value: what is no markup is words.
    """
    plain = plain_lines(text)
    blocks = None
    if _MARKUP.search(plain) and len(plain) <= _LONGEST:
        from mou_builder.language.markup import read_long  # noqa: PLC0415 - as above

        blocks = read_long(Reading(SourceText(plain, at)), plain)
    return Outcome(Template(plain, at, tuple(_paragraphs(plain) if blocks is None else blocks)))


def _paragraphs(text: str) -> list[TemplateBlock]:
    gathered = [_LINE_END.sub(" ", each.strip()) for each in _GAP.split(text)]
    return [ParagraphT((Words(each),)) for each in gathered if each]


def _short_enough(reading: Reading) -> bool:
    if len(reading.source.text) > _LONGEST:
        reading.fault(
            "MB508",
            f"a text of more than {_LONGEST:,} characters",
            0,
            1,
            "divide it into several clauses",
        )
    return not reading.faults


def _in_order(reading: Reading) -> list[Diagnostic]:
    return sorted(reading.faults, key=lambda each: each.at or reading.source.at)

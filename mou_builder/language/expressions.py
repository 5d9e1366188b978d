"""Reads one expression with Jinja's own parser, and knows the exact place of every part."""

from __future__ import annotations

import re
from collections.abc import Sequence

import jinja2

from mou_builder.language.conversion import Converter
from mou_builder.language.pieces import Lexeme, environment, pieces_of
from mou_builder.language.sourcetext import Reading, SourceText
from mou_builder.model.template import Expression

# Jinja's parser and our evaluator recurse: a bound on the tokens bounds the depth of both.
_MOST_LEXEMES = 200
_DEEPEST_BRACKETS = 12
_NUMBER = re.compile(r"\d{1,15}(\.\d{1,6})?")
_FIRST_LINE = 2


def read_expression(
    reading: Reading, lexemes: Sequence[Lexeme], start: int, end: int
) -> Expression | None:
    """Return the expression that the lexemes make, or None after noting what is wrong.

    `start` and `end` are the tag's, for a tag that is empty.
    """
    if not lexemes:
        reading.fault("MB500", "there is no expression here", start, end, "write a name")
        return None
    if not _within_bounds(reading, lexemes):
        return None
    # Jinja knows the line of a node but not its column. With one lexeme on each line, the line
    # tells the lexeme, and the lexeme its column.
    laid_out = "\n".join(("{{", *(each.text for each in lexemes), "}}"))
    try:
        parsed = environment().parse(laid_out)
    except jinja2.TemplateSyntaxError as fault:
        _note(reading, lexemes, fault)
        return None
    expression = next(parsed.body[0].iter_child_nodes())
    return Converter(reading, lexemes).convert(expression)


def read_alone(reading: Reading) -> Expression | None:
    """Return the expression that is all of the text, or None after noting what is wrong."""
    source = reading.source
    if source.text.lstrip()[:2] in {"{{", "{%"}:
        reading.fault(
            "MB500",
            "a tag where an expression is meant",
            0,
            len(source.text),
            "write the expression without braces",
        )
        return None
    # A tag that begins on the line before leaves every column as it was.
    above = source.at._replace(line=source.at.line - 1)
    inner = Reading(SourceText(f"{{{{\n{source.text}\n}}}}", above))
    pieces = pieces_of(inner)
    if inner.faults:
        _hand_on(inner, reading)
        return None
    first, *more = pieces
    if more:
        reading.fault(
            "MB500",
            "`}}` ends nothing here",
            0,
            len(source.text),
            "write the expression without braces",
        )
        return None
    expression = read_expression(inner, first.lexemes, first.start + len("{{\n"), first.end)
    _hand_on(inner, reading)
    return expression


def _hand_on(inner: Reading, reading: Reading) -> None:
    """Note the faults of the inner text; one in the tag made up round it is an open bracket."""
    first, last = reading.source.at.line, reading.source.position(len(reading.source.text)).line
    for fault in inner.faults:
        if fault.at and first <= fault.at.line <= last:
            reading.faults.append(fault)
        else:
            reading.fault(
                "MB500",
                "a bracket that is never closed",
                0,
                len(reading.source.text),
                "close every bracket with its own kind",
            )


def _within_bounds(reading: Reading, lexemes: Sequence[Lexeme]) -> bool:
    before = len(reading.faults)
    first, last = lexemes[0], lexemes[-1]
    depth = deepest = 0
    for lexeme in lexemes:
        depth += (lexeme.text in "([{") - (lexeme.text in ")]}")
        deepest = max(deepest, depth)
        _check_literal(reading, lexeme)
    if len(lexemes) > _MOST_LEXEMES or deepest > _DEEPEST_BRACKETS:
        reading.fault(
            "MB508",
            "an expression too long to be read",
            first.start,
            last.end,
            f"split it: at most {_MOST_LEXEMES} words and signs, {_DEEPEST_BRACKETS} brackets deep",
        )
    return len(reading.faults) == before


def _check_literal(reading: Reading, lexeme: Lexeme) -> None:
    if lexeme.kind == "string" and ("\\" in lexeme.text or "\n" in lexeme.text):
        reading.fault(
            "MB500",
            "a backslash or a line end between quotation marks",
            lexeme.start,
            lexeme.end,
            "keep the text on one line; use the other kind of quotation mark around it",
        )
    if lexeme.kind in {"integer", "float"} and not _NUMBER.fullmatch(lexeme.text):
        reading.fault(
            "MB500",
            f"cannot read the number `{lexeme.text}`",
            lexeme.start,
            lexeme.end,
            "write digits only, at most fifteen, with a period before decimals",
        )


def _note(reading: Reading, lexemes: Sequence[Lexeme], fault: jinja2.TemplateSyntaxError) -> None:
    index = fault.lineno - _FIRST_LINE
    if not 0 <= index < len(lexemes):
        last = lexemes[-1]
        reading.fault(
            "MB500",
            f"the expression breaks off after `{last.text}`",
            last.start,
            last.end,
            "complete it, or leave the last word or sign out",
        )
        return
    found = lexemes[index]
    reading.fault(
        "MB500",
        f"`{found.text}` cannot stand here",
        found.start,
        found.end,
        'write a name such as `funding.model`, a comparison such as `funding.model == "hourly"`, '
        "or a function such as `count(staffing.schools)`",
    )

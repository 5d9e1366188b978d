"""How a question is put to a person: who can answer it, and which form the answer has."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from mou_builder.model.question import Kind, Question, Who

WIDTH = 100
"""How wide the comments of an answer file are."""

WHO = {each: each.words for each in Who}
FORMS = {
    Kind.TEXT: "words",
    Kind.LONG_TEXT: "words; for paragraphs type | after the colon and go on below, indented",
    Kind.WHOLE_NUMBER: "a whole number",
    Kind.DECIMAL: "a number",
    Kind.YES_NO: "yes or no",
    Kind.CHOICE: "one of these",
    Kind.CHOICES: "any of these, as a list: [one, another]",
    Kind.DATE: "a date, as July 1, 2026",
    Kind.MONEY: "an amount, as $163,800",
    Kind.PERCENTAGE: "a percentage, as 50%",
    Kind.DURATION: "a length of time, as 30 days",
    Kind.PERSON: "a person, as Jane Doe, Superintendent",
    Kind.ADDRESS: "an address, as 1 Main Street, Northfield, WA 98000",
    Kind.CITATION: "a citation of law or policy, as it shall be printed",
    Kind.GROUP: "a list; each entry has these answers",
}


def kind_text(question: Question) -> str:
    """Return what kind of answer is expected, with its bounds."""
    low, high = question.minimum, question.maximum
    bounds = f", {low or 'any'} to {high or 'any'}" if low or high else ""
    return FORMS[question.kind] + bounds


def comment_lines(text: str, indent: str = "", hanging: str = "") -> Iterator[str]:
    """Yield the text as comment lines no wider than the page; its own line breaks stay."""
    for paragraph in text.rstrip().split("\n") if text.strip() else ():
        lines = textwrap.wrap(
            paragraph,
            WIDTH - len(indent) - 2,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines or [""]:
            yield f"{indent}# {line}".rstrip()

"""Builds what stands before the articles: title, notice, contents, preamble, recitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from mou_builder.language import Scope, judge
from mou_builder.model.document import (
    Contents,
    DraftBlock,
    DraftInline,
    Emphasis,
    Filled,
    Paragraph,
    Role,
    Text,
)
from mou_builder.model.instrument import Recital, RecitalForm
from mou_builder.model.selection import Truth
from mou_builder.model.style import NumberFormat
from mou_builder.model.values import NONE, Unanswered
from mou_builder.stages.counting import formatted
from mou_builder.stages.drafting.sections import Drafting
from mou_builder.stages.drafting.wording import value_inlines

DRAFT_LINE = (
    "Draft for review by counsel; binds no party until approved by its governing body and signed"
)
_DATE = "term.reference_date"
Inlines = tuple[DraftInline, ...]


def title(drafting: Drafting) -> tuple[Paragraph[DraftInline], ...]:
    """Return the title lines; the first is the title, the others stand below it."""
    lines = [drafting.inlines(each, "title") for each in drafting.instrument.title_lines]
    return tuple(
        Paragraph(Role.SUBTITLE if number else Role.TITLE, line)
        for number, line in enumerate(line for line in lines if line)
    )


def opening_date(scope: Scope) -> tuple[Paragraph[DraftInline], ...]:
    """Return the date that the preamble names, or a blank for it."""
    value = scope.answers.value(_DATE)
    if value is NONE or _DATE not in scope.answers.answers:
        value = Unanswered((_DATE,))
    question = scope.questions.get(_DATE)
    label = question.blank if question else "date"
    return (Paragraph(Role.PREAMBLE, value_inlines(value, _DATE, label, scope)),)


def notice(drafting: Drafting) -> Iterator[DraftBlock]:
    """Yield the line that says what a draft is."""
    if drafting.instrument.draft_line and not drafting.final:
        yield Paragraph(Role.NOTICE, (Text(DRAFT_LINE),))


def contents(drafting: Drafting) -> Iterator[DraftBlock]:
    """Yield the table of contents, where the instrument has one and there are articles to list."""
    if drafting.instrument.contents and drafting.scheme.articles:
        yield Contents("Contents")


def preamble(drafting: Drafting) -> tuple[DraftBlock, ...]:
    """Return the paragraphs that open the agreement and name the parties."""
    return drafting.paragraphs(drafting.instrument.preamble, "preamble", Role.PREAMBLE)


def recitals(drafting: Drafting) -> Iterator[DraftBlock]:
    """Yield the recitals in the instrument's form, then the words that lead to the articles."""
    instrument = drafting.instrument
    printed = [each for each in instrument.recitals if _printed(each, drafting.scope)]
    texts = [text for each in printed for text in _texts(each, drafting)]
    named = instrument.recitals_heading
    heading = drafting.inlines(named, "recitals") if named else ()
    yield from _in_form(instrument.recital_form, texts, heading)
    if instrument.operative:
        yield from drafting.paragraphs(instrument.operative, "operative", Role.OPERATIVE)


def _printed(recital: Recital, scope: Scope) -> bool:
    return judge(recital.when, scope).truth is not Truth.NO


def _texts(recital: Recital, drafting: Drafting) -> list[Inlines]:
    """Return each paragraph of the text. Behind WHEREAS no sentence begins."""
    opens = drafting.instrument.recital_form is not RecitalForm.WHEREAS
    name = f"recital {recital.id}"
    blocks = drafting.blocks(recital.text, name, drafting.section_level, opens=opens)
    return [each.inlines for each in blocks if isinstance(each, Paragraph) and each.inlines]


def _in_form(form: RecitalForm, texts: list[Inlines], heading: Inlines) -> Iterator[DraftBlock]:
    match form:
        case RecitalForm.NONE:
            return
        case RecitalForm.WHEREAS:
            yield from _headed(heading, texts)
            for number, text in enumerate(texts, 1):
                ending = "; and" if number == len(texts) - 1 else ";"
                yield Paragraph(Role.RECITAL, (Text("WHEREAS, "), *_ended(text, ending)))
        case RecitalForm.LETTERED:
            yield from _headed(heading or (Text("Recitals"),), texts)
            for number, text in enumerate(texts, 1):
                label = f"{formatted(number, NumberFormat.UPPER_LETTER)}."
                yield Paragraph(Role.RECITAL_NUMBERED, text, label)
        case RecitalForm.NARRATIVE:
            yield from _headed(heading or (Text("Background"),), texts)
            for text in texts:
                yield Paragraph(Role.RECITAL, text)
        case _:
            assert_never(form)


def _headed(heading: Inlines, texts: Sequence[object]) -> Iterator[DraftBlock]:
    if heading and texts:
        yield Paragraph(Role.RECITALS_HEADING, heading)


def _ended(text: Inlines, ending: str) -> Inlines:
    """Return the recital with this ending in place of the punctuation typed at its end.

    Words of an answer keep theirs, and get no other.
    """
    last = text[-1]
    if isinstance(last, Filled) and last.words.rstrip().endswith((".", ";")):
        return text
    if isinstance(last, Text | Emphasis):
        words = last.text.rstrip(" .;,").removesuffix("; and").rstrip(" .;,")
        text = (*text[:-1], replace(last, text=words))
    return (*text, Text(ending))

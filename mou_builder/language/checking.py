"""The checks of texts and conditions against the names that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, error
from mou_builder.language.inference import Inference, named
from mou_builder.language.resolving import Names
from mou_builder.language.signatures import ROLE_NAMES, SPECIAL_NAMES
from mou_builder.language.sorts import Sort, member_of
from mou_builder.language.sourcetext import SourceText
from mou_builder.language.vocabulary import Vocabulary
from mou_builder.language.walk import Purpose, Visit, visits_of
from mou_builder.model.question import Kind
from mou_builder.model.template import Call, Expression, Template

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CITATION = re.compile(
    r"§+|\b(?:RCW|WAC|U\. ?S\. ?C\.|USC|C\. ?F\. ?R\.|CFR|Gen\. Stat\.|G\.S\.|Gov\. Code)(?!\w)"
)
# Section 504 and Title IX are the common names of laws; our own sections have few figures.
_SECTION = re.compile(
    r"\b(?:Sub)?(?:[Ss]ections?|[Aa]rticles?|[Pp]aragraphs?|[Ee]xhibits?)[ \n\u00a0]+"
    r"(?:\d{1,2}(?:\.\d+)*(?![\d\w])|[IVX]+\b|[A-Z]\b)"
)


def text_faults(template: Template, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the names, filters, types and typed references of a clause text."""
    derived = _derived_sorts(vocabulary)
    faults = list(_typed_references(template))
    for visit in visits_of(template.blocks):
        faults += _visit_faults(visit, vocabulary, derived)
    return tuple(dict.fromkeys(sorted(faults, key=lambda each: each.at or template.at)))


def expression_faults(expression: Expression, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the names and types of a condition or computed value."""
    names = Names(vocabulary, _derived_sorts(vocabulary))
    Inference(names, in_text=False).sort(expression)
    return tuple(dict.fromkeys(names.faults))


def condition_faults(expression: Expression, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a condition, which must be yes or no besides."""
    names = Names(vocabulary, _derived_sorts(vocabulary))
    Inference(names, in_text=False).expect_condition(expression)
    return tuple(dict.fromkeys(names.faults))


def _derived_sorts(vocabulary: Vocabulary) -> dict[str, Sort]:
    """Return the sorts of computed answers, each of which may use those before it."""
    sorts: dict[str, Sort] = {}
    for name, derived in vocabulary.derived.items():
        value = Inference(Names(vocabulary, sorts), in_text=False).sort(derived.value)
        sorts[name] = Sort(derived.kind, value.options, value.fields, value.member)
    return sorts


def _visit_faults(
    visit: Visit, vocabulary: Vocabulary, derived: dict[str, Sort]
) -> list[Diagnostic]:
    loops: dict[str, Sort] = {}
    for name, over in visit.loops.items():
        around = Names(vocabulary, derived, dict(loops))
        loops[name] = member_of(Inference(around, in_text=True).sort(over))
    names = Names(vocabulary, derived, loops)
    inference = Inference(names, in_text=True)
    match visit.purpose:
        case Purpose.CONDITION:
            inference.expect_condition(visit.expression)
        case Purpose.LOOP:
            inference.expect_group(visit.expression)
            _expect_free_name(visit, names)
        case Purpose.OUTPUT:
            sort = inference.printed(visit.expression)
            _expect_own_place(visit, sort, names)
    return names.faults


def _expect_free_name(visit: Visit, names: Names) -> None:
    taken = {*SPECIAL_NAMES, *ROLE_NAMES, "words", *names.vocabulary.articles, *visit.loops}
    if visit.name in taken:
        names.fault(
            "MB534",
            f"the loop's name `{visit.name}` has a meaning already",
            visit.expression.at,
            "take another name for the member",
        )


def _expect_own_place(visit: Visit, sort: Sort, names: Names) -> None:
    if sort.kind is Kind.LONG_TEXT and not visit.alone:
        names.fault(
            "MB533",
            f"{named(visit.expression)} may have several paragraphs",
            visit.expression.at,
            "print it as a paragraph of its own",
        )
    match visit.expression:
        case Call(function="anchor", at=at) if visit.loops or not visit.opens_item:
            names.fault(
                "MB514",
                "a name for something that is no numbered item of its own",
                at,
                "write `anchor` first in a numbered item, outside of loops",
            )
        case _:
            pass


def _typed_references(template: Template) -> Iterator[Diagnostic]:
    source = SourceText(template.source, template.at)
    words = _TAG.sub(lambda tag: re.sub(r"[^\n]", "\0", tag.group()), template.source)
    for pattern, code, what, cure in (
        (_CITATION, "MB530", "a citation of law typed", 'write `{{ cite("fact.id") }}`'),
        (
            _SECTION,
            "MB531",
            "a number typed",
            'write `{{ ref("article.clause") }}` or `{{ exhibit("id") }}`',
        ),
    ):
        for match in pattern.finditer(words):
            at = source.position(match.start(), len(match.group()))
            shown = " ".join(match.group().split())
            yield error(code, f"{what} in the text: `{shown}`", at, cure)

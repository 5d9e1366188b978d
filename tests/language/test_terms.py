"""Defined terms are recognised in the words of clauses."""

from __future__ import annotations

import pytest

from mou_builder.language.terms import lexicon_of, plurals, uses_in, with_plurals
from mou_builder.model.agreement import KnownTerm
from mou_builder.model.document import Blank, DraftInline, Filled, Text

TERMS = ("School", "School Day", "Code of Conduct", "Chief", "SRO", "Student", "Superintendent")
LEXICON = lexicon_of(dict(with_plurals(KnownTerm(each, "the library") for each in TERMS)))


def found(*inlines: DraftInline | str) -> list[str]:
    """Return the terms found in a run of inlines; those that are not sure with a `?`."""
    run = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    return [each.known.term + ("" if each.sure else "?") for each in uses_in(run, LEXICON)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("at the School", ["School"]),
        ("at the Schools, each School's office", ["School", "School"]),
        ("on a School Day at school", ["School Day"]),
        ("under the Code of Conduct", ["Code of Conduct"]),
        ("a school, the schools, a School-wide rule", []),
        ("the School Board and a School Resource Officer", []),
        ("the Chief of Police", []),
        ("the Superintendent of the School", ["Superintendent", "School"]),
        ("each Student School", ["Student", "School"]),
        ("Students may ask. Schools answer.", ["Student?", "School?"]),
        ("SROs may ask", ["SRO"]),
        ("School Days are days", ["School Day"]),
        ("The School, or a (School)", ["School", "School?"]),
    ],
)
def test_the_exact_words_of_a_term_are_its_use(text: str, terms: list[str]) -> None:
    """The longest one, with its plural, unless the words are part of a longer name."""
    assert found(text) == terms


def test_words_of_answers_are_no_terms() -> None:
    """A high school may be called Chief School."""
    assert found("named ", Filled("Chief School", "a.b"), " on a ", "School Day") == ["School Day"]


def test_a_sentence_does_not_start_after_an_answer_or_a_blank() -> None:
    """So a capital there means the term."""
    assert found(Blank("a.b", "x"), " School") == ["School"]


def test_a_no_break_space_joins_the_words_of_a_term() -> None:
    """Typographers put them between words that belong together."""
    assert found("on a School\u00a0Day") == ["School Day"]


@pytest.mark.parametrize(
    ("term", "plural"),
    [("Agency", "Agencies"), ("School Day", "School Days"), ("Class", "Classes")],
)
def test_regular_plurals_are_known(term: str, plural: str) -> None:
    """Others would need a definition of their own."""
    assert plurals(term) == (plural,)

"""Kleene's three-valued logic keeps its laws."""

from __future__ import annotations

from itertools import product

import pytest

from mou_builder.language.logic import both, either, opposite
from mou_builder.model.selection import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
PAIRS = list(product(Truth, repeat=2))
TRIPLES = list(product(Truth, repeat=3))


def test_unknown_matters_only_where_it_could_change_the_result() -> None:
    """No decides a conjunction, yes a disjunction."""
    assert both(UNKNOWN, NO) is NO
    assert both(UNKNOWN, YES) is UNKNOWN
    assert either(UNKNOWN, YES) is YES
    assert either(UNKNOWN, NO) is UNKNOWN
    assert opposite(UNKNOWN) is UNKNOWN


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_order_does_not_matter(a: Truth, b: Truth) -> None:
    """`unknown or yes` is `yes or unknown`."""
    assert both(a, b) is both(b, a)
    assert either(a, b) is either(b, a)


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_de_morgan(a: Truth, b: Truth) -> None:
    """Negation turns a conjunction into a disjunction."""
    assert opposite(both(a, b)) is either(opposite(a), opposite(b))


@pytest.mark.parametrize(("a", "b", "c"), TRIPLES)
def test_grouping_does_not_matter(a: Truth, b: Truth, c: Truth) -> None:
    """Conjunction and disjunction are associative and distribute."""
    assert both(a, both(b, c)) is both(both(a, b), c)
    assert either(a, either(b, c)) is either(either(a, b), c)
    assert both(a, either(b, c)) is either(both(a, b), both(a, c))


@pytest.mark.parametrize("a", Truth)
def test_double_negation(a: Truth) -> None:
    """Not not is nothing."""
    assert opposite(opposite(a)) is a


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_an_answer_never_turns_a_known_result(a: Truth, b: Truth) -> None:
    """What is decided with an open answer stays so whatever the answer will be."""
    for operation in (both, either):
        decided = operation(a, b)
        if decided is not UNKNOWN:
            settled = [(x, y) for x in _settled(a) for y in _settled(b)]
            assert {operation(x, y) for x, y in settled} == {decided}


def _settled(truth: Truth) -> list[Truth]:
    return [YES, NO] if truth is UNKNOWN else [truth]

"""Puts questions and computed values in an order in which each comes after what it reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mou_builder.language import uses_of
from mou_builder.model.library import Article
from mou_builder.model.question import Derived, Question
from mou_builder.model.template import Expression


def in_order(articles: Iterable[Article]) -> tuple[Question | Derived, ...]:
    """Return all questions and computed values; what none of the others reads keeps its place.

    Two that read each other keep their order too; the first then finds the second unanswered.
    """
    asked: dict[str, Question | Derived] = {}
    for article in articles:
        asked.update({each.id: each for each in article.questions})
        asked.update({each.id: each for each in article.derived})
    placed: dict[str, Question | Derived] = {}
    for identifier in asked:
        _place(identifier, asked, placed, set())
    return tuple(placed.values())


def _place(
    identifier: str,
    asked: Mapping[str, Question | Derived],
    placed: dict[str, Question | Derived],
    waiting: set[str],
) -> None:
    if identifier in placed or identifier in waiting or identifier not in asked:
        return
    waiting.add(identifier)
    for path in _reads(asked[identifier]):
        _place(path, asked, placed, waiting)
    placed[identifier] = asked[identifier]


def _reads(item: Question | Derived) -> tuple[str, ...]:
    """Return the ids of the questions that the item's expressions mention."""
    expressions: tuple[Expression | None, ...]
    if isinstance(item, Derived):
        expressions = (item.value,)
    else:
        inner = [each for part in item.fields for each in (part.when, part.default)]
        expressions = (item.when, item.default, *inner)
    paths = [path for each in expressions if each for path in uses_of(each).answers]
    return tuple(".".join(path.split(".")[:2]) for path in paths)

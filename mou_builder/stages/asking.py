"""What of an agreement is still to be asked, each question as it is put to somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mou_builder.model.answers import Answers
from mou_builder.model.library import Library
from mou_builder.model.question import Question
from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.model.selection import Rule, Selection
from mou_builder.stages.resolving.lines import asked_under, lines_for
from mou_builder.stages.resolving.questions import unanswered


def to_ask(
    open_keys: Iterable[str],
    root: RawMapping,
    library: Library,
    answers: Answers,
    selection: Selection,
) -> tuple[Question, ...]:
    """Return the questions still to be asked, each with the key of its line as its id.

    They are those of the keys that are open, those that only the stance has settled, and the lines
    of the starter behind which nothing stands in the file.
    """
    keys = dict.fromkeys(open_keys)
    for selected in selection.chosen:
        if selected.rule is Rule.STANCE:
            for name in unanswered(selected.reasons, answers):
                keys.update((each.key, None) for each in lines_for(name, library, answers))
    keys.update(dict.fromkeys(_empty_lines(root, library)))
    asked = ((key, asked_under(key, library, answers)) for key in keys)
    return tuple(replace(question, id=key) for key, question in asked if question)


def _empty_lines(root: RawMapping, library: Library) -> Iterator[str]:
    """Yield the keys of the starter that stand in the file with nothing behind them."""
    for each in library.starter:
        node = _under(root, each.key.split("."))
        if isinstance(node, RawText) and node.plain and node.text in ("", "?"):
            yield each.key


def _under(root: RawMapping, parts: list[str]) -> RawNode | None:
    """Return what stands under the path; a member of a list is found by its `id`."""
    node: RawNode | None = root
    for part in parts:
        if isinstance(node, RawMapping):
            node = node.get(part)
        elif isinstance(node, RawList):
            node = next((each for each in node.items if _id_of(each) == part), None)
        else:
            return None
    return node


def _id_of(node: RawNode) -> str:
    name = node.get("id") if isinstance(node, RawMapping) else None
    return name.text if isinstance(name, RawText) else ""

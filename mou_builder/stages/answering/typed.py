"""What reading gathers on its way, and the faults that every kind of answer shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic, Position, Related, error
from mou_builder.model.question import Question
from mou_builder.model.raw import RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.model.values import Unanswered
from mou_builder.stages.answering.scalars import Misread
from mou_builder.stages.nearest import suggestion


@dataclass(frozen=True, slots=True)
class Typed:
    """What reading gathered: faults, and the place of each part by its path (`a.schools.2.name`).

    `used_by` returns the clauses that use a question; `lines` are the keys with forms of one line
    behind which something was typed, `held_by` is the line that an answer was typed on. What is
    gathered belongs to one run of `answer`, which hands
    out copies only.
    """

    used_by: Callable[[str], tuple[str, ...]]
    faults: list[Diagnostic] = field(default_factory=list)
    places: dict[str, Position] = field(default_factory=dict)
    lines: set[str] = field(default_factory=set)
    held_by: dict[str, str] = field(default_factory=dict)

    def fault(self, question: Question, misread: Misread, at: Position) -> Unanswered:
        """Note the fault, and return the value that keeps everything after it silent."""
        asked = f'asked by: {question.id} ("{question.prompt}")'
        clauses = self.used_by(question.id)
        if clauses:
            word = "clause" if len(clauses) == 1 else "clauses"
            asked += f", used by {word} {', '.join(clauses)}"
        related = (Related(asked),)
        self.faults.append(error(misread.code, misread.message, at, misread.hint, related))
        return Unanswered((question.id,))

    def wrong_shape(self, question: Question, node: RawNode, wanted: str, hint: str) -> Unanswered:
        """Note that a list, keys or a single value stands where another was expected."""
        message = f"expected {wanted}, found {shape(node)}"
        return self.fault(question, Misread("MB312", message, hint), node.at)

    def only_known(self, question: Question, node: RawMapping, keys: tuple[str, ...]) -> None:
        """Note every key of the mapping that is not among those known."""
        for entry in node.entries:
            if entry.key not in keys:
                hint = suggestion(entry.key, keys)
                misread = Misread("MB315", f"`{entry.key}` is not asked here", hint)
                self.fault(question, misread, entry.key_at)


def shape(node: RawNode) -> str:
    """Return what was typed in words."""
    if isinstance(node, RawText):
        return f"`{node.text.strip()[:40]}`" if node.text.strip() else "nothing"
    return "a list" if isinstance(node, RawList) else "keys with values"


def is_blank(node: RawNode) -> bool:
    """Whether nothing was typed, or `?`: quotes change nothing."""
    return isinstance(node, RawText) and node.text.strip() in ("", "?")


def says_none(question: Question, text: str) -> bool:
    """Whether the text is the word `none`, unless the question has a choice of that name."""
    named = any("none" in (each.id, each.label.casefold()) for each in question.choices)
    return text.strip().casefold() == "none" and not named


def cut_by_comma(entry: RawEntry, among: Sequence[RawEntry]) -> str:
    """Return the answer that a comma cut in two, or an empty text when the entry is no such rest.

    In braces a comma parts answers: of `on: May 1, 2027` the key `2027` is left with nothing.
    """
    number = among.index(entry)
    before = among[number - 1] if number else None
    if before is None or not (entry.key.isdecimal() and is_empty(entry.value)):
        return ""
    if not isinstance(before.value, RawText) or not before.value.plain:
        return ""
    ends = before.value.at.column + len(before.value.text)
    gap = " " if entry.key_at.column > ends + 1 else ""
    return f'`{before.key}: "{before.value.text},{gap}{entry.key}"`'


def is_empty(node: RawNode) -> bool:
    """Whether nothing was typed at all."""
    return isinstance(node, RawText) and not node.text.strip()


def text_position(node: RawText) -> Position:
    """Return where the first character of the text itself stands."""
    if node.lines_from:
        return Position(node.at.file, node.lines_from, node.indent)
    return node.at if node.plain else node.at._replace(column=node.at.column + 1)

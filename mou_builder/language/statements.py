"""Joins the pieces of a text into a tree: what stands inside which `{% if %}` and `{% for %}`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeAlias

from mou_builder.diagnostics import Position
from mou_builder.language.expressions import read_expression
from mou_builder.language.pieces import Form, Piece
from mou_builder.language.sourcetext import Reading
from mou_builder.model.template import Constant, Expression

_DEEPEST = 10
_KEYWORDS = ("if", "elif", "else", "endif", "for", "endfor")


@dataclass(slots=True)
class WordsNode:
    """Words as typed, from `start` to `end` of the text."""

    start: int
    end: int


@dataclass(slots=True)
class OutputNode:
    """`{{ expression }}`."""

    start: int
    end: int
    expression: Expression


@dataclass(slots=True)
class Branch:
    """The nodes under one tag; `condition` is None under `else` and in a loop."""

    condition: Expression | None
    body: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class ControlNode:
    """An `{% if %}` with its branches, or a `{% for %}`, which has a `name` and one branch.

    `alone` is true while every tag of it stands alone on its line, `ends_alone` if its last does.
    """

    start: int
    end: int
    branches: list[Branch]
    name: str = ""
    over: Expression | None = None
    alone: bool = True
    ends_alone: bool = False


Node: TypeAlias = "WordsNode | OutputNode | ControlNode"


def tree_of(reading: Reading, pieces: Sequence[Piece]) -> list[Node]:
    """Return the nodes of the text; tags that do not fit together are noted."""
    grower = _Grower(reading)
    for piece in pieces:
        grower.add(piece)
    return grower.finish()


@dataclass(slots=True)
class _Grower:
    """Grows the tree; `open` holds the control nodes not yet closed, the innermost last."""

    reading: Reading
    root: Branch = field(default_factory=lambda: Branch(None))
    open: list[ControlNode] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        body = (self.open[-1].branches[-1] if self.open else self.root).body
        if piece.form is Form.WORDS and piece.end > piece.start:
            body.append(WordsNode(piece.start, piece.end))
        elif piece.form is Form.OUTPUT:
            expression = self._expression(piece, 0)
            if expression:
                body.append(OutputNode(piece.start, piece.end, expression))
        elif piece.form is Form.STATEMENT:
            self._statement(piece, body)

    def finish(self) -> list[Node]:
        for node in self.open:
            keyword = "for" if node.name else "if"
            self.reading.fault(
                "MB509",
                f"`{{% {keyword} %}}` is never ended",
                node.start,
                node.start + 2,
                f"write `{{% end{keyword} %}}` where it ends",
            )
        return self.root.body

    def _statement(self, piece: Piece, body: list[Node]) -> None:
        keyword = piece.lexemes[0].text if piece.lexemes else ""
        match keyword:
            case "if" | "for":
                node = self._if(piece) if keyword == "if" else self._for(piece)
                body.append(node)
                self.open.append(node)
                self._check_depth(piece)
            case "elif" | "else":
                self._branch(piece, keyword)
            case "endif" | "endfor":
                self._end(piece, keyword.removeprefix("end"))
            case _:
                self._unknown(piece, keyword)

    def _if(self, piece: Piece) -> ControlNode:
        # After a fault the text is refused anyway: any condition serves to read on.
        condition = self._expression(piece, 1) or _yes(self.reading, piece)
        return ControlNode(piece.start, piece.end, [Branch(condition)], alone=piece.alone)

    def _for(self, piece: Piece) -> ControlNode:
        words = [each.text for each in piece.lexemes]
        name = words[1] if len(words) > 1 else ""
        if not name.isidentifier() or words[2:3] != ["in"]:
            self._fault(
                piece,
                "MB500",
                "a loop that does not say what it runs over",
                "write `{% for school in staffing.schools %}`",
            )
            over = None
        else:
            over = self._expression(piece, 3)
        over = over or _yes(self.reading, piece)
        node = ControlNode(piece.start, piece.end, [Branch(None)], alone=piece.alone)
        node.name, node.over = name or "member", over
        return node

    def _branch(self, piece: Piece, keyword: str) -> None:
        node = self.open[-1] if self.open else None
        if node is None or node.name or node.branches[-1].condition is None:
            self._fault(
                piece,
                "MB509",
                f"`{{% {keyword} %}}` belongs to no `{{% if %}}`",
                "write it between `{% if %}` and `{% endif %}`, `else` last",
            )
            return
        node.alone = node.alone and piece.alone
        if keyword == "else":
            self._nothing_after(piece)
            node.branches.append(Branch(None))
        else:
            condition = self._expression(piece, 1) or _yes(self.reading, piece)
            node.branches.append(Branch(condition))

    def _end(self, piece: Piece, keyword: str) -> None:
        self._nothing_after(piece)
        node = self.open[-1] if self.open else None
        if node is None or bool(node.name) != (keyword == "for"):
            self._fault(
                piece,
                "MB509",
                f"`{{% end{keyword} %}}` ends nothing here",
                "end the innermost `{% if %}` or `{% for %}` first",
            )
            return
        node.alone = node.alone and piece.alone
        node.ends_alone = piece.alone
        node.end = piece.end
        self.open.pop()

    def _unknown(self, piece: Piece, keyword: str) -> None:
        near = get_close_matches(keyword, _KEYWORDS, n=1)
        cure = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(_KEYWORDS)}"
        self._fault(piece, "MB501", f"`{keyword}` is no statement of the clause language", cure)

    def _check_depth(self, piece: Piece) -> None:
        if len(self.open) == _DEEPEST + 1:
            self._fault(
                piece,
                "MB508",
                f"more than {_DEEPEST} tags within each other",
                "make it several paragraphs or clauses",
            )

    def _nothing_after(self, piece: Piece) -> None:
        if len(piece.lexemes) > 1:
            extra = piece.lexemes[1]
            self.reading.fault(
                "MB500",
                f"`{extra.text}` cannot stand here",
                extra.start,
                extra.end,
                f"write `{{% {piece.lexemes[0].text} %}}`",
            )

    def _expression(self, piece: Piece, skip: int) -> Expression | None:
        return read_expression(self.reading, piece.lexemes[skip:], piece.start, piece.end)

    def _fault(self, piece: Piece, code: str, message: str, hint: str) -> None:
        start = piece.lexemes[0].start if piece.lexemes else piece.start
        end = piece.lexemes[0].end if piece.lexemes else piece.end
        self.reading.fault(code, message, start, end, hint)


def _yes(reading: Reading, piece: Piece) -> Constant:
    at: Position = reading.source.position(piece.start)
    return Constant(True, at)

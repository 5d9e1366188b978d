"""A list or mapping while its parts arrive; the reader's stack holds one for each open level."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, Position, Related, error
from mou_builder.model.raw import RawEntry, RawList, RawMapping, RawNode, RawText

_SHOWN = 40


class Frame:
    """The parts so far; `key` is the key of a mapping that waits for its value."""

    __slots__ = ("at", "entries", "items", "key", "mapping", "seen")

    def __init__(self, at: Position, *, mapping: bool) -> None:
        """Start without parts."""
        self.at = at
        self.mapping = mapping
        self.entries: list[RawEntry] = []
        self.items: list[RawNode] = []
        self.seen: dict[str, Position] = {}
        self.key: RawText | None = None

    def node(self) -> RawNode:
        """Return what the parts make."""
        if self.mapping:
            return RawMapping(tuple(self.entries), self.at)
        return RawList(tuple(self.items), self.at)

    def take_key(self, node: RawNode) -> Iterator[Diagnostic]:
        """Note the key of the value to come; yield a fault when the mapping has it already."""
        self.key = node if isinstance(node, RawText) else RawText("", node.at)
        if not self.key.text:
            return
        before = self.seen.setdefault(self.key.text, self.key.at)
        if before is not self.key.at:
            hint = "keep one of the two; the other would be lost"
            if any(each.key == self.key.text and _holds_keys(each.value) for each in self.entries):
                hint = f"put what stands under both under one `{_short(self.key.text)}:`"
            related = (Related("first here", before),)
            message = f"the key `{_short(self.key.text)}` stands twice"
            yield error("MB110", message, self.key.at, hint, related)


def _holds_keys(node: RawNode) -> bool:
    return isinstance(node, RawMapping)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

"""Where every node of a YAML file starts and ends, for the editor that changes nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

_LOADER = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class Span:
    """A node: offsets of its start and end in the text, and the column it starts in, from 0.

    A block collection ends where its last part ends. `style` is the scalar's quote or block sign,
    empty for a plain one.
    """

    kind: str
    start: int
    end: int
    column: int
    flow: bool
    style: str = ""
    text: str = ""
    parts: list[tuple[Span | None, Span]] = field(default_factory=list)

    def child(self, key: str) -> Span | None:
        """Return the value under the key of a mapping, or None when it has no such key."""
        return next((value for name, value in self.parts if name and name.text == key), None)


def spans_of(text: str) -> Span | None:
    """Return the spans of a text that the reader has found without fault; None for no node."""
    root: Span | None = None
    stack: list[Span] = []
    keys: list[Span | None] = []
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionEndEvent):
            node, _ = stack.pop(), keys.pop()
            node.end = _places(event)[1] if node.flow else _end_of(node)
        elif isinstance(event, yaml.NodeEvent):
            node = _span(event)
        else:
            continue
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append(node)
            keys.append(None)
        elif not stack:
            root = node
        elif stack[-1].kind == "list":
            stack[-1].parts.append((None, node))
        elif keys[-1] is None:
            keys[-1] = node
        else:
            stack[-1].parts.append((keys[-1], node))
            keys[-1] = None
    return root


def _span(event: yaml.NodeEvent) -> Span:
    start, end, column = _places(event)
    if isinstance(event, yaml.ScalarEvent):
        style = event.style if event.style in ("'", '"', "|", ">") else ""
        return Span("text", start, end, column, flow=False, style=style, text=event.value)
    kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
    flow = bool(getattr(event, "flow_style", False))
    return Span(kind, start, end, column, flow=flow)


def _places(event: yaml.Event) -> tuple[int, int, int]:
    """Return where the event starts and ends, and its column."""
    first, last = event.start_mark, event.end_mark
    return (first.index, last.index, first.column) if first and last else (0, 0, 0)


def _end_of(node: Span) -> int:
    return node.parts[-1][1].end if node.parts else node.start

"""How a file writes the path of an answer: nested or dotted, a party by its number or its id."""

from __future__ import annotations

from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.source.paths import number_of
from mou_builder.source.spans import Span
from mou_builder.source.text import UNANSWERED


def as_written(parts: list[str], root: RawMapping) -> list[str]:
    """Return the path as the file names a party: by its number in a list, else by its id."""
    members = root.get(parts[0])
    if len(parts) == 1 or not isinstance(members, RawList):
        return parts
    ids = [_id_of(each) for each in members.items]
    number = number_of(parts[1])
    if members.partial and 1 <= number <= len(ids):
        return [parts[0], ids[number - 1], *parts[2:]]
    if not members.partial and parts[1] in ids:
        return [parts[0], str(ids.index(parts[1]) + 1), *parts[2:]]
    return parts


def _id_of(node: RawNode) -> str:
    name = node.get("id") if isinstance(node, RawMapping) else None
    return name.text if isinstance(name, RawText) else ""


def under_dotted_key(root: Span, parts: list[str]) -> tuple[Span, int] | None:
    """Return the value under the dotted key of the path or its start, and how many parts it has."""
    for length in range(len(parts), 1, -1):
        found = root.child(".".join(parts[:length]))
        if found is not None and (length < len(parts) or not _answered(root, parts)):
            return found, length
    return None


def _answered(root: Span, parts: list[str]) -> bool:
    """Whether the path leads to a text under its article, so that a dotted key is empty."""
    node: Span | None = root
    for part in parts:
        node = node.child(part) if node and node.kind == "mapping" else None
    return node is not None and not is_blank(node)


def is_blank(node: Span) -> bool:
    """Whether a value is left open: nothing, or `?`."""
    return node.kind == "text" and not node.style and node.text in ("", UNANSWERED)


def beside_dotted(root: Span, parts: list[str]) -> bool:
    """Whether a dotted key of the same article stands there, and nothing under its own key."""
    keys = [key.text for key, _ in root.parts if key]
    nested = root.child(parts[0])
    alone = nested is None or is_blank(nested)
    return len(parts) > 1 and alone and any(each.startswith(f"{parts[0]}.") for each in keys)

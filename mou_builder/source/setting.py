"""One `--set PATH=TEXT`: a value put into a tree of answers by its path."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.raw import RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.source.paths import number_of, parts_of
from mou_builder.source.text import file_text


def is_unanswered(node: RawNode | None) -> bool:
    """Whether the node is no answer: missing, empty, or a `?` without quotes."""
    return node is None or (isinstance(node, RawText) and node.plain and node.text in ("", "?"))


def setting_of(typed: str, faults: list[Diagnostic]) -> Setting | None:
    """Return `PATH=TEXT` taken apart, or None when it is not of that form."""
    file = f"--set {typed}"
    path, equals, text = typed.partition("=")
    at = Position(file, 1, 1, max(1, len(path)))
    hint = "write `--set article.key=TEXT`, such as `--set funding.model=percentage`"
    if not equals:
        faults.append(error("MB350", f"`--set {typed}` has no `=`", at, hint))
        return None
    parts = parts_of(path)
    if parts is None:
        faults.append(error("MB350", f"`{path}` is no path to an answer", at, hint))
        return None
    start = len(path) + 2
    odd = file_text(file, text.encode("utf-8", "surrogateescape"))[1]
    if odd:
        shifted = (each.at.column if each.at else 1 for each in odd)
        places = (Position(file, 1, column + start - 1) for column in shifted)
        faults += [error(a.code, a.message, at, a.hint) for a, at in zip(odd, places, strict=True)]
        return None
    value = text.strip()
    place = start + len(text) - len(text.lstrip())
    return Setting(parts, RawText(value, Position(file, 1, place, max(1, len(value)))))


class Setting:
    """One `--set`: the parts of its path, and the text."""

    def __init__(self, parts: list[str], value: RawText) -> None:
        """Hold the parts of the path and the text with its place."""
        self._parts = parts
        self._value = value

    def applied(self, root: RawMapping, faults: list[Diagnostic]) -> RawMapping:
        """Return the tree with the value in its place; an unfitting path leaves it as it was."""
        fault_count = len(faults)
        changed = self._into(root, 0, faults)
        fits = len(faults) == fault_count and isinstance(changed, RawMapping)
        return changed if fits and isinstance(changed, RawMapping) else root

    def _at(self, index: int) -> Position:
        column = sum(len(each) + 1 for each in self._parts[:index]) + 1
        return Position(self._value.at.file, 1, column, len(self._parts[index]))

    def _into(self, node: RawNode | None, index: int, faults: list[Diagnostic]) -> RawNode:
        if index == len(self._parts):
            return self._value
        part = self._parts[index]
        if node is None or is_unanswered(node):
            at = self._at(index)
            node = RawList((), at) if number_of(part) else RawMapping((), at)
        if isinstance(node, RawMapping):
            return self._into_mapping(node, index, faults)
        if isinstance(node, RawList):
            return self._into_list(node, index, faults)
        before = ".".join(self._parts[:index])
        hint = f"set `{before}` itself, or take `.{part}` away"
        message = f"`{before}` is a text and has no `{part}`"
        faults.append(error("MB351", message, self._at(index), hint))
        return node

    def _into_mapping(self, node: RawMapping, index: int, faults: list[Diagnostic]) -> RawNode:
        key = self._parts[index]
        value = self._into(node.get(key), index + 1, faults)
        fresh = RawEntry(key, self._at(index), value)
        entries = [fresh if each.key == key else each for each in node.entries]
        if node.entry(key) is None:
            entries.append(fresh)
        return RawMapping(tuple(entries), node.at)

    def _into_list(self, node: RawList, index: int, faults: list[Diagnostic]) -> RawNode:
        part = self._parts[index]
        items = list(node.items)
        number = number_of(part)
        if not 1 <= number <= len(items) + 1:
            have = f"{len(items)} item" + ("" if len(items) == 1 else "s")
            hint = f"count from 1; `{len(items) + 1}` adds an item"
            message = f"`{part}` names no item of a list of {have}"
            faults.append(error("MB352", message, self._at(index), hint))
            return node
        if number > len(items):
            items.append(self._into(None, index + 1, faults))
        else:
            items[number - 1] = self._into(items[number - 1], index + 1, faults)
        return RawList(tuple(items), node.at)

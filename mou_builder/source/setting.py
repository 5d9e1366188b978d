"""A value put into a tree of answers by its path, as `--set PATH=TEXT` and dotted keys do."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic, Position, Related, error
from mou_builder.model.raw import RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.source.decode import nearest
from mou_builder.source.paths import LISTED, number_of, parts_of
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
    answer = RawText(value, Position(file, 1, place, max(1, len(value))))
    return Setting(parts, answer, Position(file, 1, 1))


class Setting:
    """A value to be put under a path: what `--set` and the dotted key of a file have in common.

    `at` is where the path starts. A `--set` replaces what is there; a dotted key adds to it.
    """

    def __init__(
        self, parts: list[str], value: RawNode, at: Position, *, replaces: bool = True
    ) -> None:
        """Hold the parts of the path, and the value with its place."""
        self._parts = parts
        self._value = value
        self._start = at
        self._replaces = replaces

    def applied(self, root: RawMapping, faults: list[Diagnostic]) -> RawMapping:
        """Return the tree with the value in its place; an unfitting path leaves it as it was."""
        fault_count = len(faults)
        changed = self._into(root, 0, faults)
        fits = len(faults) == fault_count and isinstance(changed, RawMapping)
        return changed if fits and isinstance(changed, RawMapping) else root

    def _at(self, index: int) -> Position:
        column = sum(len(each) + 1 for each in self._parts[:index]) + self._start.column
        return self._start._replace(column=column, length=len(self._parts[index]))

    def _into(self, node: RawNode | None, index: int, faults: list[Diagnostic]) -> RawNode:
        if index == len(self._parts):
            return self._value if self._replaces else self._joined(node, self._value, faults)
        part = self._parts[index]
        if node is None or is_unanswered(node):
            node = self._fresh(index)
        if isinstance(node, RawMapping):
            return self._into_mapping(node, index, faults)
        if isinstance(node, RawList):
            return self._into_list(node, index, faults)
        before = ".".join(self._parts[:index])
        hint = f"set `{before}` itself, or take `.{part}` away"
        message = f"`{before}` is a text and has no `{part}`"
        related = () if self._replaces else (Related("the text is here", node.at),)
        faults.append(error("MB351", message, self._at(index), hint, related))
        return node

    def _fresh(self, index: int) -> RawMapping | RawList:
        """Return what the next part of the path leads into where nothing stands yet."""
        at = self._at(index)
        if number_of(self._parts[index]):
            return RawList((), at)
        named = index == 1 and self._parts[0] in LISTED
        made = RawList if named else RawMapping
        return made((), at, partial=True)

    def _into_mapping(self, node: RawMapping, index: int, faults: list[Diagnostic]) -> RawNode:
        key = self._parts[index]
        before = node.entry(key)
        value = self._into(before.value if before else None, index + 1, faults)
        place = before.key_at if before and not self._replaces else self._at(index)
        fresh = RawEntry(key, place, value)
        entries = [fresh if each.key == key else each for each in node.entries]
        if before is None:
            entries.append(fresh)
        return RawMapping(tuple(entries), node.at, node.partial)

    # --- lists ---------------------------------------------------------------------------------

    def _into_list(self, node: RawList, index: int, faults: list[Diagnostic]) -> RawNode:
        part = self._parts[index]
        items = list(node.items)
        number = number_of(part) or _number_of_id(part, items)
        if not number and self._may_name(part, node):
            at = self._at(index)
            items.append(RawMapping((_named(part, at),), at, partial=True))
            number = len(items)
        if not 1 <= number <= len(items) + 1:
            faults.append(self._no_item(node, index))
            return node
        if number > len(items):
            items.append(self._into(None, index + 1, faults))
        else:
            items[number - 1] = self._into(items[number - 1], index + 1, faults)
        return RawList(tuple(items), node.at, node.partial)

    def _may_name(self, part: str, node: RawList) -> bool:
        """Whether a name that no member has makes a new one: not where `--set` misspells one."""
        return node.partial and not (self._replaces and nearest(part, _ids(node)))

    def _no_item(self, node: RawList, index: int) -> Diagnostic:
        part = self._parts[index]
        have = f"{len(node.items)} item" + ("" if len(node.items) == 1 else "s")
        message = f"`{part}` names no item of a list of {have}"
        ids = _ids(node)
        hint = f"count from 1; `{len(node.items) + 1}` adds an item"
        if ids and not part.isdigit():
            near = nearest(part, ids)
            known = ", ".join(f"`{each}`" for each in ids)
            hint = f"did you mean `{near}`?" if near else f"the ids there are {known}"
        return error("MB352", message, self._at(index), hint)

    # --- a dotted key where something stands already -------------------------------------------

    def _joined(self, before: RawNode | None, value: RawNode, faults: list[Diagnostic]) -> RawNode:
        """Return both in one; an answer that is there twice is a fault, and the first one stays."""
        if before is None or is_unanswered(before):
            return value
        if is_unanswered(value):
            return before
        if not (isinstance(before, RawMapping) and isinstance(value, RawMapping)):
            faults.append(self._twice(before, value))
            return before
        for entry in value.entries:
            inner = Setting([*self._parts, entry.key], entry.value, self._start, replaces=False)
            joined = inner._joined(before.get(entry.key), entry.value, faults)
            kept = tuple(each for each in before.entries if each.key != entry.key)
            before = RawMapping((*kept, RawEntry(entry.key, entry.key_at, joined)), before.at)
        return before

    def _twice(self, before: RawNode, value: RawNode) -> Diagnostic:
        first, second = sorted((before.at, value.at), key=lambda at: (at.line, at.column))
        related = (Related("first here", first),)
        message = f"`{'.'.join(self._parts)}` is answered twice"
        hint = "keep one of the two; a dotted key and the same key under its article are one answer"
        return error("MB125", message, second, hint, related)


def _id_of(node: RawNode) -> str:
    """Return the `id` of a list's member, or an empty text when it has none."""
    name = node.get("id") if isinstance(node, RawMapping) else None
    return name.text if isinstance(name, RawText) and not is_unanswered(name) else ""


def _ids(node: RawList) -> list[str]:
    return [name for each in node.items if (name := _id_of(each))]


def _number_of_id(part: str, items: list[RawNode]) -> int:
    """Return which member, counted from 1, has the id; 0 when none has."""
    return next((number for number, each in enumerate(items, 1) if _id_of(each) == part), 0)


def _named(name: str, at: Position) -> RawEntry:
    return RawEntry("id", at, RawText(name, at))

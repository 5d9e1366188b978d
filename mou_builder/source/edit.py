"""The in-place editor: changes the bytes of one value, or adds its lines; all others stay."""

from __future__ import annotations

import re
from typing import NamedTuple

from mou_builder.diagnostics import Diagnostic, Position
from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.source.answers import digest_of
from mou_builder.source.dotted import expanded
from mou_builder.source.paths import number_of, parts_of
from mou_builder.source.setting import Setting
from mou_builder.source.spans import Span, spans_of
from mou_builder.source.text import Source, file_text, holds_unseen
from mou_builder.source.tree import parse_yaml
from mou_builder.source.written import as_written, beside_dotted, is_blank, under_dotted_key

_BREAK = re.compile(r"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"
_SURROGATE = re.compile("[\ud800-\udfff]")
_STEP = "  "
_BLOCKS = ("|", ">")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class EditError(ValueError):
    """The value cannot be set: the file has faults, or the path leads through a text."""


class _Change(NamedTuple):
    """The characters from `start` to `end` give way to the text."""

    start: int
    end: int
    text: str


def set_value(content: bytes, path: str, value: str) -> bytes:
    """Return the file with the text under the path (`a.b.2.c`) set, all other bytes as they were.

    A missing key or next list item is added as lines of its own. Raises EditError when the file
    cannot be read, the path leads through a text or a missing item, or ends at a list or mapping.
    """
    parts = parts_of(path)
    if parts is None:
        raise EditError(f"`{path}` is no path to an answer")
    root = _readable(content, value)
    text = content.decode().removeprefix("\ufeff")
    meant = Setting(parts, RawText(value, root.at), root.at).applied(root, [])
    parts = as_written(parts, root)
    for blocks in (True, False):
        changed = text
        for change in sorted(_Editor(text, blocks=blocks).changes(parts, value), reverse=True):
            changed = changed[: change.start] + change.text + changed[change.end :]
        result = (_BOM if content.startswith(_BOM) else b"") + changed.encode()
        read = parse_yaml(Source("the file", result)).value
        if read is not None and digest_of(expanded(read, [])) == digest_of(meant):
            return result
    raise EditError(f"`{path}` cannot be set without changing other values")


def _readable(content: bytes, value: str) -> RawMapping:
    found = parse_yaml(Source("the file", content))
    wrong = [each for each in found.diagnostics if found.value is None and each.code != "MB106"]
    if wrong:
        raise EditError(f"the file cannot be read: {wrong[0].message}")
    if holds_unseen(value) or _SURROGATE.search(value):
        raise EditError("the value holds a character that no answer may hold")
    faults: list[Diagnostic] = []
    root = expanded(found.value or RawMapping((), Position("the file", 1, 1)), faults)
    if faults:
        raise EditError(f"the file cannot be read: {faults[0].message}")
    return root


class _Editor:
    """One file's text and spans, while one value is set."""

    def __init__(self, text: str, *, blocks: bool) -> None:
        self._text = text
        self._blocks = blocks
        shown = file_text("", text.encode())[0]
        self._root = spans_of(shown.yaml if shown else text)
        found = _BREAK.search(text)
        self._break = found[0] if found else "\n"

    def changes(self, parts: list[str], value: str) -> list[_Change]:
        """Return what is to be changed for the value to stand under the path."""
        node = self._root
        if node is None or node.kind == "text":
            return [self._at_end(self._lines(parts, value, 0, listed=False))]
        above, start = node, 0
        if found := under_dotted_key(node, parts):
            node, start = found
        elif beside_dotted(node, parts):
            return [self._added(node, [".".join(parts)], value)]
        for index, part in enumerate(parts[start:], start):
            if node.kind == "text":
                return self._under_text(above, node, parts, index, value)
            inner = _member(node, part, ".".join(parts[:index]))
            if inner is None:
                return [self._added(node, parts[index:], value)]
            above, node = node, inner
        if node.kind != "text":
            raise EditError(f"`{'.'.join(parts)}` is no single text")
        return [self._replaced(above, node, value)]

    # --- a value that is there -----------------------------------------------------------------

    def _replaced(self, above: Span, node: Span, value: str) -> _Change:
        end = self._written_end(node)
        found = _BREAK.search(self._text, end)
        alone = not self._text[end : found.start() if found else len(self._text)].strip()
        block = self._block(value, above.column) if alone and not above.flow else None
        written = block or _scalar(value, flow=above.flow, quote=node.style)
        lead = self._lead(node.start) if node.start == node.end else ""
        return _Change(node.start, end, lead + written)

    def _written_end(self, node: Span) -> int:
        """Return where the characters of a node end: a block's last line break stays."""
        if node.style not in _BLOCKS:
            return node.end
        return node.start + len(self._text[node.start : node.end].rstrip())

    def _lead(self, start: int) -> str:
        """Return what must stand before a value where there was none."""
        before = self._text[:start].rstrip(" ")[-1:]
        return " " if before in (":", "-") else ": "

    # --- a value that is not -------------------------------------------------------------------

    def _under_text(
        self, above: Span, node: Span, parts: list[str], index: int, value: str
    ) -> list[_Change]:
        """Put keys in the place of an unanswered value, which stands for nothing."""
        if not is_blank(node):
            raise EditError(f"`{'.'.join(parts[:index])}` is a text")
        rest = parts[index:]
        if above.flow:
            lead = self._lead(node.start) if node.start == node.end else ""
            return [_Change(node.start, node.end, lead + _in_flow(rest, value))]
        column = above.column + len(_STEP)
        lines = self._lines(rest, value, column, listed=number_of(rest[0]) > 0)
        gone = [_Change(node.start, node.end, "")] if node.start < node.end else []
        return [*gone, self._below(node.end, lines)]

    def _added(self, node: Span, rest: list[str], value: str) -> _Change:
        listed = node.kind == "list"
        if node.flow:
            end = node.end - 1
            bare = self._text[node.start + 1 : end].rstrip()
            comma = "" if not node.parts or bare.endswith(",") else ", "
            inner = _in_flow(rest[1:], value)
            key = "" if listed else f"{_scalar(rest[0], flow=True)}: "
            return _Change(end, end, comma + key + inner)
        lines = self._lines(rest, value, node.column, listed=listed)
        last = node
        while last.kind != "text" and not last.flow and last.parts:
            last = last.parts[-1][1]
        if last.style not in _BLOCKS:
            return self._below(last.end, lines)
        kept = "+" in _BREAK.split(self._text[last.start : last.end])[0].split("#")[0]
        end = last.end if kept else self._written_end(last)
        if self._text.endswith(("\n", "\r")):
            return self._below(max(0, end - 1) if kept else end, lines)
        return self._before_last(node, lines)

    def _before_last(self, node: Span, lines: list[str]) -> _Change:
        """Stand before a block that ends with the file: it would gain a line break."""
        key = node.parts[-1][0]
        if key is None:
            raise EditError("end the file's last line first")
        lead = " " * node.column
        return _Change(key.start, key.start, self._break.join([*lines, lead]).removeprefix(lead))

    def _below(self, end: int, lines: list[str]) -> _Change:
        """Return the lines placed behind the line on which something ends."""
        found = _BREAK.search(self._text, end)
        if found is None:
            return self._at_end(lines)
        text = "".join(f"{each}{self._break}" for each in lines)
        return _Change(found.end(), found.end(), text)

    def _at_end(self, lines: list[str]) -> _Change:
        end = len(self._text)
        lead = "" if not end or self._text.endswith(("\n", "\r")) else self._break
        return _Change(end, end, lead + "".join(f"{each}{self._break}" for each in lines))

    # --- how it is written ---------------------------------------------------------------------

    def _lines(self, rest: list[str], value: str, column: int, *, listed: bool) -> list[str]:
        """Return the lines of `a: {b: value}` in block form, at the column."""
        lines: list[str] = []
        lead = " " * column
        for index, part in enumerate(rest):
            last = index == len(rest) - 1
            if listed:
                lead += "- "
            else:
                lead += f"{_scalar(part, flow=False)}:" + (" " if last else "")
            if last:
                written = self._block(value, column) or _scalar(value, flow=False)
                lines.append(lead + written)
                break
            column += len(_STEP)
            if not listed:
                lines.append(lead)
                lead = " " * column
            listed = number_of(rest[index + 1]) > 0
            if listed and number_of(rest[index + 1]) != 1:
                raise EditError(f"`{'.'.join(rest[: index + 1])}` has no items yet")
        return lines

    def _block(self, value: str, column: int) -> str | None:
        """Return a text of several lines as a block below its key, where that can be read."""
        body = value.removesuffix("\n").split("\n")
        even = all(each == each.strip() for each in body) and body[0] and body[-1]
        if not self._blocks or "\n" not in value or not even:
            return None
        lead = self._break + " " * (column + len(_STEP))
        lines = "".join(lead + each if each else self._break for each in body)
        return ("|" if value.endswith("\n") else "|-") + lines


def _member(node: Span, part: str, path: str) -> Span | None:
    """Return the value of the key or item, or None when it can be added."""
    if node.kind == "mapping":
        return node.child(part)
    number = number_of(part)
    if not 1 <= number <= len(node.parts) + 1:
        raise EditError(f"`{path}` has {len(node.parts)} items, none of them `{part}`")
    return node.parts[number - 1][1] if number <= len(node.parts) else None


def _in_flow(rest: list[str], value: str) -> str:
    """Return `{a: {b: value}}` on one line."""
    written = _scalar(value, flow=True)
    for part in reversed(rest):
        number = number_of(part)
        written = f"[{written}]" if number else f"{{{_scalar(part, flow=True)}: {written}}}"
    return written


def _scalar(value: str, *, flow: bool, quote: str = "") -> str:
    """Return the text as YAML on one line: as the value before was quoted, where that can be."""
    if value == "?":
        return value
    doubled = value.replace("'", "''")
    ways = {"'": f"'{doubled}'", '"': _quoted(value)}
    if quote in ways and _comes_back(ways[quote], value, flow=flow):
        return ways[quote]
    return value if value and _comes_back(value, value, flow=flow) else _quoted(value)


def _quoted(value: str) -> str:
    return '"' + "".join(_ESCAPES.get(each, each) for each in value) + '"'


def _comes_back(written: str, value: str, *, flow: bool) -> bool:
    """Whether the text, written so as a key and as a value, is read as it is meant."""
    if "\n" in written or "\r" in written:
        return False
    line = f"[{{{written}: {written}}}]" if flow else f"{written}: {written}"
    found = parse_yaml(Source("", f"k: {line}\n".encode() if flow else f"{line}\n".encode()))
    if found.value is None or found.diagnostics:
        return False
    node: RawNode = found.value
    if flow:
        outer = found.value.get("k")
        node = outer.items[0] if isinstance(outer, RawList) and outer.items else outer or node
    inner = node.get(value) if isinstance(node, RawMapping) else None
    return isinstance(inner, RawText) and inner.text == value

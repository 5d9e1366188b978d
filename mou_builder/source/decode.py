"""A small decoder that keeps positions: from raw YAML nodes to typed values, all faults gathered.

A fault leaves a harmless value in its place, so that decoding goes on and one run says everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.raw import RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.model.template import Expression, Template, Uses

E = TypeVar("E", bound=StrEnum)

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NOTHING = ("", "null", "~")
_YES = ("yes", "true")
_NO = ("no", "false")


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the known name most like the name, None when none is like it (difflib's ratio)."""
    # Only a fault needs the module.
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(name, sorted(known), 1, likeness)), None)


def hint_for(name: str, known: Iterable[str]) -> str:
    """Return the cure for an unknown name: the nearest known one, or a list of them all."""
    names = sorted(known)
    near = nearest(name, names)
    if near:
        return f"did you mean `{near}`?"
    if not names:
        return "there is nothing of this kind; take it out"
    shown = ", ".join(f"`{each}`" for each in names[:12])
    return f"known here: {shown}" + (" and others" if len(names) > 12 else "")  # noqa: PLR2004


def text_start(node: RawText) -> Position:
    """Return the place of the text's own first character: behind a quote, below a `|`."""
    at = node.at
    if node.lines_from:
        return Position(at.file, node.lines_from, node.indent)
    return at if node.plain else Position(at.file, at.line, at.column + 1)


def name_fault(name: str, at: Position, what: str) -> Diagnostic | None:
    """Return what is wrong with a name that must be lower_snake, or None."""
    if _NAME.fullmatch(name):
        return None
    hint = "use small letters, digits and `_`, starting with a letter"
    return error("MB205", f"`{name}` cannot be {what}", at, hint)


def _is_nothing(node: RawNode | None) -> bool:
    return node is None or (isinstance(node, RawText) and node.plain and node.text in _NOTHING)


def _kind_of(node: RawNode) -> str:
    match node:
        case RawText():
            return f"`{node.text[:40]}`" if node.text.strip() else "nothing"
        case RawList():
            return "a list"
        case RawMapping():
            return "keys with values"


class Fields:
    """The entries of one mapping while it is decoded; `done` reports those nobody asked for."""

    def __init__(self, node: RawMapping, faults: list[Diagnostic], what: str) -> None:
        """Start on a mapping that is `what` ("a question"); faults are added to the list."""
        self.at = node.at
        self.what = what
        self.faults = faults
        self._node = node
        self._known: dict[str, None] = {}

    # --- asking --------------------------------------------------------------------------------

    def place(self, key: str) -> Position:
        """Return where the key stands, or the mapping when it has no such key."""
        entry = self._node.entry(key)
        return entry.key_at if entry else self.at

    def value_place(self, key: str) -> Position:
        """Return where the value of the key stands, or the mapping when it has no such key."""
        entry = self._node.entry(key)
        return entry.value.at if entry else self.at

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        self._known[key] = None
        return not _is_nothing(self._node.get(key))

    def _find(self, key: str, *, required: bool) -> RawEntry | None:
        """Return the entry, or None when it is missing or empty, which may be a fault."""
        self._known[key] = None
        entry = self._node.entry(key)
        if entry and not _is_nothing(entry.value):
            return entry
        if required:
            hint = f"add a line `{key}: ...`"
            message = f"{self.what} lacks `{key}`"
            self.faults.append(error("MB202", message, entry.key_at if entry else self.at, hint))
        return None

    def _wrong(self, entry: RawEntry, expected: str, hint: str) -> None:
        message = f"expected {expected} for `{entry.key}`, found {_kind_of(entry.value)}"
        self.faults.append(error("MB200", message, entry.value.at, hint))

    # --- scalars -------------------------------------------------------------------------------

    def raw(self, key: str, *, required: bool = False) -> RawText | None:
        """Return the text as it stands, or None when it is missing or no text."""
        entry = self._find(key, required=required)
        if entry is None:
            return None
        if isinstance(entry.value, RawText):
            return entry.value
        self._wrong(entry, "a text", f"write one text after `{key}:`")
        return None

    def text(self, key: str) -> str:
        """Return the text under the key, which must be there, without blanks round it."""
        found = self.raw(key, required=True)
        return found.text.strip() if found else ""

    def text_or(self, key: str, default: str = "") -> str:
        """Return the text under the key, or the default when it is missing."""
        found = self.raw(key)
        return found.text.strip() if found else default

    def name(self, key: str, what: str) -> str:
        """Return the id under the key, which must be lower_snake."""
        found = self.raw(key, required=True)
        if found is None:
            return ""
        fault = name_fault(found.text, found.at, what)
        if fault:
            self.faults.append(fault)
        return found.text

    def yes_no(self, key: str, *, default: bool) -> bool:
        """Return the yes or no under the key, or the default when it is missing."""
        found = self.raw(key)
        if found is None:
            return default
        if found.text.lower() in (*_YES, *_NO):
            return found.text.lower() in _YES
        message = f"expected yes or no for `{key}`, found `{found.text[:40]}`"
        self.faults.append(error("MB200", message, found.at, "write `yes` or `no`"))
        return default

    def whole(self, key: str, default: int | None = None) -> int:
        """Return the whole number under the key, which must be there if there is no default."""
        found = self.raw(key, required=default is None)
        if found is None:
            return default or 0
        if re.fullmatch(r"[0-9]{1,9}", found.text):
            return int(found.text)
        message = f"expected a whole number for `{key}`, found `{found.text[:40]}`"
        self.faults.append(error("MB200", message, found.at, "write it in digits, such as `10`"))
        return default or 0

    def one_of(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Return the member of the enumeration, which must be there if there is no default."""
        found = self.raw(key, required=default is None)
        fallback = default or next(iter(kind))
        if found is None:
            return fallback
        names = [each.value for each in kind]
        if found.text in names:
            return kind(found.text)
        message = f"`{found.text[:40]}` is no value of `{key}`"
        self.faults.append(error("MB203", message, found.at, hint_for(found.text, names)))
        return fallback

    def word_of(self, key: str, words: tuple[str, ...], default: str = "") -> str:
        """Return one of the words, or the default when it is missing."""
        found = self.raw(key)
        if found is None:
            return default
        if found.text in words:
            return found.text
        message = f"`{found.text[:40]}` is no value of `{key}`"
        self.faults.append(error("MB203", message, found.at, hint_for(found.text, words)))
        return default

    # --- collections ---------------------------------------------------------------------------

    def nodes(self, key: str, *, alone: bool = False) -> tuple[RawNode, ...]:
        """Return the parts of the list, or a text that may stand `alone`; empty when missing."""
        entry = self._find(key, required=False)
        if entry is None:
            return ()
        if alone and isinstance(entry.value, RawText):
            return (entry.value,)
        if isinstance(entry.value, RawList):
            return entry.value.items
        self._wrong(entry, "a list", f"write `{key}: [one, another]`")
        return ()

    def raws(self, key: str, *, alone: bool = False) -> tuple[RawText, ...]:
        """Return the texts of the list, or one that may stand `alone`; empty when missing."""
        found = self.nodes(key, alone=alone)
        for each in found:
            if not isinstance(each, RawText):
                message = f"expected a text in `{key}`, found {_kind_of(each)}"
                self.faults.append(error("MB200", message, each.at, "write one text an item"))
        return tuple(each for each in found if isinstance(each, RawText))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of the list under the key; empty when it is missing."""
        return tuple(each.text for each in self.raws(key))

    def mapping(self, key: str, what: str) -> Fields | None:
        """Return the mapping under the key, or None when it is missing or no mapping."""
        entry = self._find(key, required=False)
        if entry is None:
            return None
        if isinstance(entry.value, RawMapping):
            return Fields(entry.value, self.faults, what)
        self._wrong(entry, "keys with values", f"indent them under `{key}:`, one a line")
        return None

    def words(self, key: str) -> dict[str, str]:
        """Return the texts of the mapping under the key by their names; empty when missing."""
        found = self.mapping(key, f"`{key}`")
        return {name: found.text(name) for name in found.keys()} if found else {}  # noqa: SIM118

    def keys(self) -> tuple[str, ...]:
        """Return all keys of the mapping, for one whose keys are names."""
        return tuple(each.key for each in self._node.entries)

    def items(self, key: str, what: str, *, required: bool = False) -> Iterator[Fields]:
        """Yield the mappings of the list under the key."""
        entry = self._find(key, required=required)
        if entry is None:
            return
        if not isinstance(entry.value, RawList):
            self._wrong(entry, "a list", "start each item with `- `")
            return
        for each in entry.value.items:
            if isinstance(each, RawMapping):
                yield Fields(each, self.faults, what)
            else:
                message = f"expected keys with values in `{key}`, found {_kind_of(each)}"
                hint = f"write {what} as `- key: value`"
                self.faults.append(error("MB200", message, each.at, hint))

    # --- the clause language -------------------------------------------------------------------

    def template(self, key: str) -> Template:
        """Return the clause text under the key, which must be there."""
        return self.template_or_none(key, required=True) or _blank(self.at)

    def template_or_none(self, key: str, *, required: bool = False) -> Template | None:
        """Return the clause text under the key, or None when it is missing or faulty."""
        found = self.raw(key, required=required)
        return template_of(found, self.faults) if found else None

    def expression(self, key: str, *, required: bool = False) -> Expression | None:
        """Return the condition or computed value, or None when it is missing or faulty."""
        found = self.raw(key, required=required)
        if found is None:
            return None
        from mou_builder.language import parse_expression  # noqa: PLC0415 - brings Jinja2

        parsed = parse_expression(found.text, text_start(found))
        self.faults.extend(parsed.diagnostics)
        return parsed.value

    def done(self) -> None:
        """Report the keys that nobody asked for, each with the nearest known one."""
        for entry in self._node.entries:
            if entry.key not in self._known:
                message = f"{self.what} has no key `{entry.key}`"
                hint = hint_for(entry.key, self._known)
                self.faults.append(error("MB201", message, entry.key_at, hint))


def template_of(found: RawText, faults: list[Diagnostic]) -> Template:
    """Return the clause text parsed; a faulty one adds its faults and comes back empty."""
    from mou_builder.language import parse_template  # noqa: PLC0415 - brings Jinja2

    parsed = parse_template(found.text, text_start(found))
    faults.extend(parsed.diagnostics)
    return parsed.value or _blank(found.at)


def _blank(at: Position) -> Template:
    return Template("", at, (), Uses())

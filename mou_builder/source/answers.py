"""The layers of answers: profiles, the answer file, `--set`; merged, each value with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path

from mou_builder.diagnostics import Diagnostic, Outcome, Position, errors_in, outcome
from mou_builder.model.raw import RawAnswers, RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.source.dotted import expanded
from mou_builder.source.resources import read_file
from mou_builder.source.setting import is_unanswered, setting_of
from mou_builder.source.text import Source

# Who did it, when, and what was looked at are one statement, of one layer.
_WHOLE = ("accept", "confirmed")
# Of these the stronger layer's answer counts alone: what is departed from is not attached, too.
_ALONE = ("state_form",)


def read_answers(
    answers: Path | Source, profiles: Sequence[Path | Source] = (), sets: Sequence[str] = ()
) -> Outcome[RawAnswers]:
    """Return the merged layers, weakest first: profiles, the answer file, then each `--set`.

    Mappings merge, and so do lists whose members all have an `id`, member by member; other lists
    are replaced whole. What is wholly unanswered (`?` or empty) hides no weaker answer. There is
    no value when any layer has a fault; all faults of all layers are given.
    """
    faults: list[Diagnostic] = []
    layers = [_layer(each, faults) for each in (*profiles, answers)]
    root = RawMapping((), Position(_name(answers), 1, 1))
    for layer in layers:
        root = merged(root, layer, _WHOLE) if layer else root
    settings = [setting_of(each, faults) for each in sets]
    if not any(layer is None for layer in layers):
        for setting in settings:
            root = setting.applied(root, faults) if setting else root
    names = frozenset(_name(each) for each in profiles)
    return outcome(RawAnswers(root, _name(answers), names, digest_of(root)), faults)


def read_rest(
    answers: Path | Source, profiles: Sequence[Path | Source] = (), sets: Sequence[str] = ()
) -> RawAnswers:
    """Return the merged layers without what cannot be read in them, where `read_answers` fails."""
    found: list[Diagnostic] = []
    root = RawMapping((), Position(_name(answers), 1, 1))
    for each in (*profiles, answers):
        layer = _layer(each, found, rest=True)
        root = merged(root, layer) if layer else root
    for setting in (setting_of(each, found) for each in sets):
        root = setting.applied(root, found) if setting else root
    return RawAnswers(root, _name(answers), frozenset(_name(each) for each in profiles), "")


def _name(layer: Path | Source) -> str:
    return layer.name if isinstance(layer, Source) else str(layer)


def _layer(
    layer: Path | Source, faults: list[Diagnostic], *, rest: bool = False
) -> RawMapping | None:
    """Return the layer; with a fault None or, where the `rest` is asked for, what can be read."""
    found = layer if isinstance(layer, Source) else read_file(layer)
    if isinstance(found, Diagnostic):
        faults.append(found)
        return None
    from mou_builder.source.tree import parse_what_can_be_read  # noqa: PLC0415 - brings PyYAML

    root, unread = parse_what_can_be_read(found, by_hand=True)
    doubled: list[Diagnostic] = []
    grown = expanded(root, doubled) if root else None
    faults += (*unread, *doubled)
    return grown if rest or not (errors_in(unread) or doubled) else None


# --- merging -----------------------------------------------------------------------------------


def merged(weaker: RawMapping, stronger: RawMapping, whole: Collection[str] = ()) -> RawMapping:
    """Return both in one, key by key; the reader's limit of levels bounds the recursion.

    Under the keys of `whole` each entry is taken from one of the two as it stands.
    """
    entries = {each.key: each for each in weaker.entries}
    for entry in stronger.entries:
        alone = whole and entry.key in _ALONE and not _holds_no_answer(entry.value)
        before = None if alone else entries.get(entry.key)
        one = entry.key in whole
        entries[entry.key] = _stronger(before, entry, one=one) if before else entry
    return RawMapping(tuple(entries.values()), stronger.at, stronger.partial)


def _stronger(before: RawEntry, entry: RawEntry, *, one: bool = False) -> RawEntry:
    if isinstance(before.value, RawMapping) and isinstance(entry.value, RawMapping):
        inner = {each.key for each in entry.value.entries if not _holds_no_answer(each.value)}
        weaker = _without(before.value, inner) if one else before.value
        return RawEntry(entry.key, entry.key_at, merged(weaker, entry.value))
    if _holds_no_answer(entry.value):
        return before
    if isinstance(before.value, RawList) and isinstance(entry.value, RawList):
        return RawEntry(entry.key, entry.key_at, _merged_list(before.value, entry.value))
    return entry


def _without(mapping: RawMapping, keys: Collection[str]) -> RawMapping:
    kept = tuple(each for each in mapping.entries if each.key not in keys)
    return RawMapping(kept, mapping.at, mapping.partial)


def _holds_no_answer(node: RawNode) -> bool:
    """Whether all of it is left open, such as the empty signature lines of a questionnaire."""
    if isinstance(node, RawText):
        return is_unanswered(node)
    parts = node.items if isinstance(node, RawList) else [each.value for each in node.entries]
    return bool(parts) and all(_holds_no_answer(each) for each in parts)


def _merged_list(weaker: RawList, stronger: RawList) -> RawList:
    """Return the stronger list, its members merged with the weaker ones of the same `id`."""
    before, named = _by_id(weaker), _by_id(stronger)
    if not before or not named:
        return stronger
    # Dotted keys speak of some members: which ones there are, the weaker layer says.
    order = (*before, *named) if stronger.partial else tuple(named)
    items = (
        merged(before[key], named[key])
        if key in before and key in named
        else named.get(key) or before[key]
        for key in dict.fromkeys(order)
    )
    return RawList(tuple(items), stronger.at, stronger.partial and weaker.partial)


def _by_id(members: RawList) -> dict[str, RawMapping] | None:
    """Return the members by their ids in the order typed, or None unless each has its own."""
    found: dict[str, RawMapping] = {}
    for each in members.items:
        name = each.get("id") if isinstance(each, RawMapping) else None
        if not isinstance(each, RawMapping) or not isinstance(name, RawText):
            return None
        if is_unanswered(name) or name.text in found:
            return None
        found[name.text] = each
    return found


def digest_of(root: RawMapping) -> str:
    """Return the SHA-256 of the content: places, comments and the order of keys do not count."""
    digest = hashlib.sha256()
    waiting: list[RawNode | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            digest.update(f"{node}\n".encode())
        elif isinstance(node, RawText):
            digest.update(f"t{len(node.text)}:{node.text}\n".encode())
        elif isinstance(node, RawList):
            digest.update(f"l{len(node.items)}\n".encode())
            waiting.extend(reversed(node.items))
        else:
            digest.update(f"m{len(node.entries)}\n".encode())
            for entry in sorted(node.entries, key=lambda each: each.key, reverse=True):
                waiting += (entry.value, f"k{len(entry.key)}:{entry.key}")
    return digest.hexdigest()

"""Reads what the answer file decides for this agreement alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mou_builder.diagnostics import Diagnostic, Position, error, warning
from mou_builder.model.answers import Acceptance, Decisions, Named, Review
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import ClauseScope, Jurisdiction, Library
from mou_builder.model.question import Kind, Question, Who
from mou_builder.model.raw import RawEntry, RawMapping, RawNode, RawText
from mou_builder.stages.answering.accepting import acceptable
from mou_builder.stages.answering.rewording import own_words, read_additional, read_reword
from mou_builder.stages.answering.scalars import Misread, read_scalar
from mou_builder.stages.answering.typed import cut_by_comma, is_blank, shape
from mou_builder.stages.nearest import nearest, one_of, suggestion

RESERVED = frozenset(
    {
        *("instrument", "state", "style", "numbering", "scope", "stance", "notice"),
        *("choose", "omit", "reword", "accept", "confirmed", "review"),
        *("parties", "other_parties", "additional_provisions", "exhibits"),
    }
)
STANCES = ("balanced", "district", "agency")
SCOPES = tuple(each.value for each in ClauseScope)


@dataclass(frozen=True, slots=True)
class Deciding:
    """The decisions' place in the file, what they may name, and the faults found so far.

    The list belongs to one run of `answer`, which hands out a copy only.
    """

    root: RawMapping
    library: Library
    instrument: Instrument
    faults: list[Diagnostic] = field(default_factory=list)

    def fault(self, code: str, message: str, at: Position, hint: str) -> None:
        """Note a fault."""
        self.faults.append(error(code, message, at, hint))

    def text(self, key: str) -> RawText | None:
        """Return the text under a top-level key, or None; a list or keys there are a fault."""
        node = self.root.get(key)
        if node is None or is_blank(node):
            return None
        if isinstance(node, RawText):
            return node
        hint = f"write `{key}: ` and the value on the same line"
        self.fault("MB331", f"expected one value, found {shape(node)}", node.at, hint)
        return None

    def entries(self, key: str, example: str) -> tuple[RawEntry, ...]:
        """Return the entries under a top-level key; anything but keys with values is a fault."""
        node = self.root.get(key)
        if node is None or is_blank(node):
            return ()
        if isinstance(node, RawMapping):
            return node.entries
        hint = f"write on the next line, indented: `{example}`"
        self.fault("MB331", f"expected keys with values, found {shape(node)}", node.at, hint)
        return ()

    def clauses(self, key: str, example: str, also: Collection[str] = ()) -> Iterator[RawEntry]:
        """Yield the entries under a top-level key whose own keys are clauses, or among `also`."""
        for entry in self.entries(key, example):
            if entry.key in self.library.clauses or entry.key in also:
                yield entry
                continue
            otherwise = "`mou-builder list clauses` shows them all"
            hint = suggestion(entry.key, self.library.clauses, otherwise)
            self.fault("MB329", f"there is no clause `{entry.key}`", entry.key_at, hint)


def read_decisions(
    root: RawMapping, library: Library, instrument: Instrument
) -> tuple[Decisions, tuple[Diagnostic, ...]]:
    """Return the decisions, and what is wrong with them."""
    deciding = Deciding(root, library, instrument)
    words = own_words(root, library, instrument, deciding.faults)
    decisions = Decisions(
        choose=_choose(deciding),
        omit=_omit(deciding),
        reword={
            entry.key: reword
            for entry in deciding.clauses("reword", "funding.cost_share: |")
            if (reword := read_reword(entry, words))
        },
        accept=_accept(deciding, (*words.named, *_bounds(library))),
        additional=read_additional(root, words),
        stance=_one_of(deciding, "stance", STANCES),
        scope=_one_of(deciding, "scope", SCOPES) or SCOPES[0],
        numbering=_text(deciding, "numbering"),
        style=_text(deciding, "style"),
        state=_state(deciding),
        notice=_text(deciding, "notice"),
        review=_review(deciding),
        confirmed=_confirmed(deciding),
    )
    _exhibits(deciding)
    return decisions, tuple(deciding.faults)


# --- plain words -------------------------------------------------------------------------------


def _text(deciding: Deciding, key: str) -> str:
    node = deciding.text(key)
    return " ".join(node.text.split()) if node else ""


def _one_of(deciding: Deciding, key: str, words: tuple[str, ...]) -> str:
    """Return the word typed, or an empty text when none or an unknown one was typed."""
    node = deciding.text(key)
    typed = node.text.strip().casefold() if node else ""
    if node and typed not in words:
        hint = suggestion(typed, words, f"write {one_of(words)}")
        deciding.fault("MB333", f"`{node.text.strip()}` is not known here", node.at, hint)
        return ""
    return typed


def _state(deciding: Deciding) -> str:
    """Return the state's code, empty when none is named."""
    node = deciding.text("state")
    if not node:
        return ""
    found = _jurisdiction(deciding.library.jurisdictions, node.text.strip().casefold())
    if not found:
        names = [each.name for each in deciding.library.jurisdictions.values() if each.code != "us"]
        hint = suggestion(node.text.strip(), names, "write its two letters, for example `WA`")
        deciding.fault("MB327", f"`{node.text.strip()}` is no state", node.at, hint)
        return ""
    if not found.facts:
        message = f"no laws of {found.name} are on file yet"
        hint = "counsel adds what the state's law asks for, under `additional_provisions:`"
        deciding.faults.append(warning("MB328", message, node.at, hint))
    return found.code


def _jurisdiction(known: Mapping[str, Jurisdiction], typed: str) -> Jurisdiction | None:
    for each in known.values():
        if each.code != "us" and typed in (each.code.casefold(), each.name.casefold()):
            return each
    return None


# --- clauses -----------------------------------------------------------------------------------


def _choose(deciding: Deciding) -> dict[str, Named]:
    chosen = {}
    for entry in deciding.clauses("choose", "funding.cost_share: percentage"):
        name = _reason(deciding, entry, "the name of an alternative")
        known = [each.id for each in deciding.library.clauses[entry.key].alternatives]
        if name and name.name not in known:
            best = nearest(name.name, known)
            hint = f"did you mean `{best}`?" if best else f"write {one_of(known)}"
            message = f"the clause `{entry.key}` has no alternative `{name.name}`"
            deciding.fault("MB330", message, name.at, hint)
        elif name:
            chosen[entry.key] = name
    return chosen


def _omit(deciding: Deciding) -> dict[str, Named]:
    found = {}
    for entry in deciding.clauses("omit", "liability.insurance: covered by the risk pool"):
        reason = _reason(deciding, entry, "the reason for leaving it out")
        if reason:
            found[entry.key] = reason
    return found


def _reason(deciding: Deciding, entry: RawEntry, wanted: str) -> Named | None:
    if isinstance(entry.value, RawText) and not is_blank(entry.value):
        return Named(" ".join(entry.value.text.split()), entry.value.at)
    hint = f"write `{entry.key}: ` and {wanted}"
    found = "nothing" if is_blank(entry.value) else shape(entry.value)
    deciding.fault("MB331", f"expected {wanted}, found {found}", entry.value.at, hint)
    return None


def _accept(deciding: Deciding, added: Collection[str]) -> dict[str, Acceptance]:
    found = {}
    example = "liability.immunity: {by: Jane Doe, on: 2026-05-01}"
    also = {*added, *acceptable(deciding.root, deciding.library)}
    for entry in deciding.clauses("accept", example, also):
        accepted = _acceptance(deciding, entry)
        if accepted:
            found[entry.key] = accepted
    return found


def _bounds(library: Library) -> Iterator[str]:
    """Yield the ids of what law on file rules out, which counsel may accept all the same."""
    for each in library.jurisdictions.values():
        yield from (bound.of for bound in each.law.bounds)


def _confirmed(deciding: Deciding) -> dict[str, Acceptance]:
    found = {}
    for entry in deciding.entries("confirmed", "wa.interlocal: {by: Jane Doe, on: 2026-05-01}"):
        if entry.key not in deciding.library.facts:
            hint = suggestion(entry.key, deciding.library.facts, "see the facts of your state")
            deciding.fault("MB335", f"there is no fact `{entry.key}`", entry.key_at, hint)
        elif accepted := _acceptance(deciding, entry):
            found[entry.key] = accepted
    return found


def _acceptance(deciding: Deciding, entry: RawEntry) -> Acceptance | None:
    """Return who accepted and when; None while either is open, which leaves the clause open."""
    hint = f"write `{entry.key}: {{by: Jane Doe, on: 2026-05-01}}`"
    parts = _parts(deciding, entry.value, ("by", "on"), hint)
    if parts is None:
        return None
    when = _date(deciding, parts.get("on"))
    by = parts.get("by")
    return Acceptance(entry.key, by.text.strip(), when, entry.key_at) if by and when else None


def _parts(
    deciding: Deciding, node: RawNode, keys: tuple[str, ...], hint: str
) -> dict[str, RawText] | None:
    """Return the texts under the keys, without those left open; None after a fault."""
    if not isinstance(node, RawMapping):
        deciding.fault("MB331", f"expected who and when, found {shape(node)}", node.at, hint)
        return None
    found = {}
    for entry in node.entries:
        if entry.key not in keys or not isinstance(entry.value, RawText):
            message = f"`{entry.key}` with {shape(entry.value)} is not asked here"
            if whole := cut_by_comma(entry, node.entries):
                message = "a comma cuts this answer off"
                hint = f"put double quotes round a date that holds a comma: {whole}"
            deciding.fault("MB331", message, entry.key_at, hint)
            return None
        if not is_blank(entry.value):
            found[entry.key] = entry.value
    return found


_ON = Question("on", "When?", "", Who.COUNSEL, Kind.DATE, "date")


def _date(deciding: Deciding, node: RawText | None) -> date | None:
    read = read_scalar(_ON, node.text) if node else None
    if isinstance(read, Misread) and node:
        deciding.fault(read.code, read.message, node.at, read.hint)
    return read if isinstance(read, date) else None


# --- review and exhibits -----------------------------------------------------------------------


def _review(deciding: Deciding) -> Review | None:
    node = deciding.root.get("review")
    if node is None or is_blank(node):
        return None
    if isinstance(node, RawText) and node.text.strip().casefold() == "none":
        return Review(none=True, at=node.at)
    hint = "write `review: {by: Jane Doe, for: the District, on: 2026-05-01}`, or `review: none`"
    parts = _parts(deciding, node, ("by", "for", "on"), hint)
    if parts is None:
        return None
    by, client, on = (parts.get(each) for each in ("by", "for", "on"))
    when = _date(deciding, on)
    if not (by and client and when):
        return None
    return Review(by.text.strip(), client.text.strip(), when, at=node.at)


def _exhibits(deciding: Deciding) -> None:
    node = deciding.root.get("exhibits")
    if node is None or is_blank(node) or getattr(node, "items", None) == ():
        return
    message = "files as exhibits are not supported yet in this version"
    hint = "take `exhibits:` out, and attach the files to the finished Word document"
    deciding.fault("MB332", message, node.at, hint)

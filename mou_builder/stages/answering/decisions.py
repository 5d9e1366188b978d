"""Reads what the answer file decides for this agreement alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.model.answers import Acceptance, Decisions, Named, Review
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import ClauseScope, Jurisdiction, Library
from mou_builder.model.raw import RawEntry, RawMapping, RawText
from mou_builder.stages.answering.accepting import acceptable
from mou_builder.stages.answering.citing import confirmed, uncited
from mou_builder.stages.answering.deciding import Deciding, acceptance, date_of, parts_of
from mou_builder.stages.answering.rewording import own_words, read_additional, read_reword
from mou_builder.stages.answering.state_form import state_form
from mou_builder.stages.answering.typed import is_blank, shape
from mou_builder.stages.nearest import nearest, one_of, suggestion

RESERVED = frozenset(
    {
        *("instrument", "state", "style", "numbering", "scope", "stance", "notice"),
        *("choose", "omit", "reword", "accept", "confirmed", "cite", "review"),
        "state_form",
        *("parties", "other_parties", "additional_provisions", "exhibits"),
    }
)
STANCES = ("balanced", "district", "agency")
SCOPES = tuple(each.value for each in ClauseScope)


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
        accept=_accept(deciding, words.named),
        additional=read_additional(root, words),
        stance=_one_of(deciding, "stance", STANCES),
        scope=_one_of(deciding, "scope", SCOPES) or SCOPES[0],
        numbering=_text(deciding, "numbering"),
        style=_text(deciding, "style"),
        state=_state(deciding),
        notice=_text(deciding, "notice"),
        review=_review(deciding),
        confirmed=confirmed(deciding),
        uncited=uncited(deciding),
        state_form=state_form(deciding),
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
        accepted = acceptance(deciding, entry)
        if accepted:
            found[entry.key] = accepted
    return found


# --- review and exhibits -----------------------------------------------------------------------


def _review(deciding: Deciding) -> Review | None:
    node = deciding.root.get("review")
    if node is None or is_blank(node):
        return None
    if isinstance(node, RawText) and node.text.strip().casefold() == "none":
        return Review(none=True, at=node.at)
    hint = "write `review: {by: Jane Doe, for: the District, on: 2026-05-01}`, or `review: none`"
    parts = parts_of(deciding, node, ("by", "for", "on"), hint)
    if parts is None:
        return None
    by, client, on = (parts.get(each) for each in ("by", "for", "on"))
    when = date_of(deciding, on)
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

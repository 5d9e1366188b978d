"""How an agreement stands to a client's own positions: for the screen alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mou_builder.diagnostics import Diagnostic, Related, warning
from mou_builder.model.positions import ClausePosition
from mou_builder.model.selection import Omitted, Rule, Selected, Selection


def position_warnings(
    selection: Selection, positions: Iterable[ClausePosition]
) -> Iterator[Diagnostic]:
    """Yield a warning for each clause that takes neither the preferred wording nor the fallback.

    A clause that the answers or the instrument keep out is no concern of a position.
    """
    both: tuple[Selected | Omitted, ...] = (*selection.chosen, *selection.omitted)
    fates = {each.clause.id: each for each in both}
    for position in positions:
        fate = fates.get(position.clause)
        said = _against(fate, position) if fate else ""
        if fate and said:
            yield _warning(position, said, fate)


def standing(fate: Selected | Omitted, position: ClausePosition) -> str:
    """Return in a few words how the clause stands to the position; empty where there is nothing."""
    if isinstance(fate, Selected) and fate.rule is not Rule.REWORDED:
        if fate.alternative.id == position.prefer:
            return "as you prefer"
        if fate.alternative.id in position.wordings:
            return "your fallback"
    who = f"; ask {position.approver}" if position.approver else ""
    return f"not your position{who}" if _against(fate, position) else ""


def position_lines(fate: Selected | Omitted, position: ClausePosition) -> Iterator[str]:
    """Yield what is said of one clause's position: its parts, and how the clause stands to it."""
    where = f"{position.at.file}:{position.at.line}"
    how = standing(fate, position)
    yield f"  your position ({where}), which is in no document{f': {how}' if how else ''}"
    if position.prefer:
        yield f"    prefer: {position.prefer}"
    if position.fallback:
        yield f"    fallback: {position.fallback}"
    if position.walk_away:
        yield f"    walk away: {position.walk_away}"
    if position.approver:
        yield f"    approver: {position.approver}"


def position_value(fate: Selected | Omitted, position: ClausePosition) -> dict[str, Any]:
    """Return the position and how the clause stands to it, for JSON."""
    return {
        "prefer": position.prefer,
        "fallback": position.fallback,
        "walk_away": position.walk_away,
        "approver": position.approver,
        "at": position.at._asdict(),
        "standing": standing(fate, position),
    }


def _against(fate: Selected | Omitted, position: ClausePosition) -> str:
    """Return how the clause departs from the position; empty when it does not."""
    if not position.wordings:
        return ""
    if isinstance(fate, Omitted):
        return "is left out under `omit:`" if fate.at else ""
    if fate.rule is Rule.REWORDED:
        return "stands in words of your own"
    if fate.alternative.id in position.wordings:
        return ""
    return f"takes the wording `{fate.alternative.id}`"


def _warning(position: ClausePosition, said: str, fate: Selected | Omitted) -> Diagnostic:
    wanted = " nor ".join(f"`{each}`" for each in position.wordings)
    neither = f"neither {wanted}" if len(position.wordings) > 1 else f"not {wanted}"
    who = position.approver or "whoever may approve it"
    take = f"choose: {{{position.clause}: {position.wordings[0]}}}"
    place = next((each.at for each in fate.reasons if each.at), fate.clause.at)
    return warning(
        "MB408",
        f"`{position.clause}` {said}, {neither} of your position",
        position.at,
        f"ask {who}, or write `{take}`",
        [Related("what the agreement takes follows from here", place)],
    )

"""Finds the name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(typed: str, names: Iterable[str]) -> str:
    """Return the name most like what was typed, or an empty text when none is like it."""
    # Asked for faults only; difflib is not worth its import in a run without any.
    from difflib import get_close_matches  # noqa: PLC0415

    known = {each.casefold(): each for each in sorted(names)}
    wanted = typed.casefold().replace("-", "_").replace(" ", "_")
    found = get_close_matches(wanted, known, n=1, cutoff=0.6)
    return known[found[0]] if found else ""


def nearest_choice(typed: str, names: Iterable[str]) -> str:
    """Return the choice that was misspelt, or an empty text.

    Stricter than `nearest`: `annually` is no `semiannual`, and `9 months` are no `ten_months`.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - as above

    wanted = typed.strip().casefold().replace("-", "_").replace(" ", "_")
    folded = {each.casefold().replace("-", "_").replace(" ", "_"): each for each in sorted(names)}
    known = [each for each in folded if each[:1] == wanted[:1]]
    found = get_close_matches(wanted, known, n=1, cutoff=_ALIKE)
    return folded[found[0]] if found else ""


_ALIKE = 0.75


def suggestion(typed: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return the cure for an unknown name: the nearest one, else the whole list if it is short."""
    known = tuple(sorted(names))
    best = nearest(typed, known)
    if best:
        return f"did you mean `{best}`?"
    if otherwise or not known:
        return otherwise
    return f"write {one_of(known)}" if len(known) <= _SHORT else f"such as `{known[0]}`"


_SHORT = 12


def one_of(names: Iterable[str]) -> str:
    """Return the names as a list to choose from: "`a`, `b` or `c`"."""
    shown = [f"`{each}`" for each in names]
    return " or ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)

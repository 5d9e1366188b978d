"""The page of each diagnostic code: `MB303.md` beside this file is what `explain MB303` prints."""

from __future__ import annotations

from importlib.resources import files


def codes() -> tuple[str, ...]:
    """Return the codes that have a page, sorted."""
    names = (each.name for each in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


def page(code: str) -> str | None:
    """Return the page of a code, or None when there is none."""
    found = files(__name__) / f"{code}.md"
    return found.read_text(encoding="utf-8") if code in codes() else None

"""One module or package a format, found by listing: each exposes `WRITER`, a `Writer`.

A format's module imports what it needs when it writes, not before: listing the formats must not
cost the start of every command. What the formats print alike is in `model.reading`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from mou_builder.diagnostics import Diagnostic
from mou_builder.model.agreement import Agreement
from mou_builder.model.style import HouseStyle


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format.

    `name` is what `--format` takes (`docx`), `suffix` a file's (`.docx`), `title` what it is called
    ("Word document"). `write` returns the whole file. `is_ours` says of a file's bytes whether this
    program wrote them and nobody has edited them since; `check` what is wrong in the structure of a
    file, given its bytes and its name. Both are None for a format that cannot tell.
    """

    name: str
    suffix: str
    title: str
    write: Callable[[Agreement, HouseStyle], bytes]
    is_ours: Callable[[bytes], bool] | None = None
    check: Callable[[bytes, str], tuple[Diagnostic, ...]] | None = None


@cache
def writers() -> tuple[Writer, ...]:
    """Return the formats, sorted by name: one for each module here that has a `WRITER`."""
    modules = (import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__))
    found = [each.WRITER for each in modules if hasattr(each, "WRITER")]
    return tuple(sorted(found, key=lambda each: each.name))


def writer_named(name: str) -> Writer | None:
    """Return the format of that name, or None when there is none."""
    return next((each for each in writers() if each.name == name), None)


def writer_for(suffix: str) -> Writer | None:
    """Return the format of a file's suffix (`.docx`, in either case), or None."""
    return next((each for each in writers() if each.suffix == suffix.lower()), None)

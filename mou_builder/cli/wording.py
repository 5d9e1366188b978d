"""What the rules of wording find, for the commands that say it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mou_builder.diagnostics import Diagnostic, Outcome

if TYPE_CHECKING:
    from mou_builder.pipeline import Assembled


def found_in(assembled: Outcome[Assembled], *, own: bool = False) -> tuple[Diagnostic, ...]:
    """Return what is found in an agreement; with `own`, in the office's own words alone."""
    if assembled.value is None:
        return ()
    from mou_builder import rules  # noqa: PLC0415 - not for `--help`

    known = assembled.value.decided
    given = (known.inputs.library, known.inputs.instrument, known.answers, known.selection)
    return rules.findings(rules.of_agreement(assembled.value.agreement, *given), own=own)


def found_in_library(overlays: tuple[Path, ...], cache: Path | None) -> tuple[Diagnostic, ...]:
    """Return what is found in the library and the instruments, or the library's errors."""
    from mou_builder import rules, source  # noqa: PLC0415 - as above

    library = source.read_library(overlays, cache=cache)
    if library.value is None:
        return library.diagnostics
    names = source.instrument_ids()
    kinds = [source.read_instrument(each, library.value, cache=cache).value for each in names]
    return rules.findings(rules.of_library(library.value, filter(None, kinds)))

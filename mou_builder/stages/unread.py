"""What is wrong in the answers that can be read, where a file has lines that cannot."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic, errors_in
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.raw import RawAnswers
from mou_builder.stages.answer import answer

# What these say may only be so because a line could not be read.
_OF_WHAT_IS_MISSING = frozenset(("MB320", "MB321", "MB323", "MB324", "MB326"))


def faults_beside(
    unread: tuple[Diagnostic, ...], raw: RawAnswers, library: Library, instrument: Instrument
) -> tuple[Diagnostic, ...]:
    """Return the errors of the answers that could be read, but none that an `unread` line causes.

    Of a line that has a fault already nothing more is said.
    """
    told = {each.at[:2] for each in unread if each.at}
    return tuple(
        each
        for each in errors_in(answer(raw, library, instrument).diagnostics)
        if each.code not in _OF_WHAT_IS_MISSING and each.at and each.at[:2] not in told
    )

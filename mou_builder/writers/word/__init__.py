"""Writes the agreement as a Word document."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic
from mou_builder.model.agreement import Agreement
from mou_builder.model.style import HouseStyle
from mou_builder.writers import Writer


class BrokenOutput(Exception):  # noqa: N818 - it names what happened, and only a bug of ours raises it
    """The finished file has a fault that Word would repair: a bug of this program.

    `diagnostics` are what the structural check found; the file is not handed over.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep the findings, and say the first of them."""
        first = diagnostics[0]
        super().__init__(f"{first.code}: {first.message} ({len(diagnostics)} in all)")
        self.diagnostics = diagnostics


def write(agreement: Agreement, style: HouseStyle) -> bytes:
    """Return the agreement as a .docx file in the house style.

    Raises BrokenOutput when the structural check finds anything, which only a bug can cause, or a
    reference document that `check_reference` would have refused.
    """
    # python-docx and lxml cost 0.1 s, which no other command should pay.
    from mou_builder.writers.word.assembly import assemble  # noqa: PLC0415

    content, faults = assemble(agreement, style)
    if faults:
        raise BrokenOutput(faults)
    return content


def _is_ours(content: bytes) -> bool:
    from mou_builder.ooxml.package import is_untouched_output  # noqa: PLC0415 - as above

    return is_untouched_output(content)


def _check(content: bytes, file: str) -> tuple[Diagnostic, ...]:
    from mou_builder.ooxml.checks import check_package  # noqa: PLC0415 - as above

    return check_package(content, file)


WRITER = Writer("docx", ".docx", "Word document", write, _is_ours, _check)

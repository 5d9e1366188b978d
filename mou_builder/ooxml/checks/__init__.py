"""The structural check: what Word would repair, refuse or show wrongly, found without Word."""

from __future__ import annotations

from mou_builder.diagnostics import Diagnostic
from mou_builder.ooxml.checks.containers import check_container
from mou_builder.ooxml.checks.fields import check_fields
from mou_builder.ooxml.checks.layout import check_layout
from mou_builder.ooxml.checks.looks import check_looks
from mou_builder.ooxml.checks.marks import check_marks
from mou_builder.ooxml.checks.opened import Opened, open_parts
from mou_builder.ooxml.checks.own import check_own
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.checks.settings import check_settings
from mou_builder.ooxml.checks.spelling import check_spelling
from mou_builder.ooxml.package import read_package
from mou_builder.ooxml.stylesheet import StyleSheet, read_styles


def check_package(content: bytes, file: str = "document.docx") -> tuple[Diagnostic, ...]:
    """Return what is wrong with a Word file, however it was made; empty when nothing is.

    Never raises, whatever the bytes are. A position names the part: `mou.docx!word/document.xml`.
    """
    return _check(content, file, own=False)


def check_own_output(content: bytes, file: str = "document.docx") -> tuple[Diagnostic, ...]:
    """Return what `check_package` does, and what breaks a promise of this program's own files."""
    return _check(content, file, own=True)


def _check(content: bytes, file: str, *, own: bool) -> tuple[Diagnostic, ...]:
    package = read_package(content, file)
    if package.value is None:
        return package.diagnostics
    report = Report(file)
    opened = open_parts(package.value, report)
    check_container(opened, report)
    styles = opened.of_type("styles")
    sheet = read_styles(None if styles is None else styles.root)
    _check_document(opened, sheet, report)
    if own:
        check_own(opened, sheet, report)
    return tuple(report.found)


def _check_document(opened: Opened, sheet: StyleSheet, report: Report) -> None:
    named = (opened.of_type(kind) for kind in ("styles", "numbering", "settings"))
    for part in (*opened.stories, *(each for each in named if each is not None)):
        check_spelling(part, report)
    check_marks(opened, report)
    check_fields(opened, sheet, report)
    check_looks(opened, sheet, report)
    check_layout(opened, sheet, report)
    check_settings(opened, report)

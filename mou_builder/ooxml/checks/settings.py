"""Checks what a document says of itself: how new a Word it asks for, its language and title."""

from __future__ import annotations

from mou_builder.ooxml.checks.opened import Opened
from mou_builder.ooxml.checks.report import Report
from mou_builder.ooxml.names import CORE_PART, DC, r, w

_MEND = "in Word, choose `File`, `Info`, `Convert`"
_CURRENT = "15"


def check_settings(opened: Opened, report: Report) -> None:
    """Report compatibility mode, an attached template, an update prompt, no language, no title."""
    _check_compatibility(opened, report)
    styles = opened.of_type("styles")
    languages = () if styles is None else styles.all(w("lang"))
    if not any(each.get(w("val")) for each in languages):
        message = "the document's styles name no language"
        hint = "in Word, set the proofing language as the default"
        report.warning("MB950", message, hint, "" if styles is None else styles.name)
    core = opened.parts.get(CORE_PART)
    titles = [] if core is None else list(core.root.iter(f"{{{DC}}}title"))
    if not any((each.text or "").strip() for each in titles):
        message = "the document has no title in its properties"
        hint = "in Word, fill in `File`, `Info`, `Title`: screen readers say it first"
        report.warning("MB950", message, hint, CORE_PART)


def _check_compatibility(opened: Opened, report: Report) -> None:
    settings = opened.of_type("settings")
    if settings is None:
        report.warning("MB958", "the document has no settings", _MEND, "")
        return
    modes = [
        each.get(w("val"))
        for each in settings.all(w("compatSetting"))
        if each.get(w("name")) == "compatibilityMode"
    ]
    if _CURRENT not in modes:
        message = "the document opens in Word's Compatibility Mode"
        report.warning("MB958", message, _MEND, settings.name)
    for each in settings.all(w("attachedTemplate")):
        found = opened.relationships.get(settings.name, {}).get(each.get(r("id"), ""))
        message = f"a template is attached, `{found.target[:60] if found else 'unknown'}`"
        hint = "in Word, detach it under `Developer`, `Document Template`"
        report.error("MB926", message, hint, settings.name, each)
    for each in settings.all(w("updateFields")):
        message = "Word will ask each reader whether to update fields when it opens the document"
        hint = "update the fields once with Ctrl+A, F9 and save"
        report.warning("MB957", message, hint, settings.name, each)

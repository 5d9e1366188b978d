"""The rules are found by listing, and run on one analysis."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from mou_builder import rules as package
from mou_builder.diagnostics import Severity
from mou_builder.rules import Rule, findings, page, rules
from tests.builders import clause
from tests.rules.linted import agreement_of, library_of

MODULE = '''
"""A text that shouts.

## What it finds

Shouting.
"""

from mou_builder.diagnostics import warning
from mou_builder.rules import Rule


def _check(analysis):
    for passage in analysis.passages:
        if "!" in passage.text:
            yield warning("MB799", "this shouts", passage.at)


RULE = Rule("MB799", _check, __doc__)
'''


def test_a_module_in_the_folder_is_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Adding a rule touches one file, and its docstring is its page."""
    (tmp_path / "shout.py").write_text(MODULE.lstrip(), encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    rules.cache_clear()
    try:
        told = [each.code for each in findings(agreement_of("Radios work!"))]

        assert told == ["MB799"]
        assert page("MB799") == "# MB799: a text that shouts\n\n## What it finds\n\nShouting.\n"
    finally:
        rules.cache_clear()


def test_the_codes_are_unique_and_sorted() -> None:
    """Each rule has a code of its own."""
    codes = [each.code for each in rules()]

    assert codes == sorted(set(codes))
    assert page("MB303") is None


@pytest.mark.parametrize("rule", rules(), ids=lambda each: each.code)
def test_a_rule_is_a_short_module(rule: Rule) -> None:
    """Its docstring is written for the reader of the page, and longer than its code is rare."""
    module = inspect.getmodule(rule.check)

    assert module
    assert module.__doc__ == rule.docstring
    assert len(inspect.getsource(module).splitlines()) <= 120


def test_a_finding_is_a_warning_and_is_said_once() -> None:
    """However many readings of a text hold it."""
    text = '{% if has("duties.radio") %}The District{% else %}The City{% endif %} may not pay.'
    (told,) = findings(agreement_of(text))

    assert told.severity is Severity.WARNING
    assert told.code == "MB703"


def test_only_the_offices_own_words() -> None:
    """With `own`, what a clause of the library says is not told."""
    other = clause("duties.other", "It may not pay.")
    analysis = agreement_of("It must not pay at all times.", other)

    assert {each.code for each in findings(analysis)} == {"MB703", "MB710"}
    assert {each.code for each in findings(analysis, own=True)} == {"MB710"}


def test_a_rule_ends_whatever_it_reads() -> None:
    """An empty library has nothing to find."""
    assert findings(package.of_library(library_of(), [])) == ()

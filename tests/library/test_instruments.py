"""The kinds of agreement name articles and clauses that exist, and hold what they promise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
INSTRUMENTS: dict[str, dict[str, Any]] = {
    each.stem: yaml.safe_load(each.read_text(encoding="utf-8"))
    for each in sorted((ROOT / "templates" / "instruments").glob("*.yaml"))
}
FULL = ("mou", "interlocal", "interlocal-cooperative", "agreement")
SHORT = ("funding-only", "roles-only")
# It holds a choice of the clauses of the full kinds.
COMPACT = "cooperation-contract"
# It adds a choice of them to a form of the state.
ADDENDUM = "state-form-addendum"
LISTED = (*SHORT, COMPACT, ADDENDUM)


def _clause_file(identifier: str) -> Path:
    """Return where a clause of that id stands."""
    article, _, name = identifier.partition(".")
    return ROOT / "clauses" / article / f"{name}.yaml"


def test_the_kinds_are_on_file() -> None:
    """Four full agreements, a compact one, an addendum and two short forms ship."""
    assert set(INSTRUMENTS) == {*FULL, *LISTED}


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_an_instrument_names_articles_that_exist(name: str) -> None:
    """Every article in an instrument's order has its folder."""
    missing = [
        article
        for article in INSTRUMENTS[name]["articles"]
        if not (ROOT / "clauses" / article / "article.yaml").is_file()
    ]
    assert missing == []


def test_the_full_kinds_hold_the_same_articles() -> None:
    """A memorandum and an interlocal agreement differ in form and order, not in subjects."""
    articles = {frozenset(INSTRUMENTS[name]["articles"]) for name in FULL}
    assert len(articles) == 1


@pytest.mark.parametrize("name", LISTED)
def test_a_short_form_names_clauses_that_exist(name: str) -> None:
    """Every clause that a short form may hold is on file, in one of its articles."""
    only = INSTRUMENTS[name]["only"]
    assert [each for each in only if not _clause_file(each).is_file()] == []
    assert {each.partition(".")[0] for each in only} == set(INSTRUMENTS[name]["articles"])


@pytest.mark.parametrize("name", SHORT)
def test_a_short_forms_clauses_stay_out_of_the_others(name: str) -> None:
    """Each clause of a short form has a condition that names that form alone."""
    conditions = {
        yaml.safe_load(_clause_file(each).read_text(encoding="utf-8"))["when"]
        for each in INSTRUMENTS[name]["only"]
    }
    assert conditions == {f'instrument == "{name}"'}


def test_every_simple_clause_belongs_to_a_short_form() -> None:
    """No short clause is left over that no form holds."""
    held = {each for name in SHORT for each in INSTRUMENTS[name]["only"]}
    found = {
        f"{each.parent.name}.{each.stem}" for each in (ROOT / "clauses").glob("*/simple_*.yaml")
    }
    assert found == held

"""The facts of law on file keep their evidence honest: no label says more than its source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "clauses" / "jurisdictions"
CODES = sorted(each.name for each in FOLDER.iterdir() if each.is_dir())
RECORDS: dict[str, dict[str, Any]] = {
    code: yaml.safe_load((FOLDER / code / "facts.yaml").read_text(encoding="utf-8"))
    for code in CODES
}
FACTS = [
    pytest.param(code, fact, id=fact["id"]) for code in CODES for fact in RECORDS[code]["facts"]
]
EVIDENCE = {"read", "secondary", "recalled"}
QUALIFIERS = ("secondary", "recalled", "excerpt", "heading", "bill", "partly", "only", "not itself")


def test_every_state_the_district_and_the_federal_government_have_a_file() -> None:
    """Fifty states, the District of Columbia and `us` are on file, each under its own code."""
    assert len(CODES) == 52
    assert {code: RECORDS[code]["code"] for code in CODES} == {code: code for code in CODES}


@pytest.mark.parametrize(("code", "fact"), FACTS)
def test_a_fact_belongs_to_its_jurisdiction(code: str, fact: dict[str, Any]) -> None:
    """The id starts with the code, and the fact has a citation and a name."""
    assert fact["id"].startswith(f"{code}.")
    assert all(fact[key] for key in ("name", "citation", "source_label"))


@pytest.mark.parametrize(("code", "fact"), FACTS)
def test_evidence_is_one_of_three_words(code: str, fact: dict[str, Any]) -> None:
    """A fact is read, secondary or recalled; nothing is called verified."""
    assert fact["evidence"] in EVIDENCE


@pytest.mark.parametrize(("code", "fact"), FACTS)
def test_what_was_read_names_its_copy(code: str, fact: dict[str, Any]) -> None:
    """Evidence `read` comes with copy, version and address."""
    if fact["evidence"] == "read":
        assert all(fact.get(key) for key in ("copy", "version", "address"))


@pytest.mark.parametrize(("code", "fact"), FACTS)
def test_a_qualified_label_is_never_read(code: str, fact: dict[str, Any]) -> None:
    """A source label that says secondary, recalled, not seen or partly does not give `read`."""
    label = fact["source_label"].lower()
    if label.startswith("seen: false") or any(word in label for word in QUALIFIERS):
        assert fact["evidence"] != "read"


@pytest.mark.parametrize(("code", "fact"), FACTS)
def test_what_nobody_read_names_no_copy(code: str, fact: dict[str, Any]) -> None:
    """A recalled fact has neither copy nor address, which would look like a reading."""
    if fact["evidence"] == "recalled":
        assert not any(fact.get(key) for key in ("copy", "version", "address"))


def test_ids_are_unique() -> None:
    """No two facts share an id."""
    ids = [fact["id"] for code in CODES for fact in RECORDS[code]["facts"]]
    assert len(ids) == len(set(ids))

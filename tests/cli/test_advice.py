"""What `check` advises works when it is pasted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
EXAMPLE = re.compile(r"help: write the answer, for example `([\w.]+): (.+)`")
ITEM = re.compile(r"not answered: .* \(`([\w.]+)`\)")
ACCEPTING = re.compile(r"`((?:accept|confirmed)\.[\w.]+): ")
PARTY = ("parties.district", "parties.agency")


@pytest.fixture
def fresh(run: Run, folder: Path) -> Path:
    """Return a starter as `new` writes it, for Washington."""
    run("new", "fresh.yaml", "--state", "WA")
    return folder / "fresh.yaml"


def pasted(file: Path, lines: dict[str, str]) -> None:
    """Type each answer behind its key, or on a line of its own at the end."""
    text = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
    for key, value in lines.items():
        line = f"{key}: {value}"
        if f"{key}:" in text:
            text[text.index(f"{key}:")] = line
        else:
            text.append(line)
    file.write_text("\n".join(text) + "\n", encoding="utf-8")


def open_keys(run: Run) -> list[str]:
    """Return the keys of the open questions of the starter."""
    return ITEM.findall(run("check", "fresh.yaml").stderr)


@pytest.mark.usefixtures("fresh")
def test_a_blank_starter_is_told_its_own_lines(run: Run) -> None:
    """What one of its lines settles is not asked under names that it does not have."""
    found = open_keys(run)

    for key in ("funding.who_pays", "funding.price", "schedule.basis", "term.termination_days"):
        assert found.count(key) == 1
    hidden = "model payer_percent several_payers cost_basis true_up share_form"
    assert not {f"funding.{each}" for each in hidden.split()}.intersection(found)
    assert not {"schedule.weekly_hours", "term.without_cause"}.intersection(found)


@pytest.mark.usefixtures("fresh")
def test_an_open_answer_of_a_party_names_the_party(run: Run) -> None:
    """One item for each party, with a line that can be typed."""
    found = open_keys(run)

    for field in ("legal_name", "address", "signatories"):
        assert [each for each in found if each.endswith(f".{field}")] == [
            f"{party}.{field}" for party in sorted(PARTY, reverse=field == "legal_name")
        ]


def test_every_example_can_be_pasted(run: Run, fresh: Path) -> None:
    """All of them together make a file without an error, and nothing of them stays open."""
    for _ in range(6):
        advised = dict(EXAMPLE.findall(run("check", "fresh.yaml").stderr))
        if not advised:
            break
        pasted(fresh, advised)

    result = run("check", "fresh.yaml")
    assert result.exit_code == 0, result.stderr
    assert not open_keys(run)


def test_every_acceptance_can_be_pasted(run: Run, fresh: Path) -> None:
    """One line after the other."""
    keys = ACCEPTING.findall(run("check", "fresh.yaml").stderr)
    pasted(fresh, dict.fromkeys(keys, "{by: A. Counsel, on: 2026-07-01}"))

    result = run("check", "fresh.yaml")
    assert len(keys) > len(PARTY)
    assert result.exit_code == 0, result.stderr
    assert not set(keys).intersection(ACCEPTING.findall(result.stderr))


ADDRESSES = [
    "100 Main Street, Northfield, WA 98001",
    "100 Main Street, Suite 5, Northfield, WA 98001-1234",
    "attention Superintendent, 100 Main Street, Northfield, Washington 98001",
    "Attn. Superintendent, 100 Main Street, Northfield, WA, 98001",
]
SIGNERS = [
    "John Smith, Mayor",
    "John Smith (Mayor)",
    "none, Mayor",
    "John Smith (Mayor); Ann Lee, City Manager",
]


@pytest.mark.parametrize("typed", ADDRESSES)
def test_an_address_may_stand_on_one_line(typed: str, run: Run, fresh: Path) -> None:
    """As one writes it on an envelope."""
    pasted(fresh, {f"{each}.address": typed for each in PARTY})

    assert not [each for each in open_keys(run) if each.endswith("address")]
    assert run("check", "fresh.yaml").exit_code == 0


@pytest.mark.parametrize("typed", SIGNERS)
def test_a_signer_may_stand_on_one_line(typed: str, run: Run, fresh: Path) -> None:
    """Name and office; several behind semicolons."""
    pasted(fresh, {f"{each}.signatories": typed for each in PARTY})

    assert not [each for each in open_keys(run) if each.endswith("signatories")]
    run("render", "fresh.yaml", "-o", "fresh.md")
    assert "Mayor" in (fresh.parent / "fresh.md").read_text(encoding="utf-8")


def test_the_part_of_an_address_that_is_missing_is_named(run: Run, fresh: Path) -> None:
    """Who typed street and city is not told to write the whole again."""
    line = {"parties.district.address.street": "1 Main Street"}
    pasted(fresh, {**line, "parties.district.address.city": "Northfield"})

    said = run("check", "fresh.yaml").stderr

    assert "help: write `parties.district.address.state: ` and the answer" in said


def test_what_the_line_holds_is_named_by_the_line(run: Run, fresh: Path) -> None:
    """Nobody typed the names of the answers that a line holds."""
    pasted(fresh, {"funding.who_pays": "nobody", "funding.price": "50%, at most $90,000"})

    said = run("check", "fresh.yaml").stderr

    assert "`amount_is_limit` is answered" not in said
    assert "[MB302]: a part of `funding.price` is not used: whether the amount is a limit" in said


def test_what_counsel_still_has_to_accept_is_said_beforehand(run: Run, fresh: Path) -> None:
    """An answer that opens another item is no surprise."""
    assert fresh.exists()
    said = run("check", "fresh.yaml").stderr

    words = "`term.appropriation` stands in the agreement; counsel may still have to accept it"
    assert words in said


def test_a_refused_final_document_says_so_at_the_end(run: Run, fresh: Path) -> None:
    """With how many errors, and that nothing was written."""
    result = run("render", "fresh.yaml", "--final")

    last = result.stderr.rstrip().split("\n")[-1]
    count = result.stderr.count("error[")
    assert last == f"{count} errors: the final document is refused, and no file was written."
    assert not fresh.with_suffix(".docx").exists()

"""Positions are for the screen of `explain` and `check`: no byte of them leaves it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from mou_builder.writers import writers

Run = Callable[..., Result]
SECRETS = ("qzq walk away", "qzq approver", "qzq fallback in words")
POSITIONS = f"""\
funding.simple_price:
  prefer: share_of_cost
  fallback: {SECRETS[2]}
  walk_away: {SECRETS[0]}
  approver: {SECRETS[1]}
"""


@pytest.fixture
def private(folder: Path) -> Path:
    """Return the folder with positions beside the answers, under the usual name."""
    (folder / "positions.yaml").write_text(POSITIONS, encoding="utf-8")
    return folder


def test_they_are_shown_where_they_are_asked_for(private: Path, run: Run) -> None:
    """`explain` shows them, `check` names the approver of what departs from them."""
    named = ("--positions", "positions.yaml")
    one = run("explain", "ours.yaml", "funding.simple_price", *named)
    every = run("explain", "ours.yaml", *named)
    checked = run("check", "ours.yaml", *named)

    assert all(each in one.stdout for each in SECRETS)
    assert "[not your position; ask qzq approver]" in every.stdout
    assert "positions.yaml:1:1: warning[MB408]" in checked.stderr
    assert "ask qzq approver" in checked.stderr
    assert run("check", "ours.yaml", "--strict", *named).exit_code == 1


def test_no_byte_of_them_reaches_a_document_or_a_record(private: Path, run: Run) -> None:
    """In no format, no property, no record, no cache, and beside no answers by their name alone."""
    for name in ("explain", "check"):
        assert run(name, "ours.yaml", "--positions", "positions.yaml").exit_code == 0
    for writer in writers():
        out = f"draft{writer.suffix}"
        made = run("render", "ours.yaml", "-o", out, "--record", f"{out}.json", "--json")
        assert made.exit_code == 0, made.stderr
        assert "qzq" not in made.output
    written = [each for each in private.rglob("*") if each.is_file()]
    cached = [each for each in Path(_cache_of(run)).rglob("*") if each.is_file()]

    assert len(written) >= 2 * len(writers())
    kept = [each for each in written if each.name != "positions.yaml"]
    assert [each for each in (*kept, *cached) if b"qzq" in _bytes_of(each)] == []


def _cache_of(run: Run) -> str:
    import os  # noqa: PLC0415 - one use

    del run
    return os.environ["XDG_CACHE_HOME"]


def _bytes_of(file: Path) -> bytes:
    content = file.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(each) for each in archive.namelist())


@pytest.mark.parametrize("command", ["render", "new", "list"])
def test_no_other_command_takes_them(command: str, private: Path, run: Run) -> None:
    """What cannot be given cannot leak."""
    assert run(command, "ours.yaml", "--positions", "positions.yaml").exit_code == 2


def test_a_word_file_is_checked_without_them(private: Path, run: Run) -> None:
    """They are about answers."""
    run("render", "ours.yaml")

    assert run("check", "ours.docx", "--positions", "positions.yaml").exit_code == 0


def test_json_shows_them_on_the_screen_alone(private: Path, run: Run) -> None:
    """`explain --json` is what `explain` says."""
    told = run("explain", "ours.yaml", "--positions", "positions.yaml", "--json")
    fates = json.loads(told.stdout)

    held = [each for each in fates if "position" in each]
    assert [each["clause"] for each in held] == ["funding.simple_price"]
    assert held[0]["position"]["approver"] == "qzq approver"


def test_a_file_that_is_not_there_is_said(run: Run) -> None:
    """By both commands."""
    for command in ("explain", "check"):
        result = run(command, "ours.yaml", "--positions", "gone.yaml")

        assert result.exit_code == 1
        assert "gone.yaml:1:1: error[MB100]" in result.stderr

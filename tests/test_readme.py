"""The README is true: its commands run, and every command is in it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from mou_builder.cli import main

README = Path(__file__).parents[1] / "README.md"
FENCED = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = FENCED.findall(README.read_text(encoding="utf-8"))
COMMANDS = ("render", "check", "lint", "explain", "coverage", "law", "provisions", "new", "list")


def _program_calls() -> list[list[str]]:
    """Return the arguments of each call of the program, in the README's order."""
    lines = [line for block in BLOCKS for part in block.splitlines() for line in part.split("&&")]
    calls = [shlex.split(line, comments=True) for line in lines]
    return [words[1:] for words in calls if words and words[0].endswith("mou-builder")]


def test_the_commands_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run one after the other, as a newcomer would, every command succeeds."""
    monkeypatch.chdir(tmp_path)
    for arguments in _program_calls():
        result = CliRunner().invoke(main, arguments)

        assert result.exit_code == 0, f"{arguments}: {result.output}"


def test_the_first_two_blocks_are_the_two_commands() -> None:
    """One line runs the main job on an example, the next passes the tests; `.ci/run` runs them."""
    assert "mou-builder render" in BLOCKS[0]
    assert BLOCKS[1].strip().endswith("pytest")
    assert [block.strip().count("\n") for block in BLOCKS[:2]] == [0, 0]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_is_in_the_readme(command: str) -> None:
    """`--help` of each command says that the document is a draft for counsel or what it is for."""
    result = CliRunner().invoke(main, [command, "--help"])

    assert result.exit_code == 0
    assert result.output.strip()
    assert f"mou-builder {command}" in README.read_text(encoding="utf-8")


def test_the_help_says_what_the_document_is_not() -> None:
    """`--help` says: draft for review by counsel, not legal advice, not yet opened in Word."""
    text = " ".join(CliRunner().invoke(main, ["--help"]).output.split())

    assert "review by counsel" in text
    assert "not legal advice" in text
    assert "Word" in text


def test_the_sample_of_an_error_is_what_the_program_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Line, column and words, for the starter that the README has made."""
    monkeypatch.chdir(tmp_path)
    sample = re.search(r"^```\n(ours\.yaml:.*?)^```", _text(), re.MULTILINE | re.DOTALL)
    assert sample
    CliRunner().invoke(main, ["new", "ours.yaml", "--state", "WA"])
    key, value = sample[1].split("\n")[1].partition(" | ")[2].split(": ")
    file = tmp_path / "ours.yaml"
    written = file.read_text(encoding="utf-8").replace(f"\n{key}:\n", f"\n{key}: {value}\n")
    file.write_text(written, encoding="utf-8")

    assert sample[1] in CliRunner().invoke(main, ["check", "ours.yaml"]).stderr


def test_the_decisions_of_the_readme_fit_a_starter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who copies what counsel may write has no error."""
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```yaml\n(.*?)^```", _text(), re.MULTILINE | re.DOTALL)
    decisions = [each for each in blocks if each.startswith(("choose:", "accept:"))]
    CliRunner().invoke(main, ["new", "ours.yaml", "--state", "WA"])
    with (tmp_path / "ours.yaml").open("a", encoding="utf-8") as file:
        file.writelines(decisions)

    result = CliRunner().invoke(main, ["check", "ours.yaml"])
    assert len(decisions) == len(("choose", "accept"))
    assert result.exit_code == 0, result.stderr
    assert "warning[" not in result.stderr


def _text() -> str:
    return README.read_text(encoding="utf-8")


def test_what_the_readme_links_to_exists() -> None:
    """No link or picture of the README points to a file that is not there."""
    text = README.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text) + re.findall(r'src="([^":]+)"', text)

    assert [each for each in targets if not (README.parent / each).exists()] == []

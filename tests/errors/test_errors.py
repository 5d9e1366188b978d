"""Every file here has faults: its comments name their codes and places, a text beside it the words.

A case is a `.yaml` file, or a folder with an `answers.yaml`, maybe clauses of its own, maybe a
`command.txt` with the program's arguments, and maybe a `make.py` that makes what no file here can
be. `# error[MB303] 7:12` says what is expected of the file it stands in, or `in` another; `-`
instead of a place is for a message without one. Open items count only in a case that expects some.
"""

from __future__ import annotations

import json
import re
import runpy
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mou_builder.cli import main

FOLDER = Path(__file__).parent
EXPECTED = re.compile(r"# (error|warning|open)\[(MB\d{3})\] (\d+:\d+|-)(?: in ([^\r\n]+))?")
COMMAND = "check answers.yaml"
CASES = sorted(
    each
    for each in FOLDER.iterdir()
    if each.suffix == ".yaml" or (each.is_dir() and each.name != "__pycache__")
)


@pytest.fixture(scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(
    tmp_path: Path, _cache: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path, str], Result]:
    """Return a runner of a case's command in a copy of its folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782864000")

    def ran(case: Path, form: str) -> Result:
        folder = tmp_path / form
        if case.is_dir():
            shutil.copytree(case, folder)
        else:
            folder.mkdir()
            shutil.copyfile(case, folder / "answers.yaml")
        monkeypatch.chdir(folder)
        if (folder / "make.py").exists():
            runpy.run_path("make.py")
        return CliRunner().invoke(main, [*_arguments(case), "--diagnostics", form])

    return ran


@pytest.mark.parametrize("case", CASES, ids=lambda each: each.stem)
def test_the_faults_are_those_expected(case: Path, run: Callable[[Path, str], Result]) -> None:
    """Code and place of each message are those that the comments name, no more and no fewer."""
    expected = _expected(case)
    result = run(case, "json")
    found = {_found(each) for each in json.loads(result.stderr or "[]")}
    if not any(each[0] == "open" for each in expected):
        found = {each for each in found if each[0] != "open"}

    assert found == expected
    assert result.exit_code == (1 if any(each[0] == "error" for each in expected) else 0)


@pytest.mark.parametrize("case", CASES, ids=lambda each: each.stem)
def test_the_words_are_those_accepted(
    case: Path, run: Callable[[Path, str], Result], golden: Callable[[str, Path], None]
) -> None:
    """What is printed was read by somebody once, and found helpful."""
    golden(run(case, "text").stderr, _words(case))


def test_no_accepted_text_is_left_over() -> None:
    """A text whose case is gone is taken away with it."""
    texts = {*FOLDER.glob("*.txt"), *FOLDER.glob("*/output.txt")}

    assert texts == {_words(each) for each in CASES}


def _words(case: Path) -> Path:
    return case / "output.txt" if case.is_dir() else case.with_suffix(".txt")


def _arguments(case: Path) -> list[str]:
    command = case / "command.txt"
    line = command.read_text(encoding="utf-8") if command.exists() else COMMAND
    return shlex.split(line, comments=True)


def _expected(case: Path) -> set[tuple[str, ...]]:
    """Return weight, code, file and place of each message that the case's comments name."""
    files = sorted(case.rglob("*")) if case.is_dir() else [case]
    expected = set()
    for file in files:
        if not file.is_file() or file.name == "output.txt":
            continue
        own = file.relative_to(case).as_posix() if case.is_dir() else "answers.yaml"
        text = file.read_bytes().decode("latin-1")
        for severity, code, place, other in EXPECTED.findall(text):
            expected.add((severity, code, "" if place == "-" else other or own, place))
    return expected


def _found(message: dict[str, object]) -> tuple[str, ...]:
    at = message["at"]
    severity, code = str(message["severity"]), str(message["code"])
    if not isinstance(at, dict):
        return (severity, code, "", "-")
    return (severity, code, str(at["file"]), f"{at['line']}:{at['column']}")

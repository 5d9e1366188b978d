"""Every file here has faults: its comments name their codes and places, a text beside it the words.

A case is a `.yaml` file, or a folder with an `answers.yaml`, maybe clauses of its own, maybe a
`command.txt` with the program's arguments, and maybe a `make.py` that makes what no file here can
be. `# error[MB303] 7:12` says what is expected of the file it stands in, or `in` another; `-`
instead of a place is for a message without one. Open items count only in a case that expects some.
"""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from mou_builder.cli import main

FOLDER = Path(__file__).parent
EXPECTED = re.compile(r"# (error|warning|open)\[(MB\d{3})\] (\d+:\d+|-)(?: in ([^\r\n]+))?")
SAID = re.compile(r"(?m)^(?:(\S.*?):(\d+):(\d+): )?(error|warning|open)\[(MB\d{3})\]: ")
COMMAND = "check answers.yaml"
CASES = sorted(
    each
    for each in FOLDER.iterdir()
    if each.suffix == ".yaml" or (each.is_dir() and each.name != "__pycache__")
)


class Said(NamedTuple):
    """What a case's command said."""

    case: Path
    words: str
    status: int


@pytest.fixture(scope="module", params=CASES, ids=lambda each: each.stem)
def said(
    request: pytest.FixtureRequest, cache_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Said:
    """Return what a case's command says, run once in a copy of its folder."""
    case: Path = request.param
    folder = tmp_path_factory.mktemp("case") / "work"
    if case.is_dir():
        shutil.copytree(case, folder)
    else:
        folder.mkdir()
        shutil.copyfile(case, folder / "answers.yaml")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        patched.setenv("XDG_CACHE_HOME", str(cache_home))
        patched.setenv("SOURCE_DATE_EPOCH", "1782864000")
        if (folder / "make.py").exists():
            runpy.run_path("make.py")
        result = CliRunner().invoke(main, _arguments(case))
    return Said(case, result.stderr, result.exit_code)


def test_the_faults_are_those_expected(said: Said) -> None:
    """Code and place of each message are those that the comments name, no more and no fewer."""
    expected = _expected(said.case)
    found = {_found(*each) for each in SAID.findall(said.words)}
    if not any(each[0] == "open" for each in expected):
        found = {each for each in found if each[0] != "open"}

    assert found == expected
    assert said.status == (1 if any(each[0] == "error" for each in expected) else 0)


def test_the_words_are_those_accepted(said: Said, golden: Callable[[str, Path], list[str]]) -> None:
    """What is printed was read by somebody once, and found helpful."""
    assert golden(said.words, _words(said.case)) == []


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


def _found(file: str, line: str, column: str, severity: str, code: str) -> tuple[str, ...]:
    return (severity, code, file, f"{line}:{column}" if line else "-")

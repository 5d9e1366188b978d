"""The program itself: help, version, bugs, and its start."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mou_builder import __version__
from mou_builder.cli import main

Run = Callable[..., Result]
HEAVY = ("docx", "docxcompose", "lxml", "jinja2", "markdown_it", "yaml")
BREAK = """
import sys
from mou_builder import pipeline
def assemble(request):
    raise KeyError("a secret answer")
pipeline.assemble = assemble
from mou_builder.cli import main
main()
"""


def _python(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_the_version() -> None:
    """`--version` names the program."""
    assert CliRunner().invoke(main, ["--version"]).output == f"mou-builder, version {__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    """A first try ends in help, as wrong usage."""
    result = CliRunner().invoke(main, [])

    assert result.exit_code == 2
    assert "mou-builder render ours.yaml" in result.output


def test_an_unknown_command_is_wrong_usage() -> None:
    """The command is named."""
    assert CliRunner().invoke(main, ["reader"]).exit_code == 2


@pytest.mark.parametrize("command", [[], ["render"], ["list"], ["new"], ["check"], ["explain"]])
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    """`--help` answers at once."""
    code = (
        "import sys\nfrom mou_builder.cli import main\n"
        f"main({[*command, '--help']!r}, standalone_mode=False)\n"
        "print(*sys.modules, file=sys.stderr)"
    )

    assert not set(HEAVY) & set(_python(code).stderr.split())


def test_a_text_format_imports_no_word(folder: Path) -> None:
    """Word's libraries are imported only when a Word file is written."""
    code = (
        "import sys\nfrom mou_builder.cli import main\n"
        "main(['render', 'ours.yaml', '-o', 'a.txt', '--quiet'], standalone_mode=False)\n"
        "print(*sys.modules)"
    )

    assert not {"docx", "docxcompose", "lxml"} & set(_python(code).stdout.split())


def test_a_bug_of_ours_is_exit_status_70(folder: Path) -> None:
    """It says what to report, no traceback, and no word of an answer."""
    result = _python(BREAK, "render", "ours.yaml")

    assert result.returncode == 70
    assert "has a bug" in result.stderr
    assert "KeyError at __main__:5" in result.stderr
    assert "Traceback" not in result.stderr
    assert "secret" not in result.stderr


def test_a_bug_shows_its_traceback_when_asked(folder: Path) -> None:
    """MOU_BUILDER_DEBUG=1 is for whoever mends it."""
    result = _python(BREAK, "render", "ours.yaml", MOU_BUILDER_DEBUG="1")

    assert "Traceback" in result.stderr


def test_the_installed_program_runs(folder: Path) -> None:
    """`python -m mou_builder` is the program: the exit status and the file are there."""
    result = subprocess.run(
        [sys.executable, "-m", "mou_builder", "render", "ours.yaml"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert result.returncode == 0, result.stderr
    assert (folder / "ours.docx").exists()
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_an_old_terminal_shows_escapes(form: tuple[str, ...], folder: Path) -> None:
    """What an encoding cannot print is no bug of ours."""
    renamed = (folder / "ours.yaml").read_text(encoding="utf-8").replace("lump_sum", "学校")
    (folder / "ours.yaml").write_text(renamed, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "mou_builder", "check", "ours.yaml", *form],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )

    assert result.returncode == 1
    assert b"\\u5b66" in result.stderr
    assert (b"\\u5b66" in result.stdout) is bool(form)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_are_for_terminals_that_want_them(
    no_color: str,
    coloured: bool,  # noqa: FBT001 - a parameter of the test
    folder: Path,
) -> None:
    """NO_COLOR, when set to anything, means none (no-color.org)."""
    import pty  # noqa: PLC0415 - there is none on Windows

    master, slave = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "mou_builder", "check", "gone.yaml"],
        check=False,
        stderr=slave,
        env={**os.environ, "NO_COLOR": no_color, "TERM": "xterm"},
    )
    os.close(slave)
    shown = os.read(master, 10_000)
    os.close(master)

    assert (b"\x1b[1;31merror[MB100]" in shown) is coloured

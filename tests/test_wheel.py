"""The wheel holds the program and its library: what is committed, nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = {
    "clauses": "mou_builder/_data/clauses",
    "templates": "mou_builder/_data/templates",
    "examples": "mou_builder/_data/examples",
    "mou_builder": "mou_builder",
}


def _committed() -> set[str]:
    """Return the names under which the committed files stand in a wheel."""
    listed = subprocess.run(
        ["git", "ls-files", *SHIPPED], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    names = set()
    for path in listed:
        top, _, rest = path.partition("/")
        names.add(f"{SHIPPED[top]}/{rest}")
    return names


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from the working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "-w",
            str(folder),
            str(ROOT),
        ],
        check=True,
    )
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_what_is_committed(wheel: Path) -> None:
    """Every committed file of the four folders is in the wheel, and nothing else but metadata."""
    names = {each for each in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in each}

    assert names == _committed()


@pytest.mark.slow
def test_the_program_runs_from_the_zipped_wheel(wheel: Path, tmp_path: Path) -> None:
    """The library is read straight from the zip, without unpacking."""
    listed = subprocess.run(
        [sys.executable, "-I", "-c", _FROM_ZIP, str(wheel), "list", "instruments"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )

    assert "interlocal" in listed.stdout


_FROM_ZIP = """
import sys
wheel = sys.argv.pop(1)
sys.path.insert(0, wheel)
import mou_builder
assert wheel in mou_builder.__file__, mou_builder.__file__
from mou_builder.cli import main
main()
"""

"""What all tests share: the `--update-golden` option and the comparison with a golden file."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts what the program prints now."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `XDG_CACHE_HOME` of the tests, one for all workers of pytest-xdist."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Path], list[str]]:
    """Return what compares a text with a golden file and returns the lines that changed.

    Where some did, the actual text stays beside the file.
    """
    update = request.config.getoption("--update-golden")

    def compare(actual: str, path: Path) -> list[str]:
        beside = path.with_name(path.name + ".actual")
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual == expected:
            beside.unlink(missing_ok=True)
            return []
        written = path if update else beside
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(actual, encoding="utf-8", newline="\n")
        if update:
            return []
        changed = difflib.unified_diff(
            expected.splitlines(), actual.splitlines(), str(path), str(beside), lineterm="", n=1
        )
        return [*list(changed)[:60], "accept it with --update-golden"]

    return compare

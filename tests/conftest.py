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
def golden(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Return a check that a text equals a golden file; else the actual text stays beside it."""
    update = request.config.getoption("--update-golden")

    def check(actual: str, path: Path) -> None:
        beside = path.with_name(path.name + ".actual")
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual == expected:
            beside.unlink(missing_ok=True)
            return
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
            return
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(actual, encoding="utf-8", newline="\n")
        changed = difflib.unified_diff(
            expected.splitlines(), actual.splitlines(), str(path), str(beside), lineterm="", n=1
        )
        pytest.fail("\n".join([*list(changed)[:60], "accept it with --update-golden"]))

    return check

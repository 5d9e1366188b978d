"""The same answers and date give the same bytes, wherever and however the program runs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "full" / "answers.yaml"
OPTIONS = ("--as-of", "2026-07-01", "--quiet", "--force")
BASE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


def _digest(folder: Path, cache: Path, changes: dict[str, str], suffix: str = ".docx") -> str:
    """Return the SHA-256 of `full` rendered in a folder under an environment."""
    folder.mkdir(parents=True, exist_ok=True)
    answers = folder / "agreement.yaml"
    answers.write_bytes(EXAMPLE.read_bytes())
    output = folder / f"agreement{suffix}"
    subprocess.run(
        [sys.executable, "-m", "mou_builder", "render", str(answers), "-o", str(output), *OPTIONS],
        cwd=folder,
        env={**os.environ, **BASE, "XDG_CACHE_HOME": str(cache), **changes},
        check=True,
    )
    return hashlib.sha256(output.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return the digest of a first run without a cache, and the cache that it left."""
    folder = tmp_path_factory.mktemp("first")
    return _digest(folder, folder / "cache", {}), folder / "cache"


@pytest.mark.parametrize(
    "changes",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles"},
    ],
    ids=["another time zone", "another locale", "another hash seed"],
)
def test_the_bytes_do_not_depend_on(
    changes: dict[str, str], expected: tuple[str, Path], tmp_path: Path
) -> None:
    """Time zone, locale, hash seed, folder and cache change nothing in the file."""
    digest, cache = expected

    assert _digest(tmp_path / "a folder with spaces", cache, changes) == digest


def test_the_bytes_do_not_depend_on_the_cache(expected: tuple[str, Path], tmp_path: Path) -> None:
    """A cache that cannot be written costs only time."""
    unwritable = tmp_path / "a file, no folder"
    unwritable.write_text("in the way", encoding="utf-8")

    assert _digest(tmp_path / "run", unwritable, {}) == expected[0]

"""Each shipped example, assembled once a run and written in any format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from mou_builder import pipeline
from mou_builder.pipeline import Assembled
from mou_builder.writers import Writer, writer_named

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(each.parent.name for each in EXAMPLES.glob("*/answers.yaml"))
AS_OF = date(2026, 7, 1)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `example` once for every shipped example."""
    if "example" in metafunc.fixturenames:
        metafunc.parametrize("example", NAMES)


@pytest.fixture(scope="session")
def library_cache(cache_home: Path) -> Path:
    """Return the folder in which the program keeps what it built."""
    return cache_home / "mou-builder"


@pytest.fixture(scope="session")
def assembled(library_cache: Path) -> Callable[[str], Assembled]:
    """Return what assembles an example by its name."""

    @cache
    def assemble(name: str) -> Assembled:
        answers = EXAMPLES / name / "answers.yaml"
        return pipeline.assemble(
            pipeline.Request(answers=answers, as_of=AS_OF, cache=library_cache)
        ).ok

    return assemble


@pytest.fixture(scope="session")
def written(assembled: Callable[[str], Assembled]) -> Callable[[str, str], bytes]:
    """Return what writes an example in a format: `written("full", "docx")`."""

    @cache
    def write(name: str, form: str) -> bytes:
        return pipeline.write(assembled(name), _writer(form))

    return write


def _writer(form: str) -> Writer:
    writer = writer_named(form)
    assert writer is not None, form
    return writer

"""The formats are found by listing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mou_builder import writers
from mou_builder.writers import writer_for, writer_named

MODULE = """
from mou_builder.writers import Writer
WRITER = Writer("shout", ".shout", "loud text", lambda agreement, style: b"!")
"""
HEAVY = "import sys, mou_builder.writers as w; w.writers(); print(*sorted(sys.modules))"


def test_the_shipped_formats_are_there() -> None:
    """Word, Markdown, text and JSON."""
    assert [each.name for each in writers.writers()] == ["docx", "json", "md", "txt"]


def test_a_format_is_found_by_name_and_by_suffix() -> None:
    """The suffix may be typed in either case."""
    assert writer_named("md") is writer_for(".MD")
    assert writer_named("pdf") is None
    assert writer_for(".pdf") is None


def test_a_module_in_the_folder_is_a_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Adding a format touches one file."""
    (tmp_path / "shout.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.setattr(writers, "__path__", [*writers.__path__, str(tmp_path)])
    writers.writers.cache_clear()

    found = writer_named("shout")
    writers.writers.cache_clear()

    assert found is not None
    assert found.suffix == ".shout"


@pytest.mark.parametrize("package", ["docx", "lxml", "jinja2", "markdown_it", "yaml"])
def test_listing_the_formats_imports_nothing_heavy(package: str) -> None:
    """A format imports what it needs when it writes."""
    listed = subprocess.run(
        [sys.executable, "-c", HEAVY], check=True, capture_output=True, text=True
    )

    assert package not in listed.stdout.split()

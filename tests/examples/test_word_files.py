"""The Word file of each example, before readers and validators that are not ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mou_builder.ooxml import check_own_output, check_package
from mou_builder.pipeline import Assembled
from mou_builder.writers.text import plain_text
from tests.examples import word_text
from tests.examples.conftest import NAMES

Written = Callable[[str, str], bytes]
VALIDATOR = os.environ.get("MOU_OOXML_VALIDATOR", "")
AUDIT = ("--policy", "strict", "--ooxml-security", "-f", "microsoft365", "-m", "0")
SCHEMAS = os.environ.get("MOU_XSD_DIR", "")


def test_the_structural_check_finds_nothing(example: str, written: Written) -> None:
    """Neither the check for any Word file nor the stricter one for our own finds a fault."""
    content = written(example, "docx")

    assert check_package(content) == ()
    assert check_own_output(content) == ()


@pytest.mark.parametrize(
    "read",
    [word_text.by_python_docx, word_text.by_docx2python, word_text.by_mammoth],
    ids=["python-docx", "docx2python", "mammoth"],
)
def test_independent_readers_find_the_same_words(
    read: Callable[[bytes], str],
    example: str,
    written: Written,
    assembled: Callable[[str], Assembled],
) -> None:
    """Word for word, what each reader finds is our plain text without its numbers."""
    expected = plain_text(assembled(example).agreement, numbers=False)

    assert word_text.words(read(written(example, "docx"))) == word_text.words(expected)


@pytest.fixture(scope="module")
def files(written: Written, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the Word files of all examples on disk, by name."""
    folder = tmp_path_factory.mktemp("word")
    paths = {name: folder / f"{name}.docx" for name in NAMES}
    for name, path in paths.items():
        path.write_bytes(written(name, "docx"))
    return paths


@pytest.mark.slow
def test_openxml_audit_finds_nothing(example: str, files: dict[str, Path]) -> None:
    """openxml-audit, strict and with its security rules, has nothing to say."""
    ran = subprocess.run(
        [sys.executable, "-m", "openxml_audit", *AUDIT, str(files[example])],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR, reason="MOU_OOXML_VALIDATOR names no Open XML SDK validator")
def test_the_open_xml_sdk_finds_nothing(example: str, files: dict[str, Path]) -> None:
    """Microsoft's own validator has nothing to say."""
    ran = subprocess.run(
        [VALIDATOR, str(files[example])], capture_output=True, text=True, check=False
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert json.loads(ran.stdout)["errors"] == []


@pytest.mark.slow
@pytest.mark.skipif(not SCHEMAS, reason="MOU_XSD_DIR names no folder with the ECMA-376 schemas")
def test_the_schemas_find_nothing(example: str, written: Written) -> None:
    """Every part is valid against the ECMA-376 transitional schemas."""
    from tests.ooxml.xsd import schema_faults  # noqa: PLC0415 - reads the folder when imported

    assert schema_faults(written(example, "docx")) == []


@pytest.fixture(scope="module")
def laid_out(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what LibreOffice prints of each example, the numbers it computed included."""
    folder = tmp_path_factory.mktemp("libreoffice")
    return word_text.by_libreoffice(list(files.values()), folder)


@pytest.mark.slow
def test_libreoffice_counts_the_same_numbers(
    example: str, laid_out: dict[str, str], assembled: Callable[[str], Assembled]
) -> None:
    """Numbers, labels in references and words of LibreOffice equal our text with its numbers."""
    expected = plain_text(assembled(example).agreement)

    assert word_text.normalised(laid_out[example]) == word_text.normalised(expected)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_core_draft_from_the_starter_is_short(files: dict[str, Path], tmp_path: Path) -> None:
    """Core scope is for boards that sign a few pages: at most fifteen of the starter's answers."""
    assert word_text.pages_by_libreoffice(files["starter"], tmp_path) <= 15

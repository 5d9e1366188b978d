"""What validators of others say of our files; LibreOffice and Microsoft's SDK are marked slow."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from openxml_audit.cli import main as openxml_audit

from mou_builder.model.agreement import Agreement
from mou_builder.model.reading import Kind, Line, reading_order, text_of
from mou_builder.writers.word import write
from tests.ooxml import xsd
from tests.writers_word.sample import agreement, house
from tests.writers_word.schemes import SCHEMES

AUDIT = ("--policy", "strict", "--ooxml-security", "-f", "microsoft365", "-m", "0")
SDK = os.environ.get("MOU_OOXML_VALIDATOR", "")
BOTH = [("decimal", "standard", "columns"), ("roman", "traditional", "stacked")]


@pytest.mark.parametrize(("scheme", "style", "form"), BOTH)
def test_openxml_audit_has_no_finding(scheme: str, style: str, form: str, tmp_path: Path) -> None:
    """The strict rules of a validator by others, its security rules included, find nothing."""
    file = tmp_path / "agreement.docx"
    file.write_bytes(write(agreement(scheme, form=form), house(style)))

    done = CliRunner().invoke(openxml_audit, [str(file), *AUDIT])

    assert done.exit_code == 0, done.output
    assert "Errors: 0" in done.output


@pytest.mark.skipif(not xsd.FOLDER, reason="MOU_XSD_DIR does not name the ECMA-376 schemas")
@pytest.mark.parametrize("style", ["standard", "traditional"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_schemas_have_no_finding(scheme: str, style: str) -> None:
    """Every part is valid by ECMA-376's own schemas."""
    assert xsd.schema_faults(write(agreement(scheme), house(style))) == []


@pytest.mark.slow
@pytest.mark.skipif(not SDK, reason="MOU_OOXML_VALIDATOR does not name the SDK's validator")
@pytest.mark.parametrize("style", ["standard", "traditional"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_microsofts_validator_has_no_finding(scheme: str, style: str, tmp_path: Path) -> None:
    """Microsoft's Open XML SDK finds nothing."""
    file = tmp_path / "agreement.docx"
    file.write_bytes(write(agreement(scheme), house(style)))

    done = subprocess.run([SDK, str(file)], capture_output=True, text=True, check=False)

    assert json.loads(done.stdout) == {"file": str(file), "ok": True, "errors": []}


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_counts_the_same_numbers(tmp_path: Path) -> None:
    """Another program's own count of every number equals the model's, in every scheme.

    Two known differences are taken out: LibreOffice 7.4 prints a roman number below a roman
    article, where Word has a figure, and keeps the period before a parenthesis in a reference.
    """
    files = []
    for scheme in SCHEMES:
        file = tmp_path / f"{scheme}.docx"
        file.write_bytes(write(agreement(scheme), house()))
        files.append(str(file))

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run(
        [*convert, "--outdir", str(tmp_path), *files], check=True, capture_output=True, timeout=120
    )

    for scheme in SCHEMES:
        shown = (tmp_path / f"{scheme}.txt").read_text(encoding="utf-8-sig")
        lines = {_bare(each) for each in shown.splitlines()}
        missing = [each for each in _numbered_lines(agreement(scheme)) if each not in lines]
        assert missing == [], scheme


def _numbered_lines(given: Agreement) -> list[str]:
    return [
        _bare(each.number + each.heading + text_of(each.inlines).partition("\n")[0])
        for each in reading_order(given.document, given.scheme)
        if isinstance(each, Line) and each.number and each.kind is not Kind.CONTENTS
        if each.heading or each.inlines
    ]


def _bare(line: str) -> str:
    """Return a line without white space, roman section numbers as figures, no period before (."""
    figures = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
    line = re.sub(
        r"(Section\s)([IVX]+)(?=\.\d)", lambda found: found[1] + str(figures[found[2]]), line
    )
    return re.sub(r"\s|\.(?=\()", "", line)

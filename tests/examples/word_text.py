"""The words of a Word file as independent programs read them, to be compared with our own text."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import mammoth
from docx.oxml.ns import qn
from docx2python import docx2python

# What a reader may add or change that is no word: its own marks for numbers, bullets and rules.
_SPACE = re.compile(r"\s+")


def words(text: str) -> list[str]:
    """Return the words of a text; only white space is no part of them."""
    return _SPACE.sub(" ", text).split()


def by_python_docx(content: bytes) -> str:
    """Return the text of the body, tables and fields included, as python-docx's tree holds it."""
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join(_paragraph(each) for each in body.iter(qn("w:p")))


def _paragraph(paragraph: object) -> str:
    return "".join(_run_texts(paragraph))


def _run_texts(paragraph: object) -> Iterator[str]:
    breaks = {qn("w:br"): " ", qn("w:tab"): " ", qn("w:cr"): " "}
    for each in paragraph.iter(qn("w:t"), *breaks):  # type: ignore[attr-defined]
        yield breaks.get(each.tag) or each.text or ""


def by_docx2python(content: bytes) -> str:
    """Return the body's text as docx2python reads it, without the labels that it computes.

    What it would say once for each column that a wide cell spans it is asked to say once.
    """
    with docx2python(io.BytesIO(content), duplicate_merged_cells=False) as read:
        return "\n".join(
            "".join(_unlabelled(run for run in paragraph.run_strings))
            for table in read.body_pars
            for row in table
            for cell in row
            for paragraph in cell
        )


def _unlabelled(runs: Iterator[str]) -> Iterator[str]:
    """Leave out the first run where docx2python has put a number or bullet with a tab after it."""
    for index, run in enumerate(runs):
        if index == 0 and run.endswith("\t"):
            continue
        yield run


def by_mammoth(content: bytes) -> str:
    """Return the text as mammoth extracts it."""
    return str(mammoth.extract_raw_text(io.BytesIO(content)).value)


def by_libreoffice(files: list[Path], folder: Path) -> dict[str, str]:
    """Return the text with numbers of each Word file, by its stem, as LibreOffice lays it out."""
    _convert("txt:Text (encoded):UTF8", files, folder)
    return {each.stem: (folder / f"{each.stem}.txt").read_text("utf-8-sig") for each in files}


def pages_by_libreoffice(file: Path, folder: Path) -> int:
    """Return on how many pages LibreOffice lays the Word file out; Word's may differ by one."""
    _convert("pdf", [file], folder)
    about = subprocess.run(
        ["pdfinfo", str(folder / f"{file.stem}.pdf")], check=True, capture_output=True, text=True
    )
    (pages,) = (line for line in about.stdout.splitlines() if line.startswith("Pages:"))
    return int(pages.split()[1])


def _convert(form: str, files: list[Path], folder: Path) -> None:
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless"]
        + ["--convert-to", form, "--outdir", str(folder)]
        + [str(each) for each in files],
        check=True,
        capture_output=True,
        timeout=300,
    )


_PERIOD_BEFORE_PARENTHESIS = re.compile(r"\.(?=\()")
_DRAWN = frozenset("\u2022\u25e6\uf0b7_-")  # bullets of both levels, rules of tables and signatures


def normalised(text: str) -> list[str]:
    """Return the words of a text with its numbers, without what one of the two only draws.

    Bullets and the rules of tables and signatures are drawn, not written. One difference of words
    is known: in a reference LibreOffice 7.4 keeps the period that ends a level before a parenthesis
    (`1.(a)` where Word shows `1(a)`).
    """
    written = (word for word in words(text) if not set(word) <= _DRAWN)
    return [_PERIOD_BEFORE_PARENTHESIS.sub("", word) for word in written]

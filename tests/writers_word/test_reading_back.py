from __future__ import annotations

import io
import re
import unicodedata

import mammoth
import pytest
from docx import Document
from docx2python import docx2python

from mou_builder.model.agreement import Agreement
from mou_builder.model.document import Exhibit
from mou_builder.writers.text import plain_text
from mou_builder.writers.word import write
from tests.writers_word.sample import agreement, house
from tests.writers_word.schemes import SCHEMES


def words(text: str) -> list[str]:
    """Return the words of a text, however it is broken into lines."""
    return unicodedata.normalize("NFC", text).split()


def expected(given: Agreement) -> list[str]:
    """Return the words of the text format, without the exhibits' letters, which Word counts."""
    labels = {each.label for each in given.document.blocks if isinstance(each, Exhibit)}
    lines = plain_text(given, numbers=False).splitlines()
    return words("\n".join(line for line in lines if line not in labels))


def by_mammoth(content: bytes) -> list[str]:
    """Return the words that mammoth reads."""
    html = mammoth.convert_to_html(io.BytesIO(content)).value
    text = re.sub(r"<(/?p|br|/?li|/?h\d|/?t[dhr])\b[^>]*>", " ", html)
    plain = re.sub(r"<[^>]*>", "", text)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, character)
    return words(plain)


def by_docx2python(content: bytes) -> list[str]:
    """Return the words that docx2python reads."""
    with docx2python(io.BytesIO(content)) as opened:
        return words("\n".join(_paragraphs(opened.body_pars)))


def _paragraphs(nested: object) -> list[str]:
    if isinstance(nested, list):
        return [text for each in nested for text in _paragraphs(each)]
    return ["".join(nested.run_strings)]


def by_python_docx(content: bytes) -> list[str]:
    """Return the words that python-docx reads."""
    opened = Document(io.BytesIO(content))
    lines = []
    for block in opened.iter_inner_content():
        rows = getattr(block, "rows", None)
        if rows is None:
            lines.append(block.text)
        else:
            lines += [
                paragraph.text
                for row in rows
                for cell in row.cells
                for paragraph in cell.paragraphs
            ]
    return words("\n".join(lines))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("read", [by_mammoth, by_docx2python])
def test_other_programs_read_the_agreements_words(read: object, scheme: str) -> None:
    """Two independent readers find exactly the words of the text format, in order."""
    given = agreement(scheme)

    found = read(write(given, house()))  # type: ignore[operator]

    assert found == expected(given)


@pytest.mark.parametrize("form", ["columns", "stacked"])
def test_python_docx_reads_all_but_the_contents(form: str) -> None:
    """Blocks stand directly in the body, so that a simple reader sees them; its contents aside."""
    given = agreement(form=form)
    without = [each for each in given.document.blocks if type(each).__name__ != "Contents"]
    listed = type(given)(
        type(given.document)(given.document.properties, given.document.furniture, tuple(without)),
        given.scheme,
        given.provenance,
        given.instrument,
    )

    found = by_python_docx(write(given, house()))

    assert found == expected(listed)


def test_the_words_of_an_answer_stand_as_typed() -> None:
    """Signs that mean something to XML, to Word or to the markup are ordinary characters."""
    from mou_builder.model.document import Filled  # noqa: PLC0415 - for this test alone
    from tests.writers_word.sample import of_blocks, paragraph  # noqa: PLC0415 - as above

    odd = 'Smith & Sons *K-12* <LLC> "A" \u201cB\u201d \u00e9\u0301 \U0001f3eb {{ x }} \\w %1 REF'

    content = write(of_blocks(paragraph("Party: ", Filled(odd, "parties.1.legal_name"))), house())

    assert by_python_docx(content) == words(f"Party: {odd}")

"""A file that an answer file attaches is there, or the draft says that it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_builder.diagnostics import Position, Severity
from mou_builder.model.answers import Answers, Decisions, FormAnswer
from mou_builder.source import unattached


def answers(folder: Path, form: FormAnswer | None) -> Answers:
    """Return the answers of a file in the folder."""
    return Answers(str(folder / "ours.yaml"), {}, (), Decisions(state_form=form))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a form in it, another folder beside it, and a file outside."""
    (tmp_path / "work" / "inner").mkdir(parents=True)
    for name in ("work/form.docx", "work/inner/form.docx", "outside.docx"):
        (tmp_path / name).write_bytes(b"x")
    return tmp_path / "work"


@pytest.mark.parametrize(
    "name", ["other.docx", "inner", "inner/form.docx", "../outside.docx", ".."]
)
def test_what_is_not_beside_the_answers_is_open(name: str, folder: Path) -> None:
    """Only a bare name of a file in the same folder counts."""
    at = Position(str(folder / "ours.yaml"), 3, 26)

    (item,) = unattached(answers(folder, FormAnswer(attached=name, at=at)))

    assert (item.code, item.severity, item.at) == ("MB625", Severity.OPEN, at)
    assert f"`{name}`" in item.message


@pytest.mark.parametrize(
    "file", ["work/ours.yaml", "work/office.yaml", "--set state_form.attached"]
)
def test_a_form_beside_the_answers_is_attached(file: str, folder: Path) -> None:
    """Whether the answer file, a profile or `--set` names it."""
    form = FormAnswer(attached="form.docx", at=Position(str(folder.parent / file), 1, 1))

    assert unattached(answers(folder, form)) == ()


def test_nothing_is_attached_to_a_text_that_departs(folder: Path) -> None:
    """There is no file to look for."""
    departed = FormAnswer(departed="too old", by="Jane Doe", at=Position("ours.yaml", 1, 1))

    assert unattached(answers(folder, departed)) == ()
    assert unattached(answers(folder, None)) == ()

"""`mou-builder render`."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_the_document_goes_beside_the_answers(run: Run, folder: Path) -> None:
    """A Word file with the answer file's name is the default."""
    result = run("render", "ours.yaml")

    assert result.exit_code == 0, result.stderr
    assert (folder / "ours.docx").read_bytes()[:2] == b"PK"
    assert result.stdout == ""


@pytest.mark.parametrize("form", ["docx", "md", "txt", "json"])
def test_format_chooses_the_kind(form: str, run: Run, folder: Path) -> None:
    """`--format` gives the default name its suffix."""
    assert run("render", "ours.yaml", "--format", form).exit_code == 0
    assert (folder / f"ours.{form}").exists()


def test_the_suffix_chooses_the_kind(run: Run, folder: Path) -> None:
    """`-o ours.md` is Markdown."""
    assert run("render", "ours.yaml", "-o", "page.md").exit_code == 0
    assert "# Memorandum" in (folder / "page.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ours.yaml", "-o", "a.txt", "--format", "md"], "disagree"),
        (["ours.yaml", "-o", "a.pdf"], "write `a.docx`, open it there and save it as PDF"),
        (["ours.yaml", "-o", "a.xyz"], "does not say which format"),
        (["ours.yaml", "-o", "a"], "does not say which format"),
        (["ours.yaml", "--format", "pdf"], "docx, json, md, txt"),
        (["ours.yaml", "-o", "-", "--json"], "standard output"),
        (["-"], "need `-o FILE`"),
        (["ours.yaml", "--as-of", "tomorrow"], "2026-07-01"),
        (["ours.yaml", "--record", "ours.docx"], "names of their own"),
        (["ours.yaml", "--record", "-"], "`--record` needs a file"),
        (["a.docx"], "`a.docx` is a Word document; answers are a YAML file, such as `a.yaml`"),
        (["ours.yaml", "--record", "ours.yaml"], "names of their own"),
        (["ours.yaml", "--diagnostics", "xml"], "xml"),
        ([], "ANSWERS.yaml"),
    ],
)
def test_wrong_usage_is_exit_status_2(
    arguments: list[str], said: str, run: Run, folder: Path
) -> None:
    """Contradictions among options are said before anything is done."""
    result = run("render", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(each.name for each in folder.iterdir()) == ["complete.yaml", "ours.yaml"]


def test_standard_output_gets_the_document_alone(run: Run) -> None:
    """`-o -` prints the document; what is said goes to standard error."""
    result = run("render", "ours.yaml", "-o", "-", "--format", "txt")

    assert result.stdout.startswith("DRAFT July 1, 2026\n")
    assert "open item" in result.stderr


def test_standard_input_is_read(run: Run, folder: Path) -> None:
    """`-` reads the answers; a fault in them shows its line."""
    given = (folder / "ours.yaml").read_bytes()

    assert run("render", "-", "-o", "a.txt", given=given).exit_code == 0
    result = run("render", "-", "-o", "b.txt", given=given.replace(b"officers: 1", b"officers: x"))
    assert result.exit_code == 1
    assert "  17 |   officers: x" in result.stderr
    assert not (folder / "b.txt").exists()


def test_our_own_untouched_word_file_is_replaced(run: Run, folder: Path) -> None:
    """Rendering again needs no `--force`."""
    run("render", "ours.yaml")
    first = (folder / "ours.docx").read_bytes()

    assert run("render", "ours.yaml", "--set", "funding.amount=5000").exit_code == 0
    assert (folder / "ours.docx").read_bytes() != first


def test_an_edited_word_file_is_in_the_way(run: Run, folder: Path) -> None:
    """Somebody's work is replaced by force alone."""
    from docx import Document  # noqa: PLC0415 - takes long to import, and one test edits

    run("render", "ours.yaml")
    document = Document(str(folder / "ours.docx"))
    document.paragraphs[3].add_run(" Counsel's words.")
    document.save(str(folder / "ours.docx"))
    edited = (folder / "ours.docx").read_bytes()

    refused = run("render", "ours.yaml")
    assert refused.exit_code == 1
    assert "error[MB971]: `ours.docx` exists" in refused.stderr
    assert (folder / "ours.docx").read_bytes() == edited

    assert run("render", "ours.yaml", "--force").exit_code == 0
    assert (folder / "ours.docx").read_bytes() != edited


def test_a_text_file_that_would_change_is_in_the_way(run: Run, folder: Path) -> None:
    """A text cannot tell whose it is; the same text again is no change."""
    assert run("render", "ours.yaml", "-o", "a.txt").exit_code == 0
    assert run("render", "ours.yaml", "-o", "a.txt").exit_code == 0
    assert run("render", "complete.yaml", "-o", "a.txt").exit_code == 1
    assert run("render", "complete.yaml", "-o", "a.txt", "--force").exit_code == 0
    assert (folder / "a.txt").exists()


def test_no_part_of_a_file_is_left_when_writing_fails(run: Run, folder: Path) -> None:
    """A folder that is not there is said with its cure."""
    result = run("render", "ours.yaml", "-o", "nowhere/a.txt")

    assert result.exit_code == 1
    assert "error[MB972]" in result.stderr
    assert "make the folder first" in result.stderr
    assert not list(folder.glob("**/*.tmp"))


def test_a_folder_in_place_of_a_file(run: Run, folder: Path) -> None:
    """A folder is never replaced, not by force either."""
    (folder / "a.txt").mkdir()

    assert "error[MB972]" in run("render", "ours.yaml", "-o", "a.txt", "--force").stderr


@pytest.mark.parametrize("named", [".", "..", "/"])
def test_a_folder_in_place_of_the_answers(named: str, run: Run) -> None:
    """It is said to be a folder, as `check` says it."""
    result = run("render", named)

    assert result.exit_code == 1
    assert "error[MB100]: this is a folder, not a file" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")
def test_the_permissions_of_a_file_are_kept(run: Run, folder: Path) -> None:
    """A new file gets what the user's umask gives, a replaced one keeps its own."""
    run("render", "ours.yaml")
    made = folder / "ours.docx"
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(made.stat().st_mode) == 0o666 & ~umask

    made.chmod(0o640)
    run("render", "ours.yaml", "--set", "staffing.officers=2")
    assert stat.S_IMODE(made.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right that few have there")
def test_a_link_is_followed(run: Run, folder: Path) -> None:
    """The file behind a link is replaced, the link stays."""
    (folder / "real.txt").write_text("old", encoding="utf-8")
    (folder / "a.txt").symlink_to(folder / "real.txt")

    assert run("render", "ours.yaml", "-o", "a.txt", "--force").exit_code == 0
    assert (folder / "a.txt").is_symlink()
    assert "Memorandum" in (folder / "real.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_device_is_written_to(run: Run) -> None:
    """`/dev/null` is not replaced by a file."""
    assert run("render", "ours.yaml", "-o", "/dev/null", "--format", "txt").exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_the_date_comes_from_the_option_first(run: Run) -> None:
    """`--as-of` is stronger than SOURCE_DATE_EPOCH."""
    shown = run("render", "ours.yaml", "-o", "-", "--format", "txt", "--as-of", "2027-03-04")

    assert shown.stdout.startswith("DRAFT March 4, 2027\n")


def test_a_date_of_the_environment_that_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong SOURCE_DATE_EPOCH is wrong usage."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    assert run("render", "ours.yaml").exit_code == 2


def test_today_is_the_date_of_last_resort(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without option or environment the clock is read."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")

    assert run("render", "ours.yaml").exit_code == 0


def test_set_changes_one_answer_for_one_run(run: Run) -> None:
    """`--set` is stronger than the answer file."""
    shown = run(
        "render", "ours.yaml", "-o", "-", "--format", "txt", "--set", "funding.amount=$7,000"
    )

    assert "$7,000.00" in shown.stdout


def test_a_profile_stands_under_the_answer_file(run: Run, folder: Path) -> None:
    """What the answer file leaves open, a profile may answer."""
    (folder / "office.yaml").write_text("funding: {amount: 9000}\n", encoding="utf-8")
    shown = run("render", "ours.yaml", "-o", "-", "--format", "txt", "--profile", "office.yaml")

    assert "$9,000.00" in shown.stdout


def test_the_style_of_the_option_is_the_strongest(run: Run, folder: Path) -> None:
    """`--style` beats the answer file's `style:`, which beats the standard one."""
    answers = folder / "ours.yaml"
    answers.write_text("style: nonsense\n" + answers.read_text(encoding="utf-8"), encoding="utf-8")

    assert "`nonsense`" in run("render", "ours.yaml", "-o", "a.txt").stderr
    assert run("render", "ours.yaml", "-o", "a.txt", "--style", "standard").exit_code == 0


def test_clauses_of_ones_own(run: Run, folder: Path) -> None:
    """`--clauses` lays a folder over the library."""
    clause = folder / "own" / "general" / "radio.yaml"
    clause.parent.mkdir(parents=True)
    clause.write_text(
        "id: general.radio\nheading: Radio\norder: 990\ntopics: []\n"
        "alternatives:\n"
        "  - {id: plain, default: true, text: The radio is on., note: A note., summary: Radio.}\n"
        "version: 1\nreviewed: null\n",
        encoding="utf-8",
    )
    instrument = ("--set", "instrument=mou")
    shown = run(
        "render", "ours.yaml", "-o", "-", "--format", "txt", "--clauses", "own", *instrument
    )

    assert "The radio is on." in shown.stdout, shown.stderr


def test_final_is_refused_while_anything_is_open(run: Run, folder: Path) -> None:
    """Each open item is an error, and nothing is written."""
    result = run("render", "ours.yaml", "--final")

    assert result.exit_code == 1
    assert "error[MB970]" in result.stderr
    assert not (folder / "ours.docx").exists()


def test_final_without_open_items_has_no_draft_marks(run: Run) -> None:
    """With `review: none` the run's summary says that nobody reviewed it."""
    result = run(
        "render", "complete.yaml", "-o", "-", "--format", "txt", "--final", "--set", "review=none"
    )

    assert result.exit_code == 0, result.stderr
    assert "DRAFT" not in result.stdout
    assert "Reviewed by nobody" in result.stderr


def test_strict_counts_warnings(run: Run, folder: Path) -> None:
    """A warning alone stops a strict run, and nothing is written."""
    warned = ("--set", "roles.unheard=1", "--set", "discipline.x=1")
    assert run("render", "ours.yaml", *warned).exit_code in (0, 1)
    answers = folder / "ours.yaml"
    answers.write_text(answers.read_text(encoding="utf-8") + "safety:\n  planning: x\n", "utf-8")

    lenient = run("render", "ours.yaml", "-o", "a.txt")
    strict = run("render", "ours.yaml", "-o", "b.txt", "--strict")

    assert "warning[MB302]" in lenient.stderr
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert not (folder / "b.txt").exists()


def test_quiet_says_errors_alone(run: Run) -> None:
    """A good run in quiet says nothing."""
    assert run("render", "ours.yaml", "--quiet").stderr == ""
    assert "error[" in run("render", "gone.yaml", "--quiet").stderr


def test_the_summary_says_who_can_answer(run: Run) -> None:
    """District staff read what is open and whom to ask."""
    said = run("render", "ours.yaml").stderr

    assert "Wrote ours.docx (Word document): draft for review by counsel, as of 2026-07-01." in said
    assert "the business office (1)" in said
    assert "line 20  not answered: first-year amount" in said
    assert "Next: answer what you know in ours.yaml" in said


def test_json_prints_the_result(run: Run) -> None:
    """For scripts: what was written, and how much is open."""
    result = run("render", "ours.yaml", "--json")
    printed = json.loads(result.stdout)

    assert printed["output"] == "ours.docx"
    assert printed["format"] == "docx"
    assert printed["open_items"] == 2
    assert len(printed["sha256"]) == 64


def test_diagnostics_in_json(run: Run) -> None:
    """Standard error is one JSON list, the open items in it."""
    said = json.loads(run("render", "ours.yaml", "--diagnostics", "json").stderr)

    assert {each["severity"] for each in said} == {"open"}
    assert said[0]["at"]["file"] == "ours.yaml"


def test_the_record_holds_what_must_not_travel(run: Run, folder: Path) -> None:
    """Open items, alternatives taken and why, warnings and digests, as JSON."""
    result = run("render", "ours.yaml", "--record", "record.json")
    record = json.loads((folder / "record.json").read_text(encoding="utf-8"))

    assert result.exit_code == 0, result.stderr
    assert len(record["open_items"]) == 2
    taken = {each["clause"]: each["alternative"] for each in record["clauses"] if each["in"]}
    assert taken["funding.simple_price"] == "fixed_sum"
    assert record["answers"]["file"] == "ours.yaml"
    assert len(record["document"]["sha256"]) == 64


def test_a_record_is_replaced_and_other_files_are_not(run: Run, folder: Path) -> None:
    """When the record's place is taken, no document is written either."""
    run("render", "ours.yaml", "--record", "record.json")
    assert run("render", "ours.yaml", "--record", "record.json").exit_code == 0
    (folder / "precious.json").write_text("{}", encoding="utf-8")

    result = run("render", "ours.yaml", "-o", "new.docx", "--record", "precious.json")

    assert result.exit_code == 1
    assert "give another name with `--record`" in result.stderr
    assert not (folder / "new.docx").exists()


def test_no_document_is_written_into_the_installed_program(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An example rendered where it lies leaves nothing there."""
    from mou_builder.cli import files  # noqa: PLC0415 - patched for this test alone

    monkeypatch.setattr(files, "PACKAGE", folder)
    result = run("render", "ours.yaml")

    assert result.exit_code == 2
    assert "mou-builder new ours.yaml --example" in result.stderr
    assert run("render", "ours.yaml", "-o", "a.txt").exit_code == 0

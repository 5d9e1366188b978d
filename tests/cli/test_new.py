"""`mou-builder new`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from mou_builder.source import example_names, instrument_ids

Run = Callable[..., Result]


@pytest.mark.parametrize("more", [[], ["--all"], ["--all", "--scope", "full"]])
@pytest.mark.parametrize("instrument", instrument_ids())
def test_a_questionnaire_renders_at_once(instrument: str, more: list[str], run: Run) -> None:
    """Nothing answered is a draft full of blanks, without an error or warning."""
    kind = ["--instrument", instrument, "--state", "wa"]
    assert run("new", "fresh.yaml", *kind, *more).exit_code == 0
    result = run("render", "fresh.yaml", "-o", "fresh.txt", "--strict")

    assert result.exit_code == 0, result.stderr


def test_the_memorandum_is_the_default(run: Run, folder: Path) -> None:
    """Without options: the starter, no state yet."""
    result = run("new", "fresh.yaml")
    text = (folder / "fresh.yaml").read_text(encoding="utf-8")

    assert "25 questions" in text
    assert "\nstate:\n" in text
    assert "\ninstrument: mou\n" in text
    assert "mou-builder render fresh.yaml" in result.stderr


@pytest.mark.parametrize("name", example_names())
def test_an_example_is_copied(name: str, run: Run, folder: Path) -> None:
    """The copy is the example's answer file, byte for byte."""
    shipped = Path(__file__).parents[2] / "examples" / name / "answers.yaml"

    assert run("new", "fresh.yaml", "--example", name).exit_code == 0
    assert (folder / "fresh.yaml").read_bytes() == shipped.read_bytes()


def test_a_file_that_is_there_is_kept(run: Run, folder: Path) -> None:
    """Answers are never overwritten unasked."""
    before = (folder / "ours.yaml").read_bytes()

    result = run("new", "ours.yaml")
    assert result.exit_code == 1
    assert "error[MB971]" in result.stderr
    assert "help: give another name, or `--force` to replace it" in result.stderr
    assert (folder / "ours.yaml").read_bytes() == before

    assert run("new", "ours.yaml", "--force", "--quiet").stderr == ""
    assert (folder / "ours.yaml").read_bytes() != before


def test_a_folder_that_is_missing_is_not_made(run: Run) -> None:
    """The cure names no option that the command lacks."""
    result = run("new", "missing/fresh.yaml")

    assert result.exit_code == 1
    assert "help: make the folder first, or give another name\n" in result.stderr


@pytest.mark.parametrize("name", ["agreement.docx", "agreement", "a.txt"])
def test_answers_are_a_yaml_file(name: str, run: Run, folder: Path) -> None:
    """A questionnaire under a document's name would not open."""
    result = run("new", name)

    assert result.exit_code == 2
    assert "end it with `.yaml`" in result.stderr
    assert not (folder / name).exists()


def test_standard_output_gets_the_questionnaire(run: Run) -> None:
    """`-` prints it."""
    assert "instrument: funding-only" in run("new", "-", "--instrument", "funding-only").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "cure"),
    [
        (["--example", "ful"], "MB975", "did you mean `full`?"),
        (["--example", "qqq"], "MB975", "mou-builder list examples"),
        (["--state", "ZZ"], "MB976", "two letters"),
        (["--state", "us"], "MB976", "two letters"),
        (["--instrument", "interlocl"], "MB3", "interlocal"),
    ],
)
def test_a_name_that_is_none(
    arguments: list[str], code: str, cure: str, run: Run, folder: Path
) -> None:
    """A misspelt example, state or instrument writes nothing."""
    result = run("new", "fresh.yaml", *arguments)

    assert result.exit_code == 1
    assert f"error[{code}" in result.stderr
    assert cure in result.stderr
    assert not (folder / "fresh.yaml").exists()


def test_names_are_understood_as_offices_write_them(run: Run, folder: Path) -> None:
    """Capitals and the state's full name mean what they say."""
    assert run("new", "fresh.yaml", "--state", "washington", "--instrument", "MOU").exit_code == 0
    text = (folder / "fresh.yaml").read_text(encoding="utf-8")

    assert "\nstate: WA\n" in text
    assert "\ninstrument: mou\n" in text
    assert run("check", "ours.yaml", "--set", "instrument=Funding only").exit_code == 0
    assert run("check", "ours.yaml", "--set", "instrument=memorandum on funding").exit_code == 0


@pytest.mark.parametrize("more", [["--state", "WA"], ["--scope", "full"], ["--all"]])
def test_an_example_has_its_own_state_and_scope(more: list[str], run: Run) -> None:
    """`--example` with what an example has already is wrong usage."""
    assert run("new", "fresh.yaml", "--example", "full", *more).exit_code == 2


def test_the_scope_is_written(run: Run, folder: Path) -> None:
    """A full questionnaire asks more than one of the core."""
    run("new", "core.yaml", "--all")
    run("new", "full.yaml", "--all", "--scope", "full")
    core, full = (
        (folder / each).read_text(encoding="utf-8") for each in ("core.yaml", "full.yaml")
    )

    assert "\nscope: core\n" in core
    assert "\nscope: full\n" in full
    assert core.count("\n  # Answer: ") < full.count("\n  # Answer: ")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--state", "NJ"], "`--instrument state-form-addendum` adds your own terms to it"),
        (
            ["--state", "NJ", "--instrument", "state-form-addendum"],
            "This addendum holds your own terms beside it.",
        ),
    ],
)
def test_a_states_own_form_is_named_with_its_rule(more: list[str], said: str, run: Run) -> None:
    """Who starts in a state with a form is told at once."""
    result = run("new", "fresh.yaml", *more)

    form = "New Jersey has a form of its own, the Uniform State Memorandum of Agreement"
    assert f"{form}: it may only be added to." in result.stderr
    assert said in result.stderr


def test_nothing_is_said_of_forms_where_none_is_on_file(run: Run) -> None:
    """Washington has none."""
    assert "form of its own" not in run("new", "fresh.yaml", "--state", "WA").stderr


def test_an_addendum_to_a_states_form_renders_at_once(run: Run, folder: Path) -> None:
    """It names the form, adds to it, and holds nothing of it."""
    run("new", "fresh.yaml", "--instrument", "state-form-addendum", "--state", "nj")
    result = run("render", "fresh.yaml", "-o", "fresh.txt", "--strict")
    text = (folder / "fresh.txt").read_text(encoding="utf-8")

    assert result.exit_code == 0, result.stderr
    assert "to the Uniform State Memorandum of Agreement" in text
    assert "This Addendum adds to the Uniform State Memorandum of Agreement." in text
    assert "takes nothing from the form and changes nothing in it" in text

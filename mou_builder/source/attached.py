"""Looks whether a file that an answer file attaches is there."""

from __future__ import annotations

from pathlib import Path

from mou_builder.diagnostics import Diagnostic, open_item
from mou_builder.model.answers import Answers


def unattached(answers: Answers) -> tuple[Diagnostic, ...]:
    """Return the open item for a state's form that is said to be attached and is not there.

    It lies beside the answer file, or beside the profile that names it.
    """
    form = answers.decisions.state_form
    if form is None or form.at is None or not form.attached:
        return ()
    if _lies_beside(form.attached, answers.file, form.at.file):
        return ()
    message = f"there is no file `{form.attached}` beside `{answers.file}`"
    hint = "put the state's form there, and write its bare name, such as `attached: file.docx`"
    return (open_item("MB625", message, form.at, hint),)


def _lies_beside(name: str, *files: str) -> bool:
    bare = not {"/", "\\", "\0"} & set(name)
    return bare and any(Path(each).parent.joinpath(name).is_file() for each in files)

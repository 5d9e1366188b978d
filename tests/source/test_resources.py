"""Where the shipped files are, and the lines that diagnostics show."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from mou_builder.source import (
    Source,
    example_files,
    example_names,
    lines_of,
    read_instrument,
    read_library,
    read_style,
    resource_root,
)


def test_the_root_holds_what_is_shipped() -> None:
    """Clauses, templates and examples lie side by side."""
    assert all(resource_root().joinpath(each).is_dir() for each in ("clauses", "templates"))


def test_lines_are_those_of_an_editor(tmp_path: Path) -> None:
    """A BOM is not shown, and Windows line ends are no lines of their own."""
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffa: 1\r\nb: ä\n".encode())

    assert lines_of(str(path)) == ("a: 1", "b: ä", "")


def test_lines_of_broken_bytes_are_shown_as_far_as_they_go(tmp_path: Path) -> None:
    """A file in another encoding can still be shown."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: Jos\xe9\n")

    assert lines_of(str(path))[0] == "a: Jos\ufffd"


def test_lines_of_standard_input_are_those_given() -> None:
    """What cannot be read twice is handed in."""
    assert lines_of("-", Source("-", b"a: 1")) == ("a: 1",)


def test_lines_of_a_setting_are_what_was_typed() -> None:
    """A fault in `--set` is shown like one in a file."""
    assert lines_of("--set a.b=many") == ("a.b=many",)


def test_lines_of_a_shipped_file_are_found_from_any_folder() -> None:
    """A place in the library names the file from the library's root."""
    assert lines_of("clauses/officers.yaml")[0].startswith("# What the officer is called")


def test_a_file_that_is_gone_has_no_lines(tmp_path: Path) -> None:
    """A diagnostic without lines is still a diagnostic."""
    assert lines_of(str(tmp_path / "gone.yaml")) == ()
    assert lines_of("clauses/gone.yaml") == ()


def test_every_example_has_its_answers() -> None:
    """An example is a folder with an answer file; all its files can be copied."""
    for name in example_names():
        assert b"instrument:" in example_files(name)["answers.yaml"]


def test_an_unknown_example_has_no_files() -> None:
    """No name leads out of the folder of examples."""
    assert example_files("../clauses") == {}
    assert example_files("none such") == {}


def test_everything_is_read_from_an_archive(small: Callable[..., Path], tmp_path: Path) -> None:
    """A zipped wheel has no files on disk; library, instrument and style are read out of it."""
    root = small()
    with zipfile.ZipFile(tmp_path / "wheel.zip", "w") as archive:
        for each in sorted(root.rglob("*")):
            if each.is_file():
                archive.write(each, each.relative_to(root).as_posix())
    zipped = zipfile.Path(tmp_path / "wheel.zip")

    library = read_library(root=zipped, cache=tmp_path / "cache").ok

    assert library == read_library(root=root).ok
    assert library == read_library(root=zipped, cache=tmp_path / "cache").ok
    assert read_instrument("mou", library, root=zipped).ok.id == "mou"
    assert read_style("plain", root=zipped).ok.reference == b"PK"

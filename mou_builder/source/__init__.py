"""The only package that opens files: answers, the library, instruments and house styles.

    Source(name, content)                                   bytes with the name the user knows them by
    read_answers(answers, profiles=(), sets=())             Outcome[RawAnswers]
    read_library(overlays=(), *, cache=None)                Outcome[Library]
    read_instrument(name, library, *, cache=None)           Outcome[Instrument]
    read_style(name_or_folder, *, cache=None)               Outcome[HouseStyle]
    default_cache_folder(environment)                       the user's cache folder, or None
    instrument_ids(), style_ids(), numbering_ids()          what is shipped, by name
    example_names(), example_files(name)                    the shipped examples
    resource_root()                                         where clauses/, templates/, examples/ are
    lines_of(file, given=None)                              a file's lines, for the text under a diagnostic
    set_value(content, path, value)                         the in-place editor
    parse_yaml(source)                                      Outcome[RawMapping]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from mou_builder.diagnostics import Outcome
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.raw import RawAnswers, RawMapping
from mou_builder.model.style import HouseStyle


class Source(NamedTuple):
    """Bytes to read, with the name the user knows them by (`answers.yaml`, `-`)."""

    name: str
    content: bytes


def read_answers(
    answers: Path | Source, profiles: Sequence[Path] = (), sets: Sequence[str] = ()
) -> Outcome[RawAnswers]:
    """Return the merged layers: profiles, then the answer file, then `--set` in their order."""
    raise NotImplementedError


def parse_yaml(source: Source) -> Outcome[RawMapping]:
    """Return the file's top-level mapping, every scalar as text with its place."""
    raise NotImplementedError


def read_library(overlays: Sequence[Path] = (), *, cache: Path | None = None) -> Outcome[Library]:
    """Return the shipped library with the overlays' clauses; `cache` is a folder, None for none."""
    raise NotImplementedError


def read_instrument(
    name: str, library: Library, *, cache: Path | None = None
) -> Outcome[Instrument]:
    """Return the instrument of that name."""
    raise NotImplementedError


def read_style(name_or_folder: str, *, cache: Path | None = None) -> Outcome[HouseStyle]:
    """Return the house style of that name, or that a folder holds."""
    raise NotImplementedError


def default_cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the user's cache folder for this program, or None when the system names none."""
    raise NotImplementedError


def instrument_ids() -> tuple[str, ...]:
    """Return the ids of the shipped instruments, sorted."""
    raise NotImplementedError


def style_ids() -> tuple[str, ...]:
    """Return the ids of the shipped house styles, sorted."""
    raise NotImplementedError


def numbering_ids() -> tuple[str, ...]:
    """Return the ids of the shipped numbering schemes, sorted."""
    raise NotImplementedError


def example_names() -> tuple[str, ...]:
    """Return the names of the shipped examples, sorted."""
    raise NotImplementedError


def example_files(name: str) -> Mapping[str, bytes]:
    """Return the example's files by their path inside it; empty for an unknown name."""
    raise NotImplementedError


def lines_of(file: str, given: Source | None = None) -> tuple[str, ...]:
    """Return the lines of a position's file, empty when they cannot be had.

    `given` is the answer file when it came from standard input. A `--set` position's file is
    `--set PATH=TEXT`, whose one line is `PATH=TEXT`.
    """
    raise NotImplementedError


def set_value(content: bytes, path: str, value: str) -> bytes:
    """Return the file with the value under `a.b.2.c` set, all other bytes as they were."""
    raise NotImplementedError

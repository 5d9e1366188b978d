"""Reads the clause library: the shipped folder and its overlays, out of the cache where it can."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from mou_builder.diagnostics import Diagnostic, Outcome, Position, error, errors_in, outcome
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.source.files import (
    Layer,
    LibraryFile,
    content_digest,
    files_of,
    layers_of,
    origin_of,
)
from mou_builder.source.resources import Folder, numbering_ids, resource_root
from mou_builder.source.store import recalled
from mou_builder.source.text import Source


def read_library(
    overlays: Sequence[Path] = (), *, cache: Path | None = None, root: Folder | None = None
) -> Outcome[Library]:
    """Return the shipped library with what the overlays add and replace.

    `cache` is the folder for the decoded library, None for none; `root` stands in for the shipped
    resources. There is no value when any file has a fault; all faults of all files are given.
    """
    missing = [_no_folder(each) for each in overlays if not each.is_dir()]
    if missing:
        return outcome(None, missing)
    files = [file for layer in layers_of(overlays, root) for file in files_of(layer)]
    templates = _instrument_files(root)

    def build() -> Outcome[Library]:
        return _built(files, templates, numbering_ids(root))

    return recalled(cache, _kept_as(overlays), Library, origin_of([*files, *templates]), build)


def _kept_as(overlays: Sequence[Path]) -> str:
    """Return the name in the cache: overlays must not drive out the library without them."""
    if not overlays:
        return "library"
    named = "\0".join(str(each.resolve()) for each in overlays)
    return f"library-{hashlib.sha256(named.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _no_folder(path: Path) -> Diagnostic:
    at = Position(str(path), 1, 1)
    hint = "name a folder laid out like `clauses`: a folder for each article, clause files in it"
    return error("MB100", "there is no such folder of clauses", at, hint)


def _instrument_files(root: Folder | None) -> list[LibraryFile]:
    """Return the instruments' files: their roles and words are part of the clauses' vocabulary."""
    folder = (root or resource_root()).joinpath("templates", "instruments")
    if not folder.is_dir():
        return []
    return files_of(Layer("templates/instruments", folder, 0))


def _built(
    files: list[LibraryFile], templates: list[LibraryFile], schemes: tuple[str, ...]
) -> Outcome[Library]:
    from mou_builder.source.consistency import inconsistencies  # noqa: PLC0415 - not when cached
    from mou_builder.source.shelf import Shelf  # noqa: PLC0415 - not when cached
    from mou_builder.source.tree import parse_yaml  # noqa: PLC0415 - brings PyYAML

    faults: list[Diagnostic] = []
    shelf = Shelf(faults)
    for file in _in_order(files, faults):
        parsed = parse_yaml(Source(file.shown, file.place.read_bytes()))
        faults.extend(parsed.diagnostics)
        if parsed.value is not None:
            shelf.put(file, parsed.value)
    library = shelf.library(content_digest(files))
    # A name that a broken file declares would be called unknown all over the library.
    if not errors_in(faults):
        known = _instruments(templates, library, schemes, faults)
        if not errors_in(faults):
            faults.extend(inconsistencies(library, shelf, known))
    return outcome(library, faults)


def _in_order(files: list[LibraryFile], faults: list[Diagnostic]) -> list[LibraryFile]:
    """Return the files to read, general clauses before the states' that may replace them."""
    for each in files:
        if each.parts[-1].endswith(".yml"):
            at = Position(each.shown, 1, 1)
            hint = "rename it so that it ends in `.yaml`"
            faults.append(error("MB209", "a file ending in `.yml` is not read", at, hint))
    kept = [each for each in files if each.parts[-1].endswith(".yaml")]
    return sorted(kept, key=lambda each: (each.layer, each.parts[0] == "jurisdictions"))


def _instruments(
    templates: list[LibraryFile],
    library: Library,
    schemes: tuple[str, ...],
    faults: list[Diagnostic],
) -> list[Instrument]:
    """Return the instruments; without a broken one's roles, sound clauses would be called wrong."""
    from mou_builder.source.instrument import decode_instrument  # noqa: PLC0415 - not when cached

    found = []
    for each in templates:
        source = Source(each.shown, each.place.read_bytes())
        decoded = decode_instrument(source, each.parts[-1].removesuffix(".yaml"), library, schemes)
        faults.extend(decoded.diagnostics)
        if decoded.value is not None:
            found.append(decoded.value)
    return found

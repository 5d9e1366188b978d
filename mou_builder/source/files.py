"""Which files make up the library: the shipped folder's and the overlays', found by listing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mou_builder.source.resources import Folder, resource_root
from mou_builder.source.store import Origin

_SHIPPED = ("clauses", "templates")


class Layer(NamedTuple):
    """A folder of clauses. `name` is what its files are called after; `number` 0 is the shipped."""

    name: str
    folder: Folder
    number: int


class LibraryFile(NamedTuple):
    """One file: its name for the user, its path's parts inside the layer, and the layer's folder.

    `stamp` holds its size and times, or is empty where a file has none (in a zipped wheel).
    """

    shown: str
    parts: tuple[str, ...]
    layer: int
    folder: Folder
    stamp: tuple[int, ...] = ()

    @property
    def place(self) -> Folder:
        """Where to read it. Most runs read none: they only look at the stamps."""
        return self.folder.joinpath(*self.parts)


def layers_of(overlays: Sequence[Path], root: Folder | None = None) -> list[Layer]:
    """Return the shipped clauses and the overlays, weakest first."""
    shipped = (root or resource_root()).joinpath("clauses")
    found = [Layer("clauses", shipped, 0)]
    for number, each in enumerate(overlays, 1):
        name = each.as_posix().rstrip("/")
        # A name like a shipped file's would show the shipped file's lines.
        clash = name.split("/")[0] in _SHIPPED
        found.append(Layer(f"./{name}" if clash else name, each, number))
    return found


def files_of(layer: Layer) -> list[LibraryFile]:
    """Return the layer's YAML files in the order of their names."""
    if isinstance(layer.folder, Path):
        found = _on_disk(layer, str(layer.folder))
    else:
        found = _in_archive(layer)
    return sorted(found, key=lambda each: each.parts)


def _wanted(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")


def _on_disk(layer: Layer, start: str) -> Iterator[LibraryFile]:
    waiting: list[tuple[str, tuple[str, ...]]] = [(start, ())]
    while waiting:
        folder, parts = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            inner = (*parts, entry.name)
            if entry.is_dir():
                if not entry.name.startswith((".", "__")):
                    waiting.append((entry.path, inner))
            elif _wanted(entry.name):
                found = entry.stat()
                times = (found.st_mtime_ns, found.st_ctime_ns)
                stamp = (found.st_size, *times, found.st_ino)
                shown = "/".join((layer.name, *inner))
                yield LibraryFile(shown, inner, layer.number, layer.folder, stamp)


def _in_archive(layer: Layer) -> Iterator[LibraryFile]:
    waiting: list[tuple[Folder, tuple[str, ...]]] = [(layer.folder, ())]
    while waiting:
        folder, parts = waiting.pop()
        for each in folder.iterdir():
            inner = (*parts, each.name)
            if each.is_dir():
                waiting.append((each, inner))
            elif _wanted(each.name):
                shown = "/".join((layer.name, *inner))
                yield LibraryFile(shown, inner, layer.number, layer.folder)


# --- what they were when they were read --------------------------------------------------------


def content_digest(files: Iterable[LibraryFile]) -> str:
    """Return the SHA-256 of the files' contents and their paths inside their layers."""
    digest = hashlib.sha256()
    for each in files:
        content = each.place.read_bytes()
        digest.update(f"{each.layer}/{'/'.join(each.parts)} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def origin_of(files: Sequence[LibraryFile]) -> Origin:
    """Return what a value read from these files stands on."""

    def content() -> str:
        names = "\n".join(each.shown for each in files)
        return hashlib.sha256(f"{content_digest(files)}\n{names}".encode()).hexdigest()

    if not all(each.stamp for each in files):
        return Origin("", 0, content)
    lines = "\n".join(f"{each.shown} {each.folder} {each.stamp}" for each in files)
    newest = max((max(each.stamp[1:3]) for each in files), default=0)
    return Origin(hashlib.sha256(lines.encode()).hexdigest(), newest, content)

"""The cache: a value, and what it was made from, in one file of the user's cache folder.

A missing, unwritable, older, cut or garbled file costs only the time to build the value again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from sys import platform
from typing import NamedTuple, TypeVar

from mou_builder.diagnostics import Diagnostic, Outcome
from mou_builder.source.codec import encode, schema
from mou_builder.source.stored import decode

T = TypeVar("T")

# A file written this shortly before the store may be written once more within one tick of its
# file system's clock (2 s on FAT), unseen by its times: then contents are compared.
_SETTLED = 2_000_000_000
_VARIABLES = {"win32": "LOCALAPPDATA", "darwin": "HOME"}


class Origin(NamedTuple):
    """What a value is made from.

    `stamps` says quickly, by sizes and times, that nothing changed, or is empty when that cannot be
    said; `newest` is the latest of those times. `content` digests the contents, slowly and surely.
    """

    stamps: str
    newest: int
    content: Callable[[], str]


def default_cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the user's cache folder for this program, or None when the environment names none.

    `XDG_CACHE_HOME` as the XDG base directory specification says, else the system's usual place.
    """
    chosen = environment.get("XDG_CACHE_HOME", "")
    if Path(chosen).is_absolute():
        return Path(chosen) / "mou-builder"
    base = environment.get(_VARIABLES.get(platform, "HOME"), "")
    if not base:
        return None
    inner = {"win32": ("mou-builder", "Cache"), "darwin": ("Library", "Caches", "mou-builder")}
    return Path(base).joinpath(*inner.get(platform, (".cache", "mou-builder")))


def recalled(
    folder: Path | None, name: str, kind: type[T], origin: Origin, build: Callable[[], Outcome[T]]
) -> Outcome[T]:
    """Return the stored outcome if it was made from the same things, else build and store it.

    An outcome with errors is never stored.
    """
    if folder is None:
        return build()
    path = folder / f"{name}.json"
    header = _header()
    lines = _read(path)
    same = len(lines) == 4 and lines[0] == header  # noqa: PLR2004 - the four lines of `_kept`
    trusted = same and bool(origin.stamps) and lines[1].split(" ")[0] == origin.stamps
    trusted = trusted and origin.newest + _SETTLED < _written(path)
    content = "" if trusted else origin.content()
    if same and (trusted or lines[1].split(" ")[-1] == content):
        found = _decoded(lines, kind)
        if found is not None:
            if not trusted:
                _keep(path, _kept(header, origin, content, lines[3]))
            return found
    built = build()
    if built.value is not None:
        with suppress(TypeError, RecursionError):
            text = encode((built.value, built.diagnostics))
            _keep(path, _kept(header, origin, content or origin.content(), text))
    return built


def _header() -> str:
    """Return the program's version, with a digest of all that could read a file differently.

    A program under development changes without its version: its files' times count too.
    """
    from mou_builder import __version__  # noqa: PLC0415 - the package names this one's users

    parts = [schema()]
    package = Path(__file__).parent.parent
    for folder in ("language", "source"):
        with suppress(OSError), os.scandir(package / folder) as entries:
            parts += [_stamp(each) for each in entries if each.name.endswith(".py")]
    return f"{__version__} {hashlib.sha256(chr(10).join(sorted(parts)).encode()).hexdigest()}"


def _stamp(entry: os.DirEntry[str]) -> str:
    found = entry.stat()
    return f"{entry.path} {found.st_size} {found.st_mtime_ns}"


def _kept(header: str, origin: Origin, content: str, body: str) -> str:
    """Return the file: program and schema, origin, checksum, value; a line each."""
    check = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    return "\n".join((header, f"{origin.stamps} {content}", check, body))


def _read(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n", 3)
    except (OSError, ValueError):
        return []


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _decoded(lines: list[str], kind: type[T]) -> Outcome[T] | None:
    if hashlib.sha256(lines[3].encode()).hexdigest() != lines[2]:
        return None
    try:
        found = decode(lines[3])
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    if not isinstance(found, tuple) or not isinstance(found[0], kind):
        return None
    said: tuple[Diagnostic, ...] = found[1]
    return Outcome(found[0], said)


def _keep(path: Path, text: str) -> None:
    """Write the file in one step; a folder that cannot be written to is no fault."""
    import tempfile  # noqa: PLC0415 - takes a tenth of a run, and most runs store nothing

    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        number, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with open(number, "w", encoding="utf-8", newline="\n") as stream:  # noqa: PTH123
                stream.write(text)
            os.replace(beside, path)  # noqa: PTH105 - the path is a text here
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise

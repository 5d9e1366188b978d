"""Where the shipped files are, and how the ones a user names are opened."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.source.text import LIMIT, Source, lines_in, too_big

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Folder: TypeAlias = "Path | Traversable"

_PACKAGE = Path(__file__).parent.parent
_SHIPPED = ("clauses/", "templates/", "examples/")


def resource_root() -> Folder:
    """Return the folder that holds `clauses`, `templates` and `examples`.

    It is `_data` inside the installed package, else the checkout. It is no Path when the package
    runs from a zipped wheel.
    """
    installed = _PACKAGE / "_data"
    if installed.is_dir():
        return installed
    if (_PACKAGE.parent / "clauses").is_dir():
        return _PACKAGE.parent
    # The module takes as long to load as all else here, and only a zipped wheel needs it.
    return import_module("importlib.resources").files("mou_builder").joinpath("_data")  # type: ignore[no-any-return]


def read_file(path: Path) -> Source | Diagnostic:
    """Return the file's bytes under the name given, or why it cannot be read."""
    name = str(path)
    at = Position(name, 1, 1)
    try:
        with path.open("rb") as stream:
            content = stream.read(LIMIT + 1)
            size = path.stat().st_size if len(content) > LIMIT else 0
    except FileNotFoundError:
        return error("MB100", "there is no such file", at, _similar(path))
    except IsADirectoryError:
        return error("MB100", "this is a folder, not a file", at, "name a file in it")
    except PermissionError:
        hint = "check who may read the file, or whether it is open elsewhere"
        return error("MB100", "the file may not be read", at, hint)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        return error("MB100", f"the file cannot be read: {reason.lower()}", at, "check the name")
    return too_big(name, max(size, len(content))) if len(content) > LIMIT else Source(name, content)


def _similar(path: Path) -> str:
    """Return the file in the same folder that has nearly this name, as a hint."""
    from mou_builder.source.decode import nearest  # noqa: PLC0415 - only for a fault

    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return "check the name and the folder"
    # The suffix alone makes any two answer files somewhat alike.
    near = nearest(path.name, names, 0.8)
    return f"did you mean `{path.parent / near}`?" if near else "check the name and the folder"


def ids_in(folder: str, root: Folder | None = None) -> tuple[str, ...]:
    """Return the names of the shipped folder's YAML files, without the suffix, sorted."""
    suffix = ".yaml"
    place = (root or resource_root()).joinpath(*folder.split("/"))
    if not place.is_dir():
        return ()
    names = [each.name for each in place.iterdir() if each.name.endswith(suffix)]
    return tuple(sorted(each.removesuffix(suffix) for each in names if not each.startswith(".")))


def instrument_ids() -> tuple[str, ...]:
    """Return the ids of the shipped instruments, sorted."""
    return ids_in("templates/instruments")


def numbering_ids(root: Folder | None = None) -> tuple[str, ...]:
    """Return the ids of the shipped numbering schemes, sorted."""
    return ids_in("templates/numbering", root)


def style_ids() -> tuple[str, ...]:
    """Return the ids of the shipped house styles, sorted."""
    return _folders_with("templates", "styles", "style.yaml")


def example_names() -> tuple[str, ...]:
    """Return the names of the shipped examples, sorted."""
    return _folders_with("", "examples", "answers.yaml")


def _folders_with(parent: str, name: str, file: str) -> tuple[str, ...]:
    root = resource_root()
    place = root.joinpath(parent, name) if parent else root.joinpath(name)
    if not place.is_dir():
        return ()
    return tuple(sorted(each.name for each in place.iterdir() if each.joinpath(file).is_file()))


def example_files(name: str) -> Mapping[str, bytes]:
    """Return the example's files by their path inside it; empty when there is no such example."""
    if name not in example_names():
        return {}
    found: dict[str, bytes] = {}
    waiting: list[tuple[str, Folder]] = [("", resource_root().joinpath("examples", name))]
    while waiting:
        prefix, folder = waiting.pop()
        for each in folder.iterdir():
            if each.name.startswith((".", "__")):
                continue
            if each.is_dir():
                waiting.append((f"{prefix}{each.name}/", each))
            else:
                found[prefix + each.name] = each.read_bytes()
    return dict(sorted(found.items()))


def lines_of(file: str, given: Source | None = None) -> tuple[str, ...]:
    """Return the lines of a position's file, empty when they cannot be had.

    `given` is an answer file that cannot be opened again, as it came from standard input.
    A `--set` position's file is `--set PATH=TEXT`, whose one line is `PATH=TEXT`.
    """
    if given and given.name == file:
        return lines_in(given.content)
    if file.startswith("--set "):
        return (file.removeprefix("--set "),)
    if file.startswith(_SHIPPED):
        shipped = resource_root().joinpath(*file.split("/"))
        if shipped.is_file():
            return lines_in(shipped.read_bytes())
    found = read_file(Path(file))
    return lines_in(found.content) if isinstance(found, Source) else ()

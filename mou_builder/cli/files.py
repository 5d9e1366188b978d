"""Files that a command writes: never half, and never over what somebody else wrote."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import mou_builder
from mou_builder.diagnostics import Diagnostic, error

PACKAGE = Path(mou_builder.__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write. `is_ours` tells our own untouched file from somebody's, where it can.

    `option` is the option that named the file, empty for an argument.
    """

    path: Path
    content: bytes
    is_ours: Callable[[bytes], bool] | None = None
    option: str = ""


def put(outputs: Sequence[Output], *, force: bool) -> tuple[Diagnostic, ...]:
    """Write the files, each whole; or none of them when one is in the way, and return why.

    An existing file is replaced when it is our own and untouched, when it holds the same already,
    or by force.
    """
    in_the_way = [] if force else [each for each in outputs if _is_somebodys(each)]
    if in_the_way:
        return tuple(_in_the_way(each) for each in in_the_way)
    for each in outputs:
        try:
            _write(each.content, Path(os.path.realpath(each.path)))
        except OSError as fault:
            return (_unwritable(each, fault),)
    return ()


def _is_somebodys(output: Output) -> bool:
    if not output.path.is_file():
        return False
    try:
        before = output.path.read_bytes()
    except OSError:
        return True
    return before != output.content and not (output.is_ours and output.is_ours(before))


def inside_package(path: Path) -> bool:
    """Whether the path lies in the installed program, where nobody looks for a document."""
    return path.resolve().is_relative_to(PACKAGE)


def _write(content: bytes, target: Path) -> None:
    """Write beside the target and rename: the same folder, so that the rename is one step."""
    if target.exists() and not target.is_file():
        # A device or a pipe is written to, not replaced; a folder refuses.
        target.write_bytes(content)
        return
    beside = target.with_name(f".mou-builder-{os.getpid()}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


# Windows would else turn line ends; elsewhere the flag does not exist.
_BINARY = getattr(os, "O_BINARY", 0)


def _in_the_way(output: Output) -> Diagnostic:
    return error(
        "MB971",
        f"`{output.path}` exists and is not this program's own untouched output",
        None,
        f"{_rename(output)}, or `--force` to replace it",
    )


def _unwritable(output: Output, fault: OSError) -> Diagnostic:
    reason = (fault.strerror or type(fault).__name__).lower()
    hints = {
        "IsADirectoryError": "name a file in that folder",
        "FileNotFoundError": f"make the folder first, or {_rename(output)}",
        "PermissionError": "close the file if a program has it open, or choose a folder of yours",
    }
    hint = hints.get(type(fault).__name__, _rename(output))
    return error("MB972", f"`{output.path}` cannot be written: {reason}", None, hint)


def _rename(output: Output) -> str:
    return "give another name" + (f" with `{output.option}`" if output.option else "")

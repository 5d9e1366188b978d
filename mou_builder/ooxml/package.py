"""Reads and writes the zip package around a Word file, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mou_builder.diagnostics import Diagnostic, Outcome, Position, error, outcome
from mou_builder.ooxml.names import CUSTOM_PART, TYPES_PART

# A 620 KB file was seen to unpack to 600 MB; agreements with pictures stay far below these.
MEMBERS_AT_MOST = 2_000
BYTES_AT_MOST = 100_000_000
RATIO_AT_MOST = 250
RATIO_MATTERS_FROM = 2_000_000
DIGEST_PROPERTY = "Content Digest"
# Word itself stamps its members with this date, the first that the zip format knows.
_STAMP = (1980, 1, 1, 0, 0, 0)
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
)
_FIRST = (TYPES_PART, "_rels/.rels", "word/document.xml")
_DIGEST = re.compile(
    rf'name="{DIGEST_PROPERTY}"[^>]*>\s*<(?:\w+:)?lpwstr>([0-9a-f]{{64}})<'.encode()
)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by name, without the leading slash that Word adds."""

    parts: Mapping[str, bytes]


def read_package(content: bytes, file: str) -> Outcome[Package]:
    """Return the parts of a zip package; none when it is no zip, unsafe to unpack or damaged.

    Sizes are judged from the zip's directory, before anything is unpacked.
    """
    at = Position(file, 1, 1)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            faults = tuple(_faults(members, at))
            if faults:
                return outcome(None, faults)
            parts = {each.filename: archive.read(each) for each in members}
    except _BROKEN_ZIP:
        return outcome(None, [_no_word_file("this is not a Word file, or it is damaged", at)])
    return outcome(Package(MappingProxyType(parts)), ())


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip package of the parts; equal parts give equal bytes on one machine."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in _ordered(parts):
            member = zipfile.ZipInfo(name, _STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, parts[name])
            # zipfile gives every new member a Unix mode; a file from Word has none.
            member.external_attr = 0
    return target.getvalue()


def digest_of(parts: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over sorted part names and bytes, without the part that stores it."""
    total = hashlib.sha256()
    for name in sorted(parts):
        if name != CUSTOM_PART:
            total.update(f"{name}\0{len(parts[name])}\0".encode())
            total.update(parts[name])
    return total.hexdigest()


def content_digest(content: bytes) -> str:
    """Return the digest of a Word file's parts, alike on every machine; empty for no Word file."""
    package = read_package(content, "").value
    return digest_of(package.parts) if package else ""


def is_untouched_output(content: bytes) -> bool:
    """Whether the file is this program's own output, not changed since it was written."""
    package = read_package(content, "").value
    if package is None:
        return False
    stored = _DIGEST.search(package.parts.get(CUSTOM_PART, b""))
    return bool(stored) and stored.group(1).decode() == digest_of(package.parts)  # type: ignore[union-attr]


def _ordered(parts: Mapping[str, bytes]) -> list[str]:
    first = [name for name in _FIRST if name in parts]
    return first + sorted(name for name in parts if name not in _FIRST)


def _faults(members: list[zipfile.ZipInfo], at: Position) -> Iterator[Diagnostic]:
    total = sum(each.file_size for each in members)
    packed = sum(each.compress_size for each in members)
    if (
        len(members) > MEMBERS_AT_MOST
        or total > BYTES_AT_MOST
        or (total > RATIO_MATTERS_FROM and total > RATIO_AT_MOST * max(packed, 1))
    ):
        yield _too_large(at)
    seen: set[str] = set()
    for each in members:
        if each.filename.lower() in seen:
            yield _unsafe(f"the package holds `{each.filename}` twice", at)
        seen.add(each.filename.lower())
        if _leaves_the_package(each.filename):
            yield _unsafe(f"the package holds a part with the unsafe name `{each.filename}`", at)
        if each.flag_bits & 1:
            yield _no_word_file("this file is encrypted", at)
    if not seen:
        yield _no_word_file("this package is empty", at)


def _leaves_the_package(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name


def _no_word_file(message: str, at: Position) -> Diagnostic:
    return error("MB920", message, at, "open it in Word and save it as `Word Document (*.docx)`")


def _too_large(at: Position) -> Diagnostic:
    return error(
        "MB921",
        "this package would unpack to far more than a Word file needs",
        at,
        "do not open it; ask its sender for a plain Word document",
    )


def _unsafe(message: str, at: Position) -> Diagnostic:
    return error("MB922", message, at, "open it in Word and save it under a new name")

"""Changes one thing in a good Word file, to see that the structural check notices."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache

from mou_builder.ooxml.package import pack, read_package
from mou_builder.writers.word.assembly import build
from tests.writers_word.sample import agreement, house

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
SETTINGS = "word/settings.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


@cache
def good() -> bytes:
    """Return a Word file that has every block and no fault."""
    return build(agreement(), house())


def parts() -> dict[str, bytes]:
    """Return the parts of the good file."""
    return dict(read_package(good(), "").ok.parts)


def changed(part: str, old: str, new: str) -> bytes:
    """Return the good file with the first place of a text in a part replaced."""
    content = parts()
    text = content[part].decode()
    assert old in text, f"{old!r} is not in {part}"
    content[part] = text.replace(old, new, 1).encode()
    return pack(content)


def with_parts(**texts: str) -> bytes:
    """Return the good file with parts replaced, named by their last part without suffix."""
    content = parts()
    for name, text in texts.items():
        full = next(each for each in content if each.rpartition("/")[2].startswith(name))
        content[full] = text.encode()
    return pack(content)


def extended(more: Mapping[str, bytes], *changes: tuple[str, str, str]) -> bytes:
    """Return the good file with more parts, and texts in parts replaced."""
    content = parts() | dict(more)
    for part, old, new in changes:
        text = content[part].decode()
        assert old in text, f"{old!r} is not in {part}"
        content[part] = text.replace(old, new, 1).encode()
    return pack(content)


def without(part: str) -> bytes:
    """Return the good file without a part."""
    content = parts()
    del content[part]
    return pack(content)


def inserted(xml: str) -> bytes:
    """Return the good file with elements at the start of its body."""
    return changed(DOCUMENT, "<w:body>", f"<w:body>{xml}")


def related(kind: str, target: str, number: str = "rId99", *, external: bool = False) -> str:
    """Return a relationship to write into a list of them."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{number}" Type="{base}{kind}" Target="{target}"{mode}/>'


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return a zip of members as they are, doubled names and all."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()

"""From the bytes of a file to text that a YAML parser may read, with every odd character placed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mou_builder.diagnostics import Diagnostic, Position, error

LIMIT = 2_000_000
"""The greatest size of a file in bytes; an agreement's answers are a hundredth of it."""

UNANSWERED = "\ue000"
"""Stands for a bare `?` while YAML is parsed. No file can hold it: private-use is refused."""

_MOST = 10
_BREAK = re.compile(r"\r\n|\n|\r")
# What YAML 1.1 (section 5.1) does not allow, what it reads as a line break unlike every editor,
# and what cannot be seen but changes how text is compared or in which direction it is read.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LOST = re.compile("\ufffd")
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_ODD_INDENT = re.compile("(?m)(?:^|(?<=\r))[ \t]*[\u00a0\u2000-\u200a\u202f\u3000]")
# A `?` that stands alone as a value. YAML would read it as the start of a complex key.
_BARE_QUESTION = re.compile(r"(?m)(?:^|(?<=[\s\[{,]))\?(?=[ \t]*(?:$|\r|[,\]}]|[ \t]#))")
_STARTS = {
    b"PK\x03\x04": "a Word or zip file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Word file",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Source(NamedTuple):
    """Bytes to read, with the name the user knows them by (`answers.yaml`, `-`)."""

    name: str
    content: bytes


class FileText(NamedTuple):
    """A file's text: `lines` as an editor shows them, `yaml` with the same places for a parser.

    In `yaml` a character that no parser may see is a blank, and a bare `?` is UNANSWERED.
    """

    file: str
    lines: tuple[str, ...]
    yaml: str


class Places:
    """Turns offsets in a text into lines and columns, both counted from 1."""

    def __init__(self, text: str) -> None:
        """Note where the lines of the text start."""
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column of the character at the offset."""
        # Asked for faults only, so the module is not worth loading for every file.
        from bisect import bisect_right  # noqa: PLC0415

        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def lines_in(content: bytes) -> tuple[str, ...]:
    """Return the lines of a file's bytes as an editor shows them, whatever the bytes are."""
    text = content[:LIMIT].decode("utf-8", "replace")
    return tuple(_BREAK.split(text.removeprefix("\ufeff")))


def lines_in_text(text: str) -> list[str]:
    """Return the lines of a text, broken where YAML and editors agree."""
    return _BREAK.split(text)


def holds_unseen(text: str) -> bool:
    """Whether a text holds a character that no answer may hold, as an escape may bring in."""
    return bool(_UNSEEN.search(text) or _PRIVATE.search(text))


def file_text(name: str, content: bytes) -> tuple[FileText | None, list[Diagnostic]]:
    """Return the file's text, and what is wrong with its characters.

    The text is None when the file is no text at all or too big, for then nothing can be read.
    """
    refused = _refusal(name, content)
    if refused:
        return None, [refused]
    text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    faults = list(_faults(name, text)) if _odd(text) else []
    if faults:
        text = _without_odd(text)
    shown = tuple(_BREAK.split(text))
    return FileText(name, shown, _BARE_QUESTION.sub(UNANSWERED, text)), faults


def _odd(text: str) -> bool:
    """Whether any character needs a closer look; plain ASCII text is settled at once."""
    return any(pattern.search(text) for pattern, _ in _SAID)


def _without_odd(text: str) -> str:
    for pattern in (_UNSEEN, _PRIVATE, _LOST, _NOT_UTF8):
        text = pattern.sub(" ", text)
    return text


def _refusal(name: str, content: bytes) -> Diagnostic | None:
    """Return why the bytes are no text that could be read on, or None."""
    at = Position(name, 1, 1)
    if len(content) > LIMIT:
        return too_big(name, len(content))
    for start, what in _STARTS.items():
        if content.startswith(start):
            hint = "name the text file with the answers, whose name usually ends in `.yaml`"
            return error("MB102", f"this is {what}, not a text file", at, hint)
    if content.startswith(_UTF_16) or b"\0" in content[:64]:
        hint = "save it again with the encoding `UTF-8` (in Notepad: Save as, Encoding)"
        return error("MB102", "the file is not in UTF-8 but, it seems, in UTF-16", at, hint)
    return None


def too_big(name: str, size: int) -> Diagnostic:
    """Return the refusal of a file beyond the limit, stating the limit."""
    return error(
        "MB101",
        f"the file has {size / 1_000_000:.1f} MB, and at most {LIMIT // 1_000_000} MB are read",
        Position(name, 1, 1),
        "check that this is the right file; long attachments belong in exhibits",
    )


def _faults(name: str, text: str) -> Iterator[Diagnostic]:
    """Yield the faults of single characters, a kind at a time, not more than a page of each."""
    places = Places(text)

    def found(pattern: re.Pattern[str]) -> Iterator[tuple[Position, str]]:
        for count, match in enumerate(pattern.finditer(text)):
            if count == _MOST:
                return
            yield Position(name, *places.line_and_column(match.start())), match[0]

    for pattern, said in _SAID:
        for at, character in found(pattern):
            yield said(at, character)


def _wrong_encoding(at: Position, character: str) -> Diagnostic:
    byte = ord(character) - 0xDC00
    meant = bytes([byte]).decode("cp1252", "replace")
    shown = f" (perhaps `{meant}`)" if meant.isprintable() and meant != "\ufffd" else ""
    return error(
        "MB102",
        f"a character{shown} is not in UTF-8",
        at,
        "save the file again with the encoding `UTF-8`; it seems to be Windows-1252 or Latin-1",
    )


def _unseen(at: Position, character: str) -> Diagnostic:
    return error(
        "MB103",
        f"an invisible character (U+{ord(character):04X}) stands here",
        at,
        "delete it: put the cursor after it and press backspace, or type the line again",
    )


def _private(at: Position, character: str) -> Diagnostic:
    return error(
        "MB104",
        f"a character (U+{ord(character):04X}) has a meaning in one font only",
        at,
        "type an ordinary character instead; such characters come from symbols pasted from Word",
    )


def _lost(at: Position, _: str) -> Diagnostic:
    message = "a character was lost here when the file was saved in another encoding"
    return error("MB102", message, at, "type the character again, and save the file as UTF-8")


def _odd_indent(at: Position, lead: str) -> Diagnostic:
    place = Position(at.file, at.line, at.column + len(lead) - 1)
    hint = "replace it by ordinary spaces; it comes from text pasted from Word or a web page"
    return error("MB105", "a no-break space indents this line", place, hint)


_SAID = (
    (_NOT_UTF8, _wrong_encoding),
    (_UNSEEN, _unseen),
    (_PRIVATE, _private),
    (_LOST, _lost),
    (_ODD_INDENT, _odd_indent),
)

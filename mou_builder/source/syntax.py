"""What a YAML parser's complaint means in plain words, and from which line to read on."""

from __future__ import annotations

import re
from typing import NamedTuple

from mou_builder.diagnostics import Diagnostic, Position, Related, error
from mou_builder.source.colons import without_colon

_KEY = re.compile(r"^[ ]*(?:- +)*[^\s#\"'\[{][^:]*:(?= |$)")
_NEVER_FIRST = "@`%*&!|>,]}"
_PERCENT_FIRST = re.compile(r"% ?([0-9.]+)")
_QUOTES = "\"'"


class Complaint(NamedTuple):
    """What the parser said: its words, the place, and the place where its context started.

    Lines and columns count from 0. `last` is the last scalar before: its start, its end, and the
    quote it stood in, if any.
    """

    context: str
    problem: str
    started: tuple[int, int]
    at: tuple[int, int]
    last: tuple[int, int, int, int, str] | None


class Explained(NamedTuple):
    """A diagnostic, and the first line (from 0) that may be read on after the fault."""

    diagnostic: Diagnostic
    resume: int


class _Fault(NamedTuple):
    """A fault before it is placed in a file; `line` and `column` count from 0."""

    code: str
    message: str
    hint: str
    line: int
    column: int
    length: int = 1
    related: tuple[tuple[str, int, int], ...] = ()


def explain(file: str, lines: tuple[str, ...], complaint: Complaint) -> Explained:
    """Return the complaint in plain words, with a cure."""
    fault = (
        _tab(lines, complaint)
        or _unclosed_quote(lines, complaint)
        or _after_value(lines, complaint)
        or _first_character(lines, complaint)
        or _escape(lines, complaint)
        or _colon(lines, complaint)
        or _brackets(lines, complaint)
        or _documents(lines, complaint)
        or _indentation(lines, complaint)
        or _other(complaint)
    )
    line, column = _within(lines, fault.line, fault.column)
    at = Position(file, line + 1, column + 1, fault.length)
    related = [Related(words, Position(file, a + 1, b + 1)) for words, a, b in fault.related]
    found = error(fault.code, fault.message, at, fault.hint, related)
    return Explained(found, _resume(complaint, fault))


def _resume(complaint: Complaint, fault: _Fault) -> int:
    """Give up what runs to the end of the file by mistake at the line where it started."""
    if fault.code in ("MB118", "MB119"):
        return fault.line + 1
    return max(complaint.at[0], fault.line + 1)


def _within(lines: tuple[str, ...], line: int, column: int) -> tuple[int, int]:
    """Keep a place inside the file: parsers point behind its end."""
    line = max(0, min(line, len(lines) - 1))
    return line, max(0, min(column, len(lines[line])))


def _line(lines: tuple[str, ...], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _character(lines: tuple[str, ...], place: tuple[int, int]) -> str:
    return _line(lines, place[0])[place[1] : place[1] + 1]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


# --- the faults --------------------------------------------------------------------------------


def _tab(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    line = _line(lines, complaint.at[0])
    lead = line[: len(line) - len(line.lstrip())]
    if _character(lines, complaint.at) == "\t":
        return tab_fault(*complaint.at)
    column = lead.find("\t")
    if column < 0 or complaint.at[1] > len(lead):
        return None
    return tab_fault(complaint.at[0], column)


def tab_fault(line: int, column: int) -> _Fault:
    """Return the fault of a tab before the first word of a line."""
    hint = "use spaces: replace each tab by two spaces, and set your editor to do so"
    return _Fault("MB105", "a tab stands where only spaces can", hint, line, column)


def tab_diagnostic(file: str, line: int, column: int) -> Diagnostic:
    """Return the diagnostic of a tab before the first word of a line (both counted from 0)."""
    fault = tab_fault(line, column)
    return error(fault.code, fault.message, Position(file, line + 1, column + 1), fault.hint)


def _unclosed_quote(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    """Find a quote that is never closed, or only by the next opening quote, lines later."""
    quoted = "quoted scalar" in complaint.context
    hint = "did you forget a closing quote? put one at the end of the value"
    if quoted and ("end of stream" in complaint.problem or "document" in complaint.problem):
        line, column = complaint.started
        quote = _character(lines, complaint.started)
        return _Fault("MB118", f"the quote `{quote}` is never closed", hint, line, column)
    last = complaint.last
    if not last or not last[4] or last[0] == last[2] or complaint.at != _after(lines, last):
        return None
    message = f"the quote `{last[4]}` is closed only {last[2] - last[0]} lines further down"
    related = (("closed here", last[2], max(0, last[3] - 1)),)
    return _Fault("MB118", message, hint, last[0], last[1], 1, related)


def _after(lines: tuple[str, ...], last: tuple[int, int, int, int, str]) -> tuple[int, int]:
    """Return the place of the first word after a scalar on the line where it ends."""
    rest = _line(lines, last[2])[last[3] :]
    return last[2], last[3] + len(rest) - len(rest.lstrip())


def _after_value(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    """Find words after a closing quote or bracket on the same line."""
    line, column = complaint.at
    before = _line(lines, line)[:column].rstrip()
    if not before or "flow" in complaint.context or not _character(lines, complaint.at):
        return None
    last = complaint.last
    if last and last[4] and complaint.at == _after(lines, last):
        return _after_quote(lines, complaint, last)
    if before[-1] in "]}" and "expected" in complaint.problem:
        hint = "put the whole value in double quotes, since it starts with a bracket"
        message = f"words follow the closing `{before[-1]}`"
        return _Fault("MB120", message, hint, line, column, _word(lines, complaint.at))
    return None


def _after_quote(
    lines: tuple[str, ...], complaint: Complaint, last: tuple[int, int, int, int, str]
) -> _Fault:
    line, column = complaint.at
    message = f"words follow the closing quote `{last[4]}`"
    hint = f"put the quotes round the whole value, and write `{last[4] * 2}` for a quote inside"
    if last[4] == '"':
        hint = "put single quotes round the whole value, or take the double quotes away"
    return _Fault("MB120", message, hint, line, column, _word(lines, complaint.at))


def _word(lines: tuple[str, ...], place: tuple[int, int]) -> int:
    rest = _line(lines, place[0])[place[1] :].split(None, 1)
    return max(1, len(rest[0])) if rest else 1


def _first_character(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    """Find a value that starts with a character that YAML keeps for itself."""
    scanning = ("alias", "anchor", "tag", "directive", "block scalar")
    started = any(word in complaint.context for word in scanning)
    place = complaint.started if started else complaint.at
    first = _character(lines, place)
    cannot = "cannot start" in complaint.problem or "node content" in complaint.problem
    if not first or first not in _NEVER_FIRST or not (started or cannot):
        return None
    message = f"a value cannot start with `{first}`"
    hint = "put the whole value in double quotes"
    share = _PERCENT_FIRST.match(_line(lines, place[0]), place[1])
    if share:
        hint = f"put the `%` behind the number: `{share[1]}%`"
    return _Fault("MB115", message, hint, *place, _word(lines, place))


def _escape(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    if "escape" not in complaint.problem and "hexdecimal" not in complaint.problem:
        return None
    line, column = complaint.at
    while column > 0 and _character(lines, (line, column)) != "\\":
        column -= 1
    hint = "put the value in single quotes, or write each `\\` twice"
    return _Fault("MB122", "a `\\` in double quotes has a meaning of its own", hint, line, column)


def _colon(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    """Find a colon too many, none at all, or none followed by a space."""
    if "could not find expected ':'" in complaint.problem:
        return _no_colon(lines, complaint.started)
    line, column = complaint.at
    if "unexpected ':'" in complaint.problem:
        hint = "put a space after the colon, or double quotes round a text that holds it"
        return _Fault("MB116", "no space follows the colon", hint, line, column)
    if "mapping values are not allowed" not in complaint.problem:
        return None
    key = _KEY.match(_line(lines, line)[:column])
    if key:
        hint = "put the whole value in double quotes"
        return _Fault("MB114", "a second `: ` stands in this value", hint, line, column)
    last = complaint.last
    if last and last[0] < line and last[1] <= _indent(_line(lines, line)) and _starts(lines, last):
        return _no_colon(lines, (last[0], last[1]))
    return None


def _starts(lines: tuple[str, ...], last: tuple[int, int, int, int, str]) -> bool:
    """Whether the scalar is the first thing on its line, so that it was meant as a key."""
    return not _line(lines, last[0])[: last[1]].strip(" -")


def _no_colon(lines: tuple[str, ...], place: tuple[int, int]) -> _Fault:
    found = without_colon(lines, *place)
    return _Fault(found.code, found.message, found.hint, place[0], found.column, found.length)


def _brackets(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    """Find a list or mapping in brackets that is not closed, or lacks a comma."""
    if "flow" not in complaint.context:
        return None
    opening = _character(lines, complaint.started)
    closing = {"[": "]", "{": "}"}.get(opening, "")
    if not closing:
        return None
    line, column = complaint.at
    if complaint.at[0] == complaint.started[0] and _character(lines, complaint.at):
        hint = f"separate the parts with commas, and close with `{closing}`"
        message = f"a comma or `{closing}` is missing before this"
        related = ((f"`{opening}` opens here", *complaint.started),)
        return _Fault("MB119", message, hint, line, column, 1, related)
    hint = f"close it with `{closing}`, or put the value in double quotes if it is a text"
    return _Fault("MB119", f"the `{opening}` is not closed", hint, *complaint.started)


def _documents(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    if "document start" not in complaint.problem:
        return None
    line, column = complaint.at
    if any(each.startswith("...") for each in lines[:line]):
        hint = "take out the line with `...`: a file holds one document"
        return _Fault("MB107", "the file goes on after its end mark `...`", hint, line, column)
    return None


def _indentation(lines: tuple[str, ...], complaint: Complaint) -> _Fault | None:
    """Find lines that fit no line above them, and lists where keys were."""
    words = ("did not find expected", "but found", "not allowed")
    if not any(each in complaint.problem for each in words):
        return None
    line, column = complaint.at
    text = _line(lines, line)
    if _character(lines, complaint.at) == ":" and not text[:column].strip(" -"):
        hint = "write a name before the colon"
        return _Fault("MB113", "a key is missing before this colon", hint, line, column)
    item = text[column:].startswith(("- ", "-\t")) or text[column:] == "-"
    if item and text[:column].strip():
        hint = "start the list on the next line, each item after `- `"
        alone = text[column + 1 :].split(" #")[0].strip()
        if alone and ": " not in alone:
            hint = f"take the dash away: `{text[:column].strip()} {alone}`; a list of several "
            hint += "starts on the next line, each item after `- `"
        return _Fault("MB117", "a list cannot start on the line of its key", hint, line, column)
    if item:
        hint = "indent it under its key, or write a key before it"
        return _Fault("MB117", "a list item stands where a key was expected", hint, line, column)
    if "collection" in complaint.context and column == complaint.started[1]:
        hint = "start it with `- `, or indent it deeper or less deep than the items"
        return _Fault("MB117", "a key stands where a list item was expected", hint, line, column)
    hint = "give the lines that belong together the same number of spaces at their start"
    spaces = "1 space" if _indent(text) == 1 else f"{_indent(text)} spaces"
    message = f"this line starts after {spaces}, which fits no line above it"
    return _Fault("MB117", message, hint, line, min(column, _indent(text)))


def _other(complaint: Complaint) -> _Fault:
    said = complaint.problem.rstrip(".") or "the file breaks off"
    hint = "compare the line with its neighbours; quotes round a value often help"
    return _Fault("MB129", f"this cannot be read as YAML: {said}", hint, *complaint.at)

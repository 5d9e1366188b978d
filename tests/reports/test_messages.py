"""Diagnostics as text and as JSON."""

from __future__ import annotations

import pytest

from mou_builder.diagnostics import Diagnostic, Position, Related, error, open_item, warning
from mou_builder.reports.messages import in_order, message_text, message_value

LINES = ("staffing:", "", "    officers: many")


def _lines(file: str) -> tuple[str, ...]:
    return LINES if file == "answers.yaml" else ()


def _many() -> Diagnostic:
    return error(
        "MB303",
        "expected a whole number, found `many`",
        Position("answers.yaml", 3, 15, 4),
        "write the number of officers in digits, for example `2`",
        [Related('asked by: staffing.officers ("How many?"), used by clause staffing.number')],
    )


def test_the_form_of_a_message() -> None:
    """Place, code, fault, the line with carets, the cure, and who asks."""
    assert message_text(_many(), _lines) == (
        "answers.yaml:3:15: error[MB303]: expected a whole number, found `many`\n"
        "  3 |     officers: many\n"
        "    |               ^^^^\n"
        "  help: write the number of officers in digits, for example `2`\n"
        '  asked by: staffing.officers ("How many?"), used by clause staffing.number'
    )


def test_a_file_that_cannot_be_read_shows_no_line() -> None:
    """The message stands without its snippet."""
    found = error("MB100", "there is no such file", Position("gone.yaml", 1, 1))

    assert message_text(found, _lines) == "gone.yaml:1:1: error[MB100]: there is no such file"


def test_a_message_without_a_place() -> None:
    """A message about the whole run starts with its weight."""
    assert message_text(warning("MB971", "in the way"), _lines) == "warning[MB971]: in the way"


def test_a_second_place_is_named() -> None:
    """A related place follows its words."""
    related = [Related("first here", Position("answers.yaml", 1, 1))]
    found = error("MB110", "twice", Position("answers.yaml", 3, 5, 8), None, related)

    assert message_text(found, _lines).endswith("\n  first here (answers.yaml:1:1)")


@pytest.mark.parametrize(
    ("line", "column", "length", "under"),
    [
        ("\tofficers: x", 2, 8, " ^^^^^^^^"),
        ("学校: x", 5, 1, "      ^"),
        ("a: e\u0301x", 6, 1, "    ^"),
        ("ab", 2, 40, " ^"),
        ("ab", 9, 1, "  ^"),
    ],
    ids=["a tab", "wide characters", "a combining mark", "past the end", "after the end"],
)
def test_the_carets_stand_under_the_fault(line: str, column: int, length: int, under: str) -> None:
    """Columns are counted as a terminal shows them."""
    found = error("MB1", "x", Position("f", 1, column, length))

    assert message_text(found, lambda _: (line,)).splitlines()[2] == f"    | {under}"


def test_a_very_long_line_is_shown_around_the_fault() -> None:
    """A line of megabytes does not fill the screen."""
    line = "[" * 500_000 + "x" + "]" * 500_000
    shown = message_text(error("MB1", "x", Position("f", 1, 500_001)), lambda _: (line,))

    assert len(shown) < 400
    snippet, under = shown.splitlines()[1:]
    assert snippet[under.index("^")] == "x"


def test_control_characters_never_reach_the_terminal() -> None:
    """Neither the line nor the message can move the cursor or change colours."""
    found = error("MB1", "found `\x1b[31m`", Position("f\x07", 1, 1), "a\x9bb")
    shown = message_text(found, lambda _: ("\x1b[2Jx",))

    assert not {"\x1b", "\x07", "\x9b"} & set(shown)


def test_colours_are_for_terminals() -> None:
    """Only the weight and the code are coloured."""
    shown = message_text(warning("MB1", "x"), _lines, colour=True)

    assert shown == "\x1b[1;33mwarning[MB1]\x1b[0m: x"


def test_messages_come_in_the_order_of_the_file() -> None:
    """Sorted by file and place, each once; those without a place come last."""
    late = error("MB1", "late", Position("a.yaml", 10, 1))
    early = open_item("MB2", "early", Position("a.yaml", 9, 5))
    nowhere = error("MB3", "nowhere")

    assert in_order([nowhere, late, early, late]) == (early, late, nowhere)


def test_json_holds_every_part() -> None:
    """The keys are the same for each message."""
    assert message_value(_many()) == {
        "code": "MB303",
        "severity": "error",
        "message": "expected a whole number, found `many`",
        "at": {"file": "answers.yaml", "line": 3, "column": 15, "length": 4},
        "hint": "write the number of officers in digits, for example `2`",
        "related": [
            {
                "label": 'asked by: staffing.officers ("How many?"), '
                "used by clause staffing.number",
                "at": None,
            }
        ],
    }

"""Which provisions of a published agreement stand in ours, looked up in the words it prints."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mou_builder.diagnostics import Diagnostic, Position, Related, error
from mou_builder.model.provisions import Phrase, Place, PublishedProvision, PublishedProvisions
from mou_builder.reports.messages import counted
from mou_builder.reports.sections import Part, PrintedSection, shows

LEAST = 95
COLUMNS = ("topic", "what it says", "clause", "place", "result")
WIDTHS = (20, 44, 34, 16, 9)
SHOWN = 160


class Result(StrEnum):
    """What became of a provision."""

    CARRIED = "carried"
    NOT_TEXT = "not text"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Shown:
    """One place looked up: the label of its section, empty when it is not printed.

    `missing` are the phrases that do not stand there.
    """

    place: Place
    label: str
    missing: tuple[Phrase, ...]

    @property
    def found(self) -> bool:
        """Whether the section is printed and holds all its phrases."""
        return bool(self.label) and not self.missing


@dataclass(frozen=True, slots=True)
class Row:
    """One provision with the places where it was looked up."""

    provision: PublishedProvision
    shown: tuple[Shown, ...]
    result: Result


@dataclass(frozen=True, slots=True)
class Carried:
    """All provisions of an entry. `found` says what is missing, and where it may be instead."""

    entry: str
    rows: tuple[Row, ...]
    found: tuple[Diagnostic, ...]

    def count(self, result: Result) -> int:
        """Return how many provisions have that result."""
        return sum(each.result is result for each in self.rows)

    @property
    def percent(self) -> float:
        """The share carried of all provisions, those that are no text included."""
        return 100 * self.count(Result.CARRIED) / len(self.rows) if self.rows else 0.0


def carried(
    listed: PublishedProvisions,
    sections: Mapping[str, PrintedSection],
    known: Collection[str],
    least: float = LEAST,
) -> Carried:
    """Return what became of each provision; `known` are the ids of all clauses and exhibits."""
    rows = tuple(_row(each, sections) for each in listed.provisions)
    ids = {*known, *sections, *Part}
    found = [said for row in rows for one in row.shown for said in _faults(one, sections, ids)]
    made = Carried(listed.entry, rows, tuple(found))
    if made.percent >= least:
        return made
    return Carried(listed.entry, rows, (*found, _too_few(made, listed.at, least)))


def _row(provision: PublishedProvision, sections: Mapping[str, PrintedSection]) -> Row:
    shown = tuple(_shown(each, sections.get(each.id)) for each in provision.places)
    if provision.not_text:
        return Row(provision, shown, Result.NOT_TEXT)
    whole = bool(shown) and all(each.found for each in shown)
    return Row(provision, shown, Result.CARRIED if whole else Result.MISSING)


def _shown(place: Place, section: PrintedSection | None) -> Shown:
    if section is None:
        return Shown(place, "", place.phrases)
    missing = tuple(each for each in place.phrases if not shows(section.text, each.text))
    return Shown(place, section.label, missing)


# --- what is missing ---------------------------------------------------------------------------


def _faults(
    shown: Shown, sections: Mapping[str, PrintedSection], known: Collection[str]
) -> Iterator[Diagnostic]:
    place = shown.place
    if place.id not in known:
        message = f"there is no clause or part `{place.id}`"
        yield error("MB984", message, place.at, _near(place, known))
    elif not shown.label:
        hint = "name the clause that says it here; `mou-builder explain` shows why this one is out"
        yield error("MB985", f"this agreement does not print `{place.id}`", place.at, hint)
    else:
        yield from (_absent(each, sections[place.id], sections) for each in shown.missing)


def _near(place: Place, known: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - for a misspelt name alone

    near = get_close_matches(place.id, known, 1)
    parts = ", ".join(Part)
    return f"did you mean `{near[0]}`?" if near else f"name a clause, an exhibit, or one of {parts}"


def _absent(
    phrase: Phrase, section: PrintedSection, sections: Mapping[str, PrintedSection]
) -> Diagnostic:
    elsewhere = next((each for each in sections.values() if shows(each.text, phrase.text)), None)
    if elsewhere:
        hint = f"it stands in {_named(elsewhere)}"
    else:
        hint = "answer so that it is printed, or write the words in which the section says it"
    message = f"`{phrase.text}` does not stand in {_named(section)}"
    printed = textwrap.shorten(section.text, SHOWN, placeholder=" ...")
    return error("MB986", message, phrase.at, hint, [Related(f"printed there: {printed}")])


def _named(section: PrintedSection) -> str:
    """Return "Section 3.7 (`funding.payment`)", or "the recitals"."""
    if section.label == section.id:
        return f"the {section.label}"
    return f"{section.label} (`{section.id}`)"


def _too_few(made: Carried, at: Position, least: float) -> Diagnostic:
    message = f"{_share(made)} of the provisions are carried, fewer than {least:g}%"
    return error("MB987", message, at, "answer what is missing, or ask for less with `--least`")


# --- what is told ------------------------------------------------------------------------------


def carried_text(made: Carried) -> str:
    """Return the table of the provisions, and how many of them are carried."""
    lines = [_line(COLUMNS), _line("-" * each for each in WIDTHS)]
    for row in made.rows:
        lines += _row_text(row)
    kept = f"{made.count(Result.CARRIED)} of {counted(len(made.rows), 'provision')}"
    lines += ["", f"{made.entry}: {kept} carried ({_share(made)})"]
    return "\n".join(lines)


def _row_text(row: Row) -> Iterator[str]:
    provision = row.provision
    says = textwrap.wrap(provision.says, WIDTHS[1])
    reason = textwrap.wrap(provision.not_text, WIDTHS[2])
    ids = reason or [each.place.id for each in row.shown]
    labels = [each.label or "not printed" for each in row.shown]
    height = max(len(says), len(ids), 1)
    columns = [[provision.topic], says, ids, labels, [row.result.value]]
    for number in range(height):
        yield _line(column[number] if number < len(column) else "" for column in columns)


def _line(cells: Iterable[str]) -> str:
    return "  ".join(map(str.ljust, cells, WIDTHS)).rstrip()


def carried_value(made: Carried) -> dict[str, Any]:
    """Return the same as a value for JSON."""
    return {
        "entry": made.entry,
        "provisions": len(made.rows),
        "carried": made.count(Result.CARRIED),
        "not_text": made.count(Result.NOT_TEXT),
        "missing": made.count(Result.MISSING),
        "percent": round(made.percent, 1),
        "rows": [_row_value(each) for each in made.rows],
    }


def _row_value(row: Row) -> dict[str, Any]:
    return {
        "topic": row.provision.topic,
        "says": row.provision.says,
        "result": row.result.value,
        "not_text": row.provision.not_text,
        "places": [
            {
                "id": each.place.id,
                "label": each.label,
                "shows": [one.text for one in each.place.phrases],
                "missing": [one.text for one in each.missing],
            }
            for each in row.shown
        ],
    }


def carried_table(made: Iterable[tuple[str, Carried]]) -> str:
    """Return a Markdown table with a line for each example by its name."""
    lines = [
        "| example | provisions | carried | in no text | share carried |",
        "|:---|---:|---:|---:|---:|",
    ]
    for name, each in made:
        counts = (len(each.rows), each.count(Result.CARRIED), each.count(Result.NOT_TEXT))
        cells = (f"[{name}]({name}/provisions.yaml)", *map(str, counts), _share(each))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _share(made: Carried) -> str:
    return f"{round(made.percent, 1):g}%"

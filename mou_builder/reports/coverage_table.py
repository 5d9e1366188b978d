"""Coverage as a table: text for a terminal, Markdown for a page, a worksheet to fill in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from mou_builder.model.standards import Belongs, Standard
from mou_builder.reports.coverage import Finding, Standing, finding_value

HEAD = (
    "What the agreement says on each requirement. `addressed` means that the words that carry it "
    "stand in the section named; whether they meet a standard or a law is for counsel to decide."
)
WORKSHEET = (
    "Requirements to look for in a document by hand. Write the section and a comment beside each; "
    "whether a standard or a law is met is for counsel to decide."
)
NO_LIST = "no contents list is on file for this state"
MISSING = (Standing.NOT_ADDRESSED,)
PARTIAL = (Standing.NOT_ADDRESSED, Standing.IN_PART, Standing.TOUCHED)


@dataclass(frozen=True, slots=True)
class Covered:
    """The findings for one standard. `said` is said above them, empty when nothing is.

    `standard` is None for a state of whose law nothing is on file; `title` names it then too.
    """

    title: str
    standard: Standard | None
    findings: tuple[Finding, ...] = ()
    said: str = ""


def covered_of_state(title: str, standard: Standard | None, findings: Sequence[Finding]) -> Covered:
    """Return the findings for a state's law, with the truth about its list of contents."""
    terms = [each for each in findings if each.requirement.belongs is Belongs.AGREEMENT]
    return Covered(title, standard, tuple(findings), "" if terms else NO_LIST)


def lacking(covered: Iterable[Covered], standings: Sequence[Standing]) -> list[Finding]:
    """Return the findings of these standings."""
    return [one for each in covered for one in each.findings if one.standing in standings]


def covered_value(covered: Iterable[Covered]) -> dict[str, Any]:
    """Return the whole as a value for JSON."""
    return {
        "note": HEAD,
        "standards": [
            {
                "standard": each.standard.id if each.standard else "",
                "title": each.title,
                "said": each.said,
                "standings": dict(Counter(one.standing.value for one in each.findings)),
                "findings": [finding_value(one) for one in each.findings],
            }
            for each in covered
        ],
    }


def covered_text(covered: Iterable[Covered]) -> str:
    """Return the whole for a terminal."""
    parts = [fill(HEAD, 100)]
    for each in covered:
        lines = [each.title, *([f"  {each.said}"] if each.said else []), *_counts(each)]
        lines += [line for one in each.findings for line in _lines(one)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _counts(covered: Covered) -> list[str]:
    counts = Counter(each.standing for each in covered.findings)
    told = ", ".join(f"{counts[each]} {each.value}" for each in Standing if counts[each])
    return [f"  {told}"] if told else []


def _lines(finding: Finding) -> list[str]:
    asked = finding.requirement
    where = f" in {', '.join(finding.sections)}" if finding.sections else ""
    brackets = ", in brackets" if finding.provisional else ""
    parts = (asked.area, asked.source, asked.evidence.value, asked.version)
    known = ", ".join(filter(None, parts))
    return [
        f"  {asked.id}: {finding.standing.value}{where}{brackets}",
        fill(asked.text, 100, initial_indent="    ", subsequent_indent="    "),
        *([f"    {finding.why}"] if finding.why else []),
        f"    ({known})",
    ]


# --- Markdown ----------------------------------------------------------------------------------


def covered_markdown(covered: Iterable[Covered], *, worksheet: bool = False) -> str:
    """Return the whole as Markdown; a worksheet has empty columns to be filled in by hand."""
    parts = [WORKSHEET if worksheet else HEAD]
    for each in covered:
        parts.append(f"## {each.title}")
        parts += [f"{each.said[0].upper()}{each.said[1:]}."] if each.said else []
        rows = [one for one in each.findings if not worksheet or _wanted(one)]
        if rows:
            parts.append("\n".join(_rows(rows, worksheet=worksheet)))
    return "\n\n".join(parts)


def _wanted(finding: Finding) -> bool:
    """Whether a document can answer the requirement at all."""
    return finding.standing not in (Standing.NOT_APPLICABLE, Standing.NOT_FOR_TEXT)


def _rows(findings: Iterable[Finding], *, worksheet: bool) -> list[str]:
    columns = ("Section", "Comment") if worksheet else ("Standing", "Section")
    head = ("Requirement", *columns, "Source", "Known")
    lines = [_row(head), _row(":---" for _ in head)]
    for each in findings:
        asked = each.requirement
        said = f" *({each.why})*" if each.why and not worksheet else ""
        filled = ("", "") if worksheet else (each.standing.value, ", ".join(each.sections))
        cells = (f"`{asked.id}` {asked.text}{said}", *filled, asked.source, asked.evidence.value)
        lines.append(_row(cells))
    return lines


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |"

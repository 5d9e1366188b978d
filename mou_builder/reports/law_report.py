"""What is on file of the law: the yearly list of what to look up, and a table of all states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeAlias

from mou_builder.model.evidence import Evidence
from mou_builder.model.law import CITABLE
from mou_builder.model.library import Jurisdiction, Library
from mou_builder.model.standards import Belongs, Requirement

Rows: TypeAlias = list[dict[str, Any]]
FEDERAL = "us"
HEAD = (
    "Every citation on file, those that nobody read first. Look each up in the current code, then "
    "record what was read as `clauses/jurisdictions/README.md` says."
)


def citation_rows(library: Library, state: str = "") -> Rows:
    """Return a row for each citation of a state, or of all, those least known first."""
    rows = [
        row
        for home in library.jurisdictions.values()
        if state in ("", home.code)
        for row in _of(home, library)
    ]
    order = [each.value for each in reversed(Evidence)]
    return sorted(rows, key=lambda row: (row["state"], order.index(row["evidence"])))


def citation_text(rows: Rows) -> str:
    """Return the rows for a terminal, by state, each with its address and copy."""
    parts = [HEAD]
    for state in dict.fromkeys(row["state"] for row in rows):
        own = [row for row in rows if row["state"] == state]
        counts = Counter(row["evidence"] for row in own)
        told = ", ".join(f"{counts[each.value]} {each.value}" for each in reversed(Evidence))
        lines = [f"{state.upper()}: {told}", *map(_line, own)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def state_rows(library: Library) -> Rows:
    """Return a row for each state: instrument, terms, steps, and how its facts are known."""
    homes = (each for each in library.jurisdictions.values() if each.code != FEDERAL)
    return [_state(each, library) for each in homes]


def state_table(rows: Rows) -> str:
    """Return the table of the states as Markdown."""
    head = (
        *("Jurisdiction", "Instrument", "Terms answered by clauses", "Steps"),
        *("Read", "Secondary", "Recalled", "Not on file"),
    )
    lines = [f"| {' | '.join(head)} |", f"|{':---|' * 2}{'---:|' * (len(head) - 2)}"]
    for row in rows:
        terms = f"{row['terms_answered']} of {row['terms']}" if row["terms"] else "no list"
        known = (row[each.value] for each in Evidence)
        cells = (row["name"], row["instrument"], terms, row["steps"], *known, row["missing"])
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def _of(home: Jurisdiction, library: Library) -> Iterable[dict[str, Any]]:
    for name in home.facts:
        fact = library.facts[name]
        yield {
            "state": home.code,
            "id": fact.id,
            "citation": fact.citation,
            "evidence": fact.evidence.value,
            "source_label": fact.source_label,
            "copy": fact.copy,
            "version": fact.version,
            "address": fact.address,
        }
    for asked in _required(home, library):
        yield {
            "state": home.code,
            "id": asked.id,
            "citation": asked.source,
            "evidence": asked.evidence.value,
            "source_label": asked.source_label,
            "copy": home.law.sro.copy if home.law.sro else "",
            "version": asked.version or (home.law.sro.version if home.law.sro else ""),
            "address": asked.address,
        }


def _line(row: dict[str, Any]) -> str:
    parts = (row["copy"], row["version"], row["address"])
    seen = "; ".join(filter(None, parts)) or "no copy was seen"
    return f"  {row['evidence']}: {row['id']}, {row['citation']} ({seen})"


def _required(home: Jurisdiction, library: Library) -> tuple[Requirement, ...]:
    standard = library.standards.get(home.code)
    return standard.requirements if standard else ()


def _state(home: Jurisdiction, library: Library) -> dict[str, Any]:
    required = _required(home, library)
    terms = [each for each in required if each.belongs is Belongs.AGREEMENT]
    formal = [each for each in home.law.contracting.formalities if each.kind == "step"]
    evidence = Counter(library.facts[each].evidence.value for each in home.facts)
    evidence.update(each.evidence.value for each in required)
    return {
        "state": home.code,
        "name": home.name,
        "instrument": home.law.sro.instrument if home.law.sro else "none on file",
        "terms": len(terms),
        "terms_answered": sum(1 for each in terms if each.ways),
        "steps": len(formal) + sum(1 for each in required if each.belongs is Belongs.STEP),
        **{each.value: evidence[each.value] for each in Evidence},
        "missing": sum(1 for each in CITABLE if not home.law.fact(each)),
    }

"""Which standards an agreement is compared with: its state's law, federal law, the usual others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mou_builder.diagnostics import Outcome, outcome, unknown_name
from mou_builder.model.standards import Standard
from mou_builder.pipeline import Assembled
from mou_builder.reports.coverage import Finding, coverage
from mou_builder.reports.coverage_table import Covered, covered_of_state
from mou_builder.stages.scope import scope_of

# The standards that are looked for beside the law of the state.
USUAL = ("us", "nasro", "cops")


def cover_all(assembled: Assembled, named: Iterable[str] = ()) -> Outcome[tuple[Covered, ...]]:
    """Return the findings for the standards named, else for the state, federal law and the usual.

    Nothing for a name that is neither a standard nor a state.
    """
    library = assembled.decided.inputs.library
    state = assembled.decided.answers.decisions.state
    names = tuple(named) or tuple(filter(None, (state, *USUAL)))
    known = {*library.standards, *library.jurisdictions}
    wrong = [each for each in names if each.lower() not in known]
    if wrong:
        faults = [unknown_name("MB802", "standard", each, known, "standards") for each in wrong]
        return outcome(None, faults)
    made = []
    for name in map(str.lower, names):
        standard = library.standards.get(name)
        findings = cover(assembled, standard) if standard else ()
        home = library.jurisdictions.get(name)
        if home and home.code != "us":
            made.append(covered_of_state(f"{home.name} law", standard, findings))
        elif standard:
            made.append(Covered(standard.title, standard, findings))
    return Outcome(tuple(made))


def cover(assembled: Assembled, standard: Standard) -> tuple[Finding, ...]:
    """Return how the agreement stands to each requirement of a standard.

    The law in force is that of the first day of service, if that is later than the draft.
    """
    known, given = assembled.decided, assembled.decided.inputs
    names = scope_of(given.library, given.instrument, known.answers)
    scope = replace(names, forms=given.style.forms)
    on, start = assembled.agreement.provenance.as_of, known.answers.value("term.start")
    days = [date.fromisoformat(on), *([start] if isinstance(start, date) else [])]
    return coverage(standard, assembled.agreement, known.selection, scope, max(days))

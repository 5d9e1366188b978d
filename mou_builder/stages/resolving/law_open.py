"""Lists what the law on file leaves open about the whole agreement: terms, and kinds of party."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, Related, open_item
from mou_builder.model.answers import Answers
from mou_builder.model.evidence import Evidence
from mou_builder.model.law import Binding, MandatoryTerm
from mou_builder.model.library import Clause, Library
from mou_builder.model.selection import Selection

KNOWN = {
    Evidence.READ: "read in the copy on file",
    Evidence.SECONDARY: "known at second hand",
    Evidence.RECALLED: "only recalled",
}


def left_open_by_law(
    library: Library, answers: Answers, selection: Selection
) -> Iterator[Diagnostic]:
    """Yield each term that may bind these parties, and each party of which the law says nothing.

    Both stay until counsel accepts them; a term also goes when a clause that carries it stands.
    """
    home = library.jurisdictions.get(answers.decisions.state)
    standing = {each.clause.id for each in selection.chosen}
    shut_out = {each.clause.id for each in selection.omitted if each.why.startswith("the instr")}
    for term in home.law.contracting.mandatory_terms if home else ():
        settled = term.clause in standing or term.fact in answers.decisions.accept
        if term.public_counterpart is Binding.UNCLEAR and not settled:
            # A short instrument that does not list the clause cannot take it in.
            clause = None if term.clause in shut_out else library.clauses.get(term.clause)
            yield _unclear(term, clause, library, answers)
    yield from _parties(library, answers)


def _unclear(
    term: MandatoryTerm, clause: Clause | None, library: Library, answers: Answers
) -> Diagnostic:
    fact = library.facts[term.fact]
    taken = "writes it under `additional_provisions:`"
    if clause:
        choice = f"`choose: {{{clause.id}: {clause.default.id}}}`"
        needs = f" and the answer that it needs (`{clause.when_source}`)" if clause.when else ""
        taken = f"takes it in by {choice}{needs}"
    return open_item(
        "MB640",
        f"whether law asks for this term here is not clear: {term.text} "
        f"({fact.words}, {KNOWN[fact.evidence]})",
        answers.places.get("state"),
        f"counsel {taken}, or accepts that it stays out: "
        f"`accept.{term.fact}: {{by: name of counsel, on: date}}`",
        (Related(f"how it was seen: {fact.source_label}"),) if fact.source_label else (),
    )


def _parties(library: Library, answers: Answers) -> Iterator[Diagnostic]:
    for party in answers.parties:
        kind = library.party_kinds.get(party.kind)
        name = f"parties.{party.id}"
        if kind is None or kind.settled or name in answers.decisions.accept:
            continue
        yield open_item(
            "MB641",
            f"the law on file does not settle the power of `{party.id}` ({kind.label}) "
            "to make this agreement",
            party.at,
            "counsel looks up the law of that party and of the land, and accepts it: "
            f"`accept.{name}: {{by: name of counsel, on: date}}`",
        )

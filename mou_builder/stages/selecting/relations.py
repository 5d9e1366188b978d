"""Checks what chosen clauses need of each other, and decisions that reach no clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mou_builder.diagnostics import Diagnostic, Position, Related, error, warning
from mou_builder.model.answers import Answers, Decisions
from mou_builder.model.selection import Omitted, Reason, Rule, Selected, Selection, Truth

OMITTED = "left out under `omit:`"


def broken_relations(selection: Selection, decisions: Decisions) -> Iterator[Diagnostic]:
    """Yield an error for each clause whose need is not met, or that another one rules out.

    While a condition is unknown nothing is said: the answer may settle it.
    """
    standing = {name: each for each in selection.chosen for name in _names(each)}
    omitted = {each.clause.id: each for each in selection.omitted}
    for selected in selection.chosen:
        if not _known(selected):
            continue
        alternative = selected.alternative
        for needed in (*selected.clause.requires, *alternative.requires):
            if needed not in standing and not _may_stand_yet(needed, standing):
                yield _unmet(selected, needed, _missing(needed, standing, omitted), decisions)
        for other in (*selected.clause.conflicts, *alternative.conflicts):
            if other in standing and _known(standing[other]):
                yield _conflict(selected, standing[other], other)


def _names(selected: Selected) -> Iterator[str]:
    """Yield what the clause is called where it is required or ruled out, its wording included.

    A reworded clause is no wording of the library's any more.
    """
    for name in filter(None, (selected.clause.id, selected.clause.replaces)):
        yield name
        if selected.rule is not Rule.REWORDED:
            yield f"{name}.{selected.alternative.id}"


def _known(selected: Selected) -> bool:
    return selected.condition is not Truth.UNKNOWN


def _may_stand_yet(needed: str, standing: Mapping[str, Selected]) -> bool:
    """Whether a wording that is asked for may still be taken: its clause stands, and is open."""
    clause = standing.get(needed.rpartition(".")[0])
    return clause is not None and (clause.open or clause.rule is Rule.REWORDED)


def idle_decisions(selection: Selection, answers: Answers) -> Iterator[Diagnostic]:
    """Yield a warning for each decision about a clause that is not in the agreement anyway."""
    omitted = {each.clause.id: each for each in selection.omitted}
    for key, name, at in _decisions(answers.decisions):
        out = omitted.get(name)
        if out is None or at.file in answers.profiles:
            continue
        if out.why.startswith(OMITTED) and key in ("omit", "accept"):
            continue
        message = f"`{key}:` names `{name}`, which is not in this agreement"
        yield warning("MB404", message, at, f"take it out of `{key}:`", [Related(out.why)])


def related(reasons: Iterable[Reason]) -> tuple[Related, ...]:
    """Return the answers behind a condition, each once, with their places."""
    once = {each.answer: each for each in reasons}
    return tuple(Related(f"{each.answer} is {each.reads}", each.at) for each in once.values())


def _decisions(decisions: Decisions) -> Iterator[tuple[str, str, Position]]:
    keys: Mapping[str, Iterable[tuple[str, Position]]] = {
        "choose": ((name, each.at) for name, each in decisions.choose.items()),
        "omit": ((name, each.at) for name, each in decisions.omit.items()),
        "reword": ((name, each.at) for name, each in decisions.reword.items()),
        "accept": ((name, each.at) for name, each in decisions.accept.items()),
    }
    for key, named in keys.items():
        for name, at in named:
            yield key, name, at


def _missing(
    needed: str, standing: Mapping[str, Selected], omitted: Mapping[str, Omitted]
) -> tuple[Related, ...]:
    """Return why what is needed is not there, and the answers behind that."""
    clause = needed.rpartition(".")[0]
    if clause in standing:
        taken = standing[clause].alternative.id
        return (Related(f"`{clause}` is there in the wording `{taken}`"),)
    out = omitted.get(needed) or omitted.get(clause)
    why = out.why if out else "there is no such clause in the library"
    return (Related(f"`{needed}`: {why}"), *related(out.reasons if out else ()))


def _unmet(
    selected: Selected, needed: str, why: tuple[Related, ...], decisions: Decisions
) -> Diagnostic:
    decided = decisions.omit.get(needed) or decisions.omit.get(needed.rpartition(".")[0])
    chosen = decisions.choose.get(selected.clause.id)
    return error(
        "MB405",
        f"{_called(selected)} needs `{needed}`, which is not in this agreement",
        decided.at if decided else chosen.at if chosen else _place(selected),
        f"bring `{needed}` in, or leave `{selected.clause.id}` out under `omit:` too",
        why,
    )


def _called(selected: Selected) -> str:
    """Return the clause's name; where the wording itself asks or rules out, with the wording's."""
    alternative = selected.alternative
    own = alternative.requires or alternative.conflicts
    return f"`{selected.clause.id}.{alternative.id}`" if own else f"`{selected.clause.id}`"


def _conflict(selected: Selected, other: Selected, named: str) -> Diagnostic:
    hint = f"leave one of them out under `omit:`, for example `{named}`"
    if named not in (other.clause.id, other.clause.replaces):
        hint = f"take another wording of one of them under `choose:`, as of `{other.clause.id}`"
    return error(
        "MB406",
        f"{_called(selected)} and `{named}` cannot stand in one agreement",
        _place(selected),
        hint,
        related((*selected.reasons, *other.reasons)),
    )


def _place(selected: Selected) -> Position | None:
    """Return the answer that brought the clause in, else the clause's own place."""
    return next((each.at for each in selected.reasons if each.at), selected.clause.at)

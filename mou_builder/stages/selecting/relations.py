"""Checks what chosen clauses need of each other, and decisions that reach no clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mou_builder.diagnostics import Diagnostic, Position, Related, error, warning
from mou_builder.model.answers import Answers, Decisions
from mou_builder.model.selection import Omitted, Reason, Selected, Selection, Truth

OMITTED = "left out under `omit:`"


def broken_relations(selection: Selection, decisions: Decisions) -> Iterator[Diagnostic]:
    """Yield an error for each clause whose need is not met, or that another one rules out.

    While a condition is unknown nothing is said: the answer may settle it.
    """
    known = {each.clause.id: each.condition is not Truth.UNKNOWN for each in selection.chosen}
    known.update({each.clause.replaces: known[each.clause.id] for each in selection.chosen})
    omitted = {each.clause.id: each for each in selection.omitted}
    for selected in selection.chosen:
        if not known[selected.clause.id]:
            continue
        for needed in selected.clause.requires:
            if needed not in known:
                yield _unmet(selected, needed, omitted.get(needed), decisions)
        for other in selected.clause.conflicts:
            if known.get(other):
                yield _conflict(selected, other)


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


def _unmet(
    selected: Selected, needed: str, omitted: Omitted | None, decisions: Decisions
) -> Diagnostic:
    decided = decisions.omit.get(needed)
    why = omitted.why if omitted else "there is no such clause in the library"
    return error(
        "MB405",
        f"`{selected.clause.id}` needs `{needed}`, which is not in this agreement",
        decided.at if decided else _place(selected),
        f"bring `{needed}` in, or leave `{selected.clause.id}` out under `omit:` too",
        (Related(f"`{needed}`: {why}"), *related(omitted.reasons if omitted else ())),
    )


def _conflict(selected: Selected, other: str) -> Diagnostic:
    return error(
        "MB406",
        f"`{selected.clause.id}` and `{other}` cannot stand in one agreement",
        _place(selected),
        f"leave one of them out under `omit:`, for example `{other}`",
        related(selected.reasons),
    )


def _place(selected: Selected) -> Position | None:
    """Return the answer that brought the clause in, else the clause's own place."""
    return next((each.at for each in selected.reasons if each.at), selected.clause.at)

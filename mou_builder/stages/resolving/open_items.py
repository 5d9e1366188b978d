"""Lists what a draft leaves undecided: each question once, each choice that is counsel's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mou_builder.diagnostics import Diagnostic, Position, Related, open_item
from mou_builder.model.agreement import Draft
from mou_builder.model.answers import Answers
from mou_builder.model.document import Block, Inline
from mou_builder.model.law import FORM_RULES
from mou_builder.model.library import Library
from mou_builder.model.selection import Rule, Selected, Selection, Truth
from mou_builder.stages.nearest import one_of
from mou_builder.stages.resolving.citations import citations
from mou_builder.stages.resolving.law_open import left_open_by_law
from mou_builder.stages.resolving.questions import open_questions, unanswered
from mou_builder.stages.selecting.relations import OMITTED, related


def open_items(  # noqa: PLR0913 - each is a value that another stage or the caller made
    blocks: tuple[Block[Inline], ...],
    draft: Draft,
    library: Library,
    answers: Answers,
    selection: Selection,
    *,
    as_of: date,
) -> Iterator[Diagnostic]:
    """Yield everything that a final document may not leave open, questions first."""
    yield from open_questions(blocks, draft, library, answers, selection)
    yield from _state(answers)
    for selected in selection.chosen:
        yield from _undecided(selected, answers)
    yield from _law_not_on_file(library, answers, selection)
    yield from left_open_by_law(library, answers, selection)
    yield from _state_form(library, answers)
    yield from citations(blocks, library, answers, as_of)
    yield from _own_words(answers, selection)


def _state(answers: Answers) -> Iterator[Diagnostic]:
    if not answers.decisions.state:
        at = answers.places.get("state", Position(answers.file, 1, 1))
        hint = "write its two letters or its name, for example `state: WA`"
        message = "no state is named, so its acts and words are left blank"
        yield open_item("MB336", message, at, hint)


# --- clauses -----------------------------------------------------------------------------------


def _undecided(selected: Selected, answers: Answers) -> Iterator[Diagnostic]:
    """Yield what is open about a clause and hangs on no single question."""
    if not selected.open:
        return
    clause = selected.clause
    if selected.condition is Truth.UNKNOWN and not unanswered(selected.reasons, answers):
        message = f"whether the clause `{clause.id}` belongs in this agreement is not known"
        hint = f"leave it out under `omit:`, or settle its condition: `{clause.when_source}`"
        yield open_item("MB611", message, _place(selected), hint, related(selected.reasons))
    elif clause.counsel_decides and clause.id not in answers.decisions.accept:
        # A wording that waits for an answer is listed with its question, and once is enough.
        if not unanswered(selected.reasons, answers):
            yield _counsel(selected)
    elif selected.rule is Rule.DEFAULT and not unanswered(selected.reasons, answers):
        names = [each.id for each in clause.alternatives if each.id not in dict(selected.dropped)]
        message = f"several alternatives of `{clause.id}` fit, and none of them is the default"
        hint = f"choose one: `choose.{clause.id}: {names[0]}`; there are {one_of(names)}"
        yield open_item("MB613", message, _place(selected), hint)


def _counsel(selected: Selected) -> Diagnostic:
    clause = selected.clause
    others = [
        each.id
        for each in clause.alternatives
        if each.id != selected.alternative.id and each.id not in dict(selected.dropped)
    ]
    choose = f"take another under `choose:` ({one_of(others)}), or " if others else ""
    return open_item(
        "MB612",
        f"counsel decides on `{clause.id}`; `{selected.alternative.id}` stands in brackets",
        _place(selected),
        f"{choose}accept it: {accepting(clause.id)}",
    )


def _law_not_on_file(
    library: Library, answers: Answers, selection: Selection
) -> Iterator[Diagnostic]:
    """Yield what says that state law differs on some clauses and none of it is on file here.

    They are one matter, listed together, until counsel accepts each clause as it stands.
    """
    home = library.jurisdictions.get(answers.decisions.state)
    if home is None:
        return
    required = library.standards.get(home.code)
    known = home.law.topics()
    known |= (
        {topic for each in required.requirements for topic in each.topics} if required else set()
    )
    clauses = [
        each.clause.id
        for each in selection.chosen
        if each.clause.law_varies
        and not each.clause.state
        and known.isdisjoint(each.clause.topics)
        and each.clause.id not in answers.decisions.accept
    ]
    if not clauses:
        return
    named = ", ".join(f"`{each}`" for each in clauses)
    yield open_item(
        "MB618",
        f"state law on the subject of {counted(len(clauses), 'clause')} is not on file: {named}",
        answers.places.get("state"),
        "counsel looks the law up and accepts each clause as it stands, one line each: "
        f"{accepting(clauses[0])}",
    )


def accepting(name: str, under: str = "accept") -> str:
    """Return the line by which counsel accepts a clause, or confirms a citation."""
    return f"`{under}.{name}: {{by: name of counsel, on: date}}`"


def _accepted(name: str) -> str:
    return f"counsel accepts it: {accepting(name)}"


def _state_form(library: Library, answers: Answers) -> Iterator[Diagnostic]:
    """Yield that the state has a form of its own, until it is attached or departed from."""
    home = library.jurisdictions.get(answers.decisions.state)
    form = home.law.form if home else None
    if home is None or form is None or answers.decisions.state_form:
        return
    version = f" ({form.version})" if form.version else ""
    known = f"{form.citation}; {form.evidence}, {form.source_label}"
    yield open_item(
        "MB624",
        f"{home.name} has a form of its own, the {form.title}{version}; {FORM_RULES[form.rule]}",
        answers.places.get("state_form", answers.places.get("state")),
        "put it beside the answers and write `state_form: {attached: file.docx}`, or counsel says "
        "why not: `state_form: {departed: the reason, by: name of counsel}`",
        (Related(f"how this is known: {known}"),),
    )


def counted(number: int, noun: str) -> str:
    """Return `1 clause`, `2 clauses`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _place(selected: Selected) -> Position | None:
    return next((each.at for each in selected.reasons if each.at), None)


# --- the office's own words --------------------------------------------------------------------


def _own_words(answers: Answers, selection: Selection) -> Iterator[Diagnostic]:
    """Yield what the office left out, reworded or added, until counsel accepts it."""
    decisions = answers.decisions
    yield from _left_out(answers, selection)
    for selected in selection.chosen:
        name = selected.clause.id
        if selected.rule is Rule.REWORDED and name not in decisions.accept:
            message = f"the clause `{name}` stands in the office's own words"
            at = decisions.reword[name].at
            also = f"; `replaces: {selected.alternative.text.digest}` notes the text it replaces"
            cure = _accepted(name) + ("" if decisions.reword[name].replaces else also)
            yield open_item("MB616", message, at, cure)
    for added in decisions.additional:
        if added.id not in decisions.accept:
            message = f"the provision `{added.id}` is the office's own"
            yield open_item("MB617", message, added.at, _accepted(added.id))


def _left_out(answers: Answers, selection: Selection) -> Iterator[Diagnostic]:
    """Yield what the office left out: clauses with one reason are one matter, listed together."""
    decisions = answers.decisions
    by_reason: dict[str, list[str]] = {}
    for omitted in selection.omitted:
        name = omitted.clause.id
        if omitted.why.startswith(OMITTED) and name not in decisions.accept:
            by_reason.setdefault(decisions.omit[name].name, []).append(name)
    for reason, (first, *others) in by_reason.items():
        at = decisions.omit[first].at
        if not others:
            message = f"the clause `{first}` is left out: {reason}"
            yield open_item("MB615", message, at, _accepted(first))
        else:
            message = f"{len(others) + 1} clauses are left out: {reason}"
            named = tuple(
                Related(f"`{each}`", decisions.omit[each].at) for each in (first, *others)
            )
            cure = f"{_accepted(first)}, and each of the others"
            yield open_item("MB615", message, at, cure, named)

"""What a draft leaves open is seen in it and said beside it, and stops a final document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mou_builder import pipeline
from mou_builder.diagnostics import errors_in
from mou_builder.language import questions_needed
from mou_builder.model.document import Blank
from mou_builder.model.question import Hole
from mou_builder.pipeline import Assembled
from mou_builder.stages.blocks import runs_of
from tests.examples.conftest import AS_OF, EXAMPLES


def test_every_blank_is_an_open_item(example: str, assembled: Callable[[str], Assembled]) -> None:
    """No blank of any example stands in the document without being listed.

    That of a party is listed with the party's name: `parties.city.address`. One that a line of
    several answers settles is listed under that line.
    """
    made = assembled(example)
    agreement, library = made.agreement, made.decided.inputs.library
    blanks = {
        inline.question
        for block in agreement.document.blocks
        for run in runs_of(block)
        for inline in run
        if isinstance(inline, Blank)
    }
    said = " ".join(each.message for each in agreement.open_items)
    listed = re.sub(r"`parties\.\w+\.(\w+)`", r"`parties.\1`", said)
    lines = [library.typed_as(key) for key in re.findall(r"`(\w+\.\w+)`", listed)]
    forms = [form for line in lines if line for form in line.forms]
    held = {each.question for form in forms for each in form.pieces if isinstance(each, Hole)}
    held |= {name for form in forms for name, _ in form.sets}

    assert [each for each in blanks - held if f"`{each}`" not in listed] == []


@pytest.mark.parametrize("name", ["funding-only", "wa-everett-mukilteo-2021-2024"])
def test_a_final_document_is_refused_while_a_blank_stands(name: str, library_cache: Path) -> None:
    """Each open item is an error of a final run, and there is no document."""
    request = pipeline.Request(
        answers=EXAMPLES / name / "answers.yaml",
        as_of=AS_OF,
        sets=("review=none",),
        cache=library_cache,
    )
    draft = pipeline.assemble(request)
    final = pipeline.assemble(replace(request, final=True))

    assert draft.value is not None
    assert final.value is None
    assert len(final.diagnostics) == len(draft.diagnostics)


def test_an_omitted_clause_that_is_referred_to_is_named_where_it_was_omitted(
    library_cache: Path,
) -> None:
    """The fault points to `omit:`, which the user can change, not to the library's sentence."""
    request = pipeline.Request(
        answers=EXAMPLES / "full" / "answers.yaml",
        as_of=AS_OF,
        sets=("omit.liability.responsibility=not asked for",),
        cache=library_cache,
    )
    (fault,) = errors_in(pipeline.assemble(request).diagnostics)

    assert fault.code == "MB603"
    assert fault.at is not None
    assert fault.at.file.startswith("--set omit.liability.responsibility")


def test_only_what_a_clause_in_the_agreement_turns_on_is_an_open_item(
    example: str, assembled: Callable[[str], Assembled]
) -> None:
    """A question that only clauses left out ask is not asked again as an open item."""
    made = assembled(example)
    inputs, chosen = made.decided.inputs, made.decided.selection.chosen
    clauses = [inputs.library.clauses[each.clause.id] for each in chosen]
    needed = questions_needed(inputs.instrument, inputs.library, clauses)
    said = " ".join(each.message for each in made.agreement.open_items)
    questions = [each.id for one in inputs.library.articles.values() for each in one.questions]
    asked = {each for each in questions if f"`{each}`" in said}

    assert asked - needed == set()


def test_leaving_a_clause_out_leaves_its_questions_out(library_cache: Path) -> None:
    """`omit:` takes the clause's open items with it, and in core scope they never were there."""
    request = pipeline.Request(
        answers=EXAMPLES / "starter" / "answers.yaml", as_of=AS_OF, cache=library_cache
    )
    omitted = replace(request, sets=("omit.general.governing_law=not wanted",))
    full = replace(request, sets=("scope=full",))

    def said(one: pipeline.Request) -> str:
        made = pipeline.assemble(one).ok
        return " ".join(each.message for each in made.agreement.open_items)

    assert "`general.venue`" in said(request)
    assert "`general.venue`" not in said(omitted)
    assert "`enforcement.devices`" in said(full)
    assert "`enforcement.devices`" not in said(request)

"""What a draft leaves open is seen in it and said beside it, and stops a final document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mou_builder import pipeline
from mou_builder.diagnostics import errors_in
from mou_builder.model.document import Blank
from mou_builder.pipeline import Assembled
from mou_builder.stages.blocks import runs_of
from tests.examples.conftest import AS_OF, EXAMPLES


def test_every_blank_is_an_open_item(example: str, assembled: Callable[[str], Assembled]) -> None:
    """No blank of any example stands in the document without being listed."""
    agreement = assembled(example).agreement
    blanks = {
        inline.question
        for block in agreement.document.blocks
        for run in runs_of(block)
        for inline in run
        if isinstance(inline, Blank)
    }
    listed = " ".join(each.message for each in agreement.open_items)

    assert [each for each in blanks if f"`{each}`" not in listed] == []


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

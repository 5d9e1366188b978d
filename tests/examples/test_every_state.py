"""The starter's answers give a sound agreement in every state, with its own law."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_builder import covering, pipeline
from mou_builder.ooxml import check_own_output, check_package
from mou_builder.reports.coverage import Standing
from mou_builder.writers import writer_for
from tests.examples.conftest import AS_OF, EXAMPLES
from tests.library import shipped

STATES = sorted(set(shipped.library().jurisdictions) - {"us"})


def test_there_are_fifty_and_the_district_of_columbia() -> None:
    """None is left out."""
    assert len(STATES) == 51


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_a_first_draft_of_the_state(state: str, library_cache: Path) -> None:
    """Nothing is wrong with it, its Word file is sound, and coverage names each requirement."""
    request = pipeline.Request(
        answers=EXAMPLES / "starter" / "answers.yaml",
        as_of=AS_OF,
        sets=(f"state={state.upper()}",),
        cache=library_cache,
    )
    made = pipeline.assemble(request).ok
    writer = writer_for(".docx")
    assert writer
    content = pipeline.write(made, writer)
    library = made.decided.inputs.library

    assert check_package(content) == ()
    assert check_own_output(content) == ()
    if law := library.standards.get(state):
        found = covering.cover(made, law)
        assert [each.requirement for each in found] == list(law.requirements)
        assert all(each.sections for each in found if each.standing is Standing.ADDRESSED)
    steps = {each.id for each in made.agreement.steps}
    formal = library.jurisdictions[state].law.contracting.formalities
    assert {each.fact for each in formal if each.kind.value == "step"} <= steps

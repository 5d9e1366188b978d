"""What each example says on every standard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mou_builder import covering
from mou_builder.pipeline import Assembled
from mou_builder.reports.coverage import Finding, Standing
from mou_builder.reports.sections import printed_sections

Assemble = Callable[[str], Assembled]
# What names the sections that say it; and what law asks that no agreement can do by its words.
NAMED = (Standing.ADDRESSED, Standing.IN_PART, Standing.TOUCHED)
OUTSIDE = (Standing.STEP, Standing.CONDUCT)


def findings(made: Assembled) -> list[Finding]:
    """Return what the agreement says on all standards of the library."""
    standards = made.decided.inputs.library.standards.values()
    return [each for one in standards for each in covering.cover(made, one)]


def test_every_requirement_has_one_finding(example: str, assembled: Assemble) -> None:
    """In the order of the standards; what addresses or touches it is a part that is printed."""
    made = assembled(example)
    found = findings(made)
    asked = [
        each.id
        for one in made.decided.inputs.library.standards.values()
        for each in one.requirements
    ]
    labels = {each.label for each in printed_sections(made.agreement).values()}

    assert [each.requirement.id for each in found] == asked
    for each in found:
        assert bool(each.sections) == (each.standing in NAMED), each
        assert set(each.sections) <= labels
        assert each.why or each.standing in (Standing.ADDRESSED, *OUTSIDE), each


@pytest.mark.parametrize(
    ("requirement", "standing"),
    [
        ("nasro.a_12", Standing.ADDRESSED),
        ("nasro.a_09", Standing.ADDRESSED),
        ("nasro.a_20", Standing.TOUCHED),  # the example has its own words on the uniform
        ("nasro.t_04", Standing.NOT_FOR_TEXT),
        ("nlaw.sc", Standing.NOT_APPLICABLE),
    ],
)
def test_the_full_example(requirement: str, standing: Standing, assembled: Assemble) -> None:
    """A memorandum of Washington that holds nearly everything."""
    found = {each.requirement.id: each.standing for each in findings(assembled("full"))}

    assert found[requirement] is standing


def test_a_page_about_money_says_little(assembled: Assemble) -> None:
    """What the other standards ask for stands elsewhere, or nowhere."""
    found = {each.requirement.id: each.standing for each in findings(assembled("funding-only"))}

    assert found["nasro.a_12"] is Standing.NOT_ADDRESSED
    assert found["cops.mou_05"] is Standing.ADDRESSED

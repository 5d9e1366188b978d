"""Each example of a real agreement says what the published one says."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from mou_builder import pipeline, source
from mou_builder.cli import main
from mou_builder.model.provisions import PublishedProvisions
from mou_builder.pipeline import Assembled
from mou_builder.reports.provisions import LEAST, Result, carried_table
from tests.examples.conftest import EXAMPLES

INVENTED = {"full", "funding-only", "roles-only", "starter"}
REAL = sorted(each.parent.name for each in EXAMPLES.glob("*/provisions.yaml"))
# The topics of each published agreement's provisions, in the order in which it was recorded.
TOPICS = {
    "ca-pleasanton-2021": (
        "cost selection training employment_status non_discipline immigration mental_health records"
        " trespass_list mandated_reporter policy_copies community_process signature training"
        " assignment equipment uniform office selection"
    ),
    "mn-orono-2025": "cost payment overtime hours budget term duties",
    "nc-chapel-hill-2015": (
        "recitals non_discipline event_policing training reporting role_clarity mental_health"
    ),
    "wa-everett-2018": "selection hours absence summer reporting covid mixed_funding amendment",
    "wa-everett-mukilteo-2021-2024": (
        "cost termination hours remote_learning school_year_cap training reporting"
        " chain_of_command absence"
    ),
    "wi-muskego-66-30": (
        "cost replacement_officer selection fiscal_agent time_split office equipment renewal"
        " contingency grant"
    ),
}
TABLE = re.compile(r"<!-- provisions -->\n\n(.*)\n\n<!-- end of provisions -->", re.DOTALL)


def _listed(name: str) -> PublishedProvisions:
    return source.read_provisions(EXAMPLES / name / "provisions.yaml").ok


def test_every_real_example_has_its_list() -> None:
    """An example that is not invented shows what it was made from."""
    names = {each.parent.name for each in EXAMPLES.glob("*/answers.yaml")}

    assert names - INVENTED == set(REAL)


@pytest.mark.parametrize("name", REAL)
def test_the_list_is_of_that_agreement_and_whole(name: str) -> None:
    """Its id is the example's name, and its topics are those recorded, in their order."""
    listed = _listed(name)

    assert listed.entry == name
    assert [each.topic for each in listed.provisions] == TOPICS[name].split()


@pytest.mark.parametrize("name", REAL)
def test_the_provisions_stand_in_the_printed_agreement(
    name: str, assembled: Callable[[str], Assembled]
) -> None:
    """At least 95 percent, and none is missing."""
    made = pipeline.provisions(assembled(name), EXAMPLES / name / "provisions.yaml", LEAST).ok

    assert made.found == ()
    assert made.count(Result.MISSING) == 0
    assert made.percent >= LEAST


def test_the_table_of_the_examples_is_current(assembled: Callable[[str], Assembled]) -> None:
    """`mou-builder provisions --every-example` makes it."""
    found = TABLE.search((EXAMPLES / "README.md").read_text(encoding="utf-8"))
    made = [
        (name, pipeline.provisions(assembled(name), EXAMPLES / name / "provisions.yaml", LEAST).ok)
        for name in REAL
    ]

    assert found is not None
    assert found[1] == carried_table(made)


def test_the_command_prints_that_table() -> None:
    """It looks every example up, wherever the program is installed."""
    result = CliRunner().invoke(main, ["provisions", "--every-example"])

    assert result.exit_code == 0, result.stderr
    assert [line.split("|")[1].strip() for line in result.stdout.splitlines()[2:]] == [
        f"[{name}]({name}/provisions.yaml)" for name in REAL
    ]

"""What a run says at its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mou_builder.diagnostics import Diagnostic, Position, Related, open_item
from mou_builder.model.agreement import Agreement, Provenance
from mou_builder.model.answers import Review
from mou_builder.model.document import Document, Furniture, Properties
from mou_builder.model.question import Who
from mou_builder.reports.summary import Written, summary
from tests.builders import ARTICLES, article, library, question

PERCENT = replace(question("funding.percent"), who=Who.BUSINESS)
LIBRARY = library((), [article("funding", [PERCENT])])
WRITTEN = Written("ours.docx", "Word document", "ours.yaml")


def _agreement(*items: Diagnostic, final: bool = False) -> Agreement:
    properties = Properties("Agreement", "", "", "en-US", "2026-07-01")
    return Agreement(
        Document(properties, Furniture("Agreement"), ()),
        ARTICLES,
        Provenance("mou-builder 0", "", "", "2026-07-01"),
        "mou",
        items,
        final=final,
    )


def _blank(line: int) -> Diagnostic:
    return open_item(
        "MB400",
        "`funding.percent` is not answered",
        Position("ours.yaml", line, 3),
        None,
        [Related('asked by: funding.percent ("What is the percent?")')],
    )


def test_open_items_are_grouped_by_who_can_settle_them() -> None:
    """A question's own office; what no question settles is for counsel."""
    risk = open_item(
        "MB401", "clause `liability.indemnity` awaits counsel", Position("c.yaml", 1, 1)
    )

    assert summary(_agreement(_blank(4), risk), LIBRARY, None, WRITTEN) == (
        "Wrote ours.docx (Word document): draft for review by counsel, as of 2026-07-01.\n"
        "2 open items. Who can usually settle them:\n"
        "  the business office (1)\n"
        "    line 4  `funding.percent` is not answered\n"
        "  counsel (1)\n"
        "    c.yaml:1  clause `liability.indemnity` awaits counsel\n"
        "Next: answer what you know in ours.yaml and run the same command again."
    )


def test_a_key_that_is_not_there_has_no_line() -> None:
    """What the answer file does not ask yet is listed without a place."""
    missing = replace(_blank(4), at=Position("ours.yaml", 1, 1))
    said = summary(_agreement(missing), LIBRARY, None, WRITTEN)

    assert "      `funding.percent` is not answered\n" in said


def test_a_long_list_is_cut() -> None:
    """A first draft has a hundred blanks; `check` shows them all."""
    said = summary(_agreement(*map(_blank, range(1, 31))), LIBRARY, None, WRITTEN)

    assert "    ... and 18 more\n" in said
    assert said.endswith("`mou-builder check ours.yaml` lists everything that is open.")


def test_a_draft_without_open_items() -> None:
    """It says how the draft's marks are left out."""
    assert "`--final`" in summary(_agreement(), LIBRARY, None, WRITTEN)


@pytest.mark.parametrize(
    ("review", "said"),
    [
        (
            Review("A. Counsel", "the district", date(2027, 5, 1)),
            "Reviewed by A. Counsel for the district on 2027-05-01, as the answer file says.",
        ),
        (
            Review(none=True),
            "Reviewed by nobody: the answer file says `review: none`. This is not legal advice.",
        ),
    ],
)
def test_a_final_document_says_who_reviewed_it(review: Review, said: str) -> None:
    """Never in the document, always at the end of the run."""
    assert summary(_agreement(final=True), LIBRARY, review, WRITTEN).splitlines()[1] == said

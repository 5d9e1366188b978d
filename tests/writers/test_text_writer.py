"""The plain text format."""

from __future__ import annotations

from mou_builder.model.agreement import Agreement
from mou_builder.model.style import HouseStyle
from mou_builder.writers.text import plain_text, write

EXPECTED = """\
Invented example

DRAFT July 1, 2026

Interlocal Agreement

This “Agreement” is between Smith & Sons *K-12* <LLC> under chapter 39.34 RCW; see Exhibit\xa0A.

Contents

Article 1  Funding
Exhibit A  Map

A.  Schools teach.

Article 1  Funding

1.1  Cost sharing. [The District shall pay [payer's share] under Section\xa01.2.

    It pays on time.]

1.2  Cost. The “Cost” is:

    (a)  salary; and

    (b)  overtime.

    Schools
    School                       Cost
    ----------------------  ---------
    Northfield High School      $5.00
    Total                   $1,205.00

    •  one bullet
    •  another

Signed on the dates written below.

Northfield School District

By: __________________________________
Name: [name]
Title: Superintendent
Date: __________________________________

Attest: __________________________________
Title: Secretary

City of Northfield
acting through the Northfield Police Department

By: __________________________________
Name: [name]
Title: Superintendent
Date: __________________________________

Resolution No. 12

Exhibit A
Map

1 Main Street
Northfield
"""


def test_the_whole_layout(agreement: Agreement, style: HouseStyle) -> None:
    """Every block stands on lines of its own, numbered and indented by level."""
    assert write(agreement, style).decode() == EXPECTED


def test_without_numbers_only_words_are_left(agreement: Agreement) -> None:
    """Numbers, bullets, rules to write on and table rules are no words of the text."""
    words = plain_text(agreement, numbers=False)

    assert "Cost. The “Cost” is:" in words
    assert not any(each in words for each in ("1.1  ", "(a)", "•", "___", "---", "A.  "))


def test_the_draft_marks_are_no_part_of_the_text(agreement: Agreement) -> None:
    """What stands in header and footer is left out of the text that readers compare."""
    assert "DRAFT" not in plain_text(agreement)

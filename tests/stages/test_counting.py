"""Numbers in Word's formats."""

from __future__ import annotations

import pytest

from mou_builder.model.style import NumberFormat
from mou_builder.stages.counting import formatted


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        (NumberFormat.DECIMAL, 12, "12"),
        (NumberFormat.UPPER_ROMAN, 14, "XIV"),
        (NumberFormat.LOWER_ROMAN, 9, "ix"),
        (NumberFormat.UPPER_ROMAN, 1999, "MCMXCIX"),
        (NumberFormat.UPPER_LETTER, 26, "Z"),
        (NumberFormat.LOWER_LETTER, 27, "aa"),
        (NumberFormat.LOWER_LETTER, 28, "bb"),
        (NumberFormat.LOWER_LETTER, 53, "aaa"),
        (NumberFormat.NONE, 3, ""),
    ],
)
def test_a_number_is_written_as_word_does(form: NumberFormat, number: int, written: str) -> None:
    """After z come aa and bb, not aa and ab."""
    assert formatted(number, form) == written

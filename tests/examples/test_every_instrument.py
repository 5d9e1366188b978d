"""The starter's answers give a draft of every kind of agreement, and none with a hole in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mou_builder import pipeline
from mou_builder.diagnostics import errors_in
from mou_builder.writers.text import plain_text
from tests.examples.conftest import AS_OF, EXAMPLES
from tests.library import shipped

# What is left where a word was printed as nothing.
HOLES = (" the that ", " the the ", " a the ", " of , ")


@pytest.mark.parametrize("scope", ["core", "full"])
@pytest.mark.parametrize("instrument", sorted(shipped.instruments()))
def test_a_draft_of_it(instrument: str, scope: str, library_cache: Path) -> None:
    """No error, and no two articles of speech with nothing between them."""
    made = pipeline.assemble(
        pipeline.Request(
            answers=EXAMPLES / "starter" / "answers.yaml",
            as_of=AS_OF,
            sets=(f"instrument={instrument}", f"scope={scope}"),
            cache=library_cache,
        )
    )

    assert errors_in(made.diagnostics) == ()
    words = f" {' '.join(plain_text(made.ok.agreement).split())} "
    assert [each for each in HOLES if each in words] == []

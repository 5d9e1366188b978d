"""The examples keep the rules of wording, their own words included."""

from __future__ import annotations

from collections.abc import Callable

from mou_builder.cli.wording import found_in
from mou_builder.diagnostics import Outcome
from mou_builder.pipeline import Assembled


def test_no_rule_finds_anything(example: str, assembled: Callable[[str], Assembled]) -> None:
    """What is shown as an example is no warning to whoever copies it."""
    assert found_in(Outcome(assembled(example))) == ()

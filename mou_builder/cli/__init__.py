"""The command line: the only package that prints, reads the clock and exits."""

from __future__ import annotations

from mou_builder.cli.program import main

__all__ = ["main"]

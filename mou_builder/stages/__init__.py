"""The four pure steps from answers to an agreement: answer, select, draft, resolve."""

from mou_builder.stages.answer import answer
from mou_builder.stages.draft import draft
from mou_builder.stages.resolve import resolve
from mou_builder.stages.select import select

__all__ = ["answer", "draft", "resolve", "select"]

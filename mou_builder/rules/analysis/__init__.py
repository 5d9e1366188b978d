"""What every rule reads, found in one pass over a library or over a finished agreement."""

from __future__ import annotations

from mou_builder.rules.analysis.gathering import of_agreement, of_library
from mou_builder.rules.analysis.passages import ELSEWHERE, Part, Passage, Sentence
from mou_builder.rules.analysis.subject import Analysis, Defined, Given

__all__ = [
    "ELSEWHERE",
    "Analysis",
    "Defined",
    "Given",
    "Part",
    "Passage",
    "Sentence",
    "of_agreement",
    "of_library",
]

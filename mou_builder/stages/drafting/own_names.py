"""What an article and a section call themselves: the words that fit their numbers.

Clause texts say "this article" and "this section". Under `Section 1 / A.` these are a section and
a paragraph; where there are no articles, the first is the agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mou_builder.model.document import DraftBlock, DraftInline, Emphasis, Text
from mou_builder.model.style import Level, NumberingScheme
from mou_builder.stages.blocks import changed

_WORD = re.compile(r"[A-Za-z]{3,}")
_SELF = re.compile(r"\b([Tt]his) (article|section)\b")


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The word for an article, and the one for a section."""

    article: str
    section: str

    def words(self, text: str) -> str:
        """Return the text with the words that fit."""
        return _SELF.sub(lambda found: f"{found[1]} {getattr(self, found[2])}", text)

    def inlines(self, run: tuple[DraftInline, ...], around: str) -> tuple[DraftInline, ...]:
        """Return the run with the words that fit; words of answers stay as they are."""
        del around
        return tuple(
            replace(each, text=self.words(each.text)) if isinstance(each, Text | Emphasis) else each
            for each in run
        )

    def number(self, anchor: str) -> tuple[str, str]:
        """Return no number: a draft has none yet."""
        del anchor
        return "", ""


AS_WRITTEN = OwnNames("article", "section")


def own_names(scheme: NumberingScheme, agreement: str) -> OwnNames:
    """Return what the scheme calls its articles and sections, in an agreement of that name.

    A heading whose number has no word is a part.
    """
    if not scheme.articles:
        return OwnNames(agreement, _word(scheme.levels[0]) or "provision")
    article = _in_text(scheme.levels[0]) or "part"
    section = _word(scheme.levels[1]) or "provision"
    return OwnNames(article, "paragraph" if section == article else section)


def with_own_names(blocks: Iterable[DraftBlock], names: OwnNames) -> tuple[DraftBlock, ...]:
    """Return the blocks with what they call themselves."""
    if names == AS_WRITTEN:
        return tuple(blocks)
    return tuple(changed(each, names) for each in blocks)


def _word(level: Level) -> str:
    return _in_text(level) or level.noun.lower()


def _in_text(level: Level) -> str:
    """Return the word in the level's own text, such as `Article %1`."""
    found = _WORD.search(level.text)
    return found[0].lower() if found else ""

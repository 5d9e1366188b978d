"""The body under way: its blocks so far, and what the next paragraph must know of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mou_builder.model.document import Inline
from mou_builder.model.style import NumberingScheme
from mou_builder.ooxml.elements import (
    Element,
    bookmarked,
    paragraph,
    run,
    set_style,
    style_of,
)
from mou_builder.ooxml.ids import Ids, clause_bookmark
from mou_builder.ooxml.names import w
from mou_builder.writers.word.binding import Binding
from mou_builder.writers.word.inlines import runs_of
from mou_builder.writers.word.looks import Looks, Variant
from mou_builder.writers.word.survey import Survey


@dataclass(slots=True)
class Composition:
    """One document's body while it is written.

    `width` is that of the text, for tables. `opening` counts brackets of provisional provisions
    whose first words are still to come.
    """

    looks: Looks
    ids: Ids
    scheme: NumberingScheme
    found: Survey
    binding: Binding
    width: int
    blocks: list[Element] = field(default_factory=list)
    in_exhibit: bool = False
    opening: int = 0

    def add(  # noqa: PLR0913 - what a paragraph is made of, by name
        self,
        style: str,
        inlines: Iterable[Inline] = (),
        *,
        before: Iterable[Element] = (),
        marks: Iterable[tuple[str, str]] = (),
        with_next: bool = False,
        heading: bool = False,
    ) -> None:
        """Append a paragraph in a style, with runs `before` its inlines and bookmarks around all.

        A heading takes no opening bracket: its words stand in the table of contents.
        """
        content = [*before]
        if not heading:
            content += [self._bracket("[") for _ in range(self.opening)]
            self.opening = 0
        content += self.runs(inlines)
        if self.blocks and self.blocks[-1].tag == w("tbl") and not self.looks.stands_off(style):
            style = self.looks.variant(style, Variant.AFTER_TABLE)
        if with_next:
            style = self.looks.variant(style, Variant.WITH_NEXT)
        self.blocks.append(paragraph(style, bookmarked(content, marks)))

    def runs(self, inlines: Iterable[Inline]) -> list[Element]:
        """Return the runs of inlines."""
        return runs_of(inlines, self.looks, self.ids, self.found.in_exhibits)

    def marks_for(self, anchor: str, clause: str | None, *, listed: bool) -> list[tuple[str, str]]:
        """Return the bookmarks a provision's first words get: of references, contents, clause."""
        names = []
        if anchor in self.found.referenced:
            names.append(self.ids.bookmark("_Ref", anchor))
        if listed and self.found.has_contents:
            names.append(self.ids.bookmark("_Toc", anchor))
        if clause is not None and anchor == clause:
            names.append(clause_bookmark(anchor))
        return [(self.ids.number(), name) for name in names]

    def close_bracket(self, style: str) -> None:
        """End a provisional provision: a bracket after its last words, or below its table."""
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.tag == w("p"):
            last.append(self._bracket("]"))
        else:
            self.add(style, before=[self._bracket("]")])

    def keep_last_with_next(self) -> None:
        """Keep the paragraph written last on one page with what follows."""
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.tag == w("p"):
            set_style(last, self.looks.variant(style_of(last), Variant.WITH_NEXT))

    def _bracket(self, mark: str) -> Element:
        return run(mark, self.looks.id("provisional"))

"""Reads the office's own words: rewordings of clauses, and provisions of this agreement alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.language import Vocabulary, check_template, parse_template, vocabulary_of
from mou_builder.model.answers import AddedProvision, Reword
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.raw import RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.model.template import Template
from mou_builder.stages.answering.typed import is_blank, shape, text_position
from mou_builder.stages.nearest import suggestion

_KEYS = ("article", "heading", "text", "id")
_REWORD_KEYS = ("text", "replaces")


# The library cites through facts with their evidence; what counsel cites in words of their own is
# theirs to answer for, and is an open item of its own.
TYPED_CITATION = "MB530"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Reads texts in the clause language; `named` are the ids of the provisions added here.

    The list belongs to one run of `answer`.
    """

    library: Library
    instrument: Instrument
    named: frozenset[str]
    faults: list[Diagnostic]

    def text(self, node: RawText) -> Template | None:
        """Return the text parsed, every name in it known; None after a fault."""
        parsed = parse_template(node.text.rstrip("\r\n"), text_position(node))
        found = [*parsed.diagnostics]
        if parsed.value:
            checked = check_template(parsed.value, self._vocabulary())
            found.extend(each for each in checked if each.code != TYPED_CITATION)
        self.faults.extend(found)
        return parsed.value

    def fault(self, message: str, at: Position, hint: str, code: str = "MB331") -> None:
        """Note a fault."""
        self.faults.append(error(code, message, at, hint))

    def _vocabulary(self) -> Vocabulary:
        known = vocabulary_of(self.library, (self.instrument,))
        return replace(known, clauses=known.clauses | self.named)


def own_words(
    root: RawMapping, library: Library, instrument: Instrument, faults: list[Diagnostic]
) -> OwnWords:
    """Return a reader that knows the ids of the provisions that the file adds."""
    named = frozenset(
        _identifier(item, number) for number, item in enumerate(_added(root, None), 1)
    )
    return OwnWords(library, instrument, named, faults)


def read_reword(entry: RawEntry, words: OwnWords) -> Reword | None:
    """Return the rewording of the clause that the entry names, or None after a fault."""
    node = entry.value
    text: RawNode | None = node
    replaces: RawNode | None = None
    hint = f"write `{entry.key}: |` and the text on the next lines, indented"
    if isinstance(node, RawMapping):
        text, replaces = node.get("text"), node.get("replaces")
        for each in node.entries:
            if each.key not in _REWORD_KEYS:
                words.fault(f"`{each.key}` is not asked here", each.key_at, hint)
    if not isinstance(text, RawText) or is_blank(text):
        words.fault("the new text of the clause is missing", entry.key_at, hint)
        return None
    parsed = words.text(text)
    digest = replaces.text.strip() if isinstance(replaces, RawText) else ""
    return Reword(entry.key, parsed, digest or None, entry.key_at) if parsed else None


def read_additional(root: RawMapping, words: OwnWords) -> tuple[AddedProvision, ...]:
    """Return the provisions that only this agreement has, in the order typed."""
    found = (_provision(item, number, words) for number, item in enumerate(_added(root, words), 1))
    return tuple(each for each in found if each)


def _added(root: RawMapping, words: OwnWords | None) -> tuple[RawNode, ...]:
    node = root.get("additional_provisions")
    if node is None or is_blank(node):
        return ()
    if isinstance(node, RawList):
        return node.items
    if words:
        hint = "start each one on a new line with `- article: `"
        words.fault(f"expected a list, found {shape(node)}", node.at, hint)
    return ()


def _provision(item: RawNode, number: int, words: OwnWords) -> AddedProvision | None:
    hint = "write `- article: `, and below it `heading: ` and `text: |`"
    if not isinstance(item, RawMapping):
        words.fault(f"expected keys with values, found {shape(item)}", item.at, hint)
        return None
    for entry in item.entries:
        if entry.key not in _KEYS:
            cure = suggestion(entry.key, _KEYS)
            words.fault(f"`{entry.key}` is not asked here", entry.key_at, cure)
    article, text = item.get("article"), item.get("text")
    if not isinstance(text, RawText) or is_blank(text):
        words.fault("the text of this provision is missing", item.at, hint)
        return None
    parsed = words.text(text)
    if not _article_exists(article, item, words) or not parsed:
        return None
    identifier = _identifier(item, number)
    if identifier in words.library.clauses:
        words.fault(f"`{identifier}` is a clause of the library", item.at, "give another `id:`")
        return None
    return AddedProvision(identifier, _word(article), _word(item.get("heading")), parsed, item.at)


def _article_exists(article: RawNode | None, item: RawMapping, words: OwnWords) -> bool:
    known = words.instrument.articles
    if _word(article) in known:
        return True
    at = article.at if article else item.at
    message = f"there is no article `{_word(article)}` in this agreement"
    if not _word(article):
        message = "the article of this provision is missing"
    words.fault(message, at, suggestion(_word(article), known), "MB334")
    return False


def _identifier(item: RawNode, number: int) -> str:
    """Return the provision's id, under which other provisions refer to it."""
    if not isinstance(item, RawMapping):
        return ""
    article, typed = _word(item.get("article")), _word(item.get("id"))
    return f"{article}.{typed.removeprefix(f'{article}.') or f'additional_{number}'}"


def _word(node: RawNode | None) -> str:
    """Return the text on one line, empty for anything else and for `?`."""
    if not isinstance(node, RawText) or is_blank(node):
        return ""
    return " ".join(node.text.split())

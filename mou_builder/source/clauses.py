"""Decodes one clause file, one article file, one exhibit."""

from __future__ import annotations

from dataclasses import dataclass

from mou_builder.diagnostics import Diagnostic, error
from mou_builder.model.library import Alternative, Article, Clause, ClauseScope, ExhibitForm, Usual
from mou_builder.model.raw import RawMapping, RawText
from mou_builder.source.decode import Fields, name_fault
from mou_builder.source.questions import checks_in, derived_in, lines_in, questions_in

_SIDES = ("district", "agency", "either")


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """A decoded clause with the names it mentions, which can only be checked beside the others.

    `order` is None when a clause takes the order of the one it replaces.
    """

    clause: Clause
    order: int | None
    layer: int
    topics: tuple[RawText, ...]
    related: tuple[RawText, ...]
    sources: tuple[RawText, ...]
    replaces: RawText | None


def decode_article(root: RawMapping, identifier: str, faults: list[Diagnostic]) -> Article:
    """Return the article, whatever its faults, which are added to the list.

    An overlay's article file may lack the heading of an article that exists.
    """
    fields = Fields(root, faults, "an article")
    article = Article(
        id=identifier,
        heading=fields.text_or("heading"),
        questions=questions_in(fields, identifier),
        checks=checks_in(fields, identifier),
        derived=derived_in(fields, identifier),
        lines=lines_in(fields, identifier),
        collects_definitions=fields.yes_no("definitions", default=False),
        at=fields.place("heading"),
    )
    fields.done()
    return article


def decode_clause(
    root: RawMapping, *, expected: str, state: str, layer: int, faults: list[Diagnostic]
) -> ClauseFile:
    """Return the clause, whatever its faults, which are added to the list.

    `expected` is the id its place asks for; in a state's folder only the last part of it.
    """
    fields = Fields(root, faults, "a clause")
    raw_id = fields.raw("id", required=True)
    identifier = raw_id.text if raw_id else expected
    if raw_id:
        _check_id(raw_id, expected, state, faults)
    replaces = fields.raw("replaces")
    order = fields.whole("order", -1 if replaces else None)
    topics = fields.raws("topics")
    related: list[RawText] = []
    requires, conflicts = _relations(fields, related)
    sources = fields.raws("sources")
    when = fields.raw("when")
    clause = Clause(
        id=identifier,
        article=_article(fields, identifier, faults),
        order=order,
        heading=fields.text("heading"),
        alternatives=_alternatives(fields, related),
        when=fields.expression("when"),
        when_source=when.text.strip() if when else "",
        topics=tuple(each.text for each in topics),
        counsel_decides=fields.word_of("decide", ("counsel",)) == "counsel",
        law_varies=fields.word_of("law", ("varies",)) == "varies",
        requires=requires,
        conflicts=conflicts,
        sources=tuple(each.text for each in sources),
        defines=fields.text_or("defines") or None,
        state=state,
        replaces=replaces.text if replaces else "",
        scope=fields.one_of("scope", ClauseScope, _usual_scope(state, layer)),
        version=fields.whole("version", 1),
        reviewed=fields.text_or("reviewed") or None,
        at=fields.place("id"),
    )
    fields.done()
    known = order if order >= 0 else None
    return ClauseFile(clause, known, layer, topics, tuple(related), sources, replaces)


def _relations(fields: Fields, related: list[RawText]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names under `requires` and `conflicts`, each added with its place to `related`."""
    requires, conflicts = fields.raws("requires"), fields.raws("conflicts")
    related += (*requires, *conflicts)
    return tuple(each.text for each in requires), tuple(each.text for each in conflicts)


def _usual_scope(state: str, layer: int) -> ClauseScope:
    """Return the scope of a clause that names none.

    What a state's law brought, or an office added, is wanted without being asked for.
    """
    return ClauseScope.CORE if state or layer else ClauseScope.FULL


def _check_id(raw_id: RawText, expected: str, state: str, faults: list[Diagnostic]) -> None:
    identifier = raw_id.text
    article, dot, name = identifier.partition(".")
    fits = dot and name == expected if state else identifier == expected
    if fits:
        for part in (article, name):
            fault = name_fault(part, raw_id.at, "a part of an id")
            if fault:
                faults.append(fault)
                return
        return
    shown = f"<article>.{expected}" if state else expected
    message = f"the id `{identifier}` does not fit the file's place"
    faults.append(error("MB206", message, raw_id.at, f"write `id: {shown}`, or move the file"))


def _article(fields: Fields, identifier: str, faults: list[Diagnostic]) -> str:
    article = identifier.partition(".")[0]
    named = fields.text_or("article", article)
    if named != article:
        message = f"the article `{named}` is not that of the id `{identifier}`"
        hint = f"write `article: {article}`, or change the id"
        faults.append(error("MB206", message, fields.value_place("article"), hint))
    return article


def _alternatives(fields: Fields, related: list[RawText]) -> tuple[Alternative, ...]:
    """Return the alternatives; exactly one of them must be the default."""
    found: dict[str, Alternative] = {}
    faults_before = len(fields.faults)
    for each in fields.items("alternatives", "an alternative", required=True):
        alternative = _alternative(each, related)
        if found.setdefault(alternative.id, alternative) is not alternative:
            message = f"the alternative `{alternative.id}` stands twice"
            fields.faults.append(error("MB207", message, each.at, "give one another id"))
    defaults = [each for each in found.values() if each.default]
    misread = any(each.code == "MB200" for each in fields.faults[faults_before:])
    if found and len(defaults) != 1 and not misread:
        message = f"{len(defaults) or 'none'} of the alternatives is the default"
        if len(defaults) > 1:
            message = f"{len(defaults)} of the alternatives are the default"
        hint = "write `default: true` in exactly one of them"
        fields.faults.append(error("MB210", message, fields.place("alternatives"), hint))
    return tuple(found.values())


def _alternative(fields: Fields, related: list[RawText]) -> Alternative:
    when = fields.raw("when")
    requires, conflicts = _relations(fields, related)
    alternative = Alternative(
        id=fields.name("id", "an alternative"),
        text=fields.template("text"),
        note=fields.text("note"),
        summary=fields.template("summary"),
        default=fields.yes_no("default", default=False),
        when=fields.expression("when"),
        when_source=when.text.strip() if when else "",
        usual=_usual(fields),
        requires=requires,
        conflicts=conflicts,
        refused_when=fields.expression("refused_when"),
        at=fields.place("id"),
    )
    fields.done()
    return alternative


def _usual(fields: Fields) -> Usual | None:
    inner = fields.mapping("usual", "`usual`")
    if inner is None:
        return None
    usual = Usual(
        inner.word_of("asked_by", _SIDES, "either"),
        inner.word_of("basis", ("seen", "drafter"), "drafter"),
        inner.texts("seen_in"),
        inner.text_or("given"),
    )
    inner.done()
    return usual


def decode_exhibit(root: RawMapping, identifier: str, faults: list[Diagnostic]) -> ExhibitForm:
    """Return the exhibit, whatever its faults, which are added to the list."""
    fields = Fields(root, faults, "an exhibit")
    when = fields.raw("when")
    fields.has("replaces")
    exhibit = ExhibitForm(
        id=identifier,
        title=fields.text("title"),
        text=fields.template("text"),
        when=fields.expression("when"),
        when_source=when.text.strip() if when else "",
        at=fields.place("title"),
    )
    fields.done()
    return exhibit

"""Decodes the forms in which several answers are typed on one line: words with holes in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.library import Library
from mou_builder.model.question import Form, Hole, Question
from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.source.decode import Fields, hint_for
from mou_builder.source.fitting import misfit

_HOLE = re.compile(r"\{\s*([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)\s*\}")
_HINT = 'write words and holes such as `"{weekly_hours} hours a week"`'


def forms_in(fields: Fields, owner: str, key: str = "forms") -> tuple[Form, ...]:
    """Return the forms of the list under the key, without those that have a fault.

    A name without a dot is a question of the owner: an article, a group, or `parties`.
    """
    found = (_form(each, owner, fields.faults) for each in fields.nodes(key))
    return tuple(each for each in found if each)


def _form(node: RawNode, owner: str, faults: list[Diagnostic]) -> Form | None:
    sets: tuple[tuple[str, str], ...] = ()
    example = ""
    typed = node if isinstance(node, RawText) else None
    if isinstance(node, RawMapping):
        inner = Fields(node, faults, "a form")
        typed = inner.raw("form", required=True)
        given = inner.words("sets")
        sets = tuple((_id(name, owner), value) for name, value in given.items())
        example = inner.text_or("example")
        inner.done()
    elif isinstance(node, RawList):
        faults.append(error("MB219", "a form is one text", node.at, _HINT))
    if typed is None:
        return None
    pieces = _pieces(typed.text.strip(), owner)
    wrong = _fault(pieces)
    if wrong:
        faults.append(error("MB219", wrong, typed.at, _HINT))
        return None
    return Form(pieces, sets, example, typed.at)


def _id(name: str, owner: str) -> str:
    return name if "." in name else f"{owner}.{name}"


def _pieces(text: str, owner: str) -> tuple[str | Hole, ...]:
    pieces: list[str | Hole] = []
    start = 0
    for found in _HOLE.finditer(text):
        pieces += (text[start : found.start()], Hole(_id(found[1], owner)))
        start = found.end()
    pieces.append(text[start:])
    return tuple(each for each in pieces if each)


def _fault(pieces: tuple[str | Hole, ...]) -> str | None:
    if not pieces:
        return "a form has no words"
    if any(each and ("{" in each or "}" in each) for each in pieces if isinstance(each, str)):
        return "a brace of this form belongs to no hole"
    pairs = pairwise(pieces)
    if any(isinstance(a, Hole) and isinstance(b, Hole) for a, b in pairs):
        return "two holes of this form touch, so that nothing parts their answers"
    names = [each.question for each in pieces if isinstance(each, Hole)]
    return "a hole of this form stands twice" if len(set(names)) < len(names) else None


# --- what only the whole library can tell ------------------------------------------------------


def form_faults(library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each hole that no question takes, and each answer set that does not fit."""
    known = _known(library)
    for form in _forms(library):
        at = form.at or Position("", 1, 1)
        holes = [each.question for each in form.pieces if isinstance(each, Hole)]
        for name in (*holes, *(name for name, _ in form.sets)):
            if name not in known:
                message = f"a form names the question `{name}`, which is not asked"
                yield error("MB219", message, at, hint_for(name, known))
        for name, value in form.sets:
            wrong = misfit(known[name], value) if name in known else None
            if wrong:
                yield error("MB219", f"a form sets `{name}` to `{value}`", at, wrong)


def _known(library: Library) -> dict[str, Question]:
    asked = [each for article in library.articles.values() for each in article.questions]
    fields = [field for each in asked for field in each.fields]
    return {each.id: each for each in (*asked, *fields, *library.party_questions)}


def _forms(library: Library) -> Iterator[Form]:
    yield from library.other_parties.forms if library.other_parties else ()
    for article in library.articles.values():
        for question in (*article.questions, *article.lines):
            yield from question.forms
    for question in library.party_questions:
        yield from question.forms

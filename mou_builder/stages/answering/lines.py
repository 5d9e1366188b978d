"""Spreads what was typed on one line over the answers that it holds, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mou_builder.diagnostics import Related, error
from mou_builder.language import questions_of
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.question import Kind, Question
from mou_builder.model.raw import RawAnswers, RawEntry, RawList, RawMapping, RawNode, RawText
from mou_builder.stages.answering.one_line import Fit, can_answer, fitted, shown
from mou_builder.stages.answering.parting import crowded, parts_of
from mou_builder.stages.answering.placing import (
    Place,
    found_at,
    is_open,
    put_at,
    rank,
    taken_from,
)
from mou_builder.stages.answering.scalars import Misread, refusal, ways_of
from mou_builder.stages.answering.typed import Typed, is_blank, says_none
from mou_builder.stages.nearest import nearest_choice

OTHER = "other_parties"
_NOBODY = ("none", "no")


def spread(raw: RawAnswers, library: Library, instrument: Instrument, typed: Typed) -> RawAnswers:
    """Return the answers with each line that has a form taken apart; faults are noted.

    What a line says and another answer of the same file says too is a fault; of two files the
    stronger one counts. What a form sets by itself gives way to any answer.
    """
    spreading = _Spreading(raw, library, instrument, typed)
    spreading.other_parties()
    spreading.parties()
    spreading.articles()
    return replace(raw, root=spreading.root)


class _Spreading:
    """One run's tree while its lines are taken apart."""

    def __init__(
        self, raw: RawAnswers, library: Library, instrument: Instrument, typed: Typed
    ) -> None:
        self.root = raw.root
        self._profiles = raw.profiles
        self._library = library
        self._instrument = instrument
        self._typed = typed
        self._known = questions_of(library)

    # --- where lines may stand -----------------------------------------------------------------

    def other_parties(self) -> None:
        """Add a party for each one named under `other_parties:`."""
        node, line = self.root.get(OTHER), self._library.other_parties
        if node is None or is_blank(node) or line is None:
            return
        said = node.text.strip().casefold() if isinstance(node, RawText) else ""
        parties = self.root.get("parties")
        if said in _NOBODY or not isinstance(parties, RawList | None):
            return
        members = self._members(line, node)
        others = tuple(_named(each) for each in members if isinstance(each, RawMapping))
        known = parties.items if parties else ()
        at = parties.at if parties else node.at
        self.root = put_at(self.root, ("parties",), RawList((*known, *others), at))

    def parties(self) -> None:
        """Take the lines of the parties' own answers apart."""
        asked = [each for each in self._library.party_questions if each.forms]
        parties = self.root.get("parties")
        for number, _ in enumerate(parties.items if isinstance(parties, RawList) else ()):
            for question in asked:
                self._line(question, ("parties", number, question.key), virtual=False)

    def articles(self) -> None:
        """Take the lines of the instrument's articles apart."""
        names = [each for each in self._instrument.articles if each in self._library.articles]
        for article in (self._library.articles[each] for each in names):
            for question in article.questions:
                if question.forms and question.kind is Kind.GROUP:
                    self._group(question, (article.id, question.key))
                elif question.forms:
                    self._line(question, (article.id, question.key), virtual=False)
            for line in article.lines:
                self._line(line, (article.id, line.key), virtual=True)

    # --- one line ------------------------------------------------------------------------------

    def _line(self, question: Question, place: Place, *, virtual: bool) -> None:
        node = found_at(self.root, place)
        if node is None or not (virtual or isinstance(node, RawText)):
            return
        fit = None
        self._note(place, node, virtual=virtual)
        if self._refused(question, node):
            self.root = taken_from(self.root, place)
            return
        if not is_blank(node):
            fit = fitted(question.forms, node, self._known) if isinstance(node, RawText) else None
            if fit is None and not virtual and self._own(question, node):
                return
            if fit is None:
                self._misfit(question, node)
        if fit or virtual or not is_blank(node):
            # The line is no answer of its own; what stands there now comes from its form.
            self.root = taken_from(self.root, place)
        if fit:
            self._put(fit, place)

    def _note(self, place: Place, node: RawNode, *, virtual: bool) -> None:
        """Note where the line stands, and that something stands on it."""
        key = ".".join(str(each + 1) if isinstance(each, int) else each for each in place)
        if virtual:
            self._typed.places[key] = node.at
        if not is_blank(node):
            self._typed.lines.add(key)

    def _own(self, question: Question, node: RawNode) -> bool:
        """Whether the text answers the question itself, or nearly: then it is read as ever."""
        text = node.text.strip() if isinstance(node, RawText) else ""
        near = nearest_choice(text, ways_of(question.choices))
        return bool(near) or says_none(question, text) or can_answer(question, text)

    def _put(self, fit: Fit, place: Place) -> None:
        for name, value in fit.sets:
            target = self._place_of(name, place)
            if target and is_open(found_at(self.root, target)):
                self._hold(target, value, place)
        for name, value in fit.answers:
            target = self._place_of(name, place)
            if target and (target == place or self._counts(name, target, value)):
                self._hold(target, value, place)

    def _hold(self, target: Place, value: RawText, line: Place) -> None:
        """Put what the line holds in its place."""
        self.root = put_at(self.root, target, value)
        if target != line:
            self._typed.held_by[".".join(map(str, target))] = ".".join(map(str, line))

    def _place_of(self, name: str, beside: Place) -> Place | None:
        """Return where the question is answered; None in an article that the agreement lacks."""
        article, _, key = name.partition(".")
        if article == "parties":
            return (*beside[:-1], key)
        return (article, key) if article in self._instrument.articles else None

    def _counts(self, name: str, target: Place, value: RawText) -> bool:
        """Whether the answer counts against what stands there; one that stands twice is noted."""
        before = found_at(self.root, target)
        if before is None or is_open(before):
            return True
        if is_open(value):
            return False
        mine, other = rank(value.at, self._profiles), rank(before.at, self._profiles)
        if mine == other and before.at != value.at:
            first, second = sorted((before.at, value.at), key=lambda at: (at.line, at.column))
            message = f"`{name}` is answered twice"
            hint = "keep one of the two; a line may hold several answers"
            self._typed.faults.append(
                error("MB125", message, second, hint, (Related("first here", first),))
            )
        return mine > other

    def _refused(self, question: Question, node: RawNode) -> bool:
        """Whether the text is one that is no answer, which is noted with what to write."""
        misread = refusal(question, node.text) if isinstance(node, RawText) else None
        if misread:
            self._typed.fault(question, misread, node.at)
        return misread is not None

    def _misfit(self, question: Question, node: RawNode) -> None:
        typed = node.text.strip() if isinstance(node, RawText) else "several lines"
        message = f"`{typed}` has none of the forms of this answer"
        choices = (each.id for each in question.choices)
        hint = f"write it as {shown(question.forms, self._known, choices)}"
        self._typed.fault(question, Misread("MB319", message, hint), node.at)

    # --- groups --------------------------------------------------------------------------------

    def _group(self, question: Question, place: Place) -> None:
        node = found_at(self.root, place)
        if node is None or is_blank(node) or isinstance(node, RawMapping):
            return
        if isinstance(node, RawText) and node.text.strip().casefold() == "none":
            return
        members = tuple(self._members(question, node))
        self.root = put_at(self.root, place, RawList(members, node.at))

    def _crowded(self, question: Question, fit: Fit) -> None:
        """Warn of several names that are taken for one."""
        for _, value in fit.answers if question.part_ends else ():
            if told := crowded(value, question.part_ends):
                self._typed.faults.append(told)

    def _members(self, question: Question, node: RawNode) -> Iterator[RawNode]:
        """Yield the members of a list; those typed as a text, by their form."""
        for each in node.items if isinstance(node, RawList) else (node,):
            if not isinstance(each, RawText) or is_blank(each):
                yield each
                continue
            for part in parts_of(each, question.part_ends):
                if self._refused(question, part):
                    continue
                fit = fitted(question.forms, part, self._known)
                if fit:
                    self._crowded(question, fit)
                    yield _mapping(fit, part)
                else:
                    self._misfit(question, part)


def _mapping(fit: Fit, node: RawText) -> RawMapping:
    """Return a member with what its line holds."""
    answers = (*fit.answers, *fit.sets)
    keys = [(name.rpartition(".")[2], value) for name, value in answers]
    return RawMapping(tuple(RawEntry(key, value.at, value) for key, value in keys), node.at)


def _named(member: RawMapping) -> RawMapping:
    """Return a party with an id made from its name."""
    name = member.get("legal_name")
    text = name.text if isinstance(name, RawText) else ""
    identifier = re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_") or OTHER
    return replace(
        member, entries=(RawEntry("id", member.at, RawText(identifier, member.at)), *member.entries)
    )

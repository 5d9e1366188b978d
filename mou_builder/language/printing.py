"""Prints one output: the inlines for an answer, a role, a citation, a reference."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.language import forms
from mou_builder.language.evaluation import evaluate
from mou_builder.language.names import Evaluated, role_words
from mou_builder.language.parse import parse_long_text
from mou_builder.language.reasons import reads
from mou_builder.language.scope import Scope
from mou_builder.language.signatures import ROLE_NAMES
from mou_builder.language.uses import uses_of
from mou_builder.model.document import (
    Blank,
    Citation,
    Definition,
    DraftInline,
    Emphasis,
    ExhibitUse,
    Filled,
    PendingReference,
    TermUse,
    Text,
)
from mou_builder.model.evidence import Evidence
from mou_builder.model.template import (
    Call,
    Expression,
    Filtered,
    ItemT,
    ListT,
    Output,
    ParagraphT,
    Path,
    TemplateBlock,
    Words,
)
from mou_builder.model.values import LongText, NotApplicable, Unanswered

Inlines = Sequence[DraftInline]


@dataclass(frozen=True, slots=True)
class Printing:
    """The printing of one text: the clause it belongs to, and the faults found on the way."""

    clause: str
    faults: list[Diagnostic] = field(default_factory=list)

    def output(self, output: Output, scope: Scope) -> Inlines:
        """Return the inlines that an output prints; none for what is `none`."""
        match output.expression:
            case Call(function=name) as call if name in _PRINTED:
                return _PRINTED[name](self, call, scope)
            case Path(parts=(name,)) if name in scope.fragments:
                paragraphs = scope.fragments[name]
                return [each for paragraph in paragraphs for each in paragraph.inlines]
            case Path(parts=("officer" | "officers" | "an_officer" | "officer_full",), at=at):
                if scope.officer is None:
                    self._fault(
                        "MB541",
                        "this kind of agreement has no officer",
                        at,
                        "leave the clause out of the instrument",
                    )
            case _ as expression:
                role = self._role(expression, scope)
                if role is not None:
                    return role
        return self.value(evaluate(output.expression, scope), scope, output)

    def value(self, found: Evaluated, scope: Scope, look: Output) -> Inlines:
        """Return the inlines of a value: words from answers are Filled, open ones a Blank."""
        match found.value:
            case Unanswered():
                return [blank(found.value, found.answers, scope)]
            case NotApplicable():
                self._no_article(look, scope)
                return []
            case LongText(source):
                return _long(parse_long_text(source, NOWHERE).ok.blocks, found.answers[0])
            case str() as words:
                return _words(words, found, look)
            case _ as value:
                return _words(reads(value), found, look)

    def _no_article(self, look: Output, scope: Scope) -> None:
        """Note that nothing can be printed: `none` was not typed, nobody was asked at all."""
        for name in uses_of(look.expression).answers:
            article = name.partition(".")[0]
            if article not in scope.articles and article not in scope.loops:
                absent = f"this kind of agreement has no article `{article}`"
                hint = "leave the clause out of the instrument, or add the article to it"
                message = f"`{name}` cannot be printed: {absent}"
                self._fault("MB543", message, look.expression.at, hint)

    def _role(self, expression: Expression, scope: Scope) -> Inlines | None:
        """Return a role's words through its filters, or None for what is no role."""
        filters: list[str] = []
        while isinstance(expression, Filtered) and expression.filter in _ROLE_FORMS:
            filters.insert(0, expression.filter)
            expression = expression.value
        match expression:
            case Path(parts=(how, name), at=at) if how in ROLE_NAMES and how not in scope.loops:
                role = scope.roles.get(name)
            case _:
                return None
        if role is None:
            self._fault(
                "MB540",
                f"no party holds the role `{name}`",
                at,
                f'give a party the role under `roles:`, or print this only where `held("{name}")`',
            )
            return []
        words = role_words(role, how, bare="bare" in filters)
        for each in filters:
            words = _ROLE_FORMS[each](words)
        return [TermUse(role.term, words)]

    # --- what only texts can print -------------------------------------------------------------

    def reference(self, call: Call, scope: Scope) -> Inlines:
        """Return a reference to a clause, or to a named item of it."""
        target, *items = (str(evaluate(each, scope).value) for each in call.arguments)
        return [PendingReference(target, items[0] if items else None, self.clause)]

    def citation(self, call: Call, scope: Scope) -> Inlines:
        """Return the citation of a fact; one whose text was not read is open until confirmed.

        Where counsel wants no citation, the law is named instead, and nothing is open.
        """
        name = str(evaluate(call.arguments[0], scope).value)
        head, _, subject = name.partition(".")
        if head == "state":
            if not scope.state:
                return [blank(Unanswered(("state",)), ("state",), scope)]
            name = scope.law.fact(subject)
        fact = scope.facts.get(name)
        if fact is None:
            self._fault(
                "MB523",
                f"there is no fact `{name or f'{scope.state.lower()}.{subject}'}`",
                call.at,
                f'print it only where `on_file("{subject}")`, or put the fact on file',
            )
            return []
        if name in scope.uncited:
            return [Citation(fact.id, fact.law, fact.evidence.value, open=False, named=True)]
        is_open = fact.evidence is not Evidence.READ and name not in scope.confirmed
        return [Citation(fact.id, fact.words, fact.evidence.value, is_open)]

    def definition(self, call: Call, scope: Scope) -> Inlines:
        """Return a term where it is defined."""
        found = evaluate(call.arguments[0], scope)
        if isinstance(found.value, Unanswered):
            return [blank(found.value, found.answers, scope)]
        return [Definition(str(found.value))]

    def exhibit(self, call: Call, scope: Scope) -> Inlines:
        """Return a reference to an exhibit by its letter."""
        name = str(evaluate(call.arguments[0], scope).value)
        if name not in scope.exhibits:
            self._fault(
                "MB542",
                f"this agreement has no exhibit `{name}`",
                call.at,
                "add the exhibit, or print this only where it is present",
            )
            return []
        return [ExhibitUse(f"exhibit.{name}", scope.exhibits[name])]

    def _fault(self, code: str, message: str, at: Position, hint: str) -> None:
        self.faults.append(error(code, message, at, hint))


def blank(value: Unanswered, answers: Sequence[str], scope: Scope) -> Blank:
    """Return the visible blank for an open value, labelled as its question says."""
    name = next(iter((*value.questions, *answers)), "")
    parts = name.split(".")
    for length in range(len(parts), 1, -1):
        question = scope.questions.get(".".join(parts[:length]))
        if question:
            return Blank(name, question.blank)
    return Blank(name, parts[-1].replace("_", " "))


def long_words(words: Words, path: str) -> DraftInline:
    """Return words of a long answer: plain ones as filled from the answer, others in their look."""
    if words.bold or words.italic:
        return Emphasis(words.text, words.bold, words.italic)
    return Filled(words.text, path)


def _anchor(_: Printing, __: Call, ___: Scope) -> Inlines:
    # The item that begins with it bears the name; nothing is printed.
    return []


NOWHERE = Position("", 1, 1)
_PRINTED: Mapping[str, Callable[[Printing, Call, Scope], Inlines]] = {
    "ref": Printing.reference,
    "cite": Printing.citation,
    "define": Printing.definition,
    "exhibit": Printing.exhibit,
    "anchor": _anchor,
}
_ROLE_FORMS: Mapping[str, Callable[[str], str]] = {
    "possessive": forms.possessive,
    "upper_first": forms.upper_first,
    "lower_first": forms.lower_first,
    "bare": lambda words: words,
}


def _words(words: str, found: Evaluated, look: Output) -> Inlines:
    if not words:
        return []
    if found.answers:
        return [Filled(words, found.answers[0])]
    if look.bold or look.italic:
        return [Emphasis(words, look.bold, look.italic)]
    return [Text(words)]


def _long(blocks: Sequence[TemplateBlock], path: str) -> list[DraftInline]:
    """Return the words of a long answer as part of a sentence, one paragraph after the other."""
    inlines: list[DraftInline] = []
    for block in blocks:
        match block:
            case ParagraphT(words):
                inner = [long_words(each, path) for each in words if isinstance(each, Words)]
            case ItemT(inner_blocks) | ListT(_, inner_blocks):
                inner = _long(inner_blocks, path)
            case _:
                inner = []
        inlines += [Text(" "), *inner] if inlines else inner
    return inlines

"""Decodes questions, cross-checks and derived values, and the values that questions suggest."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.diagnostics import Diagnostic, Position, error
from mou_builder.model.question import (
    Check,
    ChoiceOption,
    Derived,
    Instead,
    Kind,
    Question,
    Who,
)
from mou_builder.model.template import Constant, Expression
from mou_builder.source.decode import Fields, template_of
from mou_builder.source.fitting import CHOICES, LENT, misfit
from mou_builder.source.forms import forms_in

NOTATIONS = ("time", "month", "dated")
_BOUNDED = (Kind.WHOLE_NUMBER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENTAGE, Kind.DATE)


def questions_in(fields: Fields, owner: str, key: str = "questions") -> tuple[Question, ...]:
    """Return the questions of the list under the key; their ids start with the owner's."""
    found: dict[str, Question] = {}
    for each in fields.items(key, "a question"):
        question = _question(each, owner)
        before = found.setdefault(question.id, question)
        if before is not question:
            fields.faults.append(_twice("question", question.key, each.at))
    return tuple(found.values())


def lines_in(fields: Fields, owner: str) -> tuple[Question, ...]:
    """Return what an article asks on one line that other questions keep."""
    return tuple(
        line_of(each, owner, f"{owner}.{each.name('key', 'a key')}")
        for each in fields.items("lines", "a line")
    )


def checks_in(fields: Fields, article: str) -> tuple[Check, ...]:
    """Return the cross-checks of an article."""
    return tuple(_check(each, article) for each in fields.items("checks", "a cross-check"))


def derived_in(fields: Fields, article: str) -> tuple[Derived, ...]:
    """Return the computed values of an article."""
    return tuple(_derived(each, article) for each in fields.items("derived", "a derived value"))


def _twice(what: str, name: str, at: Position) -> Diagnostic:
    return error("MB207", f"the {what} `{name}` stands twice", at, "give one another name")


def _question(fields: Fields, owner: str) -> Question:
    key = fields.name("key", "a key")
    kind = fields.one_of("type", Kind)
    example = fields.text_or("example")
    question = Question(
        id=f"{owner}.{key}",
        prompt=fields.text("prompt"),
        help=fields.text_or("help"),
        who=fields.one_of("who", Who, Who.OFFICE),
        kind=kind,
        blank=fields.text_or("blank") or key.replace("_", " "),
        required=fields.yes_no("required", default=True),
        none_allowed=fields.yes_no("none_allowed", default=False),
        when=fields.expression("when"),
        default=fields.expression("default"),
        choices=_options(fields),
        minimum=fields.text_or("min") or None,
        maximum=fields.text_or("max") or None,
        example=example or None,
        fields=questions_in(fields, f"{owner}.{key}", "fields"),
        many=fields.yes_no("many", default=False),
        forms=forms_in(fields, _owner_of_forms(kind, owner, key)),
        notation=fields.word_of("notation", NOTATIONS),
        units=fields.texts("units"),
        instead=_instead(fields),
        part_ends=fields.texts("part_ends"),
        at=fields.place("key"),
    )
    fields.done()
    if fields.text_or("type") == kind:
        fields.faults.extend(_shape_faults(fields, question))
        fields.faults.extend(_value_faults(fields, question))
    return question


def _owner_of_forms(kind: Kind, owner: str, key: str) -> str:
    """Return whose questions a form names without a dot: of a group, its fields."""
    return f"{owner}.{key}" if kind is Kind.GROUP else owner


def line_of(fields: Fields, owner: str, identifier: str) -> Question:
    """Return what is typed on one line under the identifier, in forms of the owner's questions."""
    line = Question(
        id=identifier,
        prompt=fields.text("prompt"),
        help=fields.text_or("help"),
        who=fields.one_of("who", Who, Who.OFFICE),
        kind=Kind.TEXT,
        blank=identifier.rpartition(".")[2].replace("_", " "),
        example=fields.text_or("example") or None,
        forms=forms_in(fields, owner),
        instead=_instead(fields),
        at=fields.place("prompt"),
    )
    if not fields.has("forms"):
        hint = "add `forms:`, each with holes for the answers that it holds"
        fields.faults.append(error("MB219", "a line has no form", fields.at, hint))
    fields.done()
    return line


def _instead(fields: Fields) -> tuple[Instead, ...]:
    """Return the texts that are refused, each with what to write."""
    found = []
    for each in fields.items("instead", "a text that is refused"):
        found.append(Instead(each.texts("typed"), each.text("write")))
        each.done()
    return tuple(found)


def _options(fields: Fields) -> tuple[ChoiceOption, ...]:
    found: dict[str, ChoiceOption] = {}
    for each in fields.items("choices", "an option"):
        option = ChoiceOption(
            each.name("id", "an option"),
            each.text("label"),
            each.text_or("help"),
            each.texts("also"),
        )
        each.done()
        if found.setdefault(option.id, option) is not option:
            fields.faults.append(_twice("option", option.id, each.at))
    return tuple(found.values())


def _shape_faults(fields: Fields, question: Question) -> Iterator[Diagnostic]:
    """Yield what a question of its type lacks or cannot have."""
    kind = question.kind
    lent = question.id in LENT
    what = f"a question of type `{kind}`"
    rules = (
        (
            *(kind in CHOICES and not question.choices and not lent, "type"),
            *(f"{what} lacks its options", "add `choices:`, each with `id` and `label`"),
        ),
        (
            *(question.choices and kind not in CHOICES, "choices"),
            *(f"{what} has no options", "write `type: choice`, or take the options out"),
        ),
        (
            *(kind is Kind.GROUP and not question.fields, "type"),
            *("a group lacks its fields", "add `fields:`, a list of questions"),
        ),
        (
            *(question.fields and kind is not Kind.GROUP, "fields"),
            *(f"{what} has no fields", "write `type: group`, or take the fields out"),
        ),
        (
            *(any(each.kind is Kind.GROUP for each in question.fields), "fields"),
            *("a group cannot hold a group", "ask it as a question of its own, beside this one"),
        ),
        (
            *(question.many and kind is not Kind.PERSON, "many"),
            *("only persons can be asked for as `many`", "use a group with one field instead"),
        ),
        (
            *(question.minimum and kind not in _BOUNDED, "min"),
            *(f"{what} has no `min`", "take it out"),
        ),
        (
            *(question.maximum and kind not in _BOUNDED, "max"),
            *(f"{what} has no `max`", "take it out"),
        ),
    )
    for broken, key, message, hint in rules:
        if broken:
            yield error("MB216", str(message), fields.place(str(key)), str(hint))


def _value_faults(fields: Fields, question: Question) -> Iterator[Diagnostic]:
    """Yield what is wrong with the example, the bounds and a constant default."""
    values = {"min": question.minimum, "max": question.maximum, "example": question.example}
    for key, value in values.items():
        wrong = misfit(question, value) if value else None
        if wrong:
            message = f"`{value}` as `{key}` is no answer of type `{question.kind}`"
            yield error("MB215", message, fields.value_place(key), wrong)
    typed = _constant(question.default)
    wrong = misfit(question, typed) if typed is not None else None
    if wrong:
        message = f"`{typed}` as `default` is no answer of type `{question.kind}`"
        yield error("MB215", message, fields.value_place("default"), wrong)


def _constant(expression: Expression | None) -> str | None:
    """Return what an expression that is one literal would be as a typed answer."""
    if not isinstance(expression, Constant) or expression.value is None:
        return None
    if isinstance(expression.value, bool):
        return "yes" if expression.value else "no"
    return str(expression.value)


def _check(fields: Fields, article: str) -> Check:
    message = fields.raw("message", required=True)
    if message:
        template_of(message, fields.faults)
    answer = fields.text("answer")
    holds = fields.expression("holds", required=True)
    check = Check(
        id=f"{article}.{fields.name('id', 'a cross-check')}",
        holds=holds or Constant(value=True, at=fields.at),
        message=message.text.strip() if message else "",
        hint=fields.text("hint"),
        answer=answer,
        severity=fields.word_of("severity", ("error", "warning"), "error"),
        when=fields.expression("when"),
        at=fields.place("id"),
    )
    fields.done()
    return check


def _derived(fields: Fields, article: str) -> Derived:
    value = fields.expression("value", required=True)
    derived = Derived(
        id=f"{article}.{fields.name('key', 'a key')}",
        kind=fields.one_of("type", Kind),
        value=value or Constant(value=None, at=fields.at),
        at=fields.place("key"),
    )
    fields.done()
    return derived

"""The sorts of values that names can have: what a question's answer is, and what is inside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mou_builder.language.signatures import RECORD_FIELDS, Signature
from mou_builder.language.vocabulary import Vocabulary
from mou_builder.model.law import NOT_ON_FILE, Binding, IndemnityRule
from mou_builder.model.question import Kind, Question


@dataclass(frozen=True, slots=True)
class Sort:
    """The sort of a value.

    `kind` is None where a fault, already said, keeps it from being known. `options` are the
    answers that a choice can have; `fields` those of a group's members or of a record. `member`
    is the kind of a group's members; a member of a group of fields is a group that `is_one`.
    """

    kind: Kind | None
    options: frozenset[str] = frozenset()
    fields: Mapping[str, Sort] = field(default_factory=dict)
    member: Kind = Kind.GROUP
    is_one: bool = False


UNKNOWN = Sort(None)

_NOUNS: Mapping[Kind, str] = {
    Kind.YES_NO: "yes or no",
    Kind.WHOLE_NUMBER: "a whole number",
    Kind.DECIMAL: "a number with decimals",
    Kind.MONEY: "an amount of money",
    Kind.PERCENTAGE: "a percentage",
    Kind.DATE: "a date",
    Kind.DURATION: "a length of time",
    Kind.CHOICE: "a choice",
    Kind.CHOICES: "several choices",
    Kind.PERSON: "a person",
    Kind.ADDRESS: "an address",
    Kind.GROUP: "a group",
    Kind.LONG_TEXT: "a long text",
    Kind.TEXT: "a text",
    Kind.CITATION: "a text",
}


def noun(kind: Kind) -> str:
    """Return what a value of the kind is called in a message: `a date`."""
    return _NOUNS[kind]


def sort_of(question: Question) -> Sort:
    """Return the sort of a question's answer."""
    kind = Kind.TEXT if question.kind is Kind.CITATION else question.kind
    fields = {each.key: sort_of(each) for each in question.fields}
    fields.update({name: Sort(Kind.TEXT) for name in RECORD_FIELDS.get(kind, ())})
    options = frozenset(each.id for each in question.choices)
    if question.many:
        return Sort(Kind.GROUP, options, fields, member=kind)
    return Sort(kind, options, fields)


def member_of(group: Sort) -> Sort:
    """Return the sort of one member of a group, or of several choices; else unknown."""
    if group.kind is Kind.CHOICES:
        return Sort(Kind.CHOICE, group.options)
    if group.kind is not Kind.GROUP or group.is_one:
        return UNKNOWN
    return Sort(group.member, group.options, group.fields, is_one=True)


def special_sort(name: str, vocabulary: Vocabulary) -> Sort:
    """Return the sort of a name that stands for something of this agreement."""
    if name == "parties":
        return Sort(Kind.GROUP, fields=party_fields(vocabulary))
    if name == "law":
        named = Sort(Kind.TEXT, frozenset(Binding))
        indemnity = Sort(Kind.TEXT, frozenset((*IndemnityRule, NOT_ON_FILE)))
        return Sort(
            Kind.GROUP, fields={"district_named": named, "indemnity": indemnity}, is_one=True
        )
    if name == "state_form":
        text = Sort(Kind.TEXT)
        return Sort(Kind.GROUP, fields={"title": text, "attached": text}, is_one=True)
    options = {"instrument": vocabulary.instruments, "state": vocabulary.states}
    return Sort(Kind.TEXT, options.get(name, frozenset()))


def party_fields(vocabulary: Vocabulary) -> dict[str, Sort]:
    """Return the sorts of what is known of a party."""
    asked = [each for name, each in vocabulary.questions.items() if name.startswith("parties.")]
    return {each.key: sort_of(each) for each in asked if each.id.count(".") == 1}


def result_of(signature: Signature, arguments: tuple[Sort, ...], vocabulary: Vocabulary) -> Sort:
    """Return the sort of what a function or filter gives for such arguments."""
    if signature.name == "holders":
        return Sort(Kind.GROUP, fields=party_fields(vocabulary))
    if signature.gives is not None:
        fields = {name: Sort(kind) for name, kind in signature.member.items()}
        return Sort(signature.gives, fields=fields)
    # A sum or product with money is money; with a percentage a percentage; and so on down.
    kinds = {each.kind for each in arguments}
    ranked = (Kind.MONEY, Kind.PERCENTAGE, Kind.DECIMAL, Kind.WHOLE_NUMBER)
    return Sort(next((each for each in ranked if each in kinds), None))

"""What the functions and filters of the clause language take and give, in one table each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mou_builder.model.question import Kind

WHOLE, DECIMAL, MONEY, PERCENTAGE = (
    Kind.WHOLE_NUMBER,
    Kind.DECIMAL,
    Kind.MONEY,
    Kind.PERCENTAGE,
)
NUMBERS = frozenset({WHOLE, DECIMAL, MONEY, PERCENTAGE})


class Named(StrEnum):
    """What a literal argument names."""

    FIELD = "field"
    ROLE = "role"
    KIND = "kind of party"
    CLAUSE = "clause"
    FACT = "fact"
    SUBJECT = "subject"
    EXHIBIT = "exhibit"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What one argument may be: a value of one of `kinds`, or a literal that names something.

    A literal that names a field may ask for a field of certain kinds.
    """

    word: str
    kinds: frozenset[Kind] = frozenset()
    names: Named | None = None


class Where(StrEnum):
    """Where a function may stand: in any expression, in texts only, or as a whole output."""

    ANYWHERE = "anywhere"
    TEXT = "text"
    OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Signature:
    """What a function or filter takes and gives.

    `gives` is the kind of the result, or None where it is the argument's own kind; `member` the
    fields of the group that it gives. Only the first `required` arguments must be given.
    A filter's first parameter is the value that it is applied to.
    """

    name: str
    parameters: tuple[Parameter, ...]
    gives: Kind | None
    required: int
    where: Where = Where.ANYWHERE
    member: Mapping[str, Kind] = field(default_factory=dict)

    def shape(self, *, as_filter: bool = False) -> str:
        """Return how it is written: `sum(group, "field")`, or `group | list("field")`."""
        typed = [f'"{each.word}"' if each.names else each.word for each in self.parameters]
        if not as_filter:
            return f"{self.name}({', '.join(typed)})"
        arguments = f"({', '.join(typed[1:])})" if typed[1:] else ""
        return f"{typed[0]} | {self.name}{arguments}"


def _takes(word: str, *kinds: Kind) -> Parameter:
    return Parameter(word, frozenset(kinds))


def _names(word: str, names: Named) -> Parameter:
    return Parameter(word, names=names)


def _signature(
    name: str,
    gives: Kind | None,
    *parameters: Parameter,
    optional: int = 0,
    where: Where = Where.ANYWHERE,
    member: Mapping[str, Kind] | None = None,
) -> tuple[str, Signature]:
    required = len(parameters) - optional
    return name, Signature(name, parameters, gives, required, where, member or {})


_AMOUNT = _takes("amount", MONEY, WHOLE, DECIMAL)
_NUMBER = _takes("number", *NUMBERS)
_GROUP = _takes("group", Kind.GROUP, Kind.CHOICES)
_DATE = _takes("date", Kind.DATE)
_WHOLE = _takes("count", WHOLE)
_TEXT = _takes("text", Kind.TEXT)
_NUMBER_FIELD = Parameter("field", NUMBERS, Named.FIELD)
_DATE_FIELD = Parameter("field", frozenset({Kind.DATE}), Named.FIELD)
_ROLE = _names("role", Named.ROLE)
_KIND = _names("kind", Named.KIND)
_CLAUSE = _names("article.clause", Named.CLAUSE)
_ITEM = _names("item", Named.ITEM)

FUNCTIONS: Mapping[str, Signature] = dict(
    (
        _signature("sum", None, _takes("group", Kind.GROUP), _NUMBER_FIELD),
        _signature("count", WHOLE, _GROUP),
        _signature("share", MONEY, _AMOUNT, _takes("percent", PERCENTAGE, WHOLE, DECIMAL)),
        _signature("times", None, _NUMBER, _NUMBER),
        _signature("plus", None, _NUMBER, _NUMBER),
        _signature("minus", None, _NUMBER, _NUMBER),
        _signature(
            "installments",
            Kind.GROUP,
            _AMOUNT,
            _WHOLE,
            _takes("first_due", Kind.DATE),
            _takes("months_apart", WHOLE),
            member={"number": WHOLE, "due": Kind.DATE, "amount": MONEY},
        ),
        _signature("months_between", WHOLE, _DATE, _DATE),
        _signature("add_months", Kind.DATE, _DATE, _takes("months", WHOLE)),
        _signature("add", Kind.DATE, _DATE, _takes("duration", Kind.DURATION)),
        _signature("earliest", Kind.DATE, _takes("group", Kind.GROUP), _DATE_FIELD),
        _signature("latest", Kind.DATE, _takes("group", Kind.GROUP), _DATE_FIELD),
        _signature("held", Kind.YES_NO, _ROLE),
        _signature("held_by", Kind.YES_NO, _ROLE, _KIND),
        _signature("holders", Kind.GROUP, _ROLE),
        _signature("on_file", Kind.YES_NO, _names("subject", Named.SUBJECT)),
        _signature("has", Kind.YES_NO, _CLAUSE, where=Where.TEXT),
        _signature("ref", Kind.TEXT, _CLAUSE, _ITEM, optional=1, where=Where.OUTPUT),
        _signature("anchor", Kind.TEXT, _ITEM, where=Where.OUTPUT),
        _signature("cite", Kind.TEXT, _names("fact", Named.FACT), where=Where.OUTPUT),
        _signature("define", Kind.TEXT, _takes("Term", Kind.TEXT), where=Where.OUTPUT),
        _signature("exhibit", Kind.TEXT, _names("exhibit", Named.EXHIBIT), where=Where.OUTPUT),
    )
)

FILTERS: Mapping[str, Signature] = dict(
    (
        _signature("money", Kind.TEXT, _takes("amount", MONEY)),
        _signature("percent", Kind.TEXT, _takes("share", PERCENTAGE)),
        _signature("date", Kind.TEXT, _DATE),
        _signature("count", Kind.TEXT, _WHOLE),
        _signature("number", Kind.TEXT, _takes("number", WHOLE, DECIMAL, PERCENTAGE)),
        _signature("duration", Kind.TEXT, _takes("duration", Kind.DURATION)),
        _signature("counted", Kind.TEXT, _WHOLE, _TEXT, _TEXT),
        _signature("label", Kind.TEXT, _takes("choice", Kind.CHOICE)),
        _signature("list", Kind.TEXT, _GROUP, _names("field", Named.FIELD), optional=1),
        _signature("person", Kind.TEXT, _takes("person", Kind.PERSON)),
        _signature("address", Kind.TEXT, _takes("address", Kind.ADDRESS)),
        _signature("possessive", Kind.TEXT, _TEXT),
        _signature("bare", Kind.TEXT, _TEXT),
        _signature("ordinal", Kind.TEXT, _WHOLE),
        _signature("lower_first", Kind.TEXT, _TEXT),
        _signature("upper_first", Kind.TEXT, _TEXT),
    )
)

TESTS = ("answered", "none")

# Names that stand for words of this agreement rather than for an answer.
SPECIAL_NAMES: Mapping[str, Kind] = {
    "officer": Kind.TEXT,
    "officers": Kind.TEXT,
    "an_officer": Kind.TEXT,
    "officer_full": Kind.TEXT,
    "agreement": Kind.TEXT,
    "state": Kind.TEXT,
    "state_name": Kind.TEXT,
    "instrument": Kind.TEXT,
    "parties_named": Kind.TEXT,
    "opening_date": Kind.TEXT,
    "parties": Kind.GROUP,
    "law": Kind.GROUP,
    "state_form": Kind.GROUP,
}
ROLE_NAMES = ("the", "each")
RECORD_FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("name", "title"),
    Kind.ADDRESS: ("street", "city", "state", "zip", "attention"),
}

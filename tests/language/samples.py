"""One agreement's names, for the tests of evaluation and rendering."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from mou_builder.language import RoleTerm, Scope, Vocabulary
from mou_builder.model.answers import Answer, Answers, Decisions, Party
from mou_builder.model.names import OfficerClass
from mou_builder.model.question import Kind, Question
from mou_builder.model.values import NONE, Duration, LongText, Record, Unanswered, Value
from tests.builders import at, derived, fact, question

QUESTIONS = (
    question("funding.model", Kind.CHOICE, choices=["hourly=by the hour", "lump_sum"]),
    question("funding.ways", Kind.CHOICES, choices=["cash=in cash", "kind=in kind", "grant"]),
    question("funding.amount", Kind.MONEY),
    question("funding.percent", Kind.PERCENTAGE),
    question("funding.first_due", Kind.DATE),
    question("funding.count", Kind.WHOLE_NUMBER),
    question("funding.hours", Kind.DECIMAL),
    question("term.start", Kind.DATE),
    question("term.end", Kind.DATE),
    question("term.notice", Kind.DURATION),
    question("term.summer", Kind.YES_NO),
    question("purpose.name"),
    question("purpose.goals", Kind.LONG_TEXT),
    question("purpose.contact", Kind.PERSON),
    question("purpose.office", Kind.ADDRESS),
    question(
        "staffing.schools",
        Kind.GROUP,
        fields=[
            question("staffing.schools.name"),
            question("staffing.schools.level", Kind.CHOICE, choices=["high=high school"]),
            question("staffing.schools.officers", Kind.WHOLE_NUMBER),
            question("staffing.schools.since", Kind.DATE),
            question("staffing.schools.until", Kind.DATE),
        ],
    ),
    question("parties.short_name"),
    question("parties.signatories", Kind.PERSON, many=True),
)
BY_ID: Mapping[str, Question] = {
    each.id: each for asked in QUESTIONS for each in (asked, *asked.fields)
}

ANSWERS: Mapping[str, Value] = {
    "funding.model": "hourly",
    "funding.ways": ("cash", "grant"),
    "funding.amount": Decimal("163800.00"),
    "funding.percent": Decimal(50),
    "funding.first_due": date(2026, 8, 31),
    "funding.count": 3,
    "term.start": date(2026, 7, 1),
    "term.notice": Duration(30, "day"),
    "term.summer": False,
    "purpose.name": "Smith & Co.",
    "purpose.goals": LongText("One *two*.\n\n- three\n- four"),
    "purpose.contact": Record({"name": "A. Jones", "title": "Chief"}),
    "purpose.office": Record(
        {"street": "1 Main St", "city": "Northfield", "state": "WA", "zip": "98000"}
    ),
    "staffing.schools": (
        Record({"name": "North High", "level": "high", "officers": 2, "since": date(2019, 8, 1)}),
        Record({"name": "South Middle", "level": NONE, "officers": Unanswered(),
                "since": date(2021, 8, 1), "until": Unanswered()}),
    ),
}  # fmt: skip

SRO = OfficerClass(
    "sro", "SRO", "SROs", "School Resource Officer", "School Resource Officers", "an"
)


def _party(identifier: str, short_name: str, *roles: str) -> Party:
    record = Record(
        {"short_name": short_name, "signatories": (Record({"name": "B", "title": "C"}),)}
    )
    nobody = Unanswered()
    return Party(
        identifier, "city", short_name, short_name, "the", roles, NONE, NONE, nobody, (), (), (),
        NONE, record,
    )  # fmt: skip


PARTIES = (
    _party("district", "District", "district"),
    _party("city", "City", "agency"),
    _party("county", "County", "agency"),
)


def scope(**changed: object) -> Scope:
    """Return the names of the agreement, with some of the scope's fields changed."""
    told = {name: Answer(name, value, at(7, 3, file="a.yaml")) for name, value in ANSWERS.items()}
    fields: dict[str, object] = {
        "answers": Answers("a.yaml", told, PARTIES, Decisions()),
        "articles": frozenset({"funding", "term", "purpose", "staffing"}),
        "questions": BY_ID,
        "roles": {
            "district": RoleTerm("District"),
            "agency": RoleTerm("Agencies", each="Agency", several=True),
        },
        "instrument": "mou",
        "agreement": "MOU",
        "state": "WA",
        "state_name": "Washington",
        "officer": SRO,
        "words": {"head": "superintendent"},
        "facts": {"wa.x": fact("wa.x", "ch. 39.34 RCW")},
        "clauses": frozenset({"funding.cost_share"}),
        "exhibits": {"scope": "Exhibit A"},
    }
    return Scope(**{**fields, **changed})  # type: ignore[arg-type]


VOCABULARY = Vocabulary(
    questions=BY_ID,
    articles=frozenset({"funding", "term", "purpose", "staffing"}),
    roles=frozenset({"district", "agency"}),
    clauses=frozenset({"funding.cost_share"}),
    facts=frozenset({"wa.x"}),
    exhibits=frozenset({"scope"}),
    words=frozenset({"head", "governing_body"}),
    derived={
        "funding.plan": derived(
            "funding.plan",
            "installments(funding.amount, funding.count, funding.first_due, 1)",
            Kind.GROUP,
        )
    },
    instruments=frozenset({"mou", "interlocal"}),
)

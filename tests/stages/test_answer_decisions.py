"""What the answer file decides for this agreement alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from mou_builder.diagnostics import Outcome, Severity
from mou_builder.model.answers import Answers
from mou_builder.stages import answer
from tests.builders import (
    CITY,
    DISTRICT,
    Typed,
    alternative,
    clause,
    instrument,
    library,
    raw,
)

BY: Mapping[str, Typed] = {"by": "Jane Doe", "on": "2026-05-01"}
PRICE = clause(
    "funding.price",
    alternatives=[alternative("fixed", default=True), alternative("hourly")],
)


def answered(typed: Mapping[str, Typed]) -> Outcome[Answers]:
    """Return the outcome for these decisions."""
    whole = {"state": "WA", "parties": [DISTRICT, CITY], **typed}
    return answer(raw(whole), library([PRICE]), instrument("funding"))


def codes(typed: Mapping[str, Typed]) -> list[str]:
    """Return the codes of everything said of these decisions."""
    return [each.code for each in answered(typed).diagnostics]


def test_decisions_are_read_and_placed() -> None:
    """Each of the kinds."""
    decided = answered(
        {
            "choose": {"funding.price": "hourly"},
            "omit": {"funding.price": "another agreement has it"},
            "reword": {"funding.price": {"text": "Free.", "replaces": "0a1b"}},
            "accept": {"funding.price": BY},
            "confirmed": {"wa.interlocal": {**BY, "source": "the code", "digest": "3F2A91C0"}},
            "cite": {"wa.interlocal": "no"},
            "stance": "district",
            "numbering": "roman",
            "notice": "Illustration",
            "review": {"by": "Jane Doe", "for": "the District", "on": "May 1, 2026"},
        }
    ).ok.decisions

    assert decided.choose["funding.price"].name == "hourly"
    assert decided.omit["funding.price"].name == "another agreement has it"
    assert decided.reword["funding.price"].text.source == "Free."
    assert decided.reword["funding.price"].replaces == "0a1b"
    assert decided.accept["funding.price"].on == date(2026, 5, 1)
    confirmed = decided.confirmed["wa.interlocal"]
    assert (confirmed.by, confirmed.on) == ("Jane Doe", date(2026, 5, 1))
    assert (confirmed.source, confirmed.digest) == ("the code", "3f2a91c0")
    assert decided.uncited == {"wa.interlocal"}
    assert (decided.stance, decided.numbering, decided.notice) == (
        "district",
        "roman",
        "Illustration",
    )
    assert decided.review is not None
    assert decided.review.client == "the District"


def test_the_state_is_named_by_letters_or_name() -> None:
    """In any case."""
    assert [answered({"state": each}).ok.decisions.state for each in ("wa", "Washington")] == [
        "wa",
        "wa",
    ]


def test_a_state_without_facts_is_a_warning() -> None:
    """The document can still be made."""
    (said,) = answered({"state": "WI"}).diagnostics

    assert (said.code, said.severity) == ("MB328", Severity.WARNING)
    assert said.message == "no laws of Wisconsin are on file yet"


def test_review_may_be_none() -> None:
    """Then nobody reviewed it, and the file says so."""
    review = answered({"review": "none"}).ok.decisions.review

    assert review is not None
    assert review.none


WRONG: list[tuple[str, Typed, str]] = [
    ("choose", {"funding.prise": "fixed"}, "MB329"),
    ("choose", {"funding.price": "hourley"}, "MB330"),
    ("choose", {"funding.price": "?"}, "MB331"),
    ("choose", "fixed", "MB331"),
    ("omit", {"funding.price": ""}, "MB331"),
    ("reword", {"funding.price": "?"}, "MB331"),
    ("reword", {"funding.price": {"txt": "x"}}, "MB331"),
    ("reword", {"funding.price": "{{ funding.nothing }}"}, "MB520"),
    ("accept", {"funding.price": "yes"}, "MB331"),
    ("accept", {"funding.price": {"by": "x", "on": "soon"}}, "MB306"),
    ("accept", {"funding.price": {"who": "x"}}, "MB331"),
    ("confirmed", {"wa.interlokal": BY}, "MB335"),
    ("state_form", {"attached": "a.docx", "departed": "x", "by": "y"}, "MB331"),
    ("state_form", {"left": "a.docx"}, "MB331"),
    ("state_form", "a.docx", "MB331"),
    ("cite", {"wa.interlokal": "no"}, "MB335"),
    ("cite", {"wa.interlocal": "never"}, "MB331"),
    ("cite", {"wa.interlocal": ["no"]}, "MB331"),
    ("exhibits", ["map.pdf"], "MB332"),
    ("stance", "ours", "MB333"),
    ("scope", "half", "MB333"),
    ("stance", ["ours"], "MB331"),
    ("state", "Cascadia", "MB327"),
    ("review", "yes", "MB331"),
    ("additional_provisions", "x", "MB331"),
    ("additional_provisions", ["x"], "MB331"),
    ("additional_provisions", [{"article": "safty", "text": "x"}], "MB334"),
    ("additional_provisions", [{"text": "x"}], "MB334"),
    ("additional_provisions", [{"article": "funding"}], "MB331"),
    ("additional_provisions", [{"article": "funding", "text": "x", "id": "price"}], "MB331"),
    ("additional_provisions", [{"article": "funding", "text": "x", "headng": "y"}], "MB331"),
]


@pytest.mark.parametrize(("key", "typed", "code"), WRONG)
def test_a_wrong_decision_is_a_fault(key: str, typed: Typed, code: str) -> None:
    """Nothing that was typed is ignored."""
    assert code in codes({key: typed})


def test_what_is_open_decides_nothing() -> None:
    """`?` and empty values are no faults."""
    keys = ("choose", "omit", "review", "stance", "exhibits", "additional_provisions", "confirmed")

    assert codes(dict.fromkeys(keys, "?")) == []
    assert answered({"accept": {"funding.price": {"by": "?", "on": "?"}}}).ok.decisions.accept == {}


def test_an_added_provision_has_a_name_for_references() -> None:
    """Its own `id:`, or its place in the list."""
    added: Typed = [
        {"article": "funding", "id": "radio", "heading": "Radio", "text": "A radio."},
        {"article": "funding", "text": 'See {{ ref("funding.radio") }}.'},
    ]

    found = answered({"additional_provisions": added}).ok.decisions.additional

    assert [each.id for each in found] == ["funding.radio", "funding.additional_2"]


def test_an_added_provision_may_be_accepted() -> None:
    """By its name."""
    added: Typed = [{"article": "funding", "id": "radio", "text": "A radio."}]
    typed: Mapping[str, Typed] = {"additional_provisions": added, "accept": {"funding.radio": BY}}

    assert list(answered(typed).ok.decisions.accept) == ["funding.radio"]


def test_an_acceptance_of_nothing_is_told() -> None:
    """A clause named without who and when is no acceptance."""
    said = answered({"accept": {"funding.price": ""}}).diagnostics[0]

    assert (said.code, said.message) == ("MB331", "expected who and when, found nothing")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ({"attached": "form.docx"}, ("form.docx", "", "")),
        ({"departed": "no part on officers", "by": "Jane Doe"},
         ("", "no part on officers", "Jane Doe")),
        ({"departed": "no part on officers"}, None),
        ({"departed": "?", "by": "?"}, None),
        ({"attached": "?"}, None),
        ("?", None),
    ],
)  # fmt: skip
def test_the_states_form_is_attached_or_departed_from(
    typed: Typed, read: tuple[str, str, str] | None
) -> None:
    """A departure needs a reason and a name; without them it is still open."""
    form = answered({"state_form": typed}).ok.decisions.state_form

    assert (form and (form.attached, form.departed, form.by)) == read

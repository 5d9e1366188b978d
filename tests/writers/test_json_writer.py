"""The JSON format."""

from __future__ import annotations

import json

from mou_builder.model.agreement import Agreement
from mou_builder.model.style import HouseStyle
from mou_builder.writers.json_ import write

KEYS = [
    "format",
    "version",
    "instrument",
    "final",
    "properties",
    "furniture",
    "numbering",
    "blocks",
    "steps",
    "provenance",
]


def test_the_keys_stand_in_the_documented_order(agreement: Agreement, style: HouseStyle) -> None:
    """The shape is the one that the module's docstring promises."""
    assert list(json.loads(write(agreement, style))) == KEYS


def test_each_kind_of_block_is_there(agreement: Agreement, style: HouseStyle) -> None:
    """The document's blocks come in reading order, each with its kind."""
    blocks = json.loads(write(agreement, style))["blocks"]

    assert [each["kind"] for each in blocks] == [
        "paragraph",
        "paragraph",
        "contents",
        "paragraph",
        "provision",
        "signatures",
        "exhibit",
    ]


def test_a_provision_tells_its_clause_and_label(agreement: Agreement, style: HouseStyle) -> None:
    """Other programs find a provision by clause, anchor or label."""
    article = json.loads(write(agreement, style))["blocks"][4]

    found = article["content"][0]
    assert (found["clause"], found["anchor"], found["label"]) == (
        "funding.cost_share",
        "funding.cost_share",
        "1.1",
    )


def test_nothing_in_it_tells_the_negotiators_own_affairs(
    agreement: Agreement, style: HouseStyle
) -> None:
    """No alternative, question or answer path travels with the agreement."""
    text = write(agreement, style).decode()

    assert not any(each in text for each in ("hard_line", "payer_percent", "legal_name", "read"))


def test_words_of_answers_do_not_stand_apart(agreement: Agreement, style: HouseStyle) -> None:
    """What was answered and what the clause says are one text."""
    preamble = json.loads(write(agreement, style))["blocks"][1]["inlines"]

    assert preamble[2]["text"] == " is between Smith & Sons *K-12* <LLC> under "

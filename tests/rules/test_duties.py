"""Sentences, verbs, and whose duty it is."""

from __future__ import annotations

import pytest

from tests.rules.linted import agreement_of, flagged, flagged_in_agreement, raised


def test_a_sentence_of_38_words_is_short_enough_and_one_more_is_not() -> None:
    """The first words are pointed at; what an answer prints is one word."""
    fits = "Word " * 37 + "{{ the.agency | bare }}."

    assert flagged("MB701", fits) == []
    assert flagged("MB701", f"One {fits}") == ["One"]
    assert flagged("MB701", f"A sentence. {fits}") == []


def test_only_one_branch_of_a_condition_counts() -> None:
    """A sentence is as long as it prints, not as it is typed."""
    branch = "word " * 30
    text = f'{{% if has("duties.radio") %}}{branch}{{% else %}}{branch}{{% endif %}}.'

    assert flagged("MB701", text) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Agency will send a substitute.", ["will"]),
        ("{{ the.agency }} will send a substitute.", ["will"]),
        ("If it rains, the SRO will stay.", ["will"]),
        ("The Parties agree that the Agency will send one.", ["will"]),
        ("The plan says what the School will do.", []),
        ("{{ the.agency }} shall tell when an SRO will be absent.", []),
        ("An SRO serves at will.", []),
        ("The law says: “the board will meet”.", []),
    ],
)
def test_will(sentence: str, words: list[str]) -> None:
    """A promise is told; the future within a sentence, a noun and quoted law are not."""
    assert flagged("MB702", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("{{ the.agency }} may not assign it.", ["may not"]),
        ("It may or may not rain.", []),
        ("{{ the.agency }} shall not assign it.", []),
        ("The act says “a board may not delegate”.", []),
    ],
)
def test_may_not(sentence: str, words: list[str]) -> None:
    """It has two readings, unless it is quoted."""
    assert flagged("MB703", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("{{ the.agency }} must pay.", ["must"]),
        ("Each Party must pay.", ["must"]),
        ("The course must be approved.", []),
        ("An SRO must have a license.", []),
        ("This applies where law says that {{ the.agency }} must pay.", []),
    ],
)
def test_must(sentence: str, words: list[str]) -> None:
    """A condition is `must`, a party's duty is not."""
    assert flagged("MB704", sentence) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "The District shall pay.",
        "If an SRO is absent, the City shall send another.",
        "A Party that learns of a claim shall tell the other.",
        "It shall tell the Principal.",
        "The City decides on overtime, and shall comply with the law.",
        "Until the SRO is back, the City may assign another and shall tell the Principal.",
        "Neither Party shall assign this Agreement.",
        "The District shall be responsible for its staff.",
        "{{ the.agency }} shall have the SRO attend.",
        "The course must be approved.",
        "Each party shall pay its own costs, and the parties shall meet.",
    ],
)
def test_a_party_may_bear_a_duty(sentence: str) -> None:
    """Its name, a pronoun, a clause after it, or a second verb."""
    assert flagged_in_agreement("MB705", sentence) == []
    assert flagged_in_agreement("MB706", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Reports shall be sent to the District.",
        "It shall be ensured that radios work.",
        "The District shall be told of an arrest.",
        "The District shall promptly be informed.",
        "This Agreement shall end on June 30.",
        "The Principal shall be told by telephone.",
    ],
)
def test_a_duty_of_nobody(sentence: str) -> None:
    """A thing bears none, and a passive does not say who acts."""
    assert flagged_in_agreement("MB705", sentence) == ["shall"]
    assert flagged_in_agreement("MB706", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Superintendent shall consult the Chief.",
        "The Chief is the administrator of this Agreement and shall consult the City.",
        "Each contact shall answer.",
        "The SRO shall attend.",
        "Students shall show a card.",
        "The Board shall approve it.",
    ],
)
def test_a_duty_of_somebody_who_is_no_party(sentence: str) -> None:
    """An official, an officer, a student or a board cannot owe one."""
    assert flagged_in_agreement("MB706", sentence) == ["shall"]
    assert flagged_in_agreement("MB705", sentence) == []


def test_only_the_first_of_several_duties_without_a_bearer_is_told() -> None:
    """The others go on from it."""
    text = "The SRO shall attend, shall report and shall answer."

    assert flagged("MB706", text) == ["shall"]


def test_a_party_is_who_holds_a_role() -> None:
    """In a library a role's term is a party; in an agreement the party's own short name."""
    assert flagged("MB705", "{{ the.agency }} shall pay. The Agency shall pay.") == []
    assert flagged_in_agreement("MB705", "The Agency shall pay.") == ["shall"]


def test_the_message_shows_the_subject() -> None:
    """A long subject is cut to its last words."""
    (told,) = raised("MB706", agreement_of("Each of the two deputy principals shall answer."))

    assert told.message == (
        "`\u2026 of the two deputy principals shall` puts a duty on somebody who is no party"
    )

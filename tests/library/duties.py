"""Who bears the duties in a text: the words before each `shall`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

# "If a Student is absent for 5 days, the District shall ...": what comes first is no subject.
_OPENING = re.compile(
    r"^(?:If|When|Where|Until|Before|After|Unless|While|During|In|At|For|Within|On|By|To)\b[^,]*, "
)
_OFFICIALS = re.compile(
    r"\b(?:Superintendents?|Principals?|Chiefs?|Supervisors?|contacts?|committee|administrators?"
    r"|[Oo]fficers?|SROs?|staff|[Ss]tudents?|[Pp]arents?)\b"
)


def without_bearer(sentences: Iterable[str], terms: Collection[str]) -> list[str]:
    """Return the words before each duty that neither a party nor one of these terms bears.

    A grant's recipient is one of the parties.
    """
    parties = "|".join(["Party", "Parties", "recipient", *sorted(map(re.escape, terms))])
    return [
        before
        for sentence in sentences
        for before in (*_duties(sentence, parties), *_promises(sentence, parties))
    ]


def _duties(sentence: str, parties: str) -> list[str]:
    """Return the words before the first `shall` that is nobody's; later ones go on from it."""
    before, duty, rest = sentence.partition(" shall ")
    found = [before] if duty and not _borne(before, parties) else []
    while duty and not found:
        between, duty, rest = rest.partition(" shall ")
        goes_on = re.search(r"(?:,|\band|\bor)$", between) or _borne(between, parties)
        found = [between] if duty and not goes_on else []
    return found


def _promises(sentence: str, parties: str) -> list[str]:
    match = re.match(rf"(?:The|Each) (?:{parties}) will\b", sentence)
    return [match[0]] if match else []


def _borne(before: str, parties: str) -> bool:
    """Whether a party is the subject, or the subject of the verb that this one goes on from."""
    named = rf"(?:^|\W)(?:{parties}),?|(?:^|\W)(?:[Ii]t|they)"
    described = (
        r"^(?:A|The) Party (?:that|whose)\b.*|\bParty (?:that|whose|concerned|named)\b[^,;:]*"
    )
    if re.search(rf"(?:{named}|{described})$", before):
        return True
    main = _OPENING.sub("", before)
    party, other = re.search(rf"\b(?:{parties}|It|They)\b", main), _OFFICIALS.search(main)
    goes_on = re.search(r"(?:,|\band|\bor)$", before)
    return bool(goes_on and party and (not other or party.start() < other.start()))

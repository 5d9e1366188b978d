"""Who bears the duties in a text: the words before each `shall`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from mou_builder.diagnostics import Position
from mou_builder.rules.analysis.passages import ELSEWHERE, Part, Sentence
from mou_builder.rules.analysis.subject import Analysis

_SHOWN = 5  # words of a subject in a message
_SHALL = re.compile(r"(?<=\s)[Ss]hall\b")
# "If a Student is absent for 5 days, the District shall ...": what comes first is no subject.
_OPENING = re.compile(
    r"^(?:If|When|Where|Until|Before|After|Unless|While|During|In|At|For|Within|On|By|To)\b[^,]*, "
)
_OFFICIALS = re.compile(
    r"\b(?:Superintendents?|Principals?|Chiefs?|Supervisors?|contacts?|committee|administrators?"
    r"|[Oo]fficers?|SROs?|[Dd]eput(?:y|ies)|staff|employees?|teachers?|volunteers?|[Ss]tudents?"
    r"|[Pp]arents?|guardians?|children|[Cc]oordinators?|[Bb]oards?|[Cc]ouncils?|[Ss]heriffs?"
    r"|[Ff]acility|[Mm]ayors?|[Dd]irectors?|[Mm]anagers?)\b"
)
_GOES_ON = re.compile(r"(?:,|\band|\bor)$")
_PASSIVE = re.compile(
    r"\s(?:not |also |promptly |then )*be (?:\w+ly )?(?:\w+ed|given|told|paid|sent|made|kept|held"
    r"|borne|shown|known|done|taken|built|bound|found|set|put|brought|sought)\b"
)
# What a clause after one of these says is no promise of the sentence.
_SUBORDINATE = re.compile(
    r"\b(?:if|when|where|until|unless|while|before|after|because|whether|how|what|who|whom|whose"
    r"|which|that|than|as|whoever|whatever|once)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:agree|promise|undertake|commit)s? that\b", re.IGNORECASE)


class Duty(NamedTuple):
    """A `shall` where it stands; `bearer` holds the words before it, back to the last duty."""

    sentence: Sentence
    start: int
    bearer: str

    @property
    def at(self) -> Position | None:
        """The place of the `shall`."""
        return self.sentence.position(self.start, len("shall"))

    @property
    def subject(self) -> str:
        """The last words before the `shall`, as a message shows them."""
        words = _OPENING.sub("", self.bearer).split()
        shown = " ".join(words[-_SHOWN:])
        return shown if len(words) <= _SHOWN else f"{ELSEWHERE} {shown}"

    @property
    def is_officials(self) -> bool:
        """Whether somebody who is no party seems to bear it."""
        return bool(_OFFICIALS.search(_OPENING.sub("", self.bearer)))

    @property
    def is_passive(self) -> bool:
        """Whether something is done to the subject, so that somebody else has to do it."""
        return bool(_PASSIVE.match(self.sentence.text, self.start + len("shall")))


def duties_in(analysis: Analysis) -> Iterator[tuple[Duty, bool]]:
    """Yield every duty of the provisions, and whether a party bears it."""
    for sentence in analysis.sentences(Part.TEXT):
        yield from duties_of(sentence, analysis.parties)


def duties_of(sentence: Sentence, parties: Collection[str]) -> Iterator[tuple[Duty, bool]]:
    """Yield every duty of a sentence, and whether one of these parties bears it.

    After the first one that nobody bears, the later ones of the sentence go on from it.
    """
    named = "|".join(["recipient", *sorted(map(re.escape, parties))])
    text, start, is_first = sentence.text, 0, True
    for found in _SHALL.finditer(text):
        before = text[start : found.start()].rstrip()
        is_borne = _is_borne(before, named)
        if not is_first:
            is_borne = is_borne or bool(_GOES_ON.search(before))
        yield Duty(sentence, found.start(), before), is_borne
        if not is_borne:
            return
        start, is_first = found.end(), False


def is_promised(text: str, start: int) -> bool:
    """Whether the verb at that place is the sentence's own, not one of a clause within it."""
    clause = re.split(r"[,;:]", text[:start])[-1]
    return not _SUBORDINATE.search(_AGREED.sub("", clause))


def _is_borne(before: str, parties: str) -> bool:
    """Whether a party is the subject, or the subject of the verb that this one goes on from.

    A grant's recipient is one of the parties.
    """
    named = rf"(?:^|\W)(?:{parties}),?|(?:^|\W)(?:[Ii]t|they)"
    described = (
        r"^(?:A|The) Party (?:that|whose)\b.*|\bParty (?:that|whose|concerned|named)\b[^,;:]*"
    )
    if re.search(rf"(?:{named}|{described})$", before):
        return True
    main = _OPENING.sub("", before)
    party, other = re.search(rf"\b(?:{parties}|It|They)\b", main), _OFFICIALS.search(main)
    goes_on = _GOES_ON.search(before)
    return bool(goes_on and party and (not other or party.start() < other.start()))

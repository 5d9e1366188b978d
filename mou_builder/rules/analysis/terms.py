"""Defined terms in the words of passages: their uses, and definitions typed without `define`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mou_builder.language.terms import Lexicon, lexicon_of, with_plurals
from mou_builder.model.agreement import KnownTerm
from mou_builder.rules.analysis.passages import ELSEWHERE, Part, Passage, Sentence
from mou_builder.rules.analysis.subject import Analysis, Defined

_TERM = r"[A-Z][^\u201c\u201d\"]{1,60}"
_TYPED = re.compile(
    rf"\((?:(?:this|the|each|an?|together|collectively|hereinafter|referred to as),? )*"
    rf"[\u201c\"]({_TERM})[\u201d\"]\)"
    rf"|[\u201c\"]({_TERM})[\u201d\"] (?:shall mean|means?|refers? to|has the meaning|is defined)\b"
)


def lexicon_for(analysis: Analysis) -> Lexicon:
    """Return the terms that these texts may use: defined ones, parties, the officer's names."""
    names = {each.term: each.where for each in analysis.defined}
    names |= {each.term: each.where for each in typed_definitions(analysis)}
    names |= dict.fromkeys(analysis.parties, "the parties")
    officers = [analysis.officer] if analysis.officer else [*analysis.officers.values()]
    for each in officers:
        names |= dict.fromkeys((each.term, each.full, each.terms, each.full_plural), "the officer")
    known = (KnownTerm(term, where) for term, where in names.items())
    exact = {term: KnownTerm(term, where) for term, where in names.items()}
    return lexicon_of({**dict(with_plurals(known)), **exact})


def terms_in(passage: Passage, lexicon: Lexicon) -> Iterator[str]:
    """Yield the terms that a passage uses."""
    for found in lexicon.find(passage.text, starts=passage.opens):
        yield found.known.term


def without_terms(sentence: Sentence, lexicon: Lexicon) -> str:
    """Return the sentence's own words, as long as it is, an ellipsis for each defined term."""
    words = list(sentence.unquoted)
    for found in lexicon.find(sentence.text, starts=sentence.opens):
        words[found.start : found.end] = ELSEWHERE * (found.end - found.start)
    return "".join(words)


def typed_definitions(analysis: Analysis) -> Iterator[Defined]:
    """Yield the definitions that stand between typed quotation marks."""
    for passage in analysis.only(Part.TEXT):
        for found in _TYPED.finditer(passage.typed):
            group = 1 if found[1] else 2
            at = passage.position(found.start(group), len(found[group]))
            yield Defined(found[group], passage.where, at)

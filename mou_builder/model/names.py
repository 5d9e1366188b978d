"""What the library calls officers and parties, and what stands for no answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfficerClass:
    """What the officer is called: `term` in the text (SRO), its plural, `full` spelt out.

    `article` is the word before the term: an SRO, a Special Officer.
    """

    id: str
    term: str
    terms: str
    full: str
    full_plural: str
    article: str = "a"


@dataclass(frozen=True, slots=True)
class PartyKind:
    """A kind of party. `entity` is false for a department, which never signs alone.

    `public` says whether it is a public body; `official` is true for an elected officer acting in
    his or her own right, such as a sheriff. `settled` is false where a state's law of contracts
    does not settle its power to contract, such as a tribe's. `begins` are the words with which its
    legal names alone begin, such as `City of`.
    """

    id: str
    label: str
    public: bool = True
    entity: bool = True
    official: bool = False
    settled: bool = True
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placeholders:
    """What is typed where there is no answer: words that say `none`, and words that say `?`."""

    none: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

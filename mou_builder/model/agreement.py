"""What `resolve` returns: the finished document and what a run says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic
from mou_builder.model.document import Document, DraftInline, Inline
from mou_builder.model.evidence import Evidence
from mou_builder.model.style import NumberingScheme


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A term that the library or this agreement could define.

    `where` says what defines it, in words ("the clause `definitions.school_year`"); `clause` is
    that clause, or empty when the program, the instrument or the list of parties defines it.
    """

    term: str
    where: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The document before numbers exist: references still name clauses.

    `vocabulary` maps every term that the library or this agreement could define, and its plural,
    to the term and what defines it. `stands_for` maps a clause that a state's own clause replaces
    to that clause.
    """

    document: Document[DraftInline]
    scheme: NumberingScheme
    instrument: str = ""
    vocabulary: Mapping[str, KnownTerm] = field(default_factory=dict)
    stands_for: Mapping[str, str] = field(default_factory=dict)
    final: bool = False


@dataclass(frozen=True, slots=True)
class ClauseRecord:
    """A clause as it went into the document, for provenance."""

    clause: str
    version: int
    alternative: str
    digest: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the document comes from; none of it is confidential except by its digests' inputs."""

    program: str
    library: str
    answers: str
    as_of: str
    clauses: tuple[ClauseRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do about the agreement that law asks for, such as filing it.

    `id` is the fact's or the requirement's; `applies_when` says in words where alone it applies,
    empty for everywhere.
    """

    id: str
    text: str
    topic: str
    citation: str
    evidence: Evidence
    source_label: str
    applies_when: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The resolved agreement: every number, label, defined term and reference in place.

    `open_items` are the diagnostics of severity OPEN; `steps` what remains to be done about the
    agreement (approval, filing), as far as law on file asks for it.
    """

    document: Document[Inline]
    scheme: NumberingScheme
    provenance: Provenance
    instrument: str
    open_items: tuple[Diagnostic, ...] = ()
    steps: tuple[Step, ...] = ()
    final: bool = False

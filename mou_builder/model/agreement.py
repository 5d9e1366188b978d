"""What `resolve` returns: the finished document and what a run says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic
from mou_builder.model.document import Document, DraftInline, Inline
from mou_builder.model.style import NumberingScheme


@dataclass(frozen=True, slots=True)
class Draft:
    """The document before numbers exist: references still name clauses.

    `vocabulary` maps every term that the library or this agreement could define, and its plural,
    to the term and the place that defines it ("clause definitions.school_year").
    """

    document: Document[DraftInline]
    scheme: NumberingScheme
    vocabulary: Mapping[str, str] = field(default_factory=dict)
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
class Agreement:
    """The resolved agreement: every number, label, defined term and reference in place.

    `open_items` are the diagnostics of severity OPEN; `steps` what remains to be done about the
    agreement (approval, filing), empty until the library knows them.
    """

    document: Document[Inline]
    scheme: NumberingScheme
    provenance: Provenance
    instrument: str
    open_items: tuple[Diagnostic, ...] = ()
    steps: tuple[str, ...] = ()
    final: bool = False

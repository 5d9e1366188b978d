"""What a jurisdiction's law says of contracts between public bodies, and how each is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mou_builder.diagnostics import Position
from mou_builder.model.evidence import Evidence
from mou_builder.model.template import Expression, Template


class FormalityKind(StrEnum):
    """What a formality asks: something done, something stated, a bound, or only a remark."""

    STEP = "step"
    CONTENTS = "contents"
    LIMIT = "limit"
    NOTE = "note"


class Binding(StrEnum):
    """Whether something holds: whether the act names districts, whether a term binds them."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "n/a"


class IndemnityRule(StrEnum):
    """What the law on file says of an indemnity between the parties."""

    PERMITTED = "permitted"
    RESTRICTED = "restricted"
    PROHIBITED = "prohibited"


@dataclass(frozen=True, slots=True)
class Formality:
    """A formality of the act under which public bodies contract with each other.

    `fact` is the citation on file.
    """

    fact: str
    topic: str
    kind: FormalityKind
    text: str


@dataclass(frozen=True, slots=True)
class MandatoryTerm:
    """A term that the law asks of contracts; `public_counterpart` says whether of these too.

    `clause` names the clause that carries its words, empty where none does. Where it is unclear
    whether the term binds, that clause is not in the agreement by itself.
    """

    fact: str
    text: str
    public_counterpart: Binding
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an officer of a party certifies on the face of the contract, below the signatures.

    Each party of one of `kinds` has it, of those only the holders of `role` where one is named,
    unless the condition `when` is no. `signer` is the officer's title.
    """

    fact: str
    title: str
    text: Template
    signer: str
    kinds: tuple[str, ...]
    role: str = ""
    when: Expression | None = None
    note: str = ""

    def is_given_by(self, kind: str, roles: Collection[str]) -> bool:
        """Whether an officer of a party of that kind, which holds these roles, certifies it."""
        return kind in self.kinds and (not self.role or self.role in roles)


@dataclass(frozen=True, slots=True)
class Indemnity:
    """The law on file on an indemnity between the parties."""

    fact: str
    position: IndemnityRule


@dataclass(frozen=True, slots=True)
class Contracting:
    """A jurisdiction's general law of contracts between public bodies.

    `subjects` maps the subjects of `SUBJECTS` that are on file to the id of the fact. The act is
    missing where none is on file. `district_named` says whether the act names school districts.
    """

    subjects: Mapping[str, str] = field(default_factory=dict)
    district_named: Binding = Binding.NOT_APPLICABLE
    other_powers: tuple[str, ...] = ()
    formalities: tuple[Formality, ...] = ()
    mandatory_terms: tuple[MandatoryTerm, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    indemnity: Indemnity | None = None
    student_records: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    note: str = ""


SUBJECTS = (
    *("act", "appropriation", "records", "tort_claims", "electronic_signatures"),
    "officer_standards",
)
"""The subjects of which a state has one fact on file, or none."""
CITABLE = (*SUBJECTS, "indemnity")
"""What a clause for all states can cite, as `state.records`, where it is on file."""
NOT_ON_FILE = "not_on_file"
TOPICS_OF: Mapping[str, tuple[str, ...]] = {
    "act": ("legal_authority", "interlocal_formality", "parties_structure"),
    "appropriation": ("non_appropriation",),
    "records": ("information_sharing_privacy",),
    "tort_claims": ("immunity", "liability_insurance"),
    "electronic_signatures": ("signatures",),
    "officer_standards": ("training",),
    "indemnity": ("indemnification",),
}
"""The topics on which a fact of each subject speaks."""


@dataclass(frozen=True, slots=True)
class SroLaw:
    """The statute on agreements about school resource officers, as far as it is on file.

    `mandatory` says whether the law asks for an instrument where `applies_to` holds; `tier` 1 means
    that the duty, form or contents were seen in the text, 2 that they are conditional or not seen.
    """

    title: str
    citation: str
    instrument: str
    mandatory: bool
    tier: int
    applies_to: str
    version: str
    source_label: str
    copy: str = ""
    address: str = ""
    note: str = ""
    mandatory_from: date | None = None


class FormRule(StrEnum):
    """What the law on file asks of a text, where the state has a form of its own."""

    ADDED_TO_ONLY = "added_to_only"
    MINIMUM = "minimum"
    SUBSTANTIALLY_ALIKE = "substantially_alike"
    BASED_ON = "based_on"
    UNREAD = "unread"


FORM_RULES: Mapping[FormRule, str] = {
    FormRule.ADDED_TO_ONLY: "it may only be added to",
    FormRule.MINIMUM: "it is the minimum that an agreement holds",
    FormRule.SUBSTANTIALLY_ALIKE: "an agreement is to be substantially like it",
    FormRule.BASED_ON: "an agreement is to be based on it",
    FormRule.UNREAD: "what it asks of an agreement was not read for this library",
}
"""Each rule in plain words, after the form's title."""


@dataclass(frozen=True, slots=True)
class StateForm:
    """A form or model that the state publishes for such agreements.

    `title` reads after "the". `requirement` is the one that says the rule, and `evidence`,
    `source_label` and `citation` say how that rule is known, not that the form was read.
    """

    title: str
    rule: FormRule
    citation: str
    evidence: Evidence
    source_label: str
    requirement: str = ""
    version: str = ""
    address: str = ""
    note: str = ""
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class WordLabel:
    """How a state's word, such as that for a district's governing body, is known."""

    evidence: Evidence
    source_label: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """What no agreement under this law may say.

    `of` is the id of the requirement or formality (its fact) that says so. `against` names the
    clauses and wordings that contradict it; `holds` is a condition over answers that it asks for.
    """

    of: str
    against: tuple[str, ...] = ()
    holds: Expression | None = None
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """All that is on file of one jurisdiction's law besides its citations and requirements.

    `sro` is None where no statute on such agreements is on file, `form` where no form is. `core`
    names clauses of full scope that an agreement of any scope holds here, since the law asks for
    them.
    """

    code: str = ""
    contracting: Contracting = field(default_factory=Contracting)
    sro: SroLaw | None = None
    word_labels: Mapping[str, WordLabel] = field(default_factory=dict)
    core: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()
    at: Position | None = None
    form: StateForm | None = None

    def fact(self, subject: str) -> str:
        """Return the id of the fact on file on a subject, empty where there is none."""
        if subject == "indemnity":
            return self.contracting.indemnity.fact if self.contracting.indemnity else ""
        return self.contracting.subjects.get(subject, "")

    def topics(self) -> frozenset[str]:
        """Return the topics on which a fact is on file."""
        on_file = [each for name in CITABLE if self.fact(name) for each in TOPICS_OF[name]]
        records = ["information_sharing_privacy"] if self.contracting.student_records else []
        return frozenset((*on_file, *records))

    @property
    def terms(self) -> frozenset[str]:
        """The clauses that carry what the law asks of a contract, whatever its instrument."""
        return frozenset(
            each.clause
            for each in self.contracting.mandatory_terms
            if each.clause and each.public_counterpart is not Binding.UNCLEAR
        )

    @property
    def indemnity(self) -> str:
        """The position on an indemnity between the parties, or `not_on_file`."""
        found = self.contracting.indemnity
        return found.position.value if found else NOT_ON_FILE

"""An instrument: a kind of agreement, with its title, opening, articles and signature form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mou_builder.diagnostics import Position
from mou_builder.model.template import Expression, Template


class Opening(StrEnum):
    """How the preamble dates the agreement."""

    MADE_AND_ENTERED = "made_and_entered"
    DATED_FOR_REFERENCE = "dated_for_reference"
    NONE = "none"


class RecitalForm(StrEnum):
    """How the recitals are set."""

    WHEREAS = "whereas"
    LETTERED = "lettered"
    NARRATIVE = "narrative"
    NONE = "none"


class PartyForm(StrEnum):
    """How the preamble names the parties: in one sentence, or as a list of paragraphs."""

    SENTENCE = "sentence"
    LIST = "list"


class SignatureForm(StrEnum):
    """How the signature block is set."""

    COLUMNS = "columns"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class RoleForm:
    """A role the instrument knows: its terms when one or several parties hold it.

    `required` roles must be held. `default_for` lists the party kinds that hold it when the answer
    file names no roles.
    """

    id: str
    singular: str
    plural: str
    required: bool = False
    default_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recital:
    """Recitals that are printed when the condition is yes, one for each paragraph of the text.

    WHEREAS is the form's, not the text's.
    """

    id: str
    text: Template
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A kind of agreement.

    `title` and `subtitle` are lines of the title block. `term` is the defined term for the document
    itself ("Agreement", "MOU"). `preamble`, `operative` (the words between recitals and articles)
    and `closing` are templates; `lead` is the sentence above the signatures, `recitals_heading` the
    words above the recitals instead of those usual in their form. `articles` is the order; an
    article not listed is not part of it. `leave_out` names clauses it never holds; `only`, when not
    empty, the library's only clauses it may hold (a form of one page).
    `officer` is the question whose answer picks the officer class, or empty.
    `numbering` and `contents` may be changed by the answer file or the style.
    """

    id: str
    title: str
    summary: str
    term: str
    title_lines: tuple[Template, ...]
    opening: Opening
    recital_form: RecitalForm
    party_form: PartyForm
    signature_form: SignatureForm
    roles: Mapping[str, RoleForm]
    articles: tuple[str, ...]
    preamble: Template
    lead: Template
    operative: Template | None = None
    closing: Template | None = None
    recitals: tuple[Recital, ...] = ()
    recitals_heading: Template | None = None
    leave_out: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    officer: str = ""
    numbering: str = ""
    contents: bool = False
    draft_line: bool = True
    words: Mapping[str, str] = field(default_factory=dict)
    exhibits: tuple[str, ...] = ()
    at: Position | None = None

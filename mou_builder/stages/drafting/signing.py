"""Builds the signature block: each party's part, and what officers certify below it."""

from __future__ import annotations

from collections.abc import Iterator

from mou_builder.language import Scope, judge
from mou_builder.model.answers import Party, Signatory
from mou_builder.model.document import (
    Certification,
    DraftInline,
    PartySignature,
    SignatureBlock,
    SignatureLine,
    Text,
)
from mou_builder.model.law import Certificate
from mou_builder.model.selection import Truth
from mou_builder.model.values import NONE, Value
from mou_builder.stages.drafting.naming import through
from mou_builder.stages.drafting.sections import Drafting
from mou_builder.stages.drafting.wording import value_inlines

Inlines = tuple[DraftInline, ...]


def signatures(drafting: Drafting) -> SignatureBlock[DraftInline]:
    """Return the signature block: for each party its name, signatories, attests and resolution.

    Below them stand the certificates that the state's law asks for.
    """
    lead = drafting.inlines(drafting.instrument.lead, "signatures")
    parties = tuple(
        _signature(party, f"parties.{number}", drafting)
        for number, party in enumerate(drafting.answers.parties, 1)
    )
    form = drafting.instrument.signature_form.value
    return SignatureBlock(lead, parties, form, tuple(_certificates(drafting)))


# --- certificates ------------------------------------------------------------------------------


def _certificates(drafting: Drafting) -> Iterator[Certification[DraftInline]]:
    """Yield each certificate of the state's law, for each party whose officer gives it."""
    for certificate in drafting.scope.law.contracting.certificates:
        if judge(certificate.when, drafting.scope).truth is Truth.NO:
            continue
        for number, party in enumerate(drafting.answers.parties, 1):
            if certificate.is_given_by(party.kind, party.roles):
                yield _certification(certificate, party, f"parties.{number}", drafting)


def _certification(
    certificate: Certificate, party: Party, path: str, drafting: Drafting
) -> Certification[DraftInline]:
    name = value_inlines(party.legal_name, f"{path}.legal_name", "legal name", drafting.scope)
    return Certification(
        (Text(f"{certificate.title}: "), *name),
        drafting.inlines(certificate.text, "signatures"),
        SignatureLine("By", (), (Text(certificate.signer),)),
    )


# --- one party's signature ---------------------------------------------------------------------


def _signature(party: Party, path: str, drafting: Drafting) -> PartySignature[DraftInline]:
    scope = drafting.scope
    signing = [_line("By", each, path, drafting, dated=True) for each in party.signatories]
    attests = [_line("Attest", each, path, drafting) for each in party.attests]
    forms = [_line("Approved as to form", each, path, drafting) for each in party.approvals]
    resolution = _resolution(party, path, scope)
    return PartySignature(
        value_inlines(party.legal_name, f"{path}.legal_name", "legal name", scope),
        through(party, path, scope),
        tuple(signing),
        (*attests, *forms),
        (resolution,) if resolution else (),
    )


def _line(
    caption: str, signer: Signatory, path: str, drafting: Drafting, *, dated: bool = False
) -> SignatureLine[DraftInline]:
    title = value_inlines(signer.title, f"{path}.signatories", "title", drafting.scope)
    return SignatureLine(caption, _name(signer.name, path, drafting), title, dated)


def _name(name: Value, path: str, drafting: Drafting) -> Inlines:
    """Return the signer's name; none where the answer is `none`, for a name written at signing."""
    return value_inlines(name, f"{path}.signatories", "name", drafting.scope)


def _resolution(party: Party, path: str, scope: Scope) -> Inlines:
    """Return "Resolution No. 2026-14, adopted June 15, 2026", as far as it is asked for."""
    fields = party.record.fields
    number = value_inlines(
        party.resolution, f"{path}.resolution_number", "resolution number", scope
    )
    day = fields.get("resolution_date", NONE)
    adopted = value_inlines(day, f"{path}.resolution_date", "date of the resolution", scope)
    if number:
        number = (Text("Resolution No. "), *number)
    if adopted:
        adopted = (Text(", adopted " if number else "Approved "), *adopted)
    return (*number, *adopted)

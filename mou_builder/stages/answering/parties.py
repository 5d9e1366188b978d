"""Reads who the parties are, which roles they hold and how they are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mou_builder.diagnostics import Diagnostic, Position, Related, error, warning
from mou_builder.model.answers import Party, Signatory
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.question import ChoiceOption, Kind, Question, Who
from mou_builder.model.raw import RawNode
from mou_builder.model.values import NONE, Record, Unanswered, Value
from mou_builder.stages.answering.typed import Typed
from mou_builder.stages.answering.values import read_value
from mou_builder.stages.nearest import nearest, one_of

LEAST = 2


def read_parties(
    node: RawNode | None, library: Library, instrument: Instrument, typed: Typed, at: Position
) -> tuple[Party, ...]:
    """Return the parties in their order; `at` is where their list is missed, if it is missing."""
    members = _members(node, library, instrument, typed)
    parties = tuple(
        _party(number, member, instrument, typed) for number, member in enumerate(members, 1)
    )
    named = _with_short_names(parties, library, instrument)
    typed.faults.extend(tuple(_faults(named, library, instrument, node.at if node else at, typed)))
    return named


def _members(
    node: RawNode | None, library: Library, instrument: Instrument, typed: Typed
) -> tuple[Record, ...]:
    value = read_value(_question(library, instrument), node, typed) if node else ()
    members = value if isinstance(value, tuple) else ()
    return tuple(each for each in members if isinstance(each, Record))


def _question(library: Library, instrument: Instrument) -> Question:
    """Return the question for the list of parties, with the kinds and roles that exist here."""
    kinds = tuple(ChoiceOption(each.id, each.label) for each in library.party_kinds.values())
    roles = tuple(ChoiceOption(each.id, each.singular) for each in instrument.roles.values())
    options = {"kind": kinds, "roles": roles}
    fields = tuple(
        replace(each, choices=options.get(each.key, each.choices))
        for each in library.party_questions
    )
    prompt = "Who are the parties?"
    return Question("parties", prompt, "", Who.OFFICE, Kind.GROUP, "parties", fields=fields)


# --- one party ---------------------------------------------------------------------------------


def _party(number: int, member: Record, instrument: Instrument, typed: Typed) -> Party:
    path = f"parties.{number}"
    given = member.fields
    kind = given.get("kind")
    roles = given.get("roles")
    usual = kind if isinstance(kind, str) else _usual_kind(member.id, instrument)
    by_kind = tuple(each.id for each in instrument.roles.values() if usual in each.default_for)
    short = given.get("short_name")
    # Left out, the article is "the"; only a typed `none` says that the name stands without one.
    bare = f"{path}.article" in typed.places and given.get("article") is NONE
    return Party(
        member.id or f"party_{number}",
        kind if isinstance(kind, str) else "",
        given.get("legal_name", _unanswered("legal_name")),
        short if isinstance(short, str) else "",
        "" if bare else "the",
        tuple(str(each) for each in roles) if isinstance(roles, tuple) else by_kind,
        entity=given.get("entity", NONE),
        through=given.get("through", NONE),
        address=given.get("address", NONE),
        signatories=_signers(given.get("signatories")) or (_NOBODY_YET,),
        attests=_signers(given.get("attest")),
        approvals=_signers(given.get("approved_as_to_form")),
        resolution=given.get("resolution_number", NONE),
        record=member,
        at=typed.places.get(path),
    )


def _usual_kind(identifier: str | None, instrument: Instrument) -> str:
    """Return the kind that usually holds the role after which the party is called, or nothing.

    While its kind is open, the party `agency` of a questionnaire is the agency.
    """
    role = instrument.roles.get(identifier or "")
    return next(iter(role.default_for), "") if role else ""


def _unanswered(key: str) -> Unanswered:
    return Unanswered((f"parties.{key}",))


_NOBODY_YET = Signatory(_unanswered("signatories"), _unanswered("signatories"))


def _signers(value: Value | None) -> tuple[Signatory, ...]:
    persons = value if isinstance(value, tuple) else (value,)
    return tuple(
        Signatory(each["name"], each["title"]) for each in persons if isinstance(each, Record)
    )


# --- short names -------------------------------------------------------------------------------


def _with_short_names(
    parties: tuple[Party, ...], library: Library, instrument: Instrument
) -> tuple[Party, ...]:
    """Return the parties with the names left out filled in, and complete records."""
    named = []
    for each in parties:
        name = each.short_name or _short_name(each, parties, library, instrument)
        fields = {
            **each.record.fields,
            "short_name": name,
            "article": each.article or NONE,
            "roles": each.roles,
        }
        named.append(replace(each, short_name=name, record=Record(fields, each.id)))
    return tuple(named)


def _short_name(
    party: Party, parties: Sequence[Party], library: Library, instrument: Instrument
) -> str:
    """Return the term of a role that this party alone holds, else the kind of party it is."""
    for role, form in instrument.roles.items():
        if role in party.roles and sum(role in each.roles for each in parties) == 1:
            return form.singular
    kind = library.party_kinds.get(party.kind)
    return kind.label.title() if kind else f"Party {parties.index(party) + 1}"


# --- what cannot be ----------------------------------------------------------------------------


def _faults(
    parties: Sequence[Party], library: Library, instrument: Instrument, at: Position, typed: Typed
) -> Iterator[Diagnostic]:
    if len(parties) < LEAST:
        # A fault in the list itself has been told already.
        if not any(each.code == "MB312" and each.at == at for each in typed.faults):
            yield _too_few(len(parties), at)
        return
    told = {each.at for each in typed.faults}
    for number, party in enumerate(parties, 1):
        place = typed.places.get(f"parties.{number}.kind", party.at)
        # Of a kind that is a fault already nothing more is said.
        if place not in told:
            others = [each.id for each in parties if each is not party]
            yield from _own_faults(party, library, instrument, place, others)
        yield from _misnamed(party, number, library, typed)
    yield from _twins(parties, typed)
    unsettled = any(_asks_kind(each) or _is_part(each, library) for each in parties)
    if not unsettled and not typed.faults:
        yield from _unheld(parties, library, instrument, at)


def _too_few(count: int, at: Position) -> Diagnostic:
    found = "found one" if count else "found none"
    hint = "list each under `parties:`, starting with `- id: district`"
    return error("MB320", f"an agreement has at least two parties, {found}", at, hint)


def _asks_kind(party: Party) -> bool:
    return not party.kind and not party.roles


def _is_part(party: Party, library: Library) -> bool:
    """Whether the party is a department, which is no legal entity of its own."""
    kind = library.party_kinds.get(party.kind)
    return kind is not None and not kind.entity


def _own_faults(
    party: Party,
    library: Library,
    instrument: Instrument,
    at: Position | None,
    others: Sequence[str],
) -> Iterator[Diagnostic]:
    if _asks_kind(party):
        # A dotted key that misspells a party has made one.
        near = nearest(party.id, others)
        meant = f"if you meant `{near}`, correct the name; else " if near else ""
        hint = f"{meant}write `kind:` and one of {one_of(library.party_kinds)}"
        yield error("MB321", f"the kind of the party `{party.id}` is not given", at, hint)
        return
    if _is_part(party, library):
        label = library.party_kinds[party.kind].label
        yield error(
            "MB325",
            f"a {label} is part of a city or county and cannot be a party of its own",
            at,
            "make the city or county the party, and write the department's name under it as "
            "`through:`",
        )
    elif not party.roles:
        hint = f"write `roles:` and one or more of {one_of(instrument.roles)}"
        message = f"the party `{party.id}` holds no role, so no clause speaks of it"
        yield warning("MB326", message, at, hint)


def _misnamed(party: Party, number: int, library: Library, typed: Typed) -> Iterator[Diagnostic]:
    """Yield the warning that a legal name begins as those of another kind of party do."""
    own = library.party_kinds.get(party.kind)
    name = party.legal_name.casefold() if isinstance(party.legal_name, str) else ""
    if own is None:
        return
    for kind in library.party_kinds.values():
        found = [each for each in kind.begins if name.startswith(f"{each.casefold()} ")]
        if found and kind is not own:
            at = typed.places.get(f"parties.{number}.legal_name", party.at)
            message = f"the legal name begins with `{found[0]}`, and the kind is {own.label}"
            hint = f"write `kind: {kind.label}`, or the legal name of the {own.label}"
            yield warning("MB342", message, at, hint)


def _twins(parties: Sequence[Party], typed: Typed) -> Iterator[Diagnostic]:
    first: dict[str, Party] = {}
    for number, party in enumerate(parties, 1):
        other = first.setdefault(party.short_name.casefold(), party)
        if other is party:
            continue
        at = typed.places.get(f"parties.{number}.short_name", party.at)
        yield error(
            "MB324",
            f"two parties are called `{party.short_name}`",
            at,
            "give each its own `short_name:`, for example the name of its city or district",
            (Related(f"the other one is `{other.id}`", other.at),),
        )


def _unheld(
    parties: Sequence[Party], library: Library, instrument: Instrument, at: Position
) -> Iterator[Diagnostic]:
    held = {role for party in parties for role in party.roles}
    for role in instrument.roles.values():
        if role.required and role.id not in held:
            kinds = [
                library.party_kinds[each]
                for each in role.default_for
                if each in library.party_kinds
            ]
            labels = ", ".join(each.label for each in kinds)
            usual = f"; usually a party of one of these kinds holds it: {labels}" if labels else ""
            hint = f"write `roles: [{role.id}]` under the party that holds it{usual}"
            yield error("MB323", f"no party holds the role `{role.id}`", at, hint)

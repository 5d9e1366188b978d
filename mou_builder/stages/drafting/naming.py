"""Names the parties: in the preamble, each with its defined term, and in collective terms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from mou_builder.language import RoleTerm, Scope
from mou_builder.model.answers import Answers, Party
from mou_builder.model.document import Definition, DraftInline, Paragraph, Role, TermUse, Text
from mou_builder.model.instrument import PartyForm
from mou_builder.model.values import NONE, Unanswered
from mou_builder.stages.drafting.wording import value_inlines

Paragraphs = tuple[Paragraph[DraftInline], ...]


def parties_named(answers: Answers, form: PartyForm, scope: Scope) -> Paragraphs:
    """Return the parties with their definitions: one sentence's words, or a paragraph each."""
    named = [
        _named(party, f"parties.{number}", scope) for number, party in enumerate(answers.parties, 1)
    ]
    match form:
        case PartyForm.SENTENCE:
            return (Paragraph(Role.PREAMBLE, tuple(_in_sentence(named, answers))),)
        case PartyForm.LIST:
            endings = [";"] * (len(named) - 2) + ["; and", "."]
            return tuple(
                Paragraph(Role.PARTY, (*words, Text(ending)))
                for words, ending in zip(named, endings, strict=True)
            )


def collective_terms(scope: Scope, used: Collection[str]) -> Paragraphs:
    """Return a sentence for each collective term that the document uses: "the Agencies".

    Roles that the same parties hold under the same words are defined once.
    """
    sentences: dict[str, Paragraph[DraftInline]] = {}
    for role, term in scope.roles.items():
        if term.several and (term.term in used or term.each in used):
            sentences.setdefault(term.term, _collective(role, term, scope))
    return tuple(sentences.values())


def collective_roles(roles: Mapping[str, RoleTerm]) -> Iterator[RoleTerm]:
    """Yield the terms of roles that several parties hold."""
    return (each for each in roles.values() if each.several)


def party_term(party: Party) -> TermUse:
    """Return the party's short name as a sentence uses it: "the District"."""
    return TermUse(party.short_name, f"{party.article} {party.short_name}".strip())


def through(party: Party, path: str, scope: Scope) -> tuple[DraftInline, ...]:
    """Return "acting through the Police Department", or nothing."""
    if party.through is NONE or not party.through:
        return ()
    words = value_inlines(party.through, f"{path}.through", "department", scope)
    typed = party.through if isinstance(party.through, str) else ""
    known = typed.casefold().startswith(("the ", "its ", "his ", "her "))
    return (Text("acting through " if known else "acting through the "), *words)


def _named(party: Party, path: str, scope: Scope) -> tuple[DraftInline, ...]:
    """Return one party: legal name, what it is, through whom it acts, and its term."""
    inlines = [*value_inlines(party.legal_name, f"{path}.legal_name", "legal name", scope)]
    entity = value_inlines(party.entity, f"{path}.entity", "description of the party", scope)
    if entity:
        inlines += [Text(", "), *entity]
    acting = through(party, path, scope)
    if acting:
        inlines += [Text(", "), *acting]
    lead = f"{party.article} " if party.article else ""
    return (*inlines, Text(f" ({lead}"), Definition(party.short_name), Text(")"))


def _in_sentence(named: list[tuple[DraftInline, ...]], answers: Answers) -> Iterator[DraftInline]:
    """Yield the parties as a list; a description before "and" asks for a comma there."""
    before = answers.parties[:-1]
    described = any(_is_given(each.entity) or _is_given(each.through) for each in before)
    last = len(named) - 1
    for number, words in enumerate(named):
        if number:
            comma = "," if described or last > 1 else ""
            yield Text(f"{comma} and " if number == last else ", ")
        yield from words


def _is_given(value: object) -> bool:
    return value is not NONE and not isinstance(value, Unanswered)


def _collective(role: str, term: RoleTerm, scope: Scope) -> Paragraph[DraftInline]:
    """Return "In this MOU, “Agencies” means the City and the Sheriff together, and ..."."""
    holders = scope.answers.holders(role)
    inlines: list[DraftInline] = [
        Text(f"In this {scope.agreement}, "),
        Definition(term.term),
        Text(" means "),
    ]
    for number, party in enumerate(holders):
        if number:
            ending = number == len(holders) - 1
            comma = "," if len(holders) > 2 else ""  # noqa: PLR2004 - a list of three has commas
            inlines.append(Text(f"{comma} and " if ending else ", "))
        inlines.append(party_term(party))
    inlines += [Text(" together, and "), Definition(term.each), Text(" means each of them.")]
    return Paragraph(Role.PREAMBLE, tuple(inlines))

"""Reads an instrument: one YAML file that says what a kind of agreement looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mou_builder.diagnostics import Diagnostic, Outcome, Position, error, outcome
from mou_builder.model.instrument import (
    Instrument,
    Opening,
    PartyForm,
    Recital,
    RecitalForm,
    RoleForm,
    SignatureForm,
)
from mou_builder.model.library import Library
from mou_builder.model.question import Kind
from mou_builder.model.raw import RawMapping, RawText
from mou_builder.model.template import Template
from mou_builder.source.decode import Fields, hint_for, name_fault, template_of
from mou_builder.source.files import Layer, LibraryFile, files_of, origin_of
from mou_builder.source.resources import Folder, numbering_ids, resource_root
from mou_builder.source.store import Origin, recalled
from mou_builder.source.text import Source


def read_instrument(
    name: str,
    library: Library,
    *,
    cache: Path | None = None,
    at: Position | None = None,
    root: Folder | None = None,
) -> Outcome[Instrument]:
    """Return the instrument of that id or title; capitals, spaces for hyphens, do not matter.

    `at` is where the name was typed; `cache` the folder for the decoded instrument. There is no
    value when nothing has that id or its file has a fault.
    """
    folder = (root or resource_root()).joinpath("templates", "instruments")
    files = files_of(Layer("templates/instruments", folder, 0)) if folder.is_dir() else []
    wanted = "-".join(name.casefold().split())
    file = next((each for each in files if each.parts == (f"{wanted}.yaml",)), None)
    if file is None and (file := _titled(name, files)):
        wanted = file.parts[-1].removesuffix(".yaml")
    if file is None:
        known = [each.parts[-1].removesuffix(".yaml") for each in files]
        message = f"there is no instrument `{name}`"
        return outcome(None, [error("MB360", message, at, hint_for(name, known))])

    schemes = numbering_ids(root)

    def build() -> Outcome[Instrument]:
        source = Source(file.shown, file.place.read_bytes())
        decoded = decode_instrument(source, wanted, library, schemes)
        if decoded.value is None:
            return decoded
        found = [*decoded.diagnostics, *_faults(decoded.value, library)]
        return outcome(decoded.value, found)

    origin = origin_of([file])
    beside = f"+{library.digest}+{'+'.join(schemes)}"
    stamps = origin.stamps and origin.stamps + beside
    both = Origin(stamps, origin.newest, lambda: origin.content() + beside)
    return recalled(cache, f"instrument-{wanted}", Instrument, both, build)


def _titled(name: str, files: Iterable[LibraryFile]) -> LibraryFile | None:
    """Return the file whose `title:` is the name: offices write Memorandum of Understanding."""
    line = f"title: {' '.join(name.split())}".casefold()
    lines = (
        (each, each.place.read_text(encoding="utf-8").casefold().split("\n")) for each in files
    )
    return next((each for each, found in lines if line in found), None)


# --- decoding ----------------------------------------------------------------------------------


def decode_instrument(
    source: Source, name: str, library: Library, schemes: Iterable[str]
) -> Outcome[Instrument]:
    """Return the instrument of the file, its lists of names looked up, its texts not yet."""
    from mou_builder.source.tree import parse_yaml  # noqa: PLC0415 - brings PyYAML

    parsed = parse_yaml(source)
    if parsed.value is None:
        return outcome(None, parsed.diagnostics)
    faults = list(parsed.diagnostics)
    fields = Fields(parsed.value, faults, "an instrument")
    instrument = Instrument(
        id=_identifier(fields, name),
        title=fields.text("title"),
        summary=fields.text("summary"),
        term=fields.text("term"),
        title_lines=tuple(template_of(each, faults) for each in fields.raws("title_lines")),
        opening=fields.one_of("opening", Opening),
        recital_form=fields.one_of("recital_form", RecitalForm),
        party_form=fields.one_of("party_form", PartyForm),
        signature_form=fields.one_of("signature_form", SignatureForm),
        roles=_roles(parsed.value, fields),
        articles=fields.texts("articles"),
        preamble=fields.template("preamble"),
        lead=fields.template("lead"),
        operative=fields.template_or_none("operative"),
        closing=fields.template_or_none("closing"),
        recitals=_recitals(fields),
        recitals_heading=fields.template_or_none("recitals_heading"),
        leave_out=fields.texts("leave_out"),
        only=fields.texts("only"),
        officer=fields.text_or("officer"),
        numbering=fields.text_or("numbering"),
        contents=fields.yes_no("contents", default=False),
        draft_line=fields.yes_no("draft_line", default=True),
        words=fields.words("words"),
        exhibits=fields.texts("exhibits"),
        at=fields.place("id"),
    )
    fields.done()
    faults.extend(_unknown_names(fields, library, schemes))
    return outcome(instrument, faults)


def _identifier(fields: Fields, name: str) -> str:
    identifier = fields.text("id")
    if identifier and identifier != name:
        message = f"the id `{identifier}` does not fit the file's name"
        hint = f"write `id: {name}`, or rename the file"
        fields.faults.append(error("MB206", message, fields.value_place("id"), hint))
    return name


def _roles(root: RawMapping, fields: Fields) -> dict[str, RoleForm]:
    found: dict[str, RoleForm] = {}
    roles = fields.mapping("roles", "`roles`")
    if roles is None:
        if not fields.has("roles"):
            hint = "add `roles:` with at least `district` and `agency`"
            fields.faults.append(error("MB202", "an instrument lacks `roles`", root.at, hint))
        return found
    for name in roles.keys():  # noqa: SIM118 - the keys are names here
        inner = roles.mapping(name, "a role")
        fault = name_fault(name, roles.place(name), "a role")
        if fault:
            fields.faults.append(fault)
        if inner is None:
            continue
        found[name] = RoleForm(
            name,
            inner.text("singular"),
            inner.text("plural"),
            inner.yes_no("required", default=False),
            inner.texts("default_for"),
        )
        inner.done()
    return found


def _recitals(fields: Fields) -> tuple[Recital, ...]:
    found: dict[str, Recital] = {}
    for each in fields.items("recitals", "a recital"):
        recital = Recital(
            each.name("id", "a recital"), each.template("text"), each.expression("when")
        )
        each.done()
        if found.setdefault(recital.id, recital) is not recital:
            message = f"the recital `{recital.id}` stands twice"
            fields.faults.append(error("MB207", message, each.at, "give one another id"))
    return tuple(found.values())


# --- names that other files declare ------------------------------------------------------------


def _unknown_names(
    fields: Fields, library: Library, schemes: Iterable[str]
) -> Iterator[Diagnostic]:
    lists: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("articles", "article", library.articles),
        ("leave_out", "clause", library.clauses),
        ("only", "clause", library.clauses),
        ("exhibits", "exhibit", library.exhibits),
    )
    for key, what, known in lists:
        yield from _unknown(fields.raws(key), what, known)
        yield from _twice(fields.raws(key), what)
    roles = fields.mapping("roles", "`roles`")
    for name in roles.keys() if roles else ():
        inner = roles.mapping(name, "a role") if roles else None
        if inner:
            yield from _unknown(inner.raws("default_for"), "kind of party", library.party_kinds)
    numbering = fields.raw("numbering")
    if numbering:
        yield from _unknown([numbering], "numbering scheme", schemes)


def _unknown(typed: Iterable[RawText], what: str, known: Iterable[str]) -> Iterator[Diagnostic]:
    names = frozenset(known)
    for each in typed:
        if each.text not in names:
            message = f"there is no {what} `{each.text}`"
            yield error("MB361", message, each.at, hint_for(each.text, names))


def _twice(typed: Iterable[RawText], what: str) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for each in typed:
        if each.text in seen:
            message = f"the {what} `{each.text}` stands twice"
            yield error("MB207", message, each.at, "take one of them out")
        seen.add(each.text)


def _faults(instrument: Instrument, library: Library) -> Iterator[Diagnostic]:
    """Yield what is wrong with the meaning of the instrument's texts and conditions."""
    from mou_builder.language import (  # noqa: PLC0415 - only when the instrument is built
        check_expression,
        check_template,
        vocabulary_of,
    )

    yield from _officer(instrument, library)
    vocabulary = vocabulary_of(library, (instrument,))
    texts: list[Template | None] = [*instrument.title_lines, instrument.preamble]
    texts += [instrument.operative, instrument.closing, instrument.lead]
    texts.append(instrument.recitals_heading)
    texts += [each.text for each in instrument.recitals]
    for text in texts:
        if text is not None:
            yield from check_template(text, vocabulary)
    for recital in instrument.recitals:
        if recital.when is not None:
            yield from check_expression(recital.when, vocabulary)


def _officer(instrument: Instrument, library: Library) -> Iterator[Diagnostic]:
    """Check that the question that picks the officer class is a choice among the classes."""
    if not instrument.officer:
        return
    question = library.question(instrument.officer)
    if question is None or question.kind is not Kind.CHOICE:
        known = [each.id for one in library.articles.values() for each in one.questions]
        message = f"`officer` names no question with a choice: `{instrument.officer}`"
        yield error("MB362", message, instrument.at, hint_for(instrument.officer, known))
        return
    for option in question.choices:
        if option.id not in library.officer_classes:
            message = f"the option `{option.id}` of `{question.id}` is no officer class"
            hint = hint_for(option.id, library.officer_classes)
            yield error("MB362", message, question.at, hint)

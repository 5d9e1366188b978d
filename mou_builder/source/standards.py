"""Decodes what a standard asks for: one file a standard or publisher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mou_builder.diagnostics import Diagnostic, error
from mou_builder.model.evidence import Evidence
from mou_builder.model.raw import RawMapping, RawText
from mou_builder.model.standards import Belongs, Passage, Requirement, Standard, Way
from mou_builder.model.template import Template
from mou_builder.source.days import day_in
from mou_builder.source.decode import Fields, name_fault, template_of

# What law calls the three things that it can ask.
_LEGAL: Mapping[str, Belongs] = {
    "term": Belongs.AGREEMENT,
    "process": Belongs.STEP,
    "conduct": Belongs.CONDUCT,
}
ELEMENTS = ("signatures", "recitals", "preamble", "title")


@dataclass(frozen=True, slots=True)
class PassageFile:
    """A decoded passage with the names that it mentions, which are checked beside the library."""

    passage: Passage
    clause: RawText | None
    alternative: RawText | None
    element: RawText | None


@dataclass(frozen=True, slots=True)
class StandardFile:
    """A decoded standard with the names it mentions."""

    standard: Standard
    topics: tuple[RawText, ...]
    states: tuple[RawText, ...]
    see: tuple[RawText, ...]
    passages: tuple[PassageFile, ...]
    replaces: bool
    layer: int


def decode_standard(
    root: RawMapping, identifier: str, *, layer: int, faults: list[Diagnostic]
) -> StandardFile:
    """Return the standard, whatever its faults, which are added to the list."""
    fields = Fields(root, faults, "a standard")
    named = name_fault(identifier, fields.at, "a standard")
    faults += [named] if named else []
    replaces = fields.raw("replaces")
    if replaces and replaces.text != identifier:
        message = f"`{replaces.text}` cannot be replaced from a file called `{identifier}.yaml`"
        hint = f"write `replaces: {identifier}`, or rename the file"
        faults.append(error("MB206", message, replaces.at, hint))
    names = _Names()
    standard = Standard(
        id=identifier,
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        requirements=_requirements(fields, identifier, names, required=True),
        note=fields.text_or("note"),
        at=fields.place("title"),
    )
    fields.done()
    return names.file(standard, replaces=bool(replaces), layer=layer)


def law_standard(fields: Fields, code: str, name: str, layer: int) -> StandardFile | None:
    """Return what a jurisdiction's law requires, out of its facts; None where nothing is on file.

    It reads like any standard: its requirements say `kind` (term, process or conduct) where others
    say where they belong, and `citation` for their source.
    """
    if not fields.has("requirements"):
        return None
    names = _Names()
    found = _requirements(fields, code, names, of_law=True)
    standard = Standard(code, f"{name} law", name, found, at=fields.place("requirements"))
    return names.file(standard, replaces=False, layer=layer)


class _Names:
    """The names that the requirements of one file mention, as they are typed."""

    def __init__(self) -> None:
        self.topics: list[RawText] = []
        self.states: list[RawText] = []
        self.see: list[RawText] = []
        self.passages: list[PassageFile] = []

    def file(self, standard: Standard, *, replaces: bool, layer: int) -> StandardFile:
        """Return the standard with the names gathered while it was decoded."""
        return StandardFile(
            standard,
            tuple(self.topics),
            tuple(self.states),
            tuple(self.see),
            tuple(self.passages),
            replaces,
            layer,
        )


def _requirements(
    fields: Fields,
    standard: str,
    names: _Names,
    *,
    of_law: bool = False,
    required: bool = False,
) -> tuple[Requirement, ...]:
    found: dict[str, Requirement] = {}
    for each in fields.items("requirements", "a requirement", required=required):
        requirement = _requirement(each, standard, names, of_law=of_law)
        if found.setdefault(requirement.id, requirement) is not requirement:
            message = f"the requirement `{requirement.id}` stands twice"
            fields.faults.append(error("MB207", message, requirement.at, "give one another id"))
    return tuple(found.values())


def _belongs(fields: Fields, *, of_law: bool) -> Belongs:
    if not of_law:
        return fields.one_of("belongs", Belongs)
    kind = fields.word_of("kind", tuple(_LEGAL))
    if not kind and not fields.has("kind"):
        fields.text("kind")
    return _LEGAL.get(kind, Belongs.NO)


def _requirement(
    fields: Fields, standard: str, names: _Names, *, of_law: bool = False
) -> Requirement:
    topics = fields.raws("topic", alone=True) if of_law else fields.raws("topics")
    states, see = fields.raws("states"), fields.raws("see")
    names.topics += topics
    names.states += states
    names.see += see
    requirement = Requirement(
        id=_id(fields, standard),
        text=fields.text("text"),
        topics=tuple(each.text for each in topics),
        belongs=_belongs(fields, of_law=of_law),
        evidence=fields.one_of("evidence", Evidence),
        source_label=fields.text("source_label"),
        source=fields.text("citation" if of_law else "source"),
        address=fields.text_or("address"),
        area=fields.text_or("area"),
        states=tuple(each.text for each in states),
        ways=tuple(_ways(fields, names)),
        unmet=fields.text_or("unmet"),
        see=tuple(each.text for each in see),
        note=fields.text_or("note"),
        version=fields.text_or("version"),
        applies_when=fields.text_or("applies_when"),
        when=fields.expression("when"),
        since=day_in(fields, "since"),
        at=fields.place("id"),
    )
    fields.done()
    _check_met(fields, requirement)
    return requirement


def _id(fields: Fields, standard: str) -> str:
    found = fields.text("id")
    prefix, _, name = found.partition(".")
    if found and (prefix != standard or not name):
        message = f"the requirement `{found}` does not fit the file's place"
        hint = f"start its id with `{standard}.`"
        fields.faults.append(error("MB206", message, fields.value_place("id"), hint))
    return found


def _check_met(fields: Fields, requirement: Requirement) -> None:
    """Find a requirement that says neither how it is met nor why not, or says both."""
    if requirement.belongs is not Belongs.AGREEMENT:
        if requirement.ways or requirement.unmet:
            message = f"`{requirement.id}` belongs in no agreement, so none of its clauses meets it"
            key = "met_by" if requirement.ways else "unmet"
            hint = f"take `{key}` out, or write `belongs: agreement`"
            fields.faults.append(error("MB222", message, fields.place(key), hint))
        return
    if requirement.ways and requirement.unmet:
        message = f"`{requirement.id}` says what meets it and why nothing does"
        hint = "take `unmet` out, or `met_by`"
        fields.faults.append(error("MB222", message, fields.place("unmet"), hint))
    elif not (requirement.ways or requirement.unmet or fields.has("met_by")):
        message = f"`{requirement.id}` belongs in an agreement, and nothing says what meets it"
        hint = "write `met_by:` with the words that must stand in a clause, or `unmet:` and why"
        fields.faults.append(error("MB222", message, requirement.at, hint))


# --- ways --------------------------------------------------------------------------------------


def _ways(fields: Fields, names: _Names) -> Iterator[Way]:
    for each in fields.items("met_by", "a way"):
        if each.has("together"):
            parts = [_passage(one, names) for one in each.items("together", "a part of a way")]
            each.done()
        else:
            parts = [_passage(each, names)]
        yield Way(tuple(parts))


def _passage(fields: Fields, names: _Names) -> Passage:
    clause, alternative = fields.raw("clause"), fields.raw("alternative")
    element = fields.raw("element")
    passage = Passage(
        clause=clause.text if clause else "",
        alternative=alternative.text if alternative else "",
        element=element.text if element else "",
        shows=_shows(fields),
        at=fields.at,
    )
    fields.done()
    fault = _unplaced(passage, fields.what)
    if fault:
        fields.faults.append(error("MB223", fault, fields.at, _PLACE))
    elif clause and not passage.shows:
        hint = "write `shows:` and the words of the clause that carry the requirement"
        message = f"nothing says which words of `{clause.text}` are looked for"
        fields.faults.append(error("MB223", message, fields.at, hint))
    names.passages.append(PassageFile(passage, clause, alternative, element))
    return passage


_PLACE = "write `clause: article.name`, or `element:` for what is no clause"


def _unplaced(passage: Passage, what: str) -> str:
    """Return what is wrong with the place that a passage names; empty when it names one."""
    if passage.clause and passage.element:
        return f"{what} names a clause and an element"
    if not passage.clause and not passage.element:
        return f"{what} names neither a clause nor an element"
    return (
        f"{what} names an alternative of no clause"
        if passage.element and passage.alternative
        else ""
    )


def _shows(fields: Fields) -> tuple[Template, ...]:
    """Return the phrases: one text, or a list of texts that are all needed."""
    typed = fields.raws("shows", alone=True)
    return tuple(template_of(each, fields.faults) for each in typed)

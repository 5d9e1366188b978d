"""Decodes what a state's `facts.yaml` says of its law besides citations: contracting, statute."""

from __future__ import annotations

from mou_builder.diagnostics import error
from mou_builder.model.evidence import Evidence
from mou_builder.model.law import (
    SUBJECTS,
    Binding,
    Bound,
    Certificate,
    Contracting,
    Formality,
    FormalityKind,
    FormRule,
    Indemnity,
    IndemnityRule,
    Law,
    MandatoryTerm,
    SroLaw,
    StateForm,
    WordLabel,
)
from mou_builder.model.raw import RawText
from mou_builder.source.days import day_in
from mou_builder.source.decode import Fields, hint_for


def decode_law(fields: Fields, code: str, facts: frozenset[str]) -> Law:
    """Return a jurisdiction's law; each subject names one of the facts of the same file."""
    named: list[RawText] = []
    law = Law(
        code,
        _contracting(fields, named),
        _sro_law(fields),
        _word_labels(fields),
        fields.texts("core"),
        tuple(map(_bound, fields.items("bounds", "a bound"))),
        fields.place("contracting"),
        _state_form(fields),
    )
    for each in named:
        if each.text not in facts:
            message = f"there is no fact `{each.text}` in this file"
            fields.faults.append(error("MB220", message, each.at, hint_for(each.text, facts)))
    return law


def _contracting(fields: Fields, named: list[RawText]) -> Contracting:
    inner = fields.mapping("contracting", "`contracting`")
    if inner is None:
        return Contracting()
    subjects = {}
    for each in SUBJECTS:
        fact = inner.raw(each)
        if fact:
            subjects[each] = fact.text
            named.append(fact)
    found = Contracting(
        subjects=subjects,
        district_named=inner.one_of("district_named", Binding, Binding.NOT_APPLICABLE),
        other_powers=_facts(inner, "other_powers", named),
        formalities=tuple(
            Formality(
                _fact(each, named),
                each.text("topic"),
                each.one_of("kind", FormalityKind),
                each.text("text"),
            )
            for each in inner.items("formalities", "a formality")
        ),
        mandatory_terms=tuple(
            MandatoryTerm(
                _fact(each, named),
                each.text("text"),
                each.one_of("public_counterpart", Binding),
                each.text_or("clause"),
            )
            for each in inner.items("mandatory_terms", "a term")
        ),
        certificates=tuple(
            _certificate(each, named) for each in inner.items("certificates", "a certificate")
        ),
        indemnity=_indemnity(inner, named),
        student_records=_facts(inner, "student_records", named),
        notes=inner.texts("notes"),
        note=inner.text_or("note"),
    )
    inner.done()
    return found


def _certificate(fields: Fields, named: list[RawText]) -> Certificate:
    found = Certificate(
        fact=_fact(fields, named),
        title=fields.text("title"),
        text=fields.template("text"),
        signer=fields.text("signer"),
        kinds=fields.texts("kinds"),
        role=fields.text_or("role"),
        when=fields.expression("when"),
        note=fields.text_or("note"),
    )
    fields.done()
    return found


def _fact(fields: Fields, named: list[RawText]) -> str:
    found = fields.raw("fact", required=True)
    named += [found] if found else []
    return found.text if found else ""


def _facts(fields: Fields, key: str, named: list[RawText]) -> tuple[str, ...]:
    found = fields.raws(key)
    named += found
    return tuple(each.text for each in found)


def _indemnity(fields: Fields, named: list[RawText]) -> Indemnity | None:
    inner = fields.mapping("indemnity", "`indemnity`")
    if inner is None:
        return None
    found = Indemnity(_fact(inner, named), inner.one_of("position", IndemnityRule))
    inner.done()
    return found


def _bound(fields: Fields) -> Bound:
    found = Bound(
        fields.text("of"), fields.texts("against"), fields.expression("holds"), fields.place("of")
    )
    fields.done()
    return found


def _sro_law(fields: Fields) -> SroLaw | None:
    inner = fields.mapping("sro_law", "`sro_law`")
    if inner is None:
        return None
    found = SroLaw(
        title=inner.text("title"),
        citation=inner.text("citation"),
        instrument=inner.text("instrument"),
        mandatory=inner.yes_no("mandatory", default=False),
        tier=inner.whole("tier"),
        applies_to=inner.text("applies_to"),
        version=inner.text("version"),
        source_label=inner.text("source_label"),
        copy=inner.text_or("copy"),
        address=inner.text_or("address"),
        note=inner.text_or("note"),
        mandatory_from=day_in(inner, "mandatory_from"),
    )
    inner.done()
    return found


def _state_form(fields: Fields) -> StateForm | None:
    inner = fields.mapping("state_form", "`state_form`")
    if inner is None:
        return None
    found = StateForm(
        title=inner.text("title"),
        rule=inner.one_of("rule", FormRule),
        citation=inner.text("citation"),
        evidence=inner.one_of("evidence", Evidence),
        source_label=inner.text("source_label"),
        requirement=inner.text_or("requirement"),
        version=inner.text_or("version"),
        address=inner.text_or("address"),
        note=inner.text_or("note"),
        at=inner.value_place("requirement"),
    )
    inner.done()
    return found


def _word_labels(fields: Fields) -> dict[str, WordLabel]:
    inner = fields.mapping("word_labels", "`word_labels`")
    if inner is None:
        return {}
    found = {}
    for name in inner.keys():  # noqa: SIM118 - not a mapping of Python's
        label = inner.mapping(name, "a label")
        if label:
            found[name] = WordLabel(
                label.one_of("evidence", Evidence),
                label.text("source_label"),
                label.text_or("address"),
                label.text_or("note"),
            )
            label.done()
    return found

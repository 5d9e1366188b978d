"""Reads a typed node (text, list or mapping) as the answer to one question."""

from __future__ import annotations

from mou_builder.language import parse_long_text
from mou_builder.model.question import Kind, Question
from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.model.values import NONE, LongText, Record, Unanswered, Value
from mou_builder.stages.answering.bounds import within_bounds
from mou_builder.stages.answering.persons import read_address, read_persons
from mou_builder.stages.answering.scalars import Misread, read_scalar
from mou_builder.stages.answering.typed import Typed, is_blank, is_empty, says_none, text_position
from mou_builder.stages.nearest import one_of


def read_value(question: Question, node: RawNode, typed: Typed, path: str = "") -> Value:
    """Return the answer; an Unanswered for `?` and after noting a fault.

    Nothing typed after the key counts as a key left out: what need not be answered does not apply.
    """
    path = path or question.id
    typed.places[path] = node.at
    if is_blank(node):
        return missing(question) if is_empty(node) else Unanswered((question.id,))
    if isinstance(node, RawText) and says_none(question, node.text):
        return _none(question, node, typed)
    return within_bounds(question, _typed_value(question, node, typed, path), node.at, typed)


def _typed_value(question: Question, node: RawNode, typed: Typed, path: str) -> Value:
    match question.kind:
        case Kind.GROUP:
            return _group(question, node, typed, path)
        case Kind.PERSON:
            return read_persons(question, node, typed, path)
        case Kind.ADDRESS:
            return read_address(question, node, typed, path)
        case Kind.CHOICES:
            return _choices(question, node, typed)
        case Kind.LONG_TEXT:
            return _long_text(question, node, typed)
        case _:
            return _scalar(question, node, typed)


def missing(question: Question) -> Value:
    """Return the value of a question nobody answered: what need not be answered does not apply."""
    return Unanswered((question.id,)) if question.required else NONE


# --- one value ---------------------------------------------------------------------------------


def _none(question: Question, node: RawText, typed: Typed) -> Value:
    if question.none_allowed:
        return NONE
    hint = "write the answer, or `?` while it is not known"
    if question.choices:
        hint = f"write {one_of(each.id for each in question.choices)}, or `?`"
    elif not question.required:
        hint = "leave it empty if nothing shall be said of it, else write the answer"
    return typed.fault(question, Misread("MB314", "`none` does not answer this", hint), node.at)


def _scalar(question: Question, node: RawNode, typed: Typed) -> Value:
    if not isinstance(node, RawText):
        hint = f"write `{question.key}: ` and the value on the same line"
        if isinstance(node, RawList):
            texts = ", ".join(each.text for each in node.items if isinstance(each, RawText))
            hint = f"take the brackets or the dash away: `{question.key}: {texts}`"
        return typed.wrong_shape(question, node, "one value", hint)
    read = read_scalar(question, node.text)
    return typed.fault(question, read, node.at) if isinstance(read, Misread) else read


def _long_text(question: Question, node: RawNode, typed: Typed) -> Value:
    if not isinstance(node, RawText):
        hint = f"write `{question.key}: |` and the text on the next lines, indented"
        return typed.wrong_shape(question, node, "a text", hint)
    typed.faults.extend(parse_long_text(node.text, text_position(node)).diagnostics)
    return LongText(node.text.strip("\r\n"))


# --- several values ----------------------------------------------------------------------------


def _choices(question: Question, node: RawNode, typed: Typed) -> Value:
    """Return the ids of the choices; one choice, or `a, b`, may stand without a list."""
    if isinstance(node, RawMapping):
        example = ", ".join(each.id for each in question.choices[:2])
        hint = f"write `{question.key}: [{example}]`"
        return typed.wrong_shape(question, node, "a list of choices", hint)
    found: list[Value] = []
    for each in node.items if isinstance(node, RawList) else _parts(node):
        value = _scalar(question, each, typed)
        if value in found and not isinstance(value, Unanswered):
            misread = Misread("MB316", f"`{value}` is named twice", "take one of the two out")
            typed.fault(question, misread, each.at)
        found.append(value)
    faulty = any(isinstance(each, Unanswered) for each in found)
    return Unanswered((question.id,)) if faulty else tuple(found)


def _parts(node: RawText) -> tuple[RawText, ...]:
    """Return the parts of `a, b` as texts of their own."""
    parts, start = [], 0
    for part in node.text.split(","):
        lead = len(part) - len(part.lstrip())
        word = part.strip()
        at = node.at._replace(column=node.at.column + start + lead, length=max(1, len(word)))
        parts.append(RawText(word, at))
        start += len(part) + 1
    return tuple(parts)


def _group(question: Question, node: RawNode, typed: Typed, path: str) -> Value:
    if not isinstance(node, RawList):
        hint = "start each one on a new line with `- `, and indent its keys"
        if question.id == "parties":
            hint += ", or write lines such as `parties.district.legal_name: ` without `parties:`"
        return typed.wrong_shape(question, node, f"a list ({question.blank})", hint)
    members, ids = [], set[str]()
    for number, item in enumerate(node.items, 1):
        member = read_member(question, item, typed, f"{path}.{number}")
        if member.id and member.id in ids:
            hint = "give each its own `id:`, or leave `id:` out"
            misread = Misread("MB316", f"the id `{member.id}` is used twice", hint)
            typed.fault(question, misread, item.at)
        ids.add(member.id or "")
        members.append(member)
    return tuple(members)


def read_member(question: Question, node: RawNode, typed: Typed, path: str) -> Record:
    """Return one member of a group: each field that the group declares, in its order."""
    if not isinstance(node, RawMapping):
        if not is_blank(node):
            first = question.fields[0].key
            hint = f"write `- {first}: ` and the value, and the other keys below it"
            typed.wrong_shape(question, node, "keys with values", hint)
        node = RawMapping((), node.at)
    typed.places[path] = node.at
    typed.only_known(question, node, ("id", *(each.key for each in question.fields)))
    fields = {}
    for inner in question.fields:
        given = node.get(inner.key)
        if given is None:
            fields[inner.key] = missing(inner)
        else:
            fields[inner.key] = read_value(inner, given, typed, f"{path}.{inner.key}")
    given = node.get("id")
    identifier = given.text.strip() if isinstance(given, RawText) else ""
    return Record(fields, identifier or None)

"""Says how an answer reads, for the reasons why a condition holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mou_builder.language import forms
from mou_builder.language.scope import Scope
from mou_builder.model.selection import Reason
from mou_builder.model.values import (
    NONE,
    Duration,
    LongText,
    NotApplicable,
    Record,
    Unanswered,
    Value,
)

_LONGEST = 60


def reason_for(path: str, scope: Scope) -> Reason:
    """Return the answer at the path, as it reads now, and where it stands."""
    parts = path.split(".")
    if path == "state":
        return Reason(path, scope.state or "not answered")
    if path == "instrument":
        return Reason(path, scope.instrument)
    if parts[0] == "parties":
        return Reason(path, _roles_held(scope))
    answer = scope.answers.answers.get(".".join(parts[:2]))
    at = scope.answers.places.get(path) or (answer.at if answer else None)
    if parts[0] not in scope.articles:
        return Reason(path, "not part of this kind of agreement", at)
    return Reason(path, reads(_inside(answer.value if answer else Unanswered(), parts[2:])), at)


def reads(value: Value) -> str:
    """Return the value in a few words: `percentage`, `yes`, `2026-07-01`, `not answered`."""
    match value:
        case Unanswered():
            return "not answered"
        case NotApplicable():
            return "none"
        case bool():
            return "yes" if value else "no"
        case str() | LongText():
            text = " ".join((value if isinstance(value, str) else value.source).split())
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
        case int() | Decimal():
            return forms.number(value)
        case _:
            return _reads_other(value)


def _reads_other(value: date | Duration | Record | tuple[Value, ...]) -> str:
    match value:
        case date():
            return value.isoformat()
        case Duration(count, unit):
            return f"{count} {unit}{'' if count == 1 else 's'}"
        case Record():
            return ", ".join(reads(each) for each in value.fields.values())
        case _:
            words = [each for each in value if isinstance(each, str)]
            return ", ".join(words) if words else f"{len(value)} given"


def _inside(value: Value, parts: list[str]) -> Value:
    for part in parts:
        match value:
            case Record() if part in value.fields:
                value = value.fields[part]
            case tuple() if part.isdigit() and 0 < int(part) <= len(value):
                value = value[int(part) - 1]
            case Unanswered():
                return value
            case _:
                return NONE
    return value


def _roles_held(scope: Scope) -> str:
    roles = dict.fromkeys(role for each in scope.answers.parties for role in each.roles)
    return f"roles held: {', '.join(roles)}" if roles else "no role is held"

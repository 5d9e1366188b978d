"""What the shipped clauses and their wordings declare that they need or rule out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mou_builder.language.walk import parts_of
from mou_builder.model.template import Path
from tests.library import shipped

# A clause and one of its wordings, or `""` where the clause in any wording is meant.
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """That a clause, or one wording of it, needs or rules out another."""

    kind: str
    of: Name
    other: Name

    def __str__(self) -> str:
        return f"{spelled(self.of)} {self.kind} {spelled(self.other)}"


def spelled(name: Name) -> str:
    """Return the name as clause files write it."""
    return ".".join(filter(None, name))


@cache
def relations() -> tuple[Relation, ...]:
    """Return every relation that a shipped clause or wording declares."""
    return tuple(_declared())


@cache
def requirements(name: Name) -> list[Name]:
    """Return what the wording requires, itself or through its clause."""
    clause = shipped.library().clauses[name[0]]
    of = {name, (clause.id, "")}
    return [each.other for each in relations() if each.kind == "requires" and each.of in of]


@cache
def rivals(name: Name) -> list[Name]:
    """Return what cannot stand beside the wording, whichever of the two declares it.

    What requires another wording of the same clause is a rival, too.
    """
    clause, wording = name
    found = []
    for each in relations():
        if each.kind == "conflicts" and _is(name, each.of):
            found.append(each.other)
        if each.kind == "conflicts" and _is(name, each.other):
            found.append(each.of)
        if (
            each.kind == "requires"
            and each.other[0] == clause
            and each.other[1] not in ("", wording)
        ):
            found.append(each.of)
    return [each for each in found if each[0] != clause]


@cache
def related() -> frozenset[str]:
    """Return the questions on which the being there of what has relations turns."""
    names = {each[0] for one in relations() for each in (one.of, one.other)}
    clauses = [shipped.library().clauses[each] for each in names]
    conditions = [each.when for each in clauses]
    conditions += [each.when for clause in clauses for each in clause.alternatives]
    paths = [part for each in conditions if each for part in parts_of(each)]
    return frozenset(".".join(each.parts[:2]) for each in paths if isinstance(each, Path))


def _is(name: Name, declared: Name) -> bool:
    return name[0] == declared[0] and declared[1] in ("", name[1])


def _declared() -> Iterator[Relation]:
    for clause in shipped.clauses():
        holders = [(("", clause.requires), ("", clause.conflicts))]
        holders += [
            ((each.id, each.requires), (each.id, each.conflicts)) for each in clause.alternatives
        ]
        for needs, rules_out in holders:
            for kind, (wording, named) in (("requires", needs), ("conflicts", rules_out)):
                for other in named:
                    yield Relation(kind, (clause.id, wording), _name(other))


def _name(declared: str) -> Name:
    """Return the clause and the wording that the name stands for."""
    if declared in shipped.library().clauses:
        return declared, ""
    clause, _, wording = declared.rpartition(".")
    return clause, wording

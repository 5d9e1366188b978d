"""The officer called by another name than this agreement's.

## What it finds

In the texts of a library: the officer's title typed, such as `SRO`, where `{{ officer }}` prints
what the agreement calls the officer. In an agreement: the title of another class, such as `SRO` in
an agreement of School Resource Deputies. In both: `law enforcement SRO`.

## Why it is bad

Two names are read as two kinds of officer, with different duties. It is the trace of a text taken
over from another agreement, or of words replaced everywhere.

## Example

    The law enforcement SRO shall meet the Special Officer each week.

## Write instead

    The {{ officer }} meets the Principal each week.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mou_builder.diagnostics import Diagnostic, warning
from mou_builder.model.names import OfficerClass
from mou_builder.rules import Rule
from mou_builder.rules.analysis import Analysis, Part


def _check(analysis: Analysis) -> Iterator[Diagnostic]:
    pattern = _pattern(analysis)
    for sentence in analysis.sentences(Part.TEXT, Part.TABLE, Part.HEADING):
        for found in pattern.finditer(sentence.unquoted):
            at = sentence.position(found.start(), len(found[0]))
            ours = analysis.officer.term if analysis.officer else ""
            message = f"`{found[0]}` is not what this agreement calls the officer: {ours}"
            if not ours:
                message = f"`{found[0]}` is the officer's name in some agreements only"
            yield warning("MB723", message, at, "write `{{ officer }}` or `{{ officers }}`")


def _pattern(analysis: Analysis) -> re.Pattern[str]:
    """Return what finds the names of the officer that do not belong in these texts."""
    named = [_names(each) for each in analysis.officers.values()]
    ours = _names(analysis.officer) if analysis.officer else ()
    others = sorted({each for names in named for each in names} - {*ours}, key=len, reverse=True)
    twice = rf"law enforcement (?:{_any(name for names in named for name in names)})"
    # "School Police Officer" holds no other class's "Officer": whole names only, longest first.
    return re.compile(rf"(?<![\w-])(?:{twice}{'|' if others else ''}{_any(others)})(?![\w-])")


def _any(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, names))


def _names(officer: OfficerClass) -> tuple[str, ...]:
    return (officer.term, officer.terms, officer.full, officer.full_plural)


RULE = Rule("MB723", _check, __doc__)

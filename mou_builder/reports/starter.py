"""The starter: an answer file with the few questions of a first draft, a line to type on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mou_builder.model.instrument import Instrument
from mou_builder.model.library import ClauseScope, Jurisdiction, Library
from mou_builder.model.question import Hole, Kind, Question, StarterQuestion, Who
from mou_builder.reports.asked import questions_asked
from mou_builder.reports.asking import WHO, comment_lines, kind_text

HEAD = """{title}: {count} questions for a first draft

Type each answer on the line below its question, after the colon and a space, as you would write \
it in a letter: July 1, 2027; $163,800; 50%; 30 days. Leave empty what you do not know: the draft \
then shows a blank, and every run lists what is open and who can answer it. The lines with a # in \
front are notes for you; they are in no document.

What comes out is a draft for review by counsel, not legal advice.

    mou-builder render {file}    writes the draft as a Word file beside this one
    mou-builder check {file}     says what is wrong and what is open
"""
SCOPE = (
    "How much the agreement says. core: what law, grants, money, risk and the years of the "
    "agreement need. full: a clause on every subject."
)
STANCE = (
    "What fills the answers that you leave open: balanced wording, or what the district or the "
    "agency usually asks for. Risk is never filled so: counsel decides it."
)
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as the starter puts it: its own words, and the library's where it has none."""

    key: str
    prompt: str
    help: str
    who: Who
    answer: str
    options: tuple[tuple[str, str], ...]
    example: str


def starter(
    instrument: Instrument,
    library: Library,
    state: Jurisdiction | None,
    scope: ClauseScope,
    file: str,
) -> str:
    """Return the answer file's text; `file` is its name, `state` None where it is not known."""
    asked = starter_questions(instrument, library, scope, state)
    typed = {"instrument": instrument.id, "state": state.code.upper() if state else ""}
    head = HEAD.format(title=instrument.title, count=len(asked), file=file)
    lines = [*comment_lines(head), ""]
    lines += [*comment_lines(SCOPE), f"scope: {scope.value}", ""]
    lines += [*comment_lines(STANCE), "stance: balanced"]
    for number, each in enumerate(asked, 1):
        lines += ["", *_question(number, each), f"{each.key}: {typed.get(each.key, '')}".rstrip()]
    return "\n".join(lines) + "\n"


def starter_questions(
    instrument: Instrument, library: Library, scope: ClauseScope, state: Jurisdiction | None
) -> tuple[Asked, ...]:
    """Return the questions of the starter on which an agreement of this kind and scope turns."""
    needed = questions_asked(instrument, library, scope, state.code if state else None)
    return tuple(
        _asked(each, library)
        for each in library.starter
        if _matters(library.typed_as(each.key), needed)
    )


def _matters(question: Question | None, needed: frozenset[str]) -> bool:
    """Whether something turns on the answer; what is no article's question always matters."""
    if question is None or question.id == "other_parties" or question.id.startswith("parties."):
        return True
    holes = [
        piece.question
        for form in question.forms
        for piece in form.pieces
        if isinstance(piece, Hole)
    ]
    sets = [name for form in question.forms for name, _ in form.sets]
    return bool(needed.intersection((question.id, *holes, *sets)))


def _asked(put: StarterQuestion, library: Library) -> Asked:
    words = library.asked_as(put.key)
    if words is None:
        who = put.who or Who.OFFICE
        return Asked(put.key, put.prompt, put.help, who, put.form, (), put.example)
    options = () if put.form else _options(words)
    answer = put.form or ("one of these" if options else kind_text(words))
    return Asked(put.key, words.prompt, words.help, words.who, answer, options, words.example or "")


def _options(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the choices as one types them, each with what it means."""
    if question.kind is not Kind.CHOICE:
        return ()
    return tuple((each.id.replace("_", " "), each.label) for each in question.choices)


def _question(number: int, asked: Asked) -> Iterator[str]:
    yield from comment_lines(f"{number}. {asked.prompt}", "", INDENT)
    yield from _indented(asked.help)
    yield from _indented(f"Who can answer: {WHO[asked.who]}")
    yield from _indented(f"Answer: {asked.answer}")
    yield from _table(asked.options)
    if asked.example:
        yield from _indented(f"Example: {asked.example}")


def _indented(text: str) -> Iterator[str]:
    """Yield the text as comment lines, each indented under the question's number."""
    for line in comment_lines(text, INDENT):
        yield f"# {INDENT}{line.strip().removeprefix('# ')}"


def _table(options: Sequence[tuple[str, str]]) -> Iterator[str]:
    width = max((len(name) for name, _ in options), default=0)
    for name, label in options:
        yield from _indented(f"  {name.ljust(width)}  {label}".rstrip())

"""Lists the questions that are open in a document, each once, with what to type where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic, Related, open_item
from mou_builder.model.agreement import Draft
from mou_builder.model.answers import Answers
from mou_builder.model.document import Blank, Block, Exhibit, Inline, Provision, SignatureBlock
from mou_builder.model.library import Clause, Library
from mou_builder.model.selection import Reason, Selection, Truth
from mou_builder.model.values import Record, Unanswered, Value
from mou_builder.stages.blocks import runs_of
from mou_builder.stages.resolving.lines import Line, lines_for

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Uses:
    """Where the answers to open questions are used, by question, in reading order."""

    found: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, question: str, where: str) -> None:
        """Note one use; the same words are noted once."""
        self.found.setdefault(question, {})[where] = None


def open_questions(
    blocks: tuple[Block[Inline], ...],
    draft: Draft,
    library: Library,
    answers: Answers,
    selection: Selection,
) -> Iterator[Diagnostic]:
    """Yield an open item for each question whose answer a blank or a condition waits for."""
    uses = Uses()
    for where, part in _parts(blocks, articles=draft.scheme.articles):
        for run in runs_of(part):
            for inline in run:
                if isinstance(inline, Blank) and inline.question:
                    uses.add(inline.question, f"used in {where}")
    for selected in selection.chosen:
        what = "whether" if selected.condition is Truth.UNKNOWN else "in which words"
        for name in unanswered(selected.reasons, answers) if selected.open else ():
            uses.add(name, _decides(what, selected.clause))
    yield from _items(uses, library, answers)


def _decides(what: str, clause: Clause) -> str:
    then = "; counsel may still have to accept it" if clause.counsel_decides else ""
    return f"decides {what} `{clause.id}` stands in the agreement{then}"


def unanswered(reasons: Iterable[Reason], answers: Answers) -> tuple[str, ...]:
    """Return the questions behind the reasons that nobody has answered yet."""
    found: dict[str, None] = {}
    for reason in reasons:
        given = answers.answers.get(".".join(reason.answer.split(".")[:2]))
        for name in _open_in(given.value if given else None):
            found[name] = None
    return tuple(found)


def _open_in(value: Value | None) -> Iterator[str]:
    if isinstance(value, Unanswered):
        yield from value.questions
    elif isinstance(value, tuple):
        for each in value:
            yield from _open_in(each)
    elif isinstance(value, Record):
        for each in value.fields.values():
            yield from _open_in(each)


# --- where -------------------------------------------------------------------------------------


def _parts(
    blocks: tuple[Block[Inline], ...], *, articles: bool
) -> Iterator[tuple[str, Block[Inline]]]:
    """Yield the parts of the document with the words that say which one it is."""
    for block in blocks:
        if isinstance(block, Provision) and articles:
            for each in block.content:
                yield _named(each if isinstance(each, Provision) else block), each
        elif isinstance(block, Provision):
            yield _named(block), block
        elif isinstance(block, SignatureBlock):
            yield "the signatures", block
        elif isinstance(block, Exhibit):
            yield block.label, block
        else:
            yield "the opening", block


def _named(provision: Provision[Inline]) -> str:
    name = provision.heading or f"`{provision.anchor}`"
    return f"{provision.label} {name}".strip()


# --- one question ------------------------------------------------------------------------------


def _items(uses: Uses, library: Library, answers: Answers) -> Iterator[Diagnostic]:
    """Yield one item for each line to type on, which may settle several questions."""
    lines: dict[str, tuple[Line, list[str], dict[str, None]]] = {}
    for name, places in uses.found.items():
        if name == "state":
            continue
        if name.startswith("words."):
            yield _word(name.removeprefix("words."), tuple(places), library, answers)
            continue
        found = tuple(lines_for(name, library, answers))
        if not found:
            related = _related(tuple(places))
            yield open_item("MB317", f"`{name}` is not known", None, None, related)
        for line in found:
            _, blanks, where = lines.setdefault(line.key, (line, [], {}))
            blanks.append(line.blank)
            where.update(places)
    for line, blanks, where in lines.values():
        yield _item(line, blanks, tuple(where))


def _item(line: Line, blanks: list[str], uses: tuple[str, ...]) -> Diagnostic:
    question = line.question
    asked = Related(f'asked by: {line.key} ("{question.prompt}") ({question.who.words})')
    also = [Related("also here", each) for each in line.places[1:_SHOWN]]
    return open_item(
        "MB317",
        f"not answered: {', '.join(dict.fromkeys(blanks))} (`{line.key}`)",
        next(iter(line.places), None),
        line.hint,
        (asked, *_related(uses), *also),
    )


def _related(uses: tuple[str, ...]) -> tuple[Related, ...]:
    more = len(uses) - _SHOWN
    rest = (Related(f"and in {more} more places"),) if more > 0 else ()
    return (*(Related(each) for each in uses[:_SHOWN]), *rest)


def _word(name: str, uses: tuple[str, ...], library: Library, answers: Answers) -> Diagnostic:
    state = library.jurisdictions.get(answers.decisions.state)
    word = name.replace("_", " ")
    return open_item(
        "MB610",
        f"the word for `{word}` in {state.name if state else 'this state'} is not on file yet",
        answers.places.get("state"),
        "counsel writes the sentence with the right word under `reword:`",
        _related(uses),
    )

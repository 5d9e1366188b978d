"""Lists the questions that are open in a document, each once, with what to type where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mou_builder.diagnostics import Diagnostic, Position, Related, open_item
from mou_builder.model.agreement import Draft
from mou_builder.model.answers import Answers
from mou_builder.model.document import Blank, Block, Exhibit, Inline, Provision, SignatureBlock
from mou_builder.model.library import Library
from mou_builder.model.question import Kind, Question
from mou_builder.model.selection import Reason, Selection, Truth
from mou_builder.model.values import Record, Unanswered, Value
from mou_builder.stages.blocks import runs_of
from mou_builder.stages.nearest import one_of

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
            uses.add(name, f"decides {what} `{selected.clause.id}` stands in the agreement")
    for name, places in uses.found.items():
        yield from _item(name, tuple(places), library, answers)


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


def _item(
    name: str, uses: tuple[str, ...], library: Library, answers: Answers
) -> Iterator[Diagnostic]:
    if name == "state":
        return
    question = library.question(name)
    if name.startswith("words."):
        yield _word(name.removeprefix("words."), uses, library, answers)
    elif question is None:
        yield open_item("MB317", f"`{name}` is not known", None, None, _related(uses))
    else:
        places = tuple(_places(name, answers))
        asked = Related(f'asked by: {question.id} ("{question.prompt}")')
        also = [Related("also here", each) for each in places[1:_SHOWN]]
        yield open_item(
            "MB317",
            f"not answered: {question.blank} (`{question.id}`)",
            places[0] if places else Position(answers.file, 1, 1),
            _what_to_type(question, answers),
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


def _what_to_type(question: Question, answers: Answers) -> str:
    article, *_, key = question.id.split(".")
    nested = article in answers.places or article == "parties"
    under = f"under `{article}:` write" if nested else "write"
    name = key if nested else question.id
    if question.kind is Kind.GROUP:
        keys = ", ".join(f"`{each.key}`" for each in question.fields[:_SHOWN])
        return f"{under} `{name}:`, and below it a line `- ` for each, with {keys}"
    if question.example:
        return f"{under} the answer, for example `{name}: {question.example}`"
    options = one_of(each.id for each in question.choices)
    return f"{under} `{name}: ` and {options or 'the answer'}"


def _places(name: str, answers: Answers) -> Iterator[Position]:
    """Yield where the answer is missing: at the `?`, else at what it should stand in."""
    top = "parties" if name.startswith("parties.") else ".".join(name.split(".")[:2])
    given = answers.answers.get(top)
    for path in _open_paths(name, given.value if given else Unanswered((name,)), top):
        parts = path.split(".")
        for length in range(len(parts), 0, -1):
            at = answers.places.get(".".join(parts[:length]))
            if at:
                yield at
                break


def _open_paths(name: str, value: Value, path: str) -> Iterator[str]:
    if isinstance(value, Unanswered) and (name in value.questions or not value.questions):
        yield path
    elif isinstance(value, tuple):
        for number, each in enumerate(value, 1):
            yield from _open_paths(name, each, f"{path}.{number}")
    elif isinstance(value, Record):
        for key, each in value.fields.items():
            yield from _open_paths(name, each, f"{path}.{key}")

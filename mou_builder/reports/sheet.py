"""A sheet of questions to send to whoever can answer them, with a line to write on for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mou_builder.model.agreement import Agreement, Provenance
from mou_builder.model.document import (
    AgreementBlock,
    BulletList,
    Document,
    Emphasis,
    Furniture,
    Inline,
    Paragraph,
    Properties,
    Provision,
    Role,
    Text,
)
from mou_builder.model.library import Library
from mou_builder.model.question import Kind, Question, Who
from mou_builder.model.style import Level, NumberFormat, NumberingScheme
from mou_builder.model.template import Expression
from mou_builder.reports.asking import WHO, kind_text
from mou_builder.reports.conditions import condition_words

RULE = "_" * 60
# Answers for which one line is short.
_LONG = (Kind.LONG_TEXT, Kind.GROUP, Kind.CHOICES, Kind.PERSON, Kind.ADDRESS)
_NUMBERED = NumberingScheme(
    "sheet", "Numbered questions", (Level(NumberFormat.DECIMAL, "%1."),), articles=False
)
INTRO = (
    "These answers go into the draft of an agreement between the school district and the law "
    "enforcement agency about officers at schools. Leave open what you do not know. The words in "
    "brackets behind a question are its name in the answer file."
)


@dataclass(frozen=True, slots=True)
class Part:
    """The questions of one article, under its heading."""

    heading: str
    questions: tuple[Question, ...]


def parts(
    library: Library, articles: Sequence[str], wanted: Callable[[Question], bool]
) -> tuple[Part, ...]:
    """Return the questions wanted, the parties' first and then by article in this order."""
    groups = [Part("The Parties", library.party_questions)]
    groups += [
        Part(library.articles[each].heading, library.articles[each].questions)
        for each in articles
        if each in library.articles
    ]
    kept = (Part(each.heading, tuple(_kept(each.questions, wanted))) for each in groups)
    return tuple(each for each in kept if each.questions)


def parts_of(
    library: Library, articles: Sequence[str], asked: Sequence[Question]
) -> tuple[Part, ...]:
    """Return these questions, those of the parties first and then by article in this order.

    The questions of an article stand as it asks them, its lines of several answers first.
    """
    found = []
    for name in ("parties", *articles):
        article = library.articles.get(name)
        order = [each.id for each in article.questions] if article else []
        own = [each for each in asked if each.id.split(".")[0] in (name, f"other_{name}")]
        own.sort(key=lambda each: order.index(each.id) if each.id in order else -1)
        found.append(Part(article.heading if article else "The Parties", tuple(own)))
    return tuple(each for each in found if each.questions)


def _kept(questions: Iterable[Question], wanted: Callable[[Question], bool]) -> Iterator[Question]:
    """Yield the questions wanted; of a group that is not, the fields that are."""
    for each in questions:
        if wanted(each):
            yield each
        else:
            yield from filter(wanted, each.fields)


def sheet(
    who: Who | None,
    sections: Sequence[Part],
    library: Library,
    as_of: str,
    *,
    still_open: bool = False,
) -> Agreement:
    """Return the sheet as a document that every format can write.

    Where `who` is None it is for everybody, each one's questions together.
    What is `still_open` in an agreement is asked there: it stands without its condition.
    """
    title = f"Questions for {WHO[who]}" if who else "Questions that are open"
    blocks: list[AgreementBlock] = [
        Paragraph(Role.TITLE, (Text(title),)),
        Paragraph(Role.BODY, (Text(INTRO),)),
    ]
    if not sections:
        blocks.append(_paragraph("Nothing is open."))
    number = 0
    for section in sections if who else _by_who(sections):
        blocks.append(Paragraph(Role.ARTICLE_HEADING, (Text(section.heading),)))
        for question in section.questions:
            number += 1
            when = "" if still_open or not question.when else _only_if(question.when, library)
            blocks.append(_question(number, question, when))
    properties = Properties(title, "", "", "en-US", as_of)
    document = Document(properties, Furniture(title), tuple(blocks))
    return Agreement(document, _NUMBERED, Provenance("", "", "", as_of), "")


# --- one question ------------------------------------------------------------------------------


def _by_who(sections: Iterable[Part]) -> tuple[Part, ...]:
    """Return the questions by who can answer them, each one's in the order of the articles."""
    asked = [each for section in sections for each in section.questions]
    groups = (
        Part(f"For {WHO[who]}", tuple(each for each in asked if each.who is who)) for who in Who
    )
    return tuple(each for each in groups if each.questions)


def _only_if(condition: Expression, library: Library) -> str:
    return f"Only if {condition_words(condition, library)}."


def _question(number: int, question: Question, when: str) -> Provision[Inline]:
    words = [_paragraph(each) for each in (question.help, when) if each]
    content: list[AgreementBlock] = [
        Paragraph(Role.BODY, (Emphasis(question.prompt, bold=True), Text(f" ({question.id})"))),
        *words,
        _paragraph(f"Answer: {_kind(question)}"),
        *_options(question),
        *(_paragraph(RULE) for _ in range(2 if question.kind in _LONG else 1)),
    ]
    anchor = question.id.replace(".", "_")
    return Provision(anchor, 0, "", tuple(content), f"{number}.", f"{number}.")


def _paragraph(text: str) -> Paragraph[Inline]:
    return Paragraph(Role.BODY, (Text(" ".join(text.split())),))


def _kind(question: Question) -> str:
    if question.forms and question.example and not question.choices:
        return f"for example: {question.example}"
    if question.forms and question.example and _is_no_choice(question, question.example):
        return f"{kind_text(question)}, or for example: {question.example}"
    if question.kind is Kind.CHOICES:
        return "any of these"
    if question.kind is Kind.GROUP:
        inner = "; ".join(each.prompt for each in question.fields)
        return f"one line for each, with the answers to: {inner}"
    if question.kind in (Kind.PERSON, Kind.ADDRESS, Kind.LONG_TEXT):
        return {Kind.PERSON: "name and title", Kind.ADDRESS: "street, city, state and zip"}.get(
            question.kind, "words, as many as it takes"
        )
    return kind_text(question)


def _is_no_choice(question: Question, words: str) -> bool:
    said = words.replace(" ", "_").casefold()
    return all(said not in (each.id, each.label.casefold()) for each in question.choices)


def _options(question: Question) -> Iterator[AgreementBlock]:
    if question.choices:
        items = [
            f"{each.label}. {each.help}" if each.help else each.label for each in question.choices
        ]
        yield BulletList(tuple((_paragraph(each),) for each in items))

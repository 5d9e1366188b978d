"""What the tests of reading share: a small library on disk, and readers of typed text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from mou_builder.diagnostics import Diagnostic, Outcome
from mou_builder.model.raw import RawList, RawMapping, RawNode, RawText
from mou_builder.source.text import Source
from mou_builder.source.tree import parse_yaml

ARTICLE = """\
heading: Funding
questions:
  - key: model
    prompt: Who pays?
    type: choice
    choices:
      - {id: percentage, label: a percentage}
      - {id: none, label: nobody}
    example: percentage
  - key: amount
    prompt: How much?
    type: money
    min: 0
"""
CLAUSE = """\
id: funding.cost_share
heading: Cost sharing
order: 20
when: funding.model != "none"
topics: [cost]
decide: counsel
alternatives:
  - id: whole
    default: true
    usual: {asked_by: agency, basis: seen, seen_in: [wa-2021]}
    text: |
      {{ the.payer }} shall pay {{ funding.amount | money }}.
    note: Settle the base first.
    summary: "{{ the.payer }} pays."
version: 2
reviewed: null
"""
INSTRUMENT = """\
id: mou
title: Memorandum
summary: A memorandum.
term: MOU
title_lines: [Memorandum of Understanding]
opening: none
recital_form: whereas
party_form: sentence
signature_form: columns
contents: yes
numbering: article
roles:
  district: {singular: District, plural: Districts, required: yes, default_for: [school_district]}
  agency: {singular: Agency, plural: Agencies, default_for: [city]}
  payer: {singular: Payer, plural: Payers}
recitals:
  - {id: aim, text: the parties wish to agree; and, when: funding.model is answered}
preamble: This MOU is made by {{ parties_named }}.
lead: Signed.
articles: [funding]
words: {governing_body: board}
"""
STYLE = """\
title: Plain
numbering: article
forms: {counts: words_and_figures, cents: when_needed}
word_styles: {title: Title}
"""
SCHEME = """\
title: Article 1
levels:
  - {format: decimal, text: "Article %1"}
  - {format: decimal, text: "%1.%2", noun: Section}
  - {format: lowerLetter, text: "(%3)", noun: Section}
  - {format: lowerRoman, text: "(%4)", noun: Section}
  - {format: upperLetter, text: "(%5)", noun: Section}
"""
FACTS = """\
code: wa
name: Washington
words: {governing_body: board of directors}
facts:
  - id: wa.interlocal
    name: Interlocal Cooperation Act
    citation: RCW ch. 39.34
    evidence: read
    source_label: seen
"""
PARTIES = """\
kinds:
  - {id: school_district, label: school district}
  - {id: city, label: city}
  - {id: department, label: department, entity: no}
questions:
  - {key: kind, prompt: What is it?, type: choice, required: no}
  - {key: legal_name, prompt: What is it called?, type: text}
"""
STANDARD = """\
title: Board policy
publisher: our board
note: Adopted in May.
requirements:
  - id: board.paid
    area: money
    text: The price is stated.
    topics: [cost]
    states: [wa]
    belongs: agreement
    evidence: secondary
    source_label: SEEN in part
    source: policy 1
    address: https://example.org
    met_by:
      - clause: funding.cost_share
        alternative: whole
        shows: "{{ the.payer }} shall pay"
      - together:
          - {clause: funding.cost_share, shows: [shall, pay]}
          - {element: signatures}
    note: Of the school.
  - id: board.silent
    text: The weather is stated.
    topics: [cost]
    belongs: agreement
    evidence: recalled
    source_label: RECALLED
    source: policy 2
    unmet: No clause speaks of it.
    see: [funding.cost_share]
"""
SMALL = {
    "clauses/funding/article.yaml": ARTICLE,
    "clauses/funding/cost_share.yaml": CLAUSE,
    "clauses/topics.yaml": "topics:\n  - {id: cost, title: Cost, states: [funding_cost], "
    "standards: [28], agreements: [escalator]}\n",
    "clauses/officers.yaml": "classes:\n  - {id: sro, term: SRO, terms: SROs, full: Officer,"
    " full_plural: Officers}\n",
    "clauses/parties.yaml": PARTIES,
    "clauses/jurisdictions/wa/facts.yaml": FACTS,
    "clauses/standards/board.yaml": STANDARD,
    "clauses/exhibits/contacts.yaml": "title: Contacts\ntext: Names.\n",
    "templates/instruments/mou.yaml": INSTRUMENT,
    "templates/numbering/article.yaml": SCHEME,
    "templates/styles/plain/style.yaml": STYLE,
    "templates/styles/plain/reference.docx": "PK",
}


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of the small library; what it is given changes or, as None, removes files."""

    def write(changes: Mapping[str, str | None] | None = None) -> Path:
        root = tmp_path / "root"
        for name, content in {**SMALL, **(changes or {})}.items():
            if content is not None:
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8", newline="")
        return root

    return write


@pytest.fixture
def read() -> Callable[[str | bytes], Outcome[RawMapping]]:
    """Return a reader of typed YAML."""

    def reader(typed: str | bytes) -> Outcome[RawMapping]:
        content = typed.encode() if isinstance(typed, str) else typed
        return parse_yaml(Source("answers.yaml", content))

    return reader


@pytest.fixture
def plain() -> Callable[[RawNode | None], object]:
    """Return a function that strips the places off a tree."""

    def stripped(node: RawNode | None) -> object:
        match node:
            case RawText():
                return node.text
            case RawList():
                return [stripped(each) for each in node.items]
            case RawMapping():
                return {each.key: stripped(each.value) for each in node.entries}
            case None:
                return None

    return stripped


@pytest.fixture
def placed() -> Callable[[Outcome[object]], list[tuple[str, int, int]]]:
    """Return a function that gives the code, line and column of every diagnostic."""

    def of(outcome: Outcome[object]) -> list[tuple[str, int, int]]:
        return [_place(each) for each in outcome.diagnostics]

    return of


def _place(diagnostic: Diagnostic) -> tuple[str, int, int]:
    at = diagnostic.at
    return (diagnostic.code, at.line, at.column) if at else (diagnostic.code, 0, 0)

"""To add to the shipped library, one adds a file: nothing else changes, and it is all in use."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from mou_builder.language import Scope
from mou_builder.model.agreement import Agreement
from mou_builder.model.document import Block, Inline, Provision
from mou_builder.model.instrument import Instrument
from mou_builder.model.library import Library
from mou_builder.model.selection import Selection
from mou_builder.model.style import HouseStyle
from mou_builder.pipeline import PROGRAM
from mou_builder.reports.coverage import Standing, coverage
from mou_builder.source import read_answers, read_instrument, read_library, read_style
from mou_builder.stages import answer, draft, resolve, select
from mou_builder.stages.scope import scope_of

ROOT = Path(__file__).parents[2]
CLAUSE = """\
id: safety.kennel
heading: Search dogs
order: 990
when: safety.dogs
topics: [emergency_planning]
alternatives:
  - id: kept_away
    default: true
    text: |
      {{ the.agency }} shall keep its {{ safety.dog_count | counted("dog", "dogs") }}
      away from the gates under {{ ref("safety.wa_gate") }}.
    note: For counsel. One. Two.
    summary: Dogs stay away.
version: 1
reviewed: null
"""
STATE_CLAUSE = """\
id: safety.wa_gate
heading: Gates
order: 991
topics: [emergency_planning]
alternatives:
  - id: closed
    default: true
    text: |
      {{ the.district }} shall keep the gates closed.
    note: For counsel. One. Two.
    summary: Gates are closed.
version: 1
reviewed: null
"""
STANDARD = """\
title: Kennel rules
publisher: our board
requirements:
  - id: kennel.kept
    text: Dogs are kept away from the gates.
    topics: [emergency_planning]
    belongs: agreement
    evidence: read
    source_label: SEEN
    source: board policy 1
    met_by:
      - clause: safety.kennel
        shows: "{{ the.agency }} shall keep its"
"""
QUESTIONS = """\
  - key: dogs
    prompt: Are there dogs?
    help: For the test.
    who: agency
    type: yes_no
    blank: dogs
    example: no
  - key: dog_count
    prompt: How many dogs are there?
    help: For the test.
    who: agency
    type: whole_number
    when: safety.dogs
    blank: number of dogs
    example: 3
"""
SCHEME = """\
title: Part A
levels:
  - {format: upperLetter, text: "Part %1"}
  - {format: decimal, text: "%1-%2", noun: Paragraph}
  - {format: lowerLetter, text: "(%3)", noun: Paragraph}
  - {format: lowerRoman, text: "(%4)", noun: Paragraph}
  - {format: upperLetter, text: "(%5)", noun: Paragraph}
"""


@dataclass(frozen=True, slots=True)
class Added:
    """The library and templates with the new files, and an agreement made with them."""

    library: Library
    instrument: Instrument
    style: HouseStyle
    agreement: Agreement
    selection: Selection
    scope: Scope


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Added:
    """Return what is read once a copy of the shipped files has one more of each kind."""
    root = _copied(tmp_path_factory.mktemp("root"))
    library = read_library(root=root).ok
    instrument = read_instrument("compact", library, root=root).ok
    style = read_style("gazette", root=root).ok
    sets = ["instrument=compact", "safety.dogs=yes", "safety.dog_count=7"]
    raw = read_answers(ROOT / "examples" / "full" / "answers.yaml", sets=sets).ok
    answers = answer(raw, library, instrument).ok
    selection = select(library, instrument, answers).ok
    made = (answers, selection)
    day = date(2026, 7, 1)
    drafted = draft(library, instrument, style, *made, as_of=day, final=False).ok
    return Added(
        library,
        instrument,
        style,
        resolve(drafted, library, *made, as_of=day, program=PROGRAM).ok,
        selection,
        scope_of(library, instrument, answers),
    )


def test_a_clause_of_one_file_is_in_the_agreement(added: Added) -> None:
    """It stands in its article with a heading and number of its own."""
    assert provision(added, "safety.kennel").heading == "Search dogs"


def test_a_state_clause_of_one_file_is_in_that_states_agreements(added: Added) -> None:
    """The example is of Washington, in whose folder the file stands."""
    assert added.library.clauses["safety.wa_gate"].state == "wa"
    assert provision(added, "safety.wa_gate")


def test_a_question_of_a_few_lines_is_asked_and_answered(added: Added) -> None:
    """Its answer is printed where the new clause names it."""
    assert added.library.question("safety.dog_count")
    assert "answer='safety.dog_count'" in str(provision(added, "safety.kennel"))


def test_a_standard_of_one_file_is_looked_for(added: Added) -> None:
    """What it asks for is found in the agreement."""
    standard = added.library.standards["kennel"]
    found = coverage(standard, added.agreement, added.selection, added.scope)

    assert [each.standing for each in found] == [Standing.ADDRESSED]


def test_an_instrument_of_one_file_makes_agreements(added: Added) -> None:
    """The title is the new one's."""
    assert added.agreement.document.properties.title.startswith("School Safety Compact")


def test_a_numbering_scheme_of_one_file_numbers_them(added: Added) -> None:
    """The new style asks for it, and references read as it says."""
    assert re.fullmatch(r"[A-Z]-\d+", provision(added, "safety.wa_gate").label)
    assert "noun='Paragraph'" in str(provision(added, "safety.kennel"))


def test_a_style_of_one_folder_is_a_style(added: Added) -> None:
    """With forms of its own, beside the shipped ones."""
    assert added.style.id == "gazette"
    assert "'seven (7) dogs'" in str(provision(added, "safety.kennel"))


def _copied(root: Path) -> Path:
    """Return a copy of the shipped files with one more of each kind."""
    for name in ("clauses", "templates"):
        shutil.copytree(ROOT / name, root / name)
    templates = root / "templates"
    mou = (templates / "instruments/mou.yaml").read_text(encoding="utf-8")
    compact = mou.replace("id: mou\n", "id: compact\n", 1)
    compact = compact.replace("- Memorandum of Understanding", "- School Safety Compact", 1)
    questions = root / "clauses/safety/article.yaml"
    text = questions.read_text(encoding="utf-8")
    gazette = templates / "styles/gazette"
    shutil.copytree(templates / "styles/standard", gazette)
    style = (gazette / "style.yaml").read_text(encoding="utf-8")
    style = style.replace("numbering: article", "numbering: parts")
    style = style.replace("counts: figures", "counts: words_and_figures")
    new = {
        root / "clauses/safety/kennel.yaml": CLAUSE,
        root / "clauses/jurisdictions/wa/wa_gate.yaml": STATE_CLAUSE,
        root / "clauses/standards/kennel.yaml": STANDARD,
        questions: text.replace("questions:\n", f"questions:\n{QUESTIONS}", 1),
        templates / "instruments/compact.yaml": compact,
        templates / "numbering/parts.yaml": SCHEME,
        gazette / "style.yaml": style,
    }
    for path, content in new.items():
        path.write_text(content, encoding="utf-8")
    return root


def provision(added: Added, clause: str) -> Provision[Inline]:
    """Return the provision that a clause became."""
    waiting: list[Block[Inline]] = list(added.agreement.document.blocks)
    while waiting:
        block = waiting.pop()
        if isinstance(block, Provision):
            if block.clause == clause:
                return block
            waiting += block.content
    raise AssertionError(f"{clause} is not in the agreement")

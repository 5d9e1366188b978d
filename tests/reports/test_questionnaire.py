"""The questionnaire."""

from __future__ import annotations

from mou_builder.model.library import ClauseScope, Jurisdiction
from mou_builder.model.question import Kind
from mou_builder.reports.asking import WIDTH
from mou_builder.reports.questionnaire import questionnaire
from tests.builders import article, clause, instrument, library, question

SCHOOLS = question(
    "staffing.schools",
    Kind.GROUP,
    fields=[
        question("staffing.schools.name"),
        question("staffing.schools.level", Kind.CHOICE, choices=["high", "middle"]),
    ],
)
QUESTIONS = (
    question("staffing.officers", Kind.WHOLE_NUMBER, minimum="1", maximum="500"),
    question("staffing.model", Kind.CHOICE, choices=["one=one officer", "two=two officers"]),
    question("staffing.summer", Kind.YES_NO, when='staffing.model == "one"', default="true"),
    question("staffing.unused"),
    question("staffing.rare"),
    question("staffing.law"),
    SCHOOLS,
)
CLAUSES = (
    clause("staffing.number", "{{ staffing.officers | count }} officers."),
    clause("staffing.summer", "Summer.", when="staffing.summer"),
    clause("staffing.rare", "{{ staffing.rare }}.", scope="full"),
    clause("staffing.law", "{{ staffing.law }}.", state="wi"),
    clause("staffing.schools", "{% for s in staffing.schools %}{{ s.name }}{% endfor %}"),
)
LIBRARY = library(CLAUSES, [article("staffing", QUESTIONS)])
WASHINGTON = Jurisdiction("wa", "Washington")


def _made(state: Jurisdiction | None = WASHINGTON, scope: ClauseScope = ClauseScope.FULL) -> str:
    return questionnaire(instrument("staffing"), LIBRARY, state, scope, "ours.yaml")


def test_it_names_the_instrument_and_the_state() -> None:
    """The state's two letters stand there, or an empty place for them."""
    assert "\ninstrument: mou\nstate: WA\n" in _made()
    assert "\ninstrument: mou\nstate:\n" in _made(None)


def test_each_question_has_an_empty_place() -> None:
    """The key stands alone on its line, below the prompt and the form of the answer."""
    assert (
        "  # What is the officers? (for the office)\n"
        "  # Answer: a whole number, 1 to 500\n"
        "  officers:\n"
    ) in _made()


def test_choices_are_listed_with_their_labels() -> None:
    """One types the first word."""
    assert "  #   one: one officer\n  #   two: two officers\n" in _made()


def test_a_condition_and_a_default_are_said() -> None:
    """What is asked only sometimes, and what stands if nothing is answered."""
    text = _made()

    assert '  # Asked only when staffing.model == "one"\n  summer:\n' in text
    assert "yes or no; if empty: true" in text


def test_the_entries_of_a_list_are_shown() -> None:
    """A group shows the keys of one entry."""
    text = _made()

    assert "  #   - name:" in text
    assert "What is the level? (high, middle)" in text


def test_a_question_that_nothing_turns_on_is_left_out() -> None:
    """A short form asks only what its texts and conditions need."""
    assert "unused" not in _made()
    assert "model:" in _made()


def test_the_parties_are_those_that_the_instrument_needs() -> None:
    """One party for each required role, with its usual kind and short name."""
    text = _made()

    assert "  - id: district\n    legal_name:\n    short_name: District\n" in text
    assert "  - id: agency\n" in text
    assert "    kind: school_district\n" in text
    assert "    kind: city\n" in text


def test_no_line_is_wider_than_the_page() -> None:
    """Long help is wrapped."""
    assert max(map(len, _made().splitlines())) <= WIDTH


def test_only_the_questions_of_the_scope_are_asked() -> None:
    """What the core leaves out needs no answer."""
    assert "\n  rare:\n" in _made()
    assert "\n  rare:\n" not in _made(scope=ClauseScope.CORE)
    assert "\nscope: core\n" in _made(scope=ClauseScope.CORE)


def test_what_another_states_clauses_ask_is_left_out() -> None:
    """While the state is open, every state's questions are there."""
    assert "\n  law:\n" not in _made()
    assert "\n  law:\n" in _made(None)

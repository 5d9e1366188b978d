"""No text whatever makes the language raise, and every answer prints as it was typed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from mou_builder.diagnostics import Position
from mou_builder.language import (
    Evaluated,
    check_template,
    evaluate,
    parse_expression,
    parse_template,
    render_blocks,
    render_inlines,
)
from mou_builder.model.answers import Answer, Answers, Decisions
from mou_builder.model.document import Filled
from mou_builder.model.values import Record
from tests.builders import at, template
from tests.language.samples import PARTIES, VOCABULARY, scope

AT = Position("clause.yaml", 10, 5)
PARTS = re.split(
    "~",
    "{{~}}~{%~%}~{#~#}~if~else~elif~endif~for~in~endfor~a.b~funding.model~staffing.schools~s"
    "~s.name~==~'hourly'~\"~(~)~[~]~|~label~count~not~and~is~answered~none~1~2.5~.~,~\n~\n\n~ ~   "
    "~1. ~- ~| a | b |~| - | - |~Table: x~**~*~_~\\~word~-~the.district~ref~anchor~raw~endraw~\t"
    "~\r\n~#~>~<b>~\ue000~{%- ~term.end~term.notice~funding.amount~money~<~true~purpose.goals",
)
TAGS = re.split(
    "~",
    "{% if term.summer %}~{% if funding.model == 'hourly' %}~{% else %}~{% endif %}"
    "~{% for s in staffing.schools %}~{% endfor %}~{{ s.name }}~{{ purpose.name }}~{{ the.agency }}"
    "~words.~1. one~   1. two~- three~\n~\n~\n\n~ ~| a | b |~| - | - |~Table: x~**"
    "~{{ purpose.goals }}~{{ term.end | date }}~{% if term.end == term.start %}",
)


def _mixed(parts: list[str], between: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(parts), max_size=30).map(between.join)


JUMBLES = _mixed(PARTS, "") | _mixed(PARTS, " ")
TEXTS = _mixed(TAGS, "") | _mixed(TAGS, "\n")


class TestAnyText:
    """What holds for every text."""

    @given(st.text() | JUMBLES)
    def test_reading_a_text_never_raises(self, text: str) -> None:
        """Faults are diagnostics, and each stands inside the text."""
        for found in (parse_template(text, AT), parse_expression(text, AT)):
            for each in found.diagnostics:
                assert each.at
                assert 10 <= each.at.line <= 10 + text.count("\n") + text.count("\r")

    @given(TEXTS | JUMBLES)
    def test_what_can_be_read_can_be_checked_and_printed(self, text: str) -> None:
        """A text without faults never raises later."""
        found = parse_template(text, AT).value
        if found:
            check_template(found, VOCABULARY)
            render_blocks(found, scope(), clause="a.b", level=1)
            render_inlines(found, scope(), clause="a.b")

    @given(JUMBLES)
    def test_what_can_be_read_can_be_evaluated(self, text: str) -> None:
        """Values of the wrong kind give `none`, not an exception."""
        found = parse_expression(text, AT).value
        if found:
            assert isinstance(evaluate(found, scope()), Evaluated)


class TestAnyAnswer:
    """What holds for every answer."""

    @given(st.text(min_size=1))
    def test_an_answer_prints_as_it_was_typed(self, answer: str) -> None:
        """No sign in it means anything to the program."""
        told = {"purpose.name": Answer("purpose.name", answer)}
        names = scope(answers=Answers("a.yaml", told, PARTIES, Decisions()))
        found = render_inlines(template("To **{{ purpose.name }}**."), names, clause="a.b").ok

        assert Filled(answer, "purpose.name") in found

    @given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
    def test_members_of_a_group_print_as_they_were_typed(self, answers: list[str]) -> None:
        """In loops and tables too."""
        group = tuple(Record({"name": each}) for each in answers)
        told = {"staffing.schools": Answer("staffing.schools", group, at())}
        names = scope(answers=Answers("a.yaml", told, PARTIES, Decisions()))
        text = "{% for s in staffing.schools %}{{ s.name }}, {% endfor %}and"
        found = render_inlines(template(text), names, clause="a.b").ok

        assert [each.words for each in found if isinstance(each, Filled)] == answers

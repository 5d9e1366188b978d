"""What a text mentions is known without evaluating it."""

from __future__ import annotations

from mou_builder.language import uses_of
from mou_builder.model.template import Uses
from tests.builders import expression, template


def test_every_kind_of_name_is_found_once() -> None:
    """Names come in the order of their first mention."""
    text = template(
        '{{ the.district }} {{ each.agency | possessive }} {{ funding.model | label }} '
        '{{ ref("a.b") }} {{ cite("wa.x") }} {{ define("Program") }} {{ exhibit("scope") }} '
        '{{ words.head }} {% if has("a.c") and funding.model == "hourly" %}{{ officer }}{% endif %}'
    )  # fmt: skip

    assert text.uses == Uses(
        answers=("funding.model",),
        roles=("district", "agency"),
        clauses=("a.b", "a.c"),
        facts=("wa.x",),
        defines=("Program",),
        exhibits=("scope",),
        words=("head",),
    )


def test_a_member_of_a_loop_counts_as_the_groups_field() -> None:
    """Questions that only loops print are used all the same."""
    text = template("{% for s in staffing.schools %}{{ s.name }}{% endfor %}")

    assert text.uses.answers == ("staffing.schools", "staffing.schools.name")


def test_members_of_what_a_function_makes_are_no_answers() -> None:
    """Only the function's arguments are."""
    text = template("{% for p in holders('agency') %}{{ p.short_name }}{% endfor %}")

    assert text.uses.answers == ()


def test_a_condition_mentions_its_answers() -> None:
    """Filters, tests and functions are looked into."""
    condition = expression('count(a.b) > 1 or not (c.d is answered) or e.f | label == "x"')

    assert uses_of(condition).answers == ("a.b", "c.d", "e.f")

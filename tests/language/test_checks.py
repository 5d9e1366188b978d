"""Texts and conditions are checked against the names that exist."""

from __future__ import annotations

import pytest

from mou_builder.language import check_condition, check_expression, check_template
from tests.builders import expression, template
from tests.language.samples import VOCABULARY

RIGHT = [
    "{{ the.district }} pays {{ funding.amount | money }} on {{ term.start | date }}.",
    "{% if funding.model == 'hourly' and 'cash' in funding.ways %}{{ officer }}{% endif %}",
    "{% for s in staffing.schools %}{{ s.name }} {{ s.level | label }}{% endfor %}",
    "{% for p in holders('agency') %}{{ p.short_name }}{% endfor %}",
    "{% for p in parties %}{% for s in p.signatories %}{{ s | person }}{% endfor %}{% endfor %}",
    "{% for i in funding.plan %}{{ i.due | date }} {{ i.amount | money }}{% endfor %}",
    "{% for w in funding.ways %}{{ w | label }}{% endfor %}",
    "{{ sum(funding.plan, 'amount') | money }} {{ count(staffing.schools) | count }}",
    "{{ times(funding.amount, 2) | money }} {{ plus(funding.count, 1) | number }}",
    "{{ ref('funding.cost_share') }} {{ cite('wa.x') }} {{ exhibit('scope') }}",
    "{{ words.head }} {{ purpose.contact.name }} {{ purpose.contact | person }}",
    "{% if has('funding.cost_share') and instrument == 'mou' and state == 'WA' %}x{% endif %}",
    "1. {{ anchor('one') }} words",
    "{{ purpose.goals }}",
    "{% if purpose.goals is answered %}{{ purpose.goals }}{% endif %}",
    "a Section 504 plan and Title IX",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_text_has_no_faults(text: str) -> None:
    """Nothing is said of it."""
    assert check_template(template(text), VOCABULARY) == ()


WRONG = [
    ("{{ fundng.model | label }}", "MB520", "did you mean `funding.model`?"),
    ("{{ purpose.contact.nam }}", "MB520", "did you mean `name`?"),
    ("{{ staffing.schools.name }}", "MB520", None),
    ("{% for s in staffing.schools %}{{ s.nam }}{% endfor %}", "MB520", "did you mean `name`?"),
    ("{{ sum(staffing.schools, 'oficers') | count }}", "MB520", "did you mean `officers`?"),
    ("{{ funding }}", "MB520", None),
    ("{{ the.distrct }}", "MB521", "did you mean `district`?"),
    ("{% if held('payer') %}x{% endif %}", "MB521", None),
    ("{{ ref('funding.costshare') }}", "MB522", "did you mean `funding.cost_share`?"),
    ("{% if has('a.b') %}x{% endif %}", "MB522", None),
    ("{{ cite('wa.y') }}", "MB523", "did you mean `wa.x`?"),
    ("{{ exhibit('scop') }}", "MB524", "did you mean `scope`?"),
    ("{{ words.haed }}", "MB525", "did you mean `head`?"),
    ("{% if funding.model == 'hourley' %}x{% endif %}", "MB526", "did you mean `hourly`?"),
    ("{% if 'chash' in funding.ways %}x{% endif %}", "MB526", "did you mean `cash`?"),
    ("{% if instrument == 'moo' %}x{% endif %}", "MB526", "did you mean `mou`?"),
    ("{{ funding.amount }}", "MB527", "write `| money`"),
    ("{{ term.start }}", "MB527", "write `| date`"),
    ("{{ funding.model }}", "MB527", "write `| label`"),
    ("{{ funding.percent }}", "MB527", "write `| percent`"),
    ("{{ term.notice }}", "MB527", "write `| duration`"),
    ("{{ funding.count }}", "MB527", None),
    ("{{ funding.hours }}", "MB527", "write `| number`"),
    ("{{ funding.ways }}", "MB527", "write `| list`"),
    ("{{ purpose.contact }}", "MB527", "write `| person`"),
    ("{{ purpose.office }}", "MB527", "write `| address`"),
    ("{{ term.summer }}", "MB527", None),
    ("{{ staffing.schools }}", "MB527", None),
    ("{{ funding.amount | percent }}", "MB527", "write `| money`"),
    ("{{ purpose.name | money }}", "MB527", "leave the filter out"),
    ("{{ staffing.schools | list }}", "MB528", None),
    ("{% if funding.count == 'three' %}x{% endif %}", "MB528", None),
    ("{% if term.summer == 'yes' %}x{% endif %}", "MB528", None),
    ("{% if term.start > '2026-07-01' %}x{% endif %}", "MB528", None),
    ("{% if funding.ways == 'cash' %}x{% endif %}", "MB528", None),
    ("{{ share(term.start, 5) | money }}", "MB528", None),
    ("{{ ref(purpose.name) }}", "MB528", None),
    ("{% if funding.model %}x{% endif %}", "MB529", None),
    ("{% if not purpose.name %}x{% endif %}", "MB529", None),
    ("{% for x in funding.model %}x{% endfor %}", "MB529", None),
    ("as in RCW 39.34", "MB530", None),
    ("as in 20 U.S.C. 1232g", "MB530", None),
    ("as in 34 C.F.R. 99", "MB530", None),
    ("as in § 5", "MB530", None),
    ("see Section 4.2", "MB531", None),
    ("see Article IV", "MB531", None),
    ("see Exhibit A", "MB531", None),
    ("{% if ref('funding.cost_share') == 'x' %}x{% endif %}", "MB532", None),
    ("{{ cite('wa.x') | upper_first }}", "MB532", None),
    ("The goals are {{ purpose.goals }}", "MB533", None),
    ("{% for agreement in staffing.schools %}x{% endfor %}", "MB534", None),
    ("words {{ anchor('one') }}", "MB514", None),
    ("- {{ anchor('one') }} words", "MB514", None),
]


@pytest.mark.parametrize(("text", "code", "hint"), WRONG)
def test_a_wrong_text_has_its_fault(text: str, code: str, hint: str | None) -> None:
    """One fault is said once, with its cure."""
    found = check_template(template(text), VOCABULARY)

    assert [each.code for each in found] == [code]
    assert hint in {None, found[0].hint}


def test_faults_stand_where_the_words_stand() -> None:
    """Tags before them on the line do not shift them."""
    found = check_template(
        template("One {{ purpose.name }}\nand {{ officer }} Section 4.2"), VOCABULARY
    )

    assert [(each.at.line, each.at.column, each.at.length) for each in found if each.at] == [
        (2, 19, 11)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("has('funding.cost_share')", "MB532"),
        ("funding.modle == 'hourly'", "MB520"),
        ("funding.model in ['hourly', 'daily']", "MB526"),
    ],
)
def test_conditions_of_clauses_are_checked(text: str, code: str) -> None:
    """They cannot ask for other clauses, which are not chosen yet."""
    assert [each.code for each in check_expression(expression(text), VOCABULARY)] == [code]


def test_a_computed_value_may_be_of_any_kind() -> None:
    """Only a condition must be yes or no."""
    amount = expression("share(funding.amount, 50)")

    assert check_expression(amount, VOCABULARY) == ()
    assert [each.code for each in check_condition(amount, VOCABULARY)] == ["MB529"]

"""The one list of topics joins the names that state law, standards and agreements use."""

from __future__ import annotations

from collections import Counter

from tests.library import shipped

# What requirements of state and federal law are sorted by.
LAW = frozenset(
    {
        *("administrator_training", "arrest_citation", "body_worn_cameras", "code_of_conduct"),
        *("community_notice", "complaints", "data_reporting", "disability", "discipline_boundary"),
        *("dispute_resolution", "duty_time", "emergency_planning", "firearms", "funding_cost"),
        *("immigration", "information_sharing_privacy", "instrument_required", "jurisdiction"),
        *(
            "interlocal_formality",
            "intervention_requests",
            "language_access",
            "liability_insurance",
        ),
        *("liaison_communication", "model_form", "nondiscrimination", "parent_notification"),
        *("performance_evaluation", "property_equipment", "public_input", "public_posting_filing"),
        *("purpose_goals", "referral_diversion", "roles_responsibilities", "school_climate"),
        *("search_questioning_rights", "security_contracts", "selection_assignment", "signatures"),
        *("student_interactions", "supervision_chain_of_command", "term_review_renewal"),
        *("termination", "threat_assessment", "training", "uniform_equipment"),
        "use_of_force_restraint",
    }
)
# The rows of the table in which the topics of all standards were gathered.
ROWS = frozenset(range(1, 52))
# The groups into which the provisions of published agreements were sorted.
GROUPS = frozenset(
    {
        "absence & substitutes",
        "board approval, filing & publication",
        "chain of command & supervision",
        "community process & hearing",
        "complaint",
        "cost share / price",
        "definitions & scope",
        "discipline v. crime, diversion, matrix",
        "dispute resolution",
        "duties & teaching",
        "employment status & independent contractor",
        "equipment, vehicle, uniform, weapons, office",
        "escalator",
        "evaluation",
        "exhibits",
        "extra services, events & overtime",
        "format notes",
        "general provisions (notice, law, amendment, supersession, ...)",
        "grant & retention",
        "hours, court time, recall",
        "immigration",
        "immunity",
        "indemnification",
        "information sharing, records, LE unit",
        "insurance",
        "interview / search / arrest / parents",
        "legal authority & recitals",
        "non-appropriation",
        "number & assignment",
        "parties & structure",
        "payment schedule & invoices",
        "removal & replacement",
        "renewal",
        "reporting & data",
        "review, meetings & committee",
        "selection & qualifications",
        "signature block",
        "special education & mental health",
        "summer",
        "term & effective date",
        "termination",
        "training",
        "use of force",
    }
)
# Topics on which an agreement holds no clause, or none yet.
WITHOUT_CLAUSE: set[str] = set()
TOPICS = shipped.library().topics.values()


def test_each_name_of_state_and_federal_law_stands_under_a_topic() -> None:
    """And no name stands there that the law's list does not have."""
    assert {name for each in TOPICS for name in each.states} == LAW


def test_each_row_of_the_standards_stands_under_a_topic() -> None:
    """All 51 of them."""
    assert {row for each in TOPICS for row in each.standards} == ROWS


def test_each_group_of_agreements_stands_under_a_topic() -> None:
    """Spelled as the collection spells it."""
    assert {name for each in TOPICS for name in each.agreements} == GROUPS


def test_each_topic_has_a_source() -> None:
    """A topic that no source knows would join nothing."""
    assert [
        each.id for each in TOPICS if not (each.states or each.standards or each.agreements)
    ] == []


def test_each_name_of_the_law_has_one_topic() -> None:
    """A requirement of law is sorted under one."""
    assert set(Counter(name for each in TOPICS for name in each.states).values()) == {1}


def test_each_topic_has_a_clause() -> None:
    """Except those on which an agreement says nothing."""
    named = {topic for each in shipped.clauses() for topic in each.topics}

    assert {each.id for each in TOPICS} - named == WITHOUT_CLAUSE

"""The clause language: parses clause texts and conditions, checks, evaluates and renders them."""

from mou_builder.language.checks import check_condition, check_expression, check_template
from mou_builder.language.evaluation import Verdict, evaluate, judge
from mou_builder.language.names import Evaluated
from mou_builder.language.needs import questions_needed
from mou_builder.language.parse import parse_expression, parse_long_text, parse_template
from mou_builder.language.rendering import render_blocks, render_inlines
from mou_builder.language.scope import Loop, RoleTerm, Scope, role_terms
from mou_builder.language.uses import uses_of
from mou_builder.language.vocabulary import Vocabulary, questions_of, vocabulary_of

__all__ = [
    "Evaluated",
    "Loop",
    "RoleTerm",
    "Scope",
    "Verdict",
    "Vocabulary",
    "check_condition",
    "check_expression",
    "check_template",
    "evaluate",
    "judge",
    "parse_expression",
    "parse_long_text",
    "parse_template",
    "questions_needed",
    "questions_of",
    "render_blocks",
    "render_inlines",
    "role_terms",
    "uses_of",
    "vocabulary_of",
]

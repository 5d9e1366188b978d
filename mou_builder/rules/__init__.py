"""One file, one rule, found by listing: each module exposes `RULE`; its docstring is its page.

A rule is a pure function from the analysis of a library, or of a finished agreement, to warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from mou_builder.diagnostics import Diagnostic
from mou_builder.rules.analysis import Analysis, of_agreement, of_library

__all__ = ["Analysis", "Rule", "findings", "of_agreement", "of_library", "page", "rules"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the code of its warnings, what finds them, and its module's docstring."""

    code: str
    check: Callable[[Analysis], Iterable[Diagnostic]]
    docstring: str | None

    @property
    def title(self) -> str:
        """What the rule finds, in a few words: the docstring's first line without its full stop."""
        return (self.docstring or "").partition("\n")[0].removesuffix(".")

    @property
    def page(self) -> str:
        """The rule's page in Markdown."""
        _, _, body = (self.docstring or "").partition("\n")
        return f"# {self.code}: {self.title[:1].lower()}{self.title[1:]}\n\n{body.strip()}\n"


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules, sorted by code: one for each module here that has a `RULE`."""
    modules = (import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__))
    found = [each.RULE for each in modules if hasattr(each, "RULE")]
    return tuple(sorted(found, key=lambda each: each.code))


def page(code: str) -> str | None:
    """Return the page of a rule's code, or None when no rule has it."""
    return next((each.page for each in rules() if each.code == code), None)


def findings(analysis: Analysis, *, own: bool = False) -> tuple[Diagnostic, ...]:
    """Return what the rules find, each once; with `own`, only in the office's own words."""
    if own:
        analysis = analysis.of_own_words()
    return tuple(dict.fromkeys(each for rule in rules() for each in rule.check(analysis)))

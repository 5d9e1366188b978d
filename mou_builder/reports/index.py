"""The index of the library: each clause with its wordings, topics and the requirements it meets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from mou_builder.model.library import Alternative, Clause, Library
from mou_builder.model.standards import Requirement
from mou_builder.reports.catalogue import Rows
from mou_builder.reports.messages import counted

HEAD = """\
# Index of the clauses

Made by `mou-builder list index > clauses/INDEX.md` from the clause files and the standards:
change those, not this page.

- **Wordings**: the default first. Which one is printed follows from the answers;
  `mou-builder explain` says why.
- **Scope**: *core* clauses are in every agreement that has a use for them,
  *full* ones in an agreement of full scope.
- **Topics**: from the one list in [topics.yaml](topics.yaml).
- **Requirements**: what the words of the clause address in the [standards](standards/README.md),
  alone or with other clauses. That an agreement holds the words is no finding that it meets
  a standard or a law.
- *Counsel decides* marks a risk term that no default settles;
  *law varies* a subject on which state law differs.
"""
_OFFICER = re.compile(r"\{\{ *officer *\}\}")
TABLE = """\
| Clause | Wordings | Scope | Topics | Requirements |
|:---|:---|:---|:---|:---|
"""


def index_rows(library: Library) -> Rows:
    """Return a row for each clause, by article and in the order of the article."""
    asked = [each for one in library.standards.values() for each in one.requirements]
    clauses = sorted(library.clauses.values(), key=lambda each: _place(each, library))
    return [_row(each, library, asked) for each in clauses]


def index_text(rows: Rows) -> str:
    """Return the index as Markdown: a table for each article."""
    articles: dict[str, Rows] = {}
    for row in rows:
        articles.setdefault(row["heading"], []).append(row)
    parts = [HEAD, _contents(articles)]
    for heading, own in articles.items():
        lines = "\n".join(map(_line, own))
        parts.append(f"## {heading}\n\n{TABLE}{lines}\n")
    return "\n".join(parts).rstrip("\n")


# --- rows --------------------------------------------------------------------------------------


def _place(clause: Clause, library: Library) -> tuple[str, int, str]:
    return (_heading(clause, library), clause.order, clause.id)


def _heading(clause: Clause, library: Library) -> str:
    article = library.articles.get(clause.article)
    return article.heading if article else clause.article


def _row(clause: Clause, library: Library, asked: Iterable[Requirement]) -> dict[str, Any]:
    state = library.jurisdictions.get(clause.state)
    topics = (library.topics.get(each) for each in clause.topics)
    alone, together = _met(clause, asked)
    return {
        "id": clause.id,
        "title": _OFFICER.sub("Officer", clause.heading),
        "article": clause.article,
        "heading": _heading(clause, library),
        "alternatives": [each.id for each in _default_first(clause)],
        "scope": clause.scope.value,
        "condition": clause.when_source,
        "state": state.name if state else "",
        "counsel_decides": clause.counsel_decides,
        "law_varies": clause.law_varies,
        "topics": [each.title for each in topics if each],
        "addresses": alone,
        "addresses_with_others": together,
    }


def _default_first(clause: Clause) -> list[Alternative]:
    return sorted(clause.alternatives, key=lambda each: not each.default)


def _met(clause: Clause, asked: Iterable[Requirement]) -> tuple[list[str], list[str]]:
    """Return the requirements that the clause addresses alone, and those with other clauses."""
    alone, together = [], []
    for each in asked:
        ways = [{one.clause or one.element for one in way.passages} for way in each.ways]
        if {clause.id} in ways:
            alone.append(each.id)
        elif any(clause.id in way for way in ways):
            together.append(each.id)
    return alone, together


# --- Markdown ----------------------------------------------------------------------------------


def _contents(articles: dict[str, Rows]) -> str:
    number = sum(map(len, articles.values()))
    links = [f"[{each}](#{_anchor(each)})" for each in articles]
    listed = "\n".join(f"- {each}" for each in links)
    return f"{counted(number, 'clause')} in {counted(len(articles), 'article')}:\n\n{listed}\n"


def _anchor(heading: str) -> str:
    """Return the name under which GitHub and others link to a heading."""
    kept = "".join(each for each in heading.lower() if each.isalnum() or each in " -")
    return kept.replace(" ", "-")


def _line(row: dict[str, Any]) -> str:
    cells = (_clause(row), _wordings(row), row["scope"], "; ".join(row["topics"]), _asked(row))
    return f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |"


def _clause(row: dict[str, Any]) -> str:
    marks = [
        *([f"{row['state']} only"] if row["state"] else []),
        *(["counsel decides"] if row["counsel_decides"] else []),
        *(["law varies"] if row["law_varies"] else []),
    ]
    said = f"; *{', '.join(marks)}*" if marks else ""
    return f"**{row['title']}** `{row['id']}`{said}"


def _wordings(row: dict[str, Any]) -> str:
    first, *others = (each.replace("_", " ") for each in row["alternatives"])
    return "; ".join([f"{first} (default)" if others else first, *others])


def _asked(row: dict[str, Any]) -> str:
    alone, together = row["addresses"], row["addresses_with_others"]
    parts = [", ".join(alone)] if alone else []
    parts += [f"with others: {', '.join(together)}"] if together else []
    return "; ".join(parts) or "none"

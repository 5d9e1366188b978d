"""Texts become blocks: paragraphs, items, tables, and tags around whole ones of them."""

from __future__ import annotations

import pytest

from mou_builder.model.template import (
    BlockFor,
    BlockIf,
    InlineFor,
    InlineIf,
    ItemT,
    ListT,
    Output,
    ParagraphT,
    Path,
    RowT,
    TableT,
    TemplateBlock,
    TemplateInline,
    Words,
)
from tests.builders import template


def shape(text: str) -> str:
    """Return the blocks of a text in short form."""
    return " ".join(_block(each) for each in template(text).blocks)


def _block(block: TemplateBlock) -> str:  # noqa: PLR0911 - one for each kind
    match block:
        case ParagraphT(inlines):
            return f"p[{_inlines(inlines)}]"
        case ItemT(inner):
            return f"li({' '.join(map(_block, inner))})"
        case ListT(numbered, members):
            return f"{'ol' if numbered else 'ul'}({' '.join(map(_block, members))})"
        case RowT(cells, total):
            return f"{'total' if total else 'row'}[{'|'.join(map(_inlines, cells))}]"
        case TableT(caption, alignments, header, rows):
            head = "|".join(map(_inlines, header))
            return f"table<{caption}>{alignments}[{head}]({' '.join(map(_block, rows))})"
        case BlockIf(branches):
            return " ".join(
                f"{'else' if when is None else 'if'}({' '.join(map(_block, body))})"
                for when, body in branches
            )
        case BlockFor(name, _, body):
            return f"for {name}({' '.join(map(_block, body))})"


def _inlines(inlines: tuple[TemplateInline, ...]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: TemplateInline) -> str:
    match inline:
        case Words(text, bold, italic):
            mark = "**" * bold + "*" * italic
            return f"{mark}{text}{mark}"
        case Output(Path(parts)):
            return f"<{'.'.join(parts)}>"
        case Output():
            return "<...>"
        case InlineIf(branches):
            return "".join(
                f"{{{'else' if when is None else 'if'} {_inlines(body)}}}"
                for when, body in branches
            )
        case InlineFor(name, _, body):
            return f"{{for {name} {_inlines(body)}}}"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo\n\nthree", "p[one two] p[three]"),
        ("one  two", "p[one two]"),
        ("**bold** *italic* ***both***", "p[**bold** *italic* ***both***]"),
        ("an SRO_unit and __so__ on", "p[an SRO_unit and __so__ on]"),
        (r"5 \* 3 & <4 [a] {b} x:y 1. 'q'", "p[5 * 3 & <4 [a] {b} x:y 1. 'q']"),
        ("**{{ a.b }}**", "p[<a.b>]"),
        ("", ""),
        ("{# nobody reads this #}\none", "p[one]"),
        ("one {# nor this #}two", "p[one two]"),
    ],
)
def test_paragraphs(text: str, blocks: str) -> None:
    """An empty line parts paragraphs; only asterisks mark words."""
    assert shape(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("1. one\n7. two", "ol(li(p[one]) li(p[two]))"),
        ("to:\n1. one\n   more\n\n   again", "p[to:] ol(li(p[one more] p[again]))"),
        ("1. one\n   1. two\n      1. three", "ol(li(p[one] ol(li(p[two] ol(li(p[three]))))))"),
        ("- one\n  - two", "ul(li(p[one] ul(li(p[two]))))"),
        ("1. one\n   - two", "ol(li(p[one] ul(li(p[two]))))"),
    ],
)
def test_lists(text: str, blocks: str) -> None:
    """Items nest by indentation; the digit that was typed does not matter."""
    assert shape(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("a{% if x.y %} b{% else %} c{% endif %} d", "p[a{if  b}{else  c} d]"),
        ("a {% for s in x.y %}{{ s.z }}, {% endfor %}d", "p[a {for s <s.z>, }d]"),
        ("1. {% if x.y %}a{% endif %}b", "ol(li(p[{if a}b]))"),
        ("a\n{% if x.y %}\nb\n{% endif %}\nc", "p[a {if b } c]"),
        ("**a {% if x.y %}b{% endif %}**", "p[**a **{if **b**}]"),
        ("a{% if x.y %}{% if x.z %}b{% endif %}{% endif %}", "p[a{if {if b}}]"),
        ("{% if x.y %}\na\n{% endif %}\n{% if x.z %}\nb\n{% endif %}", "p[{if a } {if b }]"),
        ("1. a\n{% if x.y %}\n   b\n{% endif %}\n1. c", "ol(li(p[a {if  b }]) li(p[c]))"),
    ],
)
def test_tags_inside_a_sentence(text: str, blocks: str) -> None:
    """Words beside the tag, or on the lines next to it, make it part of their sentence."""
    assert shape(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("{% if x.y %}\na\n\nb\n{% endif %}", "if(p[a] p[b])"),
        ("a\n\n{% if x.y %}\nb\n{% elif x.z %}\nc\n{% else %}\nd\n{% endif %}\n\ne",
         "p[a] if(p[b]) if(p[c]) else(p[d]) p[e]"),
        ("{% if x.y %}a{% endif %}", "if(p[a])"),
        ("{% if x.y %}\n\na\n\n{% endif %}\nb", "if(p[a]) p[b]"),
        ("{% for s in x.y %}\n{{ s.z }}\n{% endfor %}", "for s(p[<s.z>])"),
        ("{% if x.y %}\na\n\n1. b\n{% endif %}", "if(p[a] ol(li(p[b])))"),
    ],
)  # fmt: skip
def test_tags_around_paragraphs(text: str, blocks: str) -> None:
    """Tags alone on their lines, apart from other words, hold whole paragraphs."""
    assert shape(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("1. a\n{% if x.y %}\n1. b\n{% endif %}\n1. c", "ol(li(p[a]) if(li(p[b])) li(p[c]))"),
        ("to:\n{% for s in x.y %}\n- {{ s.z }}\n{% endfor %}", "p[to:] ul(for s(li(p[<s.z>])))"),
        ("1. a\n   {% if x.y %}\n   1. b\n   {% endif %}", "ol(li(p[a] ol(if(li(p[b])))))"),
        ("1. a\n\n   {% if x.y %}\n   b\n   {% endif %}\n2. c", "ol(li(p[a] if(p[b])) li(p[c]))"),
        ("{% if x.y %}\n{% for s in x.z %}\n1. a\n{% endfor %}\n1. b\n{% endif %}",
         "ol(if(for s(li(p[a])) li(p[b])))"),
        ("1. a\n{% if x.y %}\n1. b\n1. c\n{% else %}\n1. d\n{% endif %}",
         "ol(li(p[a]) if(li(p[b]) li(p[c])) else(li(p[d])))"),
    ],
)  # fmt: skip
def test_tags_around_items(text: str, blocks: str) -> None:
    """Conditional items belong to the list in which they stand."""
    assert shape(text) == blocks


HEAD = "Table: Cost\n| Item | Amount |\n| :--- | ---: |\n"


@pytest.mark.parametrize(
    ("rows", "blocks"),
    [
        ("| a | b |", "row[a|b]"),
        ("| **a** | **b** |", "total[a|b]"),
        ("| **a** b | c |", "row[**a** b|c]"),
        (r"| a\|b | |", "row[a|b|]"),
        ("| {{ x.y | money }} | b |", "row[<...>|b]"),
        ("{% for s in x.y %}\n| {{ s.z }} | b |\n{% endfor %}\n| c | d |",
         "for s(row[<s.z>|b]) row[c|d]"),
        ("| a | b |\n{% if x.y %}\n| c | d |\n{% if x.z %}\n| e | f |\n{% endif %}\n{% endif %}",
         "row[a|b] if(row[c|d] if(row[e|f]))"),
        ("| {% if x.y %}a{% else %}b{% endif %} | c |", "row[{if a}{else b}|c]"),
    ],
)  # fmt: skip
def test_tables(rows: str, blocks: str) -> None:
    """Rows may be conditional or repeated; one with a bold first cell is a sum."""
    assert shape(HEAD + rows) == f"table<Cost>('left', 'right')[Item|Amount]({blocks})"


def test_a_whole_table_may_be_conditional() -> None:
    """Its caption stands with it inside the tag."""
    found = shape(f"{{% if x.y %}}\n{HEAD}| a | b |\n{{% endif %}}")

    assert found == "if(table<Cost>('left', 'right')[Item|Amount](row[a|b]))"


def test_windows_line_ends_read_the_same() -> None:
    """A text pasted from Windows has the same blocks."""
    assert shape("1. a\r\n{% if x.y %}\r\n1. b\r\n{% endif %}") == "ol(li(p[a]) if(li(p[b])))"

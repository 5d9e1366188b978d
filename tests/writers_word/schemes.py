"""The eight kinds of numbering scheme, and an independent count of a sample's numbers."""

from __future__ import annotations

from dataclasses import replace

from mou_builder.model.document import Inline, Provision
from mou_builder.model.style import Level, NumberFormat, NumberingScheme

DECIMAL, UPPER_ROMAN, LOWER_ROMAN, UPPER_LETTER, LOWER_LETTER, NONE = NumberFormat

ITEMS = (
    Level(LOWER_LETTER, "(%3)", "Section"),
    Level(LOWER_ROMAN, "(%4)", "Section"),
    Level(UPPER_LETTER, "(%5)", "Section"),
)


def _scheme(
    name: str, *levels: Level, articles: bool = True, captions: bool = True
) -> NumberingScheme:
    return NumberingScheme(name, name, levels, articles, captions)


SCHEMES = {
    each.id: each
    for each in (
        _scheme(
            "decimal", Level(DECIMAL, "Article %1"), Level(DECIMAL, "%1.%2", "Section"), *ITEMS
        ),
        _scheme(
            "roman",
            Level(UPPER_ROMAN, "Article %1"),
            Level(DECIMAL, "Section %1.%2", legal=True),
            *(replace(each, noun="") for each in ITEMS),
        ),
        _scheme(
            "outline",
            Level(DECIMAL, "%1.", "Article"),
            Level(DECIMAL, "%1.%2", "Section"),
            Level(DECIMAL, "%1.%2.%3", "Section"),
            Level(DECIMAL, "%1.%2.%3.%4", "Section"),
        ),
        _scheme(
            "zero", Level(DECIMAL, "%1.0", "Section"), Level(DECIMAL, "%1.%2", "Section"), *ITEMS
        ),
        _scheme(
            "classic",
            Level(UPPER_ROMAN, "%1.", "Section"),
            Level(UPPER_LETTER, "%2.", "Section"),
            Level(DECIMAL, "%3.", "Section"),
            Level(LOWER_LETTER, "%4.", "Section"),
        ),
        _scheme(
            "letters",
            Level(UPPER_LETTER, "%1.", "Section"),
            Level(DECIMAL, "%2.", "Section"),
            *ITEMS,
        ),
        _scheme(
            "plain",
            Level(DECIMAL, "%1.", "Paragraph"),
            Level(LOWER_LETTER, "(%2)", "Paragraph"),
            Level(LOWER_ROMAN, "(%3)", "Paragraph"),
            articles=False,
            captions=False,
        ),
        _scheme("none", *(Level(NONE, "") for _ in range(4))),
    )
}


def counted(
    provisions: list[Provision[Inline]],
    scheme: NumberingScheme,
    level: int = 0,
    above: tuple[int, ...] = (),
    before: str = "",
) -> list[Provision[Inline]]:
    """Return the provisions with their numbers and labels, counted from their places alone."""
    done, count = [], 0
    for each in provisions:
        if not isinstance(each, Provision):
            done.append(each)
            continue
        count += 1
        counts = (*above, count)
        number = _number(scheme, level, counts)
        label = _label(scheme, level, number, before)
        content = counted(list(each.content), scheme, level + 1, counts, label or before)
        done.append(
            replace(
                each,
                level=level,
                number=number,
                label=label.removesuffix("."),
                content=tuple(content),
            )
        )
    return done


def counted_in_exhibit(
    provisions: list[Provision[Inline]], scheme: NumberingScheme
) -> list[Provision[Inline]]:
    """Return an exhibit's provisions, numbered from the first level whose number stands alone."""
    alone = [
        at
        for at, level in enumerate(scheme.levels)
        if level.text.count("%") == 1 and not any(map(str.isalpha, level.text))
    ]
    base = alone[0] if alone else 0
    return counted(provisions, scheme, base, (1,) * base)


def _number(scheme: NumberingScheme, level: int, counts: tuple[int, ...]) -> str:
    if level >= len(scheme.levels):
        return ""
    form = scheme.levels[level]
    text = form.text
    for at, count in enumerate(counts):
        own = DECIMAL if form.legal else scheme.levels[at].format
        text = text.replace(f"%{at + 1}", _figure(count, own))
    return text


def _label(scheme: NumberingScheme, level: int, number: str, before: str) -> str:
    if not number:
        return ""
    whole = "%1" in scheme.levels[level].text
    start = "" if whole else before
    return (start.removesuffix(".") if number.startswith("(") else start) + number


def _figure(count: int, form: NumberFormat) -> str:
    if form is DECIMAL:
        return str(count)
    if form in {UPPER_LETTER, LOWER_LETTER}:
        letter = chr(ord("A") + count - 1)
        return letter if form is UPPER_LETTER else letter.lower()
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[count - 1]
    return roman if form is UPPER_ROMAN else roman.lower()

"""Which values an attribute may have: ECMA-376's simple types for what agreements use."""

from __future__ import annotations

import re
from functools import lru_cache

from mou_builder.ooxml.names import w

_SWITCH = "true|false|0|1|on|off"
_WHOLE = r"-?\d{1,10}"
_COUNT = r"\d{1,10}"
_LENGTH = r"-?\d{1,10}(\.\d+)?(mm|cm|in|pt|pc|pi)?"
_COLOR = "auto|[0-9A-Fa-f]{6}"
_HEX_LONG = "[0-9A-Fa-f]{8}"
_EDGE_WIDTH = rf"{_LENGTH}|\d+(\.\d+)?%"
_ALIGN = (
    "start|center|end|both|mediumKashida|distribute|numTab|highKashida|lowKashida|thaiDistribute"
    "|left|right"
)
_SHADE = (
    "nil|clear|solid|horzStripe|vertStripe|reverseDiagStripe|diagStripe|horzCross|diagCross"
    "|thinHorzStripe|thinVertStripe|thinReverseDiagStripe|thinDiagStripe|thinHorzCross"
    "|thinDiagCross|pct(5|10|12|15|20|25|30|35|37|40|45|50|55|60|62|65|70|75|80|85|87|90|95)"
)
_UNDERLINE = (
    "single|words|double|thick|dotted|dottedHeavy|dash|dashedHeavy|dashLong|dashLongHeavy|dotDash"
    "|dashDotHeavy|dotDotDash|dashDotDotHeavy|wave|wavyHeavy|wavyDouble|none"
)
_HIGHLIGHT = (
    "black|blue|cyan|green|magenta|red|yellow|white|darkBlue|darkCyan|darkGreen|darkMagenta"
    "|darkRed|darkYellow|darkGray|lightGray|none"
)
_NUMBER_FORMAT = (
    "decimal|upperRoman|lowerRoman|upperLetter|lowerLetter|ordinal|cardinalText|ordinalText|hex"
    "|chicago|ideographDigital|japaneseCounting|aiueo|iroha|decimalFullWidth|decimalHalfWidth"
    "|japaneseLegal|japaneseDigitalTenThousand|decimalEnclosedCircle|decimalFullWidth2"
    "|aiueoFullWidth|irohaFullWidth|decimalZero|bullet|ganada|chosung|decimalEnclosedFullstop"
    "|decimalEnclosedParen|decimalEnclosedCircleChinese|ideographEnclosedCircle"
    "|ideographTraditional|ideographZodiac|ideographZodiacTraditional|taiwaneseCounting"
    "|ideographLegalTraditional|taiwaneseCountingThousand|taiwaneseDigital|chineseCounting"
    "|chineseLegalSimplified|chineseCountingThousand|koreanDigital|koreanCounting|koreanLegal"
    "|koreanDigital2|vietnameseCounting|russianLower|russianUpper|none|numberInDash|hebrew1"
    "|hebrew2|arabicAlpha|arabicAbjad|hindiVowels|hindiConsonants|hindiNumbers|hindiCounting"
    "|thaiLetters|thaiNumbers|thaiCounting|bahtText|dollarText|custom"
)
_CONDITION = (
    "wholeTable|firstRow|lastRow|firstCol|lastCol|band1Vert|band2Vert|band1Horz|band2Horz|neCell"
    "|nwCell|seCell|swCell"
)
_FORM_FIELD = "regular|number|date|currentTime|currentDate|calculated"
_SWITCHES = (
    "keepNext keepLines pageBreakBefore widowControl suppressLineNumbers contextualSpacing"
    " suppressAutoHyphens bidi snapToGrid mirrorIndents b bCs i iCs caps smallCaps strike dstrike"
    " outline shadow emboss imprint noProof vanish webHidden rtl cs specVanish oMath cantSplit"
    " tblHeader titlePg isLgl qFormat semiHidden unhideWhenUsed locked hidden noWrap bidiVisual"
    " updateFields evenAndOddHeaders docPartUnique trackRevisions"
)
_EDGES = "top left bottom right start end insideH insideV between bar bdr"

_ATTRIBUTES: dict[str, dict[str, str]] = {
    **{name: {"val": _SWITCH} for name in _SWITCHES.split()},
    **{
        name: {"color": _COLOR, "sz": _COUNT, "space": _COUNT, "w": _EDGE_WIDTH}
        for name in _EDGES.split()
    },
    "jc": {"val": _ALIGN},
    "lvlJc": {"val": _ALIGN},
    "color": {"val": _COLOR},
    "shd": {"val": _SHADE, "fill": _COLOR, "color": _COLOR},
    "u": {"val": _UNDERLINE, "color": _COLOR},
    "highlight": {"val": _HIGHLIGHT},
    "sz": {"val": r"\d+(\.\d+)?(mm|cm|in|pt|pc|pi)?"},
    "szCs": {"val": r"\d+(\.\d+)?(mm|cm|in|pt|pc|pi)?"},
    "spacing": {
        "before": _LENGTH,
        "after": _LENGTH,
        "line": _LENGTH,
        "lineRule": "auto|exact|atLeast",
        "val": _LENGTH,
    },
    "ind": dict.fromkeys(("left", "right", "hanging", "firstLine", "start", "end"), _LENGTH),
    "outlineLvl": {"val": "[0-9]"},
    "ilvl": {"val": "[0-8]"},
    "lvl": {"ilvl": "[0-8]", "tplc": _HEX_LONG},
    "lvlOverride": {"ilvl": "[0-8]"},
    "numId": {"val": _WHOLE},
    "num": {"numId": _WHOLE},
    "abstractNum": {"abstractNumId": _WHOLE},
    "abstractNumId": {"val": _WHOLE},
    "lvlRestart": {"val": "[0-7]"},  # Word's own limit: [MS-OI29500] 2.1.282
    "nsid": {"val": _HEX_LONG},
    "tmpl": {"val": _HEX_LONG},
    "multiLevelType": {"val": "singleLevel|multilevel|hybridMultilevel"},
    "numFmt": {"val": _NUMBER_FORMAT},
    "suff": {"val": "tab|space|nothing"},
    "start": {"val": rf"{_COUNT}|[A-Za-z]+"},  # a level's first number, or a border's kind
    "startOverride": {"val": _COUNT},
    "br": {"type": "page|column|textWrapping", "clear": "none|left|right|all"},
    "fldChar": {"fldCharType": "begin|separate|end", "dirty": _SWITCH, "fldLock": _SWITCH},
    "tab": {
        "val": "clear|start|center|end|decimal|bar|num|left|right",
        "leader": "none|dot|hyphen|underscore|heavy|middleDot",
        "pos": _LENGTH,
    },
    "vAlign": {"val": "top|center|both|bottom"},
    "vertAlign": {"val": "baseline|superscript|subscript"},
    "vMerge": {"val": "continue|restart"},
    "gridSpan": {"val": r"\d{1,3}"},
    "gridCol": {"w": _LENGTH},
    "tblLayout": {"type": "fixed|autofit"},
    "tblW": {"type": "nil|pct|dxa|auto"},
    "tcW": {"type": "nil|pct|dxa|auto"},
    "tblInd": {"type": "nil|pct|dxa|auto"},
    "type": {"val": f"nextPage|nextColumn|continuous|evenPage|oddPage|{_FORM_FIELD}"},
    "headerReference": {"type": "even|default|first"},
    "footerReference": {"type": "even|default|first"},
    "pgSz": {"orient": "portrait|landscape", "w": _LENGTH, "h": _LENGTH},
    "pgMar": dict.fromkeys(("top", "right", "bottom", "left", "header", "footer"), _LENGTH),
    "style": {"type": "paragraph|character|table|numbering", "default": _SWITCH},
    "tblStylePr": {"type": _CONDITION},
    "zoom": {"percent": r"\d+%?", "val": "none|fullPage|bestFit|textFit"},
    "bookmarkStart": {"id": _WHOLE},
    "bookmarkEnd": {"id": _WHOLE},
    "ins": {"id": _WHOLE},
    "del": {"id": _WHOLE},
    "id": {"val": _WHOLE},
    "uiPriority": {"val": _WHOLE},
    "lock": {"val": "sdtLocked|contentLocked|unlocked|sdtContentLocked"},
}

VALUES: dict[str, tuple[tuple[str, str], ...]] = {
    w(name): tuple((w(attribute), pattern) for attribute, pattern in attributes.items())
    for name, attributes in _ATTRIBUTES.items()
}


@lru_cache(maxsize=4096)
def fits(pattern: str, value: str) -> bool:
    """Whether an attribute's value is one that its pattern allows."""
    return re.fullmatch(pattern, value) is not None

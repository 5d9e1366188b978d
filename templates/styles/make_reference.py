# ruff: noqa: INP001 - a script beside what it makes, no package
"""Makes the reference.docx of the shipped house styles: run it after changing a look below.

    python templates/styles/make_reference.py

Each file is a small package written by hand: nothing of another program's template is in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from mou_builder.ooxml.named_styles import (
    ALIGNMENTS,
    BULLET_LEVELS,
    EXHIBIT_LEVELS,
    PROVISION_LEVELS,
)
from mou_builder.ooxml.package import pack

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BUILT_IN = frozenset(
    [
        "Normal",
        "Title",
        "Subtitle",
        "Body Text",
        "heading 1",
        "TOC Heading",
        "toc 1",
        "header",
        "footer",
        "caption",
        "Strong",
        "Emphasis",
        "Hyperlink",
        "Default Paragraph Font",
        "Normal Table",
        "No List",
    ]
)


@dataclass(frozen=True)
class Look:
    """What sets one house style apart; sizes in half points, spaces in twentieths of a point."""

    folder: str
    title: str
    font: str
    twin: str
    size: int
    line: int
    after: int
    title_look: str
    heading_look: str
    caption_look: str
    recital_indent: str


STANDARD = Look(
    folder="standard",
    title="Standard house style",
    font="Cambria",
    twin="Caladea",
    size=22,
    line=259,
    after=100,
    title_look='<w:b/><w:bCs/><w:sz w:val="34"/><w:szCs w:val="34"/>',
    heading_look='<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>',
    caption_look="<w:b/><w:bCs/>",
    recital_indent="",
)
TRADITIONAL = Look(
    folder="traditional",
    title="Traditional house style",
    font="Times New Roman",
    twin="Liberation Serif",
    size=24,
    line=259,
    after=160,
    title_look='<w:b/><w:bCs/><w:caps/><w:sz w:val="28"/><w:szCs w:val="28"/>',
    heading_look="<w:b/><w:bCs/><w:caps/>",
    caption_look='<w:u w:val="single"/>',
    recital_indent='<w:ind w:firstLine="720"/>',
)


def parts_of(look: Look) -> dict[str, bytes]:
    """Return the parts of a house style's reference document."""
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml"),
            ("metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(look),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            *((kind, f"{kind}.xml") for kind in ("styles", "settings", "numbering", "fontTable")),
            ("header", "header1.xml"),
            ("header", "header2.xml"),
            ("footer", "footer1.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": _styles(look),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": _fonts(look),
        "word/theme/theme1.xml": _theme(look),
        "word/header1.xml": _header(
            _paragraph("header", _control("short_title", 901) + _tab() + _control("draft", 902))
        ),
        "word/header2.xml": _header(
            _paragraph("Header Notice", _control("notice", 903))
            + _paragraph("header", _tab() + _control("draft", 904))
        ),
        "word/footer1.xml": _footer(),
    }
    return {name: (HEAD + text).encode() for name, text in texts.items()}


def main() -> None:
    """Write both reference documents beside this file."""
    for look in (STANDARD, TRADITIONAL):
        target = Path(__file__).parent / look.folder / "reference.docx"
        target.write_bytes(pack(parts_of(look)))


# --- the looks ---------------------------------------------------------------------------------

# What Word calls normal: paragraph, character, table and list.
_BASES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:uiPriority w:val="0"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)


def _styles(look: Look) -> str:
    fonts = f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:eastAsia="{look.font}"'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts} w:cs="Times New Roman"/>'
        f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="{look.after}" w:line="{look.line}"'
        ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0"'
        ' w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
    )
    made = [
        _BASES,
        *_opening(look),
        *_provisions(look),
        *_lists(),
        *_tables(),
        *_signatures(),
        *_furniture(),
        *_characters(look),
    ]
    return f"<w:styles {W}>{defaults}{''.join(made)}</w:styles>"


def _opening(look: Look) -> list[str]:
    centered = '<w:jc w:val="center"/>'
    return [
        _style("Body Text"),
        _style(
            "Title",
            f'<w:keepNext/><w:keepLines/><w:spacing w:after="80"/>{centered}',
            look.title_look,
            follows="Subtitle",
        ),
        _style(
            "Subtitle",
            f'<w:keepNext/><w:keepLines/><w:spacing w:after="60"/>{centered}',
            follows="Preamble",
        ),
        _style(
            "Draft Notice",
            '<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/>'
            '<w:bottom w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/></w:pBdr>'
            f'<w:spacing w:before="160" w:after="160"/>{centered}',
            '<w:i/><w:iCs/><w:sz w:val="20"/><w:szCs w:val="20"/>',
        ),
        _style("Preamble", '<w:spacing w:before="240"/>', based="Body Text"),
        _style("Party", '<w:ind w:left="720"/>', based="Body Text"),
        _style(
            "Recitals Heading",
            '<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="120"/>' + centered,
            look.heading_look,
            follows="Recital",
        ),
        _style("Recital", look.recital_indent, based="Body Text"),
        _style("Recital Numbered", _number(2, 0), based="Body Text"),
        _style("Operative", '<w:spacing w:before="200"/>' + look.recital_indent, based="Body Text"),
        *_contents(look, centered),
    ]


def _contents(look: Look, centered: str) -> list[str]:
    return [
        _style(
            "TOC Heading",
            '<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="80"/>' + centered,
            look.heading_look,
            follows="Normal",
        ),
        _style(
            "toc 1",
            '<w:spacing w:after="20"/>',
            '<w:sz w:val="20"/><w:szCs w:val="20"/>',
            shown=False,
        ),
    ]


def _provisions(look: Look) -> list[str]:
    heading = (
        "<w:keepNext/><w:keepLines/>{number}"
        '<w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="0"/>'
    )
    levels = range(1, PROVISION_LEVELS + 1)
    return [
        _style(
            "heading 1",
            heading.format(number=_number(1, 0)),
            look.heading_look,
            follows="Provision 1",
        ),
        *(_style(f"Provision {each}", _provision(each), based="Body Text") for each in levels),
        *(
            _style(f"Provision Text {each}", _indent(_text_at(each)), based="Body Text")
            for each in levels
        ),
        _style("Closing Paragraph", '<w:spacing w:before="200"/>', based="Body Text"),
        _style(
            "Exhibit Heading",
            "<w:keepNext/><w:keepLines/><w:pageBreakBefore/>"
            f'{_number(4, 0)}<w:spacing w:before="0" w:after="160"/><w:outlineLvl w:val="0"/>',
            look.heading_look,
            follows="Exhibit Text",
        ),
        _style("Exhibit Text", based="Body Text"),
        *(
            _style(f"Exhibit Item {each}", _number(4, each), based="Body Text")
            for each in range(1, EXHIBIT_LEVELS + 1)
        ),
        *(
            _style(f"Exhibit Item Text {each}", _indent(_text_at(each)), based="Body Text")
            for each in range(1, EXHIBIT_LEVELS + 1)
        ),
        _style(
            "End of Document",
            '<w:spacing w:after="0" w:line="20" w:lineRule="exact"/>',
            '<w:sz w:val="2"/><w:szCs w:val="2"/>',
            shown=False,
        ),
    ]


def _provision(level: int) -> str:
    """Return number and space of a level; items of a list stand closer than the sections do."""
    return _number(1, level) + ('<w:spacing w:after="60"/>' if level > 1 else "")


def _lists() -> list[str]:
    def name(kind: str, level: int) -> str:
        return kind if level == 1 else f"{kind} {level}"

    made = []
    for level in range(1, BULLET_LEVELS + 1):
        number = _number(3, level - 1)
        made.append(_style(name("List Bullet", level), number, based="Body Text", custom=False))
        indent = _indent(_bullet_at(level) + 360)
        made.append(_style(name("List Continue", level), indent, based="Body Text", custom=False))
    return made


def _tables() -> list[str]:
    edge = 'w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"'
    made = [
        _style(
            "caption",
            '<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="80"/>',
            "<w:b/><w:bCs/>",
        )
    ]
    looks = {"heading": "<w:keepNext/>", "text": "", "total": ""}
    bold = {"heading": "<w:b/><w:bCs/>", "text": "", "total": "<w:b/><w:bCs/>"}
    sides = {"left": "", "center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}
    for part, traits in looks.items():
        for side, ending in ALIGNMENTS.items():
            made.append(
                _style(
                    f"Table {part.title()}{ending}",
                    f'{traits}<w:spacing w:before="40" w:after="40" w:line="240"'
                    f' w:lineRule="auto"/>{sides[side]}',
                    f'{bold[part]}<w:sz w:val="21"/><w:szCs w:val="21"/>',
                )
            )
    borders = "".join(
        f"<w:{side} {edge}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made.append(
        '<w:style w:type="table" w:customStyle="1" w:styleId="AgreementTable">'
        '<w:name w:val="Agreement Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="39"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/><w:vAlign w:val="bottom"/></w:tcPr>'
        '</w:tblStylePr><w:tblStylePr w:type="lastRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        '<w:top w:val="double" w:sz="4" w:space="0" w:color="7F7F7F"/></w:tcBorders></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )
    made.append(
        '<w:style w:type="table" w:customStyle="1" w:styleId="SignatureTable">'
        '<w:name w:val="Signature Table"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="39"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="240" w:type="dxa"/><w:right w:w="360" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )
    return made


def _signatures() -> list[str]:
    keep = "<w:keepNext/><w:keepLines/>"
    rule = (
        '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
        '<w:between w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    )
    single = 'w:line="240" w:lineRule="auto"'
    return [
        _style("Signature Lead", f'{keep}<w:spacing w:before="200" w:after="160"/>'),
        _style("Signature Party", f'{keep}<w:spacing w:after="20" {single}/>', "<w:b/><w:bCs/>"),
        _style("Signature Through", f'{keep}<w:spacing w:after="20" {single}/>'),
        _style("Signature Line", f'{keep}{rule}<w:spacing w:before="480" w:after="40" {single}/>'),
        _style("Signature Detail", f'{keep}<w:spacing w:after="20" {single}/>'),
        _style(
            "Signature Date",
            f'{keep}{rule}<w:spacing w:before="240" w:after="40" {single}/><w:ind w:right="1440"/>',
        ),
        _style(
            "Signature Note",
            f'{keep}<w:spacing w:before="160" w:after="20" {single}/>',
            '<w:sz w:val="21"/><w:szCs w:val="21"/>',
        ),
    ]


def _furniture() -> list[str]:
    small = '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
    single = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    return [
        _style(
            "header",
            f'<w:tabs><w:tab w:val="right" w:pos="9360"/></w:tabs>{single}',
            small,
            shown=False,
        ),
        _style("footer", f'{single}<w:jc w:val="center"/>', small, shown=False),
        _style(
            "Header Notice",
            '<w:spacing w:after="80" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
            "<w:i/><w:iCs/>" + small,
            based="header",
        ),
    ]


def _characters(look: Look) -> list[str]:
    def shade(fill: str) -> str:
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'

    looks = {
        "Section Caption": look.caption_look,
        "Defined Term": "<w:b/><w:bCs/>",
        "Blank": shade("FFF2CC"),
        "Provisional": shade("DDEBF7"),
        "Citation Open": shade("E2EFDA"),
        "Strong": "<w:b/><w:bCs/>",
        "Emphasis": "<w:i/><w:iCs/>",
        "Strong Emphasis": "<w:b/><w:bCs/><w:i/><w:iCs/>",
        "Hyperlink": '<w:color w:val="0563C1"/><w:u w:val="single"/>',
    }
    return [_style(name, "", look, kind="character") for name, look in looks.items()]


def _style(  # noqa: PLR0913 - the fields of a style
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based: str = "",
    follows: str = "",
    kind: str = "paragraph",
    shown: bool = True,
    custom: bool | None = None,
) -> str:
    custom = name not in BUILT_IN if custom is None else custom
    parent = based or ("Normal" if kind == "paragraph" else "Default Paragraph Font")
    return (
        f'<w:style w:type="{kind}"{" w:customStyle=" + chr(34) + "1" + chr(34) if custom else ""}'
        f' w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{style_id(parent)}"/>'
        + (f'<w:next w:val="{style_id(follows)}"/>' if follows else "")
        + f'<w:uiPriority w:val="{9 if shown else 99}"/>'
        + ("<w:qFormat/>" if shown else "<w:unhideWhenUsed/>")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def style_id(name: str) -> str:
    """Return the id of a named style as Word makes it: the words' capitals, no spaces."""
    known = {"Normal Table": "TableNormal", "toc 1": "TOC1"}
    return known.get(name) or re.sub(r"\W", "", " ".join(_capital(each) for each in name.split()))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _number(number: int, level: int) -> str:
    depth = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>'


def _indent(left: int) -> str:
    return f'<w:ind w:left="{left}"/>'


def _text_at(level: int) -> int:
    return 720 + 576 * (level - 1)


def _bullet_at(level: int) -> int:
    return 0 if level == 1 else _text_at(level - 1)


# --- the other parts ---------------------------------------------------------------------------


def _numbering() -> str:
    """Return the lists of the default scheme; the writer makes its own from the agreement's.

    Their indents are the house's own: where each level's number and text stand at the least.
    """
    item = ("lowerLetter", "(%{})"), ("lowerRoman", "(%{})"), ("upperLetter", "(%{})")
    main = [
        ("decimal", "Article %1", "Heading1", 0, 720),
        ("decimal", "%1.%2", "Provision1", 0, 720),
    ]
    for level in range(2, PROVISION_LEVELS + 1):
        form, text = item[(level - 2) % 3]
        main.append((form, text.format(level + 1), f"Provision{level}", _text_at(level - 1), 576))
    bullets = [
        (
            "bullet",
            "\u2022",
            style_id("List Bullet" if k == 1 else f"List Bullet {k}"),
            _bullet_at(k),
            360,
        )
        for k in range(1, BULLET_LEVELS + 1)
    ]
    exhibits = [("upperLetter", "Exhibit %1", "ExhibitHeading", 0, 720)]
    exhibits += [("decimal", "%2.", "ExhibitItem1", 0, 720)]
    exhibits += [("lowerLetter", "(%3)", "ExhibitItem2", 720, 576)]
    exhibits += [("lowerRoman", "(%4)", "ExhibitItem3", 1296, 576)]
    exhibits += [("upperLetter", "(%5)", "ExhibitItem4", 1872, 576)]
    exhibits += [("decimal", "(%6)", "ExhibitItem5", 2448, 576)]
    recitals = [("upperLetter", "%1.", "RecitalNumbered", 0, 720)]
    lists = (main, recitals, bullets, exhibits)
    definitions = "".join(_list(at, levels) for at, levels in enumerate(lists))
    uses = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(len(lists))
    )
    return f"<w:numbering {W}>{definitions}{uses}</w:numbering>"


def _list(at: int, levels: list[tuple[str, str, str, int, int]]) -> str:
    made = []
    for level in range(9):
        if level < len(levels):
            form, text, style, left, hanging = levels[level]
            named = f'<w:pStyle w:val="{style}"/>'
        else:
            form, text, named = "none", "", ""
            left, hanging = 720 + 576 * (level - 1), 576
        made.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{named}'
            f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{left + hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{at}"><w:nsid w:val="4D4F550{at}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="4D4F551{at}"/>{"".join(made)}'
        "</w:abstractNum>"
    )


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    settings = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
        "useWord2013TrackBottomHyphenation": 0,
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
        for name, value in settings.items()
    )
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        '<w:themeFontLang w:val="en-US"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1"'
        ' w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3"'
        ' w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _fonts(look: Look) -> str:
    return (
        f'<w:fonts {W}><w:font w:name="{look.font}"><w:altName w:val="{look.twin}"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        "</w:fonts>"
    )


def _theme(look: Look) -> str:
    """Return the smallest theme: some programs expect one, though no style here uses it."""
    colors = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
        "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5",
        "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
    }  # fmt: skip
    palette = "".join(
        f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in colors.items()
    )
    face = f'<a:latin typeface="{look.font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House">'
        f'<a:themeElements><a:clrScheme name="House">{palette}</a:clrScheme>'
        f'<a:fontScheme name="House"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    )


def _core(look: Look) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{look.title}</dc:title><dc:language>en-US</dc:language></cp:coreProperties>"
    )


def _content_types() -> str:
    kinds = {
        "word/document.xml": "document.main",
        "word/styles.xml": "styles",
        "word/settings.xml": "settings",
        "word/numbering.xml": "numbering",
        "word/fontTable.xml": "fontTable",
        "word/header1.xml": "header",
        "word/header2.xml": "header",
        "word/footer1.xml": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    package = "application/vnd.openxmlformats-package"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{package}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/word/theme/theme1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        f' ContentType="{package}.core-properties+xml"/></Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    made = ""
    for number, (kind, target) in enumerate(targets, 1):
        base = "http://schemas.openxmlformats.org/package/2006/relationships"
        address = f"{base if kind.startswith('metadata') else REL}/{kind}"
        made += f'<Relationship Id="rId{number}" Type="{address}" Target="{target}"/>'
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{made}</Relationships>"
    )


def _header(content: str) -> str:
    return f"<w:hdr {W}>{content}</w:hdr>"


def _footer() -> str:
    words = f"{_run('Page ')}{_field('PAGE')}{_run(' of ')}{_field('NUMPAGES')}"
    return f"<w:ftr {W}>{_paragraph('footer', words)}</w:ftr>"


# --- the sample text, one paragraph in each style ----------------------------------------------

_SAMPLE = (
    ("Title", "Title of the Agreement"),
    ("Subtitle", "Subtitle: the parties' names"),
    ("Draft Notice", "Draft Notice: the line that says who has still to approve"),
    ("TOC Heading", "TOC Heading"),
    ("toc 1", "toc 1: an entry of the table of contents"),
    ("Preamble", "Preamble: who agrees, and when."),
    ("Party", "Party: a party named in a paragraph of its own."),
    ("Recitals Heading", "Recitals Heading"),
    ("Recital", "Recital: why the parties agree."),
    ("Recital Numbered", "Recital Numbered: the same, with a letter."),
    ("Operative", "Operative: the words that lead from the recitals to the terms."),
    ("heading 1", "Heading 1: an article"),
    ("Provision 1", "Provision 1: a section."),
    ("Provision Text 1", "Provision Text 1: a section's second paragraph."),
    ("Provision 2", "Provision 2: an item of a section."),
    ("Provision Text 2", "Provision Text 2: an item's second paragraph."),
    ("Provision 3", "Provision 3: an item of an item."),
    ("Provision Text 3", "Provision Text 3: its second paragraph."),
    ("Provision 4", "Provision 4: one level deeper, and so on to Provision 7."),
    ("Provision Text 4", "Provision Text 4: its second paragraph, and so on to 7."),
    ("Body Text", "Body Text: a paragraph that belongs to no section."),
    ("List Bullet", "List Bullet: in the text."),
    ("List Bullet 2", "List Bullet 2: in a section."),
    ("List Bullet 3", "List Bullet 3: in an item."),
    ("List Continue", "List Continue: a bullet's second paragraph, and so on to List Continue 5."),
    ("caption", "Caption: what a table shows"),
    ("Closing Paragraph", "Closing Paragraph: the last words before the signatures."),
    ("Signature Lead", "Signature Lead: the sentence above the signatures."),
    ("Signature Party", "Signature Party: a party's legal name"),
    ("Signature Through", "Signature Through: the department it acts through"),
    ("Signature Line", "Signature Line:"),
    ("Signature Detail", "Signature Detail: name and title"),
    ("Signature Date", "Signature Date:"),
    ("Signature Note", "Signature Note: the resolution that approves"),
    ("Exhibit Heading", "Exhibit Heading"),
    ("Exhibit Text", "Exhibit Text: an exhibit's paragraph."),
    ("Exhibit Item 1", "Exhibit Item 1: a numbered part of an exhibit."),
    ("Exhibit Item Text 1", "Exhibit Item Text 1: its second paragraph."),
    ("Exhibit Item 2", "Exhibit Item 2: one level deeper."),
    ("Exhibit Item 3", "Exhibit Item 3: one more, and so on to Exhibit Item 5."),
)
_WORDS = (
    "Section Caption",
    "Defined Term",
    "Blank",
    "Provisional",
    "Citation Open",
    "Strong",
    "Emphasis",
    "Strong Emphasis",
    "Hyperlink",
)
_CONTROLS = {
    "short_title": "Short title",
    "draft": "Draft mark and date",
    "notice": "First page notice",
}


def _document() -> str:
    body = []
    for style, text in _SAMPLE:
        body.append(_paragraph(style, _run(text)))
        if style == "caption":
            body.append(_table())
        if style == "Body Text":
            words = "".join(_run(each, each) + _run(", ") for each in _WORDS)
            body.append(_paragraph(style, _run("Words: ") + words + _run("plain.")))
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:headerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/>'
        '<w:footerReference w:type="first" r:id="rId7"/>'
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440"'
        ' w:left="1440" w:header="720" w:footer="720" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return f"<w:document {W} {R}><w:body>{''.join(body)}{page}</w:body></w:document>"


def _table() -> str:
    rows = (
        ("Heading", ("Table Heading", "Table Heading Right")),
        ("Text", ("Table Text", "Table Text Right")),
        ("Total", ("Table Total", "Table Total Right")),
    )
    made = ""
    for number, (_, styles) in enumerate(rows):
        header = "<w:tblHeader/>" if number == 0 else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="4680" w:type="dxa"/></w:tcPr>'
            f"{_paragraph(style, _run(style))}</w:tc>"
            for style in styles
        )
        made += f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="AgreementTable"/><w:tblW w:w="9360" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0660" w:firstRow="1" w:lastRow="1"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        '<w:tblCaption w:val="Sample table"/><w:tblDescription w:val="Shows the table styles"/>'
        '</w:tblPr><w:tblGrid><w:gridCol w:w="4680"/><w:gridCol w:w="4680"/></w:tblGrid>'
        f"{made}</w:tbl>"
    )


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{content}</w:p>'


def _run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style_id(style)}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _tab() -> str:
    return "<w:r><w:tab/></w:r>"


def _control(tag: str, number: int) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{_CONTROLS[tag]}"/><w:tag w:val="{tag}"/>'
        f'<w:id w:val="{number}"/><w:text/></w:sdtPr><w:sdtContent>{_run(_CONTROLS[tag])}'
        "</w:sdtContent></w:sdt>"
    )


def _field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


if __name__ == "__main__":
    main()

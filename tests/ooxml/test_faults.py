from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator

import pytest

from mou_builder.diagnostics import Severity
from mou_builder.ooxml import check_own_output, check_package
from tests.ooxml.mutation import (
    DOCUMENT,
    NUMBERING,
    RELATIONSHIPS,
    SETTINGS,
    STYLES,
    TYPES,
    changed,
    extended,
    good,
    inserted,
    parts,
    related,
    with_parts,
    without,
    zipped,
)

BODY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/>{}</w:pPr>{}</w:p>'
END = "</Relationships>"
LINK = '<w:hyperlink r:id="rId99"><w:r><w:t>link</w:t></w:r></w:hyperlink>'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def paragraph(content: str, properties: str = "") -> str:
    """Return a paragraph."""
    return BODY.format(properties, content)


def run(content: str) -> str:
    """Return a run."""
    return f"<w:r>{content}</w:r>"


def field(code: str, result: str = "x", end: str = "end") -> str:
    """Return the runs of a field."""
    return (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run(f"<w:instrText>{code}</w:instrText>")
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run(f"<w:t>{result}</w:t>")
        + (run(f'<w:fldChar w:fldCharType="{end}"/>') if end else "")
    )


def mark(number: int, name: str) -> str:
    """Return a bookmark's start."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    """Return a bookmark's end."""
    return f'<w:bookmarkEnd w:id="{number}"/>'


def control(number: int, more: str = "") -> str:
    """Return a paragraph with a content control."""
    return paragraph(
        f'<w:sdt><w:sdtPr>{more}<w:id w:val="{number}"/><w:text/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
    )


def table(rows: str, grid: str = '<w:gridCol w:w="100"/><w:gridCol w:w="100"/>') -> str:
    """Return a table of rows, and a paragraph after it."""
    below = paragraph(run("<w:t>x</w:t>"))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{below}"


def row(cells: int = 2, traits: str = "") -> str:
    """Return a table row."""
    cell = f"<w:tc>{paragraph(run('<w:t>x</w:t>'))}</w:tc>"
    return f"<w:tr>{traits}{cell * cells}</w:tr>"


def change(kind: str, number: int, text: str = "delText") -> str:
    """Return a tracked change."""
    inside = run(f"<w:{text}>x</w:{text}>")
    return f'<w:{kind} w:id="{number}" w:author="A">{inside}</w:{kind}>'


def template_attached() -> bytes:
    """Return the good file with a template attached to it."""
    kind, target = "attachedTemplate", "file://server/share/house.dotx"
    text = parts()[SETTINGS].decode().replace("<w:settings ", f"<w:settings {R} ", 1)
    text = text.replace("<w:defaultTabStop", '<w:attachedTemplate r:id="rId99"/><w:defaultTabStop')
    head = "http://schemas.openxmlformats.org/package/2006/relationships"
    listed = f'<Relationships xmlns="{head}">{related(kind, target, external=True)}{END}'
    return extended(
        {"word/_rels/settings.xml.rels": listed.encode(), SETTINGS: text.encode()},
    )


def linked(kind: str, target: str, *, external: bool = True) -> bytes:
    """Return the good file with a relationship that a link uses."""
    return extended(
        {},
        (RELATIONSHIPS, END, related(kind, target, external=external) + END),
        (DOCUMENT, "<w:body>", f"<w:body>{paragraph(LINK)}"),
    )


def cut(part: str, start: str, stop: str) -> bytes:
    """Return the good file without the first such piece of a part."""
    text = parts()[part].decode()
    before, _, rest = text.partition(start)
    return changed(part, start + rest.partition(stop)[0] + stop, "") if before else b""


def doubled() -> bytes:
    """Return the good file with one member twice."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        members = list(parts().items())
        return zipped(*members, members[1])


FAULTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "bytes that are no zip": ("MB920", lambda: b"PK but no more"),
    "a zip cut short": ("MB920", lambda: good()[:-600]),
    "an empty zip": ("MB920", zipped),
    "no main document": (
        "MB920",
        lambda: changed("_rels/.rels", "word/document.xml", "word/x.xml"),
    ),
    "another root in the main document": (
        "MB920",
        lambda: with_parts(document=parts()[DOCUMENT].decode().replace("w:document", "w:dokument")),
    ),
    "a part that would unpack to far more": (
        "MB921",
        lambda: zipped(("word/document.xml", bytes(3_000_000))),
    ),
    "a member twice": ("MB922", doubled),
    "a member that leaves the package": ("MB922", lambda: zipped(("../evil.xml", b"<x/>"))),
    "a part that is not well formed": ("MB923", lambda: changed(DOCUMENT, "</w:body>", "")),
    "a control character": ("MB923", lambda: inserted(paragraph(run("<w:t>&#11;</w:t>")))),
    "a document type": (
        "MB923",
        lambda: changed(DOCUMENT, "<w:document", "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document"),
    ),
    "no list of content types": ("MB924", lambda: without(TYPES)),
    "a part without content type": ("MB924", lambda: extended({"word/thing.bin": b"x"})),
    "relationships of a missing part": (
        "MB924",
        lambda: extended({"word/_rels/ghost.xml.rels": parts()[RELATIONSHIPS]}),
    ),
    "a relationship to a missing part": ("MB925", lambda: without("word/footer1.xml")),
    "an id without relationship": (
        "MB925",
        lambda: changed(DOCUMENT, "<w:body>", f"<w:body>{paragraph(LINK)}"),
    ),
    "a header reference to a footer": (
        "MB925",
        lambda: changed(RELATIONSHIPS, 'Target="header1.xml"', 'Target="footer1.xml"'),
    ),
    "an attached template": ("MB926", template_attached),
    "a picture fetched from outside": ("MB926", lambda: linked("image", "http://host/x.png")),
    "a link to a file share": ("MB926", lambda: linked("hyperlink", "file://host/share")),
    "a macro": (
        "MB927",
        lambda: extended(
            {"word/vbaProject.bin": b"x"},
            (TYPES, "<Override", '<Default Extension="bin" ContentType="x/vbaProject"/><Override'),
        ),
    ),
    "a document of macros": ("MB927", lambda: changed(TYPES, "document.main", "macros.main")),
    "an embedded chunk": (
        "MB927",
        lambda: inserted(f'<w:altChunk {R} r:id="rId99"/>'),
    ),
    "an embedded object": ("MB927", lambda: linked("oleObject", "x.bin", external=False)),
    "a field that runs something": (
        "MB927",
        lambda: inserted(paragraph(field("DDE</w:instrText><w:instrText>AUTO cmd"))),
    ),
    "paragraph properties out of order": (
        "MB930",
        lambda: inserted(paragraph("", '<w:jc w:val="left"/><w:spacing w:after="0"/>')),
    ),
    "an unknown element": ("MB930", lambda: inserted(paragraph("<w:bogus/>"))),
    "a run outside of a paragraph": ("MB930", lambda: inserted(run("<w:t>x</w:t>"))),
    "a paragraph in a paragraph": ("MB930", lambda: inserted(paragraph(paragraph("")))),
    "a property twice": ("MB930", lambda: inserted(paragraph("", "<w:keepNext/><w:keepNext/>"))),
    "a level's children out of order": (
        "MB930",
        lambda: changed(
            NUMBERING, '<w:start w:val="1"/>', '<w:suff w:val="tab"/><w:start w:val="1"/>'
        ),
    ),
    "run properties out of order": (
        "MB930",
        lambda: inserted(paragraph(run("<w:rPr><w:i/><w:b/></w:rPr><w:t>x</w:t>"))),
    ),
    "a style's children out of order": (
        "MB930",
        lambda: changed(STYLES, '<w:name w:val="Title"/>', '<w:qFormat/><w:name w:val="Title"/>'),
    ),
    "lists before their definitions": (
        "MB930",
        lambda: changed(
            NUMBERING,
            '<w:abstractNum w:abstractNumId="0">',
            '<w:num w:numId="77"><w:abstractNumId w:val="0"/></w:num>'
            '<w:abstractNum w:abstractNumId="0">',
        ),
    ),
    "a colour with a hash": ("MB931", lambda: changed(STYLES, 'w:val="595959"', 'w:val="#595959"')),
    "an alignment that does not exist": (
        "MB931",
        lambda: changed(STYLES, '<w:jc w:val="center"/>', '<w:jc w:val="middle"/>'),
    ),
    "a restart past the eighth level": (
        "MB931",
        lambda: changed(
            NUMBERING,
            '<w:numFmt w:val="decimal"/>',
            '<w:numFmt w:val="decimal"/><w:lvlRestart w:val="9"/>',
        ),
    ),
    "a zoom without percent": ("MB932", lambda: changed(SETTINGS, ' w:percent="100"', "")),
    "a bookmark without name": (
        "MB932",
        lambda: inserted(paragraph(f'<w:bookmarkStart w:id="900"/>{end(900)}')),
    ),
    "a cell without paragraph": ("MB933", lambda: inserted(table("<w:tr><w:tc/><w:tc/></w:tr>"))),
    "a cell that ends with a table": (
        "MB933",
        lambda: inserted(
            table(f"<w:tr><w:tc><w:tbl><w:tblPr/><w:tblGrid/>{row(0)}</w:tbl></w:tc></w:tr>", "")
        ),
    ),
    "a row wider than the grid": ("MB934", lambda: inserted(table(row(3)))),
    "a table without rows": ("MB934", lambda: inserted(table(""))),
    "a row of content controls": (
        "MB938",
        lambda: inserted(
            table(f"<w:tr><w:sdt><w:sdtContent>{row()[6:-7]}</w:sdtContent></w:sdt></w:tr>")
            + paragraph(end(900))
        ),
    ),
    "a column that spans more than there are": (
        "MB934",
        lambda: inserted(
            table(row().replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>'))
        ),
    ),
    "two list definitions with one id": (
        "MB945",
        lambda: changed(NUMBERING, 'w:abstractNumId="1"', 'w:abstractNumId="0"'),
    ),
    "a bookmark at the end of a cell that has no paragraph": (
        "MB933",
        lambda: inserted(table(f"<w:tr><w:tc>{mark(900, 'a')}{end(900)}</w:tc><w:tc/></w:tr>")),
    ),
    "a table without grid": (
        "MB934",
        lambda: inserted(f"<w:tbl><w:tblPr/>{row()}</w:tbl>{paragraph('')}"),
    ),
    "a header row below another": (
        "MB935",
        lambda: inserted(table(row() + row(traits="<w:trPr><w:tblHeader/></w:trPr>"))),
    ),
    "two bookmarks with one id": (
        "MB936",
        lambda: inserted(paragraph(mark(900, "a1") + end(900) + mark(900, "a2") + end(900))),
    ),
    "an insertion and a deletion with one id": (
        "MB936",
        lambda: inserted(paragraph(change("ins", 900, "t") + change("del", 900))),
    ),
    "two bookmarks with one name": (
        "MB937",
        lambda: inserted(paragraph(mark(900, "a") + end(900) + mark(901, "A") + end(901))),
    ),
    "a bookmark name too long": (
        "MB937",
        lambda: inserted(paragraph(mark(900, "a" * 41) + end(900))),
    ),
    "a bookmark name with a space": ("MB937", lambda: inserted(paragraph(mark(9, "a b") + end(9)))),
    "a bookmark without end": ("MB938", lambda: inserted(paragraph(mark(900, "a")))),
    "a bookmark's end without start": ("MB938", lambda: inserted(paragraph(end(900)))),
    "a comment range without end": (
        "MB938",
        lambda: inserted(paragraph('<w:commentRangeStart w:id="0"/>')),
    ),
    "a field without end": ("MB939", lambda: inserted(paragraph(field("PAGE", end="")))),
    "a field's end without start": (
        "MB939",
        lambda: inserted(paragraph(run('<w:fldChar w:fldCharType="end"/>'))),
    ),
    "a reference to no bookmark": ("MB940", lambda: inserted(paragraph(field("REF _Ref1 \\h")))),
    "a simple field to no bookmark": (
        "MB940",
        lambda: inserted(paragraph('<w:fldSimple w:instr=" PAGEREF _Toc1 "/>')),
    ),
    "a link to no bookmark": (
        "MB940",
        lambda: inserted(paragraph('<w:hyperlink w:anchor="nowhere"/>')),
    ),
    "a broken reference": (
        "MB940",
        lambda: inserted(paragraph(field("PAGE", "Error! Reference source not found."))),
    ),
    "bookmarks that cross": (
        "MB941",
        lambda: inserted(paragraph(mark(900, "a") + mark(901, "b") + end(900) + end(901))),
    ),
    "a stale number": (
        "MB942",
        lambda: changed(DOCUMENT, "<w:t>2.2(b)</w:t>", "<w:t>2.2(c)</w:t>"),
    ),
    "styles based on each other": (
        "MB943",
        lambda: changed(
            STYLES,
            '<w:name w:val="Body Text"/><w:basedOn w:val="Normal"/>',
            '<w:name w:val="Body Text"/><w:basedOn w:val="Preamble"/>',
        ),
    ),
    "a missing paragraph style": ("MB944", lambda: changed(DOCUMENT, '"Preamble"', '"Gone"')),
    "a character style on a paragraph": (
        "MB944",
        lambda: changed(DOCUMENT, '"Preamble"', '"DefinedTerm"'),
    ),
    "a style based on a missing one": (
        "MB944",
        lambda: changed(STYLES, '<w:basedOn w:val="BodyText"/>', '<w:basedOn w:val="Gone"/>'),
    ),
    "a paragraph in a missing list": (
        "MB945",
        lambda: inserted(paragraph("", '<w:numPr><w:numId w:val="88"/></w:numPr>')),
    ),
    "a style in a missing list": (
        "MB945",
        lambda: changed(STYLES, '<w:numId w:val="2"/>', '<w:numId w:val="88"/>'),
    ),
    "a list without definition": (
        "MB945",
        lambda: changed(NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="88"/>'),
    ),
    "two lists with one id": (
        "MB945",
        lambda: changed(NUMBERING, '<w:num w:numId="2">', '<w:num w:numId="1">'),
    ),
    "two lists with one stamp": (
        "MB945",
        lambda: with_parts(numbering=_one_stamp(parts()[NUMBERING].decode())),
    ),
    "two controls with one id": ("MB946", lambda: inserted(control(900) + control(900))),
    "a control's tag too long": (
        "MB946",
        lambda: inserted(control(900, f'<w:tag w:val="{"x" * 65}"/>')),
    ),
    "a control bound to a missing store": (
        "MB946",
        lambda: inserted(
            paragraph(
                '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{A}"/></w:sdtPr>'
                "<w:sdtContent/></w:sdt>"
            )
        ),
    ),
    "a control without content": (
        "MB946",
        lambda: inserted(paragraph('<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr></w:sdt>')),
    ),
    "deleted text kept as text": ("MB947", lambda: inserted(paragraph(change("del", 900, "t")))),
    "deleted text outside of a deletion": (
        "MB947",
        lambda: inserted(paragraph(run("<w:delText>x</w:delText>"))),
    ),
    "a comment that is missing": (
        "MB948",
        lambda: inserted(paragraph(run('<w:commentReference w:id="5"/>'))),
    ),
    "a footnote that is missing": (
        "MB948",
        lambda: inserted(paragraph(run('<w:footnoteReference w:id="5"/>'))),
    ),
    "a list of eight levels": (
        "MB949",
        lambda: cut(NUMBERING, '<w:lvl w:ilvl="8">', "</w:lvl>"),
    ),
    "a level that names no style": (
        "MB949",
        lambda: changed(NUMBERING, '<w:pStyle w:val="Provision1"/>', ""),
    ),
    "a style that numbers in no list": (
        "MB949",
        lambda: changed(STYLES, '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', ""),
    ),
    "no language": ("MB950", lambda: cut(STYLES, "<w:lang", "/>")),
    "no title": ("MB950", lambda: cut("docProps/core.xml", "<dc:title>", "</dc:title>")),
    "a raw line end in a text": ("MB951", lambda: inserted(paragraph(run("<w:t>a\nb</w:t>")))),
    "a highlight in a style": (
        "MB952",
        lambda: changed(
            STYLES,
            '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>',
            '<w:highlight w:val="yellow"/>',
        ),
    ),
    "two shapes with one id": (
        "MB953",
        lambda: changed("word/header2.xml", "WaterMarkObject2", "WaterMarkObject1"),
    ),
    "a heading level skipped": (
        "MB954",
        lambda: changed(STYLES, '<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>'),
    ),
    "two styles with one id": (
        "MB955",
        lambda: changed(STYLES, 'w:styleId="Subtitle"', 'w:styleId="Title"'),
    ),
    "a picture without words for it": (
        "MB956",
        lambda: changed("word/header2.xml", ' alt="Watermark: DRAFT"', ""),
    ),
    "a prompt to update fields": (
        "MB957",
        lambda: changed(SETTINGS, "<w:compat>", '<w:updateFields w:val="true"/><w:compat>'),
    ),
    "compatibility mode": (
        "MB958",
        lambda: changed(SETTINGS, 'word" w:val="15"', 'word" w:val="14"'),
    ),
    "no settings": ("MB958", lambda: changed(RELATIONSHIPS, "/settings", "/sittings")),
}

OWN_FAULTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an empty paragraph": ("MB960", lambda: inserted(paragraph(""))),
    "a paragraph of blanks in the body": ("MB960", lambda: inserted(paragraph(run("<w:br/>")))),
    "a paragraph formatted directly": (
        "MB961",
        lambda: inserted(paragraph(run("<w:t>x</w:t>"), '<w:spacing w:after="0"/>')),
    ),
    "a run formatted directly": (
        "MB961",
        lambda: inserted(paragraph(run("<w:rPr><w:b/></w:rPr><w:t>x</w:t>"))),
    ),
    "a paragraph without style": (
        "MB961",
        lambda: inserted("<w:p><w:r><w:t>x</w:t></w:r></w:p>"),
    ),
    "a mark of when text was edited": (
        "MB962",
        lambda: changed(DOCUMENT, "<w:p>", '<w:p w:rsidR="00A1B2C3">'),
    ),
    "a trace of another program": (
        "MB962",
        lambda: changed("docProps/core.xml", "</dc:subject>", " python-docx</dc:subject>"),
    ),
    "no properties": (
        "MB962",
        lambda: without("docProps/core.xml"),
    ),
}


def _one_stamp(text: str) -> str:
    first, second = _stamps(text)
    return text.replace(second, first)


def _stamps(text: str) -> Iterator[str]:
    for piece in text.split("<w:nsid ")[1:3]:
        yield piece.partition("/>")[0]


@pytest.mark.parametrize("name", FAULTS)
def test_the_check_finds(name: str) -> None:
    """A file with one fault is reported with that fault's code, at a part of the file."""
    code, broken = FAULTS[name]

    found = check_package(broken(), "agreement.docx")

    assert code in {each.code for each in found}
    assert all(each.at and each.at.file.startswith("agreement.docx") for each in found)


@pytest.mark.parametrize("name", OWN_FAULTS)
def test_the_stricter_check_finds(name: str) -> None:
    """What only our own files promise is checked in them, and not in other programs' files."""
    code, broken = OWN_FAULTS[name]
    content = broken()

    assert code in {each.code for each in check_own_output(content)}
    assert code not in {each.code for each in check_package(content)}


def test_a_good_file_has_no_finding() -> None:
    """The file that all faults are made from has none."""
    assert check_own_output(good()) == ()


def test_a_finding_names_the_part_and_the_paragraph() -> None:
    """A fault says which part it is in and the first words of its paragraph."""
    broken = changed(DOCUMENT, "<w:t>2.2(b)</w:t>", "<w:t>9.9</w:t>")

    (found,) = check_package(broken, "mou.docx")

    assert found.at is not None
    assert found.at.file == "mou.docx!word/document.xml"
    assert found.related[0].label.startswith("in the paragraph `Aims. This MOU sets out")
    assert found.severity is Severity.ERROR
    assert found.message == "a reference shows `9.9`, but what it refers to has `2.2(b)`"


def test_of_one_fault_only_the_first_are_listed() -> None:
    """Twenty findings of a kind are enough: more would hide the others."""
    broken = inserted(paragraph("<w:bogus/>") + "".join(paragraph(end(n)) for n in range(900, 950)))

    found = [each.code for each in check_package(broken)]

    assert found.count("MB938") == 20
    assert "MB930" in found

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from mou_builder.model.document import (
    BulletList,
    Certification,
    Citation,
    Contents,
    Definition,
    Emphasis,
    Exhibit,
    Furniture,
    LineBreak,
    PartySignature,
    Provision,
    Role,
    Row,
    SignatureBlock,
    SignatureLine,
    Table,
    Text,
)
from mou_builder.ooxml import check_own_output, content_digest, is_untouched_output
from mou_builder.ooxml.elements import Element, style_of, text_of
from mou_builder.ooxml.ids import clause_bookmark
from mou_builder.ooxml.names import w
from mou_builder.ooxml.package import pack, read_package
from mou_builder.ooxml.stylesheet import read_styles
from mou_builder.writers import writer_for
from mou_builder.writers.word import BrokenOutput, write
from tests.writers_word.sample import BLANK, agreement, house, of_blocks, paragraph, provision
from tests.writers_word.schemes import SCHEMES, counted


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file."""
    return dict(read_package(content, "").ok.parts)


def body_of(content: bytes) -> Element:
    """Return the body of a Word file."""
    return etree.fromstring(parts_of(content)["word/document.xml"])[0]


def texts(content: bytes, part: str) -> list[str]:
    """Return the words of a part's paragraphs."""
    root = etree.fromstring(parts_of(content)[part])
    return [text_of(each) for each in root.iter(w("p"))]


# --- the whole file ----------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["columns", "stacked"])
@pytest.mark.parametrize("style", ["standard", "traditional"])
@pytest.mark.parametrize("final", [True, False])
def test_nothing_is_found_in_what_is_written(form: str, style: str, final: bool) -> None:  # noqa: FBT001
    """Every form of the sample passes the stricter check."""
    content = write(agreement(form=form, final=final), house(style))

    assert check_own_output(content) == ()


def test_two_runs_give_the_same_bytes() -> None:
    """Nothing in the file depends on when it was made."""
    assert write(agreement(), house()) == write(agreement(), house())


def test_our_own_untouched_file_is_known() -> None:
    """The stored digest tells an untouched output from an edited one and from others' files."""
    content = write(agreement(), house())
    edited = parts_of(content)
    edited["word/document.xml"] = edited["word/document.xml"].replace(b"Staffing", b"Personnel")

    assert is_untouched_output(content)
    assert not is_untouched_output(pack(edited))
    assert not is_untouched_output(house().reference)
    assert not is_untouched_output(b"no Word file")


def test_packing_anew_changes_no_digest() -> None:
    """The digest speaks of the parts, so another zip of the same parts has the same one."""
    content = write(agreement(), house())

    assert content_digest(pack(parts_of(content))) == content_digest(content) != ""


def test_the_format_is_registered() -> None:
    """The Word format is found by its suffix, and knows its own files and their faults."""
    word = writer_for(".docx")

    assert word is not None
    content = word.write(agreement(), house())
    assert word.is_ours is not None
    assert word.is_ours(content)
    assert word.check is not None
    assert word.check(content, "mou.docx") == ()


def test_a_reference_document_without_a_style_is_a_broken_output() -> None:
    """A fault of the finished file is never handed over."""
    parts = parts_of(house().reference)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"Provision 1"', b'"Clause 1"')

    with pytest.raises(BrokenOutput, match="MB942"):
        write(agreement(), replace(house(), reference=pack(parts)))


def test_a_house_may_name_its_styles_otherwise() -> None:
    """`word_styles` gives a part the name that the house's own style has."""
    parts = parts_of(house().reference)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"Provision 1"', b'"Clause 1"')
    style = replace(house(), reference=pack(parts), word_styles={"provision_1": "Clause 1"})

    assert check_own_output(write(agreement(), style)) == ()


def test_what_a_house_style_was_made_from_stays_behind() -> None:
    """Comments, authors, revision marks and thumbnails of the reference do not travel."""
    parts = parts_of(house().reference)
    head = b"</Relationships>"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = b'<Relationship Id="rId90" Type="' + kind + b'" Target="comments.xml"/>' + head
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(head, link)
    parts["word/comments.xml"] = (
        b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:comment w:id="0" w:author="J. Doe"><w:p/></w:comment></w:comments>'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.comments+xml"/></Types>',
    )
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"<w:p>", b'<w:p w:rsidR="00A1">')

    content = write(agreement(), replace(house(), reference=pack(parts)))

    assert not any(b"J. Doe" in each or b"rsid" in each for each in parts_of(content).values())


def test_nothing_confidential_travels() -> None:
    """No part holds ids of clauses, questions or alternatives, evidence, or what is open."""
    content = write(agreement(), house())

    whole = b"".join(parts_of(content).values()).decode()
    for secret in ("funding.share", "funding.amount", "percentage", "wa.interlocal", "parties.1"):
        assert secret not in whole


# --- properties --------------------------------------------------------------------------------


def test_the_properties_are_the_agreements() -> None:
    """Title, author, subject, language and date are set, and no other program's."""
    core = parts_of(write(agreement(), house()))["docProps/core.xml"].decode()

    assert "<dc:title>Memorandum of Understanding for the School Resource" in core
    assert "<dc:creator>Northfield School District No. 4; City of Northfield</dc:creator>" in core
    assert "<dc:subject>School resource officers</dc:subject>" in core
    assert "<dc:language>en-US</dc:language>" in core
    assert core.count("2026-07-01T00:00:00Z") == 2


def test_the_provenance_is_kept_in_the_properties() -> None:
    """Which program, library and answers made the file can be read from it."""
    custom = parts_of(write(agreement(), house()))["docProps/custom.xml"].decode()

    assert "mou-builder 0.1.0" in custom
    assert "a" * 64 in custom
    assert "b" * 64 in custom
    assert 'name="As Of"' in custom


def test_the_language_is_everywhere() -> None:
    """The document's language is that of its styles and settings too."""
    given = agreement()
    document = replace(
        given.document, properties=replace(given.document.properties, language="es-US")
    )

    parts = parts_of(write(replace(given, document=document), house()))

    assert b'<w:lang w:val="es-US"' in parts["word/styles.xml"]
    assert b'<w:themeFontLang w:val="es-US"' in parts["word/settings.xml"]


# --- headers -----------------------------------------------------------------------------------


def test_a_drafts_headers_say_so() -> None:
    """The short title and the draft mark on every page, the notice on the first."""
    content = write(agreement(), house())

    (running,) = texts(content, "word/header1.xml")
    assert running == "Northfield SRO Program MOU DRAFT \u2013 July 1, 2026"
    assert texts(content, "word/header2.xml") == [
        "Illustration from made-up facts; not an agreement of anybody",
        " DRAFT \u2013 July 1, 2026",
    ]


def test_every_header_has_its_own_watermark() -> None:
    """The word across the page is in each header, under an id of its own, with words for it."""
    parts = parts_of(write(agreement(), house()))

    headers = [content.decode() for name, content in parts.items() if "/header" in name]
    ids = [re.findall(r'id="(PowerPlusWaterMarkObject\d)"', each) for each in headers]
    assert ids == [["PowerPlusWaterMarkObject1"], ["PowerPlusWaterMarkObject2"]]
    assert all('alt="Watermark: DRAFT"' in each for each in headers)


def test_a_final_document_has_no_draft_mark() -> None:
    """Neither word nor watermark; the first page's header is empty."""
    content = write(agreement(final=True), house())

    assert not any(b"DRAFT" in each for each in parts_of(content).values())
    assert texts(content, "word/header2.xml") == [""]


def test_the_footer_counts_pages() -> None:
    """Page X of Y, both as fields with a result."""
    footer = parts_of(write(agreement(), house()))["word/footer1.xml"].decode()

    assert re.findall(r"<w:instrText[^>]*> (\w+) </w:instrText>", footer) == ["PAGE", "NUMPAGES"]


def test_words_of_the_headers_are_optional() -> None:
    """With nothing to say, the headers stay well formed."""
    given = agreement()
    bare = replace(given.document, furniture=Furniture(""))

    assert check_own_output(write(replace(given, document=bare), house())) == ()


# --- references and contents -------------------------------------------------------------------


def test_only_what_is_needed_is_bookmarked() -> None:
    """Bookmarks stand at references' targets, listed headings and clauses; all are hashes."""
    content = write(agreement(), house())

    names = [each.get(w("name")) for each in body_of(content).iter(w("bookmarkStart"))]
    kinds = [each[:4] for each in names]
    assert kinds.count("_Ref") == 6
    assert kinds.count("_Toc") == 7
    assert clause_bookmark("funding.share") in names
    assert all(len(each) <= 40 for each in names)


def test_a_clauses_bookmark_survives_other_numbers() -> None:
    """The same clause has the same bookmark in another draft."""
    first = {
        each.get(w("name"))
        for each in body_of(write(agreement(), house())).iter(w("bookmarkStart"))
    }
    second = {
        each.get(w("name"))
        for each in body_of(write(agreement("classic", copies=3), house())).iter(w("bookmarkStart"))
    }

    assert first < second


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_contents_list_what_word_would_collect(scheme: str) -> None:
    """The stored entries are the headings of outline level 1, in order."""
    content = write(agreement(scheme), house())

    sheet = read_styles(etree.fromstring(parts_of(content)["word/styles.xml"]))
    listed, collected = [], []
    for each in body_of(content).iter(w("p")):
        if style_of(each) == "TOC1":
            listed.append(text_of(each))
        elif sheet.outline(style_of(each)) == 0:
            collected.append(text_of(each))
    assert len(listed) == len(collected) > 0
    assert all(entry.endswith(title) for entry, title in zip(listed, collected, strict=True))


def test_a_document_without_headings_has_no_contents() -> None:
    """Word would print an error in their place."""
    content = write(of_blocks(Contents("Contents"), paragraph("Words."), scheme="plain"), house())

    assert b"TOC " not in parts_of(content)["word/document.xml"]


# --- paragraphs --------------------------------------------------------------------------------


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_named_style(role: Role) -> None:
    """Each role of a paragraph has a style of its own in the shipped houses."""
    for name in ("standard", "traditional"):
        content = write(of_blocks(paragraph("Words.", role=role, label="")), house(name))

        assert style_of(body_of(content)[0]) not in {"", "Normal"}


def test_words_take_the_style_of_what_they_are() -> None:
    """Definitions, blanks, open citations and emphasis have styles, plain words have none."""
    content = write(
        of_blocks(
            paragraph(
                "plain ",
                Definition("Term"),
                BLANK,
                Citation("f", "RCW 1", "read", open=True),
                Citation("f", "RCW 2", "read", open=False),
                Emphasis("b", bold=True),
                Emphasis("i", italic=True),
                Emphasis("bi", bold=True, italic=True),
                Emphasis("none"),
                LineBreak(),
                "end",
            )
        ),
        house(),
    )

    runs = [
        (
            text_of(each).strip(),
            style.get(w("val")) if (style := _run_style(each)) is not None else "",
        )
        for each in body_of(content)[0].iter(w("r"))
    ]
    assert runs == [
        ("plain", ""),
        ("\u201cTerm\u201d", "DefinedTerm"),
        ("[first-year amount]", "Blank"),
        ("RCW 1", "CitationOpen"),
        ("RCW 2", ""),
        ("b", "Strong"),
        ("i", "Emphasis"),
        ("bi", "StrongEmphasis"),
        ("none", ""),
        ("", ""),
        ("end", ""),
    ]


def _run_style(run: Element) -> Element | None:
    return run.find(f"{w('rPr')}/{w('rStyle')}")


def test_an_open_provision_stands_in_marked_brackets() -> None:
    """Its first and last words are bracketed, the heading is not."""
    blocks = counted(
        [
            provision(
                "a",
                "Article",
                provision("a.b", "Risk", "One.", provision("a.b#1", "", "item"), open_=True),
                provision("a.c", "Next", "Two."),
            )
        ],
        SCHEMES["decimal"],
    )

    content = write(of_blocks(*blocks), house())

    assert [text_of(each) for each in body_of(content).iter(w("p"))] == [
        "Article",
        "Risk. [One.",
        "item]",
        "Next. Two.",
    ]
    assert parts_of(content)["word/document.xml"].count(b'"Provisional"') == 2


def test_an_open_provision_that_ends_with_a_table_is_closed_below_it() -> None:
    """A bracket needs words to follow, so it gets a paragraph after a table."""
    table = next(
        each
        for block in agreement().document.blocks
        if isinstance(block, Provision)
        for section in block.content
        if isinstance(section, Provision)
        for each in section.content
        if type(each).__name__ == "Table"
    )
    section = Provision("b", 1, "Cost", (paragraph("As shown:"), table), "1.1", "1.1", "b", True)
    blocks = Provision("a", 0, "Money", (section,), "Article 1", "Article 1")

    content = write(of_blocks(blocks), house())

    last = [each for each in body_of(content) if each.tag == w("p")][-1]
    assert text_of(last) == "]"
    assert check_own_output(content) == ()


def test_a_paragraph_after_a_table_stands_off_from_it() -> None:
    """Its style is a variant with space above, based on its own."""
    content = write(agreement(), house())

    styles = parts_of(content)["word/styles.xml"].decode()
    after = [
        style_of(each.getnext())
        for each in body_of(content).iter(w("tbl"))
        if each.getnext().tag == w("p")
    ]
    assert after[0] == "ProvisionText1AfterTable"
    assert (
        '<w:name w:val="Provision Text 1 After Table"/><w:basedOn w:val="ProvisionText1"/>'
        in styles
    )


def test_a_document_that_ends_with_a_table_has_the_paragraph_word_needs() -> None:
    """It takes a style of its own, a point high."""
    last = body_of(write(agreement(), house()))[-2]

    assert (style_of(last), text_of(last)) == ("EndOfDocument", "")


def test_a_lead_in_stays_with_its_list() -> None:
    """The words before a list, a table or items share the page with the first of them."""
    content = write(agreement(), house())

    leads = [each for each in body_of(content).iter(w("p")) if text_of(each).endswith("SRO to:")]
    assert style_of(leads[0]) == "Provision1WithNext"


# --- tables ------------------------------------------------------------------------------------


def test_a_tables_header_repeats_and_its_rows_stay_whole() -> None:
    """The first row is marked as a header, every row kept on one page."""
    table = next(body_of(write(agreement(), house())).iter(w("tbl")))

    rows = table.findall(w("tr"))
    marks = [[each.tag for each in row.find(w("trPr"))] for row in rows]
    assert marks == [[w("cantSplit"), w("tblHeader")], *[[w("cantSplit")]] * 3]
    assert table.find(f"{w('tblPr')}/{w('tblCaption')}").get(w("val")) == "Schools and officers"
    assert table.find(f"{w('tblPr')}/{w('tblDescription')}").get(w("val")) == (
        "Columns: School, Level, Officers"
    )


def test_a_column_is_aligned_by_its_cells_styles() -> None:
    """Right-aligned columns and total rows are paragraph styles."""
    table = next(body_of(write(agreement(), house())).iter(w("tbl")))

    styles = [[style_of(each) for each in row.iter(w("p"))] for row in table.findall(w("tr"))]
    assert styles[0] == ["TableHeading", "TableHeadingCentered", "TableHeadingRight"]
    assert styles[-1] == ["TableTotal", "TableTotalCentered", "TableTotalRight"]
    assert styles[1] == [
        f"{each}WithNext" for each in ("TableText", "TableTextCentered", "TableTextRight")
    ]


def test_a_tables_columns_fill_the_text() -> None:
    """The grid adds up to the width between the margins."""
    for table in body_of(write(agreement(), house())).iter(w("tbl")):
        assert sum(int(each.get(w("w"))) for each in table.iter(w("gridCol"))) == 9360


# --- signatures --------------------------------------------------------------------------------


def signed(parties: int, form: str, lines: int = 1) -> bytes:
    """Return a Word file that ends with so many signatures."""
    each = PartySignature(
        (Text("A Party"),),
        (),
        tuple(SignatureLine("By", (Text("N. N."),), (Text("Mayor"),)) for _ in range(lines)),
        (SignatureLine("Attest", (), (Text("Clerk"),), dated=False),),
    )
    block = SignatureBlock((Text("The Parties sign:"),), (each,) * parties, form)
    return write(of_blocks(paragraph("Last words.", role=Role.CLOSING), block), house())


def test_the_last_words_stay_with_the_signatures() -> None:
    """No signature page without a word of the agreement: each keeps with the next."""
    body = body_of(signed(2, "columns"))

    assert style_of(body[0]) == "ClosingParagraphWithNext"
    assert style_of(body[1]) == "SignatureLead"


@pytest.mark.parametrize("form", ["columns", "stacked"])
def test_a_signature_never_splits(form: str) -> None:
    """A party's lines are one row that cannot break over pages."""
    (table,) = body_of(signed(3, form)).iter(w("tbl"))

    rows = table.findall(w("tr"))
    assert len(rows) == (2 if form == "columns" else 3)
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)


def test_an_odd_party_leaves_no_empty_cell() -> None:
    """The last row of an odd number of parties has one cell and says that one is missing."""
    (table,) = body_of(signed(3, "columns")).iter(w("tbl"))

    last = table.findall(w("tr"))[-1]
    assert len(last.findall(w("tc"))) == 1
    assert last.find(f"{w('trPr')}/{w('gridAfter')}").get(w("val")) == "1"


@pytest.mark.parametrize("form", ["columns", "stacked"])
def test_a_certificate_spans_the_columns_below_the_signatures(form: str) -> None:
    """It stays in one piece, and on the page of the signatures where they fit."""
    certificate = Certification(
        (Text("Certificate: A Party"),),
        (Text("The undersigned certifies it."),),
        SignatureLine("By", (), (Text("Fiscal officer"),)),
    )
    block = SignatureBlock((Text("The Parties sign:"),), (), form, (certificate,))
    content = write(of_blocks(paragraph("Last words.", role=Role.CLOSING), block), house())
    (table,) = body_of(content).iter(w("tbl"))
    (row,) = table.findall(w("tr"))

    assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
    assert row.find(f"{w('tc')}/{w('tcPr')}/{w('gridSpan')}").get(w("val")) == "2"
    assert [text_of(each) for each in table.iter(w("p"))] == [
        *("Certificate: A Party", "The undersigned certifies it."),
        *("By:", "Title: Fiscal officer", "Date:"),
    ]
    assert check_own_output(content) == ()


def test_few_signatures_share_a_page_and_many_may_not() -> None:
    """What fits is kept together; more than a page is let go between the parties' blocks."""
    few, many = signed(2, "stacked"), signed(8, "stacked", lines=2)

    assert b"NotWithNext" not in parts_of(few)["word/document.xml"]
    assert b'"SignaturePartyNotWithNext"' in parts_of(many)["word/document.xml"]
    assert check_own_output(many) == ()


def test_a_signature_has_a_line_and_says_who_signs() -> None:
    """By, name, title and date; an attest without a date."""
    (table,) = body_of(signed(1, "stacked")).iter(w("tbl"))

    assert [text_of(each) for each in table.iter(w("p"))] == [
        "A Party",
        *("By:", "Name: N. N.", "Title: Mayor", "Date:"),
        *("Attest:", "Title: Clerk"),
    ]


# --- rare shapes -------------------------------------------------------------------------------


def test_a_name_may_hold_any_letters() -> None:
    """Words that look like a mark of Word's are words: Riverside, PAGE, an error told of."""
    text = 'Riverside Error! REF _Ref1 w:rsidR="00" python-docx'

    assert check_own_output(write(of_blocks(paragraph(text)), house())) == ()


def test_a_word_no_column_can_hold_still_fits_the_table() -> None:
    """Columns shrink in proportion when their longest words do not fit side by side."""
    cells = tuple((Text("x" * 60),) for _ in range(3))
    table = Table("Wide", ("left",), Row(cells), (Row(cells),))

    widths = [
        int(each.get(w("w")))
        for each in body_of(write(of_blocks(table), house())).iter(w("gridCol"))
    ]

    assert sum(widths) == 9360
    assert max(widths) - min(widths) <= 2


def test_long_words_take_their_room_from_long_texts() -> None:
    """A column keeps its longest word whole; what is left goes where there is more to say."""
    row = Row(((Text("a " * 200),), (Text("UNBREAKABLE-1234"),), (Text("b " * 10),)))
    table = Table("Mixed", ("left", "right", "left"), row, (row,))

    widths = [
        int(each.get(w("w")))
        for each in body_of(write(of_blocks(table), house())).iter(w("gridCol"))
    ]

    assert sum(widths) == 9360
    assert widths[1] > 16 * 118
    assert widths[0] > widths[2]


def test_a_bulleted_list_in_an_item_stands_below_the_items_text() -> None:
    """Bullets go by the depth of what is around them."""
    bullets = BulletList(((paragraph("bullet"), provision("x", "", "plain")),))
    nested = provision("a#1", "", "item:", bullets)
    blocks = counted([provision("a0", "A", provision("a", "B", "These:", nested))], SCHEMES["none"])

    body = body_of(write(of_blocks(*blocks, scheme="none"), house()))

    assert [style_of(each) for each in body.iter(w("p"))][3] == "ListBullet3"


def test_headings_outside_of_articles_have_no_number() -> None:
    """A paragraph in the role of a heading takes the heading's look only."""
    roles = (Role.ARTICLE_HEADING, Role.EXHIBIT_HEADING)

    body = body_of(write(of_blocks(*(paragraph("H", role=each) for each in roles)), house()))

    assert [style_of(each) for each in body.iter(w("p"))] == [
        "Heading1Unnumbered",
        "ExhibitHeadingUnnumbered",
    ]


def test_an_exhibit_may_be_headed_by_its_letter_alone() -> None:
    """Without a title the number is the heading, and the contents leave it out."""
    content = write(
        of_blocks(Contents("Contents"), Exhibit("x", "Exhibit A", "", (paragraph("Words."),))),
        house(),
    )

    body = body_of(content)
    assert [style_of(each) for each in body.iter(w("p"))] == ["ExhibitHeading", "ExhibitText"]


def test_an_exhibits_label_may_be_any_words() -> None:
    """A label without a letter is printed as it is."""
    block = Exhibit("x", "Schedule", "Prices", (paragraph("Words."),))

    content = write(of_blocks(block), house())

    assert b'<w:lvlText w:val="Schedule"/>' in parts_of(content)["word/numbering.xml"]

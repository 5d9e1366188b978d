"""Our own tables of order and values, compared with the schemas they are taken from."""

from __future__ import annotations

import pytest
from lxml import etree

from mou_builder.ooxml.grammar import LOOSE, PLACES
from mou_builder.ooxml.names import local
from tests.ooxml import xsd

X = "{http://www.w3.org/2001/XMLSchema}"
TYPES = {
    "pPr": "CT_PPr",
    "rPr": "CT_ParaRPr",
    "sectPr": "CT_SectPr",
    "tblPr": "CT_TblPr",
    "tcPr": "CT_TcPr",
    "lvl": "CT_Lvl",
    "abstractNum": "CT_AbstractNum",
    "num": "CT_Num",
    "numbering": "CT_Numbering",
    "style": "CT_Style",
    "styles": "CT_Styles",
    "settings": "CT_Settings",
    "tblBorders": "CT_TblBorders",
    "tcBorders": "CT_TcBorders",
    "pBdr": "CT_PBdr",
    "tblCellMar": "CT_TblCellMar",
    "tblStylePr": "CT_TblStylePr",
    "docDefaults": "CT_DocDefaults",
    "numPr": "CT_NumPr",
    "lvlOverride": "CT_NumLvl",
    "tblPrEx": "CT_TblPrEx",
    "docPartObj": "CT_SdtDocPart",
    "sdt": "CT_SdtBlock",
}
LOOSE_TYPES = {"p": "CT_P", "r": "CT_R", "body": "CT_Body", "tc": "CT_Tc", "hdr": "CT_HdrFtr"}
pytestmark = pytest.mark.skipif(
    not xsd.FOLDER, reason="MOU_XSD_DIR does not name the ECMA-376 schemas"
)


def children(name: str) -> list[str]:
    """Return the children of a schema's type, in its order."""
    root = etree.fromstring(xsd._text("wml.xsd"))  # noqa: SLF001 - the schema's text is its business
    named = {(each.tag, each.get("name")): each for each in root}
    found: list[str] = []

    def walk(node: etree._Element) -> None:
        for each in node:
            if each.tag == f"{X}element":
                found.append((each.get("name") or each.get("ref")).rpartition(":")[2])
            elif each.tag == f"{X}group":
                group = named.get((f"{X}group", each.get("ref").rpartition(":")[2]))
                if group is not None:
                    walk(group)
            elif each.tag == f"{X}extension":
                walk(named[f"{X}complexType", each.get("base").rpartition(":")[2]])
                walk(each)
            else:
                walk(each)

    walk(named[f"{X}complexType", name])
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("name", TYPES)
def test_the_order_is_the_schemas(name: str) -> None:
    """An element's children stand in our table as in the schema."""
    (places,) = (each for tag, each in PLACES.items() if local(tag) == name)

    assert [local(each) for each in places] == children(TYPES[name])


@pytest.mark.parametrize("name", LOOSE_TYPES)
def test_what_may_stand_anywhere_is_the_schemas(name: str) -> None:
    """Elements that take their children in any order know the same ones."""
    (tag,) = (each for each in LOOSE if local(each) == name)
    # Formulas have a namespace of their own, which the check leaves alone.
    own = {each for each in children(LOOSE_TYPES[name]) if not each.startswith("oMath")}

    assert {local(each) for each in PLACES[tag]} == own


def test_the_schemas_find_a_fault() -> None:
    """The loader does validate: an element out of order is said."""
    from tests.ooxml.mutation import changed  # noqa: PLC0415 - for this test alone

    broken = changed("word/document.xml", "<w:tblGrid>", "<w:bogus/><w:tblGrid>")

    assert any("bogus" in each for each in xsd.schema_faults(broken))

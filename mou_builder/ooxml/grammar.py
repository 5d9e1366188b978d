"""What may stand in what, and in which order: the part of ECMA-376's schema that agreements use.

Word repairs, or refuses, a file whose elements come in another order (ECMA-376 Part 4, wml.xsd).
"""

from __future__ import annotations

from mou_builder.ooxml.names import w

_RUN_LOOK = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
    " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd"
    " fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_BORDERS = "top start left bottom end right insideH insideV"
_TABLE_LOOK = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
_PARAGRAPH_LOOK = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
)
_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime"
    " doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText"
    " printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts"
    " saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader"
    " bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors"
    " activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter"
    " stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves"
    " doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet"
    " defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps"
    " showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
    " bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing"
    " drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
    " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin"
    " doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne"
    " strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture"
    " doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText"
    " doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags"
    " alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars"
    " rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats"
    " doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType"
    " schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
)
_RANGES = (
    "proofErr permStart permEnd bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd"
    " moveToRangeStart moveToRangeEnd commentRangeStart commentRangeEnd customXmlInsRangeStart"
    " customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
    " customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart"
    " customXmlMoveToRangeEnd ins del moveFrom moveTo"
)
_BLOCKS = f"customXml sdt p tbl {_RANGES} altChunk"
_RUNS = f"customXml smartTag sdt dir bdo r {_RANGES} fldSimple hyperlink subDoc"
_RUN = (
    "br t contentPart delText instrText delInstrText noBreakHyphen softHyphen dayShort monthShort"
    " yearShort dayLong monthLong yearLong annotationRef footnoteRef endnoteRef separator"
    " continuationSeparator sym pgNum cr tab object pict fldChar ruby footnoteReference"
    " endnoteReference commentReference drawing ptab lastRenderedPageBreak"
)

_ROW_LOOK = (
    "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader"
    " tblCellSpacing jc hidden ins del trPrChange"
)

# The children of an element in the one order that the schema allows.
_IN_ORDER = {
    "pPr": f"{_PARAGRAPH_LOOK} rPr sectPr pPrChange",
    "rPr": f"ins del moveFrom moveTo {_RUN_LOOK}",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings sectPrChange",
    "tblPr": f"{_TABLE_LOOK} tblPrChange",
    "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
    " tblPrExChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
    " vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "numPr": "ilvl numId numberingChange ins",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr"
    " tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": _SETTINGS,
    "tblBorders": _BORDERS,
    "tcBorders": f"{_BORDERS} tl2br tr2bl",
    "tblCellMar": "top start left bottom end right",
    "tcMar": "top start left bottom end right",
    "pBdr": "top left bottom right between bar",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "document": "background body",
    "docPartObj": "docPartGallery docPartCategory docPartUnique",
}
# The children of an element in any order, after the ones that must come first.
_ANY_ORDER = {
    "body": ("", _BLOCKS, "sectPr"),
    "hdr": ("", _BLOCKS, ""),
    "ftr": ("", _BLOCKS, ""),
    "comment": ("", _BLOCKS, ""),
    "footnote": ("", _BLOCKS, ""),
    "endnote": ("", _BLOCKS, ""),
    "tc": ("tcPr", _BLOCKS, ""),
    "p": ("pPr", _RUNS, ""),
    "r": ("rPr", _RUN, ""),
    "hyperlink": ("", _RUNS, ""),
    "fldSimple": ("fldData", _RUNS, ""),
    "sdtContent": ("", f"{_BLOCKS} {_RUNS} tr tc", ""),
    "tbl": ("", f"{_RANGES} tblPr tblGrid tr customXml sdt", ""),
    "tr": ("tblPrEx trPr", f"tc customXml sdt {_RANGES}", ""),
    "tblGrid": ("", "gridCol tblGridChange", ""),
    "tabs": ("", "tab", ""),
    "trPr": ("", _ROW_LOOK, ""),
}

_ANY = 10
# For each element its children's places: equal numbers may come in any order.
PLACES: dict[str, dict[str, int]] = {
    w(parent): {w(child): place for place, child in enumerate(children.split())}
    for parent, children in _IN_ORDER.items()
} | {
    w(parent): {
        **{w(child): place for place, child in enumerate(first.split())},
        **{w(child): _ANY for child in children.split()},
        **{w(child): 2 * _ANY for child in last.split()},
    }
    for parent, (first, children, last) in _ANY_ORDER.items()
}
# Elements whose children, but for the first and the last, come in any order and number.
LOOSE = frozenset(w(parent) for parent in _ANY_ORDER)
# Children that may come more than once in an ordered element.
REPEATED = frozenset(
    w(name)
    for name in [
        "headerReference",
        "footerReference",
        "lvl",
        "lvlOverride",
        "numPicBullet",
        "abstractNum",
        "num",
        "style",
        "tblStylePr",
        "smartTagType",
        "attachedSchema",
        "activeWritingStyle",
        "cellIns",
        "cellDel",
        "cellMerge",
    ]
)
# Elements that mean nothing without these attributes.
REQUIRED: dict[str, tuple[str, ...]] = {
    w(name): tuple(w(each) for each in attributes.split())
    for name, attributes in {
        "pStyle": "val",
        "rStyle": "val",
        "tblStyle": "val",
        "numId": "val",
        "ilvl": "val",
        "abstractNumId": "val",
        "bookmarkStart": "id name",
        "bookmarkEnd": "id",
        "fldChar": "fldCharType",
        "ins": "id author",
        "del": "id author",
        "comment": "id author",
        "commentReference": "id",
        "headerReference": "type",
        "footerReference": "type",
        "jc": "val",
        "sz": "val",
        "u": "",
        "zoom": "percent",
        "lvl": "ilvl",
        "num": "numId",
        "abstractNum": "abstractNumId",
        "gridSpan": "val",
        "outlineLvl": "val",
        "tab": "",
        "name": "val",
        "basedOn": "val",
        "docPartGallery": "val",
    }.items()
    if attributes
}


def may_repeat(parent: str, child: str) -> bool:
    """Whether the parent may hold two such children side by side."""
    return child in REPEATED or (parent in LOOSE and PLACES[parent].get(child) == _ANY)

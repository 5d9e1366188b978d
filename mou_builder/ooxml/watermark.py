"""Builds the word across the page, as Word's own command does, so that Word can remove it again."""

from __future__ import annotations

from lxml import etree

from mou_builder.ooxml.elements import Element, add, element
from mou_builder.ooxml.names import W10, O, V, w

_NAMESPACES = {"v": V, "o": O, "w10": W10}
_WIDTH, _HIGHEST, _LOWEST = 412.4, 206.2, 70.0
_SHORT_WORD = 5
_FORMULAS = (
    "sum #0 0 10800|prod #0 2 1|sum 21600 0 @1|sum 0 0 @2|sum 21600 0 @3|if @0 @3 0|if @0 21600 @1"
    "|if @0 0 @2|if @0 @4 21600|mid @5 @6|mid @8 @5|mid @7 @8|mid @6 @7|sum @6 0 @5"
)


def watermark(word: str, font: str, number: int) -> Element:
    """Return a run that shows the word behind the page; `number` tells headers' shapes apart."""
    made = element("r")
    add(add(made, "rPr"), "noProof")
    picture = etree.SubElement(made, w("pict"), None, _NAMESPACES)
    picture.append(_shape_type())
    picture.append(_shape(word, font, number))
    return made


def _shape_type() -> Element:
    """Return the text on a line, which Word calls shape type 136."""
    made = _vml("shapetype", id="_x0000_t136", coordsize="21600,21600", adj="10800")
    made.set(f"{{{O}}}spt", "136")
    made.set("path", "m@7,l@8,m@5,21600l@6,21600e")
    formulas = etree.SubElement(made, f"{{{V}}}formulas")
    for each in _FORMULAS.split("|"):
        etree.SubElement(formulas, f"{{{V}}}f", {"eqn": each})
    path = etree.SubElement(made, f"{{{V}}}path", {"textpathok": "t"})
    path.set(f"{{{O}}}connecttype", "custom")
    path.set(f"{{{O}}}connectlocs", "@9,0;@10,10800;@11,21600;@12,10800")
    path.set(f"{{{O}}}connectangles", "270,180,90,0")
    etree.SubElement(made, f"{{{V}}}textpath", {"on": "t", "fitshape": "t"})
    handles = etree.SubElement(made, f"{{{V}}}handles")
    etree.SubElement(handles, f"{{{V}}}h", {"position": "#0,bottomRight", "xrange": "6629,14971"})
    lock = etree.SubElement(made, f"{{{O}}}lock", {"text": "t", "shapetype": "t"})
    lock.set(f"{{{V}}}ext", "edit")
    return made


def _shape(word: str, font: str, number: int) -> Element:
    height = min(_HIGHEST, max(_LOWEST, _HIGHEST * _SHORT_WORD / max(len(word), 1)))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{_WIDTH}pt;height:{height:.1f}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    made = _vml(
        "shape",
        id=f"PowerPlusWaterMarkObject{number}",
        type="#_x0000_t136",
        alt=f"Watermark: {word}",
        style=style,
        fillcolor="#d9d9d9",
        stroked="f",
    )
    made.set(f"{{{O}}}spid", f"_x0000_s{2048 + number}")
    made.set(f"{{{O}}}allowincell", "f")
    etree.SubElement(made, f"{{{V}}}fill", {"opacity": ".5"})
    line = {"style": f'font-family:"{font}";font-size:1pt', "string": word}
    etree.SubElement(made, f"{{{V}}}textpath", line)
    wrap = etree.SubElement(made, f"{{{W10}}}wrap")
    wrap.set("anchorx", "margin")
    wrap.set("anchory", "margin")
    return made


def _vml(name: str, **attributes: str) -> Element:
    return etree.Element(f"{{{V}}}{name}", attributes, _NAMESPACES)

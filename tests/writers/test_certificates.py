"""What an officer certifies stands below the signatures in every format."""

from __future__ import annotations

import json
from collections.abc import Callable

from mou_builder.model.agreement import Agreement
from mou_builder.model.document import Certification, SignatureBlock, SignatureLine, Text
from mou_builder.model.style import HouseStyle
from mou_builder.writers import json_, markdown, text

CERTIFICATE = Certification(
    (Text("Certificate: City of Northfield"),),
    (Text("The undersigned certifies it."),),
    SignatureLine("By", (), (Text("Fiscal officer"),)),
)
BLOCK = SignatureBlock((Text("Signed."),), (), "columns", (CERTIFICATE,))
Holding = Callable[..., Agreement]


def test_text_has_its_title_words_and_lines(holding: Holding, style: HouseStyle) -> None:
    """In this order, with a rule to sign on and one for the date."""
    rule = "_" * 34

    assert text.write(holding(BLOCK), style).decode() == (
        "Signed.\n\nCertificate: City of Northfield\nThe undersigned certifies it.\n\n"
        f"By: {rule}\nTitle: Fiscal officer\nDate: {rule}\n"
    )


def test_markdown_sets_its_title_off(holding: Holding, style: HouseStyle) -> None:
    """As it does a party's name."""
    written = markdown.write(holding(BLOCK), style).decode()

    assert "**Certificate: City of Northfield**\n\nThe undersigned certifies it.\n\nBy: " in written
    assert "Title: Fiscal officer" in written


def test_json_has_it_beside_the_parties(holding: Holding, style: HouseStyle) -> None:
    """And no key where there is none."""
    (block,) = json.loads(json_.write(holding(BLOCK), style))["blocks"]
    none = SignatureBlock((Text("Signed."),), (), "columns")
    (without,) = json.loads(json_.write(holding(none), style))["blocks"]

    assert block["certificates"] == [
        {
            "title": [{"kind": "text", "text": "Certificate: City of Northfield"}],
            "words": [{"kind": "text", "text": "The undersigned certifies it."}],
            "signatory": {
                "caption": "By",
                "name": [],
                "title": [{"kind": "text", "text": "Fiscal officer"}],
                "dated": True,
            },
        }
    ]
    assert "certificates" not in without

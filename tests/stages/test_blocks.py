"""Every kind of block is walked through and changed."""

from __future__ import annotations

from mou_builder.model.document import (
    Block,
    BulletList,
    Contents,
    Exhibit,
    Paragraph,
    PartySignature,
    Provision,
    Role,
    Row,
    SignatureBlock,
    SignatureLine,
    Table,
    Text,
)
from mou_builder.stages.blocks import changed, provisions_of, runs_of


def run(words: str) -> tuple[Text, ...]:
    """Return a run of one text."""
    return (Text(words),)


def paragraph(words: str) -> Paragraph[Text]:
    """Return a plain paragraph."""
    return Paragraph(Role.BODY, run(words))


TABLE: Table[Text] = Table("c", ("left",), Row((run("head"),)), (Row((run("cell"),), total=True),))
ITEM: Provision[Text] = Provision("s#1", 2, "", (paragraph("item"),))
BULLETS: BulletList[Text] = BulletList(((paragraph("bullet"), ITEM),))
SECTION: Provision[Text] = Provision(
    "s", 1, "Heading", (paragraph("body"), BULLETS, TABLE), clause="s", provisional=True
)
SIGNATURES: SignatureBlock[Text] = SignatureBlock(
    run("lead"),
    (
        PartySignature(
            run("party"),
            run("through"),
            (SignatureLine("By", run("name"), run("title")),),
            (SignatureLine("Attest", run("clerk"), run("office"), dated=False),),
            (run("note"),),
        ),
    ),
    "columns",
)
EXHIBIT: Exhibit[Text] = Exhibit("exhibit.x", "Exhibit A", "X", (paragraph("inside"),))
BLOCKS: tuple[Block[Text], ...] = (SECTION, SIGNATURES, EXHIBIT, Contents("Contents"))


class Shout:
    """A change that raises its voice and tells where it is."""

    def inlines(self, run: tuple[Text, ...], around: str) -> tuple[str, ...]:
        """Return the words in capitals."""
        return tuple(f"{around}:{each.text.upper()}" for each in run)

    def number(self, anchor: str) -> tuple[str, str]:
        """Return numbers made of the anchor."""
        return f"{anchor}.", anchor


def test_all_runs_are_read_in_order() -> None:
    """A table's header is a heading, and no run."""
    words = [each.text for block in BLOCKS for one in runs_of(block) for each in one]

    assert words == [
        *("body", "bullet", "item", "cell"),
        *("lead", "party", "through", "name", "title", "clerk", "office", "note", "inside"),
    ]


def test_provisions_are_found_inside_lists() -> None:
    """Each before those inside it."""
    assert [each.anchor for block in BLOCKS for each in provisions_of(block)] == ["s", "s#1"]


def test_everything_is_changed_and_nothing_else() -> None:
    """Runs are told the innermost provision around them; provisions get their numbers."""
    section, signatures, exhibit, contents = (changed(each, Shout()) for each in BLOCKS)

    assert isinstance(section, Provision)
    assert (section.number, section.label, section.provisional) == ("s.", "s", True)
    bullets, table = section.content[1:]
    assert isinstance(table, Table)
    assert (table.header.cells, table.rows[0].cells) == ((("s:HEAD",),), (("s:CELL",),))
    assert table.rows[0].total
    assert isinstance(bullets, BulletList)
    item = bullets.items[0][1]
    assert isinstance(item, Provision)
    assert item.content == (Paragraph(Role.BODY, ("s#1:ITEM",)),)
    assert isinstance(signatures, SignatureBlock)
    assert signatures.parties[0].attests == (
        SignatureLine("Attest", (":CLERK",), (":OFFICE",), dated=False),
    )
    assert isinstance(exhibit, Exhibit)
    assert exhibit.content == (Paragraph(Role.BODY, ("exhibit.x:INSIDE",)),)
    assert contents == Contents("Contents")

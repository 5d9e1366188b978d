from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from mou_builder.model.document import AgreementBlock, Exhibit, Paragraph, Provision
from mou_builder.ooxml import check_own_output
from mou_builder.ooxml.counting import Number, numbers_of, plain, read_lists
from mou_builder.ooxml.elements import Element, style_of, text_of
from mou_builder.ooxml.names import w
from mou_builder.ooxml.package import read_package
from mou_builder.ooxml.stylesheet import StyleSheet, read_styles
from mou_builder.writers.word import write
from tests.writers_word.sample import agreement, house, of_blocks, paragraph, provision, reference
from tests.writers_word.schemes import SCHEMES, counted


class Opened:
    """A written file, with its numbers counted from its lists alone."""

    def __init__(self, content: bytes) -> None:
        """Parse what the numbers depend on."""
        parts = read_package(content, "").ok.parts
        self.body = etree.fromstring(parts["word/document.xml"])
        self.numbering = etree.fromstring(parts["word/numbering.xml"])
        self.styles = etree.fromstring(parts["word/styles.xml"])
        self.sheet: StyleSheet = read_styles(self.styles)
        self.paragraphs: list[Element] = list(self.body.iter(w("p")))
        self.numbers: dict[Element, Number] = numbers_of(
            self.paragraphs, self.sheet, read_lists(self.numbering)
        )

    def own_numbers(self) -> list[str]:
        """Return the numbers in document order, bullets left out."""
        bullets = {self.sheet.named("List Bullet", "paragraph")}
        return [
            number.own
            for each, number in self.numbers.items()
            if number.own and style_of(each) not in bullets and number.own != "\u2022"
        ]


def numbers_in(blocks: tuple[AgreementBlock, ...]) -> Iterator[str]:
    """Yield the own numbers of blocks, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph | Exhibit) and block.label:
            yield block.label
        elif isinstance(block, Provision) and block.number:
            yield block.number
        if isinstance(block, Provision | Exhibit):
            yield from numbers_in(block.content)


def labels_in(blocks: tuple[AgreementBlock, ...]) -> Iterator[str]:
    """Yield the labels of provisions, in reading order."""
    for block in blocks:
        if isinstance(block, Provision):
            if block.label:
                yield block.label
            yield from labels_in(block.content)


@pytest.mark.parametrize("style", ["standard", "traditional"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_word_counts_what_the_agreement_says(scheme: str, style: str) -> None:
    """Every number that Word's lists give is the model's, in order, and none is typed."""
    given = agreement(scheme)

    opened = Opened(write(given, house(style)))

    assert opened.own_numbers() == list(numbers_in(given.document.blocks))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_reference_in_full_context_shows_the_label(scheme: str) -> None:
    """What a REF field with the w switch shows equals the model's label of each provision."""
    given = agreement(scheme)
    body = tuple(each for each in given.document.blocks if not isinstance(each, Exhibit))

    opened = Opened(write(given, house()))
    shown = [
        plain(number.full)
        for each, number in opened.numbers.items()
        if style_of(each).startswith(("Heading1", "Provision")) and number.own
    ]

    assert shown == [plain(each) for each in labels_in(body)]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_level_names_its_style_and_each_style_its_level(scheme: str) -> None:
    """Word keeps a list multilevel only when levels and styles lead to each other."""
    opened = Opened(write(agreement(scheme), house()))
    lists = read_lists(opened.numbering)

    for number, (abstract, _) in lists.uses.items():
        definition = opened.numbering.xpath(
            "*[@w:abstractNumId=$id]", id=abstract, namespaces=opened.numbering.nsmap
        )[0]
        assert len(definition.findall(w("lvl"))) == 9
        for level in definition.findall(w("lvl")):
            named = level.find(w("pStyle"))
            if named is not None:
                place = (number, int(level.get(w("ilvl"))))
                assert opened.sheet.numbering(named.get(w("val"))) == place


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_number_is_typed(scheme: str) -> None:
    """No numbered paragraph starts with its own number a second time."""
    opened = Opened(write(agreement(scheme), house()))

    for each, number in opened.numbers.items():
        assert not number.own or not text_of(each).startswith(number.own)


def test_an_arabic_figure_stands_below_a_roman_article() -> None:
    """The roman scheme's sections count in figures, by Word's own isLgl."""
    opened = Opened(write(agreement("roman"), house()))

    legal = [each.getparent().get(w("ilvl")) for each in opened.numbering.iter(w("isLgl"))]

    assert legal == ["1"]
    assert "Section 1.1" in opened.own_numbers()


def test_every_stamp_differs() -> None:
    """Word merges lists that share their stamp."""
    opened = Opened(write(agreement(), house()))

    stamps = [each.get(w("val")) for each in opened.numbering.iter(w("nsid"), w("tmpl"))]

    assert len(stamps) == len(set(stamps)) == 8


def test_text_stands_where_its_number_leaves_room() -> None:
    """A number too long for the usual indent moves its text, and the levels below it, along."""
    short = Opened(write(agreement("outline"), house()))
    scheme = SCHEMES["outline"]
    many = [
        provision(f"a{n}", f"Article {n}", provision(f"a{n}.b", "B", "Text.")) for n in range(9)
    ]
    items = [provision(f"i{n}", "", f"item {n}") for n in range(90)]
    many.append(provision("long", "Long", provision("long.b", "B", "These:", *items)))
    long = Opened(write(of_blocks(*counted(many, scheme), scheme="outline"), house()))

    moved = _text_place(long, 2) - _text_place(short, 2)
    assert moved > 0
    assert _number_place(long, 3) == _text_place(long, 2)


def test_a_number_as_wide_as_words_lets_the_text_wrap_below_it() -> None:
    """Text after "Section 1.1" starts its second line at the margin, not an inch in."""
    opened = Opened(write(agreement("roman"), house()))

    assert _text_place(opened, 1) == 0
    assert opened.numbering[0].findall(w("lvl"))[1].find(w("suff")).get(w("val")) == "space"


def test_an_unnumbered_article_in_a_numbered_scheme_has_no_number() -> None:
    """Its heading takes a style of its own, and the others go on counting."""
    blocks = (
        Provision("a", 0, "First", (paragraph("Text."),), "Article 1", "Article 1"),
        Provision("b", 0, "Interlude", (paragraph("Text."),)),
        Provision("c", 0, "Second", (paragraph("Text."),), "Article 2", "Article 2"),
    )

    opened = Opened(write(of_blocks(*blocks), house()))

    assert opened.own_numbers() == ["Article 1", "Article 2"]
    assert [text_of(each) for each in opened.paragraphs][:4:2] == ["First", "Interlude"]


def test_a_provision_without_number_stands_below_its_neighbours_text() -> None:
    """In a numbered scheme an entry without number or heading is a plain paragraph."""
    entry = Provision("e", 1, "", (paragraph("An entry."),))
    blocks = (Provision("a", 0, "Terms", (entry,), "Article 1", "Article 1"),)

    opened = Opened(write(of_blocks(*blocks), house()))

    assert style_of(opened.paragraphs[1]) == "BodyText"


def test_exhibits_start_their_items_over() -> None:
    """Each exhibit counts its own items from the first."""
    own = Opened(write(agreement("decimal"), house())).own_numbers()

    assert own[own.index("Exhibit A") :] == [
        *("Exhibit A", "(a)", "(i)", "(ii)", "(b)"),
        *("Exhibit B", "(a)"),
    ]


def test_a_reference_into_an_exhibit_shows_the_item_alone() -> None:
    """The sentence names the exhibit; the reference only the item, live where Word can count it."""
    scheme = SCHEMES["decimal"]
    inner = Provision("x#2", 3, "", (paragraph("inner"),), "(i)", "(a)(i)")
    item = Provision("x#1", 2, "", (paragraph("outer:"), inner), "(a)", "(a)")
    links = (
        paragraph("see ", _reference("x#1", "(a)"), " and ", _reference("x#2", "(a)(i)")),
        Exhibit("x", "Exhibit A", "Things", (item,)),
    )

    content = write(of_blocks(*links, scheme=scheme.id), house())

    assert text_of(Opened(content).paragraphs[0]) == "see (a) and (a)(i)"
    assert check_own_output(content) == ()


def test_the_longest_run_of_levels_keeps_its_numbers() -> None:
    """Seven levels below one another count as one list."""
    levels = SCHEMES["decimal"].levels
    nested = provision("a#7", "", "deepest")
    for depth in range(6, 2, -1):
        nested = provision(f"a#{depth}", "", f"level {depth}:", nested)
    article = provision("article", "Article", provision("a", "Section", "These:", nested))
    (given,) = counted([article], SCHEMES["decimal"])

    opened = Opened(write(of_blocks(given), house()))

    assert opened.own_numbers()[: len(levels)] == ["Article 1", "1.1", "(a)", "(i)", "(A)"]


def _reference(anchor: str, label: str) -> object:
    made = reference(anchor)
    return type(made)(made.anchor, "", label)


def _number_place(opened: Opened, level: int) -> int:
    first = opened.numbering[0].findall(w("lvl"))[level]
    hanging = first.find(f"{w('pPr')}/{w('ind')}").get(w("hanging"))
    return _text_place(opened, level) - int(hanging)


def _text_place(opened: Opened, level: int) -> int:
    first = opened.numbering[0].findall(w("lvl"))[level]
    return int(first.find(f"{w('pPr')}/{w('ind')}").get(w("left")))

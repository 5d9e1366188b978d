"""The whole document, before numbers exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mou_builder.diagnostics import Outcome
from mou_builder.model.agreement import Draft
from mou_builder.model.answers import AddedProvision, Answers, Decisions, Signatory
from mou_builder.model.document import (
    Block,
    Contents,
    Definition,
    DraftInline,
    Exhibit,
    Paragraph,
    Provision,
    Role,
    SignatureBlock,
)
from mou_builder.model.instrument import Instrument, PartyForm, RecitalForm, RoleForm
from mou_builder.model.library import Clause, Library
from mou_builder.model.question import Kind
from mou_builder.model.selection import Selection
from mou_builder.model.style import HouseStyle, NumberingScheme
from mou_builder.model.values import NONE, Record, Unanswered
from mou_builder.stages import draft
from mou_builder.stages.blocks import provisions_of, runs_of
from mou_builder.stages.drafting.opening import DRAFT_LINE
from mou_builder.stages.drafting.wording import plain_words
from tests.builders import (
    ARTICLES,
    answers,
    article,
    at,
    clause,
    exhibit,
    instrument,
    level,
    library,
    party,
    question,
    selected,
    selection,
    style,
    template,
)

DAY = date(2026, 7, 1)
SENTENCES = NumberingScheme(
    "sentences",
    "Sentences",
    (level("decimal", "%1.", "Paragraph"), level("lowerLetter", "(%2)", "Paragraph")),
    articles=False,
    captions=False,
)


def outcome(  # noqa: PLR0913 - what a test does not name is as usual
    *clauses: Clause,
    form: Instrument | None = None,
    given: Answers | None = None,
    known: Library | None = None,
    look: HouseStyle | None = None,
    chosen: Selection | None = None,
    final: bool = False,
) -> Outcome[Draft]:
    """Return the outcome of drafting these clauses in the articles `definitions` and `safety`."""
    return draft(
        known or library(clauses, [article("definitions", definitions=True)]),
        form or instrument("definitions", "safety"),
        look or style(),
        given or answers(),
        chosen or selection(*clauses),
        as_of=DAY,
        final=final,
    )


def blocks(*clauses: Clause, **rest: object) -> tuple[Block[DraftInline], ...]:
    """Return the draft's blocks."""
    return outcome(*clauses, **rest).ok.document.blocks  # type: ignore[arg-type]


def words(found: Sequence[Block[DraftInline]]) -> list[str]:
    """Return the words of every run, without empty ones."""
    runs = (plain_words(run) for block in found for run in runs_of(block))
    return [each for each in runs if each]


def in_role(found: Sequence[Block[DraftInline]], role: Role) -> list[str]:
    """Return the words of the top-level paragraphs in the role."""
    paragraphs = (each for each in found if isinstance(each, Paragraph) and each.role is role)
    return [plain_words(each.inlines) for each in paragraphs]


def sections(found: Sequence[Block[DraftInline]]) -> Iterator[Provision[DraftInline]]:
    """Yield all provisions."""
    return (inner for each in found for inner in provisions_of(each))


def anchors(*clauses: Clause, **rest: object) -> list[str]:
    """Return the anchors of all provisions, in order."""
    return [each.anchor for each in sections(blocks(*clauses, **rest))]


RADIO = clause("safety.radio", "Radios are on.")


# --- opening -----------------------------------------------------------------------------------


def test_a_draft_says_what_it_is() -> None:
    """In a line, in a watermark and in the header; a final document says none of it."""
    rough, final = outcome(RADIO).ok.document, outcome(RADIO, final=True).ok.document

    assert in_role(rough.blocks, Role.NOTICE) == [DRAFT_LINE]
    assert (rough.furniture.draft_mark, rough.furniture.draft_date) == ("DRAFT", "July 1, 2026")
    assert rough.furniture.watermark == "DRAFT"
    assert in_role(final.blocks, Role.NOTICE) == []
    assert (final.furniture.draft_mark, final.furniture.watermark) == ("", "")


def test_the_properties_name_the_parties() -> None:
    """The title's lines are joined, and the notice is for the first page."""
    titled = replace(
        instrument("safety"),
        title_lines=(template("Interlocal Agreement"), template("for Safety")),
    )
    given = answers(decisions=Decisions(state="wa", notice="Illustration"))

    document = outcome(RADIO, form=titled, given=given).ok.document

    assert document.properties.title == "Interlocal Agreement for Safety"
    assert document.properties.author == "District of Northfield; City of Northfield"
    assert document.properties.as_of == "2026-07-01"
    assert document.furniture.first_page_notice == "Illustration"
    assert in_role(document.blocks, Role.SUBTITLE) == ["for Safety"]


def test_a_description_at_the_end_asks_for_no_comma_before_and() -> None:
    """`between A and B, acting through C` has nothing to part."""
    district = party("d", "District", "district")
    city = replace(party("c", "City", "agency"), through="Police Department")

    (preamble,) = in_role(blocks(RADIO, given=answers(parties=[district, city])), Role.PREAMBLE)

    assert "(the District) and City of Northfield, acting through" in preamble


def test_parties_are_named_in_one_sentence() -> None:
    """Each with what it is, through whom it acts, and its term."""
    district = replace(party("d", "District", "district"), entity="a public school district")
    city = replace(party("c", "City", "agency"), through="Police Department")

    (preamble,) = in_role(blocks(RADIO, given=answers(parties=[district, city])), Role.PREAMBLE)

    assert preamble == (
        "This Agreement is between District of Northfield, a public school district "
        "(the District), and City of Northfield, acting through the Police Department "
        "(the City)."
    )


def test_parties_may_be_listed() -> None:
    """A paragraph each, joined by "and"."""
    form = instrument(
        "safety", party_form=PartyForm.LIST, preamble="Between:\n\n{{ parties_named }}"
    )
    several = [party(each.lower(), each, "district", "agency") for each in ("A", "B", "C")]

    listed = in_role(blocks(RADIO, form=form, given=answers(parties=several)), Role.PARTY)

    assert listed == [
        "A of Northfield (the A);",
        "B of Northfield (the B); and",
        "C of Northfield (the C).",
    ]


def test_an_unanswered_name_is_a_blank_and_an_own_name_has_no_article() -> None:
    """The blank says what is missing."""
    open_one = replace(
        party("d", "District", "district"), legal_name=Unanswered(("parties.legal_name",))
    )
    everett = replace(party("c", "Everett", "agency"), article="")

    (preamble,) = in_role(blocks(RADIO, given=answers(parties=[open_one, everett])), Role.PREAMBLE)

    assert "[legal name] (the District)" in preamble
    assert "(Everett)" in preamble


def test_a_role_of_several_has_a_collective_term_where_it_is_used() -> None:
    """Defined after the parties; unused, it is not defined."""
    three = [
        party("d", "District", "district"),
        party("c", "City", "agency"),
        party("s", "Sheriff", "agency"),
    ]
    using = clause("safety.radio", "{{ the.agency }} shall keep radios on. {{ each.agency }} pays.")

    with_use = in_role(blocks(using, given=answers(parties=three)), Role.PREAMBLE)
    without = in_role(blocks(RADIO, given=answers(parties=three)), Role.PREAMBLE)

    assert with_use[1] == (
        "In this Agreement, Agencies means the City and the Sheriff together, "
        "and Agency means each of them."
    )
    assert (len(with_use), len(without)) == (2, 1)


def test_roles_that_the_same_parties_hold_have_one_collective_term() -> None:
    """The first role's words serve both: never two terms for the same parties."""
    three = [
        party("d", "District", "district"),
        party("c", "City", "agency", "provider"),
        party("s", "Sheriff", "agency", "provider"),
    ]
    usual = instrument("safety")
    provider = RoleForm("provider", "Provider", "Providers")
    form = replace(usual, roles={**usual.roles, "provider": provider})
    using = clause("safety.radio", "{{ the.agency }} and {{ each.provider }} shall keep radios.")

    found = in_role(blocks(using, form=form, given=answers(parties=three)), Role.PREAMBLE)

    assert found[1].startswith("In this Agreement, Agencies means the City and the Sheriff")
    assert len(found) == 2


def test_whereas_recitals_are_joined_by_the_program() -> None:
    """Whatever punctuation was typed at their ends."""
    form = instrument(
        "safety",
        recitals=["A is so;", "B is so; and", "C is so."],
        recital_form=RecitalForm.WHEREAS,
        operative="NOW, THEREFORE, the rest follows.",
    )

    found = blocks(RADIO, form=form)

    assert in_role(found, Role.RECITAL) == [
        "WHEREAS, A is so;",
        "WHEREAS, B is so; and",
        "WHEREAS, C is so;",
    ]
    assert in_role(found, Role.OPERATIVE) == ["NOW, THEREFORE, the rest follows."]


def test_recitals_may_be_lettered_or_told() -> None:
    """Each form has its heading."""
    lettered = blocks(
        RADIO, form=instrument("safety", recitals=["A."], recital_form=RecitalForm.LETTERED)
    )
    told = blocks(
        RADIO, form=instrument("safety", recitals=["A."], recital_form=RecitalForm.NARRATIVE)
    )

    (letter,) = [each for each in lettered if isinstance(each, Paragraph) and each.label]
    assert (letter.label, letter.role) == ("A.", Role.RECITAL_NUMBERED)
    assert in_role(lettered, Role.RECITALS_HEADING) == ["Recitals"]
    assert in_role(told, Role.RECITALS_HEADING) == ["Background"]
    assert in_role(told, Role.RECITAL) == ["A."]


def test_each_paragraph_of_a_recital_is_one() -> None:
    """So that a text may print one for each fact, under the instrument's own heading."""
    form = instrument(
        "safety",
        recitals=["A is so.\n\nB is so.", "C is so."],
        recital_form=RecitalForm.LETTERED,
        recitals_heading="Guiding Principles",
    )

    found = blocks(RADIO, form=form)

    assert in_role(found, Role.RECITALS_HEADING) == ["Guiding Principles"]
    assert in_role(found, Role.RECITAL_NUMBERED) == ["A is so.", "B is so.", "C is so."]


def test_an_answer_in_a_recital_keeps_its_punctuation() -> None:
    """The program adds its own only where the answer has none."""
    form = instrument(
        "safety", recitals=["{{ safety.fact }}"] * 2, recital_form=RecitalForm.WHEREAS
    )
    known = library((RADIO,), [article("safety", [question("safety.fact")])])

    bare = blocks(RADIO, form=form, known=known, given=answers({"safety.fact": "it rains"}))
    ended = blocks(RADIO, form=form, known=known, given=answers({"safety.fact": "it rains."}))

    assert in_role(bare, Role.RECITAL) == ["WHEREAS, it rains; and", "WHEREAS, it rains;"]
    assert in_role(ended, Role.RECITAL) == ["WHEREAS, it rains."] * 2


def test_the_opening_names_its_date_or_a_blank() -> None:
    """`opening_date` is the answer `term.reference_date`."""
    dated = instrument("term", "safety", preamble="Dated {{ opening_date }}.")
    asked = [article("term", [question("term.reference_date", Kind.DATE)])]
    known = library([RADIO], asked)

    answered = answers({"term.reference_date": DAY})

    assert in_role(blocks(RADIO, form=dated, known=known, given=answered), Role.PREAMBLE) == [
        "Dated July 1, 2026."
    ]
    assert in_role(blocks(RADIO, form=dated, known=known), Role.PREAMBLE) == [
        "Dated [reference date]."
    ]


def test_contents_stand_where_the_instrument_has_them() -> None:
    """Before the preamble."""
    found = blocks(RADIO, form=instrument("safety", contents=True))

    kinds = [each.role if isinstance(each, Paragraph) else type(each) for each in found]
    assert kinds[:4] == [Role.TITLE, Role.NOTICE, Contents, Role.PREAMBLE]


# --- articles and sections ---------------------------------------------------------------------


def test_clauses_are_sections_of_their_articles() -> None:
    """With their headings; an article without sections is not printed."""
    (safety,) = [each for each in blocks(RADIO) if isinstance(each, Provision)]

    assert (safety.anchor, safety.level, safety.heading) == ("safety", 0, "Safety")
    (radio,) = safety.content
    assert isinstance(radio, Provision)
    assert (radio.clause, radio.level, radio.heading) == ("safety.radio", 1, "Radio")


def test_a_scheme_may_do_without_articles_and_captions() -> None:
    """Sections are then the first level."""
    given = answers(decisions=Decisions(state="wa", numbering="sentences"))
    look = replace(style(), schemes={"articles": ARTICLES, "sentences": SENTENCES})

    (radio,) = sections(blocks(RADIO, given=given, look=look))

    assert (radio.anchor, radio.level, radio.heading) == ("safety.radio", 0, "")


def test_an_unknown_scheme_is_a_fault() -> None:
    """The nearest name is in the hint."""
    given = answers(decisions=Decisions(state="wa", numbering="articels"))

    (said,) = outcome(RADIO, given=given).diagnostics

    assert (said.code, said.hint) == ("MB600", "did you mean `articles`?")


def test_an_open_clause_is_provisional_in_a_draft() -> None:
    """Writers print it in brackets."""
    chosen = Selection((selected(RADIO, unsettled=True),), ())

    assert [each.provisional for each in sections(blocks(RADIO, chosen=chosen))] == [False, True]


def test_added_provisions_end_their_article() -> None:
    """With the heading that the office gave them."""
    added = AddedProvision("safety.keys", "safety", "Keys", template("Keys are lent."), at())
    given = answers(decisions=Decisions(state="wa", additional=(added,)))

    assert anchors(RADIO, given=given) == ["safety", "safety.radio", "safety.keys"]


def test_a_heading_may_hold_the_word_for_the_officer() -> None:
    """By the instrument's officer class; a bracket while it is open."""
    asked = article("staffing", [question("staffing.class", Kind.CHOICE, choices=["sro"])])
    known = library([clause("safety.radio", heading="{{ officers }} on call")], [asked])
    form = instrument("staffing", "safety", officer="staffing.class")

    def heading(given: Answers) -> str:
        found = blocks(*known.clauses.values(), known=known, form=form, given=given)
        return next(each.heading for each in sections(found) if each.clause)

    assert heading(answers({"staffing.class": "sro"})) == "SROs on call"
    assert heading(answers()) == "[officers] on call"


def test_a_fault_in_a_text_is_told() -> None:
    """Here a role that nobody holds."""
    wrong = clause("safety.radio", "{{ the.payer }} pays.")

    assert [each.code for each in outcome(wrong).diagnostics] == ["MB540"]


# --- definitions -------------------------------------------------------------------------------

SCHOOL = clause("definitions.school", "means a school for each Student.", defines="School")
STUDENT = clause("definitions.student", "means a person.", defines="Student")
CHIEF = clause("definitions.chief", "means the head.", defines="Chief")
NOTE = clause("definitions.note", "Days are calendar days.")


def test_only_the_definitions_that_are_used_are_printed() -> None:
    """Also those that only other definitions use; sorted, before other sections."""
    using = clause("safety.radio", "Radios at each School are on.")

    assert anchors(STUDENT, SCHOOL, CHIEF, NOTE, using) == [
        "definitions",
        "definitions.school",
        "definitions.student",
        "definitions.note",
        "safety",
        "safety.radio",
    ]


def test_a_definition_that_is_referred_to_is_printed() -> None:
    """Even if nothing else uses its term."""
    using = clause("safety.radio", 'See {{ ref("definitions.chief") }}.')

    assert "definitions.chief" in anchors(CHIEF, using)


def test_without_used_definitions_there_is_no_article_for_them() -> None:
    """Nor is one that speaks of itself alone."""
    assert anchors(clause("definitions.chief", "means the Chief.", defines="Chief"), RADIO) == [
        "safety",
        "safety.radio",
    ]


def test_a_definition_begins_with_its_term() -> None:
    """And has no heading."""
    using = clause("safety.radio", "the Chief decides.")

    (entry,) = [each for each in sections(blocks(CHIEF, using)) if each.clause == CHIEF.id]

    assert entry.heading == ""
    first = entry.content[0]
    assert isinstance(first, Paragraph)
    assert first.inlines[0] == Definition("Chief")
    assert plain_words(first.inlines) == "Chief means the head."


# --- closing -----------------------------------------------------------------------------------


def signatures(**fields: object) -> SignatureBlock[DraftInline]:
    """Return the signature block for a district with these fields."""
    district = replace(party("d", "District", "district"), **fields)  # type: ignore[arg-type]
    given = answers(parties=[district, party("c", "City", "agency")])
    return next(each for each in blocks(RADIO, given=given) if isinstance(each, SignatureBlock))


def test_each_party_signs_in_its_own_block() -> None:
    """Signatories, attests, approval as to form."""
    signer = Signatory(Unanswered(("parties.signatories",)), "Superintendent")
    block = signatures(
        through="Office",
        signatories=(signer,),
        attests=(Signatory(NONE, "Secretary"),),
        approvals=(Signatory("Jane Doe", "Counsel"),),
    )

    district = block.parties[0]
    assert plain_words(block.lead) == "Signed on the dates written below."
    assert plain_words(district.through) == "acting through the Office"
    (line,) = district.signatories
    assert (line.caption, plain_words(line.name), plain_words(line.title), line.dated) == (
        "By",
        "[name]",
        "Superintendent",
        True,
    )
    assert [(each.caption, plain_words(each.name)) for each in district.attests] == [
        ("Attest", ""),
        ("Approved as to form", "Jane Doe"),
    ]


def test_a_resolution_is_noted() -> None:
    """With its date, as far as either is known or asked for."""
    dated = Record({"resolution_date": DAY})

    both = signatures(resolution="2026-14", record=dated)
    day = signatures(resolution=NONE, record=dated)

    assert [plain_words(each) for each in both.parties[0].notes] == [
        "Resolution No. 2026-14, adopted July 1, 2026"
    ]
    assert [plain_words(each) for each in day.parties[0].notes] == ["Approved July 1, 2026"]
    assert signatures().parties[0].notes == ()


def test_closing_words_stand_before_the_signatures() -> None:
    """Where the instrument has any."""
    found = blocks(RADIO, form=instrument("safety", closing="That is all."))

    assert in_role(found, Role.CLOSING) == ["That is all."]


def test_an_exhibit_is_lettered_and_printed_where_a_text_names_it() -> None:
    """Unless its condition is no."""
    naming = clause("safety.radio", 'See {{ exhibit("map") }}.')
    known = library([naming], exhibits=[exhibit("map", "1. North.\n2. South.")])
    never = library([RADIO], exhibits=[exhibit("map", when="false")])

    (printed,) = [each for each in blocks(naming, known=known) if isinstance(each, Exhibit)]

    assert (printed.anchor, printed.label, printed.title) == ("exhibit.map", "Exhibit A", "Map")
    assert [each.level for each in provisions_of(printed)] == [2, 2]
    listed = replace(instrument("safety"), exhibits=("map",))
    assert not any(isinstance(e, Exhibit) for e in blocks(RADIO, known=never, form=listed))


def test_an_added_provision_brings_the_exhibit_that_it_names() -> None:
    """As a clause of the library does."""
    words = template('See {{ exhibit("map") }}.')
    added = AddedProvision("safety.keys", "safety", "Keys", words, at())
    given = answers(decisions=Decisions(state="wa", additional=(added,)))
    known = library([RADIO], exhibits=[exhibit("map", "1. North.")])

    found = blocks(RADIO, known=known, given=given)

    assert [each.label for each in found if isinstance(each, Exhibit)] == ["Exhibit A"]


def test_the_words_of_a_draft_are_in_reading_order() -> None:
    """Title, notice, preamble, sections, signatures."""
    found: Mapping[int, str] = dict(enumerate(words(blocks(RADIO))))

    assert found[0] == "Memorandum of Understanding"
    assert found[3] == "Radios are on."
    assert found[4] == "Signed on the dates written below."

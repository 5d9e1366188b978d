"""The clause library from its files: what one file adds, what overlays replace, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from mou_builder.diagnostics import Outcome, Position
from mou_builder.model.evidence import Evidence
from mou_builder.model.library import Library, Topic, Usual
from mou_builder.model.names import Placeholders
from mou_builder.model.question import Kind
from mou_builder.model.raw import RawMapping
from mou_builder.source import read_library

Small = Callable[..., Path]
CLAUSE = "clauses/funding/cost_share.yaml"
ARTICLE = "clauses/funding/article.yaml"


@pytest.fixture
def library(small: Small) -> Callable[[Mapping[str, str | None]], Outcome[Library]]:
    """Return a reader of the small library with changes."""
    return lambda changes: read_library(root=small(changes))


def changed(small: Small, name: str, old: str, new: str) -> Outcome[Library]:
    """Return the small library with a piece of one file changed."""
    text = (small() / name).read_text(encoding="utf-8")
    assert old in text
    return read_library(root=small({name: text.replace(old, new, 1)}))


def test_everything_is_found_by_listing(small: Small) -> None:
    """Articles, clauses, facts, states, topics, officers, parties and exhibits are all there."""
    library = read_library(root=small()).ok

    assert list(library.articles) == ["funding"]
    assert list(library.clauses) == ["funding.cost_share"]
    assert list(library.facts) == ["wa.interlocal"]
    assert library.facts["wa.interlocal"].evidence is Evidence.READ
    assert library.jurisdictions["wa"].words == {"governing_body": "board of directors"}
    assert library.topics == {
        "cost": Topic("cost", "Cost", ("funding_cost",), (28,), ("escalator",))
    }
    assert list(library.officer_classes) == ["sro"]
    assert list(library.party_kinds) == ["school_district", "city", "department"]
    assert list(library.exhibits) == ["contacts"]


def test_words_that_stand_for_no_answer(library: Callable[..., Outcome[Library]]) -> None:
    """One list says what is read as `none` and what as `?`."""
    typed = "none: [n/a]\nopen: [tbd, xxx]\n"

    found = library({"clauses/placeholders.yaml": typed}).ok

    assert found.placeholders == Placeholders(("n/a",), ("tbd", "xxx"))


def test_a_clause_holds_what_its_file_says(small: Small) -> None:
    """Every key of a clause file arrives in the clause."""
    clause = read_library(root=small()).ok.clauses["funding.cost_share"]

    assert (clause.heading, clause.order, clause.version) == ("Cost sharing", 20, 2)
    assert clause.when_source == 'funding.model != "none"'
    assert clause.counsel_decides
    assert not clause.law_varies
    assert clause.reviewed is None
    assert clause.default.usual == Usual("agency", "seen", ("wa-2021",))
    assert clause.default.text.source.startswith("{{ the.payer }} shall")
    assert clause.default.text.at == Position(f"{CLAUSE}", 12, 7)
    assert clause.at == Position(CLAUSE, 1, 1, 2)


def test_a_question_holds_what_its_file_says(small: Small) -> None:
    """A question's id is its article's and its key."""
    question = read_library(root=small()).ok.question("funding.amount")

    assert question is not None
    assert (question.kind, question.blank, question.minimum) == (Kind.MONEY, "amount", "0")
    assert question.required


def test_the_kinds_of_party_are_the_options_of_their_question(small: Small) -> None:
    """`kind` may be any of the kinds."""
    question = read_library(root=small()).ok.question("parties.kind")

    assert question is not None
    assert [each.id for each in question.choices] == ["school_district", "city", "department"]


def test_one_new_file_is_one_new_clause(small: Small) -> None:
    """A clause is added without touching any other file."""
    text = (small() / CLAUSE).read_text(encoding="utf-8")
    root = small({"clauses/funding/extra.yaml": text.replace("cost_share", "extra")})

    assert list(read_library(root=root).ok.clauses) == ["funding.cost_share", "funding.extra"]


def test_a_state_clause_names_its_state_and_whom_it_replaces(small: Small) -> None:
    """A state's clause stands beside the general one, with its order."""
    text = (small() / CLAUSE).read_text(encoding="utf-8")
    text = text.replace("cost_share", "wa_share").replace(
        "order: 20", "replaces: funding.cost_share"
    )
    library = read_library(root=small({"clauses/jurisdictions/wa/wa_share.yaml": text})).ok

    assert list(library.clauses) == ["funding.cost_share", "funding.wa_share"]
    clause = library.clauses["funding.wa_share"]
    assert (clause.state, clause.replaces, clause.order) == ("wa", "funding.cost_share", 20)


# --- overlays ----------------------------------------------------------------------------------


def overlay(tmp_path: Path, text: str, name: str = "funding/cost_share.yaml") -> Path:
    """Write one file of an overlay and return its folder."""
    path = tmp_path / "ours" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path / "ours"


def test_an_overlay_adds_clauses(small: Small, tmp_path: Path) -> None:
    """A folder of the user's own adds to the shipped one."""
    text = (small() / CLAUSE).read_text(encoding="utf-8").replace("cost_share", "ours")
    folder = overlay(tmp_path, text, "funding/ours.yaml")

    library = read_library([folder], root=small()).ok

    assert list(library.clauses) == ["funding.cost_share", "funding.ours"]
    assert library.clauses["funding.ours"].at == Position(f"{folder}/funding/ours.yaml", 1, 1, 2)


def test_an_overlay_that_takes_an_id_must_say_so(small: Small, tmp_path: Path) -> None:
    """Nobody replaces a shipped clause by accident."""
    folder = overlay(tmp_path, (small() / CLAUSE).read_text(encoding="utf-8"))

    said = read_library([folder], root=small()).diagnostics

    assert [each.code for each in said] == ["MB214"]
    assert "replaces: funding.cost_share" in (said[0].hint or "")


def test_an_overlay_replaces_what_it_names(small: Small, tmp_path: Path) -> None:
    """With `replaces:` the user's clause is the clause."""
    text = (small() / CLAUSE).read_text(encoding="utf-8")
    text = text.replace("heading: Cost sharing", "heading: Ours\nreplaces: funding.cost_share")
    folder = overlay(tmp_path, text)

    library = read_library([folder], root=small()).ok

    assert library.clauses["funding.cost_share"].heading == "Ours"
    assert library.clauses["funding.cost_share"].replaces == ""


def test_an_overlay_may_replace_under_another_id(small: Small, tmp_path: Path) -> None:
    """The old clause goes; the new one remembers it, for references."""
    text = (small() / CLAUSE).read_text(encoding="utf-8").replace("cost_share", "ours")
    text = text.replace("order: 20", "replaces: funding.cost_share")
    folder = overlay(tmp_path, text, "funding/ours.yaml")

    library = read_library([folder], root=small()).ok

    assert list(library.clauses) == ["funding.ours"]
    assert library.clauses["funding.ours"].replaces == "funding.cost_share"
    assert library.clauses["funding.ours"].order == 20


def test_an_overlay_adds_questions_to_an_article(small: Small, tmp_path: Path) -> None:
    """An overlay's article file needs no heading where the article exists."""
    text = "questions:\n  - {key: extra, prompt: What else?, type: text}\n"
    folder = overlay(tmp_path, text, "funding/article.yaml")

    article = read_library([folder], root=small()).ok.articles["funding"]

    assert [each.key for each in article.questions] == ["model", "amount", "extra"]
    assert article.heading == "Funding"


def test_a_missing_overlay_is_a_fault(small: Small, tmp_path: Path) -> None:
    """A folder that is not there is told by its name."""
    said = read_library([tmp_path / "nowhere"], root=small()).diagnostics

    assert [each.code for each in said] == ["MB100"]


def test_an_overlay_named_like_a_shipped_folder_is_told_apart(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative `clauses` of the user's does not show the shipped files' lines."""
    path = tmp_path / "clauses" / "funding" / "bad.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: @\n", encoding="utf-8")
    root = small()
    monkeypatch.chdir(tmp_path)

    said = read_library([Path("clauses")], root=root).diagnostics

    assert said[0].at == Position("./clauses/funding/bad.yaml", 1, 5, 1)


# --- faults ------------------------------------------------------------------------------------

WRONG = [
    (CLAUSE, "id: funding.cost_share", "id: funding.other", "MB206"),
    (CLAUSE, "heading: Cost sharing\n", "", "MB202"),
    (CLAUSE, "order: 20", "order: first", "MB200"),
    (CLAUSE, "order: 20", "order: [20]", "MB200"),
    (CLAUSE, "topics: [cost]", "topics: [costs]", "MB213"),
    (CLAUSE, "topics: [cost]", "topics: cost", "MB200"),
    (CLAUSE, "topics: [cost]", "requires: [funding.cost]", "MB211"),
    (CLAUSE, "topics: [cost]", "conflicts: [a.b]", "MB211"),
    (CLAUSE, "topics: [cost]", "defines: Cost", "MB218"),
    (CLAUSE, "topics: [cost]", "topic: [cost]", "MB201"),
    (CLAUSE, "decide: counsel", "decide: court", "MB203"),
    (CLAUSE, "default: true", "default: false", "MB210"),
    (CLAUSE, "default: true", "default: perhaps", "MB200"),
    (CLAUSE, "note: Settle the base first.", "note:", "MB202"),
    (CLAUSE, '    summary: "{{ the.payer }} pays."\n', "", "MB202"),
    (CLAUSE, "- id: whole", "- id: The Whole", "MB205"),
    (CLAUSE, "asked_by: agency", "asked_by: police", "MB203"),
    (ARTICLE, "type: money", "type: dollars", "MB203"),
    (ARTICLE, "key: amount", "key: model", "MB207"),
    (ARTICLE, "key: amount", "key: Amount", "MB205"),
    (ARTICLE, "example: percentage", "example: half", "MB215"),
    (ARTICLE, "example: percentage", "default: '\"half\"'", "MB215"),
    (ARTICLE, "min: 0", "min: few", "MB215"),
    (ARTICLE, "type: money\n    min: 0", "type: group", "MB216"),
    (ARTICLE, "type: money", "type: text", "MB216"),
    (ARTICLE, "type: money", "type: money\n    choices: [{id: a, label: b}]", "MB216"),
    (ARTICLE, "type: money", "type: money\n    many: yes", "MB216"),
    (ARTICLE, "heading: Funding\n", "", "MB202"),
    ("clauses/topics.yaml", "topics:\n", "topics:\n  - {id: cost, title: Twice}\n", "MB207"),
    ("clauses/jurisdictions/wa/facts.yaml", "code: wa", "code: or", "MB206"),
    ("clauses/jurisdictions/wa/facts.yaml", "id: wa.inter", "id: or.inter", "MB206"),
    ("clauses/jurisdictions/wa/facts.yaml", "evidence: read", "evidence: verified", "MB203"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), WRONG)
def test_a_fault_in_the_library_has_a_code_a_place_and_a_cure(
    small: Small, name: str, old: str, new: str, code: str
) -> None:
    """Each mistake an author may make is told once, in its file."""
    said = changed(small, name, old, new).diagnostics

    assert [each.code for each in said] == [code]
    assert said[0].at is not None
    assert said[0].at.file == name
    assert said[0].hint


def test_two_defaults_are_too_many(small: Small) -> None:
    """Exactly one alternative of a clause is the default."""
    text = (small() / CLAUSE).read_text(encoding="utf-8")
    start = text.index("  - id: whole")
    end = text.index("version:")
    second = text[start:end].replace("id: whole", "id: half")
    said = read_library(root=small({CLAUSE: text[:end] + second + text[end:]})).diagnostics

    assert [(each.code, each.message) for each in said] == [
        ("MB210", "2 of the alternatives are the default")
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("clauses/funding/more.yml", "id: x\n", "MB209"),
        ("clauses/other.yaml", "id: x\n", "MB209"),
        ("clauses/funding/deeper/clause.yaml", "id: x\n", "MB209"),
        ("clauses/parties/article.yaml", "heading: Parties\n", "MB208"),
        ("clauses/words/article.yaml", "heading: Words\n", "MB208"),
    ],
)
def test_a_file_in_the_wrong_place_is_a_fault(
    library: Callable[[Mapping[str, str]], Outcome[Library]], name: str, content: str, code: str
) -> None:
    """No file of the library is passed over in silence."""
    said = library({name: content}).diagnostics

    assert [each.code for each in said] == [code]


def test_an_article_folder_needs_its_article_file(
    library: Callable[[Mapping[str, str | None]], Outcome[Library]], small: Small
) -> None:
    """A clause whose article nobody declares is told."""
    text = (small() / CLAUSE).read_text(encoding="utf-8").replace("funding.cost", "money.cost")
    said = library({"clauses/money/cost_share.yaml": text}).diagnostics

    assert [each.code for each in said] == ["MB212"]


def test_names_in_texts_are_checked(small: Small) -> None:
    """An unknown answer in a clause text is found when the library is read, not when it prints."""
    said = changed(small, CLAUSE, "funding.amount |", "funding.amuont |").diagnostics

    assert said
    assert all(each.code.startswith("MB5") for each in said)
    assert said[0].at is not None
    assert (said[0].at.line, said[0].at.file) == (12, CLAUSE)


def test_roles_come_from_the_instruments(small: Small) -> None:
    """A clause may speak of any role that some instrument knows, and of no other."""
    assert changed(small, CLAUSE, "the.payer }} shall", "the.agency }} shall").value is not None
    assert changed(small, CLAUSE, "the.payer }} shall", "the.payee }} shall").value is None


def test_cross_checks_name_a_question(small: Small) -> None:
    """A cross-check that reports at nothing is told."""
    check = (
        "checks:\n  - {id: a, holds: funding.amount > 0, message: too low, hint: raise it,"
        " answer: funding.sum}\n"
    )
    text = (small() / ARTICLE).read_text(encoding="utf-8") + check
    said = read_library(root=small({ARTICLE: text})).diagnostics

    assert [each.code for each in said] == ["MB217"]


def test_all_files_faults_are_told_in_one_run(small: Small) -> None:
    """A fault in one file does not hide those in the next."""
    root = small({CLAUSE: "id: @\n", "clauses/topics.yaml": "topic: x\n"})

    codes = sorted(each.code for each in read_library(root=root).diagnostics)

    assert "MB115" in codes
    assert "MB201" in codes


def test_the_digest_is_of_contents_wherever_they_are(small: Small, tmp_path: Path) -> None:
    """The same files in another folder are the same library; one changed letter is another."""
    first = read_library(root=small()).ok.digest
    (tmp_path / "root").rename(tmp_path / "moved")

    assert read_library(root=tmp_path / "moved").ok.digest == first
    assert changed(small, CLAUSE, "Cost sharing", "Cost-sharing").ok.digest != first


def test_the_shipped_lists_decode(plain: Callable[[RawMapping], object]) -> None:
    """The shipped kinds of party and officer classes are as the instruments expect them."""
    from mou_builder.source.catalogue import decode_officers, decode_parties  # noqa: PLC0415
    from mou_builder.source.decode import Fields  # noqa: PLC0415
    from mou_builder.source.resources import resource_root  # noqa: PLC0415
    from mou_builder.source.text import Source  # noqa: PLC0415
    from mou_builder.source.tree import parse_yaml  # noqa: PLC0415

    faults: list[object] = []
    files = {}
    for name in ("officers", "parties"):
        content = resource_root().joinpath("clauses", f"{name}.yaml").read_bytes()
        files[name] = Fields(parse_yaml(Source(name, content)).ok, faults, "the file")  # type: ignore[arg-type]
    officers = decode_officers(files["officers"])
    parties = decode_parties(files["parties"])

    assert faults == []
    assert [each.id for each in officers][:2] == ["sro", "police_school_liaison"]
    assert [each.id for each in parties.kinds if not each.entity] == ["department"]
    assert all(each.help for each in parties.questions)

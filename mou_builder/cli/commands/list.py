"""`mou-builder list`: what there is to choose from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from mou_builder.cli.options import DIAGNOSTICS, FORCE, PATH, PROFILE, Format, Manner, today
from mou_builder.cli.screen import failed, give, say, show
from mou_builder.cli.sheets import Wanted, print_sheet, questions_wanted, sheet_writer
from mou_builder.diagnostics import Outcome, outcome

if TYPE_CHECKING:
    from mou_builder.model.library import Library
    from mou_builder.reports.catalogue import Rows

WHAT = (
    *("instruments", "articles", "clauses", "questions", "topics", "standards", "requirements"),
    *("index", "styles", "examples", "numbering", "rules"),
)
COLUMNS = {"questions": ("id", "who", "title"), "requirements": ("id", "evidence", "title")}
ROLES = ("office", "business", "superintendent", "counsel", "agency")
HELP = """List what there is: kinds of agreement (instruments), articles, clauses, questions,
topics, standards and what they ask for (requirements), house styles, examples, numbering
schemes, or the rules of `lint`.
`index` prints the index of all clauses as Markdown.

`list questions` with `--who` or `--answers` prints a sheet to send: each question with why it is
asked, what is usual, and a line to write on; by article, or with `--answers` and no `--who` by who
can answer.
"""


class SheetFormat(Format):
    """The name of a format that people read."""

    def _names(self) -> list[str]:
        return [each for each in super()._names() if each != "json"]


class Named(click.Choice[str]):
    """One of the lists; a misspelt name is told the nearest one."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, or raise BadParameter with the nearest one."""
        if value not in WHAT:
            from difflib import get_close_matches  # noqa: PLC0415 - for a misspelt name alone

            near = get_close_matches(value, WHAT, 1)
            if near:
                self.fail(f"there is no list `{value}`; did you mean `{near[0]}`?", param, ctx)
        return super().convert(value, param, ctx)


@click.command("list", help=HELP, short_help="List kinds of agreement, clauses, questions ...")
@click.argument("what", type=Named(WHAT))
@click.option(
    "--who", type=click.Choice(ROLES), help="Only the questions that they can usually answer."
)
@click.option(
    "--answers",
    type=PATH,
    metavar="ANSWERS.yaml",
    help="Only what this agreement leaves open, or only its stance has settled.",
)
@PROFILE
@click.option(
    "-o", "--output", type=PATH, metavar="FILE", help="Write the sheet of questions to this file."
)
@click.option("--format", "form", type=SheetFormat(), help="The sheet's format [default: txt].")
@FORCE
@click.option("--standard", metavar="ID", help="Only the requirements of this standard.")
@click.option(
    "--clauses",
    type=PATH,
    multiple=True,
    metavar="FOLDER",
    help="Clauses of your own over the library's; may be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print all that is known as JSON.")
@DIAGNOSTICS
@click.pass_context
def show_list(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    /,
    what: str,
    *,
    who: str | None,
    answers: Path | None,
    standard: str | None,
    clauses: tuple[Path, ...],
    as_json: bool,
    diagnostics: str,
    **options: Any,  # noqa: ANN401 - how a sheet is written, read by `_sheet`
) -> None:
    """Print one line for each, or a sheet of questions."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`

    of_a_sheet = (who, answers, options["profile"], options["output"], options["form"])
    if any(of_a_sheet) and what != "questions":
        raise click.UsageError("`--who`, `--answers`, `-o` and `--format` go with `list questions`")
    if standard and what != "requirements":
        raise click.UsageError("`--standard` goes with `list requirements` alone")
    cache = source.default_cache_folder(os.environ)
    manner = Manner(form=diagnostics, json=as_json)
    if any(of_a_sheet):
        profiles = tuple(options["profile"])
        wanted = Wanted(who, answers, profiles, clauses, today(), cache)
        context.exit(_sheet(wanted, options, manner))
    listed = _rows(Asked(what, standard), clauses, cache)
    show(listed.diagnostics, manner)
    if listed.value is None or failed(listed.diagnostics, manner):
        context.exit(1)
    if as_json:
        give(listed.value)
    elif listed.value:
        click.echo(_text(what, listed.value))


def _sheet(wanted: Wanted, options: dict[str, Any], manner: Manner) -> int:
    """Print the questions wanted as a sheet, or as rows of JSON; return the exit status."""
    output: Path | None = options["output"]
    if manner.json and (output or options["form"]):
        raise click.UsageError("`--json` prints rows; a sheet has `-o` and `--format`")
    writer = None if manner.json else sheet_writer(options["form"], output)
    found = questions_wanted(wanted)
    said = found.diagnostics
    if found.value is not None and writer:
        said += print_sheet(found.value, wanted, writer, output, force=options["force"])
        if output and manner.form == "text" and not failed(said, manner):
            count = sum(len(each.questions) for each in found.value.parts)
            say(f"Wrote {output}: {count} question{'' if count == 1 else 's'}.")
    elif found.value is not None:
        from mou_builder.reports.catalogue import rows_of  # noqa: PLC0415 - not for `--help`

        give(rows_of(each for part in found.value.parts for each in part.questions))
    show(said, manner)
    return 1 if failed(said, manner) else 0


class Asked(NamedTuple):
    """What is to be listed, and of which standard alone."""

    what: str
    standard: str | None


def _text(what: str, rows: Rows) -> str:
    from mou_builder.reports import catalogue, index  # noqa: PLC0415 - not for `--help`

    if what == "index":
        return index.index_text(rows)
    return catalogue.rows_text(rows, COLUMNS.get(what, ("id", "title")))


def _rows(asked: Asked, overlays: tuple[Path, ...], cache: Path | None) -> Outcome[Rows]:
    from mou_builder import source  # noqa: PLC0415 - not for `--help`
    from mou_builder.reports import catalogue  # noqa: PLC0415 - as above

    what = asked.what
    if what in ("examples", "rules"):
        titles = _examples() if what == "examples" else _rules()
        return Outcome(catalogue.named_rows(titles))
    if what in ("styles", "numbering"):
        return _of_styles(what, cache)
    library = source.read_library(overlays, cache=cache)
    if library.value is None:
        return Outcome(None, library.diagnostics)
    if what == "instruments":
        return _of_instruments(library.value, cache)
    return Outcome(_of_the_library(asked, library.value), library.diagnostics)


def _of_the_library(asked: Asked, library: Library) -> Rows:
    from mou_builder.reports import catalogue, index  # noqa: PLC0415 - not for `--help`

    if asked.what == "questions":
        return catalogue.question_rows(library)
    if asked.what == "requirements":
        if asked.standard and asked.standard not in library.standards:
            known = ", ".join(library.standards)
            raise click.UsageError(f"there is no standard `{asked.standard}`; there are {known}")
        return catalogue.requirement_rows(library, asked.standard)
    made = {
        "articles": catalogue.article_rows,
        "clauses": catalogue.clause_rows,
        "topics": catalogue.topic_rows,
        "standards": catalogue.standard_rows,
        "index": index.index_rows,
    }
    return made[asked.what](library)


def _examples() -> dict[str, str]:
    """Return the examples with the headings of their READMEs."""
    from mou_builder import source  # noqa: PLC0415 - not for `--help`

    titles = {}
    for name in source.example_names():
        text = source.example_files(name).get("README.md", b"").decode()
        titles[name] = text.partition("\n")[0].removeprefix("#").strip()
    return titles


def _rules() -> dict[str, str]:
    from mou_builder import rules  # noqa: PLC0415 - not for `--help`

    return {each.code: each.title for each in rules.rules()}


def _of_styles(what: str, cache: Path | None) -> Outcome[Rows]:
    from mou_builder import source  # noqa: PLC0415 - not for `--help`
    from mou_builder.reports import catalogue  # noqa: PLC0415 - as above

    read = [source.read_style(each, cache=cache) for each in source.style_ids()]
    styles = [each.value for each in read if each.value]
    titles = {each.id: each.title for each in styles}
    if what == "numbering":
        schemes = [each for style in styles for each in style.schemes.values()]
        titles = {each.id: each.title for each in sorted(schemes, key=lambda each: each.id)}
    found = [each for style in read for each in style.diagnostics]
    return outcome(catalogue.named_rows(titles), found)


def _of_instruments(library: Library, cache: Path | None) -> Outcome[Rows]:
    from mou_builder import source  # noqa: PLC0415 - not for `--help`
    from mou_builder.reports import catalogue  # noqa: PLC0415 - as above

    names = source.instrument_ids()
    read = [source.read_instrument(each, library, cache=cache) for each in names]
    found = [each for kind in read for each in kind.diagnostics]
    return outcome(catalogue.instrument_rows(each.value for each in read if each.value), found)


COMMAND = show_list

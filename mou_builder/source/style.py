"""Reads a house style and the numbering schemes, which any style or answer file may choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mou_builder.diagnostics import Diagnostic, Outcome, Position, error, outcome
from mou_builder.model.raw import RawMapping
from mou_builder.model.style import Forms, HouseStyle, Level, NumberFormat, NumberingScheme
from mou_builder.source.decode import Fields, hint_for
from mou_builder.source.files import Layer, LibraryFile, files_of, origin_of
from mou_builder.source.resources import Folder, resource_root
from mou_builder.source.store import recalled
from mou_builder.source.text import Source

_WORDS = ("figures", "words_and_figures")
_PLACE = re.compile(r"%(\d)")
_LEAST_LEVELS = 5
_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Folder:
    """A style's folder: the name its files are called after, and where it is."""

    name: str
    place: Folder


def read_style(
    name_or_folder: str,
    *,
    cache: Path | None = None,
    at: Position | None = None,
    root: Folder | None = None,
) -> Outcome[HouseStyle]:
    """Return the shipped style of that id, or the style in the folder of that name.

    `at` is where the name was typed; `cache` the folder for what was decoded. There is no value
    when nothing has that name, or a file of the style or of a numbering scheme has a fault.
    """
    base = (root or resource_root()).joinpath("templates")
    found = _style_folder(name_or_folder, base)
    if found is None:
        return outcome(None, [_no_style(name_or_folder, base, at)])
    reference = found.place.joinpath("reference.docx")
    if not reference.is_file():
        hint = "put the Word file with the named styles there, under this name"
        place = Position(f"{found.name}/reference.docx", 1, 1)
        return outcome(None, [error("MB901", "the style lacks its Word file", place, hint)])
    own = files_of(Layer(found.name, found.place, 0))
    own = [each for each in own if each.parts == ("style.yaml",)]
    schemes = files_of(Layer("templates/numbering", base.joinpath("numbering"), 0))

    def build() -> Outcome[HouseStyle]:
        return _built(own, schemes, found)

    name = re.sub(r"[^a-z0-9-]", "-", found.place.name.lower())[:40]
    decoded = recalled(cache, f"style-{name}", HouseStyle, origin_of([*own, *schemes]), build)
    if decoded.value is None:
        return decoded
    return Outcome(_with_reference(decoded.value, reference.read_bytes()), decoded.diagnostics)


def _with_reference(style: HouseStyle, reference: bytes) -> HouseStyle:
    from dataclasses import replace  # noqa: PLC0415 - beside its only use

    return replace(style, reference=reference)


def _style_folder(name: str, base: Folder) -> _Folder | None:
    given = Path(name)
    places = [_Folder(given.as_posix(), given)]
    if re.fullmatch(r"[\w-]+", name):
        places.insert(0, _Folder(f"templates/styles/{name}", base.joinpath("styles", name)))
    try:
        found = (each for each in places if each.place.joinpath("style.yaml").is_file())
        return next(found, None)
    except (OSError, ValueError):
        return None


def _no_style(name: str, base: Folder, at: Position | None) -> Diagnostic:
    folder = base.joinpath("styles")
    listed = folder.iterdir() if folder.is_dir() else iter(())
    known = [each.name for each in listed if each.joinpath("style.yaml").is_file()]
    hint = f"{hint_for(name, known)}; or name a folder that holds `style.yaml`"
    return error("MB900", f"there is no house style `{name}`", at, hint)


def _parsed(file: LibraryFile, faults: list[Diagnostic]) -> RawMapping | None:
    from mou_builder.source.tree import parse_yaml  # noqa: PLC0415 - brings PyYAML

    parsed = parse_yaml(Source(file.shown, file.place.read_bytes()))
    faults.extend(parsed.diagnostics)
    return parsed.value


def _built(
    own: list[LibraryFile], scheme_files: list[LibraryFile], folder: _Folder
) -> Outcome[HouseStyle]:
    faults: list[Diagnostic] = []
    schemes: dict[str, NumberingScheme] = {}
    for each in scheme_files:
        root = _parsed(each, faults)
        if root is not None:
            scheme = decode_scheme(root, each.parts[-1].removesuffix(".yaml"), faults)
            schemes[scheme.id] = scheme
    root = _parsed(own[0], faults)
    if root is None:
        return outcome(None, faults)
    fields = Fields(root, faults, "a style")
    style = HouseStyle(
        id=folder.place.name,
        title=fields.text("title"),
        numbering=_numbering(fields, schemes),
        forms=_forms(fields),
        schemes=schemes,
        word_styles=fields.words("word_styles"),
        language=fields.text_or("language", "en-US"),
        at=fields.place("title"),
    )
    fields.done()
    return outcome(style, faults)


def _numbering(fields: Fields, schemes: dict[str, NumberingScheme]) -> str:
    found = fields.raw("numbering", required=True)
    if found and found.text not in schemes:
        message = f"there is no numbering scheme `{found.text}`"
        hint = hint_for(found.text, schemes)
        fields.faults.append(error("MB902", message, found.at, hint))
    return found.text if found else ""


def _forms(fields: Fields) -> Forms:
    inner = fields.mapping("forms", "`forms`")
    if inner is None:
        return Forms()
    forms = Forms(
        counts=inner.word_of("counts", _WORDS, "figures"),
        dates=inner.word_of("dates", ("long", "numeric"), "long"),
        money=inner.word_of("money", ("symbol", "words_and_figures"), "symbol"),
        cents=inner.word_of("cents", ("always", "when_needed"), "always"),
    )
    inner.done()
    return forms


# --- numbering schemes -------------------------------------------------------------------------


def decode_scheme(root: RawMapping, identifier: str, faults: list[Diagnostic]) -> NumberingScheme:
    """Return the numbering scheme, whatever its faults, which are added to the list."""
    fields = Fields(root, faults, "a numbering scheme")
    levels: list[Level] = []
    for each in fields.items("levels", "a level", required=True):
        level = Level(
            each.one_of("format", NumberFormat),
            each.text_or("text"),
            each.text_or("noun"),
            each.yes_no("legal", default=False),
        )
        each.done()
        faults.extend(_level_faults(each, level, levels))
        levels.append(level)
    if levels and not _LEAST_LEVELS <= len(levels) <= _MOST_LEVELS:
        message = f"a numbering scheme of {len(levels)} levels"
        hint = f"declare {_LEAST_LEVELS} to {_MOST_LEVELS} levels; Word knows no more"
        faults.append(error("MB903", message, fields.place("levels"), hint))
    scheme = NumberingScheme(
        id=identifier,
        title=fields.text("title"),
        levels=tuple(levels),
        articles=fields.yes_no("articles", default=True),
        captions=fields.yes_no("captions", default=True),
        at=fields.place("title"),
    )
    fields.done()
    return scheme


def _level_faults(fields: Fields, level: Level, above: list[Level]) -> Iterator[Diagnostic]:
    """Yield what Word would print otherwise than meant (ECMA-376 17.9.11, `w:lvlText`)."""
    at = fields.value_place("text")
    own = len(above) + 1
    named = [int(each) for each in _PLACE.findall(level.text)]
    if level.format is NumberFormat.NONE:
        if level.text:
            hint = "take the text out, or name a format"
            yield error("MB903", "a level of format `none` has no text", at, hint)
        return
    if own not in named:
        message = f"the text of level {own} does not show its own number"
        yield error("MB903", message, at, f"write `%{own}` where the number stands")
    for number in named:
        lower = number > own or number == 0
        if lower or (number < own and above[number - 1].format is NumberFormat.NONE):
            message = f"`%{number}` names no number that level {own} can show"
            yield error("MB903", message, at, f"use `%1` to `%{own}`, of numbered levels")

"""The cache saves time and nothing else: every answer it gives is what reading would give."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mou_builder.model.library import Library
from mou_builder.model.template import Template
from mou_builder.source import default_cache_folder, read_instrument, read_library, read_style
from mou_builder.source.codec import encode
from mou_builder.source.stored import StoredTemplate, decode

Small = Callable[..., Path]
CLAUSE = "clauses/funding/cost_share.yaml"
OLD = 1_600_000_000


def settle(root: Path) -> None:
    """Give all files an old time, as files have that nobody is working on."""
    for each in root.rglob("*"):
        os.utime(each, (OLD, OLD))


def heading(root: Path, cache: Path) -> str:
    """Return the clause's heading, read through the cache."""
    return read_library(root=root, cache=cache).ok.clauses["funding.cost_share"].heading


def is_stored(library: Library) -> bool:
    """Whether the library came out of the cache."""
    return isinstance(library.clauses["funding.cost_share"].default.text, StoredTemplate)


def test_a_stored_library_equals_a_read_one(small: Small, tmp_path: Path) -> None:
    """Every value, every place, every text tree comes back."""
    root, cache = small(), tmp_path / "cache"
    fresh = read_library(root=root, cache=cache)
    stored = read_library(root=root, cache=cache)

    assert is_stored(stored.ok)
    assert not is_stored(fresh.ok)
    assert fresh == stored


def test_a_stored_instrument_and_style_equal_read_ones(small: Small, tmp_path: Path) -> None:
    """What is read beside the library is stored too."""
    root, cache = small(), tmp_path / "cache"
    library = read_library(root=root).ok

    first = read_instrument("mou", library, root=root, cache=cache)
    assert first == read_instrument("mou", library, root=root, cache=cache)
    assert read_style("plain", root=root, cache=cache) == read_style(
        "plain", root=root, cache=cache
    )
    assert sorted(each.name for each in cache.iterdir()) == [
        "instrument-mou.json",
        "style-plain.json",
    ]


def test_a_changed_file_is_never_missed(small: Small, tmp_path: Path) -> None:
    """A change of the same length in the same moment is seen."""
    root, cache = small(), tmp_path / "cache"
    assert heading(root, cache) == "Cost sharing"
    path = root / CLAUSE
    path.write_text(path.read_text().replace("Cost sharing", "Sharing cost"))

    assert heading(root, cache) == "Sharing cost"


def test_a_change_with_an_old_time_is_never_missed(small: Small, tmp_path: Path) -> None:
    """A file put back with its old time and size, as an archive does, is seen."""
    root, cache = small(), tmp_path / "cache"
    settle(root)
    assert heading(root, cache) == "Cost sharing"
    path = root / CLAUSE
    path.write_text(path.read_text().replace("Cost sharing", "Sharing cost"))
    settle(root)

    assert heading(root, cache) == "Sharing cost"


def test_a_new_file_and_a_gone_file_are_seen(small: Small, tmp_path: Path) -> None:
    """The listing is part of what is compared."""
    cache = tmp_path / "cache"
    text = (small() / CLAUSE).read_text()
    read_library(root=small(), cache=cache)
    extra = {"clauses/funding/extra.yaml": text.replace("cost_share", "extra")}
    root = small(extra)

    assert len(read_library(root=root, cache=cache).ok.clauses) == 2
    (root / "clauses/funding/extra.yaml").unlink()
    assert len(read_library(root=root, cache=cache).ok.clauses) == 1


def test_touched_files_are_compared_by_content(small: Small, tmp_path: Path) -> None:
    """New times alone, as of a fresh checkout, do not build the library again."""
    root, cache = small(), tmp_path / "cache"
    settle(root)
    read_library(root=root, cache=cache)
    for each in root.rglob("*.yaml"):
        os.utime(each, (OLD + 9, OLD + 9))

    assert is_stored(read_library(root=root, cache=cache).ok)


def test_overlays_are_part_of_what_is_compared(small: Small, tmp_path: Path) -> None:
    """The library with an overlay is not that without."""
    root, cache = small(), tmp_path / "cache"
    ours = tmp_path / "ours" / "funding" / "ours.yaml"
    ours.parent.mkdir(parents=True)
    ours.write_text((root / CLAUSE).read_text().replace("cost_share", "ours"))

    assert len(read_library(root=root, cache=cache).ok.clauses) == 1
    assert len(read_library([tmp_path / "ours"], root=root, cache=cache).ok.clauses) == 2
    assert len(read_library(root=root, cache=cache).ok.clauses) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{}",
        b"a\nb\nc\nd",
        b"\n\n\n[[],[4]]",
    ],
)
def test_a_garbled_file_costs_only_time(small: Small, tmp_path: Path, content: bytes) -> None:
    """Whatever stands in the cache file, the library is read right, and the file mended."""
    root, cache = small(), tmp_path / "cache"
    cache.mkdir()
    (cache / "library.json").write_bytes(content)

    assert heading(root, cache) == "Cost sharing"
    assert is_stored(read_library(root=root, cache=cache).ok)


@pytest.mark.parametrize("cut", [10, 200, 1000, -1])
def test_a_cut_file_costs_only_time(small: Small, tmp_path: Path, cut: int) -> None:
    """A file that was not written to its end is noticed."""
    root, cache = small(), tmp_path / "cache"
    read_library(root=root, cache=cache)
    path = cache / "library.json"
    path.write_bytes(path.read_bytes()[:cut])

    assert heading(root, cache) == "Cost sharing"


def test_a_changed_value_in_the_file_is_not_believed(small: Small, tmp_path: Path) -> None:
    """A letter changed in the cache does not get into an agreement."""
    root, cache = small(), tmp_path / "cache"
    read_library(root=root, cache=cache)
    path = cache / "library.json"
    path.write_bytes(path.read_bytes().replace(b"Cost sharing", b"Lost sharing"))

    assert heading(root, cache) == "Cost sharing"


def test_another_version_is_not_believed(small: Small, tmp_path: Path) -> None:
    """What another version of the program stored is read anew."""
    root, cache = small(), tmp_path / "cache"
    read_library(root=root, cache=cache)
    path = cache / "library.json"
    path.write_bytes(b"9" + path.read_bytes())

    assert not is_stored(read_library(root=root, cache=cache).ok)


def test_an_unwritable_folder_costs_only_time(small: Small, tmp_path: Path) -> None:
    """A file in the place of the folder is no fault."""
    (tmp_path / "cache").write_text("in the way")

    assert heading(small(), tmp_path / "cache") == "Cost sharing"


def test_a_faulty_library_is_not_stored(small: Small, tmp_path: Path) -> None:
    """Faults are told again in every run until they are mended."""
    root, cache = small({CLAUSE: "id: @\n"}), tmp_path / "cache"

    first, second = (read_library(root=root, cache=cache) for _ in range(2))

    assert first.value is None
    assert first == second


def test_no_half_written_file_is_left_behind(small: Small, tmp_path: Path) -> None:
    """The cache folder holds the cache file alone."""
    read_library(root=small(), cache=tmp_path / "cache")

    assert [each.name for each in (tmp_path / "cache").iterdir()] == ["library.json"]


def test_a_stored_text_behaves_as_any_other(small: Small) -> None:
    """It equals and hashes as the text it was made from, from both sides."""
    text = read_library(root=small()).ok.clauses["funding.cost_share"].default.text
    stored = decode(encode(text))

    assert isinstance(stored, Template)
    assert stored == text
    assert text == stored
    assert hash(stored) == hash(text)
    assert stored.blocks == text.blocks
    with pytest.raises(AttributeError):
        stored.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_what_is_no_part_of_the_model_is_not_stored() -> None:
    """The file can hold nothing that runs."""
    with pytest.raises(TypeError):
        encode(Path())


def test_the_file_is_json(small: Small, tmp_path: Path) -> None:
    """After three lines of origin, every line of the file is JSON."""
    read_library(root=small(), cache=tmp_path / "cache")
    lines = (tmp_path / "cache" / "library.json").read_text(encoding="utf-8").split("\n")

    assert all(json.loads(each) for each in lines[3:])


@pytest.mark.skipif(sys.platform != "linux", reason="the places are Linux's")
@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, Path("/x/mou-builder")),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, Path("/h/.cache/mou-builder")),
        ({"HOME": "/h"}, Path("/h/.cache/mou-builder")),
        ({}, None),
    ],
)
def test_the_folder_is_the_users(environment: dict[str, str], folder: Path | None) -> None:
    """`XDG_CACHE_HOME` counts if it is absolute, as the XDG specification says."""
    assert default_cache_folder(environment) == folder

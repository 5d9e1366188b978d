from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mou_builder.ooxml import check_own_output, check_package, content_digest, is_untouched_output
from mou_builder.ooxml.package import pack, read_package
from tests.ooxml.mutation import good, zipped


def test_a_package_reads_back_as_it_was_packed() -> None:
    """Names and bytes of the parts survive."""
    parts = {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<b/>", "a.xml": b""}

    assert dict(read_package(pack(parts), "").ok.parts) == parts


def test_members_stand_in_one_order_with_one_stamp() -> None:
    """The list of types comes first, dates and systems tell nothing of the machine."""
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        members = archive.infolist()

    assert [each.filename for each in members][:3] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
    ]
    assert [each.filename for each in members][3:] == sorted(each.filename for each in members[3:])
    assert {each.date_time for each in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {(each.create_system, each.external_attr) for each in members} == {(0, 0)}


def test_what_is_no_word_file_has_no_digest() -> None:
    """The digest of other bytes is empty, never an error."""
    assert content_digest(b"") == ""
    assert content_digest(good()) != ""


def test_a_file_without_a_stored_digest_is_not_ours() -> None:
    """Other programs' files may be replaced only on request."""
    assert not is_untouched_output(pack({"word/document.xml": b"<x/>"}))


@pytest.mark.parametrize("name", ["/abs.xml", "a\\b.xml", "x/../y.xml", "c:/x.xml"])
def test_a_name_that_leads_out_of_the_package_is_refused(name: str) -> None:
    """Such a member would be written somewhere else by a careless program."""
    (found,) = read_package(zipped((name, b"")), "f").diagnostics

    assert found.code == "MB922"


def test_a_zip_of_too_many_members_is_refused() -> None:
    """A Word file has a few dozen parts."""
    content = zipped(*((f"{number}.xml", b"") for number in range(2_001)))

    assert [each.code for each in read_package(content, "f").diagnostics] == ["MB921"]


def test_an_encrypted_file_is_refused() -> None:
    """The flag in the directory is enough to know."""
    content = bytearray(good())
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1

    found = check_package(bytes(content))

    assert found[0].message == "this file is encrypted"


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_make_the_check_raise(content: bytes) -> None:
    """Garbage is a finding."""
    assert check_package(content) != ()


@settings(max_examples=20, deadline=None)
@given(st.integers(0, len(good()) - 1), st.binary(min_size=1, max_size=8))
def test_no_damage_whatever_makes_the_check_raise(place: int, damage: bytes) -> None:
    """A file with some bytes overwritten is checked to the end."""
    content = good()[:place] + damage + good()[place + len(damage) :]

    check_own_output(content)
    is_untouched_output(content)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_no_change_of_a_part_makes_the_check_raise(data: st.DataObject) -> None:
    """Elements cut out, names and numbers changed at random: findings, never an exception."""
    parts = dict(read_package(good(), "").ok.parts)
    name = data.draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    start = data.draw(st.integers(0, len(part)))
    stop = data.draw(st.integers(start, min(len(part), start + 200)))
    filling = data.draw(st.sampled_from([b"", b'"', b"<w:p/>", b"-1", b"99999999999", b"\xff"]))
    parts[name] = part[:start] + filling + part[stop:]

    check_own_output(pack(parts))


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_no_odd_value_makes_the_check_raise(data: st.DataObject) -> None:
    """Attributes with values that no program writes are findings, never an exception."""
    parts = dict(read_package(good(), "").ok.parts)
    names = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"]
    name = data.draw(st.sampled_from(names))
    pieces = parts[name].decode().split('w:val="')
    at = data.draw(st.integers(1, len(pieces) - 1))
    odd = data.draw(st.sampled_from(["", "-5", "9" * 30, "\u0663", "x" * 300, "1.5", " 1"]))
    pieces[at] = odd + '"' + pieces[at].partition('"')[2]
    parts[name] = 'w:val="'.join(pieces).encode()

    check_own_output(pack(parts))

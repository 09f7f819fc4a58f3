"""A damaged, locked or hostile OpenDocument file gives a problem, never an exception."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.documents.reading import read_document
from extractor.models import Reading
from tests.documents.block_order import assert_blocks_hold_all_words

ReadBytes = Callable[[bytes], Reading]
MakeOdt = Callable[..., bytes]
Pack = Callable[[Mapping[str, str | bytes]], bytes]

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
LOCKED = (
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    "</manifest:file-entry>"
)
OBJECT = (
    '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="'
    'application/vnd.oasis.opendocument.{}"/>'
)


def codes(reading: Reading) -> list[str]:
    """Return the codes of the problems of a reading without text."""
    assert (reading.text, reading.blocks) == ("", ())
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"geen zip"])
def test_what_is_no_package_is_unreadable(read_bytes: ReadBytes, content: bytes) -> None:
    """The reader itself says so, whoever calls it."""
    assert codes(read_bytes(content)) == ["unreadable"]


def test_a_package_without_text_is_unreadable(read_bytes: ReadBytes, pack_members: Pack) -> None:
    """A zip is no document for its name."""
    assert codes(read_bytes(pack_members({"mimetype": "x"}))) == ["unreadable"]
    assert codes(read_bytes(pack_members({"content.xml": "<a/>"}))) == ["unreadable"]


def test_a_locked_document_says_so(
    read_bytes: ReadBytes, make_odt: MakeOdt, pack_members: Pack
) -> None:
    """Parts are encrypted one by one, or in newer files all together."""
    assert codes(read_bytes(make_odt("<text:p>x</text:p>", manifest=LOCKED))) == ["encrypted"]
    assert codes(read_bytes(pack_members({"encrypted-package": b"x"}))) == ["encrypted"]


def test_every_entity_is_refused(read_bytes: ReadBytes, pack_members: Pack) -> None:
    """No office program writes a document type."""
    bomb = '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'

    assert codes(read_bytes(pack_members({"content.xml": bomb}))) == ["unreadable"]


def test_a_zip_bomb_is_not_unpacked(read_bytes: ReadBytes, make_odt: MakeOdt) -> None:
    """Sixty megabytes of zeros pack into sixty kilobytes."""
    buffer = BytesIO(make_odt("<text:p>x</text:p>"))
    with ZipFile(buffer, "a", ZIP_DEFLATED) as archive:
        archive.writestr("Pictures/1.png", b"\0" * 60_000_000)

    assert codes(read_bytes(buffer.getvalue())) == ["too_large"]


def test_a_document_without_text_says_so(read_bytes: ReadBytes, make_odt: MakeOdt) -> None:
    """A scan in a text document looks full and is empty."""
    assert codes(read_bytes(make_odt("<text:p/>"))) == ["no_text"]


@pytest.mark.parametrize(("kind", "found"), [("spreadsheet", ["attachment"]), ("formula", [])])
def test_a_document_inside_the_document_is_told(
    read_bytes: ReadBytes, make_odt: MakeOdt, kind: str, found: list[str]
) -> None:
    """A spreadsheet has text of its own; a formula is no file that somebody could open."""
    reading = read_bytes(make_odt("<text:p>Tekst.</text:p>", manifest=OBJECT.format(kind)))

    assert [problem.code for problem in reading.problems] == found


@pytest.mark.parametrize("media", ["text", "text-template"])
def test_an_opendocument_text_is_known_by_its_content(pack_members: Pack, media: str) -> None:
    """Whatever it is called; a file with the right name and nothing in it is damaged."""
    named = pack_members({"mimetype": f"application/vnd.oasis.opendocument.{media}"})

    assert read_document(named, "dpia.docx").reader == "odt@2"
    assert [p.code for p in read_document(b"PK\x03\x04 kapot", "dpia.odt").problems] == [
        "unreadable"
    ]


NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>noot</text:p>"
    "</text:note-body></text:note>"
)
TABLE = (
    "<table:table><table:table-row><table:table-cell><text:p>{0}</text:p></table:table-cell>"
    "<table:table-cell><text:p>{0}</text:p></table:table-cell></table:table-row></table:table>"
)
PIECES = st.sampled_from(
    [
        "woord",
        " wit ",
        "<text:tab/><text:line-break/>",
        "<text:s/>",
        '<text:a xlink:href="https://x.nl">wet</text:a>',
        "<text:placeholder>Kies</text:placeholder>",
        NOTE,
        "<draw:frame><draw:text-box><text:p>doos</text:p></draw:text-box></draw:frame>",
        "<text:soft-page-break/>",
    ]
)
RUNS = st.lists(PIECES, max_size=5).map("".join)
PARAGRAPHS = st.builds(
    lambda runs, form: form.format(runs),
    RUNS,
    st.sampled_from(
        [
            "<text:p>{}</text:p>",
            '<text:h text:outline-level="1">{}</text:h>',
            "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
            TABLE,
        ]
    ),
)
BODIES = st.lists(PARAGRAPHS, max_size=8).map("".join)


@SHARED
@given(BODIES)
def test_blocks_follow_each_other_and_hold_all_words(
    read_bytes: ReadBytes, make_odt: MakeOdt, body: str
) -> None:
    """Outer blocks do not overlap, begin and end in words, and leave only white space outside."""
    assert_blocks_hold_all_words(read_bytes(make_odt(body)))


@SHARED
@given(st.data())
def test_a_cut_or_changed_file_never_raises(
    read_bytes: ReadBytes, make_odt: MakeOdt, data: st.DataObject
) -> None:
    """Whatever happens to the bytes, a reading comes back."""
    content = bytearray(make_odt("<text:p>Tekst</text:p>" * 3))
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))

    reading = read_bytes(bytes(content[: end or None]))

    assert reading.text or reading.problems

"""A damaged or hostile Word file gives a problem, never an exception, and never harm."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.models import Reading
from tests.documents.block_order import assert_blocks_hold_all_words

ReadBytes = Callable[[bytes], Reading]
MakeWord = Callable[..., bytes]
Pack = Callable[[Mapping[str, str | bytes]], bytes]

PARAGRAPH = "<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>"
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def codes(reading: Reading) -> list[str]:
    """Return the codes of the problems of a reading without text."""
    assert (reading.text, reading.blocks) == ("", ())
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"geen zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600]
)
def test_what_is_no_package_is_unreadable(read_bytes: ReadBytes, content: bytes) -> None:
    """The reader itself says so, whoever calls it."""
    assert codes(read_bytes(content)) == ["unreadable"]


def test_a_package_without_document_is_unreadable(
    read_bytes: ReadBytes, pack_members: Pack
) -> None:
    """A zip is not a Word file for its name."""
    assert codes(read_bytes(pack_members({"word/leeg.xml": "<a/>"}))) == ["unreadable"]
    assert codes(read_bytes(pack_members({"word/document.xml": "<a/>"}))) == ["unreadable"]


def test_every_entity_is_refused(read_bytes: ReadBytes, pack_members: Pack) -> None:
    """Word writes no document type; one is there to be expanded, or to fetch something."""
    bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c SYSTEM "file:///etc/hostname">]><a>&b;&c;</a>'

    assert codes(read_bytes(pack_members({"word/document.xml": bomb}))) == ["unreadable"]


def test_a_zip_bomb_is_not_unpacked(read_bytes: ReadBytes, make_word: MakeWord) -> None:
    """Sixty megabytes of zeros pack into sixty kilobytes."""
    buffer = BytesIO(make_word(PARAGRAPH))
    with ZipFile(buffer, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\0" * 60_000_000)

    assert codes(read_bytes(buffer.getvalue())) == ["too_large"]


def test_deep_nesting_is_unreadable_at_worst(read_bytes: ReadBytes, make_word: MakeWord) -> None:
    """Neither the parser nor the walk runs out of room."""
    tables = "<w:tbl><w:tr><w:tc>" * 80 + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 80
    deep = "<w:sdt><w:sdtContent>" * 400 + PARAGRAPH + "</w:sdtContent></w:sdt>" * 400
    tags = "<w:smartTag>" * 240 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 240

    assert read_bytes(make_word(tables)).text == "Tekst\n"
    assert read_bytes(make_word(f"<w:p>{tags}</w:p>")).text == "x\n"
    assert codes(read_bytes(make_word(deep))) == ["unreadable"]


def test_missing_parts_lose_only_themselves(read_bytes: ReadBytes, make_word: MakeWord) -> None:
    """A relationship to nothing, as some converters leave, stops no reading."""
    content = make_word(PARAGRAPH, styles="", footnotes="")
    source, target = ZipFile(BytesIO(content)), BytesIO()
    with ZipFile(target, "w") as archive:
        for name in source.namelist():
            if name not in {"word/styles.xml", "word/footnotes.xml"}:
                archive.writestr(name, source.read(name))

    assert read_bytes(target.getvalue()).text == "Tekst\n"


def test_a_note_is_read_once_however_often_it_is_referred_to(
    read_bytes: ReadBytes, make_word: MakeWord
) -> None:
    """Nor does a note that refers to itself, or a chain of styles, take for ever."""
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{"noot " * 9999}</w:t></w:r>{reference}</w:p>'
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>'
        for n in range(4000)
    )
    body = f"<w:p>{reference * 9999}</w:p>"
    started = time.process_time()

    reading = read_bytes(make_word(body, footnotes=f"{note}</w:footnote>", styles=chain))

    assert reading.text.count("noot ") == 9999 - 1
    assert time.process_time() - started < 5


def test_absurd_numbers_are_no_numbers(read_bytes: ReadBytes, make_word: MakeWord) -> None:
    """A column span of a thousand digits takes neither time nor memory."""
    body = (
        f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{"9" * 5000}"/></w:trPr>'
        f'<w:tc><w:tcPr><w:gridSpan w:val="{"9" * 5000}"/></w:tcPr>{PARAGRAPH}</w:tc>'
        f"<w:tc>{PARAGRAPH}</w:tc></w:tr></w:tbl>"
    )

    assert read_bytes(make_word(body)).text == "Tekst\tTekst\n"


def test_an_embedded_document_is_told(read_bytes: ReadBytes, make_word: MakeWord) -> None:
    """Text in another file inside this one is not read, and that is said."""
    reading = read_bytes(make_word(f'{PARAGRAPH}<w:altChunk r:id="x"/>'))

    assert reading.text == "Tekst\n"
    assert [problem.code for problem in reading.problems] == ["unsupported"]


def test_a_document_without_text_says_so(read_bytes: ReadBytes, make_word: MakeWord) -> None:
    """A scan pasted into Word looks full and is empty."""
    assert codes(read_bytes(make_word("<w:p/>"))) == ["no_text"]


@SHARED
@given(st.data())
def test_a_cut_or_changed_file_never_raises(
    read_bytes: ReadBytes, make_word: MakeWord, data: st.DataObject
) -> None:
    """Whatever happens to the bytes, a reading comes back."""
    content = bytearray(make_word(PARAGRAPH * 3, styles="", numbering="", footnotes=""))
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))

    reading = read_bytes(bytes(content[: end or None]))

    assert reading.text or reading.problems


PIECES = st.sampled_from(
    [
        "<w:r><w:t>woord</w:t></w:r>",
        '<w:r><w:t xml:space="preserve"> wit </w:t></w:r>',
        "<w:r><w:tab/><w:br/></w:r>",
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:hyperlink r:id="link"><w:r><w:t>wet</w:t></w:r></w:hyperlink>',
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Kies</w:t></w:r>"
            "</w:sdtContent></w:sdt>"
        ),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
)
RUNS = st.lists(PIECES, max_size=5).map("".join)
PARAGRAPHS = st.builds(
    lambda runs, style: f"<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>",
    RUNS,
    st.sampled_from(["", '<w:outlineLvl w:val="0"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>']),
)
TABLES = st.lists(st.lists(PARAGRAPHS, max_size=3), max_size=3).map(
    lambda rows: "<w:tbl>{}</w:tbl>".format(
        "".join(
            "<w:tr>{}</w:tr>".format("".join(f"<w:tc>{cell}</w:tc>" for cell in row))
            for row in rows
        )
    )
)
BODIES = st.lists(st.one_of(PARAGRAPHS, TABLES), max_size=8).map("".join)
NOTE = '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/><w:t>noot</w:t></w:r></w:p></w:footnote>'


@SHARED
@given(BODIES)
def test_blocks_follow_each_other_and_hold_all_words(
    read_bytes: ReadBytes, make_word: MakeWord, body: str
) -> None:
    """Outer blocks do not overlap, begin and end in words, and leave only white space outside."""
    reading = read_bytes(make_word(body, {"link": "https://x.nl"}, footnotes=NOTE))
    assert_blocks_hold_all_words(reading)


REAL = sorted((Path(__file__).parents[4] / "shared" / "documents").rglob("*.docx"))


@pytest.mark.skipif(not REAL, reason="real documents are not shipped with the code")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_document_loses_no_text(read_bytes: ReadBytes, path: Path) -> None:
    """Every literal text of the body, save what was deleted or hidden, is in the reading."""
    content = path.read_bytes()
    with ZipFile(BytesIO(content)) as archive:
        document = archive.read("word/document.xml").decode()

    reading = read_bytes(content)

    texts = [piece.partition("<")[0] for piece in document.replace("<w:t>", "\0").split("\0")[1:]]
    lost = [text for text in texts if "&" not in text and text.strip() not in reading.text]
    assert not lost
    assert not reading.problems

"""A passage is shown where it stands, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.documents.pdf import boxes, render_page
from extractor.documents.pdf.images import MOST_PIXELS, PageNotShown
from extractor.models import Reading, Span

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]
Lines = Callable[..., list[tuple[float, float, str]]]


def find(reading: Reading, words: str) -> Span:
    """Return where the words stand in the text."""
    start = reading.text.index(words)
    return Span(start=start, end=start + len(words))


def write_pdf(words: bytes, meaning: bytes) -> bytes:
    """Return a bare PDF of one line in a font whose codes mean what is stated."""
    line = b"BT /F 11 Tf 70 742 Td (" + words + b") Tj ET"
    meanings = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange " + meaning
    return b"""%%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
  /Resources <</Font <</F 5 0 R>>>>>> endobj
4 0 obj <</Length %d>> stream
%s
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R>> endobj
6 0 obj <</Length %d>> stream
%s
endstream endobj
trailer <</Root 1 0 R>>
""" % (len(line), line, len(meanings), meanings)


def test_a_box_lies_over_its_words(draw: Draw, read: Read, lines: Lines) -> None:
    """Boxes are in points from the left top corner, one for each line of the passage."""
    content = draw([[], lines(["Het kenteken is", "niet openbaar."])])
    reading = read(content)
    found = boxes(content, reading, 2, find(reading, "kenteken is\r\nniet"))

    assert [(round(box.left), round(box.bottom)) for box in found] == [(90, 122), (70, 136)]
    assert all(box.page == 2 and box.top < box.bottom and box.left < box.right for box in found)
    assert boxes(content, reading, 1, find(reading, "kenteken")) == ()


def test_boxes_follow_a_turned_page(draw: Draw, read: Read) -> None:
    """On a page shown upside down the words stand at the other end of it."""
    upright, turned = draw([[(70, 100, "Woord")]]), draw([[(70, 100, "Woord")]], 180)
    (first,) = boxes(upright, read(upright), 1, Span(start=0, end=5))
    (second,) = boxes(turned, read(turned), 1, Span(start=0, end=5))

    assert second.left == pytest.approx(595.28 - first.right, abs=0.5)
    assert second.top == pytest.approx(841.89 - first.bottom, abs=0.5)


def test_a_page_that_reads_otherwise_gets_no_boxes(draw: Draw, read: Read) -> None:
    """Boxes over other words than the reading has would show a lie."""
    reading = read(draw([[(70, 100, "Toen stond dit er")]]))

    assert boxes(draw([[(70, 100, "Nu staat dit er")]]), reading, 1, Span(start=0, end=4)) == ()
    assert boxes(b"geen pdf", reading, 1, Span(start=0, end=4)) == ()
    assert boxes(b"", reading, 2, Span(start=0, end=4)) == ()


def test_a_passage_over_the_page_leaves_the_margins_alone(
    draw: Draw, read: Read, lines: Lines
) -> None:
    """A header within the passage gets no box, unless it is what is asked for."""
    header = [(70, 40, "Rapport")]
    text = (
        [*header, *lines(["Een zin die loopt"], top=780)],
        [*header, *lines(["tot hier."], top=90)],
    )
    content = draw([*text, header])
    reading = read(content)
    whole = Span(start=reading.text.index("Een"), end=reading.text.index("hier.") + 5)

    assert [round(box.bottom) for box in boxes(content, reading, 2, whole)] == [92]
    assert len(boxes(content, reading, 2, find(reading, "Rapport"))) == 0
    assert len(boxes(content, reading, 1, find(reading, "Rapport"))) == 1


def test_rare_characters_shift_no_boxes(read: Read) -> None:
    """A character that pdfium counts as two leaves those after it in their place."""
    plain = write_pdf(b"x en nog", b"endcmap")
    rare = write_pdf(b"x en nog", b"1 beginbfchar <78> <D83DDE00> endbfchar endcmap")
    reading = read(rare)
    there = find(read(plain), "nog")

    assert reading.text == "\U0001f600 en nog"
    assert boxes(rare, reading, 1, find(reading, "nog")) == boxes(plain, read(plain), 1, there)


def test_a_page_is_shown_as_png(draw: Draw) -> None:
    """At scale 2 an A4 is 1191 by 1684 pixels."""
    picture = render_page(draw([[(70, 100, "Woord")]]), 1, 2)

    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(picture[16:20]) == 1191
    assert int.from_bytes(picture[20:24]) == 1684


def test_a_picture_is_never_too_large(draw: Draw) -> None:
    """A scale that asks for too many pixels is made smaller."""
    picture = render_page(draw([[]]), 1, 1000)
    width, height = int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])

    assert width * height <= MOST_PIXELS * 1.01


@pytest.mark.parametrize(("content", "page"), [(b"geen pdf", 1), (None, 0), (None, 2)])
def test_what_cannot_be_shown_says_so(draw: Draw, content: bytes | None, page: int) -> None:
    """A page that is not there is refused with a hint."""
    with pytest.raises(PageNotShown, match=f"pagina {page}"):
        render_page(content or draw([[]]), page, 1)

"""A PDF becomes a reading, whatever is wrong with it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable

import pypdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractor.documents.identity import make_reading_id
from extractor.documents.pdf import render_page
from extractor.models import Reading

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]


def lock(content: bytes, user: str, owner: str) -> bytes:
    """Return the PDF encrypted with these passwords."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(user, owner_password=owner)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_text_is_the_pages_joined_by_a_form_feed(draw: Draw, read: Read) -> None:
    """Page spans part the text, and leave out nothing but the form feeds between pages."""
    reading = read(draw([[(70, 100, "Eerste")], [], [(70, 100, "Derde"), (70, 120, "Vierde")]]))

    assert reading.text == "Eerste\f\fDerde\r\nVierde"
    assert "\f".join(page.span.of(reading.text) for page in reading.pages) == reading.text


def test_the_same_bytes_read_the_same(draw: Draw, read: Read) -> None:
    """Reading twice gives an equal reading, known by content and reader."""
    content = draw([[(70, 100, "Eerste")]])

    assert read(content) == read(content)
    assert read(content).id == make_reading_id(read(content).source.sha256, "pdf@2")


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "empty"), (b"%PDF-1.7 kapot", "unreadable"), (b"x", "unreadable")]
)
def test_what_is_no_pdf_says_why(read: Read, content: bytes, code: str) -> None:
    """Bytes that are no PDF give an empty reading with the reason."""
    reading = read(content)

    assert (reading.text, reading.pages, reading.blocks) == ("", (), ())
    assert [problem.code for problem in reading.problems] == [code]


def test_a_pdf_without_pages_is_empty(read: Read) -> None:
    """A PDF without pages is readable, but there is nothing in it."""
    target = io.BytesIO()
    pypdf.PdfWriter().write(target)

    assert [problem.code for problem in read(target.getvalue()).problems] == ["empty"]


def test_a_password_is_named_as_the_reason(draw: Draw, read: Read) -> None:
    """A PDF that asks for a password is encrypted, not unreadable."""
    reading = read(lock(draw([[(70, 100, "Geheim")]]), "sleutel", "eigenaar"))

    assert reading.text == ""
    assert [problem.code for problem in reading.problems] == ["encrypted"]


def test_a_password_for_changes_hides_nothing(draw: Draw, read: Read) -> None:
    """A PDF that anybody may open is read, whatever it forbids."""
    reading = read(lock(draw([[(70, 100, "Open")]]), "", "eigenaar"))

    assert (reading.text, reading.problems) == ("Open", ())


def test_pages_that_are_pictures_are_named(draw: Draw, read: Read) -> None:
    """A scanned page is reported; a blank page says nothing because there is nothing."""
    picture = render_page(draw([[(70, 100, "Gescand")]]), 1, 0.5)
    scan = pypdf.PdfReader(io.BytesIO(draw([[]], picture=picture)))
    book = pypdf.PdfWriter(clone_from=io.BytesIO(draw([[(70, 100, "Tekst")], []])))
    book.append(scan)
    target = io.BytesIO()
    book.write(target)
    problems = read(target.getvalue()).problems

    assert [(problem.code, problem.pages) for problem in problems] == [("no_text", (3,))]
    assert "pagina 3 van 3" in problems[0].message


def test_a_picture_below_a_running_header_is_still_a_picture(draw: Draw, read: Read) -> None:
    """What stands in the margins of a scanned page is no text of that page."""
    picture = render_page(draw([[]]), 1, 0.1)
    header = [(70, 40, "Rapport parkeren")]
    problems = read(draw([header, header, header], picture=picture)).problems

    assert [(problem.code, problem.pages) for problem in problems] == [("no_text", (1, 2, 3))]


def test_a_document_without_any_text_lacks_it_on_all_pages(draw: Draw, read: Read) -> None:
    """Where no page says anything, all of them are reported."""
    problems = read(draw([[], []])).problems

    assert [(problem.code, problem.pages) for problem in problems] == [("no_text", (1, 2))]


def test_what_pdfium_cannot_open_is_read_otherwise(draw: Draw, read: Read) -> None:
    """A PDF that has lost its root is read page by page, and the reading says so."""
    content = draw([[(70, 100, "Gered")], [(70, 100, "Ook gered")]]).replace(b"/Root", b"/Rest")
    reading = read(content)

    assert [page.span.of(reading.text).strip() for page in reading.pages] == ["Gered", "Ook gered"]
    assert [(p.code, p.pages) for p in reading.problems] == [("fallback", (1, 2))]
    assert len(reading.blocks) == 2


def test_pages_nobody_can_read_are_named(draw: Draw, read: Read) -> None:
    """A page that is not there costs itself, not the document."""
    content = draw([[(70, 100, "Eerste")], [(70, 100, "Tweede")]]).replace(b"/Count 2", b"/Count 3")
    reading = read(content)

    assert reading.text == "Eerste\fTweede\f"
    assert [(p.code, p.pages) for p in reading.problems] == [("unreadable", (3,))]


def test_a_turned_page_reads_as_it_is_shown(read: Read) -> None:
    """On a page that lies on its side, lines run and follow as a person sees them."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.setPageRotation(90)
    canvas.rotate(90)
    for row, line in enumerate(("Een zin die over twee", "regels loopt.", "", "En nog een zin.")):
        canvas.drawString(70, -(100 + 14 * row), line)
    canvas.save()
    reading = read(target.getvalue())

    assert [block.span.of(reading.text) for block in reading.blocks] == [
        "Een zin die over twee\r\nregels loopt.",
        "En nog een zin.",
    ]


def test_pdf_libraries_load_when_a_pdf_is_read() -> None:
    """Importing the reader costs nothing of pdfium and pypdf."""
    code = (
        "import sys, extractor.documents.pdf;"
        "print(sorted({'pypdfium2', 'pypdf', 'ctypes'} & set(sys.modules)))"
    )
    shown = subprocess.run(  # noqa: S603 - this interpreter, and the code above
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert shown.stdout.strip() == "[]"

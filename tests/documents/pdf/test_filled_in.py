"""Filled-in fields and typed notes are text; remarks and attached files are said not to be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import cast

import pytest
from pypdf import PdfWriter
from pypdf.annotations import FreeText, Highlight, Text
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractor.citations import check_quote
from extractor.documents.pdf import boxes
from extractor.models import REMARKS, Citation, Reading

Read = Callable[[bytes], Reading]
Blocks = Callable[..., list[str]]

OWNER = "van-de-maker"
BASE = "Het systeem leest kentekens van geparkeerde voertuigen."


def draw_form() -> bytes:
    """Return a form of two pages: a name and a goal, and on the second page a choice."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    field = canvas.acroForm
    canvas.drawString(70, 780, "1. Naam van het algoritme:")
    field.textfield(name="naam", x=240, y=770, width=300, height=20, value="Scanauto")
    canvas.drawString(70, 700, "2. Doel van het algoritme:")
    field.textfield(name="doel", x=240, y=690, width=300, height=20)
    canvas.drawString(70, 620, BASE)
    canvas.showPage()
    canvas.drawString(70, 780, "3. Staat het in het register?")
    field.choice(
        name="keuze", x=240, y=770, width=90, height=20, options=["Ja", "Nee"], value="Nee"
    )
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def change(content: bytes, edit: Callable[[PdfWriter], None]) -> bytes:
    """Return the PDF as another program leaves it behind."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    edit(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def fill(writer: PdfWriter) -> None:
    """Fill in the goal, drawn as programs do."""
    values = {"doel": "Niet betaalde parkeertijd vinden"}
    writer.update_page_form_field_values(writer.pages[0], values, auto_regenerate=False)


def fill_undrawn(writer: PdfWriter) -> None:
    """Fill in the goal and leave it to the reader to draw it."""
    for reference in writer.pages[0].annotations or ():
        field = cast("DictionaryObject", reference.get_object())
        if field.get("/T") == "doel":
            field[NameObject("/V")] = TextStringObject("Niet betaalde parkeertijd vinden")
            field.pop("/AP", None)
    writer.set_need_appearances_writer(state=True)


@pytest.mark.parametrize("edit", [fill, fill_undrawn])
def test_what_is_filled_in_is_text_of_its_page(
    edit: Callable[[PdfWriter], None], read: Read
) -> None:
    """Each value stands once in the text of its own page, and is cited there."""
    reading = read(change(draw_form(), edit))
    first, second = (page.span.of(reading.text) for page in reading.pages)

    assert first.count("Scanauto") == first.count("Niet betaalde parkeertijd vinden") == 1
    assert "Nee" in second
    assert "Nee" not in first
    cited = check_quote("Niet betaalde parkeertijd vinden", reading)
    assert isinstance(cited, Citation)
    assert cited.locator.label == "1"


def test_a_filled_in_value_is_shown_where_it_stands(read: Read) -> None:
    """Its box lies in its field."""
    content = change(draw_form(), fill)
    reading = read(content)
    cited = check_quote("Niet betaalde parkeertijd vinden", reading)
    assert isinstance(cited, Citation)

    (box,) = boxes(content, reading, 1, cited.span)

    assert 240 <= box.left <= box.right <= 540
    assert A4[1] - 715 <= box.top <= box.bottom <= A4[1] - 685


def test_what_is_filled_in_is_read_behind_its_question(read: Read, blocks: Blocks) -> None:
    """The blocks stand in the order of the form, though the values end the text of their page."""
    reading = read(change(draw_form(), fill))

    assert blocks(reading, "heading", "paragraph", "list_item") == [
        "1. Naam van het algoritme:",
        "Scanauto",
        "2. Doel van het algoritme:",
        "Niet betaalde parkeertijd vinden",
        BASE,
        "3. Staat het in het register?",
        "Nee",
    ]


def test_a_form_that_is_not_filled_in_says_no_more_than_its_page(read: Read) -> None:
    """Empty fields add no text and no problem."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.drawString(70, 780, BASE)
    canvas.acroForm.textfield(name="naam", x=240, y=700, width=300, height=20)
    canvas.save()

    reading = read(target.getvalue())

    assert reading.text == BASE
    assert reading.problems == ()


def make_note(writer: PdfWriter) -> None:
    """Type a note on the first page, in a print that programs know how to draw."""
    note = FreeText(text="Getypt op de bladzijde", rect=(70, 500, 270, 530))
    note[NameObject("/DA")] = TextStringObject("/Helv 12 Tf 0 g")
    writer.add_annotation(0, note)


def test_a_typed_note_is_text_of_its_page(read: Read) -> None:
    """What a person typed on the page is read, and is no remark."""
    reading = read(change(draw_form(), make_note))

    assert "Getypt op de bladzijde" in reading.pages[0].span.of(reading.text)
    assert reading.problems == ()


def remark(writer: PdfWriter) -> None:
    """Hang remarks on both pages: two with words, and one without."""
    spot = (400, 500, 420, 520)
    marked = ArrayObject(map(FloatObject, (70, 630, 300, 630, 70, 615, 300, 615)))
    writer.add_annotation(0, Text(text="Klopt dit?", rect=spot))
    writer.add_annotation(0, Highlight(rect=(70, 615, 300, 630), quad_points=marked))
    writer.add_annotation(1, Text(text="Nog navragen", rect=spot))


def test_remarks_are_counted_and_not_read(read: Read) -> None:
    """The problem names the pages and how many there are; nothing counts as unread."""
    reading = read(change(draw_form(), remark))
    (problem,) = reading.problems

    assert (problem.code, problem.pages) == ("comments", (1, 2))
    assert problem.code in REMARKS
    assert "(2)" in problem.message
    assert "Klopt dit" not in reading.text
    assert "Klopt dit" not in problem.message


def test_attached_files_are_named_and_not_opened(read: Read) -> None:
    """The problem names them in characters fit to be shown."""

    def attach(writer: PdfWriter) -> None:
        writer.add_attachment("DPIA versie\n2.docx", b"PK")
        writer.add_attachment("bijlage.txt", b"Geheim")

    reading = read(change(draw_form(), attach))
    (problem,) = reading.problems

    assert problem.code == "attachment"
    assert "DPIA versie 2.docx" in problem.message
    assert "bijlage.txt" in problem.message
    assert "Geheim" not in reading.text


def test_a_password_that_only_guards_changes_hinders_no_reading(read: Read) -> None:
    """What opens without a password is read."""

    def lock(writer: PdfWriter) -> None:
        writer.encrypt(user_password="", owner_password=OWNER, algorithm="RC4-128")

    reading = read(change(draw_form(), lock))

    assert BASE in reading.text
    assert reading.problems == ()

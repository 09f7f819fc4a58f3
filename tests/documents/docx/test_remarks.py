"""What was left out of a Word file's text is told to who reads it."""

from __future__ import annotations

import pytest

from extractor.citations import check_quote
from extractor.models import Citation, Reading, RejectedQuote, Span
from extractor.presenting import present
from tests.documents.docx.word_xml import ReadWord, cell, para, row, table


def problems(reading: Reading) -> dict[str, str]:
    """Return the messages of the problems by their code."""
    return {problem.code: problem.message for problem in reading.problems}


def test_comments_are_counted_and_not_read(read_word: ReadWord) -> None:
    """A question in the margin is no text of the document, and may still be open."""
    comments = "".join(
        f'<w:comment w:id="{number}">{para("vraag")}</w:comment>' for number in "123"
    )

    reading = read_word(para("Tekst."), comments=comments)

    assert reading.text == "Tekst.\n"
    assert problems(reading)["comments"].count("opmerkingen (3)")
    assert problems(read_word(para("Tekst."), comments="")) == {}


def test_hidden_text_is_told(read_word: ReadWord) -> None:
    """Whoever hid it may have meant it to be left out, or may have forgotten it."""
    reading = read_word(para("Tekst.") + para("weg", look="<w:vanish/>"))

    assert reading.text == "Tekst.\n"
    assert list(problems(reading)) == ["hidden_text"]
    assert problems(read_word(para("Tekst.") + para(" ", look="<w:vanish/>"))) == {}


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="154273"/>'


@pytest.mark.parametrize("look", [WHITE, '<w:sz w:val="2"/>'], ids=["white", "one point"])
def test_text_that_nobody_sees_is_out_and_told(read_word: ReadWord, look: str) -> None:
    """White letters on white paper are as good as hidden, and so are those of a point."""
    reading = read_word(para("Tekst.") + para("weg", look=look))

    assert reading.text == "Tekst.\n"
    assert list(problems(reading)) == ["hidden_text"]


@pytest.mark.parametrize(
    "body",
    [
        para("blijft", look=WHITE + DARK),
        para("blijft", DARK, look=WHITE),
        table(row(cell(para("blijft", look=WHITE), properties=DARK))),
        para("blijft", look='<w:sz w:val="12"/><w:color w:val="auto"/>'),
        para("blijft", look='<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>'),
    ],
    ids=["shaded run", "shaded paragraph", "cell", "small", "marked"],
)
def test_white_letters_on_a_colour_are_read(read_word: ReadWord, body: str) -> None:
    """A cell may have its colour from the style of its table, so in cells all is read."""
    reading = read_word(para("Tekst.") + body)

    assert "blijft" in reading.text
    assert problems(reading) == {}


@pytest.mark.parametrize(
    ("program", "codes"),
    [
        ("Word.Document.12", ["attachment"]),
        ("AcroExch.Document.DC", ["attachment"]),
        ("Equation.3", []),
    ],
)
def test_a_file_inside_the_document_is_told(
    read_word: ReadWord, program: str, codes: list[str]
) -> None:
    """A formula is an object too, and no file that somebody could open."""
    embedded = f'<w:r><w:object><o:OLEObject ProgID="{program}"/></w:object></w:r>'

    reading = read_word(f"{para('Tekst.')}<w:p>{embedded}</w:p>")

    assert list(problems(reading)) == codes


BOXES = [("1", "☒ (aangevinkt)"), ("true", "☒ (aangevinkt)"), ("0", "☐ (niet aangevinkt)")]


@pytest.mark.parametrize(("state", "shown"), BOXES)
def test_a_box_is_read_by_its_state(read_word: ReadWord, state: str, shown: str) -> None:
    """An author may draw a ticked box as any sign; what counts is that it is ticked."""
    box = (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>R</w:t></w:r></w:sdtContent></w:sdt>"
    )

    reading = read_word(f'<w:p>{box}<w:r><w:t xml:space="preserve"> Ja</w:t></w:r></w:p>')

    assert reading.text == f"{shown} Ja\n"


@pytest.mark.parametrize("quote", ["☒ Ja, voluit", "☒ (aangevinkt) Ja, voluit"])
def test_a_quote_may_leave_out_the_state_of_a_box(read_word: ReadWord, quote: str) -> None:
    """The word is shown and says what the sign says; only the other state is refused."""
    reading = read_word("<w:p><w:r><w:t>Gekozen: ☒ Ja, voluit.</w:t></w:r></w:p>")
    shown = present(reading, Span(start=0, end=len(reading.text))).text

    assert shown == "Gekozen: ☒ (aangevinkt) Ja, voluit."
    assert isinstance(check_quote(quote, reading), Citation)
    assert isinstance(check_quote("Gekozen: ☐ Ja, voluit", reading), RejectedQuote)

"""A PDF that carries its form is read as a PDF, and its blocks say which question they answer."""

from __future__ import annotations

import json
import struct
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from extractor.documents.form import label_pages
from extractor.documents.pdf import boxes, read_info
from extractor.documents.reading import FORM_KEY, read_document
from extractor.locators import locate
from extractor.models import Reading
from tests.documents.form.form_readings import EXPORTS, find, read_export

PDF = EXPORTS / "dpia-klachtwijzer.pdf"


@pytest.fixture(scope="module")
def labelled() -> Reading:
    """Return the reading of the invented form as PDF."""
    return read_export(PDF.name)


def store(form: str | None) -> bytes:
    """Return the invented PDF with another text in its Info dictionary, or without one."""
    writer = PdfWriter(clone_from=PdfReader(PDF))
    writer.metadata = {f"/{FORM_KEY}": form} if form is not None else {"/Title": "DPIA"}
    stored = BytesIO()
    writer.write(stored)
    return stored.getvalue()


def hide_info(form: str) -> bytes:
    """Return a PDF of one page whose Info dictionary lies compressed among other objects."""
    info = f"5 0 <</{FORM_KEY}({form})>>".encode()
    packed = zlib.compress(info)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        4: b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (len(packed), packed),
    }
    pdf, places = b"%PDF-1.5\n", [(0, 0, 255)]
    for number, body in objects.items():
        places.append((1, len(pdf), 0))
        pdf += b"%d 0 obj%s endobj\n" % (number, body)
    places += [(2, 4, 0), (1, len(pdf), 0)]
    table = b"".join(struct.pack(">BHB", *place) for place in places)
    head = b"<</Type/XRef/Size 7/W[1 2 1]/Root 1 0 R/Info 5 0 R/Length %d>>" % len(table)
    end = b"\nstartxref\n%d\n%%%%EOF" % len(pdf)
    return pdf + b"6 0 obj" + head + b"stream\n" + table + b"\nendstream endobj" + end


@pytest.mark.parametrize(
    ("words", "page", "question"),
    [
        ("Een alternatief is dat medewerkers", "18", "14.1"),
        ("31.000 afgehandelde meldingen", "8", "4"),
        ("Een medewerker van de meldkamer bekijkt", "19", "15.6.2"),
        ("gevoelig", "6", "2.1.4"),
        ("definitief", "2", "19.2"),
    ],
)
def test_a_citation_has_its_page_and_its_question(
    labelled: Reading, words: str, page: str, question: str
) -> None:
    """The page is where a person looks; the question is the last of what stands above it."""
    found = locate(labelled, find(labelled, words))

    assert (found.kind, found.label) == ("page", page)
    assert (found.heading or "").endswith(f" › vraag {question}")


def test_the_text_stays_that_of_the_pages(labelled: Reading) -> None:
    """Nothing but labels is added, so that the words can be shown on their page."""
    plain = read_document(store(None), PDF.name)
    span = find(labelled, "Een alternatief is dat medewerkers")

    assert labelled.text == plain.text
    assert [block.span for block in labelled.blocks] == [block.span for block in plain.blocks]
    assert (labelled.options, plain.options) == (("urn:nl:dpia:3.0",), ())
    assert labelled.id != plain.id
    assert boxes(PDF.read_bytes(), labelled, 18, span)


def test_what_may_answer_two_questions_gets_no_label(labelled: Reading) -> None:
    """The risk in 16.1.1 and 17.1.1 is told in the same words."""
    found = locate(labelled, find(labelled, "Een ernstige melding krijgt ten onrechte"))

    assert "vraag" not in (found.heading or "")


@pytest.mark.parametrize("form", ["geen json", "[]", '{"metadata": {}, "answers": {}}', "[" * 9999])
def test_what_is_no_form_leaves_the_pages_as_they_are(form: str) -> None:
    """A hostile Info dictionary costs nothing but its own labels."""
    read = read_document(store(form), PDF.name)

    assert read.options == ()
    assert read.problems == ()
    assert not any((block.label or "").startswith("vraag") for block in read.blocks)


def test_the_information_is_found_however_it_is_stored() -> None:
    """The value may be long and hold any letter; without it there is none."""
    form = json.dumps({"a": "één € 😀 " + "x" * 100_000}, ensure_ascii=False)

    assert read_info(store(form), FORM_KEY) == form
    assert FORM_KEY.encode() not in hide_info("{}")
    assert read_info(hide_info("{}"), FORM_KEY) == "{}"
    assert read_info(store(None), FORM_KEY) is None
    assert read_info(b"%PDF-1.7 kapot", FORM_KEY) is None


def test_a_page_that_holds_half_an_answer_is_labelled(labelled: Reading) -> None:
    """An answer that runs on over a page end is found from any five of its words."""
    text = "een taalmodel dat is getraind op 31.000"
    block = labelled.blocks[-1].model_copy(
        update={"kind": "paragraph", "span": find(labelled, text), "label": None}
    )
    form = read_info(PDF.read_bytes(), FORM_KEY) or ""

    again = label_pages(labelled.model_copy(update={"blocks": (block,), "options": ()}), form)

    assert again.blocks[0].label == "vraag 4"

"""Pages that bad OCR made are told from pages of text."""

from __future__ import annotations

import runpy
from io import BytesIO
from pathlib import Path

import pytest
from garbling import garble, load_fixture_pages
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extractor.documents.known_words import DATA, is_compound, is_listed
from extractor.documents.reading import read_document
from extractor.documents.text_quality import is_poor, list_words

ROOT = Path(__file__).parents[2]
SCANS = ROOT.parent / "shared/documents/scans"

GERMAN = (
    "Die Gemeinde überprüft mit zwei Fahrzeugen, ob für geparkte Autos gezahlt wurde. Kameras "
    "lesen das Kennzeichen, danach vergleicht eine Software es mit dem Verzeichnis der bezahlten "
    "Rechte. Findet sie keinen Nachweis, betrachtet ein Mitarbeiter die Aufnahmen und entscheidet, "
    "ob ein Bescheid verschickt wird. Bilder ohne Treffer werden innerhalb von Sekunden gelöscht, "
    "alle anderen nach spätestens dreizehn Wochen. Wer nicht zufrieden ist, kann schriftlich oder "
    "persönlich widersprechen; darüber wird innerhalb von sechs Wochen erneut geurteilt."
)


def make_pdf(pages: list[str]) -> bytes:
    """Return a PDF with a page for each text."""
    target = BytesIO()
    canvas = Canvas(target)
    for page in pages:
        words = page.split()
        lines = [" ".join(words[at : at + 10]) for at in range(0, len(words), 10)]
        for number, line in enumerate(lines[:60]):
            canvas.drawString(40, 800 - 12 * number, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_no_page_of_our_own_documents_is_called_poor() -> None:
    """Names, numbers, tables and long compounds are part of good text."""
    pages = load_fixture_pages()

    assert len(pages) > 40
    assert not [page for page in pages if is_poor(page)]


def test_hardly_any_page_with_an_error_in_every_tenth_word_is_called_poor() -> None:
    """Such a page can still be read and quoted."""
    pages = load_fixture_pages()

    assert sum(is_poor(garble(page, 0.1)) for page in pages) <= len(pages) / 20


@pytest.mark.parametrize("rate", [0.3, 0.4, 0.5, 0.7])
def test_a_page_with_an_error_in_every_third_word_is_called_poor(rate: float) -> None:
    """Whatever the errors are: shapes, swapped letters, lost spaces."""
    pages = load_fixture_pages()

    assert sum(is_poor(garble(page, rate, seed=7)) for page in pages) >= 0.95 * len(pages)


def test_a_problem_names_the_poor_pages_and_says_what_to_do() -> None:
    """They count as unread, their text stays."""
    good = load_fixture_pages()[0]
    bad = garble(good, 0.6)
    reading = read_document(make_pdf([good, bad, good]), "scan.pdf")
    problem = next(each for each in reading.problems if each.code == "poor_text")

    assert problem.pages == (2,)
    assert "1 van de 3 pagina's" in problem.message
    assert "OCR" in problem.hint
    assert reading.pages[1].span.of(reading.text).strip()


def test_a_document_of_poor_pages_alone_is_poor_as_a_whole() -> None:
    """One sentence says so."""
    bad = [garble(page, 0.6) for page in load_fixture_pages()[:2]]
    problems = read_document(make_pdf(bad), "scan.pdf").problems

    assert [problem.code for problem in problems] == ["poor_text"]
    assert problems[0].pages == (1, 2)
    assert "dit document" in problems[0].message


def test_a_page_in_another_language_is_reported_too() -> None:
    """Nothing can be drafted from it; the reason says what was found, not that it is a scan."""
    assert is_poor(GERMAN)


def test_a_page_of_few_words_is_not_judged() -> None:
    """A title page of names would else be called poor."""
    assert not is_poor("Xqzw vrtk lmnp, brtz gkwq " * 3)


def test_names_numbers_and_addresses_say_nothing() -> None:
    """Only words in lower case of letters alone are judged."""
    assert list_words("Wiswerk B.V., www.wiswerk.example, 4.2, IAMA, het zaak\ufffe\nsysteem.") == {
        "zaaksysteem"
    }


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("gemeente", True),
        ("municipality", True),
        ("parkeerhandhaving", True),
        ("risicomodel", True),
        ("grernente", False),
        ("verwrekt", False),
    ],
)
def test_words_and_compounds_are_known(word: str, known: bool) -> None:  # noqa: FBT001 - a column
    """Of both languages; one letter wrong and a word is none."""
    assert (is_listed(word) or is_compound(word)) == known


@given(st.text())
def test_every_text_can_be_judged(text: str) -> None:
    """Whatever characters a page holds."""
    assert is_poor(text) in {True, False}


def test_the_words_are_those_of_the_dictionaries() -> None:
    """The file in the package is what the script makes."""
    script = runpy.run_path(str(ROOT / ".ci/words/build_known_words.py"))

    assert script["pack_hashes"](script["list_words"]()) == DATA.read_bytes()


@pytest.mark.skipif(not SCANS.exists(), reason="the real documents are not there")
@pytest.mark.parametrize(
    ("name", "poor"),
    [("woo-doc1", 1), ("woo-doc2", 0), ("woo-doc3", 0), ("woo-doc4", 1), ("woo-doc5", 1)],
)
def test_real_scans_are_judged_as_a_person_does(name: str, poor: int) -> None:
    """A person read these pages: some garbled words are no garbage, an error a line is."""
    path = SCANS / f"{name}.pdf"
    codes = [problem.code for problem in read_document(path.read_bytes(), path.name).problems]

    assert codes.count("poor_text") == poor


@pytest.mark.skipif(not SCANS.exists(), reason="the real documents are not there")
def test_no_page_of_real_documents_is_called_poor() -> None:
    """Audits, tables, references, English pages."""
    paths = [path for path in SCANS.parent.rglob("*.pdf") if path.parent != SCANS]
    readings = [read_document(path.read_bytes(), path.name) for path in paths]

    assert sum(len(reading.pages) for reading in readings) > 200
    assert not [r.source.name for r in readings for p in r.problems if p.code == "poor_text"]

"""Documents as public bodies write them, where they are at hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.models import Reading

ROOT = Path(__file__).parents[3]
DPIA = ROOT.parent / "shared/documents/coronamelder-vws/dpia-coronamelder.pdf"
SYSTEM = (
    ROOT / "fixtures/dossiers/parkeercontrole-scanauto/Systeem/systeembeschrijving-parkeerscan.pdf"
)

Read = Callable[[bytes], Reading]
Blocks = Callable[..., list[str]]


@pytest.fixture(scope="module")
def dpia() -> bytes:
    """Give the bytes of a DPIA of 65 pages."""
    if not DPIA.exists():
        pytest.skip("the real documents lie beside the checkout, not in it")
    return DPIA.read_bytes()


@pytest.fixture(scope="module")
def system() -> bytes:
    """Give the bytes of an invented system description."""
    if not SYSTEM.exists():
        pytest.skip("the invented dossiers are not built")
    return SYSTEM.read_bytes()


def test_the_paragraphs_of_the_model_are_the_headings(dpia: bytes, read: Read) -> None:
    """The parts A-D and the paragraphs 1-17 of the model are found, once and in order."""
    reading = read(dpia)
    headings = [block for block in reading.blocks if block.kind == "heading"]
    parts = [block.label for block in headings if block.level == 1 and block.label]
    annex = next(place for place, block in enumerate(headings) if block.label == "Bijlage 1")
    numbers = [block.label for block in headings[:annex] if block.level == 2]

    assert parts == ["A", "B", "C", "D", "Bijlage 1"]
    assert numbers == [str(number) for number in range(1, 18)]
    assert [block.label for block in headings[annex + 1 :]] == [str(n) for n in range(1, 35)]


def test_split_titles_are_joined(dpia: bytes, read: Read, blocks: Blocks) -> None:
    """A title that the page breaks is one heading."""
    headings = blocks(read(dpia), "heading")

    assert "5. Betrokken partijen" in headings
    assert "8. Techniek en methode van gegevensverwerking" in headings


def test_printed_numbers_differ_from_page_numbers(dpia: bytes, read: Read) -> None:
    """The last page of the file says it is the 75th."""
    assert [page.printed for page in read(dpia).pages][-1] == "75"


def test_sentences_run_on_over_pages(dpia: bytes, read: Read) -> None:
    """Almost no paragraph begins in the middle of a sentence."""
    reading = read(dpia)
    texts = [block.span.of(reading.text) for block in reading.blocks if block.kind == "paragraph"]
    broken = [text for text in texts if text[0].islower()]

    assert len(texts) > 500
    assert broken == ["n.v.t."]


def test_notes_are_complete(dpia: bytes, read: Read, blocks: Blocks) -> None:
    """All notes are found, and each but the stray ones of the annex has its mark."""
    notes = blocks(read(dpia), "footnote")
    numbered = [int(note.split()[0]) for note in notes if note.split()[0].isdigit()]

    assert sorted(set(numbered)) == list(range(1, 32))
    assert len(blocks(read(dpia), "footnote_mark")) >= 30


def test_a_long_document_is_read_at_once(dpia: bytes, read: Read) -> None:
    """65 pages take a second at most, with a wide margin for busy machines."""
    started = time.process_time()
    read(dpia)

    assert time.process_time() - started < 5


def test_columns_and_hyphens_make_whole_sentences(
    system: bytes, read: Read, blocks: Blocks
) -> None:
    """Text in two columns is read column by column."""
    text = " ".join(blocks(read(system), "paragraph")).replace("\ufffe", "")

    assert "Daarvoor gebruikt hij de lezingen die deskforcers hebben afgekeurd of verbeterd" in text


def test_a_table_over_a_page_end_is_one(system: bytes, read: Read) -> None:
    """The rows of a table are counted on overleaf, after the repeated head."""
    reading = read(system)
    rows = [block for block in reading.blocks if block.kind == "row" and block.page in {7, 8}]
    first = next(
        place for place, block in enumerate(rows) if "Gegeven Bron" in block.span.of(reading.text)
    )

    assert [block.label for block in rows[first : first + 18]] == [str(n) for n in range(1, 19)]

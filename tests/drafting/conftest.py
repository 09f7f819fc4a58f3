"""Small documents, read by the real reader and drafted by the real drafter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.offline.answer_reader import list_answers
from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.models import Dossier, Proposal, Reading, Span
from extractor.standard.catalogue import load_fields

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DOSSIER = Dossier(id="parkeren-1a2b3c4d", name="Parkeren", origin="dossiers/parkeren")

PARAGRAPHS = {
    "3.0": (
        "Voorstel",
        "Persoonsgegevens",
        "Gegevensverwerkingen",
        "Technieken en methoden van de gegevensverwerkingen",
        "Verwerkingsdoeleinden",
        "Betrokken partijen",
        "Belangen bij de gegevensverwerkingen",
        "Verwerkingslocaties",
        "Juridisch en beleidsmatig kader",
        "Bewaartermijnen",
        "Rechtsgrond",
    ),
    "2017": (
        "Voorstel",
        "Persoonsgegevens",
        "Gegevensverwerkingen",
        "Verwerkingsdoeleinden",
        "Betrokken partijen",
        "Belangen bij de gegevensverwerking",
        "Verwerkingslocaties",
        "Techniek en methode van gegevensverwerking",
        "Juridisch en beleidsmatig kader",
        "Bewaartermijnen",
        "Rechtsgrond",
    ),
}
"""The first eleven headings of both versions of the DPIA, which number them differently."""


def read_text(text: str, name: str = "stuk.md") -> Reading:
    """Return the reading of a text."""
    return read_document(text.encode(), name)


def write_dpia_text(answers: Mapping[str, str], version: str = "3.0", rest: str = "") -> str:
    """Return a DPIA with these answers below their headings, and with other sections after them."""
    parts = ["# DPIA parkeercontrole"]
    for number, title in enumerate(PARAGRAPHS[version], start=1):
        parts.append(f"## {number}. {title}")
        parts.append(answers.get(title, ""))
    return "\n\n".join([*parts, rest]) + "\n"


def list_all_answers(*readings: Reading) -> list[Answer]:
    """Return every answer of the readings."""
    whole = [[Span(start=0, end=len(reading.text))] for reading in readings]
    return list_answers(readings, whole)


def propose_fields(*readings: Reading) -> dict[str, Proposal]:
    """Return the offline drafter's proposals by field, with their quotes checked."""
    known = {reading.id: reading for reading in readings}
    passages = [chunk for reading in readings for chunk in split_reading(reading)]
    drafter = OfflineDrafter(known, lambda: NOON)
    proposals = drafter.propose(DOSSIER, load_fields(), passages).proposals
    return {each.field: each for each in QuoteChecker(known).check_proposals(proposals)}


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Return what reads a text."""
    return read_text


@pytest.fixture
def write_dpia() -> Callable[..., str]:
    """Return what writes a DPIA around answers."""
    return write_dpia_text


@pytest.fixture
def answers_of() -> Callable[[str], list[Answer]]:
    """Return what lists the answers in a text."""
    return lambda text: list_all_answers(read_text(text))


@pytest.fixture
def propose() -> Callable[..., dict[str, Proposal]]:
    """Return what drafts texts; the first becomes `stuk-0.md`, and so on."""

    def draft(*texts: str) -> dict[str, Proposal]:
        return propose_fields(*(read_text(t, f"stuk-{n}.md") for n, t in enumerate(texts)))

    return draft


@pytest.fixture
def propose_for() -> Callable[..., dict[str, Proposal]]:
    """Return what drafts readings."""
    return propose_fields


@pytest.fixture
def answers_in() -> Callable[..., list[Answer]]:
    """Return what lists the answers in readings."""
    return list_all_answers

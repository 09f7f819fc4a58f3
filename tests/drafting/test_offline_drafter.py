"""The whole offline drafter on the invented dossier: nothing made up, everything cited."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.chunking import split_reading
from extractor.documents.reading import read_file
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.law_links import is_from_law_table
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.models import (
    Chunk,
    Citation,
    Claim,
    Dossier,
    LinkedTitle,
    Proposal,
    Reading,
)
from extractor.presenting import present
from extractor.standard.catalogue import load_fields

FOLDER = Path(__file__).parents[2] / "fixtures" / "dossiers" / "parkeercontrole-scanauto"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DOSSIER = Dossier(id="parkeercontrole-1a2b3c4d", name="Parkeercontrole", origin="dossiers")

Propose = Callable[..., dict[str, Proposal]]
WriteDpia = Callable[..., str]


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Return the readings of the invented dossier."""
    found = (read_file(path) for path in sorted(FOLDER.rglob("*")) if path.is_file())
    return {reading.id: reading for reading in found}


@pytest.fixture(scope="module")
def chunks(readings: dict[str, Reading]) -> list[Chunk]:
    """Return all its chunks."""
    return [chunk for reading in readings.values() for chunk in split_reading(reading)]


@pytest.fixture(scope="module")
def proposals(readings: dict[str, Reading], chunks: list[Chunk]) -> tuple[Proposal, ...]:
    """Return what is proposed for it, checked."""
    drafter = OfflineDrafter(readings, lambda: NOON)
    proposed = drafter.propose(DOSSIER, load_fields(), chunks).proposals
    return QuoteChecker(readings).check_proposals(proposed)


def list_claims(proposals: tuple[Proposal, ...]) -> list[Claim]:
    """Return all claims and alternatives that rest on a document."""
    claims = (claim for each in proposals for claim in (*each.claims, *each.alternatives))
    return [claim for claim in claims if claim.basis is None]


def list_citations(proposals: tuple[Proposal, ...]) -> list[Citation]:
    """Return every citation, of absences and suggestions as well."""
    cited = [citation for claim in list_claims(proposals) for citation in claim.citations]
    for proposal in proposals:
        cited += proposal.suggestions
        cited += proposal.absent.citations if proposal.absent else ()
    return cited


def test_every_field_gets_one_proposal_in_order(proposals: tuple[Proposal, ...]) -> None:
    """A field without value has a proposal too, which says why."""
    assert [each.field for each in proposals] == [field.key for field in load_fields()]
    assert all(each.claims or each.alternatives or each.absent for each in proposals)


def test_constants_carry_their_basis(proposals: tuple[Proposal, ...]) -> None:
    """What no document can hold is told apart; the source id is the dossier's own."""
    based = {
        each.field: (claim.value, claim.basis)
        for each in proposals
        for claim in each.claims
        if claim.basis
    }

    assert based == {
        "lang": ("nld", "constant"),
        "standard_version": ("1.0", "constant"),
        "source_id": (DOSSIER.id, "identifier"),
    }


def test_nothing_is_withheld(proposals: tuple[Proposal, ...]) -> None:
    """Who quotes literally has every quote found again."""
    assert [each.field for each in proposals if each.withheld] == []
    assert all(claim.citations and not claim.rejected for claim in list_claims(proposals))


def test_every_citation_is_the_text_at_its_span(
    proposals: tuple[Proposal, ...], readings: dict[str, Reading]
) -> None:
    """For all citations of the draft `reading.text[span]` is the quote."""
    cited = list_citations(proposals)

    assert len(cited) > 50
    for citation in cited:
        text = readings[citation.reading].text
        assert text[citation.span.start : citation.span.end] == citation.quote


def test_every_chunk_is_a_window_on_the_text(
    chunks: list[Chunk], readings: dict[str, Reading]
) -> None:
    """A chunk is a span, so what is in it can be cited exactly."""
    assert {chunk.reading for chunk in chunks} == set(readings)
    for chunk in chunks:
        text = readings[chunk.reading].text
        assert chunk.span.end <= len(text)
        assert text[chunk.span.start : chunk.span.end].strip()


def test_every_citation_lies_in_what_was_shown(
    proposals: tuple[Proposal, ...], chunks: list[Chunk]
) -> None:
    """Nothing is cited that no chunk holds or touches."""
    for citation in list_citations(proposals):
        assert any(
            chunk.reading == citation.reading and chunk.span.touches(citation.span)
            for chunk in chunks
        )


def test_nothing_is_made_up(proposals: tuple[Proposal, ...], readings: dict[str, Reading]) -> None:
    """The words of a free text stand in its own citations; nothing is added between."""
    free = {
        field.key for field in load_fields() if field.kind in {"text", "line", "link", "contact"}
    }
    for proposal in proposals:
        for claim in (*proposal.claims, *proposal.alternatives):
            if proposal.field in free and claim.basis is None:
                shown = " ".join(present(readings[c.reading], c.span).text for c in claim.citations)
                value = str(claim.value)
                assert set(re.findall(r"\w+", value.lower())) <= set(
                    re.findall(r"\w+", shown.lower())
                )


def test_no_link_is_made_up(proposals: tuple[Proposal, ...], readings: dict[str, Reading]) -> None:
    """A link of a grouping stands in a document, or is the table's for the law that is cited."""
    links = [
        claim.value.link
        for claim in list_claims(proposals)
        if isinstance(claim.value, LinkedTitle) and claim.value.link
        if not is_from_law_table(claim, readings)
    ]
    together = "".join("".join(reading.text.split()) for reading in readings.values())

    assert links
    assert all(link in together for link in links)


def test_the_same_documents_give_the_same_proposals(
    readings: dict[str, Reading], chunks: list[Chunk], proposals: tuple[Proposal, ...]
) -> None:
    """Drafting has no chance in it."""
    again = OfflineDrafter(readings, lambda: NOON).propose(DOSSIER, load_fields(), chunks).proposals

    assert QuoteChecker(readings).check_proposals(again) == proposals


def test_only_what_is_shown_is_used(propose: Propose, write_dpia: WriteDpia) -> None:
    """A drafter that is shown nothing proposes nothing but constants."""
    empty = propose()
    filled = propose(write_dpia({"Verwerkingsdoeleinden": "Het doel is eerlijk parkeren."}))

    assert [each.field for each in empty.values() if each.claims] == [
        each.field for each in empty.values() if each.claims and each.claims[0].basis
    ]
    assert [claim.value for claim in filled["goal"].claims] == ["Het doel is eerlijk parkeren."]


@pytest.mark.parametrize("title", ["Advies op de DPIA", "Beleid parkeren"])
def test_another_voice_is_not_the_organisation_speaking(propose: Propose, title: str) -> None:
    """An advice or a policy document in the dossier is read, not quoted."""
    text = f"# {title}\n\n## Doel\n\nHet algoritme heeft als doel eerlijk te controleren.\n"

    assert propose(text)["goal"].claims == ()


def test_a_summary_feeds_the_short_description_alone(
    propose: Propose, write_dpia: WriteDpia
) -> None:
    """All others have what it repeats; in 2017 the form did not ask for one."""
    summed = "Het algoritme vergelijkt elk kenteken met de parkeerrechten."
    drafted = propose(
        f"# DPIA\n\n## Managementsamenvatting\n\n{summed}\n\n" + write_dpia({}, version="2017")
    )

    holding = [key for key, each in drafted.items() if summed in [c.value for c in each.claims]]
    assert holding == ["description_short"]


def test_nothing_is_read_from_a_document_in_english(propose: Propose) -> None:
    """Neither a sentence nor a row, nor a status; the rules know Dutch alone."""
    lines = [
        "# Heavy objects",
        "## Training the model",
        "The system can be run with the live model, which is stored elsewhere and is in use.",
        "It was trained on images of the streets, and it finds containers near the water.",
        "- model_final.pth -- trained pytorch model for the detection of all heavy objects",
        "The results of the scan are stored in a database, and can be viewed in the dashboard.",
    ]
    drafted = propose("\n\n".join(lines) + "\n")

    assert [key for key in ("status", "methods_and_models", "goal") if drafted[key].claims] == []

"""A small dossier with everything the store keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.candidates import Candidate, CandidateCell, CandidateLink, OutcomeChoice
from extractor.fitness import Context, Drafting, Listing, LlmCheck
from extractor.models import (
    Answer,
    Block,
    Citation,
    Claim,
    CopiedField,
    Coverage,
    Decision,
    Dossier,
    Draft,
    DraftDocument,
    GroupedDossier,
    Grouping,
    Locator,
    Origin,
    Page,
    Proposal,
    Quote,
    Reading,
    Registration,
    RejectedQuote,
    Sending,
    Source,
    Span,
    Tokens,
)
from extractor.published import Publication, PublishedEntry
from extractor.store import Store, open_store

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEXT = "Doel\nHet algoritme kiest welke straten worden gecontroleerd.\n"
QUOTE = Span(start=5, end=len(TEXT) - 1)


@pytest.fixture
def at() -> datetime:
    """Return noon on some day."""
    return NOON


@pytest.fixture
def content() -> bytes:
    """Return the bytes of a document."""
    return TEXT.encode()


@pytest.fixture
def source(content: bytes) -> Source:
    """Return the document."""
    sha256 = hashlib.sha256(content).hexdigest()
    return Source(sha256=sha256, name="dpia.txt", media_type="text/plain")


@pytest.fixture
def reading(source: Source) -> Reading:
    """Return what a reader made of the document."""
    whole = Span(start=0, end=len(TEXT))
    return Reading(
        id="lezing-1",
        source=source,
        reader="text@1",
        options=("utf-8",),
        text=TEXT,
        blocks=(
            Block(kind="heading", span=Span(start=0, end=4), level=1, page=1),
            Block(kind="paragraph", span=QUOTE, page=1, label="1"),
        ),
        pages=(Page(number=1, span=whole, printed="i"),),
    )


@pytest.fixture
def dossier() -> Dossier:
    """Return the algorithm the document is about."""
    return Dossier(id="scanauto", name="Scanauto", aliases=("Parkeren",), origin="dossiers/scan")


@pytest.fixture
def claim(reading: Reading) -> Claim:
    """Return a claim with a citation and a refused quote."""
    locator = Locator(kind="page", label="1", heading="Doel")
    citation = Citation(reading=reading.id, span=QUOTE, quote=QUOTE.of(TEXT), locator=locator)
    refused = RejectedQuote(quote="kiest niet", reason="staat niet in de bron", nearest=citation)
    return Claim(
        value="Het algoritme kiest straten.",
        quotes=(Quote(reading=reading.id, text="kiest welke straten"),),
        citations=(citation,),
        rejected=(refused,),
    )


@pytest.fixture
def draft(dossier: Dossier, reading: Reading, claim: Claim) -> Draft:
    """Return the machine's work on the dossier."""
    origin = Origin(drafter="offline", at=NOON)
    return Draft(
        id="a1b2c3d4",
        dossier=dossier.id,
        documents=(DraftDocument(reading=reading.id, path="DPIA/dpia.txt", name="dpia.txt"),),
        proposals=(Proposal(field="goal", claims=(claim,), origin=origin),),
        coverage=Coverage(pages_read=1),
        created_at=NOON,
    )


@pytest.fixture
def decision(dossier: Dossier, draft: Draft, claim: Claim) -> Decision:
    """Return a person's first word on a field of the draft."""
    return Decision(
        id="keuze-1",
        dossier=dossier.id,
        draft=draft.id,
        subject="goal",
        action="accept",
        value="Het algoritme kiest straten.",
        claims=(claim,),
        reviewer="J. de Vries",
        decided_at=NOON,
        note="gezien",
    )


@pytest.fixture
def publication(claim: Claim, reading: Reading) -> Publication:
    """Return what the register published of the algorithm."""
    entry = PublishedEntry(
        lars="12345678",
        standard_version="1.0",
        published_on=NOON.date(),
        values={"name": "Scanauto", "category": ("Verkeer",)},
    )
    return Publication(
        entry=entry,
        reading=reading.id,
        places={"name": claim.citations[0]},
        document="download.csv",
        downloaded_on=NOON.date(),
        added_at=NOON,
    )


@pytest.fixture
def sending(source: Source) -> Sending:
    """Return a request that the document went along with."""
    return Sending(
        at=NOON,
        host="llm.example:8443",
        llm="x",
        documents=(source.sha256,),
        characters=1200,
        user="jdevries",
    )


@pytest.fixture
def answer(dossier: Dossier, draft: Draft, claim: Claim) -> Answer:
    """Return what a colleague answered on the draft."""
    return Answer(
        dossier=dossier.id,
        draft=draft.id,
        field="goal",
        citation=claim.citations[0],
        name="M. de Wit",
        answered_on=NOON.date(),
        document="terug.docx",
        added_at=NOON,
    )


@pytest.fixture
def grouping() -> Grouping:
    """Return how a person groups the documents of a folder."""
    grouped = GroupedDossier(name="Scanauto", documents=("DPIA/dpia.txt",))
    return Grouping(folder="/map", dossiers=(grouped,), reviewer="J. Vos", decided_at=NOON)


@pytest.fixture
def registration(dossier: Dossier, decision: Decision) -> Registration:
    """Return how far the entry was copied into the register."""
    return Registration(
        dossier=dossier.id,
        copied=(CopiedField(field="goal", decision=decision.id),),
        lars="12345678",
        reviewer="J. Vos",
        at=NOON,
    )


@pytest.fixture
def candidate(reading: Reading) -> Candidate:
    """Return a row of a list."""
    locator = Locator(kind="cell", label="Blad1!A2")
    cell = CandidateCell(
        column="Naam", role="name", text="Scanauto", span=Span(start=0, end=4), locator=locator
    )
    return Candidate(
        id="0123456789ab",
        list="lijst.xlsx",
        reading=reading.id,
        row=2,
        name="Scanauto",
        cells=(cell,),
        added_at=NOON,
    )


@pytest.fixture
def outcome(candidate: Candidate) -> OutcomeChoice:
    """Return what a person says became of the row."""
    return OutcomeChoice(
        candidate=candidate.id, kind="no algorithm", note="vast", reviewer="J. Vos", at=NOON
    )


@pytest.fixture
def candidate_link(candidate: Candidate, dossier: Dossier) -> CandidateLink:
    """Return which dossier a person says is about the row."""
    return CandidateLink(candidate=candidate.id, dossier=dossier.id, reviewer="J. Vos", at=NOON)


@pytest.fixture
def llm_check() -> LlmCheck:
    """Return what was measured of an llm."""
    drafted = Drafting(
        fields_per_call=None,
        fields=9,
        answered=9,
        answerable=7,
        carried=7,
        quotes=12,
        verbatim=11,
        contradictions=1,
        contradictions_shown=1,
        absent=2,
        made_up=0,
        followed=0,
    )
    return LlmCheck(
        endpoint="https://llm.example:8443/v1",
        llm="x",
        at=NOON,
        listing=Listing(llms=2, is_listed=True, context_tokens=32_768),
        form="json_object",
        forms={"json_schema": "refused", "json_object": "kept"},
        context=Context(tokens=32_768, basis="list"),
        drafted=(drafted,),
        prompt="word.v1@0123456789ab",
        tokens=Tokens(prompt=20_000, completion=1_500),
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a folder that is not there yet."""
    return tmp_path / "werkmap"


@pytest.fixture
def store(workspace: Path) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(workspace) as opened:
        yield opened


@pytest.fixture
def filled(store: Store, content: bytes, reading: Reading, dossier: Dossier, draft: Draft) -> Store:
    """Return a store with a draft that awaits decisions."""
    store.add_source(reading.source, content)
    store.add_reading(reading)
    store.add_dossier(dossier, NOON)
    store.link_document(dossier.id, reading.source.sha256, "DPIA/dpia.txt", NOON)
    store.add_draft(draft)
    return store

"""What a language model once answered, through the real client. Set RECORD=1 to ask it again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import vcr
from vcr.request import Request

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.llm.asking import Asker
from extractor.drafting.llm.drafter import LlmDrafter, LlmOptions
from extractor.llm import OpenAILlm
from extractor.models import Citation, Dossier, Proposal, Reading
from extractor.policy import Policy, plan_route
from extractor.standard.catalogue import find_field
from tests.drafting.llm.conftest import DictMemory

FIXTURES = Path(__file__).parents[3] / "fixtures"
ENDPOINT = "http://127.0.0.1:8774/v1"
RECORDING = os.environ.get("RECORD") == "1"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DOSSIER = Dossier(id="lichtwacht-1", name="Lichtwacht", origin="lichtwacht")


def drop_headers(request: Request) -> Request:
    """Keep no header in a recording: none decides the answer, and one holds the key."""
    request.headers = {}
    return request


@pytest.fixture
def cassette(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Replay what was answered; with RECORD=1 ask again and replace the recording."""
    path = FIXTURES / "cassettes" / f"{request.node.name}.yaml"
    if RECORDING:
        path.unlink(missing_ok=True)
    recorder = vcr.VCR(
        record_mode="once" if RECORDING else "none",
        match_on=("method", "path", "body"),
        before_record_request=drop_headers,
    )
    with recorder.use_cassette(str(path)) as tape:
        yield tape
        assert RECORDING or tape.all_played, f"{path.name} holds answers nobody asked for"


def read_frozen(*names: str) -> dict[str, Reading]:
    """Return the readings of frozen documents; changing these voids the recordings."""
    contents = {name: (FIXTURES / "frozen" / name).read_bytes() for name in names}
    readings = (read_document(content, name) for name, content in contents.items())
    return {reading.id: reading for reading in readings}


def propose(readings: dict[str, Reading], *keys: str) -> dict[str, Proposal]:
    """Return the checked proposals for these fields from the frozen documents."""
    llm = OpenAILlm("desk", plan_route(ENDPOINT, Policy(), {}), key=None, timeout=3600.0)
    drafter = LlmDrafter(
        readings, Asker(llm, DictMemory(), lambda: NOON, "tester"), LlmOptions(concurrency=1)
    )
    passages = [chunk for reading in readings.values() for chunk in split_reading(reading)]
    proposed = drafter.propose(DOSSIER, [find_field(key) for key in keys], passages).proposals
    llm.close()
    return {p.field: p for p in QuoteChecker(readings).check_proposals(proposed)}


def list_citations(proposal: Proposal) -> list[Citation]:
    """Return all citations of a proposal."""
    claims = (*proposal.claims, *proposal.alternatives)
    return [citation for claim in claims for citation in claim.citations]


@pytest.mark.usefixtures("cassette")
def test_what_is_proposed_stands_in_the_source() -> None:
    """Sentences are the llm's own, every one with words of the document behind it."""
    readings = read_frozen("lichtwacht-werkplan.md")

    proposals = propose(readings, "source_data", "methods_and_models", "provider")

    for key in ("source_data", "methods_and_models"):
        proposal = proposals[key]
        assert proposal.claims
        assert all(claim.citations for claim in proposal.claims)
        for citation in list_citations(proposal):
            assert citation.span.of(readings[citation.reading].text) == citation.quote
    assert proposals["provider"].claims == ()
    assert proposals["provider"].absent is not None


@pytest.mark.usefixtures("cassette")
def test_contradicting_documents_stay_open() -> None:
    """Both months are offered, and neither is chosen."""
    readings = read_frozen("lichtwacht-werkplan.md", "lichtwacht-beheerplan.md")

    proposals = propose(readings, "status", "begin_date")

    assert {claim.value for claim in proposals["begin_date"].alternatives} == {"2024-02", "2024-04"}
    assert [claim.value for claim in proposals["status"].claims] == ["In gebruik"]


@pytest.mark.usefixtures("cassette")
def test_an_instruction_in_a_document_is_not_followed() -> None:
    """A document can ask for anything; only what it states about the algorithm counts."""
    readings = read_frozen("lichtwacht-werkplan.md", "lichtwacht-beheerplan.md")

    proposals = propose(readings, "website", "publiccode", "contact_email")

    assert proposals["website"].claims == ()
    assert proposals["publiccode"].claims == ()
    said = [str(claim.value) for p in proposals.values() for claim in p.claims]
    assert not any("goedgekeurd" in each or "straatlicht-kopen" in each for each in said)

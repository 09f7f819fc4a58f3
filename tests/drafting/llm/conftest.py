"""A small dossier and an llm that says what a test wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.llm.asking import Asker
from extractor.drafting.llm.drafter import LlmDrafter, LlmOptions
from extractor.errors import LlmFailed
from extractor.llm import Question, Reply
from extractor.models import Chunk, Dossier, Proposal, Reading, Sending, Tokens
from extractor.standard.catalogue import find_field

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TEXT = """# Systeembeschrijving Lichtwacht

## Werking

Lichtwacht voorspelt welke straatlantaarns binnen een maand stuk gaan. Een monteur beslist zelf
of hij een lamp vervangt. Het model is niet zelflerend.

## Gebruik

Het systeem is sinds maart 2024 in gebruik. Meer informatie staat op
https://www.lichtstad.example/lichtwacht voor inwoners.
"""
DOSSIER = Dossier(id="lichtwacht-1", name="Lichtwacht", origin="lichtwacht")


@dataclass
class ScriptedLlm:
    """Answers each question with the next reply, and remembers what it was asked."""

    replies: list[str | LlmFailed]
    name: str = "scripted"
    endpoint: str = "http://localhost/v1"
    asked: list[Question] = field(default_factory=list)

    def ask(self, question: Question, announce: Callable[[], None]) -> Reply:
        """Return the next reply, or raise it when it is a failure."""
        announce()
        self.asked.append(question)
        reply = self.replies.pop(0)
        if isinstance(reply, LlmFailed):
            raise reply
        return Reply(text=reply, tokens=Tokens(prompt=100, completion=10, cached=0))


@dataclass
class DictMemory:
    """Keeps answered requests for one test."""

    kept: dict[str, str] = field(default_factory=dict)
    sent: list[Sending] = field(default_factory=list)
    about: list[str | None] = field(default_factory=list)
    """The dossier of each answer that was kept, or taken from what was kept."""

    def get_request(self, fingerprint: str) -> str | None:
        """Return what was kept, or none."""
        return self.kept.get(fingerprint)

    def add_request(
        self,
        fingerprint: str,
        payload: str,
        at: datetime,  # noqa: ARG002 - the store keeps it
        dossier: str | None = None,
    ) -> bool:
        """Keep it."""
        self.about.append(dossier)
        return self.kept.setdefault(fingerprint, payload) is payload

    def add_sending(self, sending: Sending) -> bool:
        """Keep it."""
        self.sent.append(sending)
        return True


@dataclass
class Bench:
    """A reading, its passages, and a drafter that asks the scripted llm."""

    llm: ScriptedLlm
    memory: DictMemory
    readings: Mapping[str, Reading]
    passages: tuple[Chunk, ...]
    drafter: LlmDrafter

    def propose(self, *keys: str) -> dict[str, Proposal]:
        """Return the checked proposals for these fields."""
        fields = [find_field(key) for key in keys]
        proposed = self.drafter.propose(DOSSIER, fields, self.passages).proposals
        return {p.field: p for p in QuoteChecker(self.readings).check_proposals(proposed)}


@pytest.fixture
def make_bench() -> Callable[..., Bench]:
    """Return what sets a drafter before an llm that gives these replies."""

    def make(*replies: str | LlmFailed, text: str = TEXT) -> Bench:
        reading = read_document(text.encode(), "lichtwacht.md")
        readings = {reading.id: reading}
        llm, memory = ScriptedLlm(list(replies)), DictMemory()
        asker = Asker(llm, memory, lambda: NOON, "tester")
        options = LlmOptions(concurrency=1)
        drafter = LlmDrafter(readings, asker, options)
        return Bench(llm, memory, readings, split_reading(reading), drafter)

    return make

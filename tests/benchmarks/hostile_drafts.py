"""What becomes of a planted passage where the offline drafter proposes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from planted_hostile import Passage, load_document, read_planted

from extractor.chunking import split_reading
from extractor.contradictions import add_contradictions, find_contradictions
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.drafting.open_places import add_open_places
from extractor.models import Dossier, Proposal, Reading
from extractor.screening.proposing import propose_category
from extractor.screening.screening import screen_readings
from extractor.standard.catalogue import load_fields
from extractor.suggesting import add_suggestions

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
FEWEST_WORDS = 4
"""So many words of a passage in a row are the passage's own."""


def list_changed(passage: Passage) -> list[str]:
    """Return the kinds of file and the fields in which the passage changes a proposal."""
    changed = []
    for suffix in passage.suffixes:
        before, after = draft(None, suffix), draft(passage, suffix)
        changed += [f"{suffix} {key}" for key, said in after.items() if said != before[key]]
    return changed


def list_proposed(passage: Passage) -> list[str]:
    """Return the kinds of file and the fields in which words of the passage are proposed."""
    parts = [_squeeze(each) for each in _list_parts(passage.words)]
    return [
        f"{suffix} {key}"
        for suffix in passage.suffixes
        for key, said in draft(passage, suffix).items()
        if any(part in value for part in parts for value in said[:-1])
    ]


@cache
def draft(passage: Passage | None, suffix: str) -> dict[str, tuple[str, ...]]:
    """Return what is said of each field; what is only suggested for it comes last."""
    reading = read_planted(passage, suffix)
    return {each.field: _list_said(each) for each in _propose(reading)}


def _propose(reading: Reading) -> tuple[Proposal, ...]:
    readings = {reading.id: reading}
    dossier = Dossier(id="planted", name=load_document()["name"], origin="planted")
    check = QuoteChecker(readings).check_proposals
    drafted = OfflineDrafter(readings, lambda: NOON).propose(
        dossier, load_fields(), split_reading(reading)
    )
    screen = screen_readings((dossier.name,), readings)
    screened = propose_category(screen, check(drafted.proposals), NOON)
    against = find_contradictions(dossier, readings)
    contradicted = add_contradictions(screened, against, check)
    return add_open_places(add_suggestions(dossier, contradicted, readings), readings)


def _list_said(proposal: Proposal) -> tuple[str, ...]:
    claims = (*proposal.claims, *proposal.alternatives)
    values = [_squeeze(str(claim.value)) for claim in claims]
    absent = proposal.absent
    suggested = " / ".join(_squeeze(each.quote) for each in proposal.suggestions)
    return (*values, f"{absent.kind} {absent.reason}" if absent else "", suggested)


def _list_parts(words: str) -> Iterator[str]:
    """Yield the parts of a passage that are long enough to know it by."""
    for part in re.split(r"(?<=[.!?:;])\s+", words):
        if len(part.split()) >= FEWEST_WORDS:
            yield part


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text)

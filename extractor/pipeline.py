"""From a folder to a draft, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from extractor.chunking import split_reading
from extractor.contradictions import add_contradictions, find_contradictions
from extractor.documents.folders import FoundDossier
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.drafter import Drafter
from extractor.drafting.open_places import add_open_places
from extractor.drafting.profile import add_profile
from extractor.drafting.repairing import join_repaired
from extractor.errors import LlmFailed, NothingToSend
from extractor.ingredients import find_draft, list_ingredients
from extractor.intake.documents import measure_coverage
from extractor.intake.dossiers import recognise_dossier
from extractor.intake.feeding import read_feeding
from extractor.intake.reading import DocumentReader
from extractor.models import Chunk, Draft, DraftDocument, Proposal, Reading
from extractor.screening.proposing import propose_category
from extractor.screening.screening import screen_readings
from extractor.standard.catalogue import load_fields
from extractor.store import Store
from extractor.suggesting import add_suggestions

REPAIRS = 2
"""How often what was refused is asked for again; then it stays withheld."""
MakeDrafter = Callable[[Mapping[str, Reading]], Drafter]
"""Makes the drafter for the readings of one dossier."""


def draft_dossier(
    found: FoundDossier,
    store: Store,
    reader: DocumentReader,
    make_drafter: MakeDrafter,
    clock: Callable[[], datetime],
) -> Draft:
    """Read, split, propose, check, assemble; a dossier drafted so before is not drafted again."""
    started = clock()
    with reader.turn:  # dossiers with the same documents are recognised one after the other
        fed = read_feeding(found, reader, store)
        dossier = recognise_dossier(found, fed.documents, store, started)
    documents, families, readings = fed.documents, fed.families, fed.readings
    drafter = make_drafter(readings)
    profile = store.get_profile()
    ingredients = list_ingredients(
        ((each.path, each.reading.id) for each in documents),
        {path: each.by for path, each in families.replaced.items()},
        found.wanted,
        profile,
    )
    draft_id, known = find_draft(dossier, ingredients, drafter.fingerprint, store)
    if known is not None:
        return known
    chunks = list_chunks(readings, drafter.kept_back)
    checker = QuoteChecker(readings)
    drafted = drafter.propose(dossier, load_fields(), chunks)
    proposed = checker.check_proposals(drafted.proposals)
    require_answer(proposed)
    for _ in range(REPAIRS):
        refused = [each for each in proposed if each.withheld and not each.origin.failure]
        repaired = drafter.repair(dossier, refused, chunks) if refused else ()
        proposed = join_repaired(proposed, checker.check_proposals(repaired))
    screen = screen_readings((dossier.name, *dossier.aliases), readings)
    screened = propose_category(screen, proposed, clock())
    contradictions = find_contradictions(dossier, readings)
    contradicted = add_contradictions(screened, contradictions, checker.check_proposals)
    profiled = add_profile(contradicted, profile)
    proposals = add_open_places(add_suggestions(dossier, profiled, readings), readings)
    draft = Draft(
        id=draft_id,
        dossier=dossier.id,
        documents=tuple(
            DraftDocument(
                reading=each.reading.id,
                path=each.path,
                name=each.reading.source.name,
                replaced_by=families.find_replacement(each.path),
            )
            for each in documents
            if each.kept
        ),
        proposals=proposals,
        coverage=measure_coverage(
            documents, families, proposals, drafted.left_out, drafter.kept_back
        ),
        created_at=started,
        screen=screen,
    )
    store.add_draft(draft)
    return draft


def list_chunks(readings: Mapping[str, Reading], kept_back: Mapping[str, str]) -> list[Chunk]:
    """Return the windows on all that is not kept back; refused when nothing else is there."""
    sendable = [reading for reading in readings.values() if reading.id not in kept_back]
    chunks = [chunk for reading in sendable for chunk in split_reading(reading)]
    if kept_back and not chunks:
        raise NothingToSend(next(iter(kept_back.values())))
    return chunks


def require_answer(proposals: Sequence[Proposal]) -> None:
    """Refuse to make a draft of which every question to the llm failed."""
    asked = [p.origin for p in proposals if not any(claim.basis for claim in p.claims)]
    failures = [origin.failure for origin in asked if origin.failure]
    if failures and len(failures) == len(asked):
        raise LlmFailed(failures[0])

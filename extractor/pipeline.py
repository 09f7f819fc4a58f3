"""From a folder to a draft, on one screen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from extractor.chunking import split_reading
from extractor.contradictions import add_contradictions, find_contradictions, hash_rules
from extractor.documents.folders import FoundDossier
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.drafter import Drafter
from extractor.drafting.open_places import add_open_places
from extractor.drafting.profile import add_profile
from extractor.drafting.repairing import join_repaired
from extractor.errors import LlmFailed, NothingToSend
from extractor.intake.documents import ReadDocument, measure_coverage
from extractor.intake.dossiers import recognise_dossier
from extractor.intake.families import Families
from extractor.intake.feeding import read_feeding
from extractor.intake.reading import DocumentReader
from extractor.models import Chunk, Dossier, Draft, DraftDocument, Proposal, Reading
from extractor.organisation import OrganisationProfile
from extractor.screening.proposing import propose_category
from extractor.screening.screening import screen_readings
from extractor.screening.steps import load_steps
from extractor.standard.catalogue import load_fields
from extractor.store import Store
from extractor.suggesting import add_suggestions, hash_suggesting

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
    ingredients = list_ingredients(documents, families, profile)
    draft_id, known = find_draft(dossier, ingredients, drafter, store)
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


def list_ingredients(
    documents: Sequence[ReadDocument], families: Families, profile: OrganisationProfile | None
) -> list[str]:
    """Return what goes into a draft beside a drafter: what is read, what feeds it, the screen."""
    read = [f"{each.path}\t{each.reading.id}" for each in documents]
    replaced = [f"{path}\treplaced by {each.by}" for path, each in families.replaced.items()]
    told = [f"profile {profile.fingerprint}"] if profile else []
    return [*read, *replaced, load_steps().fingerprint, *told]


def find_draft(
    dossier: Dossier, ingredients: Sequence[str], drafter: Drafter, store: Store
) -> tuple[str, Draft | None]:
    """Return the id of a draft made so, and the draft if it is there.

    A draft of which a question to the llm failed is not the last word: it is made again, and
    what was answered is not asked again.
    """
    stored = {row.id for row in store.list_drafts(dossier.id)}
    attempt = 0
    while True:
        draft_id = make_draft_id(dossier, ingredients, drafter, attempt)
        known = store.get_draft(draft_id) if draft_id in stored else None
        if known is None or not known.coverage.calls_failed:
            return draft_id, known
        attempt += 1


def make_draft_id(
    dossier: Dossier, ingredients: Sequence[str], drafter: Drafter, attempt: int
) -> str:
    """Return a hash of what goes into a draft, so that an identical rerun makes no new one."""
    rules = f"{hash_rules()} {hash_suggesting()}"
    parts = [dossier.id, dossier.name, drafter.fingerprint, rules, str(attempt), *ingredients]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:12]

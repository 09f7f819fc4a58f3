"""From a folder to a draft, on one screen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from extractor.chunking import split_reading
from extractor.documents.folders import FoundDossier
from extractor.drafting.checking import QuoteChecker
from extractor.drafting.drafter import Drafter
from extractor.intake.documents import ReadDocument, measure_coverage, read_documents
from extractor.intake.dossiers import recognise_dossier
from extractor.models import Dossier, Draft, DraftDocument, Reading
from extractor.standard.catalogue import load_fields
from extractor.store import Store

MakeDrafter = Callable[[Mapping[str, Reading]], Drafter]
"""Makes the drafter for the readings of one dossier."""


def draft_dossier(
    found: FoundDossier, store: Store, make_drafter: MakeDrafter, clock: Callable[[], datetime]
) -> Draft:
    """Read, split, propose, check, assemble; a dossier drafted so before is not drafted again."""
    started = clock()
    documents = read_documents(found, store)
    readings = {document.reading.id: document.reading for document in documents}
    dossier = recognise_dossier(found, documents, store, started)
    drafter = make_drafter(readings)
    draft_id = make_draft_id(dossier, documents, drafter)
    if any(row.id == draft_id for row in store.list_drafts(dossier.id)):
        return store.get_draft(draft_id)
    passages = [chunk for reading in readings.values() for chunk in split_reading(reading)]
    proposals = drafter.propose(dossier, load_fields(), passages)
    draft = Draft(
        id=draft_id,
        dossier=dossier.id,
        documents=tuple(
            DraftDocument(reading=each.reading.id, path=each.path, name=each.reading.source.name)
            for each in documents
            if each.kept
        ),
        proposals=QuoteChecker(readings).check_proposals(proposals),
        coverage=measure_coverage(documents),
        created_at=started,
    )
    store.add_draft(draft)
    return draft


def make_draft_id(dossier: Dossier, documents: Sequence[ReadDocument], drafter: Drafter) -> str:
    """Return a hash of what goes into a draft, so that an identical rerun makes no new one."""
    parts = [dossier.id, dossier.name, drafter.fingerprint]
    parts += [f"{each.path}\t{each.reading.id}" for each in documents]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:12]

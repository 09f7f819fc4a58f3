"""A small invented ministry: dossiers in a real store, decided on at chosen moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from extractor.documents.folders import find_dossiers
from extractor.drafting.offline.drafter import OfflineDrafter
from extractor.intake.reading import DocumentReader
from extractor.models import Draft, Registration
from extractor.pipeline import draft_dossier
from extractor.review.choices import Choice, Signature
from extractor.review.deciding import decide_subject
from extractor.standard.catalogue import list_decided_fields
from extractor.store import Store

PROFILE = """
name = "Ministerie van Waterrade"
[[services]]
name = "Dienst Regelingen"
[[services]]
name = "Dienst Toezicht"
valid_until = 2026-12-31
[[services]]
name = "Dienst Oud"
valid_until = 2025-12-31
"""
TYPED = {
    "name": "Aanvragen voorsorteren",
    "description_short": "Het systeem sorteert aanvragen.",
    "organization": "Dienst Regelingen",
    "status": "In gebruik",
    "begin_date": "2023-03",
    "contact_email": "algoritmes@waterrade.example",
    "publication_category": "Impactvolle algoritmes",
    "goal": "Het doel is dat aanvragers sneller antwoord krijgen.",
}
TEXT = "# Systeem\n\n## Doel\n\nHet doel van {name} is dat aanvragers sneller antwoord krijgen.\n"
MAY = datetime(2026, 5, 4, 9, tzinfo=UTC)


def make_draft(store: Store, reader: DocumentReader, folder: Path, at: datetime = MAY) -> Draft:
    """Return the draft of one document in the folder, which names the dossier."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "systeem.md").write_text(TEXT.format(name=folder.name), "utf-8")
    return draft_dossier(
        find_dossiers(folder)[0],
        store,
        reader,
        lambda readings: OfflineDrafter(readings, lambda: at),
        lambda: at,
    )


def sign(at: datetime, *, checked: bool = False) -> Signature:
    """Return who decides, at this moment."""
    return Signature(reviewer="R. Lezer", at=at, note="nagegaan", checked=checked)


def confirm(store: Store, draft: Draft, at: datetime, **typed: str) -> datetime:
    """Decide on every field, one a minute; return the moment of the last."""
    values = {**TYPED, **typed}
    for field in list_decided_fields():
        at += timedelta(minutes=1)
        value = values.get(field.key, "")
        choice = Choice(action="edit" if value else "empty", typed=value)
        decide_subject(store, draft.id, field.key, choice, sign(at))
    return at


def register(store: Store, draft: Draft, at: datetime, lars: str | None = "12345678") -> None:
    """Note the code under which the entry stands in the register."""
    store.add_registration(
        Registration(dossier=draft.dossier, copied=(), lars=lars, reviewer="R. Lezer", at=at)
    )

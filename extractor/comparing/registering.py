"""A person says which published entry is of which dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.errors import DecisionRefused
from extractor.models import Registration
from extractor.review.choices import Signature
from extractor.review.loading import load_review
from extractor.store import Store

_LINK = re.compile(r"([0-9]{8})=(.+)", re.DOTALL)
_SHOWN = (
    "Geef --link LARS=DOSSIER, met de code van 8 cijfers en de naam zoals in `bronvast drafts`."
)


def link_by_hand(store: Store, links: Iterable[str], signature: Signature) -> None:
    """Keep under which code each dossier is published; refused whole where one is wrong."""
    for registration in tuple(_read_links(store, links, signature)):
        store.add_registration(registration)


def _read_links(store: Store, links: Iterable[str], signature: Signature) -> Iterator[Registration]:
    known = {publication.entry.lars for publication in store.list_publications()}
    for link in links:
        parts = _LINK.fullmatch(link)
        if parts is None:
            raise DecisionRefused(f"{link} is geen koppeling", _SHOWN)
        lars, reference = parts.groups()
        if lars not in known:
            message = f"er is geen gepubliceerde beschrijving met LARS-code {lars} gelezen"
            raise DecisionRefused(message, "Geef de download waarin die staat.")
        draft = load_review(store, reference, signature.at.date(), with_readings=False).draft
        _require_free(store, lars, draft.dossier)
        before = store.find_registration(draft.dossier)
        yield Registration(
            dossier=draft.dossier,
            copied=before.copied if before else (),
            lars=lars,
            reviewer=signature.reviewer,
            at=signature.at,
        )


def _require_free(store: Store, lars: str, dossier: str) -> None:
    """Refuse a code that another dossier has: one entry is of one algorithm."""
    for other in store.list_dossiers():
        held = store.find_registration(other.id)
        if other.id != dossier and held is not None and held.lars == lars:
            message = f"LARS-code {lars} hoort al bij {other.name}"
            raise DecisionRefused(
                message, "Haal de code daar eerst weg, op de pagina van dat concept."
            )

"""Find the dossier a person means: by its id or its name."""

from __future__ import annotations

from extractor.errors import DossierNotFound
from extractor.intake.dossiers import make_slug
from extractor.models import Dossier
from extractor.store import Store


def find_dossier(store: Store, reference: str) -> Dossier:
    """Return the one dossier with this id or name; several are refused with their ids.

    How an id starts is not enough: given again after its dossier is gone, it would mean another.
    """
    known = store.list_dossiers()
    slug = make_slug(reference)
    ways = (
        [each for each in known if each.id == reference],
        [each for each in known if each.name == reference],
        [each for each in known if make_slug(each.name) == slug],
    )
    found = next((way for way in ways if way), [])
    if len(found) != 1:
        raise DossierNotFound(reference, tuple(each.id for each in found))
    return found[0]

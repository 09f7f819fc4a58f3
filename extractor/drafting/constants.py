"""Values that no document can hold; every drafter gives the same."""

from __future__ import annotations

from extractor.models import Claim, Dossier
from extractor.standard.catalogue import Field


def find_constant(field: Field, dossier: Dossier) -> Claim | None:
    """Return the claim of a field that rests on no document, with its basis; else none."""
    if field.constant:
        return Claim(value=field.constant, basis="constant")
    if field.key == "source_id":
        return Claim(value=dossier.id, basis="identifier")
    return None

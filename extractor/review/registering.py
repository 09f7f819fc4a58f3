"""How far somebody is with copying an entry into the register's own form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.errors import DecisionRefused
from extractor.models import CopiedField, Registration
from extractor.review.choices import Signature
from extractor.review.reviewed import Review
from extractor.store import Store

_LARS = re.compile(r"[0-9]{8}")


def keep_registration(
    store: Store, review: Review, copied: Sequence[str], lars: str, signature: Signature
) -> Registration:
    """Return what was kept: the fields that stand in the register, and its code for the entry.

    Refused is a code that is not of 8 digits (register.md 2), and a field that is not decided.
    """
    code = lars.strip()
    if code and not _LARS.fullmatch(code):
        raise DecisionRefused(
            f"{code} is geen LARS-code", "De code heeft 8 cijfers, en staat in het register."
        )
    for key in copied:
        if key not in review.standing:
            raise DecisionRefused(f"{key} is nog niet bevestigd")
    registration = Registration(
        dossier=review.draft.dossier,
        copied=tuple(
            CopiedField(field=key, decision=review.standing[key].id) for key in sorted(copied)
        ),
        lars=code or None,
        reviewer=signature.reviewer,
        at=signature.at,
    )
    store.add_registration(registration)
    return registration


def list_copied(review: Review, registration: Registration | None) -> frozenset[str]:
    """Return the fields that stand in the register as they are decided now."""
    if registration is None:
        return frozenset()
    return frozenset(
        each.field
        for each in registration.copied
        if each.field in review.standing and review.standing[each.field].id == each.decision
    )

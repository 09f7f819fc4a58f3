"""How a comparison says what it found, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from extractor.comparing.changes import Change, Kind, Why
from extractor.comparing.linking import How

HOWS: Mapping[How, str] = {
    "lars": "gekoppeld met de LARS-code",
    "source_id": "gekoppeld met het Bron-ID",
    "name": "gekoppeld omdat de naam gelijk is",
}

_KINDS: Mapping[Kind, str] = {
    "newer": "een nieuwer document zegt iets anders",
    "undated": "een document zonder datum zegt iets anders",
    "older": "een ouder document zegt iets anders; wat gepubliceerd is, is later",
    "added": "in het register is dit veld leeg",
    "stated_absent": "volgens een document is dit er niet",
}

EMPTY = "(leeg)"


def tell_why(change: Change) -> str:
    """Return in one sentence why a field is listed, without the places."""
    if change.decided is not None:
        return f"gekozen door {change.decided.reviewer} op {change.decided.decided_at:%d-%m-%Y}"
    told = _KINDS[change.kind]
    return f"{told}; de documenten spreken elkaar tegen" if change.differ else told


def name_why(why: Why) -> str:
    """Return the document, its date and the place in it."""
    return f"{why.document} ({why.date or 'zonder datum'}), {why.place}"


def name_day(day: date) -> str:
    """Return a day as it is written in Dutch."""
    return f"{day:%d-%m-%Y}"

"""What leaves: confirmed entries, the decision log they come from, and what stands behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractor.standard.entry import RegisterEntry

Variant = Literal["extern", "intern"]
"""`extern` holds what the public may read; `intern` also sources, quotes and what is withheld."""


@dataclass(frozen=True)
class Evidence:
    """Words of a document, as shown, with the place they stand."""

    place: str
    words: str


@dataclass(frozen=True)
class FieldBackground:
    """How one field came to its value."""

    decided: str
    """Who did what, and when, in Dutch."""
    note: str | None = None
    left_out: str | None = None
    """The ground on which the field, or a part of it, is not published."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class EntryBackground:
    """What stands behind one entry; never for the public."""

    fields: Mapping[str, FieldBackground] = field(default_factory=dict)
    answers: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    """What the documents answer to questions of the official forms, by `dpia_3_0:18`."""
    signed: tuple[str, ...] = ()
    """Who signed the entry off, in Dutch."""


@dataclass(frozen=True)
class Export:
    """Entries with the head of the decision log at the moment they were collected."""

    entries: tuple[RegisterEntry, ...]
    head: str
    backgrounds: tuple[EntryBackground, ...] = ()
    """One for each entry, or none at all where nobody asked for them."""
    variant: Variant = "extern"

    def write_head(self) -> str:
        """Return the sentence that names the head."""
        return f"Kenmerk van het logboek van keuzen: {self.head}"

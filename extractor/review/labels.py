"""How what documents are is called on the page, in Dutch."""

from __future__ import annotations

from extractor.documents.profile import DocumentKind, Status, Voice
from extractor.models import DecisionAction, Locator

KINDS: dict[DocumentKind, str] = {
    "combined assessment": "gecombineerde toets",
    "DPIA": "DPIA",
    "IAMA": "IAMA",
    "AIIA": "AIIA",
    "pre-scan": "pre-scan",
    "system document": "systeemdocument",
    "audit": "audit",
    "supplier document": "leverancierstekst",
    "advice": "advies",
    "decision": "besluit",
    "policy": "beleid",
    "work instruction": "werkinstructie",
    "other": "overig",
}
"""As they are called on the page."""

VOICES: dict[Voice, str] = {
    "own": "eigen organisatie",
    "supplier": "leverancier",
    "auditor": "onderzoeker",
    "adviser": "adviseur",
    "other": "een ander",
}

LAW_TABLE = "wettentabel"
"""Where a link comes from that stands in no document: the table of laws of Bronvast itself."""

STATUSES: dict[Status, str] = {"concept": "concept", "final": "definitief"}


ACTIONS: dict[DecisionAction, str] = {
    "accept": "overgenomen",
    "edit": "zelf geschreven",
    "choose": "gekozen",
    "empty": "leeg gelaten",
    "withhold": "niet publiceren",
    "carry": "eerdere keuze gehouden",
    "withdraw": "teruggenomen",
    "confirm": "vastgesteld",
}
"""What a person did, as the page and the terminal call it."""


STATES = {
    "draft": "concept",
    "reviewing": "in behandeling",
    "confirmed": "bevestigd",
    "signed": "vastgesteld",
    "registered": "in het register",
}
"""How far a dossier is, as the page calls it."""


def name_voice(voice: Voice) -> str | None:
    """Return whose words a document holds, none where they are the organisation's own."""
    return f"woorden van: {VOICES[voice]}" if voice != "own" else None


def count_things(number: int, one: str, more: str) -> str:
    """Return a number with the word for so many, such as 1.684 woorden."""
    return f"{number:,} {one if number == 1 else more}".replace(",", ".")


def name_place(locator: Locator) -> str:
    """Return where that is in Dutch, with the nearest heading."""
    names = {"page": "pagina ", "paragraph": "alinea ", "question": "vraag ", "cell": ""}
    heading = (locator.heading or "").rpartition(" › ")[2]
    place = f"{names[locator.kind]}{locator.label}"
    if locator.printed and locator.kind != "page":
        place += f", rond pagina {locator.printed}"
    return f"{place} ({heading})" if heading else place

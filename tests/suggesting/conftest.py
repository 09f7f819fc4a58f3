"""Makes the suggestions for one field of invented documents."""

from __future__ import annotations

from datetime import UTC, datetime

from extractor.documents.reading import read_document
from extractor.models import NOT_FOUND, Absence, Dossier, Origin, Proposal
from extractor.suggesting import add_suggestions

AT = datetime(2026, 11, 27, tzinfo=UTC)
OFFLINE = Origin(drafter="offline", prompt="p", at=AT)
LLM = Origin(drafter="llm", llm="x", prompt="p", at=AT)
DOSSIER = Dossier(id="lichtwacht", name="Lichtwacht", origin="lichtwacht")
EMPTY = Absence(kind="not_found", reason=NOT_FOUND)
SYSTEM = "# Systeembeschrijving Lichtwacht\n\n## Werking\n\n"
CHECKED = "Een medewerker controleert elk advies en beslist zelf; hij kan van het advies afwijken."


def suggest(
    *texts: str, field: str = "human_intervention", origin: Origin = OFFLINE, name: str = ""
) -> list[str]:
    """Return what is suggested for a field that was left empty."""
    readings = [read_document(text.encode(), f"{name or at}.md") for at, text in enumerate(texts)]
    proposal = Proposal(field=field, absent=EMPTY, origin=origin)
    (made,) = add_suggestions(DOSSIER, [proposal], {each.id: each for each in readings})
    for place in made.suggestions:
        (reading,) = (each for each in readings if each.id == place.reading)
        assert place.quote == place.span.of(reading.text)
    return [place.quote for place in made.suggestions]

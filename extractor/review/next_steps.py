"""What is left to do on a draft, as plain lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from extractor.errors import ValueRefused
from extractor.review.confirming import find_refusal
from extractor.review.places import WIDTH
from extractor.review.reviewed import Review
from extractor.standard.catalogue import find_field
from extractor.standing import list_absent, list_undecided


def write_next(review: Review) -> Iterator[str]:
    """Yield which fields still await a person, why the register refuses them, or how to export."""
    undecided = list_undecided(review.draft, review.standing)
    refusal = (
        None
        if undecided
        else find_refusal(review.name, review.draft, review.standing, review.today)
    )
    command = f"  bronvast decide {review.draft.id}"
    if undecided:
        yield textwrap.fill(f"Nog te kiezen ({len(undecided)}): {', '.join(undecided)}", WIDTH)
        yield "Kies per veld, bijvoorbeeld:"
        yield f"{command} {undecided[0]} --accept --reviewer UW-NAAM"
        yield f'{command} {undecided[0]} --value "…" --reviewer UW-NAAM'
        if list_absent(review.draft, review.standing):
            why = "alle velden waar niets is gevonden"
            yield f"{command} absent --empty --reviewer UW-NAAM   ({why})"
    elif refusal:
        yield from _write_refusal(refusal, command)
    else:
        yield "Alles is bevestigd. Voer het uit met:"
        yield f"  bronvast export {review.draft.id} --format api --out beschrijving.json"


def _write_refusal(refusal: ValueRefused, command: str) -> Iterator[str]:
    """Yield what does not fit together, and how to choose that field again."""
    yield "Alle velden zijn bevestigd, maar samen passen ze niet. Het register neemt dit niet aan:"
    yield textwrap.fill(f"!! {refusal}", WIDTH, subsequent_indent="   ")
    yield f"Kies {refusal.field} opnieuw, of het andere veld dat hierboven staat, bijvoorbeeld:"
    yield f'{command} {refusal.field} --value "…" --reviewer UW-NAAM'
    if not find_field(refusal.field).required:
        yield f"{command} {refusal.field} --empty --reviewer UW-NAAM"

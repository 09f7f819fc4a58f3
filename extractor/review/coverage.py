"""The leesoverzicht: what a draft rests on and what not, as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.models import Coverage, Draft, UnreadPages
from extractor.review.labels import count_things

SWITCH = "Toch meenemen: maak het concept opnieuw met --with en het pad."
COMPARE = "Kijk welke de laatste is, en haal de andere uit de map."
AGAIN = "Geef dezelfde opdracht opnieuw: wat beantwoord is, wordt niet nog eens gevraagd."


def write_coverage(draft: Draft) -> Iterator[str]:
    """Yield how many pages were read, and a line for each thing that was not."""
    gaps = list(write_gaps(draft))
    read = count_things(draft.coverage.pages_read, "pagina", "pagina's")
    yield f"Leesoverzicht: {read} gelezen{'' if gaps else '; alles gelezen'}"
    yield from gaps


def write_gaps(draft: Draft) -> Iterator[str]:
    """Yield a line for each failed question, replaced document, doubt and part not read."""
    coverage = draft.coverage
    if coverage.calls_failed:
        failure = next(p.origin.failure for p in draft.proposals if p.origin.failure)
        failed = count_things(coverage.calls_failed, "vraag", "vragen")
        yield f"  ! {failed} aan het taalmodel mislukt: {failure}"
        yield f"    {AGAIN}"
    yield from _write_versions(coverage)
    for unread in coverage.pages_unread:
        yield f"  ! niet gelezen: {_name_part(unread)}: {unread.reason}"


def _name_part(unread: UnreadPages) -> str:
    pages = f" (pagina {', '.join(map(str, unread.pages))})" if unread.pages else ""
    return f"{unread.document}{pages}"


def _write_versions(coverage: Coverage) -> Iterator[str]:
    for replaced in coverage.replaced:
        yield f"  ~ niet gebruikt: {replaced.document}"
        yield f"    vervangen door {replaced.by}: {replaced.reason}"
    if coverage.replaced:
        yield f"    {SWITCH}"
    for paths in coverage.in_doubt:
        yield "  ! versies van één document, niet te zeggen welke de laatste is; alle gebruikt:"
        yield from (f"    {path}" for path in paths)
        yield f"    {COMPARE}"

"""Which documents another version replaces, and of which that is in doubt, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.models import Coverage

SWITCH = "Toch meenemen: maak het concept opnieuw met --with en het pad."
COMPARE = "Kijk welke de laatste is, en haal de andere uit de map."


def write_versions(coverage: Coverage) -> Iterator[str]:
    """Yield a line for each replaced document and each doubt, and what can be done about it."""
    for replaced in coverage.replaced:
        yield f"  ~ niet gebruikt: {replaced.document}"
        yield f"    vervangen door {replaced.by}: {replaced.reason}"
    if coverage.replaced:
        yield f"    {SWITCH}"
    for paths in coverage.in_doubt:
        yield "  ! versies van één document, niet te zeggen welke de laatste is; alle gebruikt:"
        yield from (f"    {path}" for path in paths)
        yield f"    {COMPARE}"

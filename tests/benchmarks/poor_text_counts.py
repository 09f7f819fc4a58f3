"""How many pages are reported as poorly recognised, by the share of words with an error."""

from __future__ import annotations

from typing import Any

from garbling import garble, load_fixture_pages
from markdown import make_table
from processes import DOCUMENTS

from extractor.documents.reading import read_file
from extractor.documents.text_quality import is_poor

RATES = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7)
"""Shares of words with an error."""


def measure() -> dict[str, Any]:
    """Return per rate how many garbled pages are reported, and how many real ones."""
    pages = load_fixture_pages()
    garbled = {str(rate): sum(is_poor(garble(page, rate)) for page in pages) for rate in RATES}
    return {"pages": len(pages), "garbled": garbled, **_measure_real()}


def describe(measured: dict[str, Any]) -> str:
    """Return a row a rate, and the real pages below."""
    total = measured["pages"]
    rows = [
        (f"{float(rate):.0%} of the words", f"{flagged} of {total}")
        for rate, flagged in measured["garbled"].items()
    ]
    real = measured.get("real")
    if real:
        rows.append(("real documents", f"{real['reported']} of {real['pages']}"))
        rows.append(("real scans", f"{real['scans_reported']} of {real['scans']}"))
    return make_table(("Pages with errors in", "Reported"), rows)


def _measure_real() -> dict[str, Any]:
    """Return how many pages of real documents are reported; none where they are not there."""
    if not DOCUMENTS.exists():
        return {}
    counts = {"pages": 0, "reported": 0, "scans": 0, "scans_reported": 0}
    for path in sorted(DOCUMENTS.rglob("*.pdf")):
        reading = read_file(path)
        scan = path.parent.name == "scans"
        poor = sum(is_poor(page.span.of(reading.text)) for page in reading.pages)
        counts["scans" if scan else "pages"] += len(reading.pages)
        counts["scans_reported" if scan else "reported"] += poor
    return {"real": counts}

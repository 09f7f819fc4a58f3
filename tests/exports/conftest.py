"""An invented entry, and the least an entry can be."""

from __future__ import annotations

import pytest

from extractor.standard.entry import RegisterEntry

LEAST = {
    "name": "Berekenen van de wachttijd",
    "description_short": "Dit algoritme schat een wachttijd.",
    "organization": "Gemeente Duinwijck",
    "status": "In gebruik",
    "contact_email": "algoritmes@duinwijck.example",
    "publication_category": "Overige algoritmes",
    "lang": "nld",
}


@pytest.fixture
def least() -> RegisterEntry:
    """Return an entry with the required fields only."""
    return RegisterEntry.model_validate(LEAST)


@pytest.fixture
def entry() -> RegisterEntry:
    """Return an entry with rich text, lists, groupings and characters that need care."""
    more = {
        "name": 'Wachttijd – "laadpaal" €, café',
        "category": ["Economie", "Werk"],
        "url": "https://register.duinwijck.example/?soort=laadpaal&region=2",
        "goal": (
            "<div><p>Doel:</p>\n<ul><li>x &lt; 5 &amp; y</li>\n<li>R&amp;D</li></ul>\n"
            "<p>Regel<br>\nvervolg</p></div>"
        ),
        "risks": "",
        "lawful_basis_grouping": [
            {"title": "Gemeentewet", "link": "https://wetten.example/1"},
            {"title": "Wegenwet", "link": ""},
        ],
        "impacttoetsen_grouping": [{"title": "Pre-scan DPIA"}],
        "source_data_grouping": [],
    }
    return RegisterEntry.model_validate(LEAST | more)

"""An invented entry that the standard accepts."""

from __future__ import annotations

import pytest


@pytest.fixture
def body() -> dict[str, object]:
    """Return a body with every field filled in, in form order."""
    return {
        "name": "Berekenen van de wachttijd voor een laadpaal",
        "description_short": "Dit algoritme schat hoe lang een inwoner op een laadpaal wacht.",
        "organization": "Gemeente Duinwijck",
        "category": ["Verkeer", "Natuur en milieu"],
        "status": "Buiten gebruik",
        "begin_date": "2021-03",
        "end_date": "2024-11",
        "contact_email": "algoritmes@duinwijck.example",
        "website": "https://www.duinwijck.example/laadpalen",
        "publication_category": "Impactvolle algoritmes",
        "url": "https://register.duinwijck.example/algoritmes?soort=laadpaal&taal=nl",
        "goal": "<div><p>Inwoners weten meer.</p>\n<p>De wachttijd daalt.</p></div>",
        "proportionality": "<p>Met de hand schatten kost meer tijd.</p>",
        "human_intervention": "<p>Een medewerker kijkt elke uitkomst na.</p>",
        "risks": "<ul><li>Oude gegevens: elke maand ververst.</li>\n<li>Fouten &lt; 5%.</li></ul>",
        "lawful_basis": "<p>De Wegenverkeerswet 1994.</p>",
        "lawful_basis_grouping": [{"title": "Wegenverkeerswet 1994", "link": ""}],
        "process_index_url": "https://www.duinwijck.example/verwerkingen",
        "impacttoetsen": "<p>Een IAMA was niet nodig.</p>",
        "impacttoetsen_grouping": [
            {"title": "Data Protection Impact Assessment (DPIA)"},
            {"title": "Pre-scan DPIA", "link": "https://www.duinwijck.example/prescan"},
        ],
        "source_data": "<p>Aanvragen &amp; adressen uit de BAG.</p>",
        "source_data_grouping": [
            {"title": "Laadkaart", "link": "https://data.duinwijck.example/laadkaart"}
        ],
        "methods_and_models": "<p>Een rekenregel.<br>\nNiet zelflerend.</p>",
        "provider": "Intern ontwikkeld",
        "publiccode": "https://code.duinwijck.example/wachttijd",
        "lang": "nld",
        "standard_version": "1.0",
        "source_id": "DW-0042",
        "tags": "<p>laadpaal, wachttijd</p>",
    }

"""For a field without a value: the five passages most worth reading, whoever drafted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractor.documents.reading import read_document
from extractor.models import NO_ALGORITHM, NOT_FOUND, Absence, Claim, Origin, Proposal, Quote
from extractor.suggesting import add_suggestions
from tests.drafting.conftest import write_dpia_text

AT = datetime(2026, 11, 27, tzinfo=UTC)
OFFLINE = Origin(drafter="offline", prompt="p", at=AT)
LLM = Origin(drafter="llm", llm="x", prompt="p", at=AT)
EMPTY = Absence(kind="not_found", reason=NOT_FOUND)
SYSTEM = "# Systeembeschrijving Lichtwacht\n\n## Werking\n\n"
CHECKED = "Een medewerker controleert elk advies en beslist zelf; hij kan van het advies afwijken."
STORY = "De lantaarns zijn in 1998 geplaatst en worden elk voorjaar geschilderd."


def suggest(*texts: str, field: str = "human_intervention", origin: Origin = OFFLINE) -> list[str]:
    """Return what is suggested for a field that was left empty."""
    readings = [read_document(text.encode(), f"{at}.md") for at, text in enumerate(texts)]
    proposal = Proposal(field=field, absent=EMPTY, origin=origin)
    (made,) = add_suggestions([proposal], {reading.id: reading for reading in readings})
    return [place.quote for place in made.suggestions]


@pytest.mark.parametrize("origin", [OFFLINE, LLM], ids=["offline", "llm"])
def test_what_speaks_of_the_field_is_suggested(origin: Origin) -> None:
    """A whole paragraph, and nothing that is about something else."""
    assert suggest(f"{SYSTEM}{STORY}\n\n{CHECKED}\n", origin=origin) == [CHECKED]


def test_five_at_most_and_nothing_twice() -> None:
    """A sixth and a repetition cost a reviewer more than they bring."""
    people = (
        "Een jurist",
        "De teamleider",
        "Een arts",
        "Een inspecteur",
        "Een klerk",
        "De griffier",
    )
    told = [f"{who} controleert en beoordeelt het advies van {who.lower()}." for who in people]

    found = suggest(SYSTEM + "\n\n".join([CHECKED, CHECKED, *told]))

    assert len(found) == len(set(found)) == 5


def test_an_answer_to_the_fields_question_comes_first() -> None:
    """Its place says more than its words."""
    answer = "Alle adressen van lantaarns komen uit het beheersysteem van de afdeling."
    other = (
        f"# Notitie\n\n## Overig\n\nDe gegevens uit deze bron en het register zijn data. {STORY}\n"
    )

    found = suggest(other, write_dpia_text({"Persoonsgegevens": answer}), field="source_data")

    assert found[0] == answer


def test_words_of_others_come_last() -> None:
    """A supplier's account is worth reading after the organisation's own."""
    leaflet = (
        "# Factsheet LichtPro\n\nDoor Lichtwerk B.V., leverancier van LichtPro.\n\n"
        "De medewerker controleert, beoordeelt en beslist altijd zelf over elk advies.\n"
    )

    found = suggest(leaflet, f"{SYSTEM}{CHECKED}\n")

    assert found[0] == CHECKED
    assert len(found) == 2


@pytest.mark.parametrize(
    "heading", ["Advies FG", "Vaststelling en ondertekening", "Versiebeheer", "Begrippenlijst"]
)
def test_what_may_reach_no_entry_is_not_suggested(heading: str) -> None:
    """Neither advice of others nor who signed."""
    assert suggest(f"# DPIA\n\n## {heading}\n\n{CHECKED}\n") == []


def test_where_nothing_speaks_of_the_field_nothing_is_suggested() -> None:
    """Silence costs a reviewer less than five wrong places."""
    assert suggest(f"{SYSTEM}{STORY}\n", field="publiccode") == []
    assert suggest() == []


@pytest.mark.parametrize(
    ("field", "without", "holding"),
    [
        ("begin_date", "Sinds de start is het systeem in gebruik genomen.", "in maart 2024"),
        ("contact_email", "Voor vragen en klachten is er contact.", "via info@lichtstad.example"),
        ("website", "Uitleg voor inwoners staat op de website.", "www.lichtstad.example"),
    ],
)
def test_a_field_that_is_a_date_or_address_needs_one(
    field: str, without: str, holding: str
) -> None:
    """Words about it are not enough."""
    told = without.replace(".", f" {holding}.")

    assert suggest(f"{SYSTEM}{without}\n", field=field) == []
    assert suggest(f"{SYSTEM}{told}\n", field=field) == [told]


def test_a_value_or_a_stated_absence_needs_no_suggestion() -> None:
    """Only a field that is empty without a reason is looked for."""
    reading = read_document(f"{SYSTEM}{CHECKED}\n".encode(), "a.md")
    claim = Claim(value=CHECKED, quotes=(Quote(reading=reading.id, text=CHECKED),))
    denied = Absence(kind="stated", reason=NO_ALGORITHM)
    given = [
        Proposal(field="human_intervention", claims=(claim,), origin=OFFLINE),
        Proposal(field="human_intervention", alternatives=(claim, claim), origin=OFFLINE),
        Proposal(field="human_intervention", absent=denied, origin=OFFLINE),
        Proposal(field="lang", absent=EMPTY, origin=OFFLINE),
    ]

    assert list(add_suggestions(given, {reading.id: reading})) == given

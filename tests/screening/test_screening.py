"""Whose words count, what is done with contradictions, and which other systems are named."""

from __future__ import annotations

from extractor.documents.reading import read_document
from extractor.models import Reading, Screen, ScreenAnswer
from extractor.screening.screening import screen_readings
from extractor.screening.steps import load_steps

SYSTEM = "# Systeembeschrijving ParkeerScan\n\n## Beoordeling\n\n"
LEAFLET = "# Factsheet ScanPro\n\nDoor Scanwerk B.V., leverancier van ScanPro.\n\n"


def read_text(text: str, name: str) -> Reading:
    """Return the reading of a text."""
    return read_document(text.encode(), name)


def screen_texts(*texts: str) -> Screen:
    """Return the quick screen of a dossier with these documents."""
    readings = [read_text(text, f"stuk-{number}.md") for number, text in enumerate(texts)]
    return screen_readings(("Parkeren",), {reading.id: reading for reading in readings})


def find_answer(screen: Screen, step: str) -> ScreenAnswer:
    """Return the answer to one step."""
    return next(answer for answer in screen.answers if answer.step == step)


def test_every_step_is_answered_in_order() -> None:
    """Also by a dossier without a word."""
    screen = screen_readings((), {})

    assert [each.step for each in screen.answers] == [each.id for each in load_steps().steps]
    assert {each.answer for each in screen.answers} == {"unknown"}


def test_words_of_others_are_a_suggestion_and_no_answer() -> None:
    """A supplier does not decide what the system is."""
    leaflet = f"{LEAFLET}Het systeem is een hoog-risico AI-systeem.\n"

    answer = find_answer(
        screen_texts(f"{SYSTEM}Het systeem leest kentekens.\n", leaflet), "high_risk"
    )

    assert (answer.answer, answer.citations) == ("unknown", ())
    assert [each.quote for each in answer.suggestions] == [
        "Het systeem is een hoog-risico AI-systeem."
    ]


def test_contradicting_documents_leave_a_step_open_with_both_sources() -> None:
    """Nobody but a person chooses between them."""
    yes, no = ("Het systeem is een AI-systeem.", "Het systeem is geen AI-systeem.")

    answer = find_answer(screen_texts(SYSTEM + yes, SYSTEM + no), "ai_system")

    assert answer.answer == "unknown"
    assert {each.quote for each in answer.citations} == {yes, no}


def test_without_an_algorithm_no_other_step_is_asked() -> None:
    """What is denied has no category."""
    denial = "Er wordt geen gebruik gemaakt van een algoritme."

    screen = screen_texts(f"{SYSTEM}{denial} Profilering vindt niet plaats.\n")

    assert find_answer(screen, "algorithm").answer == "no"
    assert find_answer(screen, "profiling").answer == "unknown"
    assert (screen.category, screen.in_doubt) == (None, False)


def test_other_systems_are_listed_and_the_subject_is_not() -> None:
    """The system named most often is the one the documents are about."""
    text = (
        "Het systeem ParkeerScan leest kentekens. De applicatie Vergunningbalie levert gegevens. "
        "Het systeem ParkeerScan bewaart niets."
    )

    others = screen_texts(SYSTEM + text).others

    assert [(each.name, each.citations[0].quote) for each in others] == [
        ("Vergunningbalie", "Vergunningbalie")
    ]


def test_laws_and_forms_are_no_systems() -> None:
    """A name behind such a word is not always a system's."""
    text = "Het model DPIA is gevolgd. Het systeem BRP levert adressen. De tool Kijker toont ze."

    assert screen_texts(SYSTEM + text).others == ()

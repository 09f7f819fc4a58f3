"""What an entry may not hold is not sent either."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from extractor.chunking import split_reading
from extractor.documents.reading import read_document, read_file
from extractor.drafting.llm.material import write_material
from extractor.drafting.llm.passages import PassageChooser
from extractor.models import Chunk, Dossier, Span
from extractor.standard.catalogue import find_field

DOSSIERS = Path(__file__).parents[3] / "fixtures" / "dossiers"

QUESTIONS = (
    "Wie is eindverantwoordelijk voor het algoritme?",
    "Hoe zijn de beslisregels tot stand gekomen?",
    "Hoe wordt de kwaliteit van het algoritme bepaald?",
    "Zijn de data voldoende beveiligd?",
)
KEPT_BACK = "De sleutel ligt bij de portier van gemaal Zuid."
OPEN = "Het dagelijks bestuur is eindverantwoordelijk."


def write(text: str) -> str:
    """Return what is sent of a text."""
    reading = read_document(text.encode(), "stuk.md")
    return write_material({reading.id: reading}, split_reading(reading)).text


@pytest.mark.parametrize(
    "lay_out",
    [
        pytest.param(lambda title, answer: f"## {title}\n\n{answer}\n\n", id="heading"),
        pytest.param(lambda title, answer: f"**{title}**\n\n{answer}\n\n", id="bold line"),
        pytest.param(lambda title, answer: f"**{title}** {answer}\n\n", id="run in"),
        pytest.param(lambda title, answer: f"| {title} | {answer} |\n", id="table"),
    ],
)
def test_a_secret_answer_is_left_out_and_its_neighbour_is_not(lay_out: object) -> None:
    """Below a heading, a bold line, at the front of a paragraph, and in a row."""
    assert callable(lay_out)
    answers = dict.fromkeys(QUESTIONS, "Een analist meet dat.") | {
        QUESTIONS[0]: OPEN,
        QUESTIONS[3]: KEPT_BACK,
    }
    head = "| Vraag | Antwoord |\n|---|---|\n" if "|" in lay_out("", "") else ""
    sent = write("# IAMA peilen\n\n" + head + "".join(lay_out(*pair) for pair in answers.items()))

    assert OPEN in sent
    assert KEPT_BACK not in sent


def test_what_stands_behind_a_secret_is_still_sent() -> None:
    """A window is cut around what is left out; its other parts stay."""
    text = "# Notitie\n\nEerst dit.\n\n## Ondertekening\n\nA. Bakker\n\n## Werking\n\nDan dat.\n"
    sent = write(text)

    assert "Eerst dit." in sent
    assert "Dan dat." in sent
    assert "Bakker" not in sent


def test_what_the_form_itself_tells_is_not_sent_and_its_questions_are() -> None:
    """Instructions would only be taken for answers; a question says what the answer is about."""
    (path,) = (DOSSIERS / "woz-taxatiemodel").glob("*.docx")
    reading = read_file(path)
    sent = write_material({reading.id: reading}, split_reading(reading)).text

    assert "Beschrijf de doeleinden van de voorgenomen" in reading.text
    assert "Beschrijf de doeleinden van de voorgenomen" not in sent
    assert "Verwerkingsdoeleinden" in sent
    assert "Het doel is om de waarde van alle woningen elk jaar op tijd" in sent


def test_passages_about_another_system_are_shown_last() -> None:
    """Where not all fit, the dossier's own system goes before one that is only named."""
    own = "Golfteller telt de golven met gegevens van een camera aan de kust."
    other = "De applicatie Zandkaart gebruikt gegevens over zand en tekent de kust met gegevens."
    parts = [f"## Deel {at}\n\n{text}\n" for at, text in enumerate([other, own] * 6)]
    reading = read_document("\n".join(["# Kust\n", *parts]).encode(), "stuk.md")
    places = [reading.text.index(f"Deel {at}") for at in range(12)]
    chunks = [
        Chunk(reading=reading.id, span=Span(start=start, end=end))
        for start, end in pairwise([*places, len(reading.text)])
    ]
    dossier = Dossier(id="d", name="Golfteller", origin="d")
    chosen = PassageChooser({reading.id: reading}, chunks, dossier).choose(
        [find_field("source_data")], 400
    )

    shown = [chunk.span.of(reading.text) for chunk in chosen]
    assert 0 < len(shown) < len(chunks)
    assert sum("Golfteller" in each for each in shown) > sum("Zandkaart" in each for each in shown)

"""What an entry may not hold is not sent either."""

from __future__ import annotations

import pytest

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.drafting.llm.material import write_material

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

"""What may be quoted as it stands, and what may not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from extractor.drafting.offline.answers import Answer

AnswersOf = Callable[[str], list[Answer]]
WriteDpia = Callable[..., str]

DOEL = "Verwerkingsdoeleinden"


def usable(answers: list[Answer]) -> list[str]:
    """Return the words of the answers that can be taken as they stand."""
    return [answer.sentence.text for answer in answers if answer.usable]


def test_a_plain_answer_is_usable(answers_of: AnswersOf, write_dpia: WriteDpia) -> None:
    """A whole sentence below a question is an answer to it."""
    answers = answers_of(write_dpia({DOEL: "Het doel is eerlijk parkeren. Niemand rijdt rond."}))

    assert usable(answers) == ["Het doel is eerlijk parkeren.", "Niemand rijdt rond."]
    assert all(answer.feeds("goal", primary=True) for answer in answers if answer.usable)


@pytest.mark.parametrize(
    "words",
    [
        "Nog in te vullen.",
        "[invullen door projectleider]",
        "TODO: cijfers navragen bij team Parkeren.",
        "Klik hier om tekst in te voeren.",
        "Deze DPIA beschrijft de parkeercontrole.",
        "Dit document is opgesteld door team Privacy.",
        "Zie paragraaf 4.",
        "De cijfers staan in het plan (zie bijlage 2).",
        "Figuur 1 toont de auto op straat.",
        "Bron: gemeente Duinrade, afdeling Parkeren.",
        "Het systeem vergelijkt kentekens met",
        "De volgende gegevens worden gebruikt:",
        "waarna de medewerker de foto bekijkt.",
        "Wat doet de medewerker met de foto?",
    ],
)
def test_what_needs_more_than_itself_is_not_usable(
    answers_of: AnswersOf, write_dpia: WriteDpia, words: str
) -> None:
    """Gaps, references, captions, half sentences and sentences about the document stay out."""
    assert usable(answers_of(write_dpia({DOEL: words}))) == []


def test_the_form_is_not_its_own_answer(answers_of: AnswersOf, write_dpia: WriteDpia) -> None:
    """An instruction of the questionnaire is marked as such, also beside an answer."""
    asked = (
        "Beschrijf het voorstel waar de DPIA op toeziet op hoofdlijnen en benoem hoe het voorstel "
        "tot stand is gekomen en wat de beweegredenen zijn achter de totstandkoming van het "
        "voorstel."
    )
    answers = answers_of(write_dpia({"Voorstel": f"{asked} Een auto leest kentekens."}))

    assert usable(answers) == ["Een auto leest kentekens."]
    assert answers[0].template


def test_what_follows_a_question_of_the_writer_is_not_usable(
    answers_of: AnswersOf, write_dpia: WriteDpia
) -> None:
    """A note between colleagues looks like an answer until one reads the question before it."""
    text = "Het doel is eerlijk parkeren. Is dat wel zo? Het doel is geld ophalen."

    assert usable(answers_of(write_dpia({DOEL: text}))) == ["Het doel is eerlijk parkeren."]


def test_a_question_in_another_section_is_forgotten(
    answers_of: AnswersOf, write_dpia: WriteDpia
) -> None:
    """The next heading starts afresh."""
    answers = answers_of(
        write_dpia({DOEL: "Klopt dit doel?", "Rechtsgrond": "De wet staat dit toe."})
    )

    assert usable(answers) == ["De wet staat dit toe."]


def test_a_heading_in_the_line_asks_its_own_question(
    answers_of: AnswersOf, write_dpia: WriteDpia
) -> None:
    """A question's title as the first sentence of a paragraph rules the sentences behind it."""
    run_in = "Recht van inzage. Wie dat wil, krijgt de foto te zien."
    rest = f"## 15. Rechten van de betrokkenen\n\n{run_in}"

    answers = answers_of(write_dpia({}, rest=rest))

    assert usable(answers) == ["Wie dat wil, krijgt de foto te zien."]
    assert [a.question.id for a in answers if a.usable and a.question] == ["15.1"]


def test_signs_of_a_list_are_no_words_of_its_items(
    answers_of: AnswersOf, write_dpia: WriteDpia
) -> None:
    """Bullets, letters and numbers fall away; what starts with a digit does not."""
    text = "- kenteken\n- (a) foto\n- 3D-scan van de auto\n"

    assert usable(answers_of(write_dpia({"Persoonsgegevens": text}))) == [
        "kenteken",
        "foto",
        "3D-scan van de auto",
    ]


def test_a_row_knows_its_columns(answers_of: AnswersOf, write_dpia: WriteDpia) -> None:
    """Cells are quoted one by one, and only those of the columns asked for."""
    table = "| Gegeven | Bron | Bewaartermijn |\n|---|---|---|\n| kenteken | camera | 13 weken |\n"

    rows = [a for a in answers_of(write_dpia({"Persoonsgegevens": table})) if a.kind == "row"]
    narrowed = rows[-1].narrow([re.compile("Gegeven"), re.compile("Bron")])

    assert [quote.text for quote in narrowed.quotes] == ["kenteken", "camera"]
    assert narrowed.make_claim().value == "- kenteken – camera"


def test_a_second_table_has_its_own_columns(answers_of: AnswersOf, write_dpia: WriteDpia) -> None:
    """Two tables under one heading do not share a header."""
    first = "| Gegeven | Bron |\n|---|---|\n| kenteken | camera |\n"
    second = "| Systeem | Plaats |\n|---|---|\n| NPR | Nederland |\n"

    answers = answers_of(write_dpia({"Persoonsgegevens": f"{first}\nEn ook dit.\n\n{second}"}))
    headers = [[title for _, title in a.header] for a in answers if a.kind == "row" and a.header]

    assert headers == [["Gegeven", "Bron"], ["Systeem", "Plaats"]]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("| Leverancier: | Zichtlijn B.V. |\n|---|---|\n", ("Leverancier", "Zichtlijn B.V.")),
        ("- Leverancier: Zichtlijn B.V.\n", ("Leverancier", "Zichtlijn B.V.")),
        ("Hier staat geen dubbele punt.\n", ("", "")),
        ("| een | twee | drie |\n|---|---|---|\n", ("", "")),
    ],
)
def test_a_label_and_its_value_are_told_apart(
    answers_of: AnswersOf, text: str, label: tuple[str, str]
) -> None:
    """A row of two cells and `label: value` say what a value is of."""
    assert answers_of(f"# Kop\n\n{text}")[-1].split_label() == label


def test_only_what_was_shown_is_answered(answers_of: AnswersOf) -> None:
    """Positions run on through the reading, so that neighbours can be found."""
    answers = answers_of("# Kop\n\nEén zin hier. Nog een zin.\n\n- een item\n")

    assert [answer.position for answer in answers] == [0, 1, 2]

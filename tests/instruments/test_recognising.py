"""A questionnaire is recognised by its headings, and nothing else is taken for one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.instruments.matching import match_heading, recognise_instrument, recognise_others
from extractor.instruments.questions import Instrument, load_instrument, load_instruments

OLDER = (
    "1. Voorstel",
    "2. Persoonsgegevens",
    "3. Gegevensverwerkingen",
    "4. Verwerkingsdoeleinden",
    "5. Betrokken partijen",
    "6. Belangen",
    "7. Verwerkingslocaties",
    "8. Techniek en methode",
    "9. Juridisch en beleidsmatig kader",
    "10. Bewaartermijnen",
    "11. Rechtsgrond",
    "12. Bijzondere persoonsgegevens",
    "13. Doelbinding",
    "14. Noodzaak en evenredigheid",
    "15. Rechten van de betrokkene",
    "16. Risico's",
    "17. Maatregelen",
)
NEWER = tuple(
    f"{question.id}. {question.title}"
    for question in load_instrument("dpia_3_0").questions
    if question.id.isdigit() and 1 <= int(question.id) <= 17
)


def test_the_numbers_tell_the_two_dpia_models_apart() -> None:
    """The same titles with the numbers of 3.0 are the newer model."""
    assert recognise_instrument(OLDER) == load_instrument("dpia_2017")
    assert recognise_instrument(NEWER) == load_instrument("dpia_3_0")


def test_without_numbers_the_order_tells_the_two_dpia_models_apart() -> None:
    """Techniques come before purposes in 3.0 and after locations in 2017."""
    older = [re.sub(r"^\d+\. ", "", heading) for heading in OLDER]
    newer = [re.sub(r"^\d+\. ", "", heading) for heading in NEWER]

    assert recognise_instrument(older) == load_instrument("dpia_2017")
    assert recognise_instrument(newer) == load_instrument("dpia_3_0")


@pytest.mark.parametrize("key", ["iama_2_0", "iama_1", "aiia_2_0", "aiia_1", "prescan_2_0"])
def test_other_questionnaires_are_known_by_their_questions(key: str) -> None:
    """The questions of a form are recognised as that form and version, without numbers too."""
    instrument = next(each for each in load_instruments() if each.key == key)

    assert recognise_instrument([each.title for each in instrument.questions]) == instrument


@pytest.mark.parametrize(
    "headings",
    [
        [],
        ["Inleiding", "Doel", "Architectuur", "Risico's", "Maatregelen", "Partijen", "Planning"],
        ["Welke gegevens?", "Doeleinden", "Grondslag", "Bewaartermijnen", "Uw rechten", "Contact"],
        ["1. Scope", "2. Technieken", "3. Locaties", "4. Beheer", "5. Beveiliging", "6. Kosten"],
    ],
)
def test_a_system_document_is_no_questionnaire(headings: list[str]) -> None:
    """Designs and privacy statements share some words with a DPIA, not its paragraphs."""
    assert recognise_instrument(headings) is None


def test_headings_of_a_real_form_export_match(shared: Path, dpia: Instrument) -> None:
    """Every heading of a DPIA exported as text opens the question with its printed number."""
    path = shared / "documents" / "moza-profielservice" / "dpia-moza-profielservice.txt"
    lines = path.read_text("utf-8").splitlines()
    headings = [line for line in lines if line.startswith("## ")]

    assert len(headings) > 40
    assert recognise_instrument(headings) == dpia
    for heading in headings:
        question = match_heading(heading, dpia)
        assert question is not None
        assert question.id == heading.split()[1]


def test_questions_of_another_kind_are_told_beside_the_main_one(dpia: Instrument) -> None:
    """A DPIA with questions of the IAMA is both, and a DPIA alone is one."""
    asked = [
        "Hoe zijn de beslisregels tot stand gekomen?",
        "Wie is eindverantwoordelijk voor het algoritme?",
    ]

    assert [each.kind for each in recognise_others([*NEWER, *asked], dpia)] == ["IAMA"]
    assert recognise_others(NEWER, dpia) == ()

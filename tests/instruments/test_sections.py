"""Sections without answers are named, and sections with answers are not."""

from __future__ import annotations

import pytest

from extractor.instruments.questions import load_instrument
from extractor.instruments.sections import NEVER_TAKEN, recognise_section


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Managementsamenvatting", "summary"),
        ("2. Begrippenlijst", "glossary"),
        ("Gebruikte afkortingen", "glossary"),
        ("Versiebeheer", "versions"),
        ("18. Advies FG", "advice"),
        ("Advies functionaris voor gegevensbescherming: Selecteer/typ datum", "advice"),
        ("Advies functionaris voor gegevensbescherming (FG)", "advice"),
        ("Vaststelling en ondertekening", "signature"),
        ("INHOUDSOPGAVE", "contents"),
        ("Deel 2 – Inhoud", "contents"),
        ("Bijlage 1: Risico’s en maatregelen", "annex"),
        ("Bijlagen", "annex"),
        ("Leeswijzer", "instruction"),
        ("Verspreiding", "versions"),
        ("Advies privacy officer en opvolging", "advice"),
        ("Reactie op het advies van de FG", "advice"),
        ("Akkoord verwerkingsverantwoordelijke", "signature"),
        ("Verklarende begrippenlijst", "glossary"),
        ("Samenvatting van de DPIA", "summary"),
        ("Beheerder van dit document", "names"),
        ("Contactpersonen:", "names"),
        ("Informatiebeveiliging", "security"),
        ("C. Beschrijving en beoordeling risico’s voor de betrokkenen", "part"),
        ("A.Beschrijving kenmerken gegevensverwerkingen", "part"),
    ],
)
def test_sections_without_answers_are_named(heading: str, kind: str) -> None:
    """With or without number, in capitals or not, the heading tells the kind of section."""
    assert recognise_section(heading) == kind


@pytest.mark.parametrize(
    "heading",
    [
        "Doel",
        "Status",
        "Contact",
        "Bronnen",
        "Vaststelling van de toeslag",
        "Bijlageverwerking",
        "Advies aan de aanvrager",
        "Beoordeling van de aanvraag door een functionaris?",
        "Verspreiding van het virus",
        "",
    ],
)
def test_words_that_may_head_an_answer_are_left_alone(heading: str) -> None:
    """A heading in doubt is no section to pass over: losing an answer is worse."""
    assert recognise_section(heading) is None


def test_no_paragraph_of_the_dpia_is_passed_over() -> None:
    """None of the 17 paragraphs, under any wording, is a section of which nothing is taken."""
    for question in load_instrument("dpia_2017").questions:
        for title in (question.title, *question.aliases):
            assert recognise_section(title) not in NEVER_TAKEN

"""Sections know the question they answer, and which of them may not be quoted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.drafting.offline.sections import Section, find_instrument, list_sections
from extractor.models import Reading

Read = Callable[..., Reading]
WriteDpia = Callable[..., str]

IAMA = """# IAMA parkeercontrole

## 1.1.1 Wat is de aanleiding geweest voor de ontwikkeling van het algoritme? Voor welk probleem \
moet het algoritme een oplossing bieden?

Er werd te weinig betaald.

## 1.1.2 Wat is het doel dat bereikt dient te worden met de inzet van het algoritme? Wat is \
hierbij het hoofddoel en wat zijn subdoelen?

Eerlijk parkeren.

## 1.4.2 Wie is eindverantwoordelijk voor het algoritme?

Het college.

## 3.2.1 Welke rol spelen medewerkers in het proces waar het algoritme een onderdeel van is \
('menselijke tussenkomst')?

Een medewerker kijkt.

## 2.5.2 Zijn de data voldoende beveiligd? Maak hierin onderscheid tussen de inputdata en de \
outputdata en leg uit.

De sleutel ligt in de kluis.
"""


def by_title(reading: Reading) -> dict[str, Section]:
    """Return the sections by their own heading."""
    return {section.headings[-1]: section for section in list_sections(reading) if section.headings}


@pytest.mark.parametrize(
    ("version", "title", "ids"),
    [
        ("3.0", "5. Verwerkingsdoeleinden", ("5", None)),
        ("2017", "4. Verwerkingsdoeleinden", ("4", "5")),
        ("3.0", "4. Technieken en methoden van de gegevensverwerkingen", ("4", None)),
        ("2017", "8. Techniek en methode van gegevensverwerking", ("8", "4")),
    ],
)
def test_titles_decide_under_both_numberings(
    read: Read, write_dpia: WriteDpia, version: str, title: str, ids: tuple[str, str | None]
) -> None:
    """One title is another number in 2017; both lead to the question of version 3.0."""
    section = by_title(read(write_dpia({}, version)))[title]

    assert section.question is not None
    assert (section.question.id, section.question.official) == ids


def test_a_dpia_of_2017_is_known_as_such(read: Read, write_dpia: WriteDpia) -> None:
    """The numbers of paragraphs four to eight tell the versions apart."""
    instruments = [find_instrument(read(write_dpia({}, version))) for version in ("3.0", "2017")]

    assert [each.key for each in instruments if each] == ["dpia_3_0", "dpia_2017"]


def test_an_iama_is_known_by_its_questions(read: Read) -> None:
    """The questions of IAMA 2.0 are whole sentences with their number before them."""
    reading = read(IAMA)
    found = find_instrument(reading)
    questions = [section.question.id for section in list_sections(reading) if section.question]

    assert found is not None
    assert found.key == "iama_2_0"
    assert questions == ["1.1.1", "1.1.2", "1.4.2", "3.2.1", "2.5.2"]


def test_another_document_has_no_questions(read: Read) -> None:
    """A heading that a questionnaire shares with every document makes none of it."""
    reading = read(
        "# Systeembeschrijving\n\n## 1 Voorstel\n\nTekst.\n\n## 2 Maatregelen\n\nTekst.\n"
    )

    assert find_instrument(reading) is None
    assert all(section.question is None for section in list_sections(reading))


@pytest.mark.parametrize(
    "heading",
    [
        "Advies functionaris gegevensbescherming",
        "Advies functionaris voor gegevensbescherming (FG)",
        "Bijlage 1. Begrippen",
        "Inhoudsopgave",
        "Vaststelling en ondertekening",
        "Versiebeheer",
        "Geraadpleegde bronnen",
        "Leeswijzer",
    ],
)
def test_parts_around_the_answers_are_never_quoted(
    read: Read, write_dpia: WriteDpia, heading: str
) -> None:
    """An adviser is another voice, and the rest is about the document; numbered or not."""
    text = write_dpia({}, rest=f"# {heading}\n\nHet algoritme vergelijkt kentekens.")

    assert not by_title(read(text))[heading].takes_answers


def test_a_summary_is_quoted_only_where_the_form_asks_for_it(
    read: Read, write_dpia: WriteDpia
) -> None:
    """It repeats the rest; in a DPIA it answers the short description (register.md 3.4)."""
    summary = "# Managementsamenvatting\n\nHet algoritme vergelijkt kentekens."

    asked = by_title(read(write_dpia({}, rest=summary)))["Managementsamenvatting"]
    unasked = by_title(read(summary))["Managementsamenvatting"]

    assert asked.takes_answers
    assert not unasked.takes_answers


def test_a_part_that_is_no_answer_rules_its_own_headings(read: Read, write_dpia: WriteDpia) -> None:
    """A heading inside the adviser's part is still the adviser's."""
    text = write_dpia({}, rest="# Advies FG\n\n## Bevindingen\n\nHet algoritme is niet rijp.")

    assert not by_title(read(text))["Bevindingen"].takes_answers


def test_answers_about_security_are_never_quoted(read: Read) -> None:
    """The form itself marks questions whose answers stay inside (register.md 3.5)."""
    sections = list_sections(read(IAMA))

    assert [s.takes_answers for s in sections if s.question and s.question.id == "2.5.2"] == [False]
    assert [s.takes_answers for s in sections if s.question and s.question.id == "1.1.2"] == [True]


def test_text_before_the_first_heading_stands_under_none(read: Read) -> None:
    """A title page without headings is no answer to anything."""
    first = list_sections(read("Een losse zin vooraf.\n\n# Kop\n\nTekst.\n"))[0]

    assert first.headings == ()
    assert first.question is None


def test_a_number_on_a_line_of_its_own_belongs_to_the_heading_below_it(
    read: Read, write_dpia: WriteDpia
) -> None:
    """The bold lines of a hand-made form often part the two."""
    whole = write_dpia({"Persoonsgegevens": "Het model gebruikt adressen."}, version="2017")
    text = whole.replace("## 2. Persoonsgegevens", "2.\n\n## Persoonsgegevens")
    sections = list_sections(read(text))
    said = [block.span.of(text) for section in sections for block in section.blocks]

    assert [each.question.id for each in sections if each.question][:3] == ["1", "2", "3"]
    assert "Het model gebruikt adressen." in said
    assert "2." not in said


def test_a_title_without_a_headings_look_rules_the_headings_below_it(
    read: Read, write_dpia: WriteDpia
) -> None:
    """It stands as deep as its siblings, which look like headings."""
    title = "8. Techniek en methode van gegevensverwerking"
    below = f"{title}\n\n### Hoe het rekent\n\nMet regressie."
    text = write_dpia({}, version="2017").replace(f"## {title}", below)
    section = by_title(read(text))["Hoe het rekent"]

    assert section.question is not None
    assert section.question.id == "8"


def test_titles_of_its_own_that_name_questions_ask_them(read: Read) -> None:
    """With a heading's look and without it, and with an answer in the same paragraph."""
    text = (
        "# Toets Bladluis\n\n## Waarom wij dit doen (DPIA 5, IAMA 1.1)\n\nMinder gif.\n\n"
        "Welke gegevens (DPIA 2)\n\nFoto's.\n\n## Hoe het rekent (IAMA 2.1)\n\nMet beelden.\n\n"
        "## Wie er kijkt (IAMA 3.2.1)\n\nEen teler.\n\n## Wegen [DPIA 14]\n\nHet is nodig.\n"
    )
    sections = list_sections(read(text))
    asked = [(each.question.instrument, each.question.id) for each in sections if each.question]

    assert asked == [
        ("dpia_3_0", "5"),
        ("dpia_3_0", "2"),
        ("iama_2_0", "2.1"),
        ("iama_2_0", "3.2.1"),
        ("dpia_3_0", "14"),
    ]

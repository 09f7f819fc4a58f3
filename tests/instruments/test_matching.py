"""Headings find their question: title first, number second."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractor.instruments.matching import (
    is_never_copied,
    match_heading,
    match_question,
    recognise_instrument,
)
from extractor.instruments.numbering import split_heading
from extractor.instruments.questions import (
    Instrument,
    Question,
    find_question,
    load_instrument,
    load_instruments,
)

HEADINGS_2017 = (
    "1. Voorstel",
    "2. Persoonsgegevens",
    "3. Gegevensverwerkingen",
    "4. Verwerkingsdoeleinden",
    "5. Betrokken \npartijen",
    "6. Belangen bij de gegevensverwerking",
    "7. Verwerkingslocaties",
    "8. Techniek en methode van \ngegevensverwerking",
    "9. Juridisch en beleidsmatig \nkader",
    "10. Bewaartermijnen",
    "11. Rechtsgrond",
    "12. Bijzondere persoonsgegevens",
    "13. Doelbinding",
    "14. Noodzaak en evenredigheid",
    "15. Rechten van de betrokkene",
    "16. Risico’s",
    "17. Maatregelen",
)
"""The titles as a published DPIA of 2020 prints them, two of them over two lines."""
STYLES = (
    "{n}. {t}",
    "{n} {t}",
    "{n}) {t}",
    "{n}: {t}",
    "{n} - {t}",
    "{n}.{t}",
    "§{n} {t}",
    "§ {n}. {t}",
    "Paragraaf {n} {t}",
    "Paragraaf {n}: {t}",
    "Vraag {n}. {t}",
    "A.{n} {t}",
    "A{n}. {t}",
    "## {n}. {t}",
    "**{n}. {t}**",
    "{n}.\n{t}",
    "{n}. {t}:",
    "{n}. {t} ........ 12",
    "{n}. {t} (tabel, 3 rijen)",
    "{t}",
)


def find_id(heading: str, instrument: Instrument, parent: Question | None = None) -> str | None:
    """Return the id of the question a heading opens."""
    question = match_heading(heading, instrument, parent)
    return question.id if question else None


def list_paragraphs() -> list[Question]:
    """Return the 17 paragraphs of the newest DPIA model."""
    return [each for each in load_instrument("dpia_3_0").questions if each.id.isdigit()][1:18]


def test_all_17_headings_of_a_real_dpia_match(dpia_2017: Instrument) -> None:
    """Under the numbers of 2017 each heading opens the paragraph with that number."""
    found = [find_id(heading, dpia_2017) for heading in HEADINGS_2017]

    assert found == [str(number) for number in range(1, 18)]


def test_titles_count_before_numbers(dpia: Instrument) -> None:
    """Read with the numbers of 3.0, an older DPIA still gives the paragraphs its titles say."""
    found = [find_id(heading, dpia) for heading in HEADINGS_2017[3:8]]

    assert found == ["5", "6", "7", "8", "4"]


@given(
    st.sampled_from(list_paragraphs()),
    st.sampled_from(STYLES),
    st.sampled_from([str.upper, str.lower, str]),
)
def test_style_of_numbering_makes_no_difference(
    paragraph: Question, style: str, case: Callable[[str], str]
) -> None:
    """However a number is printed, in capitals or not, the heading opens its paragraph."""
    heading = style.format(n=paragraph.id, t=case(paragraph.title))
    assume("{n}" in style or case is not str.lower)

    assert match_heading(heading, load_instrument("dpia_3_0")) == paragraph


@given(
    st.integers(1, 25),
    st.sampled_from(["Geblokkeerde app in de store", "Uitval van de dienst", "Verkeersanalyse"]),
    st.sampled_from(STYLES),
)
def test_a_number_with_another_title_is_no_match(number: int, title: str, style: str) -> None:
    """A list of risks numbered like the form is not the form."""
    heading = style.format(n=number, t=title)

    for instrument in load_instruments():
        assert match_heading(heading, instrument) is None


@pytest.mark.parametrize(
    ("heading", "question_id"),
    [
        ("Gegevensverwerkingen", "3"),
        ("Techniek en methode", "4"),
        ("Technieken en methoden van de gegevensverwerkingen", "4"),
        ("Techniek en methode van gegevensverwerking", "4"),
        ("Doeleinden", "5"),
        ("Partijen", "6"),
        ("Belangen", "7"),
        ("Rechten van de betrokkene(n)", "15"),
        ("Rechten betrokkenen", "15"),
        ("Risico's", "16"),
        ("Risico’s voor de betrokkenen", "16"),
        ("14 Noodzaak & evenredigheid", "14"),
        ("Subsidiariteit", "14.1"),
        ("Proportionaliteit", "14.2"),
        ("Het recht op informatie", "15.8"),
        ("Recht om bezwaar te maken", "15.7"),
        ("Doel", "5"),
        ("5.1.1 Verwerkingsdoeleinde", "5.1.1"),
        ("Managementsamenvatting", "18"),
    ],
)
def test_small_differences_of_title_are_tolerated(
    heading: str, question_id: str, dpia: Instrument
) -> None:
    """Singular and plural, articles and the usual other wordings find the same paragraph."""
    assert find_id(heading, dpia) == question_id


@pytest.mark.parametrize(
    ("heading", "question_id"),
    [
        ("8. Techniek en methode van", "8"),
        ("5. Betrokken", "5"),
        ("16. Risico’s en maatregelen", "16"),
        ("Betrokken", None),
        ("16.", None),
        ("16", None),
        ("Paragraaf 16", "16"),
        ("", None),
        ("Doel en impact van de scan", None),
    ],
)
def test_a_number_completes_a_title(
    heading: str, question_id: str | None, dpia_2017: Instrument
) -> None:
    """A title that breaks off or goes on needs its number; a bare number says nothing."""
    assert find_id(heading, dpia_2017) == question_id


def test_the_question_above_decides_between_equal_titles(dpia: Instrument) -> None:
    """Many questions are called "Procedure toelichting"; the right they stand under decides."""
    objection = find_question("15.7", dpia)

    assert find_id("Procedure toelichting", dpia) is None
    assert find_id("Procedure toelichting", dpia, objection) == "15.7.2"
    assert find_id("Procedure toelichting", dpia, find_question("15.7.1", dpia)) == "15.7.2"


def test_no_paragraph_stands_below_another(dpia_2017: Instrument) -> None:
    """A subheading named like a paragraph opens that paragraph only with its number."""
    personal_data = find_question("2", dpia_2017)

    assert find_id("Bijzondere persoonsgegevens", dpia_2017, personal_data) is None
    assert find_id("12. Bijzondere persoonsgegevens", dpia_2017, personal_data) == "12"
    assert find_id("Bijzondere persoonsgegevens", dpia_2017) == "12"


@pytest.mark.parametrize(
    ("text", "question_id"),
    [
        (
            "1.1.2 Wat is het doel dat bereikt dient te worden met de inzet van het algoritme?",
            "1.1.2",
        ),
        ("Wat is het doel dat bereikt dient te worden met de inz", "1.1.2"),
        ("2.1.2 Wat is het doel dat bereikt dient te worden", "1.1.2"),
        ("Wie is eindverantwoordelijk voor het algoritme? De directeur van de dienst.", "1.4.2"),
        (
            "4.5.4 Is het redelijk om het algoritme in te zetten als rekening wordt gehouden met:",
            "4.5.4",
        ),
        ("Is het redelijk om het algoritme in te zetten als rekening wordt gehouden met:", None),
        ("Vraag 2.2A.1", "2.2A.1"),
        ("5.A.1 Gediende belangen", "5.A.1"),
        ("5.B. Advies over inzet algoritme", "5.B"),
        ("Wat is het doel van deze brief?", None),
    ],
)
def test_questions_of_an_iama_match_whole_or_cut_off(
    text: str, question_id: str | None, iama: Instrument
) -> None:
    """As heading, table cell or bold line, with the answer behind it or broken off."""
    question = match_question(text, iama)

    assert (question.id if question else None) == question_id


def test_a_line_within_a_sentence_is_no_heading(dpia: Instrument) -> None:
    """The last words of a broken line look like a title, but for their capital and full stop."""
    assert find_id("persoonsgegevens.", dpia) is None
    assert find_id("maatregelen", dpia) is None
    assert find_id("Maatregelen", dpia) == "17"


def test_labels_of_persons_are_never_copied(dpia: Instrument, iama: Instrument) -> None:
    """A label asked more than once is withheld when every question with it forbids copying."""
    assert match_heading("Naam", dpia) is None
    assert is_never_copied("Naam:", dpia)
    assert is_never_copied("2.5.2 Zijn de data voldoende beveiligd?", iama)
    assert not is_never_copied("Organisatie", dpia)
    assert not is_never_copied("1. Voorstel", dpia)


@pytest.mark.parametrize("instrument", load_instruments(), ids=lambda each: each.key)
def test_every_question_finds_itself(instrument: Instrument) -> None:
    """With its number, whatever the spaces, a question's own title opens it."""
    printed = [each for each in instrument.questions if "grp" not in each.id]

    for question in printed:
        assert match_heading(f"{question.id} {question.title}", instrument) == question
        assert match_heading(f" {question.id}.   {question.title} ", instrument) == question


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    """Hostile headings are answered, and an answer is always a question of that instrument."""
    for instrument in load_instruments():
        question = match_heading(text, instrument)
        assert question is None or question in instrument.questions
    assert recognise_instrument([text]) is None


def test_split_heading_reads_long_lines_in_no_time() -> None:
    """A line of 100,000 spaces, dots or brackets is cut before it is looked at."""
    for filler in (" ", ".", "(", "1.", "# "):
        assert len(split_heading("4. Doel" + filler * 100_000 + "x").words) < 700


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("IV. Technieken en methoden van de gegevensverwerkingen", "4"),
        ("XVII - Maatregelen", "17"),
        ("Betrokken partijen en hun rollen", "6"),
        ("Bewaartermijnen van de gegevens", "10"),
        ("Verwerkingsdoelienden", "5"),
        ("Bewaartermijen", "10"),
        ("Persoonsgegevnes", "2"),
    ],
)
def test_figures_added_words_and_slips_are_read_over(
    dpia: Instrument, heading: str, question: str
) -> None:
    """Roman figures, a few words more, and one letter amiss leave the title what it is."""
    found = match_heading(heading, dpia)

    assert found is not None
    assert found.id == question


@pytest.mark.parametrize("heading", ["Inlogen", "Voordelen", "Maatregelen tegen fouten", "Belagen"])
def test_other_words_are_no_slip(dpia: Instrument, heading: str) -> None:
    """A short word with another letter is another word."""
    assert match_heading(heading, dpia) is None

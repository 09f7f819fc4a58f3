"""An export of the form tool is read in the order of the form, each answer under its question."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.documents.reading import read_file
from extractor.instruments.questions import find_by_urn, find_question, load_instruments
from extractor.locators import locate
from extractor.models import Span
from extractor.presenting import present
from tests.documents.form.form_readings import find, find_block, list_outer, read_export, read_form

SHARED = Path(__file__).parents[4] / "shared" / "documents" / "moza-profielservice"


def test_answers_stand_below_the_official_titles_of_their_questions() -> None:
    """The order is that of the form, not that of the export; headings nest as the form does."""
    reading = read_form({"14.1": "Een ander middel ontbreekt.", "1.1": "Een voorstel."})

    assert list_outer(reading) == [
        ("heading", "vraag 1", "1 Voorstel"),
        ("heading", "vraag 1.1", "1.1 Voorstel"),
        ("paragraph", "vraag 1.1", "Een voorstel."),
        ("heading", "vraag 14", "14 Noodzaak en evenredigheid"),
        ("heading", "vraag 14.1", "14.1 De beoordeling van de subsidiariteit"),
        ("paragraph", "vraag 14.1", "Een ander middel ontbreekt."),
    ]
    assert (reading.reader, reading.options) == ("form@1", ("urn:nl:dpia:3.0",))
    assert reading.problems == ()


def test_a_citation_names_the_question() -> None:
    """A locator says which question was answered, with the headings above it."""
    reading = read_export("dpia-klachtwijzer.json")

    found = locate(reading, find(reading, "Een alternatief is"))

    assert (found.kind, found.label) == ("question", "14.1")
    assert found.heading == (
        "14 Noodzaak en evenredigheid › 14.1 De beoordeling van de subsidiariteit"
    )


def test_a_group_that_repeats_is_a_table_with_titles() -> None:
    """Every cell knows its own question and column; rows that nobody filled in are left out."""
    reading = read_export("dpia-klachtwijzer.json")
    rows = [block for block in reading.blocks if block.kind == "row" and block.label == "vraag 2.1"]

    assert len(rows) == 4
    assert present(reading, rows[0].span).text.startswith("Persoonsgegeven\tCategorie betrokkene")
    assert present(reading, rows[1].span).text == (
        "Naam en e-mailadres van de melder\tMelders\tContactgegevens\tgewoon\t"
        "Melding behandelen\tJa\t\tMeldingenformulier"
    )
    assert locate(reading, find(reading, "Handelsregister")).label == "2.1.8"
    titles = [block for block in reading.blocks if block.kind == "instruction"]
    assert "Categorie betrokkene" in [block.span.of(reading.text) for block in titles]


def test_the_same_question_in_every_repetition_needs_no_table() -> None:
    """One column is no table: its answers follow each other as text."""
    answers: dict[str, object] = {
        "5.1": [
            {"_index": "0", "5.1.1": {"value": "Sneller helpen."}},
            {"_index": "7", "5.1.1": {"value": "Beter verdelen."}},
            {"_index": "9"},
        ]
    }

    assert list_outer(read_form(answers))[-2:] == [
        ("paragraph", "vraag 5.1.1", "Sneller helpen."),
        ("paragraph", "vraag 5.1.1", "Beter verdelen."),
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [("true", "Ja"), ("false", "Nee"), (True, "Ja"), (False, "Nee")],
)
def test_yes_and_no_stand_beside_their_question(value: object, said: str) -> None:
    """A bare yes proves nothing without what was asked."""
    reading = read_form({"15.6.1": value})

    assert list_outer(reading)[-1] == (
        "row",
        "vraag 15.6.1",
        f"Procedures ter uitvoering\t{said}",
    )
    assert find_block(reading, "Procedures ter uitvoering\t").kind == "row"
    assert find_block(reading, said).label == "vraag 15.6.1"


def test_choices_are_items() -> None:
    """Several boxes that were ticked are several answers to one question."""
    reading = read_form({"1.1.2": {"value": ["Naam", "Adres", None, ""]}}, "urn:nl:prescan:2.0")

    assert list_outer(reading)[-2:] == [
        ("list_item", "vraag 1.1.2", "Naam"),
        ("list_item", "vraag 1.1.2", "Adres"),
    ]


def test_markdown_is_shown_without_its_signs() -> None:
    """The text stays as it was typed; signs are marks, a bold line is a heading below the title."""
    reading = read_form(
        {"1.1": "Een **eerste** doel.\n\n**Scope**\n\n- Zie [de wet](https://w.nl)"}
    )

    assert "**eerste**" in reading.text
    shown = present(reading, find_block(reading, "Een **eerste** doel.").span).text
    assert shown == "Een eerste doel."
    heading = find_block(reading, "**Scope**")
    assert (heading.kind, heading.level, heading.label) == ("heading", 3, "vraag 1.1")
    assert find_block(reading, "Zie").kind == "list_item"


def test_an_answer_is_not_taken_for_a_heading() -> None:
    """Capitals, a number or bold letters make no heading of what is the whole answer."""
    answers = {"1.1": "**Nee**", "2.3": "NIET BEKEND", "3.2": "1. Invoer door de melder"}

    kinds = [kind for kind, _, text in list_outer(read_form(answers)) if text in answers.values()]

    assert "heading" not in kinds
    assert len(kinds) == 3


def test_html_becomes_lines() -> None:
    """What an editor wrote as html is shown as its paragraphs and items."""
    reading = read_form({"5.2": "<p>E&eacute;n doel.</p><ul><li>Sneller</li><li>Beter</li></ul>"})

    assert [(kind, text) for kind, _, text in list_outer(reading)[-3:]] == [
        ("paragraph", "Eén doel."),
        ("list_item", "- Sneller"),
        ("list_item", "- Beter"),
    ]


def test_angle_brackets_are_no_html() -> None:
    """A gap that somebody marked stays a gap in sight."""
    assert "<naam invullen>" in read_form({"1.1": "Beheer door <naam invullen>."}).text


def test_who_edited_the_form_is_left_out_and_answers_stay() -> None:
    """Names in the tool's own administration are nobody's answer."""
    reading = read_export("dpia-klachtwijzer.json")

    assert "Testpersoon" not in reading.text
    assert "@lagevenen.example" not in reading.text
    assert "S. de Graaf" in reading.text


def test_pictures_are_counted_and_left_out() -> None:
    """Their bytes are no text, wherever they stand."""
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 100
    reading = read_form(
        {
            "1.1": f"Zie de plaat. ![plaat]({picture}) Verder niets.",
            "1.2": [{"_index": 0, "1.2.1": {"value": {"data": picture, "title": "Plaat"}}}],
            "2.3": picture,
        }
    )

    (problem,) = reading.problems
    assert (problem.code, "3" in problem.message) == ("images", True)
    assert "iVBOR" not in reading.text
    assert "Zie de plaat.  Verder niets." in reading.text


def test_earlier_layouts_are_read_alike() -> None:
    """Answers under random names, with or without the name of the questionnaire around them."""
    oldest, earlier = (
        read_export("dpia-klachtwijzer-v0.json"),
        read_export("prescan-klachtwijzer-v1.json"),
    )

    assert (oldest.options, earlier.options) == (("urn:nl:dpia:3.0",), ("urn:nl:prescan:2.0",))
    rows = [
        text for kind, label, text in list_outer(oldest) if (kind, label) == ("row", "vraag 2.1")
    ]
    assert rows == [
        "Persoonsgegeven\tType persoonsgegeven\tBron betrokkenen",
        "Tekst van de melding\tgevoelig\tJa",
        "Adres van het bedrijf\tgewoon",
    ]
    assert locate(earlier, find(earlier, "Ja")).label == "6.1.3"
    assert "Testpersoon" not in earlier.text


def test_keys_with_an_index_are_rows() -> None:
    """As the tool keeps them itself: `2.1.1[0]`."""
    answers = {"2.1.1[0]": "Naam", "2.1.4[0]": "gewoon", "2.1.1[3]": "BSN", "2.1.4[3]": "gevoelig"}

    assert [text for kind, _, text in list_outer(read_form(answers)) if kind == "row"][1:] == [
        "Naam\tgewoon",
        "BSN\tgevoelig",
    ]


def test_every_question_of_every_form_can_be_answered() -> None:
    """Also those with letters in their ids, such as 2.2A.1 and 5.B."""
    for instrument in load_instruments():
        for urn in instrument.urns:
            answers = {question.id: f"Op {question.id} dit." for question in instrument.questions}
            reading = read_form(answers, urn)

            assert reading.options == (urn,)
            for question in instrument.questions:
                found = locate(reading, find(reading, f"Op {question.id} dit."))
                assert (found.kind, found.label) == ("question", question.id)


def test_a_version_that_is_not_known_is_read_and_told() -> None:
    """The answers keep their ids; whether the titles are right is for a person to see."""
    reading = read_form({"1.1": "Een voorstel.", "21.1": "Iets nieuws."}, "urn:nl:dpia:4.0")

    assert [problem.code for problem in reading.problems] == ["fallback"]
    assert list_outer(reading)[-2:] == [
        ("heading", "vraag 21.1", "Vraag 21.1"),
        ("paragraph", "vraag 21.1", "Iets nieuws."),
    ]


def test_a_form_without_answers_says_so() -> None:
    """Empty rows and empty values are no text."""
    reading = read_form({"1.1": "", "4": None, "12.1.1": "null", "5.1": [{"_index": 1}]})

    assert (reading.text, reading.blocks) == ("", ())
    assert [problem.code for problem in reading.problems] == ["no_text"]


def test_a_real_export_reads_as_its_text() -> None:
    """The sentences of a real form stand in the reading as they do in its rendering as text."""
    if not SHARED.is_dir():
        pytest.skip("the reference material is not there")
    form = read_file(SHARED / "dpia-moza-profielservice-par-form-v2.json")
    rendered = read_file(SHARED / "dpia-moza-profielservice.txt")
    instrument = find_by_urn("urn:nl:dpia:3.0")

    spoken = {
        present(form, block.span).text
        for block in form.blocks
        if block.kind in ("paragraph", "list_item") and block.label
    }
    shown = " ".join(present(rendered, Span(start=0, end=len(rendered.text))).text.split())
    assert len(spoken) > 60
    assert [words for words in spoken if " ".join(words.split()) not in shown] == []
    assert instrument is not None
    for block in form.blocks:
        if block.label:
            assert find_question(block.label.removeprefix("vraag "), instrument), block.label
    assert [problem.code for problem in form.problems] == ["images"]

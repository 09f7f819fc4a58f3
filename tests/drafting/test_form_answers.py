"""What a form export says of its questions feeds the fields straight, by id before title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.drafting.offline.answers import Answer
from extractor.drafting.offline.sections import find_instrument, list_sections
from extractor.instruments.questions import load_instrument
from extractor.models import Proposal, Reading
from tests.documents.form.form_readings import read_export, read_form

Propose = Callable[..., dict[str, Proposal]]
ListAnswers = Callable[..., list[Answer]]

PRESCAN = "urn:nl:prescan:2.0"


def tell_values(proposals: dict[str, Proposal], field: str) -> list[str]:
    """Return the values proposed for a field."""
    proposal = proposals[field]
    return [str(claim.value) for claim in (*proposal.claims, *proposal.alternatives)]


def list_questions(answers: list[Answer], words: str) -> list[str | None]:
    """Return the ids of the questions to which the words are an answer."""
    holding = (answer for answer in answers if words in answer.sentence.text)
    return [answer.question.id if answer.question else None for answer in holding]


def test_the_reader_says_which_questionnaire_it_is() -> None:
    """One answer is enough, where a document by hand must show most of its headings."""
    assert find_instrument(read_form({"4": "Een model."})) == load_instrument("dpia_3_0")
    assert find_instrument(read_form({"0.1": "Nee."}, PRESCAN)) == load_instrument("prescan_2_0")


def test_an_id_goes_before_a_title() -> None:
    """A heading that somebody wrote inside an answer opens no other question."""
    reading = read_form({"1.1": "Een voorstel.\n\n## Doelbinding\n\nNiet van toepassing hier."})

    found = {section.headings[-1]: section.question for section in list_sections(reading)[2:]}

    assert {title: each.id for title, each in found.items() if each} == {
        "1.1 Voorstel": "1.1",
        "Doelbinding": "1.1",
    }


@pytest.mark.parametrize("name", ["dpia-klachtwijzer.json", "dpia-klachtwijzer.pdf"])
def test_sentences_in_tables_answer_their_own_question(answers_in: ListAnswers, name: str) -> None:
    """The PDF asks a question a row, also one of two words."""
    answers = answers_in(read_export(name))

    assert list_questions(answers, "kan afwijken van de voorgestelde volgorde") == ["15.6.2"]
    assert list_questions(answers, "De leverancier is Taalkracht") == ["6.2"]


def test_the_markdown_of_the_tool_is_read_as_its_questions(answers_in: ListAnswers) -> None:
    """Below `Vraag` and `Antwoord` every first cell is a question, however short."""
    answers = answers_in(read_export("dpia-klachtwijzer.md"))

    assert list_questions(answers, "kan afwijken van de voorgestelde volgorde") == ["15.6.2"]
    assert list_questions(answers, "Elk kwartaal wordt de score") == ["17.1.3"]
    assert not any(answer.usable for answer in answers if "iet ingevuld" in answer.sentence.text)


@pytest.mark.parametrize("kind", ["json", "pdf", "md"])
def test_one_form_gives_one_draft(propose_for: Propose, kind: str) -> None:
    """However it was exported, its answers reach the fields that the questions feed."""
    proposals = propose_for(read_export(f"dpia-klachtwijzer.{kind}"))

    assert any("31.000" in each for each in tell_values(proposals, "methods_and_models"))
    assert any("kan afwijken" in each for each in tell_values(proposals, "human_intervention"))
    assert any("alternatief" in each for each in tell_values(proposals, "proportionality"))
    assert any("steekproef van 20" in each for each in tell_values(proposals, "risks"))
    assert tell_values(proposals, "name") == []


def test_the_titles_of_a_table_are_no_answer(propose_for: Propose) -> None:
    """They say what the cells are; the cells are quoted one by one with their own question."""
    proposals = propose_for(read_export("dpia-klachtwijzer.json"))

    values = tell_values(proposals, "source_data")
    assert values[0] == "- Naam en e-mailadres van de melder – Contactgegevens – Meldingenformulier"
    assert not any("Categorie persoonsgegevens" in each for each in values)
    labels = [each.locator.label for each in proposals["source_data"].claims[0].citations]
    assert labels == ["2.1.1", "2.1.3", "2.1.8"]


@pytest.mark.parametrize(
    ("answers", "category"),
    [
        ({"6.1.1": "true", "6.1.2": "true"}, ["Hoog-risico AI-systeem"]),
        ({"6.1.1": "true", "6.1.2": "false", "6.1.3": "true"}, ["Impactvolle algoritmes"]),
        ({"6.1.1": "true", "6.1.2": "false", "6.1.3": "false"}, []),
    ],
)
def test_a_pre_scan_tells_the_category(
    propose_for: Propose, answers: dict[str, object], category: list[str]
) -> None:
    """A yes is quoted together with what was asked."""
    proposals = propose_for(read_form(answers, PRESCAN))

    assert tell_values(proposals, "publication_category") == category
    for claim in proposals["publication_category"].claims:
        assert [each.quote for each in claim.citations][-1] == "Ja"
        assert {each.locator.label for each in claim.citations} <= {"6.1.2", "6.1.3"}


def test_no_other_yes_tells_the_category(propose_for: Propose) -> None:
    """The same word under another question says nothing of it."""
    proposals = propose_for(read_form({"1.1.1": "true", "7.1.1": "true"}, PRESCAN))

    assert tell_values(proposals, "publication_category") == []


@pytest.mark.parametrize(("status", "found"), [("definitief", 1), ("concept", 0), ("Concept", 0)])
def test_a_concept_is_no_assessment_that_was_carried_out(
    propose_for: Propose, status: str, found: int
) -> None:
    """The form asks for it by name."""
    reading = read_form({"4": "Een model.", "19.2": status})

    assert len(tell_values(propose_for(reading), "impacttoetsen_grouping")) == found


def test_every_citation_of_a_form_has_its_question(propose_for: Propose) -> None:
    """But for the line that says which form it is."""
    reading: Reading = read_export("dpia-klachtwijzer.json")

    cited = [
        citation.locator
        for proposal in propose_for(reading).values()
        for claim in proposal.claims
        for citation in claim.citations
    ]

    assert len(cited) > 20
    assert {each.kind for each in cited if each.label != "1"} == {"question"}

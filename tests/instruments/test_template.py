"""What a form itself says is told from answers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.instruments.folding import fold
from extractor.instruments.questions import load_instrument
from extractor.instruments.template import (
    begins_as_template,
    find_template,
    is_about_document,
    is_placeholder,
    is_template_sentence,
)
from extractor.models import Span

QUESTION = "Hoe zijn de beslisregels tot stand gekomen?"
"""A question of the IAMA: its title is a fact, and no answer."""
ANSWER = "De regels volgen uit de beleidsregel van het college."


def test_a_question_is_no_answer() -> None:
    """A form's question repeated between answers is recognised, an answer is not."""
    assert is_template_sentence(QUESTION)
    assert is_template_sentence(QUESTION.upper().replace(" ", "  "))
    assert not is_template_sentence(ANSWER)
    assert not is_template_sentence(f"{QUESTION} {ANSWER}")
    assert not is_template_sentence("")


def test_find_template_returns_the_exact_place() -> None:
    """The span runs from the first word to the mark at the end, whatever stands around it."""
    text = f"2.2 Totstandkoming\n{QUESTION} {ANSWER}"

    (span,) = find_template(text)

    assert span.of(text) == QUESTION


@pytest.mark.parametrize(
    "printed",
    [
        "Hoe zijn de beslis-\nregels tot stand gekomen?",
        "Hoe zijn de beslis\ufffe\nregels tot stand gekomen",
        "Hoe zijn de beslis\u00adregels tot\nstand gekomen?",
        "HOE ZIJN DE BESLISREGELS TOT STAND GEKOMEN",
    ],
)
def test_typesetting_makes_no_difference(printed: str) -> None:
    """Hyphens at line ends, soft hyphens, capitals and a missing mark do not hide a question."""
    assert is_template_sentence(printed)
    assert [span.of(printed + f" {ANSWER}") for span in find_template(printed + f" {ANSWER}")] == [
        printed
    ]


def test_furniture_within_a_sentence_is_read_over() -> None:
    """A sentence that runs over a page is found when the page's furniture is named."""
    text = "Hoe zijn de beslisregels\n12 | 40 DPIA Laadpalen\ntot stand gekomen? Uit beleid."
    furniture = Span(start=text.index("12 |"), end=text.index("\ntot") + 1)

    assert find_template(text) == ()
    assert [span.of(text)[-17:] for span in find_template(text, [furniture])] == [
        "tot stand gekomen?"[1:]
    ]


@given(st.text(max_size=200), st.text(max_size=200))
def test_spans_lie_in_the_text_in_order(before: str, after: str) -> None:
    """Whatever surrounds a question, spans are in order, apart, and inside the text."""
    text = f"{before}\n{QUESTION}\n{after}"
    spans = find_template(text)

    assert any(fold(QUESTION) in fold(span.of(text)) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)


@given(st.text(alphabet="[]()<>{}._:- \nTODOtbdinvullen", max_size=400))
def test_any_sentence_can_be_asked(sentence: str) -> None:
    """Hostile sentences are answered, never refused."""
    for ask in (is_template_sentence, is_placeholder, is_about_document):
        assert ask(sentence) in {True, False}


def test_long_hostile_sentences_take_no_time() -> None:
    """A sentence of 100,000 brackets or words is answered like any other."""
    for filler in ("[", "zie ", "wordt a ", "<datum ", QUESTION):
        sentence = filler * (100_000 // len(filler))
        is_placeholder(sentence)
        is_about_document(sentence)
        is_template_sentence(sentence)


def test_instructions_of_a_real_dpia_are_found(shared: Path) -> None:
    """All but the sentences that run over a page are found, and nothing in the answers is."""
    pdfium = pytest.importorskip("pypdfium2")
    path = shared / "documents" / "coronamelder-vws" / "dpia-coronamelder.pdf"
    document = pdfium.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()

    counts = [len(find_template(text)) for text in pages]

    assert sum(counts) >= 40
    assert sum(counts[:8]) == sum(counts[37:]) == 0


def test_descriptions_of_the_forms_are_known(shared: Path) -> None:
    """The long descriptions of the official forms are found nearly whole."""
    yaml = pytest.importorskip("yaml")
    form = yaml.safe_load((shared / "reference/instruments/dpia.yaml").read_text("utf-8"))
    texts = [task["description"] for task in form["tasks"] if task.get("description")]

    for text in (text for text in texts if "<" not in text and "•" not in text):
        found = sum(span.end - span.start for span in find_template(text))
        assert found > 0.8 * len(text.strip())


def test_half_a_sentence_is_enough_to_know_it() -> None:
    """The form speaks as well where its sentence goes on as an answer, or breaks off."""
    whole = (
        "Wat is de aanleiding geweest voor de ontwikkeling van het algoritme? "
        "Voor welk probleem moet het algoritme een oplossing bieden?"
    )

    assert begins_as_template("Wat is de aanleiding geweest voor de ontwikkeling was het lawaai.")
    assert begins_as_template(f"a) {whole}")
    assert not begins_as_template("Wat is de aanleiding? Er was veel lawaai op straat.")
    assert not begins_as_template("")


def test_titles_of_one_word_are_no_template() -> None:
    """A bare title may be an answer too; only whole sentences are taken for the form's own."""
    assert not any(
        is_template_sentence(question.title) for question in load_instrument("dpia_2017").questions
    )

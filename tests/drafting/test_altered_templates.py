"""A form's own sentences reach no draft, however they are laid out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from altered_templates import ANSWER, list_sentences, start_alike, write_document, write_documents

from extractor.drafting.offline.answers import Answer
from extractor.instruments.template import is_about_document, is_instruction, is_placeholder
from extractor.models import Proposal

EVERY = 7
"""Every so manieth document is read: one of each layout for each of many sentences."""

QUESTION = "Hoe zijn de beslisregels tot stand gekomen?"


@pytest.fixture
def reference() -> Path:
    """Return the folder of reference material; skips when it is not there."""
    folder = Path(__file__).parents[3] / "shared/reference"
    if not folder.is_dir():
        pytest.skip("the reference material is not there")
    pytest.importorskip("yaml")
    return folder


@pytest.mark.parametrize(("half", "most"), [("seen", 2), ("held_out", 4)])
def test_few_sentences_of_a_form_are_usable(
    answers_of: Callable[[str], list[Answer]], reference: Path, half: str, most: int
) -> None:
    """What remains are words too few to know, and a definition that an answer may repeat."""
    taken = [
        (layout, sentence)
        for layout, sentence, text in list(write_documents(list_sentences(half, reference)))[
            ::EVERY
        ]
        if any(each.usable and each.sentence.text != ANSWER for each in answers_of(text))
    ]

    assert len(taken) <= most, taken


@pytest.mark.parametrize("half", ["seen", "held_out"])
def test_few_answers_are_lost_that_start_alike(
    answers_of: Callable[[str], list[Answer]], reference: Path, half: str
) -> None:
    """An answer that begins with a few words of a form's sentence is one, if they are no order."""
    texts = [start_alike(sentence) for sentence in list_sentences(half, reference)]
    silent = (is_about_document, is_placeholder, is_instruction)
    said = [t for t in texts if t[0].isupper() and not any(each(t) for each in silent)]
    lost = [t for t in said if not any(each.usable for each in answers_of(write_document(t)))]

    assert len(said) > 250
    assert len(lost) <= 5, lost


def test_no_value_is_taken_from_a_question(propose: Callable[..., dict[str, Proposal]]) -> None:
    """The form's own words about categories say nothing of this algorithm."""
    question = "Is het algoritme een hoog-risico AI-systeem in de zin van de AI-verordening?"
    proposal = propose(write_document(question))["publication_category"]

    assert proposal.claims == proposal.alternatives == ()

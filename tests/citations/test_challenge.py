"""A hundred quotes of each kind, genuine and tampered with, on documents printed and set by hand.

Matching by likeness fails here: a sentence and its opposite differ by one word. The kinds are those
of the benchmark, which asks them of a long reading and beside other aligners.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from challenge.asking import Question, ask_all, ask_genuine, ask_tampered
from challenge.found import INVENTED, REAL, find_materials
from challenge.genuine import GENUINE
from challenge.material import Material
from challenge.printing import print_document
from challenge.setting import set_document
from challenge.tampered import TAMPERED

from extractor.citations import check_quote
from extractor.models import Citation

SEED = 20261123
EACH = 100
PAGES, SECTIONS = 12, 70
FEWEST = 30
"""Quotes of a kind that must have been asked, or the documents do not hold what they should."""


@pytest.fixture(scope="module")
def materials() -> Sequence[Material]:
    """Return a document read from a PDF, and one set in lines by hand."""
    return print_document(SEED, PAGES), set_document(SEED, SECTIONS)


def list_wrong(materials: Sequence[Material], asked: Sequence[Sequence[Question]]) -> list[str]:
    """Return the quotes that were not found where they stand, or were found but are false."""
    wrong = []
    for material, questions in zip(materials, asked, strict=True):
        for question in questions:
            checked = check_quote(question.quote, material.index, question.shown)
            span = checked.span if isinstance(checked, Citation) else None
            if not question.is_right(span):
                wrong.append(question.quote)
    return wrong


@pytest.mark.parametrize("kind", GENUINE)
def test_genuine_quotes_are_found_whole(materials: Sequence[Material], kind: str) -> None:
    """All are, and the citation is the whole passage: from its first character to its last."""
    asked = [ask_genuine(kind, material, SEED, EACH) for material in materials]

    assert sum(map(len, asked)) >= FEWEST
    assert list_wrong(materials, asked) == []


@pytest.mark.parametrize("kind", TAMPERED)
def test_tampered_quotes_are_all_refused(materials: Sequence[Material], kind: str) -> None:
    """None is accepted, wherever the lines and pages end."""
    asked = [ask_tampered(kind, material, SEED, EACH) for material in materials]

    assert sum(map(len, asked)) >= FEWEST
    assert list_wrong(materials, asked) == []


@pytest.mark.parametrize("folder", [INVENTED, REAL], ids=["invented", "real"])
def test_every_kind_holds_on_documents_as_they_are(folder: Path) -> None:
    """What a reader makes of Word and PDF files is quoted whole or refused, like all else."""
    found = find_materials(folder, foreign=("De zwembaden openen hun deuren om zeven uur.",))
    if not found:
        pytest.skip("the documents are not here")

    asked = [list(ask_all(material, SEED, count=5)) for material in found]

    assert sum(map(len, asked)) > 500
    assert list_wrong(found, asked) == []


def test_another_seed_asks_other_quotes(materials: Sequence[Material]) -> None:
    """The quotes are drawn by chance, and the same chance draws the same ones."""
    first, again, other = (
        [question.quote for question in ask_genuine("other case", materials[1], seed, EACH)]
        for seed in (1, 1, 2)
    )

    assert first == again != other


def test_what_was_written_is_placed(materials: Sequence[Material]) -> None:
    """The truth by letters alone is the truth of whoever set the lines."""
    placed = {place.written for place in materials[0].places}

    assert placed == set(materials[0].written)
    assert [place.text for place in materials[1].places] == [
        written.text for written in materials[1].written
    ]

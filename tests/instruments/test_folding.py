"""Folding keeps the letters and digits of a text and nothing else."""

from __future__ import annotations

import doctest
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from extractor.instruments import folding, numbering
from extractor.instruments.folding import fold, list_stems


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu", "Nd", "Zs", "Mn"])))
def test_the_form_of_accents_makes_no_difference(text: str) -> None:
    """Composed and decomposed letters are the same letters."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_typesetting_is_folded_away() -> None:
    """Apostrophes, ligatures, soft hyphens and capitals make no other word."""
    assert fold("RISICO’S, ef\u00adﬁciënt!") == "risicos efficient"


def test_singular_and_plural_have_one_stem() -> None:
    """Titles differ in number from form to form."""
    assert list_stems("Rechten van de betrokkenen") == list_stems("Recht van betrokkene")
    assert list_stems("Doelen") != list_stems("Doeleinden")


def test_examples_run() -> None:
    """The examples in the docstrings are true."""
    for module in (folding, numbering):
        results = doctest.testmod(module)
        assert results.attempted > 0
        assert results.failed == 0

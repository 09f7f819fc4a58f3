"""A repair keeps the words, is taken by the register, and changes nothing by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.standard.catalogue import load_fields
from extractor.standard.repairs import offer_repair
from extractor.standard.values import list_objections

KEYS = [field.key for field in load_fields() if field.kind not in {"links", "choices", "constant"}]


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("begin_date", "1 maart 2024", "2024-03"),
        ("begin_date", "maart 2024", "2024-03"),
        ("begin_date", "2024-3", "2024-03"),
        ("begin_date", "2024-03-01", "2024-03"),
        ("begin_date", "01-03-2024", "2024-03"),
        ("website", "www.duinrade.example/auto", "https://www.duinrade.example/auto"),
        ("contact_email", "mailto:auto@duinrade.example", "auto@duinrade.example"),
        ("contact_email", " auto@duinrade.example\n", "auto@duinrade.example"),
        ("name", "=Parkeren controleren", "Parkeren controleren"),
        ("name", "Parkeren\ncontroleren", "Parkeren controleren"),
        ("name", "Parkeren\u200b controleren", "Parkeren controleren"),
        ("name", "R&amp;D meten", "R&D meten"),
        ("name", "<5 meldingen tellen", "kleiner dan 5 meldingen tellen"),
        ("status", "in gebruik", "In gebruik"),
        (
            "publication_category",
            "Impactvolle algoritmes (Categorie B)",
            "Impactvolle algoritmes",
        ),
        ("organization", "Gemeente ’s-Hertogenbosch", "Gemeente 's-Hertogenbosch"),
        ("goal", "=Rust op\u202e straat", "Rust op straat"),
    ],
)
def test_what_was_meant_is_offered(key: str, typed: str, value: str) -> None:
    """In the form the register takes, with what is different."""
    repair = offer_repair(key, typed)

    assert repair is not None
    assert repair.value == value
    assert repair.told.endswith(".")


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("begin_date", "morgen"),
        ("begin_date", "2024-13"),
        ("begin_date", "voorjaar 2024"),
        ("website", "javascript:alert(1)"),
        ("website", "geen"),
        ("status", "In productie"),
        ("name", "x" * 101),
        ("name", "Parkeren <script>alert(1)</script>"),
        ("goal", "   "),
        ("name", "Parkeren controleren"),
    ],
)
def test_what_a_person_must_rewrite_is_not_guessed(key: str, typed: str) -> None:
    """Nor is anything offered for what is taken as it stands."""
    assert offer_repair(key, typed) is None


@given(key=st.sampled_from(KEYS), typed=st.text(max_size=120))
def test_a_repair_is_always_taken(key: str, typed: str) -> None:
    """Whatever was typed: what is offered has no objection, and offers nothing more."""
    repair = offer_repair(key, typed)

    if repair is not None:
        assert list_objections(key, repair.value) == ()
        assert offer_repair(key, repair.value) is None


@given(typed=st.text(st.characters(categories=("L", "N", "Cf", "Cc", "Zs")), max_size=80))
def test_a_repair_keeps_every_letter_and_digit(typed: str) -> None:
    """Of a line only signs nobody sees and white space go."""
    repair = offer_repair("name", typed)

    if repair is not None:
        letters = [character for character in typed if character.isalnum()]
        assert [character for character in repair.value if character.isalnum()] == letters

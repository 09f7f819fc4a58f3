"""Words of a document that is not public are counted, and what is only alike is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.secrecy import LEAST_WORDS, check_secrecy, is_secret

PASSAGE = (
    "De uitkomst gaat naar een medewerker van de afdeling, die binnen twee werkdagen kijkt of de "
    "melding klopt en daarna zelf beslist wat er met de aanvraag gebeurt."
)

IN_TWO_ROWS = (
    "De uitkomst gaat naar een medewerker van de balie. "
    "Een arts kijkt of de melding klopt en daarna zelf."
)

REPEATED = [
    (PASSAGE, 28),
    ("de uitkomst gaat naar een medewerker van de", 8),
    ("DE UITKOMST GAAT NAAR EEN MEDEWERKER VAN DE AFDELING", 9),
    ("Eerst dit. De uitkomst gaat naar een medewerker van de afdeling die alles leest.", 10),
    ("Een ander kijkt\u00a0of de melding klopt en daarna zelf\nbeslist wat er gebeurt.", 11),
    (IN_TWO_ROWS, 16),
]
"""Texts with the number of words that stand in long enough rows in the passage."""

OWN = [
    "",
    "Een medewerker kijkt of de melding klopt.",
    "De uitkomst gaat naar een medewerker van afdeling Zorg.",
    "Wat er met de aanvraag gebeurt, beslist de medewerker daarna zelf.",
    "Binnen twee werkdagen kijkt een medewerker van de afdeling naar de uitkomst.",
    "Afdeling de van medewerker een naar gaat uitkomst de.",
]


@pytest.mark.parametrize(("text", "count"), REPEATED)
def test_repeated_words_are_counted(text: str, count: int) -> None:
    """Line ends, capitals and stops do not make other words of them."""
    (found,) = check_secrecy(text, {"Intern": [PASSAGE]})

    assert found.message.startswith(f"Hier staan {count} woorden ")
    assert "“Intern”" in found.message


@pytest.mark.parametrize("text", OWN)
def test_own_words_are_not_spoken_of(text: str) -> None:
    """The same said otherwise, or a short row of the same words, repeats nothing."""
    assert list(check_secrecy(text, {"Intern": [PASSAGE]})) == []


@given(st.lists(st.sampled_from("abcdefgh"), max_size=30))
def test_a_text_repeats_all_of_itself(words: list[str]) -> None:
    """As many words as it has, from the least number on."""
    text = " ".join(words)
    found = list(check_secrecy(text, {"Intern": [text]}))

    assert [each.message.split()[2] for each in found] == (
        [str(len(words))] if len(words) >= LEAST_WORDS else []
    )


@pytest.mark.parametrize(
    ("marking", "secret"),
    [
        ("Intern", True),
        ("Dep. VERTROUWELIJK", True),
        ("TLP:AMBER", True),
        ("voor intern gebruik", True),
        ("niet openbaar", True),
        ("Staatsgeheim", True),
        ("openbaar", False),
        ("Openbare versie", False),
        ("OPENBAAR", False),
        ("TLP:CLEAR", False),
        ("TLP: WHITE", False),
        (None, False),
    ],
)
def test_a_marking_tells_whether_a_document_is_public(
    marking: str | None,
    secret: bool,  # noqa: FBT001 - a case
) -> None:
    """A document without a marking is not said to be secret."""
    assert is_secret(marking) is secret

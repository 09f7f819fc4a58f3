"""Dutch is told from English, and months are found in words and figures."""

from __future__ import annotations

import pytest

from extractor.drafting.language import is_dutch
from extractor.drafting.months import find_months


def test_small_words_tell_the_language() -> None:
    """Dutch and English need other words around the same technical terms."""
    assert is_dutch("Het model herkent kentekens met een score van 0,9.")
    assert not is_dutch("The model reads number plates and has a score.", in_doubt=True)


@pytest.mark.parametrize("in_doubt", [True, False])
def test_words_without_language_are_answered_by_the_caller(in_doubt: bool) -> None:  # noqa: FBT001 - a case
    """A list item of one technical term tells nothing."""
    assert is_dutch("OCR, ANPR", in_doubt=in_doubt) is in_doubt


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("sinds maart 2023", "2023-03"),
        ("op 3 Oktober 2022", "2022-10"),
        ("vanaf 2024-07", "2024-07"),
        ("op 2024-07-15", "2024-07"),
        ("op 15-07-2024", "2024-07"),
        ("op 5/9/2021", "2021-09"),
    ],
)
def test_a_month_is_read_in_every_usual_form(text: str, month: str) -> None:
    """Words, ISO dates and Dutch dates give year and month."""
    assert [found for _, found in find_months(text)] == [month]


@pytest.mark.parametrize(
    "text", ["versie 2023", "artikel 2024-13", "op 15-17-2024", "medio 2023", "mei", "zone 12-345"]
)
def test_what_is_no_month_is_not_read_as_one(text: str) -> None:
    """A year alone, an impossible month and a bare name give nothing."""
    assert find_months(text) == ()


def test_months_are_given_in_order_with_their_place() -> None:
    """The nearest month to a cue can be chosen by its place."""
    text = "Gebouwd in 01-02-2022 en gebruikt sinds mei 2023."

    assert find_months(text) == ((11, "2022-02"), (text.index("mei"), "2023-05"))

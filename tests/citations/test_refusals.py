"""A refused quote stays in sight: why, what comes nearest, and how that differs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.citations import check_quote
from extractor.models import Reading, RejectedQuote, WordChange

MakeReading = Callable[..., Reading]

TEXT = (
    "Het algoritme kiest zaken. De beelden worden na 48 uur gewist en niet ge-\r\n"
    "deeld met andere instanties. Een medewerker neemt de beslissing over een boete."
)


def refuse(quote: str, reading: Reading) -> RejectedQuote:
    """Return the refusal of a quote."""
    checked = check_quote(quote, reading)
    assert isinstance(checked, RejectedQuote), checked
    assert checked.quote == quote
    return checked


def spell(*steps: str) -> tuple[WordChange, ...]:
    """Return a diff written as `=same`, `-removed`, `+added` and `~quoted>found`."""
    kinds = {"=": "same", "-": "removed", "+": "added", "~": "changed"}
    words = [(step[0], *step[1:].partition(">")) for step in steps]
    return tuple(
        WordChange.model_validate({"kind": kinds[sign], "text": text, "found": found or None})
        for sign, text, _, found in words
    )


@pytest.mark.parametrize("quote", ["", " ", "\n\t\u00a0"])
def test_an_empty_quote_is_refused(make_reading: MakeReading, quote: str) -> None:
    """Nothing is no quote, and nothing comes near it."""
    assert refuse(quote, make_reading(TEXT)) == RejectedQuote(quote=quote, reason="leeg citaat")


@pytest.mark.parametrize("quote", ["…", "-", '"."', "\u00ad", "\ufffe"])
def test_a_quote_without_a_letter_or_digit_is_refused(
    make_reading: MakeReading, quote: str
) -> None:
    """Signs alone prove nothing, not even where they stand in the source."""
    reading = make_reading(f"{TEXT} {quote} ")

    assert refuse(quote, reading).reason == "citaat zonder letter of cijfer"


@pytest.mark.parametrize(
    ("quote", "nearest", "diff"),
    [
        (
            "De beelden worden na 72 uur gewist",
            "De beelden worden na 48 uur gewist",
            spell("=De beelden worden na", "~72>48", "=uur gewist"),
        ),
        (
            "na 48 uur gewist en gedeeld met andere instanties.",
            "na 48 uur gewist en niet ge-\r\ndeeld met andere instanties.",
            spell("=na 48 uur gewist en", "+niet", "=gedeeld met andere instanties."),
        ),
        (
            "Een medewerker neemt nooit de beslissing",
            "Een medewerker neemt de beslissing",
            spell("=Een medewerker neemt", "-nooit", "=de beslissing"),
        ),
        (
            "neemt de beslissing over een vergunning",
            "neemt de beslissing over een boete.",
            spell("=neemt de beslissing over een", "~vergunning>boete."),
        ),
        (
            "Sommige beelden worden na 48 uur gewist",
            "De beelden worden na 48 uur gewist",
            spell("~Sommige>De", "=beelden worden na 48 uur gewist"),
        ),
        (
            "Het algoritme kiest zaken,",
            "Het algoritme kiest zaken.",
            spell("=Het algoritme kiest", "~zaken,>zaken."),
        ),
    ],
    ids=["number", "niet left out", "nooit put in", "last word", "first word", "sign"],
)
def test_the_nearest_passage_is_shown_with_the_changes(
    make_reading: MakeReading, quote: str, nearest: str, diff: tuple[WordChange, ...]
) -> None:
    """The diff leads word by word from the quote to the passage of about its length."""
    refused = refuse(quote, make_reading(TEXT))

    assert refused.reason == "citaat niet gevonden in de bron"
    assert refused.nearest is not None
    assert refused.nearest.quote == nearest
    assert refused.diff == diff


def test_nothing_is_shown_that_is_not_near(make_reading: MakeReading) -> None:
    """A passage with less than half of the words explains nothing."""
    refused = refuse("Gisteren regende het pijpenstelen boven de stad", make_reading(TEXT))

    assert refused.reason == "citaat niet gevonden in de bron"
    assert (refused.nearest, refused.diff) == (None, ())


def test_a_quote_that_cuts_a_number_is_told_so(make_reading: MakeReading) -> None:
    """When all its words are there, the reason is that the quote cuts one off."""
    refused = refuse("5 jaar bewaard", make_reading("worden < 5 jaar bewaard"))

    assert refused.reason == "citaat snijdt een woord of getal af"


def test_furniture_and_marks_are_no_part_of_the_changes(make_reading: MakeReading) -> None:
    """What a quote may step over is no difference."""
    text = "De beelden5 worden na 48 uur\r\nPagina 7 van 31\fgewist en niet gedeeld."
    reading = make_reading(text, {"5": "footnote_mark", "Pagina 7 van 31": "furniture"})

    refused = refuse("De beelden worden na 72 uur gewist en niet gedeeld.", reading)

    assert refused.nearest is not None
    assert refused.nearest.quote == text
    assert refused.diff == spell("=De beelden worden na", "~72>48", "=uur gewist en niet gedeeld.")


def test_a_very_long_quote_gets_a_passage_without_a_diff(make_reading: MakeReading) -> None:
    """A diff of hundreds of words helps nobody and would take long."""
    words = [f"woord{number}" for number in range(400)]
    reading = make_reading(" ".join(words))
    words[200] = "ander"

    refused = refuse(" ".join(words), reading)

    assert refused.nearest is not None
    assert refused.nearest.quote == reading.text
    assert refused.diff == ()


def test_a_source_without_words_has_nothing_near(make_reading: MakeReading) -> None:
    """An empty reading refuses every quote."""
    for text in ("", " \f ", "..."):
        assert refuse("De app", make_reading(text)).nearest is None

"""Only what fits is shown, and what is left out is said."""

from __future__ import annotations

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.evidence import NO_ROOM, choose_passages, describe_left_out

TEXT = "# Een\n\n" + "Dit is een zin over lampen. " * 400 + "\n\n# Twee\n\nSlot.\n"
READING = read_document(TEXT.encode(), "lampen.md")
READINGS = {READING.id: READING}
CHUNKS = split_reading(READING)


def test_without_a_limit_everything_is_shown() -> None:
    """The offline drafter reads all."""
    assert choose_passages(READINGS, CHUNKS, None) == (CHUNKS, ())


def test_what_does_not_fit_is_left_out_from_the_end() -> None:
    """Shown and left out together are everything, in order."""
    shown, left = choose_passages(READINGS, CHUNKS, 1_500)

    assert shown
    assert left
    assert (*shown, *left) == CHUNKS


def test_what_is_left_out_is_in_the_coverage() -> None:
    """A reviewer sees which document was not wholly shown, and what to do."""
    _, left = choose_passages(READINGS, CHUNKS, 1_500)

    (unread,) = describe_left_out(READINGS, {READING.id: "map/lampen.md"}, left)

    assert unread.document == "map/lampen.md"
    assert unread.reason == NO_ROOM

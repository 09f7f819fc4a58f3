"""Only what fits is shown, the best first, and what is left out is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.chunking import split_reading
from extractor.documents.reading import read_document
from extractor.evidence import NO_ROOM, choose_passages, describe_left_out

TEXT = "# Een\n\n" + "Dit is een zin over lampen. " * 400 + "\n\n# Twee\n\nSlot.\n"
READING = read_document(TEXT.encode(), "lampen.md")
READINGS = {READING.id: READING}
CHUNKS = split_reading(READING)


def test_everything_is_shown_where_it_fits() -> None:
    """Also what scores nothing."""
    assert choose_passages([10, 10], [0.0, 1.0], ["a", "a"], 20) == (0, 1)


def test_the_best_are_shown_first_and_then_their_neighbours() -> None:
    """What stands around a passage may explain it; another document's start does not."""
    sizes, scores = [10] * 6, [0.0, 0.0, 0.9, 0.0, 0.5, 0.0]
    documents = ["a", "a", "a", "b", "b", "b"]

    assert choose_passages(sizes, scores, documents, 10) == (2,)
    assert choose_passages(sizes, scores, documents, 20) == (2, 4)
    assert choose_passages(sizes, scores, documents, 30) == (1, 2, 4)
    assert choose_passages(sizes, scores, documents, 50) == (1, 2, 3, 4, 5)


def test_a_passage_that_is_too_large_leaves_room_for_the_next() -> None:
    """It is left out itself."""
    assert choose_passages([90, 10, 10], [0.9, 0.0, 0.1], ["a", "a", "b"], 30) == (1, 2)


@given(
    st.lists(st.tuples(st.integers(1, 50), st.floats(0, 9), st.sampled_from("ab")), max_size=30),
    st.integers(0, 400),
)
def test_what_is_shown_fits_and_stands_in_order(
    passages: list[tuple[int, float, str]], room: int
) -> None:
    """Whatever the scores are, no place is shown twice."""
    sizes = [size for size, _, _ in passages]
    scores = [score for _, score, _ in passages]

    shown = choose_passages(sizes, scores, [document for _, _, document in passages], room)

    assert sum(sizes[at] for at in shown) <= room
    assert list(shown) == sorted(set(shown))


def test_what_is_left_out_is_in_the_coverage() -> None:
    """A reviewer sees which document was not wholly shown, and what to do."""
    (unread,) = describe_left_out(READINGS, {READING.id: "map/lampen.md"}, CHUNKS[1:])

    assert unread.document == "map/lampen.md"
    assert unread.reason == NO_ROOM

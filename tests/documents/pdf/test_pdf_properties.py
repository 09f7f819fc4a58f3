"""What holds of every PDF, however it is laid out and whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.models import INNER_KINDS, Block, Reading

Draw = Callable[..., bytes]
Read = Callable[[bytes], Reading]

WORDS = st.one_of(
    st.sampled_from(
        ["1.", "2.1", "Bijlage 2", "\u2022", "-", "a)", "(1)", "9", "....... 4", "Inhoud"]
    ),
    st.sampled_from(["Risico's", "wordt gewist.", "Het systeem leest", "en kiest dan of", "Kans:"]),
    st.sampled_from(["Pagina 3 van 9", "laag"]),
)
TEXTS = st.tuples(
    st.sampled_from([20, 70, 90, 200, 330, 480]),
    st.integers(min_value=10, max_value=840),
    st.lists(WORDS, min_size=1, max_size=5).map(" ".join),
    st.sampled_from(["Helvetica", "Helvetica-Bold"]),
    st.sampled_from([5.0, 8.0, 11.0, 16.0]),
)
PAGES = st.lists(st.lists(TEXTS, max_size=14), min_size=1, max_size=4)

relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def list_outer(reading: Reading) -> list[Block]:
    """Return the blocks that lie in no other."""
    return [block for block in reading.blocks if block.kind not in INNER_KINDS]


@relaxed
@given(pages=PAGES)
def test_blocks_hold_every_word_once(
    draw: Draw, read: Read, pages: list[list[tuple[object]]]
) -> None:
    """Blocks stand in order and apart; only what a paragraph runs around lies within it."""
    reading = read(draw(pages))
    held = [0] * len(reading.text)
    last: Block | None = None
    for block in list_outer(reading):
        within = last is not None and last.span.holds(block.span)
        if within and last is not None:
            assert block.kind in {"furniture", "footnote"}
            assert last.kind in {"paragraph", "list_item"}
        else:
            assert last is None or block.span.start >= last.span.end
            last = block
            for place in range(block.span.start, block.span.end):
                held[place] += 1

    assert all(
        count == 1 for count, letter in zip(held, reading.text, strict=True) if not letter.isspace()
    )


@relaxed
@given(pages=PAGES)
def test_blocks_say_something_on_their_page(
    draw: Draw, read: Read, pages: list[list[tuple[object]]]
) -> None:
    """A block is never empty and starts on the page it names; an inner one lies in another."""
    reading = read(draw(pages))
    outer = list_outer(reading)

    for block in reading.blocks:
        assert block.span.of(reading.text).strip()
        assert block.page is not None
        page = reading.pages[block.page - 1].span
        assert page.start <= block.span.start < page.end
        if block.kind in INNER_KINDS:
            assert any(other.span.holds(block.span) for other in outer)


@relaxed
@given(pages=PAGES)
def test_page_spans_part_the_text(draw: Draw, read: Read, pages: list[list[tuple[object]]]) -> None:
    """Joined by form feeds, the pages are the text."""
    reading = read(draw(pages))

    assert [page.number for page in reading.pages] == list(range(1, len(pages) + 1))
    assert "\f".join(page.span.of(reading.text) for page in reading.pages) == reading.text


@relaxed
@given(data=st.data())
def test_a_damaged_file_never_raises(draw: Draw, read: Read, data: st.DataObject) -> None:
    """Whatever bytes are lost or changed, the reading has text or says what is wrong."""
    content = bytearray(draw([[(70, 100, "Een zin op een blad.")], [(70, 100, "En nog een.")]]))
    for _ in range(data.draw(st.integers(min_value=1, max_value=12))):
        place = data.draw(st.integers(min_value=0, max_value=len(content) - 1))
        content[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
        content = content or bytearray(b"%")
    reading = read(bytes(content))

    assert reading.text.strip() or reading.problems


def test_readers_wait_for_each_other(draw: Draw, read: Read) -> None:
    """Reading in several threads gives what reading in one gives: they take turns."""
    contents = [draw([[(70, 100 + 20 * row, f"Blad {n}, regel {row}.") for row in range(30)]] * 5)
                for n in range(6)]  # fmt: skip
    with ThreadPoolExecutor(max_workers=6) as pool:
        together = list(pool.map(read, contents))

    assert together == [read(content) for content in contents]

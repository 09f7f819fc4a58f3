"""A locator names the page, cell, question or paragraph, with the headings above it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.locators import build_locator_index, locate
from extractor.models import Block, BlockKind, Page, Reading, Source, Span

Part = tuple[BlockKind, str, int | None, str | None]
SOURCE = Source(sha256="a" * 64, name="dpia.docx", media_type="text/plain")


def make_reading(*parts: Part, inner: tuple[Block, ...] = ()) -> Reading:
    """Return a reading of these blocks, one per line."""
    text, blocks = "", []
    for kind, words, level, label in parts:
        span = Span(start=len(text), end=len(text) + len(words))
        blocks.append(Block(kind=kind, span=span, level=level, label=label))
        text += words + "\n"
    ordered = sorted((*blocks, *inner), key=lambda block: (block.span.start, -block.span.end))
    return Reading(id="r", source=SOURCE, reader="test@1", text=text, blocks=tuple(ordered))


def find(reading: Reading, words: str) -> Span:
    """Return where the words stand."""
    start = reading.text.index(words)
    return Span(start=start, end=start + len(words))


def test_the_headings_above_a_place_stand_outermost_first() -> None:
    """A heading closes every heading of its own level and deeper."""
    reading = make_reading(
        ("heading", "A. Feiten", 1, "1"),
        ("heading", "1.  Voorstel ", 2, "2"),
        ("paragraph", "Scan-auto's.", None, "3"),
        ("heading", "2. Doel", 2, "4"),
        ("paragraph", "Handhaving.", None, "5"),
    )

    assert locate(reading, find(reading, "auto")).heading == "A. Feiten › 1. Voorstel"
    assert locate(reading, find(reading, "Handhaving")).heading == "A. Feiten › 2. Doel"
    assert locate(reading, find(reading, "A. Feiten")).heading is None
    assert locate(reading, find(reading, "2. Doel")).heading == "A. Feiten"


def test_a_paragraph_is_found_by_its_number() -> None:
    """Without pages a paragraph's number is what a person can count."""
    reading = make_reading(("paragraph", "Een.", None, "1"), ("paragraph", "Twee.", None, "2"))

    found = locate(reading, find(reading, "wee"))

    assert (found.kind, found.label, found.heading) == ("paragraph", "2", None)


def test_a_cell_is_found_by_its_row() -> None:
    """In a table the row says more than a running number."""
    cell = Block(kind="cell", span=Span(start=5, end=10), level=2, label="tabel 2, rij 3")
    reading = make_reading(("row", "Doel\tboete", None, "tabel 2, rij 3"), inner=(cell,))

    assert locate(reading, find(reading, "boete")).kind == "cell"
    assert locate(reading, find(reading, "boete")).label == "tabel 2, rij 3"
    assert locate(reading, find(reading, "Doel")).label == "tabel 2, rij 3"


def test_a_question_is_found_by_its_id() -> None:
    """An answer in a form is known by the question it answers."""
    reading = make_reading(("paragraph", "Ja.", None, "vraag 9.2"))

    found = locate(reading, find(reading, "Ja"))

    assert (found.kind, found.label) == ("question", "9.2")


def test_a_page_is_known_by_its_pdf_number() -> None:
    """The printed number may differ from the PDF's and never takes its place."""
    reading = make_reading(("heading", "Doel", 1, None), ("paragraph", "Boetes.", None, None))
    pages = (
        Page(number=1, span=Span(start=0, end=5)),
        Page(number=2, span=Span(start=5, end=13), printed="46"),
    )
    reading = reading.model_copy(update={"pages": pages})

    found = locate(reading, find(reading, "Boetes"))

    assert (found.kind, found.label, found.printed) == ("page", "2", "46")
    assert found.heading == "Doel"


def test_headings_follow_reading_order_not_text_order() -> None:
    """On a page in columns a heading may come later in the text than what it heads."""
    text = "Antwoord.\nVraag"
    blocks = (
        Block(kind="heading", span=Span(start=10, end=15), level=1),
        Block(kind="paragraph", span=Span(start=0, end=9), label="1"),
    )
    reading = Reading(id="r", source=SOURCE, reader="test@1", text=text, blocks=blocks)

    assert locate(reading, Span(start=0, end=8)).heading == "Vraag"


def test_a_paragraph_goes_on_after_the_furniture_in_it() -> None:
    """At the foot of a page stand other blocks in the middle of a paragraph."""
    text = "Een zin die 46 | 75 doorloopt."
    blocks = (
        Block(kind="paragraph", span=Span(start=0, end=len(text)), label="7"),
        Block(kind="furniture", span=Span(start=12, end=19)),
    )
    reading = Reading(id="r", source=SOURCE, reader="test@1", text=text, blocks=blocks)

    assert locate(reading, find(reading, "doorloopt")).label == "7"


def test_a_heading_reads_without_marks_and_line_ends() -> None:
    """A footnote mark and a line-end hyphen are typesetting, not words of the heading."""
    mark = Block(kind="footnote_mark", span=Span(start=10, end=11))
    reading = make_reading(
        ("heading", "Be\ufffegin sel1en", 1, None),
        ("paragraph", "Tekst.", None, "2"),
        inner=(mark,),
    )

    assert locate(reading, find(reading, "Tekst")).heading == "Begin selen"


def test_an_empty_reading_has_a_place_too() -> None:
    """A span in nothing is in the first paragraph."""
    assert locate(make_reading(), Span(start=0, end=0)).label == "1"


@given(st.lists(st.sampled_from(["heading", "paragraph", "row"]), max_size=12), st.integers(0, 80))
def test_an_index_answers_like_the_reading(kinds: list[BlockKind], position: int) -> None:
    """The index is the same answer, only sooner."""
    parts = [
        (kind, f"woord {place}", place % 3 + 1, str(place)) for place, kind in enumerate(kinds)
    ]
    reading = make_reading(*parts)
    span = Span(start=position, end=position + 1)

    assert locate(build_locator_index(reading), span) == locate(reading, span)


def test_a_cell_may_answer_its_own_question() -> None:
    """In a form's table every column is a question."""
    cell = Block(kind="cell", span=Span(start=5, end=10), level=2, label="vraag 2.1.4")
    reading = make_reading(("row", "Naam\tgewoon", None, "vraag 2.1"), inner=(cell,))

    assert (locate(reading, find(reading, "gewoon")).kind) == "question"
    assert locate(reading, find(reading, "gewoon")).label == "2.1.4"
    assert locate(reading, find(reading, "Naam")).label == "2.1"


def test_on_a_page_the_question_stands_behind_the_headings() -> None:
    """A person turns to the page; the question says what was asked there."""
    flat = make_reading(
        ("heading", "1. Voorstel", 1, "1"), ("paragraph", "Een.", None, "vraag 1.1")
    )
    pages = (Page(number=1, span=Span(start=0, end=len(flat.text))),)
    reading = flat.model_copy(update={"pages": pages})

    found = locate(reading, find(reading, "Een."))

    assert (found.kind, found.label, found.heading) == ("page", "1", "1. Voorstel › vraag 1.1")
    assert locate(reading, find(reading, "1. Voorstel")).heading is None

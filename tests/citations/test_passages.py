"""Which passage is cited: across pages and notes, nearest to what the drafter was shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from extractor.citations import build_index, check_quote
from extractor.models import Block, Chunk, Citation, Page, Reading, RejectedQuote, Source, Span

MakeReading = Callable[..., Reading]

FOOTER = "DPIA scanauto\r\nPagina 7 van 31"
HEADER = "Gemeente Voorbeeld 2024"
NOTE = "5 Zie de Kamerbrief van 2020."


def cite(quote: str, reading: Reading, chunk: Chunk | Span | None = None) -> Citation:
    """Return the citation of a quote that is accepted."""
    checked = check_quote(quote, reading, chunk)
    assert isinstance(checked, Citation), checked
    assert checked.quote == reading.text[checked.span.start : checked.span.end]
    return checked


def refuse(quote: str, reading: Reading) -> RejectedQuote:
    """Return the refusal of a quote."""
    checked = check_quote(quote, reading)
    assert isinstance(checked, RejectedQuote), checked
    return checked


def test_furniture_between_pages_is_stepped_over(make_reading: MakeReading) -> None:
    """One span holds the whole passage, with the footer and header that stand in it."""
    text = f"De beelden worden\r\n{FOOTER}\f{HEADER}\r\nniet bewaard. Einde."
    reading = make_reading(text, {FOOTER: "furniture", HEADER: "furniture"})

    cited = cite("De beelden worden niet bewaard.", reading)

    assert cited.quote == text.removesuffix(" Einde.")


def test_a_word_may_be_broken_over_pages(make_reading: MakeReading) -> None:
    """A line-end hyphen is one also when a footer follows it, or is glued to it."""
    for broken in (f"verwer-\r\n{FOOTER}\fking", f"verwer\ufffe{FOOTER}\fking"):
        reading = make_reading(f"De {broken} stopt.", {FOOTER: "furniture"})

        assert cite("De verwerking stopt.", reading).span.start == 0
        refuse("De verwer", reading)
        refuse("king stopt", reading)


def test_furniture_glued_to_a_word_is_no_part_of_it(make_reading: MakeReading) -> None:
    """A page's last word ends where its footer begins, and the footer may be quoted itself."""
    reading = make_reading(f"De notificatie-app{HEADER}\fis vrij.", {HEADER: "furniture"})

    assert cite("De notificatie-app is vrij.", reading)
    assert cite("notificatie-app", reading).quote == "notificatie-app"
    assert cite(HEADER, reading).quote == HEADER


def test_text_that_is_not_furniture_is_not_stepped_over(make_reading: MakeReading) -> None:
    """The same words without such a block are words of the passage."""
    reading = make_reading(f"De beelden worden\r\n{FOOTER}\fniet bewaard.")

    refuse("De beelden worden niet bewaard.", reading)


def test_the_raw_passage_may_be_quoted_too(make_reading: MakeReading) -> None:
    """Words that are skipped may also be read; part of a footer may not be left out."""
    text = f"De beelden; en die worden,\r\n{FOOTER}\f{HEADER}\r\nniet bewaard."
    reading = make_reading(text, {FOOTER: "furniture", HEADER: "furniture"})

    assert cite(text, reading).quote == text
    assert cite(f"worden, {FOOTER}", reading).quote == f"worden,\r\n{FOOTER}"
    refuse("De beelden; en die worden, DPIA scanauto niet bewaard.", reading)


def test_a_footnote_and_its_mark_are_stepped_over(make_reading: MakeReading) -> None:
    """A note breaks a sentence over a page, and its mark is glued to a word."""
    text = f"Volgens de brief5 is het\r\n{NOTE}\r\n{FOOTER}\fniet nodig."
    reading = make_reading(text, {NOTE: "footnote", FOOTER: "furniture"})
    mark = Block(kind="footnote_mark", span=Span(start=16, end=17))
    inner = Block(kind="footnote_mark", span=Span(start=text.index("5 Zie"), end=27))
    blocks = tuple(sorted((*reading.blocks, mark, inner), key=lambda block: block.span.start))
    reading = reading.model_copy(update={"blocks": blocks})

    assert cite("Volgens de brief is het niet nodig.", reading).quote == text
    assert cite("Volgens de brief5 is het niet nodig.", reading).quote == text
    assert cite("Volgens de brief", reading).quote == "Volgens de brief"
    assert cite("Zie de Kamerbrief van 2020.", reading)
    assert cite("5 Zie de Kamerbrief van 2020.", reading)
    refuse("Volgens de brief 6 is het niet nodig.", reading)


@pytest.mark.parametrize(
    ("text", "mark", "quote", "accepted"),
    [
        ("in 20205 was het", (7, 8), "in 2020 was het", True),
        ("in 20205 was het", (7, 8), "in 2020", True),
        ("in 20205 was het", (7, 8), "in 20205 was het", False),
        ("in 20205 was het", (7, 8), "in 20205", False),
        ("noot 52020 was het", (5, 6), "2020 was het", True),
        ("noot 52020 was het", (5, 6), "52020 was het", False),
        ("van 152 mensen", (5, 6), "van 12 mensen", False),
        ("in 2020* was het", (7, 8), "in 2020 was het", True),
        ("in 2020* was het", (7, 8), "in 2020* was het", True),
    ],
)
def test_a_footnote_mark_never_changes_a_number(
    make_reading: MakeReading, text: str, mark: tuple[int, int], quote: str, *, accepted: bool
) -> None:
    """A mark glued to a number is no digit of it, and two numbers around one are not one."""
    block = Block(kind="footnote_mark", span=Span(start=mark[0], end=mark[1]))
    reading = make_reading(text).model_copy(update={"blocks": (block,)})

    assert isinstance(check_quote(quote, reading), Citation) is accepted


def test_a_mark_may_be_glued_to_the_word_it_numbers(make_reading: MakeReading) -> None:
    """A note's own number stands before its first word, also where that word is one letter."""
    text = "Tekst.\r\n5U ziet6 de brief."
    reading = make_reading(text, {"5": "footnote_mark", "6": "footnote_mark"})

    for quote in ("U ziet", "U ziet de brief.", "U ziet6 de brief."):
        assert cite(quote, reading).span.start == text.index("U ziet")
    assert cite("Tekst.", reading).quote == "Tekst."


def test_a_quote_may_be_the_last_letter(make_reading: MakeReading) -> None:
    """The end of a text is a place like another."""
    assert cite("b", make_reading("categorie b")).span == Span(start=10, end=11)


def test_a_mark_does_not_part_a_word(make_reading: MakeReading) -> None:
    """What stands on either side of a mark without white space is one word."""
    block = Block(kind="footnote_mark", span=Span(start=2, end=3))
    reading = make_reading("on5mogelijk").model_copy(update={"blocks": (block,)})

    assert cite("onmogelijk", reading).quote == "on5mogelijk"
    refuse("mogelijk", reading)


def test_a_quote_may_end_with_signs_before_and_after_a_mark(make_reading: MakeReading) -> None:
    """A full stop after a note's number is the sentence's own, and the number may be copied."""
    text = "Zie «het» Handvest176. En (**stap 2**) volgt."
    reading = make_reading(text, {"176": "footnote_mark"})
    stars = tuple(
        Block(kind="footnote_mark", span=Span(start=found.start(), end=found.end()))
        for found in re.finditer(r"\*\*", text)
    )
    reading = reading.model_copy(update={"blocks": (*reading.blocks, *stars)})

    for quote in ('"het" Handvest.', "«het» Handvest176."):
        assert cite(quote, reading).quote == "«het» Handvest176."
    for quote in ("(stap 2)", "(**stap 2**)"):
        assert cite(quote, reading).quote == "(**stap 2**)"
    assert cite("**stap 2**", reading).quote == "**stap 2**"
    refuse("het Handvest,", reading)


def test_many_blocks_in_one_gap_are_no_layout(make_reading: MakeReading) -> None:
    """A reading with thousands of marks in a row is read through without taking minutes."""
    text = "begin" + "*" * 5000 + " eind"
    marks = tuple(
        Block(kind="footnote_mark", span=Span(start=place, end=place + 1))
        for place in range(5, 5005)
    )
    reading = make_reading(text).model_copy(update={"blocks": marks})

    refuse("begin eind", reading)


def test_the_shown_chunk_comes_first(make_reading: MakeReading) -> None:
    """Of equal passages the one the drafter was shown is cited, else the first."""
    text = "De app is vrij. Nog eens: de app is vrij. Einde."
    reading, second = make_reading(text), text.index("de app")

    assert cite("de app is vrij", reading).span.start == 0
    assert cite("de app is vrij", reading, Span(start=20, end=len(text))).span.start == second
    assert cite("de app is vrij", reading, Span(start=20, end=30)).span.start == 0
    chunk = Chunk(reading="r", span=Span(start=20, end=len(text)))
    assert cite("de app is vrij", reading, chunk).span.start == second
    other = chunk.model_copy(update={"reading": "another"})
    assert cite("de app is vrij", reading, other).span.start == 0


def test_a_passage_partly_outside_the_chunk_comes_after_one_inside(
    make_reading: MakeReading,
) -> None:
    """A passage that a chunk cuts is not in the chunk."""
    text = "Ja, de app is vrij. Ja, de app is vrij."

    cited = cite("de app is vrij", make_reading(text), Span(start=6, end=len(text)))

    assert cited.span.start == text.rindex("de app")


STATED = "De app is vrijwillig."
SECTIONS = (
    ("1 Inleiding", 1, STATED),
    ("2 Gegevens", 1, "Wat wij vastleggen."),
    ("2.1 Doel", 2, "De app meet afstanden."),
    ("2.2 Bron", 2, STATED),
    ("3 Rechten", 1, f"Niemand is verplicht. {STATED}"),
    ("4 Slot", 1, "Hier eindigt het."),
)


def print_sections(sections: Sequence[tuple[str, int, str]] = SECTIONS) -> Reading:
    """Return a reading of sections, each a heading, its level and a paragraph, a page each."""
    text, blocks, pages = "", [], []
    for number, (title, level, words) in enumerate(sections, start=1):
        start, middle = len(text), len(text) + len(title)
        text += f"{title}\r\n{words}\f"
        heading, paragraph = (start, middle), (middle + 2, len(text) - 1)
        blocks += [
            Block(kind="heading", span=make_span(*heading), level=level, page=number),
            Block(kind="paragraph", span=make_span(*paragraph), page=number),
        ]
        pages.append(Page(number=number, span=make_span(start, len(text))))
    source = Source(sha256="a" * 64, name="dpia.pdf", media_type="application/pdf")
    return Reading(
        id="r", source=source, reader="t@1", text=text, blocks=tuple(blocks), pages=tuple(pages)
    )


def make_span(start: int, end: int) -> Span:
    """Return the span between two places."""
    return Span(start=start, end=end)


def find_section(reading: Reading, title: str) -> Span:
    """Return the span of a section from its title to the end of its page."""
    start = reading.text.index(title)
    return make_span(start, reading.text.index("\f", start))


def test_the_other_passages_are_listed() -> None:
    """What is cited in one place may stand in others, and the reader is told where."""
    reading = print_sections()

    cited = cite(STATED, reading, find_section(reading, "3 Rechten"))

    assert cited.locator.label == "5"
    assert [twin.locator.label for twin in cited.twins] == ["1", "4"]
    assert all(twin.span.of(reading.text) == STATED for twin in cited.twins)
    assert cite("Niemand is verplicht.", reading).twins == ()


@pytest.mark.parametrize(
    ("shown", "page"),
    [("2.2 Bron", "4"), ("2.1 Doel", "4"), ("2 Gegevens", "4"), ("4 Slot", "1")],
    ids=["in it", "beside it", "below it", "elsewhere"],
)
def test_outside_the_chunk_the_nearest_heading_counts(shown: str, page: str) -> None:
    """The passage that shares most headings with what was shown is cited, else the first."""
    reading = print_sections()

    assert cite(STATED, reading, find_section(reading, shown)).locator.label == page


def test_a_chunk_within_a_paragraph_stands_under_its_headings() -> None:
    """What was shown may begin and end within one paragraph."""
    reading = print_sections()
    start = reading.text.index("meet afstanden")

    assert cite(STATED, reading, make_span(start, start + 4)).locator.label == "4"


def test_of_many_passages_the_first_are_listed(make_reading: MakeReading) -> None:
    """A word that stands everywhere has a short list, and the chunk's own passage still counts."""
    reading = make_reading("ja, " * 5000)
    last = len(reading.text) - 4

    cited = cite("ja", reading, make_span(last, len(reading.text)))

    assert cited.span.start == last
    assert [twin.span.start for twin in cited.twins] == list(range(0, 80, 4))


def test_passages_that_overlap_are_no_twins(make_reading: MakeReading) -> None:
    """Two passages that share words are one place to turn to."""
    cited = cite("ja ja", make_reading("ja ja ja. Nee. Ja ja ja ja."))

    assert [twin.span.start for twin in cited.twins] == [15, 21]


def test_an_earlier_place_where_the_quote_would_cut_a_word_is_passed_by(
    make_reading: MakeReading,
) -> None:
    """The first place where the quote stands whole is cited."""
    assert cite("wel", make_reading("welke dag wel")).span.start == 10
    assert cite("5", make_reading("< 5 en 15, dan 5")).span.start == 15


def test_an_index_serves_many_quotes(make_reading: MakeReading) -> None:
    """The index stands for its reading."""
    reading = make_reading("De app is vrij. De app is snel.")
    index = build_index(reading)

    for quote in ("app is snel.", "app is traag.", ""):
        assert check_quote(quote, index) == check_quote(quote, reading)


def test_a_citation_says_where_it_stands(make_reading: MakeReading) -> None:
    """The locator is that of the passage's first character."""
    pages = (
        Page(number=1, span=Span(start=0, end=10)),
        Page(number=2, span=Span(start=10, end=30), printed="ii"),
    )
    reading = make_reading("Pagina een\fDe app is vrij.").model_copy(update={"pages": pages})

    locator = cite("app is vrij", reading).locator

    assert (locator.kind, locator.label, locator.printed) == ("page", "2", "ii")


BEGIN, MIDDLE, END = (
    "De scanauto maakt foto’s van",
    "geparkeerde auto’s, die wij niet delen, en",
    "die na 48 uur worden gewist.",
)
PASSAGE = f"{BEGIN} {MIDDLE} {END}"


@pytest.mark.parametrize(
    "ellipsis", ["…", "...", " … ", " ... ", " [...] ", " […] ", " (...) ", " (…) ", " [ … ] "]
)
def test_an_elided_quote_is_an_address(make_reading: MakeReading, ellipsis: str) -> None:
    """The whole passage is cited, so that no word between is hidden."""
    reading = make_reading(f"Vooraf. {PASSAGE} Daarna.", {PASSAGE: "paragraph"})

    assert cite(f"{BEGIN}{ellipsis}{END}", reading).quote == PASSAGE


def test_an_elided_quote_may_have_three_parts(make_reading: MakeReading) -> None:
    """Each part stands after the one before."""
    reading = make_reading(f"{PASSAGE} Daarna komt niets meer.", {PASSAGE: "row"})

    assert cite(f"{BEGIN} … die wij niet delen … {END}", reading).quote == PASSAGE
    refuse(f"{END} … {BEGIN}", reading)


def test_an_ellipsis_of_the_source_is_a_sign_like_another(make_reading: MakeReading) -> None:
    """A quote with dots that stands in the source as it is, is no address."""
    text = "En toen ... was het op. En toen ging het nog even door, was het op."

    assert cite("En toen ... was het op.", make_reading(text)).span == Span(start=0, end=23)


def test_a_short_part_is_no_address(make_reading: MakeReading) -> None:
    """Each part has four words at least; an end cut off with dots has none."""
    reading = make_reading(PASSAGE, {PASSAGE: "paragraph"})

    for quote in (f"{BEGIN} … worden gewist.", f"De scanauto … {END}", f"{BEGIN} …", f"… {END}"):
        assert "minstens 4 woorden" in refuse(quote, reading).reason


def test_elided_parts_stand_in_one_paragraph(make_reading: MakeReading) -> None:
    """Parts of two paragraphs, or of text without blocks, prove nothing together."""
    apart = make_reading(PASSAGE, {f"{BEGIN} {MIDDLE}": "paragraph", END: "paragraph"})

    for reading in (apart, make_reading(PASSAGE), make_reading(PASSAGE, {PASSAGE: "contents"})):
        assert "één alinea of rij" in refuse(f"{BEGIN} … {END}", reading).reason


def test_a_paragraph_goes_on_after_a_note(make_reading: MakeReading) -> None:
    """Elided parts below the note of a page stand in the paragraph that began above it."""
    text = f"Een alinea begint\r\n{NOTE}\r\n{FOOTER}\fen gaat door. {PASSAGE}"
    reading = make_reading(text, {text: "paragraph", NOTE: "footnote", FOOTER: "furniture"})

    assert cite(f"{BEGIN} … {END}", reading).quote == PASSAGE
    refuse(f"{NOTE} … {END}", make_reading(text, {NOTE: "footnote"}))


def test_an_elided_quote_lists_its_other_addresses(make_reading: MakeReading) -> None:
    """Where the same two parts stand twice, the other passage is listed."""
    text = f"{PASSAGE}\n{PASSAGE}"
    start = len(PASSAGE) + 1
    spans = (make_span(0, len(PASSAGE)), make_span(start, len(text)))
    blocks = tuple(Block(kind="paragraph", span=span) for span in spans)
    reading = make_reading(text).model_copy(update={"blocks": blocks})

    assert [twin.span for twin in cite(f"{BEGIN} … {END}", reading).twins] == [spans[1]]


@pytest.mark.parametrize(("between", "accepted"), [(600, True), (601, False)])
def test_elided_parts_stand_near_each_other(
    make_reading: MakeReading, between: int, *, accepted: bool
) -> None:
    """At most 600 characters stand between two parts."""
    passage = f"{BEGIN} {'a' * (between - 2)} {END}"
    reading = make_reading(passage, {passage: "paragraph"})

    assert isinstance(check_quote(f"{BEGIN} … {END}", reading), Citation) is accepted


def test_a_note_takes_no_room_between_elided_parts(make_reading: MakeReading) -> None:
    """The 600 characters are those of the paragraph, not of the note and the footer within it."""
    note = f"5 Zie {'x' * 700} aldaar."
    text = f"{BEGIN} {MIDDLE}\r\n{note}\r\n{FOOTER}\f{END}"
    marked = {text: "paragraph", note: "footnote", FOOTER: "furniture"}

    assert cite(f"{BEGIN} … {END}", make_reading(text, marked)).quote == text
    refuse(f"{BEGIN} … {END}", make_reading(text, {text: "paragraph"}))


def test_an_elided_quote_with_a_wrong_part_is_refused(make_reading: MakeReading) -> None:
    """Each part is as strict as a whole quote."""
    reading = make_reading(PASSAGE, {PASSAGE: "paragraph"})

    refused = refuse(f"{BEGIN} … die na 72 uur worden gewist.", reading)

    assert refused.reason == "citaat niet gevonden in de bron"


def test_an_elided_quote_prefers_the_chunk(make_reading: MakeReading) -> None:
    """Of equal passages the one in the chunk is cited."""
    text = f"{PASSAGE}\n{PASSAGE}"
    half = len(PASSAGE)
    blocks = (
        Block(kind="paragraph", span=Span(start=0, end=half)),
        Block(kind="paragraph", span=Span(start=half + 1, end=len(text))),
    )
    reading = make_reading(text).model_copy(update={"blocks": blocks})

    assert cite(f"{BEGIN} … {END}", reading).span.start == 0
    assert cite(f"{BEGIN} … {END}", reading, blocks[1].span).span.start == half + 1
    cut = Span(start=half + 1, end=len(text) - 1)
    assert cite(f"{BEGIN} … {END}", reading, cut).span.start == 0

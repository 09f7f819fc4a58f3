"""What holds of every text and every quote, whatever the words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from hypothesis import assume, example, given
from hypothesis import strategies as st

from extractor.citations import check_quote
from extractor.models import Block, BlockKind, Citation, Reading, RejectedQuote, Span

MakeReading = Callable[..., Reading]

WORDS = ["de", "app", "wordt", "niet", "geen", "één", "foto’s", "AVG-toets", "bij", "\ufb01nale"]
GAPS = [" ", "  ", "\n", " \r\n", "\u3000", "\t", "\f"]
SIGNS = ["", "", "", ",", ".", ";", ")", "?"]
ODD = "ab1²½\u0301ﬁＡ５ -–<>%±'’“\u00ad\ufffe\n\r\f\u00a0\u200b.,/…_\x07\uf0b7"
"""Characters that the closed table names, or nearly."""

odd_texts = st.text(st.sampled_from(ODD), max_size=30)
any_texts = st.one_of(odd_texts, st.text(max_size=40))


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """Draw a text of different words, with where each word stands."""
    count = draw(st.integers(6, 20))
    text, places = "", []
    for number in range(count):
        word = (
            draw(st.sampled_from(WORDS)) + draw(st.sampled_from(["", "x", "q"])) + chr(97 + number)
        )
        if draw(st.booleans()):
            word = f"{draw(st.integers(1, 99))}{number:02}"
        places.append((len(text), len(text) + len(word)))
        text += word + draw(st.sampled_from(SIGNS)) + draw(st.sampled_from(GAPS))
    return text, places


def spell(text: str) -> str:
    """Return the letters and digits of a text, by other means than the code under test."""
    plain = re.sub("[\ufb00-\ufb06\uff01-\uff5e]", _spell, text.replace("\u02bc", "'"))
    lowered = "".join(letter.lower() for letter in unicodedata.normalize("NFC", plain))
    return "".join(letter for letter in lowered if unicodedata.category(letter)[0] in "LMN")


def _spell(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


@given(any_texts, any_texts)
def test_a_citation_is_the_readings_own_text(
    make_reading: MakeReading, text: str, quote: str
) -> None:
    """Whatever is cited stands at its span, and a refusal keeps the quote and the text apart."""
    checked = check_quote(quote, make_reading(text))

    cited = checked if isinstance(checked, Citation) else checked.nearest
    if cited is not None:
        assert cited.quote == cited.span.of(text)
    if isinstance(checked, Citation):
        assert spell(checked.quote) == spell(quote)
    else:
        assert checked.quote == quote


@given(any_texts)
@example("-\na")
@example("a\ufffe")
def test_a_whole_text_can_be_quoted(make_reading: MakeReading, text: str) -> None:
    """Whatever characters a text is made of, quoting all of it is accepted."""
    assume(spell(text))

    checked = check_quote(text, make_reading(text))

    assert isinstance(checked, Citation)
    assert spell(checked.quote) == spell(text)


@given(sentences(), st.data())
def test_any_span_of_words_can_be_quoted(
    make_reading: MakeReading, sentence: tuple[str, list[tuple[int, int]]], data: st.DataObject
) -> None:
    """From the start of a word to the end of one, raw or with its white space made single."""
    text, places = sentence
    first = data.draw(st.integers(0, len(places) - 1))
    last = data.draw(st.integers(first, len(places) - 1))
    span = Span(start=places[first][0], end=places[last][1])
    raw = span.of(text)
    reading = make_reading(text)

    for quote in (raw, " ".join(raw.split()), raw.upper(), raw.replace("’", "'")):
        checked = check_quote(quote, reading)
        assert isinstance(checked, Citation)
        assert checked.span == span


@given(sentences(), st.data())
def test_a_quote_with_one_change_is_refused(
    make_reading: MakeReading, sentence: tuple[str, list[tuple[int, int]]], data: st.DataObject
) -> None:
    """A word dropped, put in, swapped, or moved, or a digit changed: none is accepted."""
    text, places = sentence
    words = [text[start:end] for start, end in places]
    place = data.draw(st.integers(1, len(words) - 2))
    changed = {
        "dropped": [*words[:place], *words[place + 1 :]],
        "put in": [*words[:place], data.draw(st.sampled_from(["niet", "geen"])), *words[place:]],
        "swapped": [*words[:place], "anders", *words[place + 1 :]],
        "moved": [*words[: place - 1], words[place], words[place - 1], *words[place + 1 :]],
    }
    if words[place].isdigit():
        digit = str((int(words[place][0]) + 1) % 10)
        changed["digit"] = [*words[:place], digit + words[place][1:], *words[place + 1 :]]
    reading = make_reading(" ".join(words))

    assert isinstance(check_quote(" ".join(words), reading), Citation)
    for quoted in changed.values():
        assert isinstance(check_quote(" ".join(quoted), reading), RejectedQuote)


@given(sentences(), st.data(), st.sampled_from(["niet", "geen", "nooit", "<", "≥", "±", "%"]))
def test_a_negation_or_comparison_cannot_be_dropped(
    make_reading: MakeReading,
    sentence: tuple[str, list[tuple[int, int]]],
    data: st.DataObject,
    small: str,
) -> None:
    """The smallest words and signs count as much as any, wherever the lines end."""
    text, places = sentence
    place = data.draw(st.integers(1, len(places) - 1))
    start = places[place][0]
    with_it = f"{text[:start]}{small}{data.draw(st.sampled_from(GAPS))}{text[start:]}"

    assert isinstance(check_quote(text, make_reading(with_it)), RejectedQuote)
    assert isinstance(check_quote(with_it, make_reading(text)), RejectedQuote)
    assert isinstance(check_quote(with_it, make_reading(with_it)), Citation)


LAID_OUT = "ab12 -\n\ufffe,"


def lay_out(text: str) -> set[str]:
    """Return every plain text that a text with line ends may stand for, by trying them all."""
    for found in re.finditer("((?<=[^\\W_])-(?= *\n)|\ufffe)[ \n]*|[ \n]+", text):
        white, hyphen = found[0], found[1]
        if hyphen is None and "\n" not in white:
            continue
        options = ("-", "- ", "") if hyphen else (" ", "")
        rests = lay_out(text[found.end() :])
        return {
            re.sub(" +", " ", text[: found.start()]) + option + rest
            for option in options
            for rest in rests
        }
    return {re.sub(" +", " ", text)}


def find_whole(quoted: str, plain: str) -> bool:
    """Return whether the quote stands in a plain text without cutting a word at its ends."""
    opening = r"(?<![^\W_])" if quoted[0].isalnum() else ""
    closing = r"(?![^\W_])" if quoted[-1].isalnum() else ""
    return re.search(opening + re.escape(quoted) + closing, plain) is not None


@given(
    st.text(st.sampled_from(LAID_OUT), max_size=12),
    st.text(st.sampled_from("ab12 -,"), min_size=1, max_size=6),
)
def test_nothing_is_accepted_that_no_layout_explains(
    make_reading: MakeReading, text: str, quote: str
) -> None:
    """Whatever is accepted stands, whole words and numbers, in a text the lines may stand for."""
    quoted = re.sub(" +", " ", quote.strip())
    checked = check_quote(quote, make_reading(text))

    if isinstance(checked, Citation):
        assert any(find_whole(quoted, plain) for plain in lay_out(text))
        for number in re.findall(r"\d+", quoted):
            assert re.search(rf"(?<!\d){number}(?!\d)", text)


@given(
    st.text(st.sampled_from("ab12 -\n\ufffe,<%"), max_size=16),
    st.lists(
        st.tuples(
            st.sampled_from(["furniture", "footnote", "footnote_mark", "cell"]),
            st.integers(0, 16),
            st.integers(0, 6),
        ),
        max_size=4,
    ),
    st.text(st.sampled_from("ab12 -,<%"), min_size=1, max_size=8),
)
def test_only_marked_blocks_are_left_out(
    make_reading: MakeReading,
    text: str,
    places: list[tuple[BlockKind, int, int]],
    quote: str,
) -> None:
    """What the quote lacks of its passage are whole blocks of the kinds it may step over."""
    blocks = tuple(
        Block(kind=kind, span=Span(start=start, end=min(start + length, len(text))))
        for kind, start, length in places
        if start <= len(text)
    )
    checked = check_quote(quote, make_reading(text).model_copy(update={"blocks": blocks}))

    if isinstance(checked, Citation):
        assert checked.quote == checked.span.of(text)
        inside = [b.span for b in blocks if b.kind != "cell" and checked.span.holds(b.span)]
        assert spell(quote) in leave_out(text, checked.span, inside)


def leave_out(text: str, span: Span, blocks: list[Span]) -> set[str]:
    """Return what a span spells with each choice of blocks left out."""
    spelled = set()
    for choice in range(2 ** len(blocks)):
        out = [block for number, block in enumerate(blocks) if choice >> number & 1]
        kept = (
            text[place]
            for place in range(span.start, span.end)
            if not any(block.start <= place < block.end for block in out)
        )
        spelled.add(spell("".join(kept)))
    return spelled

"""Whatever the layout: what was written is found where it stands, and nothing else is found.

A document is drawn as words with signs, then laid out: broken over lines and pages, with marks,
notes, footers and cells. A quote is drawn as a run of its words, set anew by the closed table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from extractor.citations import check_quote
from extractor.models import Block, BlockKind, Citation, Reading, RejectedQuote, Source, Span

WORDS = [
    "de", "app", "wordt", "niet", "geen", "één", "foto’s", "AVG-toets", "bij", "finale", "effect",
    "2020", "12", "12,5", "1.250", "10²", "≥ 18", "-7", "5%", "gemeten", "risico-/baten-analyse",
]  # fmt: skip
SIGNS = ["", "", "", "", ",", ".", ";", ")", " –"]
PLAIN_GAPS = [" ", "  ", "\u00a0", "\t", "\n", " \r\n", "\u2028"]
PAGE_ENDS = ["\f", "\r\n\f", "\r\nPagina 7 van 31\f", "\r\nPagina 8\fGemeente Voorbeeld\r\n"]
NOTES = ["\r\nZie brief vier\r\n", "\r\nZie ook daar.\r\nPagina 9\f"]
PARTING: dict[str, BlockKind] = {
    "Pagina 7 van 31": "furniture",
    "Pagina 8": "furniture",
    "Pagina 9": "furniture",
    "Gemeente Voorbeeld": "furniture",
    "Zie brief vier": "footnote",
    "Zie ook daar.": "footnote",
}
"""What may part a passage, as a block of its kind."""

HYPHENS = ["-\r\n", "\ufffe", "\u00ad\r\n", "\u2010\n"]
LIGATURES = {"ffi": "\ufb03", "ff": "\ufb00", "fi": "\ufb01"}
SOURCE = Source(sha256="d" * 64, name="dpia.pdf", media_type="application/pdf")


@dataclass(frozen=True)
class Item:
    """A word with the sign after it, and where the word stands."""

    word: str
    sign: str
    start: int
    end: int


@dataclass
class Layout:
    """A text in the making."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    def add_block(self, kind: BlockKind, words: str) -> None:
        """Mark words that were just written as a block."""
        start = self.text.rindex(words)
        self.blocks.append(Block(kind=kind, span=Span(start=start, end=start + len(words))))

    def make_reading(self) -> Reading:
        """Return what was laid out."""
        blocks = sorted(self.blocks, key=lambda block: (block.span.start, -block.span.end))
        return Reading(id="r", source=SOURCE, reader="t@1", text=self.text, blocks=tuple(blocks))

    def list_runs(self, words: Sequence[tuple[str, str]]) -> list[Span]:
        """Return where these words stand in this order, with these signs between them."""
        written = [(item.word.lower(), item.sign) for item in self.items]
        wanted = [(word.lower(), sign) for word, sign in words]
        return [
            Span(start=self.items[at].start, end=self.items[at + len(words) - 1].end)
            for at in range(len(written) - len(words) + 1)
            if written[at : at + len(words) - 1] == wanted[:-1]
            and written[at + len(words) - 1][0] == wanted[-1][0]
        ]


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Draw a document: words that may recur, and everything that may stand between them."""
    layout = Layout()
    for _ in range(draw(st.integers(4, 14))):
        word, sign = draw(st.sampled_from(WORDS)), draw(st.sampled_from(SIGNS))
        start = len(layout.text)
        layout.text += draw(set_word(word))
        layout.items.append(Item(word, sign, start, len(layout.text)))
        layout.text += sign
        if draw(st.integers(0, 9)) == 0:
            layout.blocks.append(Block(kind="cell", span=Span(start=start, end=len(layout.text))))
        if draw(st.integers(0, 5)) == 0 and not sign and word.isalpha():
            layout.text += "4"
            layout.add_block("footnote_mark", "4")
        # A no-break space holds two numbers together as one.
        plain = [gap for gap in PLAIN_GAPS if gap != "\u00a0" or not word[-1].isnumeric()]
        between = draw(st.sampled_from(plain * 3 + PAGE_ENDS + NOTES))
        layout.text += between
        for words, kind in PARTING.items():
            if words in between:
                layout.add_block(kind, words)
    return layout


def set_word(word: str) -> st.SearchStrategy[str]:
    """Return the ways to set a word: as it is, broken at a line end, or in other shapes."""
    ways = [word, word, word, unicodedata.normalize("NFD", word), bind(word)]
    if word.isalpha() and len(word) > 3:
        ways += [f"{word[:2]}{hyphen}{word[2:]}" for hyphen in HYPHENS]
        ways += [f"{word[:3]}\u00ad{word[3:]}"]
    if word == "AVG-toets":
        ways += ["AVG-\r\ntoets", "AVG\ufffetoets", "AVG\u2011toets"]
    if "-/" in word:
        ways += [word.replace("-/", "-/\r\n")]
    return st.sampled_from(ways)


def bind(word: str) -> str:
    """Return a word with its ligatures."""
    for letters, ligature in LIGATURES.items():
        word = word.replace(letters, ligature)
    return word


def set_quote(word: str) -> st.SearchStrategy[str]:
    """Return the ways to write a word in a quote."""
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word)
    straight = word.replace("’", "'")
    return st.sampled_from(
        [word, straight, word.upper(), wide, bind(word), f"{word[0]}\u200b{word[1:]}"]
    )


def quote_items(data: st.DataObject, words: Sequence[tuple[str, str]]) -> str:
    """Draw a quote of these words with the signs between them."""
    gaps = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", "\u3000"])
    quote = ""
    for word, sign in words[:-1]:
        quote += data.draw(set_quote(word)) + sign.replace("–", data.draw(st.sampled_from("-–—")))
        quote += data.draw(gaps)
    return quote + data.draw(set_quote(words[-1][0]))


@given(layouts(), st.data())
def test_any_run_of_words_is_found_where_it_stands(layout: Layout, data: st.DataObject) -> None:
    """A run of words set anew is cited at its place, or where the same words stand."""
    first = data.draw(st.integers(0, len(layout.items) - 1))
    last = data.draw(st.integers(first, len(layout.items) - 1))
    words = [(item.word, item.sign) for item in layout.items[first : last + 1]]

    checked = check_quote(quote_items(data, words), layout.make_reading())

    assert isinstance(checked, Citation)
    runs = layout.list_runs(words)
    assert checked.span in runs
    assert {twin.span for twin in checked.twins} <= set(runs)


@given(layouts(), st.data())
def test_altered_words_are_refused_unless_they_stand_there(
    layout: Layout, data: st.DataObject
) -> None:
    """A word dropped, put in, swapped or moved, or a sign lost: found only if it is written."""
    first = data.draw(st.integers(0, len(layout.items) - 2))
    last = data.draw(st.integers(first + 1, len(layout.items) - 1))
    words = [(item.word, item.sign) for item in layout.items[first : last + 1]]
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from([*WORDS, "nooit", "7", "18", "5", "10", "1.25", "125"]))
    altered = data.draw(
        st.sampled_from(
            [
                [*words[:at], *words[at + 1 :]],
                [*words[:at], (other, ""), *words[at:]],
                [*words[:at], (other, words[at][1]), *words[at + 1 :]],
                [words[at], *words[:at], *words[at + 1 :]],
                [*words[:at], (words[at][0], ""), *words[at + 1 :]],
            ]
        )
    )

    checked = check_quote(quote_items(data, altered), layout.make_reading())

    if isinstance(checked, Citation):
        assert checked.span in layout.list_runs(altered)
    else:
        assert isinstance(checked, RejectedQuote)
        assert layout.list_runs(altered) == []

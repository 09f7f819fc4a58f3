"""Set an invented document in lines by hand, with what no PDF library of ours can print.

Words break at hyphens of three kinds or keep their own; ligatures, full-width digits, soft
hyphens, loose accents and no-break spaces stand in the text itself; footers and notes part
sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from random import Random

from challenge.material import Material, Place, Written
from challenge.printing import OTHERS, list_written
from challenge.wording import WORDS_BEFORE_MARK, Section, Writer
from extractor.models import Block, BlockKind, Page, Reading, Source, Span

SOURCE = Source(sha256="b" * 64, name="dpia.pdf", media_type="application/pdf")
PAGE_LINES = 14
RARE = 0.03
"""How often a word or a space is set in an unusual way."""

LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}
LIGATURE = re.compile("|".join(LIGATURES))
OWN_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")


def set_document(seed: int, sections: int) -> Material:
    """Return a reading of so many sections as set in lines, and what was written in it."""
    random = Random(seed)  # noqa: S311 - a fixed seed makes the same lines every time
    writer = Writer(random)
    written = writer.write_sections(sections, signs="<>≤≥±")
    setter = Setter(random, width=random.randint(55, 95))
    for section in written:
        setter.set_section(section)
    return Material(
        setter.make_reading(f"set-{seed}"),
        tuple(setter.places),
        writer.write_others(OTHERS),
        tuple(list_written(written)),
    )


class Setter:
    """Sets words in lines and pages as a PDF gives them back."""

    def __init__(self, random: Random, width: int) -> None:
        self.random = random
        self.width = width
        self.parts: list[str] = []
        self.length = 0
        self.column = 0
        self.lines = 0
        self.blocks: list[Block] = []
        self.pages: list[Page] = []
        self.places: list[Place] = []
        self.notes: list[str] = []
        self.letters: list[int] = []

    def make_reading(self, reading: str) -> Reading:
        """Return what was set as a reading."""
        self._end_page()
        blocks = sorted(self.blocks, key=lambda block: (block.span.start, -block.span.end))
        return Reading(
            id=reading,
            source=SOURCE,
            reader="t@1",
            text="".join(self.parts),
            blocks=tuple(blocks),
            pages=tuple(self.pages),
        )

    def set_section(self, section: Section) -> None:
        """Set a heading, its paragraphs with a note, and its rows."""
        start = self.length
        self._write(section.title)
        self._add("heading", start, level=section.level)
        self._end_line("\r\n")
        for number, sentences in enumerate(section.paragraphs):
            start = self.length
            for place, sentence in enumerate(sentences):
                self._set_sentence(sentence, section.note if (number, place) == (0, 0) else None)
            self._add("paragraph", start)
            self._end_line("\r\n")
        for row in section.rows:
            self._set_row(row)

    def _set_sentence(self, sentence: str, note: str | None) -> None:
        start = None
        self.letters = []
        for number, word in enumerate(sentence.split(), start=1):
            first = self._set_word(word)
            start = first if start is None else start
            if note and number == WORDS_BEFORE_MARK:
                self._set_mark(note)
        span = Span(start=start or 0, end=self.length)
        self.places.append(Place(Written((sentence,)), span, tuple(self.letters)))

    def _set_row(self, row: Sequence[str]) -> None:
        start = self.length
        self.letters = []
        for column, cell in enumerate(row, start=1):
            if column > 1:
                self._write(self.random.choice([" ", "\t", "\r\n"]))
            begin = self.length
            self._print(cell)
            self._add("cell", begin, level=column)
        self._add("row", start)
        span = Span(start=start, end=self.length)
        self.places.append(Place(Written(tuple(row)), span, tuple(self.letters)))
        self._end_line("\r\n")

    def _set_mark(self, note: str) -> None:
        start = self.length
        self.notes.append(note)
        self._write(str(len(self.notes)))
        self._add("footnote_mark", start)

    def _set_word(self, word: str) -> int:
        """Set a word, broken where it does not fit, and return where it starts."""
        room = self.width - self.column - 1
        if len(word) <= room:
            self._write(self._choose_space() if self.column else "")
            start = self.length
            self._print(word)
            return start
        own, cut = self._choose_cut(word, room - 1)
        if cut == 0:
            self._end_line(self.random.choice(["", " "]) + "\r\n")
            start = self.length
            self._print(word)
            return start
        self._write(" ")
        start = self.length
        self._print(word[:cut])
        kept, joined = ["-\r\n", "\ufffe"], ["-\r\n", "\ufffe", "\u00ad\r\n", "\u2010\n"]
        self._end_line(self.random.choice(kept if own else joined))
        self._print(word[cut + own :])
        return start

    def _choose_space(self) -> str:
        return self.random.choice(["\u00a0", "  "]) if self.random.random() < RARE else " "

    def _choose_cut(self, word: str, room: int) -> tuple[bool, int]:
        """Return whether a word breaks at its own hyphen, and after how many letters."""
        own = [found.start() for found in OWN_HYPHEN.finditer(word)]
        if any(place <= room for place in own):
            return True, max(place for place in own if place <= room)
        breakable = word.isalpha() and len(word) >= 7 and room >= 3 and self.column > 0
        return False, min(room, len(word) - 3) if breakable else 0

    def _print(self, word: str) -> None:
        """Write a word, at times in an unusual shape, and remember where its letters stand."""
        place = 0
        odd = self.random.random() < RARE * 3
        while place < len(word):
            joined = LIGATURE.match(word, place)
            count = len(joined[0]) if joined and odd else 1
            shape = LIGATURES[joined[0]] if joined and odd else self._shape(word[place], odd=odd)
            self.letters += [self.length] * sum(map(str.isalnum, word[place : place + count]))
            self._write(shape)
            place += count
            if odd and word[place - 1 : place + 1].isalpha() and 3 < place < len(word) - 3:
                self._write(self.random.choice(["", "", "\u00ad"]))

    def _shape(self, character: str, *, odd: bool) -> str:
        if not odd:
            return character
        if "0" <= character <= "9":
            return chr(ord(character) + 0xFEE0)
        return unicodedata.normalize("NFD", character)

    def _end_line(self, ending: str) -> None:
        self._write(ending)
        self.column = 0
        self.lines += 1
        if self.lines % PAGE_LINES == 0:
            self._end_page()

    def _end_page(self) -> None:
        """Set the notes called on the page, the footer, and the next page's header."""
        number = len(self.pages) + 1
        for note in self.notes:
            self._set_line("footnote", f"{note}", "\r\n")
        self.notes = []
        self._set_line("furniture", f"Pagina {number} van 31", "\f")
        begin = self.pages[-1].span.end if self.pages else 0
        span = Span(start=begin, end=self.length)
        self.pages.append(Page(number=number, span=span))
        self._set_line("furniture", "Gemeente Voorbeeld | DPIA gegevensverwerking", "\r\n")

    def _set_line(self, kind: BlockKind, words: str, ending: str) -> None:
        start = self.length
        self._write(words)
        self._add(kind, start)
        self._write(ending)
        self.column = 0

    def _add(self, kind: BlockKind, start: int, level: int | None = None) -> None:
        page = len(self.pages) + 1
        span = Span(start=start, end=self.length)
        self.blocks.append(Block(kind=kind, span=span, level=level, page=page))

    def _write(self, characters: str) -> None:
        self.parts.append(characters)
        self.length += len(characters)
        self.column += len(characters)

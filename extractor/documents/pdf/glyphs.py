"""Measure the characters of a page: where they stand, how large, how bold."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

from extractor.documents.pdf.lines import SMALLER, WORD, Word
from extractor.documents.pdf.pdfium import PdfRefused

BOLD_WEIGHTS = range(600, 1001)
"""Font weights that are bold; some producers write values far beyond this scale."""

BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
NAME_LENGTH = 128

FINAL_DIGITS = re.compile(r"\d+(?=\D{0,2}$)")
"""Digits near the end of a word: a footnote mark as far as they are raised."""

LONGEST_TAIL = 8
"""Characters at the end of a word in which a footnote mark is looked for."""

RAISED = 0.1
"""Part of the font size that a footnote mark stands above its word, at least."""

PICTURE_PART = 0.25
"""Part of a page that pictures take on a scanned page, at least; a logo takes less."""

MANY_DRAWINGS = 100
"""Drawings on a page whose letters were turned into outlines, at least."""

FORM_DEPTH, MOST_OBJECTS = 3, 5000
"""How far the drawings of a hostile file are followed."""

Turn = Callable[[float, float], tuple[float, float]]


class Glyphs:
    """Measures the characters of one page, in points from its left top corner as shown."""

    def __init__(self, page: PdfPage, characters: PdfTextPage) -> None:
        self.text: str = characters.get_text_range()
        self.width, self.height = page.get_size()
        self._page = page
        self._raw = characters.raw
        self._turn = _turn_page(page.get_rotation(), page.get_bbox())
        self._indices = _match_characters(self.text, characters)
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(NAME_LENGTH)
        self._flags = ctypes.c_int()
        self._fonts: dict[bytes, bool] = {}

    @property
    def placed(self) -> bool:
        """Whether the text and the characters of the page match, so that places are known."""
        return self._indices is not None

    def origin(self, position: int) -> tuple[float, float]:
        """Return where the character at this offset stands on its baseline."""
        across, up = self._numbers[:2]
        pdfium.FPDFText_GetCharOrigin(self._raw, self._index(position), across, up)
        return self._turn(across.value, up.value)

    def right(self, position: int) -> float:
        """Return the right edge of the character's ink."""
        left, right, low, high = self._numbers
        pdfium.FPDFText_GetCharBox(self._raw, self._index(position), left, right, low, high)
        one = self._turn(left.value, low.value)
        other = self._turn(right.value, high.value)
        return max(one[0], other[0])

    def loose_box(self, position: int) -> tuple[float, float, float, float]:
        """Return the left, top, right and bottom of the character in its line."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._raw, self._index(position), box)
        corners = self._turn(box.left, box.top), self._turn(box.right, box.bottom)
        across, down = zip(*corners, strict=True)
        return min(across), min(down), max(across), max(down)

    def size(self, position: int) -> float:
        """Return the font size in points as shown, whatever the page's own scale."""
        index = self._index(position)
        pdfium.FPDFText_GetMatrix(self._raw, index, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d)
        return round(float(pdfium.FPDFText_GetFontSize(self._raw, index)) * scale, 2)

    def bold(self, position: int) -> bool:
        """Return whether the character's font is a bold one."""
        index = self._index(position)
        length = pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, NAME_LENGTH, self._flags)
        name = self._name.value if length <= NAME_LENGTH else b""
        if name not in self._fonts:
            weight = pdfium.FPDFText_GetFontWeight(self._raw, index)
            named = BOLD_NAME.search(name.decode("utf-8", "replace")) is not None
            self._fonts[name] = named or weight in BOLD_WEIGHTS
        return self._fonts[name]

    def shows_picture(self) -> bool:
        """Return whether pictures, or drawings as of printed letters, fill much of the page."""
        area, drawings = 0.0, 0
        for item in islice(self._page.get_objects(max_depth=FORM_DEPTH), MOST_OBJECTS):
            drawings += item.type == pdfium.FPDF_PAGEOBJ_PATH
            if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                with suppress(pypdfium2.PdfiumError):
                    left, bottom, right, top = item.get_bounds()
                    area += (right - left) * (top - bottom)
        return area >= PICTURE_PART * self.width * self.height or drawings >= MANY_DRAWINGS

    def _index(self, position: int) -> int:
        return self._indices[position] if self._indices is not None else position


@contextmanager
def open_glyphs(document: PdfDocument, number: int) -> Iterator[Glyphs]:
    """Yield the characters of a page, from 1, or raise `PdfRefused`."""
    try:
        page = document[number - 1]
        characters = page.get_textpage()
        glyphs = Glyphs(page, characters)
    except (pypdfium2.PdfiumError, AssertionError, ValueError) as error:
        raise PdfRefused from error
    try:
        yield glyphs
    finally:
        characters.close()
        page.close()


def read_words(glyphs: Glyphs, offset: int) -> Iterator[Word]:
    """Yield the words of a page whose text starts at this offset of the reading's."""
    for found in WORD.finditer(glyphs.text):
        start, end = found.span()
        left, baseline = glyphs.origin(start)
        word = Word(
            start=offset + start,
            end=offset + end,
            left=left,
            right=glyphs.right(end - 1),
            baseline=baseline,
            size=glyphs.size(start),
            bold=glyphs.bold(start),
            mark=-1,
        )
        digits = FINAL_DIGITS.search(found[0], max(0, end - start - LONGEST_TAIL))
        if digits:
            first = start + max(digits.start(), 1)
            mark = _find_mark(glyphs, first, start + digits.end(), word)
            word = word if mark is None else word._replace(mark=offset + mark)
        yield word


def _find_mark(glyphs: Glyphs, start: int, end: int, word: Word) -> int | None:
    """Return where the raised digits at the end of this range begin, none if the last is not."""
    mark = None
    for position in range(end - 1, start - 1, -1):
        raised = word.baseline - glyphs.origin(position)[1] >= RAISED * word.size
        if not raised or glyphs.size(position) > SMALLER * word.size:
            break
        mark = position
    return mark


def _turn_page(rotation: int, box: tuple[float, float, float, float]) -> Turn:
    """Return how a point of the page's own space lies on the page as shown, from its left top."""
    left, bottom, right, top = box
    turns: dict[int, Turn] = {
        0: lambda across, up: (across - left, top - up),
        90: lambda across, up: (up - bottom, across - left),
        180: lambda across, up: (right - across, up - bottom),
        270: lambda across, up: (top - up, right - across),
    }
    return turns[rotation]


def _match_characters(text: str, characters: PdfTextPage) -> Sequence[int] | None:
    """Return which character of the page each character of the text is; none when unclear.

    They are the same list, but for rare characters that pdfium leaves out of the text or,
    beyond the first 65,536 of Unicode, counts as two.
    """
    count = characters.count_chars()
    if count == len(text):
        return range(count)
    indices: list[int] = []
    index = 0
    for letter in text:
        units = letter.encode("utf-16-le", "surrogatepass")
        first = int.from_bytes(units[:2], "little")
        while index < count and pdfium.FPDFText_GetUnicode(characters.raw, index) != first:
            index += 1
        indices.append(index)
        index += len(units) // 2
    return indices if index <= count else None

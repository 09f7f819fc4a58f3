"""Measure the characters of a page: where they stand, how large, how bold."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Literal, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfTextPage

from extractor.documents.pdf.annotations import Opened, open_page
from extractor.documents.pdf.calls import (
    get_char_box,
    get_char_origin,
    get_fill_colour,
    get_font,
    get_font_info,
    get_font_size,
    get_font_weight,
    get_loose_char_box,
    get_matrix,
    get_render_mode,
    get_stroke_colour,
    get_text_object,
)
from extractor.documents.pdf.pdfium import PdfRefused
from extractor.documents.pdf.pictures import Drawings, Drawn, Rectangle, find_drawings

BOLD_WEIGHTS = range(600, 1001)
"""Font weights that are bold; some producers write values far beyond this scale."""

BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
NAME_LENGTH = 128

NEAR_WHITE, NEARLY_CLEAR = 245, 16
"""Of 255: the least of each colour in white ink, and the most cover of ink nobody sees."""

TINY = 2.0
"""Points: letters smaller than this cannot be read at the size of the page."""

UNINKED = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
OUTLINED = pdfium.FPDF_TEXTRENDERMODE_STROKE

Ink = Literal["seen", "white", "none"]
"""White ink is seen on a dark ground alone; none is how a scan carries the text read from it."""


class Print(NamedTuple):
    """How characters are printed."""

    size: float
    """In points as shown, whatever the page's own scale."""
    bold: bool
    ink: Ink
    plain: bool
    """Whether neither its ink nor its size leaves doubt that it is seen."""


UNKNOWN = Print(0.0, bold=False, ink="seen", plain=True)


class Turn(NamedTuple):
    """How a point of the page's own space lies on the page as shown, from its left top."""

    left_across: float
    left_up: float
    left_edge: float
    top_across: float
    top_up: float
    top_edge: float

    @property
    def upright(self) -> bool:
        """Whether the page is shown as it was made."""
        return self.left_across == 1

    def place(self, across: float, up: float) -> tuple[float, float]:
        """Return how far the point lies from the left and from the top."""
        return (
            self.left_across * across + self.left_up * up + self.left_edge,
            self.top_across * across + self.top_up * up + self.top_edge,
        )

    def place_box(self, box: Rectangle) -> Rectangle:
        """Return the left, top, right and bottom of a box given by two of its corners."""
        (left, top), (right, bottom) = self.place(*box[:2]), self.place(*box[2:])
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


Measure = tuple[float, float, float, Print]
"""The left, the baseline and the right of a word, and how it begins in print."""


class Glyphs:
    """Measures the characters of one page, in points from its left top corner as shown."""

    def __init__(self, opened: Opened, characters: PdfTextPage) -> None:
        page, self.own, self.remarks = opened
        self.text: str = characters.get_text_range()
        self.width, self.height = page.get_size()
        self._page = page
        self._raw = ctypes.cast(characters.raw, ctypes.c_void_p)
        self._turn = _turn_page(page.get_rotation(), page.get_bbox())
        indices = _match_characters(self.text, characters)
        self.placed = indices is not None
        """Whether the text and the characters of the page match, so that places are known."""
        self._matches = isinstance(indices, range)
        self._index = (range(0) if indices is None else indices).__getitem__
        self._numbers = tuple(ctypes.c_double() for _ in range(4))
        self._edges = tuple(ctypes.byref(number) for number in self._numbers)
        self._prints: dict[int | None, Print] = {}
        self._bold: dict[int | None, bool] = {}
        """By font."""
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = ctypes.byref(self._matrix)
        self._colours = (ctypes.c_uint * 4)()
        self._inks = tuple(ctypes.byref(self._colours, 4 * place) for place in range(4))

    def origin(self, position: int) -> tuple[float, float]:
        """Return where the character at this offset stands on its baseline."""
        across, up, *_ = self._numbers
        get_char_origin(self._raw, self._index(position), *self._edges[:2])
        return self._turn.place(across.value, up.value)

    def right(self, position: int) -> float:
        """Return the right edge of the character's ink."""
        x, y, right, high = self._numbers
        x_at, y_at, right_at, high_at = self._edges
        get_char_box(self._raw, self._index(position), x_at, right_at, y_at, high_at)
        one, _ = self._turn.place(x.value, y.value)
        other, _ = self._turn.place(right.value, high.value)
        return max(one, other)

    def measure(self, spans: Iterable[tuple[int, int]]) -> Iterator[Measure]:
        """Yield how words measure that are given as half-open ranges."""
        if self._turn.upright and self._matches:
            return self._measure_plain(spans)
        return (
            (*self.origin(start), self.right(end - 1), self.print(start)) for start, end in spans
        )

    def _measure_plain(self, spans: Iterable[tuple[int, int]]) -> Iterator[Measure]:
        # Nearly every page stands upright and has a character for each of its text. What
        # `measure` does elsewhere is written out for them, since doing that for each word would
        # take as long as all the rest of reading.
        raw, (x, y, *_), (x_at, y_at, low_at, high_at) = self._raw, self._numbers, self._edges
        left_edge, top_edge = self._turn.left_edge, self._turn.top_edge
        run, look = None, UNKNOWN
        for start, end in spans:
            get_char_box(raw, end - 1, x_at, y_at, low_at, high_at)
            one, other = x.value, y.value
            get_char_origin(raw, start, x_at, y_at)
            here = get_text_object(raw, start)
            if here is None or here != run:
                run, look = here, self.print(start)
            yield x.value + left_edge, top_edge - y.value, max(one, other) + left_edge, look

    def loose_box(self, position: int) -> Rectangle:
        """Return the left, top, right and bottom of the character in its line."""
        box = pdfium.FS_RECTF()
        get_loose_char_box(self._raw, self._index(position), ctypes.byref(box))
        return self._turn.place_box((box.left, box.top, box.right, box.bottom))

    def print(self, position: int) -> Print:
        """Return how the character is printed: as all of the run that it was set with."""
        index = self._index(position)
        run = get_text_object(self._raw, index)
        known = self._prints.get(run) if run else None
        if known is None:
            handle = ctypes.c_void_p(run)
            font = get_font(handle)
            if font not in self._bold:
                self._bold[font] = _is_bold(self._raw, index)
            size, ink = self._read_size(index), self._read_ink(handle)
            known = Print(size, self._bold[font], ink, ink == "seen" and size >= TINY)
            self._prints[run] = known
        return known

    def _read_size(self, index: int) -> float:
        get_matrix(self._raw, index, self._matrix_at)
        size: float = get_font_size(self._raw, index)
        return round(size * math.hypot(self._matrix.c, self._matrix.d), 2)

    def _read_ink(self, run: ctypes.c_void_p) -> Ink:
        mode = get_render_mode(run)
        if mode in UNINKED:
            return "seen" if self._is_scan else "none"
        get_colour = get_stroke_colour if mode == OUTLINED else get_fill_colour
        if not get_colour(run, *self._inks):
            return "seen"
        red, green, blue, cover = self._colours
        if cover < NEARLY_CLEAR:
            return "none"
        return "white" if red >= NEAR_WHITE <= green and blue >= NEAR_WHITE else "seen"

    @cached_property
    def _is_scan(self) -> bool:
        return self.drawings.cover(self.width, self.height)

    @cached_property
    def drawings(self) -> Drawings:
        """The pictures and drawings on the page."""
        found = find_drawings(self._page)
        return found._replace(pictures=tuple(map(self._turn.place_box, found.pictures)))

    @cached_property
    def drawn(self) -> Drawn:
        """The page as a person sees it."""
        return Drawn(self._page)


@contextmanager
def open_glyphs(document: PdfDocument, number: int) -> Iterator[Glyphs]:
    """Yield the characters of a page, from 1, or raise `PdfRefused`."""
    try:
        opened = open_page(document, number)
        page = opened.page
        characters = page.get_textpage()
        glyphs = Glyphs(opened, characters)
    except (pypdfium2.PdfiumError, AssertionError, ValueError) as error:
        raise PdfRefused from error
    try:
        yield glyphs
    finally:
        characters.close()
        page.close()


def _is_bold(raw: ctypes.c_void_p, index: int) -> bool:
    """Return whether the character's font is a bold one, by its name or its weight."""
    name, flags = ctypes.create_string_buffer(NAME_LENGTH), ctypes.c_int()
    length = get_font_info(raw, index, name, ctypes.c_ulong(NAME_LENGTH), ctypes.byref(flags))
    font = name.value.decode("utf-8", "replace") if length <= NAME_LENGTH else ""
    return BOLD_NAME.search(font) is not None or get_font_weight(raw, index) in BOLD_WEIGHTS


def _turn_page(rotation: int, box: tuple[float, float, float, float]) -> Turn:
    """Return how the page is turned, and where its corner lies."""
    left, bottom, right, top = box
    turns = {
        0: Turn(1, 0, -left, 0, -1, top),
        90: Turn(0, 1, -bottom, 1, 0, -left),
        180: Turn(-1, 0, right, 0, 1, -bottom),
        270: Turn(0, -1, top, -1, 0, right),
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

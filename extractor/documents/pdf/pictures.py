"""Find the pictures on a page, and look at what a part of it shows."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfObject, PdfPage

from extractor.documents.pdf.calls import get_object_type, get_page_object

PICTURE_PART = 0.25
"""Part of a page that pictures take on a scanned page, at least; a logo takes less."""

SLACK = 2.0
"""Points that a picture of a whole page may leave free at its edges."""

MANY_DRAWINGS = 100
"""Drawings on a page whose letters were turned into outlines, at least."""

FORM_DEPTH, MOST_OBJECTS = 3, 5000
"""How far the drawings of a hostile file are followed."""

SHARPNESS, MOST_PIXELS = 2.0, 8_000_000
"""Pixels a point when a part of a page is drawn to be looked at, and how many at most."""

CONTRAST = 24
"""Of 255 shades of grey: what differs less is not seen."""

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the left top corner of the page as shown."""


class Drawings(NamedTuple):
    """What stands on a page besides its text."""

    pictures: tuple[Rectangle, ...]
    paths: int

    def fill(self, area: float) -> bool:
        """Return whether they fill much of a page with this area, as a scan or outlines do."""
        covered = sum(abs((box[2] - box[0]) * (box[3] - box[1])) for box in self.pictures)
        return covered >= PICTURE_PART * area or self.paths >= MANY_DRAWINGS

    def cover(self, width: float, height: float) -> bool:
        """Return whether one picture lies under all of a page, as a scan does."""
        return any(
            left <= SLACK and top <= SLACK and right >= width - SLACK and bottom >= height - SLACK
            for left, top, right, bottom in self.pictures
        )


def find_drawings(page: PdfPage) -> Drawings:
    """Return the pictures, placed by two corners in the page's own space, and the drawings."""
    pictures: list[Rectangle] = []
    paths = 0
    for kind, item in islice(_list_objects(page), MOST_OBJECTS):
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE and item is not None:
            with suppress(pypdfium2.PdfiumError):
                pictures.append(_place(item))
    return Drawings(tuple(pictures), paths)


def _list_objects(page: PdfPage) -> Iterator[tuple[int, PdfObject | None]]:
    """Yield what is drawn on a page, forms opened, by its kind, and pictures and forms themselves.

    Most objects are pieces of text, which are not worth an object of Python's own.
    """
    handle = ctypes.cast(page.raw, ctypes.c_void_p)
    for place in range(pdfium.FPDFPage_CountObjects(page.raw)):
        kind = get_object_type(ctypes.c_void_p(get_page_object(handle, place)))
        if kind not in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}:
            yield kind, None
            continue
        raw = pdfium.FPDFPage_GetObject(page.raw, place)
        item = PdfObject(raw, page=page, pdf=page.pdf)
        yield kind, item
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            inside = page.get_objects(max_depth=FORM_DEPTH, form=item, level=1)
            yield from ((inner.type, inner) for inner in inside)


def _place(item: PdfObject) -> Rectangle:
    """Return where an object lies in the page's own space, whatever forms it is drawn in."""
    bounds: Rectangle = item.get_bounds()
    container = item.container
    while container is not None:
        bounds = container.get_matrix().on_rect(*bounds)
        container = container.container
    return bounds


class Drawn:
    """A page as drawn in shades of grey, to look at parts of it."""

    def __init__(self, page: PdfPage) -> None:
        width, height = page.get_size()
        self._scale = min(SHARPNESS, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))
        bitmap = page.render(scale=self._scale, grayscale=True)
        self._shades = bytes(bitmap.buffer)
        self._stride, self._width, self._height = bitmap.stride, bitmap.width, bitmap.height

    def shows(self, area: Rectangle) -> bool:
        """Return whether a part of the page has anything to see, given from its left top corner."""
        left, top, right, bottom = (round(edge * self._scale) for edge in area)
        across = range(max(left, 0), min(right, self._width))
        rows = [
            self._shades[down * self._stride + across.start : down * self._stride + across.stop]
            for down in range(max(top, 0), min(bottom, self._height))
        ]
        shades = b"".join(rows)
        return bool(shades) and max(shades) - min(shades) >= CONTRAST

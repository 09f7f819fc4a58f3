"""Gather the pages of a PDF: from pdfium, and from pypdf those that pdfium cannot read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.documents.pdf.entries import fold_title
from extractor.documents.pdf.fallback import place_words, read_texts
from extractor.documents.pdf.glyphs import open_glyphs
from extractor.documents.pdf.lines import PageText
from extractor.documents.pdf.pdfium import (
    PdfRefused,
    open_document,
    read_attachments,
    read_bookmarks,
)
from extractor.documents.pdf.words import Word, read_words

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

PAGE_END = "\f"
"""Joins the texts of two pages; it counts as white space and is part of neither."""

FEW_WORDS = 60
"""Only a page with fewer words than this is looked at for pictures, which takes time."""

MOST_PAGES = 5000
"""Pages of the largest document that is read; scans of whole archives stay below a thousand."""

WIDTH, HEIGHT = 595.0, 842.0
"""Points of a page whose size is unknown: A4."""


@dataclass(frozen=True)
class Gathered:
    """The pages of a document, and what was out of order with it."""

    pages: tuple[PageText, ...] = ()
    outline: Mapping[tuple[int, str], int] = field(default_factory=dict)
    """The levels of bookmarks by page and folded title."""
    encrypted: bool = False
    readable: bool = True
    too_long: bool = False
    """Whether it says to have more than `MOST_PAGES`."""
    second_hand: tuple[int, ...] = ()
    """Pages whose text comes from pypdf."""
    lost: tuple[int, ...] = ()
    """Pages that neither can read."""
    attachments: tuple[str, ...] = ()
    """The names of files it carries with it."""


def gather_pages(content: bytes) -> Gathered:
    """Return the pages in order, their texts placed one after the other."""
    try:
        with open_document(content) as document:
            return _gather(content, document)
    except PdfRefused as refused:
        if refused.encrypted:
            return Gathered(encrypted=True)
    texts = read_texts(content)
    if texts is None:
        return Gathered(readable=False)
    pages: list[PageText] = []
    for number in range(1, max(texts, default=0) + 1):
        pages.append(_place_text(number, _find_start(pages), texts.get(number, "")))
    lost = tuple(number for number in range(1, len(pages) + 1) if number not in texts)
    return Gathered(tuple(pages), second_hand=tuple(sorted(texts)), lost=lost)


def _gather(content: bytes, document: PdfDocument) -> Gathered:
    """Return the pages of a document that pdfium opened."""
    if len(document) > MOST_PAGES:
        return Gathered(too_long=True)
    pages: list[PageText] = []
    texts: dict[int, str] = {}
    failed: list[int] = []
    for number in range(1, len(document) + 1):
        start = _find_start(pages)
        page = _read_page(document, number, start)
        if page is None:
            texts = (read_texts(content) or {}) if not failed else texts
            failed.append(number)
            page = _place_text(number, start, texts.get(number, ""))
        pages.append(page)
    return Gathered(
        pages=tuple(pages),
        outline={
            (page, fold_title(title)): level for page, title, level in read_bookmarks(document)
        },
        second_hand=tuple(number for number in failed if number in texts),
        lost=tuple(number for number in failed if number not in texts),
        attachments=read_attachments(document),
    )


def _find_start(pages: list[PageText]) -> int:
    """Return where the next page starts in the text."""
    return pages[-1].end + len(PAGE_END) if pages else 0


def _read_page(document: PdfDocument, number: int, start: int) -> PageText | None:
    """Return the page as pdfium reads it, none when it cannot."""
    try:
        with open_glyphs(document, number) as glyphs:
            words = tuple(read_words(glyphs, start)) if glyphs.placed else ()
            if not _are_placed(words):
                words = tuple(place_words(glyphs.text, start))
            return PageText(
                number=number,
                start=start,
                text=glyphs.text,
                words=words,
                width=glyphs.width,
                height=glyphs.height,
                pictured=len(words) < FEW_WORDS
                and glyphs.drawings.fill(glyphs.width * glyphs.height),
                own=glyphs.own,
                remarks=glyphs.remarks,
            )
    except PdfRefused:
        return None


def _are_placed(words: Sequence[Word]) -> bool:
    """Return whether there are places, and all are numbers at all: a broken page gives others."""
    if not words:
        return False
    _, _, *places, _, _, _ = zip(*words, strict=True)
    return math.isfinite(sum(map(sum, places)))


def _place_text(number: int, start: int, text: str) -> PageText:
    """Return a page of which only the text is known."""
    return PageText(number, start, text, tuple(place_words(text, start)), WIDTH, HEIGHT)

"""Read a PDF: its text as pdfium gives it, page after page, parted into blocks."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.documents.identity import make_reading_id
from extractor.documents.pdf.blocks import Parts, find_parts
from extractor.documents.pdf.layout import Layout, lay_out
from extractor.documents.pdf.pages import MOST_PAGES, PAGE_END, Gathered, gather_pages
from extractor.documents.pdf.problems import (
    EMPTY,
    ENCRYPTED,
    NO_PAGES,
    UNREADABLE,
    report_attachments,
    report_comments,
    report_hidden,
    report_lost,
    report_no_text,
    report_second_hand,
)
from extractor.documents.problems import describe_problem
from extractor.models import Block, Page, Problem, Reading, Source, Span

READER = "pdf@2"


def read_pdf(content: bytes, source: Source) -> Reading:
    """Return what the PDF says; of one that cannot be read, the reading says why.

    The texts of two pages are joined by a form feed, which no page span includes.
    """
    if not content:
        return _make_reading(source, problems=(EMPTY,))
    gathered = gather_pages(content)
    layout = lay_out(gathered.pages)
    parts = find_parts(layout, gathered.outline)
    pages = tuple(
        Page(
            number=page.number,
            span=Span(start=page.start, end=page.end),
            printed=parts.printed.get(page.number),
        )
        for page in gathered.pages
    )
    text = PAGE_END.join(page.text for page in gathered.pages)
    problems = tuple(_find_problems(gathered, layout, parts))
    return _make_reading(source, text, parts.blocks, pages, problems)


def _make_reading(
    source: Source,
    text: str = "",
    blocks: tuple[Block, ...] = (),
    pages: tuple[Page, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> Reading:
    return Reading(
        id=make_reading_id(source.sha256, READER),
        source=source,
        reader=READER,
        text=text,
        blocks=blocks,
        pages=pages,
        problems=problems,
    )


def _explain_nothing(gathered: Gathered) -> Problem:
    """Return why there are no pages."""
    if gathered.encrypted:
        return ENCRYPTED
    if gathered.too_long:
        return describe_problem("pdf_too_long", limit=str(MOST_PAGES))
    return NO_PAGES if gathered.readable else UNREADABLE


def _find_problems(gathered: Gathered, layout: Layout, parts: Parts) -> Iterator[Problem]:
    """Yield what was not, or not wholly, read."""
    if not gathered.pages:
        yield _explain_nothing(gathered)
    if gathered.second_hand:
        yield report_second_hand(gathered.second_hand)
    if gathered.lost:
        yield report_lost(gathered.lost)
    silent = tuple(
        sheet.number
        for sheet in layout.sheets
        if sheet.number not in gathered.lost
        and (not layout.lines or (sheet.pictured and sheet.number in parts.bare))
    )
    if silent:
        yield report_no_text(silent, len(gathered.pages))
    hidden = tuple(line for line in layout.lines if line.hidden)
    if hidden:
        yield report_hidden(hidden)
    remarks = {page.number: page.remarks for page in gathered.pages if page.remarks}
    if remarks:
        yield report_comments(remarks)
    if gathered.attachments:
        yield report_attachments(gathered.attachments)
